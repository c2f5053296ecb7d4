"""A drawing as pixels that need only be inflated: to open a PNG takes four times as long, and a page waits for dozens.

This file knows bytes and Pillow; it knows no file and no pygame.
"""

import zlib
from io import BytesIO
from struct import Struct
from typing import Final

SIZE = Struct(">II")
ORDER: Final = "BGRA"  # a byte each of blue, green, red and alpha, not premultiplied: as a screen has them
MOST = 1 << 26  # bytes for which there is room from the first: more than a large screen has
STRIP = 64  # rows that are packed at a time: a whole screen at once takes ten megabytes twice over
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


def unpacked(data: bytes) -> tuple[tuple[int, int], bytes]:
    """Width and height, and the pixels. Raises struct.error or zlib.error where this was never `packed`."""
    width, height = SIZE.unpack_from(data)
    room = min(max(1, width * height * len(ORDER)), MOST)
    return (width, height), zlib.decompress(memoryview(data)[SIZE.size :], bufsize=room)
