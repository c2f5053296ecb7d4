"""A drawing as pixels that need only be inflated: to open a PNG takes four times as long, and a page waits for dozens.

What is clear around the paint is left out: of most pictures that is more than half. This file knows bytes and Pillow;
it knows no file and no pygame.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from struct import Struct
from typing import Any, Final

HEAD, PLACE = Struct(">III"), Struct(">IIII")  # width, height and how many boxes; where the paint of each is
ORDER: Final = "BGRA"  # a byte each of blue, green, red and alpha, not premultiplied: as a screen has them
MOST = 1 << 28  # bytes: more than the largest sheet of a puppet has
STRIP = 64  # rows that are packed or opened at a time: a whole screen at once takes ten megabytes twice over
PIECE = 1 << 16  # bytes that are inflated at a time
FAST = 1  # of 9: a third more on disk than the PNG, and half the time of the smallest to make

PixelBox = tuple[int, int, int, int]  # left, top, width and height in pixels
Painted = tuple[PixelBox, Iterator[bytearray]]  # the paint in a box, and its pixels: taken before the next one's


def packed(png: bytes, boxes: Sequence[PixelBox] = ()) -> bytes:
    """HEAD, a PLACE for the paint in each of these boxes, () for one that is all of it; then the pixels of all paint in
    this ORDER from the upper left, deflated.
    """
    from PIL import Image  # only where something is drawn: a warm start does without it

    with Image.open(BytesIO(png)) as opened:
        image = opened if opened.mode == "RGBA" else opened.convert("RGBA")
        paints, deflate = _paints(image, boxes or [(0, 0, *image.size)]), zlib.compressobj(FAST)
        made = [deflate.compress(strip) for paint in paints for strip in _rows(image, paint)]
        head = HEAD.pack(*image.size, len(paints)) + b"".join(PLACE.pack(*paint) for paint in paints)
        return head + b"".join(made) + deflate.flush()


def _paints(image: Any, boxes: Iterable[PixelBox]) -> list[PixelBox]:
    alpha, paints = image.getchannel("A"), []
    for left, top, wide, high in boxes:
        paint = alpha.crop((left, top, left + wide, top + high)).getbbox() or (0, 0, 0, 0)
        paints.append((left + paint[0], top + paint[1], paint[2] - paint[0], paint[3] - paint[1]))
    return paints


def _rows(image: Any, paint: PixelBox) -> Iterator[bytes]:
    left, top, wide, high = paint
    for y in range(top, top + high, STRIP):
        yield image.crop((left, y, left + wide, min(y + STRIP, top + high))).tobytes("raw", ORDER)


def unpacked(data: bytes, rows: int = STRIP) -> tuple[tuple[int, int], Iterator[Painted]]:
    """Width and height, and what is painted in each box, so many rows at a time, at the end perhaps fewer. Raises
    struct.error where this was never `packed`, and zlib.error where that shows in the pixels, or not all are there.
    """
    width, height, many = HEAD.unpack_from(data)
    paints = [PLACE.unpack_from(data, HEAD.size + number * PLACE.size) for number in range(many)]
    outside = any(left + wide > width or top + high > height for left, top, wide, high in paints)
    if not paints or outside or len(ORDER) * sum(wide * high for _, _, wide, high in paints) > MOST:
        raise zlib.error("that many pixels were never packed")
    deflated = memoryview(data)[HEAD.size + many * PLACE.size :]
    return (width, height), _in_boxes(deflated, paints, rows)


def _in_boxes(deflated: memoryview, paints: list[PixelBox], rows: int) -> Iterator[Painted]:
    lengths = [list(_lengths(paint, rows)) for paint in paints]
    strips = _strips(deflated, [length for each in lengths for length in each])
    for paint, each in zip(paints, lengths, strict=True):
        yield paint, islice(strips, len(each))
    next(strips, None)  # which looks whether that was all


def _lengths(paint: PixelBox, rows: int) -> Iterator[int]:
    """How many bytes its strips have."""
    _, _, wide, high = paint
    return (len(ORDER) * wide * min(rows, high - top) for top in range(0, high, rows))


def _strips(deflated: memoryview, lengths: Iterable[int]) -> Iterator[bytearray]:
    """Strips of so many bytes, one after the other."""
    inflate = zlib.decompressobj()
    pieces = (bytes(deflated[at : at + PIECE]) for at in range(0, len(deflated), PIECE))
    piece = next(pieces, b"")
    for length in lengths:
        strip, at = bytearray(length), 0
        while at < length:
            found = inflate.decompress(piece, min(PIECE, length - at))
            strip[at : at + len(found)] = found
            at += len(found)
            piece = inflate.unconsumed_tail or next(pieces, b"")
            if not piece and not found:
                raise zlib.error("not all pixels are there")
        yield strip
        del strip  # before the next one is begun
    if inflate.decompress(piece + b"".join(pieces), 1) or not inflate.eof:  # its last bytes are a sum of all
        raise zlib.error("these are not the pixels that were packed")
