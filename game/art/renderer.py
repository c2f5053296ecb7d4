"""Makes pixels: a picture or a scene becomes SVG, and SVG becomes a PNG of the size asked for, or `pixels` for the
glass, kept on disk.

This file knows files, SVG and resvg. It knows no pygame and no screen, so that papers use it too. What
is made of a child's or a therapist's own pictures is kept only in the private folder handed in.
"""

from base64 import b64encode
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from game.art.bleeding import bled
from game.art.draw_process import here
from game.art.drawing_cache import cache_key, cached
from game.art.library import OWN
from game.art.picture_reader import SIZE
from game.art.pixels import PixelBox, packed
from game.art.svg_text import GLOW, cut_round, cut_softly, cut_straight, in_air, line_svg, tilted, view_of, with_root
from game.core.picture import (
    CUT_ROUND,
    FLAT,
    HELD,
    READY,
    STANDING,
    Art,
    Backdrop,
    Glow,
    Picture,
    Stamp,
    Strokes,
)
from game.core.scene import OVERHANG, SCENE_HEIGHT, SCENE_WIDTH
from game.core.sprite import Sprite, sprite_of

Draw = Callable[..., bytes]  # as `here`
Bounds = tuple[int, int, int, int]  # left, top, right, bottom in pixels
Tilt = tuple[float, float]  # as a Stamp's
LARGER = (1, 2, 3, 5)  # pixels that are tried where a size cannot be drawn
SHADOWS = {  # how far the shadow falls, how soft and how dark it is, in design units
    FLAT: (3, 3, 0.28),
    READY: (7, 6, 0.38),
    HELD: (17, 10, 0.30),
}
DARK = "#2b2140"  # the colour of a shadow
AT_FEET = (0.42, 0.055, 4, 0.42)  # below what stands: half its width and height in widths of the paint, soft, dark
COLOUR_TYPE, OPAQUE = 25, 2  # where a PNG says what its pixels are, and what it says there of red, green, blue alone
PIXELS, BLED = "paint", "bled"  # the endings of what is `packed`, and of a PNG that is `bled`
ROUND = 0.41  # of its width: how far the edge of a photo that is cut round is from its middle, as our pictures' is
GRAIN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><defs><filter id="grain" x="0" y="0" width="100%" '
    'height="100%"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="3" seed="2" stitchTiles="stitch"/>'
    '<feColorMatrix values="0 0 0 0 .62  0 0 0 0 .53  0 0 0 0 .47  0 0 0 -1.3 .78"/></filter></defs>'
    '<rect width="512" height="512" fill="#fff"/>'
    '<rect width="512" height="512" filter="url(#grain)" opacity=".30"/></svg>'
)


class Renderer:
    """Renders with a Library's files. `private` None: own pictures are rendered, but not kept.

    `draw` makes a PNG or packed pixels of an SVG, `here` or in a process beside; see draw_process.py.
    """

    def __init__(self, library: Any, cache: Path, private: Path | None = None, draw: Draw = here):
        self.library, self.cache, self.private, self._draw = library, cache, private, draw

    def sprite(self, sprite: Sprite, scale: float) -> bytes:
        """A PNG of the sprite with its shadow on its canvas, `scale` pixels to a design unit."""
        width, height = sprite.canvas
        size = round(width * scale), round(height * scale)
        return self._cut_out(self._sprite_svg(sprite), *size, self._is_ours(sprite.art))

    def layer(self, art: Art, width: int, height: int, keep: bool = True, tilt: Tilt = (0, 0)) -> bytes:
        """Packed pixels of the picture alone, `width` x `height`; not kept where the next one will be another."""
        svg = self.paper_svg(art, width, height, tilt)
        return self._pixels(svg, width, height, self._is_ours(art)) if keep else self._packed(svg, width, height)

    def scene(self, name: str, width: int, height: int) -> bytes:
        """A PNG of the scene that fills `width` x `height` pixels, its middle 1280 x 800 wholly on it."""
        return self._png(self._scene_svg(name, width, height), width, height, self.library.scene_is_ours(name))

    def photo(self, name: str, width: int, height: int, box: Bounds | None = None) -> bytes:
        """The scene in this size, or a part of it in pixels, as a JPEG: a tenth of the PNG, on paper nobody sees it.

        It is kept, too: to open a large PNG takes longer than all else of a paper.
        """
        svg = self._scene_svg(name, width, height)
        key = f"{width} {height} {box} {svg}"
        ours = self.library.scene_is_ours(name)
        folder = self.cache if ours else self.private
        return cached(folder, f"{cache_key(key)}.jpg", lambda: _as_photo(self._png(svg, width, height, ours), box))

    def _scene_svg(self, name: str, width: int, height: int) -> str:
        return view_of(self.library.scene_svg(name), (0, 0, width, height), (width, height))

    def backdrop(self, name: str, width: int, height: int) -> bytes:
        """Packed pixels of the scene as `scene` has it, without the parts that are cut out of it."""
        size, ours = (width, height), self.library.scene_is_ours(name)
        return self._pixels(view_of(self.library.backdrop_svg(name), (0, 0, *size), size), *size, ours)

    def scene_part(self, name: str, part: str, rect: tuple[int, int, int, int], size: tuple[int, int]) -> bytes:
        """Packed pixels of a part alone: left, top, width and height in pixels of a scene that fills `size` pixels."""
        return self._pixels(view_of(self.library.part_svg(name, part), rect, size), *rect[2:], ours=True)

    def puppet(self, name: str, width: int, height: int) -> bytes:
        """Packed pixels of the sheet of a puppet's parts, each row `width` x `height`; see puppet_reader.py."""
        from game.art.puppet_reader import puppet_svg, sheet_boxes, sheet_rows, sheet_svg

        size = width, len(sheet_rows(name)) * height
        key = f"{size} {puppet_svg(name)}"  # the sheet itself is put together only where it must be drawn
        boxes = [box for _, box in sheet_boxes(name, width, height)]
        return cached(
            self.cache, f"{cache_key(key)}.{PIXELS}", lambda: self._packed(sheet_svg(name, width, height), *size, boxes)
        )

    def grain(self) -> bytes:
        """The grain of the paper: packed pixels of a tile to multiply with."""
        return self._pixels(GRAIN, 512, 512, ours=True)

    def paper_svg(self, art: Art, width: float = 400, height: float = 400, tilt: Tilt = (0, 0)) -> str:
        """A whole SVG of the picture for a paper, without a shadow."""
        body = tilted(self._nested(art, -width / 2, -height / 2, width, height), tilt)
        view = f"{-width / 2:g} {-height / 2:g} {width:g} {height:g}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'

    def paper_png(self, art: Art, pixels: int) -> bytes:
        """The picture for a paper as a square PNG without a shadow."""
        return self._cut_out(self.paper_svg(art), pixels, pixels, self._is_ours(art))

    def _sprite_svg(self, sprite: Sprite) -> str:
        width, height = sprite.canvas
        view = f"{-width / 2:g} {-height / 2:g} {width:g} {height:g}"
        body = self._in_its_place(sprite)
        if sprite.lift in SHADOWS:
            down, soft, dark = SHADOWS[sprite.lift]
            body = (
                f'<filter id="lift" x="{-width / 2:g}" y="{-height / 2:g}" width="{width:g}" height="{height:g}" '
                f'filterUnits="userSpaceOnUse"><feDropShadow dx="0" dy="{down}" stdDeviation="{soft}" '
                f'flood-color="{DARK}" flood-opacity="{dark}"/></filter><g filter="url(#lift)">{body}</g>'
            )
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'

    def _in_its_place(self, sprite: Sprite) -> str:
        """Its paint about 0, 0, with the air before it and the shadow of what stands."""
        paint = self._nested(sprite.art, -sprite.width / 2, -sprite.height / 2, sprite.width, sprite.height)
        paint = tilted(in_air(paint, sprite.air) if sprite.air else paint, sprite.tilt)
        return self._at_its_feet(sprite) + paint if sprite.lift == STANDING else paint

    def _at_its_feet(self, sprite: Sprite) -> str:
        """The shadow on the ground of what stands there: an ellipse below its paint."""
        from PIL import Image  # only papers need it: the window opens sooner without

        pixels = round(max(sprite.width, 1)), round(max(sprite.height, 1))
        with Image.open(
            BytesIO(self._png(self.paper_svg(sprite.art, *pixels), *pixels, self._is_ours(sprite.art)))
        ) as image:
            left, _, right, bottom = image.convert("RGBA").getchannel("A").getbbox() or (0, 0, *pixels)
        wide, high, soft, dark = AT_FEET
        across, down = (left + right) / 2 - sprite.width / 2, bottom - sprite.height / 2 - high * (right - left) / 2
        return (
            f'<filter id="soft" x="-50%" y="-150%" width="200%" height="400%"><feGaussianBlur stdDeviation="{soft}"/>'
            f'</filter><ellipse cx="{across:g}" cy="{down:g}" rx="{wide * (right - left):g}" '
            f'ry="{high * (right - left):g}" fill="{DARK}" opacity="{dark}" filter="url(#soft)"/>'
        )

    def _nested(self, art: Art, x: float, y: float, width: float, height: float) -> str:
        """The picture as an `<svg>` element for use inside another one."""
        place = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
        if isinstance(art, Picture):
            parts = "".join(self._part(thing) for thing in art.things)
            return f'<svg {place} viewBox="0 0 {art.width:g} {art.height:g}"><defs>{GLOW}</defs>{parts}</svg>'
        if svg := self.library.worn_svg(art):
            return with_root(svg, place)
        name = art.removesuffix(CUT_ROUND)
        data = self.library.read(name) or self.library.read("sample")
        if isinstance(data, str):
            return with_root(data, place)
        image = f'<image {place} href="data:image/png;base64,{b64encode(data).decode()}"'
        if data[COLOUR_TYPE] != OPAQUE:  # what can be seen through has an outline of its own
            return f"{image}/>"
        if name != art:
            return cut_round(image, x + width / 2, y + height / 2, ROUND * min(width, height))
        wide, high = (int.from_bytes(data[at : at + 4]) for at in SIZE)
        part = min(width / wide, height / high)
        cut = cut_softly if width == height else cut_straight  # all but a sheet that is drawn on has a square place
        return cut(image, x + width / 2, y + height / 2, part * wide / 2, part * high / 2)

    def _part(self, thing: Any) -> str:
        if isinstance(thing, Glow):
            place = f'cx="{thing.x:g}" cy="{thing.y:g}" r="{thing.radius:g}"'
            return f'<circle {place} fill="url(#glow-light)" opacity="{thing.strength:g}"/>'
        if isinstance(thing, Strokes):
            return "".join(line_svg(line) for line in thing.lines)
        if isinstance(thing, Backdrop):
            place = f'x="{-OVERHANG[0]}" y="{-OVERHANG[1]}" width="{SCENE_WIDTH}" height="{SCENE_HEIGHT}"'
            return with_root(self.library.scene_svg(thing.scene), place)
        if not isinstance(thing, Stamp):
            return ""
        if thing.air or thing.lift == STANDING or thing.tilt != (0, 0):
            return f'<g transform="translate({thing.x:g} {thing.y:g})">{self._in_its_place(sprite_of(thing))}</g>'
        width, height = thing.width, thing.height or thing.width
        return self._nested(thing.art, thing.x - width / 2, thing.y - height / 2, width, height)

    def _is_ours(self, art: Art) -> bool:
        """True for what is of this house, and light; not for what a child has made, a therapist's, a given one."""
        if isinstance(art, Picture):
            return all(self._is_of_house(thing) for thing in art.things)
        return self.library.family(art) not in ("", OWN)

    def _is_of_house(self, thing: Any) -> bool:
        return isinstance(thing, Glow) or (isinstance(thing, Backdrop) and self.library.scene_is_ours(thing.scene))

    def _png(self, svg: str, width: int, height: int, ours: bool) -> bytes:
        """From the cache, else made now."""
        return self._kept(svg, width, height, ours, "png", lambda: self._drawn(svg, width, height))

    def _cut_out(self, svg: str, width: int, height: int, ours: bool) -> bytes:
        """The same of what does not fill its canvas, so that it has no dark edge in a PDF."""
        return self._kept(svg, width, height, ours, BLED, lambda: bled(self._drawn(svg, width, height)))

    def _pixels(self, svg: str, width: int, height: int, ours: bool) -> bytes:
        """Its pixels, packed."""
        return self._kept(svg, width, height, ours, PIXELS, lambda: self._packed(svg, width, height))

    def _kept(self, svg: str, width: int, height: int, ours: bool, ending: str, make: Callable[[], bytes]) -> bytes:
        folder = self.cache if ours else self.private
        return cached(folder, f"{cache_key(f'{width} {height} {svg}')}.{ending}", make)

    def _packed(self, svg: str, width: int, height: int, boxes: Sequence[PixelBox] = ()) -> bytes:
        """Packed where it is drawn; as `_drawn` where resvg stumbles."""
        with suppress(ValueError):
            return self._draw(svg, width, height, pack=boxes)
        return packed(self._drawn(svg, width, height), boxes)

    def _drawn(self, svg: str, width: int, height: int) -> bytes:
        """resvg stumbles over some sizes of a light filter: then it is drawn a little larger and made smaller."""
        with suppress(ValueError):
            return self._draw(svg, width, height)
        for more in LARGER:
            with suppress(ValueError):
                return _fitted(self._draw(svg, width + more, height + more), width, height)
        return self._draw(svg, width, height)


def _as_photo(png: bytes, box: Bounds | None) -> bytes:
    from PIL import Image  # only where pages are made

    made = BytesIO()
    with Image.open(BytesIO(png)) as scene:
        scene.convert("RGB").crop(box).save(made, "JPEG", quality=90)
    return made.getvalue()


def _fitted(png: bytes, width: int, height: int) -> bytes:
    """The PNG in this size."""
    from PIL import Image  # only where resvg has stumbled

    made = BytesIO()
    with Image.open(BytesIO(png)) as image:
        image.resize((width, height), Image.Resampling.LANCZOS).save(made, "PNG")
    return made.getvalue()
