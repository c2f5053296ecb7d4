"""Packed pixels, looked at."""

from PIL import Image

from game.art.pixels import ORDER, unpacked


def image_of(data: bytes) -> Image.Image:
    """In red, green, blue and alpha."""
    size, painted = unpacked(data)
    image = Image.new("RGBA", size)
    for (left, top, wide, high), strips in painted:
        if pixels := b"".join(strips):
            image.paste(Image.frombytes("RGBA", (wide, high), pixels, "raw", ORDER), (left, top))
    return image
