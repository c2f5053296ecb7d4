"""Our pictures as a child sees them: painted 100 pixels wide, and measured."""

from functools import cache
from io import BytesIO
from pathlib import Path

import resvg_py
from msgspec import Struct
from PIL import Image, ImageStat

from game.system.paths import ASSETS
from tests.support.colours import saturation

SIDE = 100  # pixels that a picture is measured at; one of them is 4 units
UNIT = 4
PICTURES = sorted((ASSETS / "pictures").glob("*/*.svg"))
SEEN = 40  # of 255: what is fainter is a shadow


class Seen(Struct, frozen=True):
    """What a child sees of a picture: its box in units, a length for its size, its saturation from 0 to 1."""

    left: int
    top: int
    right: int
    bottom: int
    size: float
    saturation: float


@cache
def seen(path: Path) -> Seen:
    """The picture painted and measured."""
    whole = painted_picture(path)
    there = silhouette(whole)
    box = [edge * UNIT for edge in there.getbbox()]
    area = ImageStat.Stat(there).mean[0] / 255
    return Seen(*box, area**0.5, saturation(whole, there))


def painted_picture(path: Path) -> Image.Image:
    """The picture, SIDE pixels wide and high."""
    svg = path.read_text("utf-8")
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=SIDE, height=SIDE, skip_system_fonts=True))
    with Image.open(BytesIO(png)) as image:
        return image.convert("RGBA")


def silhouette(whole: Image.Image) -> Image.Image:
    """White where there is paint, but for shadows."""
    return whole.getchannel("A").point(lambda value: 255 if value > SEEN else 0)
