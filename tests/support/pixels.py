"""Packed pixels, looked at."""

from PIL import Image

from game.art.pixels import ORDER, unpacked


def image_of(data: bytes) -> Image.Image:
    """In red, green, blue and alpha."""
    size, pixels = unpacked(data)
    return Image.frombytes("RGBA", size, pixels, "raw", ORDER)
