"""Packed pixels, looked at."""

from PIL import Image

from game.art.pixels import ORDER, unpacked


def image_of(data: bytes) -> Image.Image:
    """In red, green, blue and alpha."""
    size, strips = unpacked(data)
    return Image.frombytes("RGBA", size, b"".join(strips), "raw", ORDER)
