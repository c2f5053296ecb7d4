"""Papers as their pixels, and what of a record goes home on them."""

import io
import zlib

from PIL import Image, ImageChops

from game.art.library import Library
from game.paper import typst_press
from game.play.home_record import HomeRecord, home_record
from game.play.record import Traveller

MM = 72 / 25.4  # pixels to a millimetre, where a page is drawn with 72 to an inch

PAPERS = {"a4": (595, 842), "letter": (612, 792)}


class Spelling:
    """A renderer that writes which pictures it was asked for instead of drawing them."""

    library = Library()

    def paper_png(self, art, pixels: int) -> bytes:
        return repr((art, pixels)).encode()

    def sprite(self, sprite, scale: float) -> bytes:
        return repr((sprite, scale)).encode()

    def photo(self, name: str, width: int, height: int, box) -> bytes:
        return repr((name, width, height, box)).encode()


def home(traveller: Traveller) -> HomeRecord:
    """What may go home of the traveller's record."""
    return home_record(traveller.record)


def seen(sheet: typst_press.Sheet) -> list[Image.Image]:
    """The pages, 72 pixels to an inch."""
    return [Image.open(io.BytesIO(png)).convert("RGB") for png in typst_press.pngs(sheet, 72)]


def ink(page: Image.Image, other: Image.Image | None = None) -> tuple[int, int, int, int] | None:
    """The box outside of which the page is white, or like the other page."""
    return ImageChops.difference(page, other or Image.new("RGB", page.size, "white")).getbbox()


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream
