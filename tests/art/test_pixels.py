"""What is packed comes out as it went in, whatever its kind of PNG."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from game.art.pixels import HEAD, ORDER, PLACE, STRIP, packed, unpacked
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


def whole(wide: int, high: int) -> bytes:
    """Packed pixels of a size, each another than the one beside."""
    image, png = Image.radial_gradient("L").resize((wide, high)), BytesIO()
    image.save(png, "PNG")
    return packed(png.getvalue())


@pytest.mark.parametrize("rows", [1, 3, STRIP, 5 * STRIP])
def test_there_are_never_more_rows_at_a_time_than_wanted(rows):
    data = whole(9, HIGH)
    (wide, high), painted = unpacked(data, rows)
    lengths = [len(strip) for _, strips in painted for strip in strips]
    assert (wide, high) == (9, HIGH)
    assert sum(lengths) == len(ORDER) * 9 * HIGH and set(lengths[:-1]) <= {len(ORDER) * 9 * rows}
    assert 0 < lengths[-1] <= len(ORDER) * 9 * rows


WHOLE = whole(9, HIGH)
FAR = WHOLE.replace(PLACE.pack(0, 0, 9, HIGH), PLACE.pack(1, 0, 9, HIGH))  # beyond its edge
DAMAGED = (b"", b"1234567", b"123456781234 no pixels", HEAD.pack(1, 1, 1) + b" no", HEAD.pack(2**31, 2**31, 2**31))
DAMAGED += (
    HEAD.pack(9, 9, 0) + b" none",
    HEAD.pack(2**31, 2**31, 1) + PLACE.pack(0, 0, 2**31, 2**31),
    FAR,
    WHOLE[:8],
    WHOLE[:-40],
    WHOLE[:-1],
)


@pytest.mark.parametrize("damaged", DAMAGED)
def test_what_was_never_packed_is_an_error_and_so_is_what_is_not_all_there(damaged):
    with pytest.raises((struct.error, zlib.error)):
        assert [b"".join(strips) for _, strips in unpacked(damaged)[1]]


def test_of_each_box_only_its_paint_is_there():
    image, png = Image.new("RGBA", (30, 20)), BytesIO()
    for at in ((2, 3), (7, 8), (25, 0)):
        image.putpixel(at, (*at, 9, 200))
    image.save(png, "PNG")
    size, painted = unpacked(packed(png.getvalue(), [(0, 0, 10, 20), (20, 0, 10, 10), (10, 0, 10, 20)]))
    pixels = {box: b"".join(strips) for box, strips in painted}
    assert size == (30, 20) and [*pixels] == [(2, 3, 6, 6), (25, 0, 1, 1), (10, 0, 0, 0)]
    assert pixels[25, 0, 1, 1] == bytes((9, 0, 25, 200)) and len(pixels[2, 3, 6, 6]) == len(ORDER) * 6 * 6
