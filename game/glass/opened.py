"""Packed pixels become a surface. This file knows pygame and `art/pixels.py`.

They come strip by strip: all of a screen beside its surface would be as much again.
"""

from collections.abc import Iterator

import pygame

from game.art.pixels import ORDER, STRIP, unpacked


def surface_of(data: bytes, opaque: bool = False) -> pygame.Surface:
    """Not premultiplied; where it is `opaque`, without what can be seen through.

    Raises struct.error or zlib.error where the data are damaged.
    """
    size, strips = strips_of(data)
    surface, top = pygame.Surface(size, 0 if opaque else pygame.SRCALPHA), 0
    for strip in strips:
        strip.set_alpha(None)  # laid as it is, and not over what is there
        surface.blit(strip, (0, top))
        top += strip.get_height()
    return surface


def strips_of(data: bytes, rows: int = STRIP) -> tuple[tuple[int, int], Iterator[pygame.Surface]]:
    """Width and height, and surfaces of so many rows each, from the top; their pixels are no copy."""
    (width, height), strips = unpacked(data, rows)
    row = width * len(ORDER)
    return (width, height), (pygame.image.frombuffer(strip, (width, len(strip) // row), ORDER) for strip in strips)
