"""Colour for the pixels of a PNG that nobody sees: whoever shows a PDF makes colour and alpha larger or smaller apart,
and where those are black, a dark hairline goes around all that is cut out.

This file knows bytes and Pillow; it knows no file and no pygame.
"""

from io import BytesIO
from typing import Any

SEEN = [0, *[255] * 255]  # of each alpha: whether anything is seen
CLEAR = [0] * 16 + [
    255
] * 240  # the same so far that its colour is known; that of a fainter pixel is hardly more than 0


def bled(png: bytes) -> bytes:
    """The PNG, in which what is seen through has the colour of what is beside it; it looks as before.

    One that nothing is seen through, or nothing else, stays as it is.
    """
    from PIL import Image  # only where something is drawn: a warm start does without it

    with Image.open(BytesIO(png)) as opened:
        image = opened.convert("RGBA")
    alpha, made = image.getchannel("A"), BytesIO()
    least, most = alpha.getextrema()
    if least or not most:
        return png
    clear = image.copy()
    clear.putalpha(alpha.point(CLEAR))
    whole = Image.composite(image.convert("RGB"), _filled(clear), alpha.point(SEEN))
    whole.putalpha(alpha)
    whole.save(made, "PNG")
    return made.getvalue()


def _filled(image: Any) -> Any:
    """Red, green and blue of a picture whose pixels are seen or not: what is not is as what is, from afar."""
    from PIL import Image

    alpha, seen = image.getchannel("A"), image.convert("RGB")
    if alpha.getextrema()[0] or max(image.size) == 1:
        return seen
    afar = image.convert("RGBa").reduce(2).convert("RGBA")
    afar.putalpha(afar.getchannel("A").point(SEEN))
    return Image.composite(seen, _filled(afar).resize(image.size, Image.Resampling.NEAREST), alpha)
