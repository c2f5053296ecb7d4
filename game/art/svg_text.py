"""Text of SVG: a drawing given another root or view, and the elements that are written for light, strokes and photos.

This file knows strings and numbers alone: no files, no library and no resvg.
"""

import re
from math import hypot, sqrt

from game.core.picture import Line, scale_of
from game.core.scene import SCENE_HEIGHT, SCENE_WIDTH

GLOW = (
    '<radialGradient id="glow-light"><stop offset="0" stop-color="#fff3d6"/><stop offset=".45" stop-color="#ffe2a0" '
    'stop-opacity=".75"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>'
)
SHEET = 0.05  # of half a sheet's shorter side: how round its corners are; what is written near them stays on it
SOFT = 0.88  # how far the sides of a photo go straight towards its corners, where 1 is a sharp corner


def with_root(text: str, attributes: str) -> str:
    """The SVG with these attributes on its root in place of its own of the same names; prolog and comments cut off."""
    start = text.index("<svg")
    end = text.index(">", start)
    root = text[start:end]
    for name in re.findall(r"([\w:]+)=", attributes):
        root = re.sub(rf'\s{name}="[^"]*"', "", root)
    return f"{root} {attributes}{text[end:]}"


def tilted(body: str, tilt: tuple[float, float]) -> str:
    """The body as it is seen on something round, which turns it away there: narrower in that direction, about 0, 0."""
    far = hypot(*tilt)
    if not far:
        return body
    (right, down), less = (side / far for side in tilt), 1 - sqrt(max(0.0, 1 - far**2))
    a, b, d = 1 - less * right * right, -less * right * down, 1 - less * down * down
    return f'<g transform="matrix({a:.4g} {b:.4g} {b:.4g} {d:.4g} 0 0)">{body}</g>'


def scene_scale(size: tuple[int, int]) -> float:
    """Pixels to a unit of a scene that fills so many pixels: on very wide glass more than to a design unit."""
    width, height = size
    return max(scale_of(size), width / SCENE_WIDTH, height / SCENE_HEIGHT)


def view_of(scene: str, rect: tuple[int, int, int, int], size: tuple[int, int]) -> str:
    """A scene's drawing, of which these pixels are seen: left, top, width and height where it fills `size` pixels."""
    (left, top, width, height), scale = rect, scene_scale(size)
    from_left, from_top = (SCENE_WIDTH - size[0] / scale) / 2, (SCENE_HEIGHT - size[1] / scale) / 2
    view = f"{from_left + left / scale:g} {from_top + top / scale:g} {width / scale:g} {height / scale:g}"
    # A size that is not said in pixels resvg rounds to whole units.
    return with_root(scene, f'width="{width}" height="{height}" viewBox="{view}"')


def line_svg(line: Line) -> str:
    """A stroke as SVG; one point is a dot."""
    way = " ".join(f"{x:g},{y:g}" for x, y in (line.points if len(line.points) > 1 else line.points * 2))
    ends = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
    return f'<polyline points="{way}" stroke="{line.colour}" stroke-width="{line.width:g}" {ends}/>'


def in_air(paint: str, air: str) -> str:
    """The paint with so much of a colour over it, #rrggbbaa."""
    *colour, much = (part / 255 for part in bytes.fromhex(air[1:]))
    rows = " ".join(
        " ".join(f"{1 - much if column == row else 0:.4g}" for column in range(4)) + f" {part * much:.4g}"
        for row, part in enumerate(colour)
    )
    id = f"air-{air[1:]}"
    matrix = f'<feColorMatrix color-interpolation-filters="sRGB" values="{rows} 0 0 0 1 0"/>'
    return f'<filter id="{id}">{matrix}</filter><g filter="url(#{id})">{paint}</g>'


def cut_round(image: str, x: float, y: float, radius: float) -> str:
    """The begun image, filling its place, of which one sees a circle."""
    id = f"round-{x:g}-{y:g}"
    clip = f'<clipPath id="{id}"><circle cx="{x:g}" cy="{y:g}" r="{radius:g}"/></clipPath>'
    return f'{clip}<g clip-path="url(#{id})">{image} preserveAspectRatio="xMidYMid slice"/></g>'


def cut_straight(image: str, x: float, y: float, across: float, down: float) -> str:
    """The begun image, whole in its place, as a sheet of paper is cut; so far from its middle to its sides."""
    id, where = f"sheet-{x:g}-{y:g}-{across:g}-{down:g}", f'x="{x - across:g}" y="{y - down:g}"'
    edge = f'<rect {where} width="{2 * across:g}" height="{2 * down:g}" rx="{SHEET * min(across, down):g}"/>'
    return f'<clipPath id="{id}">{edge}</clipPath><g clip-path="url(#{id})">{image}/></g>'


def cut_softly(image: str, x: float, y: float, across: float, down: float) -> str:
    """The begun image, whole in its place, with corners as scissors cut them; so far from its middle to its sides."""
    bent_x, bent_y = SOFT * across, SOFT * down
    id = f"cut-{x:g}-{y:g}-{across:g}-{down:g}"
    way = (
        f"M{x - across:g} {y:g}C{x - across:g} {y - bent_y:g} {x - bent_x:g} {y - down:g} {x:g} {y - down:g}"
        f"S{x + across:g} {y - bent_y:g} {x + across:g} {y:g}S{x + bent_x:g} {y + down:g} {x:g} {y + down:g}"
        f"S{x - across:g} {y + bent_y:g} {x - across:g} {y:g}Z"
    )
    return f'<clipPath id="{id}"><path d="{way}"/></clipPath><g clip-path="url(#{id})">{image}/></g>'
