"""A puppet in a pose as pixels: each part is drawn once, then turned, shifted and laid upon the others.

This file knows Pillow and resvg; it decides nothing about where a part lies (`core/assembly.py` does). It takes some
ten milliseconds a pose: for sheets and papers, not for frames.
"""

from functools import cache
from io import BytesIO
from math import cos, radians, sin

from PIL import Image, ImageChops, ImageFilter

from game.art.draw_process import here
from game.art.puppet_reader import SHADOWS, part_svg, puppet, view_box
from game.core.assembly import Lying, assembled
from game.core.puppet import Pose

INK = (43, 33, 64)  # the colour of shadows
BLUR = 0.6  # of the way down


def draw(name: str, pose: Pose, scale: float) -> Image.Image:
    """The puppet in this pose, RGBA, `scale` pixels to a unit of its drawing's box. Raises FileNotFoundError."""
    _, _, width, height = view_box(name)
    size = round(width * scale), round(height * scale)
    made, head = Image.new("RGBA", size), None
    for lying in assembled(puppet(name), pose):
        piece = _laid(name, lying, "back" if lying.part.name in pose.behind else "front", size)
        if lying.part.name == "mouth" and head is not None:  # the face slides on the head and ends at its outline
            piece.putalpha(ImageChops.multiply(piece.getchannel("A"), head))
        if lying.part.name == "head":
            head = piece.getchannel("A")
        made = Image.alpha_composite(_shaded(made, piece, lying.part.lift, scale), piece)
    return made


def _laid(name: str, lying: Lying, side: str, size: tuple[int, int]) -> Image.Image:
    """One part where it lies: each pixel of the made picture asks where in the part's own drawing it comes from."""
    left, top, width, _ = view_box(name)
    scale, angle = size[0] / width, radians(lying.angle)
    (wide, high), (pin_x, pin_y) = lying.scale, lying.part.pivot
    a, b, d, e = cos(angle) / wide, sin(angle) / wide, -sin(angle) / high, cos(angle) / high
    from_x, from_y = left - lying.x, top - lying.y
    c, f = (pin_x + a * from_x + b * from_y - left) * scale, (pin_y + d * from_x + e * from_y - top) * scale
    return _part(name, lying.part.name, side, size).transform(
        size, Image.Transform.AFFINE, (a, b, c, d, e, f), Image.Resampling.BICUBIC
    )


@cache
def _part(name: str, part: str, side: str, size: tuple[int, int]) -> Image.Image:
    """A part as it stands in its drawing, on the whole box."""
    return Image.open(BytesIO(here(part_svg(name, part, side), *size))).convert("RGBA")


def _shaded(made: Image.Image, piece: Image.Image, lift: int, scale: float) -> Image.Image:
    """The picture with the shadow of the next piece: it falls straight down, and only on paper that is there."""
    for down, more, strength in SHADOWS if lift else ():
        fall = (down + more * lift) * scale
        cast = ImageChops.offset(piece.getchannel("A"), 0, round(fall)).filter(ImageFilter.GaussianBlur(fall * BLUR))
        cast = ImageChops.multiply(cast, made.getchannel("A")).point([round(v * strength) for v in range(256)])
        shadow = Image.new("RGBA", made.size, (*INK, 255))
        shadow.putalpha(cast)
        made = Image.alpha_composite(made, shadow)
    return made
