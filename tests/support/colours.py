"""How colourful a picture is, as a child sees it."""

from PIL import Image, ImageStat


def saturation(image: Image.Image, seen: Image.Image | None = None) -> float:
    """The mean over all of the picture, or over what is `seen` of it (white there), from 0 to 1."""
    return ImageStat.Stat(image.convert("RGB").convert("HSV").getchannel("S"), seen).mean[0] / 255
