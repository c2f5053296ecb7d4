"""Reads the puppets of `assets/puppets`: an SVG whose top-level groups are parts becomes a Puppet and an SVG a part.

This file knows our own drawings' names and pivots; it draws nothing.
"""

import xml.etree.ElementTree as ElementTree
from copy import deepcopy
from functools import cache

from game.art.pixels import PixelBox
from game.art.seen_away import is_thing, seen_away
from game.core.assembly import STATES, Lying, assembled
from game.core.poses import CURLED_UP, POSES
from game.core.puppet import AWAY, Part, Point, Pose, Puppet
from game.system.paths import ASSETS

PUPPETS = ASSETS / "puppets"
BACKS = PUPPETS / "away"  # of some, how parts of theirs look from behind
SHADOWS = ((3, 0, 0.16), (4, 2, 0.09))  # how far down in units of the drawing, more for each step of lift, how strong
SHADE = (  # the colour of a shadow in the shape of what casts it
    '<filter id="shade"><feColorMatrix values="0 0 0 0 .17 0 0 0 0 .13 0 0 0 0 .25 0 0 0 1 0"/></filter>'
)
CASTING = ("head", "arm")  # what lies before the rest of a puppet in a pose
POSED_VIEW = "-220 -40 440 440"  # of a drawing: wide poses are wholly in it, and its feet are where a picture's are
LYING_VIEW = "-200 0 400 400"  # of who lies curled up: as large as the puppet that wakes there
IN_THE_AIR = ASSETS / "feelings" / "in-the-air.svg"
SVG = "{http://www.w3.org/2000/svg}"

Cell = tuple[str, str]  # a part, and the side of it that is seen


@cache
def puppet_names() -> tuple[str, ...]:
    """The companions that are puppets."""
    return tuple(sorted(path.stem for path in PUPPETS.glob("*.svg")))


@cache
def puppet_svg(name: str) -> str:
    """The companion's drawing, as it is in the quiet look where its name says so. Raises FileNotFoundError where there
    is none.
    """
    drawing = (PUPPETS / f"{name.removesuffix(AWAY)}.svg").read_text("utf-8")
    if not name.endswith(AWAY):
        return drawing
    path = BACKS / f"{name.removesuffix(AWAY)}.svg"
    back = path.read_text("utf-8") if path.exists() else ""
    return ElementTree.tostring(seen_away(drawing, back), encoding="unicode")


def puppet(name: str) -> Puppet:
    """The parts of this companion. Raises FileNotFoundError where there is none."""
    root = _root(name)
    said = root.get("data-feels", "").split()
    feels = dict(zip(said[::2], map(float, said[1::2]), strict=True))
    away = name.endswith(AWAY) and not is_thing(_root(name.removesuffix(AWAY)))
    return Puppet(name, tuple(_part(group) for group in _groups(name)), away, feels)


def view_box(name: str) -> tuple[float, ...]:
    """The box of the drawing: left, top, width, height."""
    return tuple(float(number) for number in _root(name).attrib["viewBox"].split())


def part_svg(name: str, part: str, side: str) -> str:
    """One part alone, as it is seen from this side, in the drawing's own box."""
    box = 'viewBox="{:g} {:g} {:g} {:g}"'.format(*view_box(name))
    return f'<svg xmlns="{SVG[1:-1]}" {box}>{defs(name)}{_inside(name, part, side)}</svg>'


def sheet_rows(name: str) -> tuple[tuple[Cell, ...], ...]:
    """The parts by name and side as they lie on a sheet, row by row; "back" only where it looks otherwise.

    Eyes and lines of a mouth, of which one is seen at a time, are small: a row for each would be a third more to draw
    and to open.
    """
    rows: dict[str, list[Cell]] = {}
    for group in _groups(name):
        part, two = group.attrib["id"], any(e.get("data-side") for e in group.iter())
        kind, _, _ = part.partition("-")
        for side in ("front", "back") if two else ("front",):
            rows.setdefault(kind if kind in STATES else f"{part} {side}", []).append((part, side))
    return tuple(map(tuple, rows.values()))


def sheet_svg(name: str, width: int, height: int) -> str:
    """All rows one below the other. Each is `width` x `height` and shows the drawing's own box; of parts that share a
    row the middle one is in its place there, and each of the others a `cell_width` beside its neighbour.
    """
    left, top, across, along = view_box(name)
    box = (
        f'width="{width}" height="{height}" preserveAspectRatio="none" viewBox="{left:g} {top:g} {across:g} {along:g}"'
    )
    rows = sheet_rows(name)
    drawn = [
        f'<svg y="{index * height}" {box}>{_side_by_side(name, row, cell_width(width, row) * across / width)}</svg>'
        for index, row in enumerate(rows)
    ]
    return f'<svg xmlns="{SVG[1:-1]}" viewBox="0 0 {width} {len(rows) * height}">{defs(name)}{"".join(drawn)}</svg>'


def cell_width(width: int, row: tuple[Cell, ...]) -> int:
    """Pixels from one part to the next in a row of a sheet so wide: whole ones, so that each is drawn as if alone."""
    return width // len(row)


def sheet_boxes(name: str, width: int, height: int) -> list[tuple[Cell, PixelBox]]:
    """Each part with its box on a sheet of such rows, in pixels."""
    rows, found = sheet_rows(name), []
    for number, row in enumerate(rows):
        apart = cell_width(width, row)
        first = (width - apart) // 2 - len(row) // 2 * apart
        found += [(cell, (first + index * apart, number * height, apart, height)) for index, cell in enumerate(row)]
    return found


def _side_by_side(name: str, row: tuple[Cell, ...], apart: float) -> str:
    places = ((cell, (index - len(row) // 2) * apart) for index, cell in enumerate(row))
    return "".join(f'<g transform="translate({x:.9g} 0)">{_inside(name, *cell)}</g>' for cell, x in places)


def posed_svg(name: str, pose: str) -> str:
    """The companion in this pose, feet where its picture has them, with what is in the air around it then. Raises
    FileNotFoundError where there is none.
    """
    drawn = f"{defs(name)}{_in_the_air(pose)}{in_pose(name, POSES[pose], f'{name}-{pose}')}"
    return f'<svg xmlns="{SVG[1:-1]}" viewBox="{LYING_VIEW if pose == CURLED_UP else POSED_VIEW}">{drawn}</svg>'


def away_svg(name: str, pose: str) -> str:
    """The companion as it is in the quiet look, its back in this pose; a thing of paper, which has none, as it stands
    or rests. Raises FileNotFoundError where there is none.
    """
    as_thing = {CURLED_UP: "resting"}.get(pose, "sitting")
    return posed_svg(name + AWAY, pose if puppet(name + AWAY).away else as_thing)


def air_svg(pose: str) -> str:
    """What is in the air around a companion in this pose, where `posed_svg` has it."""
    return f'<svg xmlns="{SVG[1:-1]}" viewBox="{POSED_VIEW}">{_in_the_air(pose)}</svg>'


def in_pose(name: str, pose: Pose, id: str) -> str:
    """The companion's parts as they lie in a pose, in its own units; `defs` of it are needed, too. `id` is its own.

    Raises FileNotFoundError where there is no such companion.
    """
    lies = assembled(puppet(name), pose)
    head = next((_placed(name, one, pose) for one in lies if one.part.name == "head"), "")
    mask = f'<defs><mask id="{id}-head" mask-type="alpha">{head}</mask></defs>'
    return mask + "".join(_shaded(_placed(name, one, pose), one, f"{id}-head") for one in lies)


def _placed(name: str, lying: Lying, pose: Pose) -> str:
    """One part where it lies in this pose."""
    side = "back" if lying.part.name in pose.behind else "front"
    (x, y), (wide, high) = lying.part.pivot, lying.scale
    to = f"translate({lying.x:g} {lying.y:g}) rotate({lying.angle:g}) scale({wide:g} {high:g}) translate({-x:g} {-y:g})"
    return f'<g transform="{to}">{_inside(name, lying.part.name, side)}</g>'


def _shaded(part: str, lying: Lying, head: str) -> str:
    """The part, on its shadow where it lies before others; the face slides on the head and ends at its outline."""
    if lying.part.name == "mouth":
        return f'<g mask="url(#{head})">{part}</g>'
    if not lying.part.name.startswith(CASTING):
        return part
    down, more, dark = SHADOWS[0]
    fall = down + more + lying.part.lift
    return f'<g transform="translate(0 {fall})" opacity="{dark}" filter="url(#shade)">{part}</g>{part}'


@cache
def _in_the_air(pose: str) -> str:
    """What is around the head in this pose, "" where there is nothing."""
    groups = ElementTree.parse(IN_THE_AIR).getroot()
    return "".join(ElementTree.tostring(group, encoding="unicode") for group in groups if group.get("id") == pose)


def defs(name: str) -> str:
    """What the parts of this companion refer to, and their shadow's shape."""
    return f"<defs>{SHADE}</defs>" + "".join(
        ElementTree.tostring(e, encoding="unicode") for e in _root(name) if e.tag == f"{SVG}defs"
    )


def _inside(name: str, part: str, side: str) -> str:
    """One part as it is seen from this side, without the drawing around it."""
    group = deepcopy(next(group for group in _groups(name) if group.get("id") == part))
    for parent in list(group.iter()):
        for child in [c for c in parent if c.get("data-side", side) != side]:
            parent.remove(child)
    return ElementTree.tostring(group, encoding="unicode")


@cache
def _root(name: str) -> ElementTree.Element:
    ElementTree.register_namespace("", SVG[1:-1])
    return ElementTree.fromstring(puppet_svg(name))


def _groups(name: str) -> list[ElementTree.Element]:
    return [child for child in _root(name) if child.tag == f"{SVG}g"]


def _part(group: ElementTree.Element) -> Part:
    tip, holds = group.get("data-tip"), group.get("data-holds")
    return Part(
        group.attrib["id"],
        _point(group.attrib["data-pivot"]),
        group.get("data-on", ""),
        int(group.get("data-lift", 0)),
        _point(tip) if tip else None,
        _point(holds) if holds else None,
    )


def _point(text: str) -> Point:
    x, y = text.split()
    return float(x), float(y)
