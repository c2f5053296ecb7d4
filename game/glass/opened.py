"""Packed pixels become a surface. This file knows pygame and `art/pixels.py`."""

import pygame

from game.art.pixels import ORDER, unpacked


def surface_of(data: bytes) -> pygame.Surface:
    """Not premultiplied, and only to be converted: nothing may be painted on it, since the pixels are no copy.

    Raises struct.error, zlib.error or ValueError where the data are damaged.
    """
    size, pixels = unpacked(data)
    return pygame.image.frombuffer(pixels, size, ORDER)
