"""Packed pixels become a surface. This file knows pygame and `art/pixels.py`.

They come strip by strip: all of a screen beside its surface would be as much again.
"""

from collections.abc import Iterator

import pygame

from game.art.pixels import ORDER, STRIP, PixelBox, unpacked
from game.glass.trimmed import around


def surface_of(data: bytes, opaque: bool = False) -> pygame.Surface:
    """Not premultiplied, and without what is clear around its paint (`trimmed.py`); where it is `opaque`, whole, and
    without what can be seen through.

    Raises struct.error or zlib.error where the data are damaged.
    """
    size, painted = strips_of(data)
    paint, strips = next(painted)
    left = pygame.Rect(0, 0, *size) if opaque else around(size, pygame.Rect(paint))
    surface, top = pygame.Surface(left.size, 0 if opaque else pygame.SRCALPHA), paint[1] - left.y
    for strip in strips:
        strip.set_alpha(None)  # laid as it is, and not over what is there
        surface.blit(strip, (paint[0] - left.x, top))
        top += strip.get_height()
    next(painted, None)  # which looks whether that was all
    return surface


Strips = tuple[PixelBox, Iterator[pygame.Surface]]  # where the paint of a box is, and its pixels from the top


def strips_of(data: bytes, rows: int = STRIP) -> tuple[tuple[int, int], Iterator[Strips]]:
    """Width and height, and where the paint of each box is, with surfaces of so many rows each, from its top; their
    pixels are no copy.
    """
    size, painted = unpacked(data, rows)
    return size, ((paint, (_surface(strip, paint[2]) for strip in strips)) for paint, strips in painted)


def _surface(strip: bytearray, wide: int) -> pygame.Surface:
    return pygame.image.frombuffer(strip, (wide, len(strip) // (wide * len(ORDER))), ORDER)
