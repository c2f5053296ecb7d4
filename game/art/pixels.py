"""A drawing as pixels that need only be inflated: to open a PNG takes four times as long, and a page waits for dozens.

This file knows bytes and Pillow; it knows no file and no pygame.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import Struct
from typing import Final

SIZE = Struct(">II")
ORDER: Final = "BGRA"  # a byte each of blue, green, red and alpha, not premultiplied: as a screen has them
MOST = 1 << 28  # bytes: more than the largest sheet of a puppet has
STRIP = 64  # rows that are packed or opened at a time: a whole screen at once takes ten megabytes twice over
PIECE = 1 << 16  # bytes that are inflated at a time
FAST = 1  # of 9: a third more on disk than the PNG, and half the time of the smallest to make


def packed(png: bytes) -> bytes:
    """Width and height as SIZE, then the pixels in this ORDER from the upper left, deflated."""
    from PIL import Image  # only where something is drawn: a warm start does without it

    with Image.open(BytesIO(png)) as opened:
        image = opened if opened.mode == "RGBA" else opened.convert("RGBA")
        (width, height), deflate = image.size, zlib.compressobj(FAST)
        strips = (image.crop((0, top, width, min(top + STRIP, height))) for top in range(0, height, STRIP))
        made = [deflate.compress(strip.tobytes("raw", ORDER)) for strip in strips]
        return SIZE.pack(width, height) + b"".join(made) + deflate.flush()


def unpacked(data: bytes, rows: int = STRIP) -> tuple[tuple[int, int], Iterator[bytearray]]:
    """Width and height, and the pixels, so many rows at a time, at the end perhaps fewer. Raises struct.error where
    this was never `packed`, and zlib.error where that shows in the pixels, or not all of them are there.
    """
    width, height = SIZE.unpack_from(data)
    row = width * len(ORDER)
    if height * row > MOST:
        raise zlib.error("that many pixels were never packed")
    return (width, height), _strips(memoryview(data)[SIZE.size :], rows * row, height * row)


def _strips(deflated: memoryview, most: int, left: int) -> Iterator[bytearray]:
    """So many bytes at a time; `left` are there in all."""
    inflate = zlib.decompressobj()
    pieces = (bytes(deflated[at : at + PIECE]) for at in range(0, len(deflated), PIECE))
    piece = next(pieces, b"")
    while left:
        strip, at = bytearray(min(most, left)), 0
        while at < len(strip):
            found = inflate.decompress(piece, min(PIECE, len(strip) - at))
            strip[at : at + len(found)] = found
            at += len(found)
            piece = inflate.unconsumed_tail or next(pieces, b"")
            if not piece and not found:
                raise zlib.error("not all pixels are there")
        left -= len(strip)
        yield strip
        del strip  # before the next one is begun
    if inflate.decompress(piece + b"".join(pieces), 1) or not inflate.eof:  # its last bytes are a sum of all
        raise zlib.error("these are not the pixels that were packed")
