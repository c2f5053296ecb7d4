"""Words can be read on whatever they stand at the desk, and what the keyboard is on is seen."""

import re

from game.desk.images import GROUND
from game.desk.theme import BLUSH, LOOKS, PAPER, RING, SHEET, TONES


def brightness(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, 1 to 21, as WCAG 2 counts it."""
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_words_can_be_read_on_whatever_they_stand():
    hills = re.findall(r'fill="(#\w{6})"', GROUND.read_text("utf-8"))
    for tone in ("ink", "soft", "trouble", "link"):
        assert min(contrast(TONES[tone], paper) for paper in (PAPER, SHEET, *hills)) >= 4.5, tone
    for look in ("main", "danger", "chosen", "tab-on", "item-on"):
        assert min(contrast(TONES["light"], fill) for fill in LOOKS[look][:2]) >= 4.5, look
    assert min(contrast(RING, paper) for paper in (PAPER, SHEET)) >= 3, "around what the keyboard is on"
    assert min(contrast(TONES["trouble"], BLUSH), contrast(TONES["soft"], LOOKS["off"][0])) >= 4.5
    for look in ("plain", "choice", "quiet", "tab", "tile", "tile-on"):
        assert min(contrast(TONES["ink"], fill) for fill in LOOKS[look][:2]) >= 7, look
