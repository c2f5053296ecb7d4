"""What is packed comes out as it went in, whatever its kind of PNG."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from game.art.pixels import STRIP, packed, unpacked
from tests.support.pixels import image_of

HIGH = 2 * STRIP + 1  # the last strip is a row alone
PAINT = {"RGBA": (10, 200, 90, 128), "RGB": (10, 200, 90), "L": 90, "P": 3}


@pytest.mark.parametrize("mode", PAINT)
def test_it_comes_out_as_it_went_in(mode):
    image, png = Image.new(mode, (7, HIGH), PAINT[mode]), BytesIO()
    image.putpixel((6, HIGH - 1), 0)
    if mode == "P":
        image.putpalette(range(48))
    image.save(png, "PNG")
    found = image_of(packed(png.getvalue()))
    assert (found.size, found.tobytes()) == ((7, HIGH), image.convert("RGBA").tobytes())


@pytest.mark.parametrize("damaged", [b"", b"1234567", b"12345678 no pixels"])
def test_what_was_never_packed_is_an_error(damaged):
    with pytest.raises((struct.error, zlib.error)):
        unpacked(damaged)
