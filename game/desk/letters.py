"""Letters on the desk: fonts, widths, lines, and the surfaces of words, right to left where they run that way.

This file knows the desk's fonts and pygame's; it knows no form. SDL would turn a line round as a whole, so that
English words in Arabic ones stood backwards: the order of signs is python-bidi's, their joined shapes
arabic-reshaper's.
"""

import re
from functools import cached_property
from pathlib import Path

import arabic_reshaper
import pygame
from bidi import get_display
from msgspec import Struct

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
LATIN, ARABIC = "andika", "vazirmatn"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
STYLES = {"title": (34, True), "heading": (25, True), "button": (22, True), "body": (21, False), "small": (17, False)}
LINE = 1.34  # of the size of the letters


class Line(Struct, frozen=True):
    """One line of words in the order in which it is read, and how wide it is in pixels."""

    text: str
    width: int


class Letters:
    """The letters for one window: `scale` pixels to a design unit; `rtl` where the language runs right to left."""

    def __init__(self, scale: float, rtl: bool = False):
        pygame.font.init()
        self.scale, self.rtl = scale, rtl
        self._fonts: dict[tuple[str, str], pygame.font.Font] = {}

    @cached_property
    def own(self) -> str:
        """The face of the desk's language; Arabic's has Latin letters too, so that one line is of one face."""
        return ARABIC if self.rtl else LATIN

    def height(self, style: str) -> int:
        """Pixels from one line to the next."""
        return round(STYLES[style][0] * LINE * self.scale)

    def lines(self, text: str, style: str, width: float) -> tuple[Line, ...]:
        """The words in lines no wider than `width` pixels; a single word that is wider is cut."""
        return tuple(line for part in text.split("\n") for line in self._wrapped(part, style, width))

    def surface(self, line: Line, style: str, colour: str) -> pygame.Surface:
        """The line, painted on nothing."""
        return self._font(line.text, style).render(self._as_seen(line.text), True, colour)

    def width(self, text: str, style: str) -> int:
        """Pixels of the words in one line."""
        return self._font(text, style).size(self._as_seen(text))[0]

    def _wrapped(self, text: str, style: str, width: float) -> list[Line]:
        found, so_far = [], ""
        for word in text.split():
            longer = f"{so_far} {word}".strip()
            if so_far and self.width(longer, style) > width:
                found.append(so_far)
                longer = word
            while len(longer) > 1 and self.width(longer, style) > width:
                fits = next(
                    n for n in range(len(longer) - 1, 0, -1) if n == 1 or self.width(longer[:n], style) <= width
                )
                found.append(longer[:fits])
                longer = longer[fits:]
            so_far = longer
        return [Line(line, self.width(line, style)) for line in [*found, so_far]]

    def _as_seen(self, text: str) -> str:
        """From left to right, as it stands on the glass."""
        if not (self.rtl or RIGHT_TO_LEFT.search(text)):
            return text
        return get_display(arabic_reshaper.reshape(text), base_dir="R" if self.rtl else None)

    def _font(self, text: str, style: str) -> pygame.font.Font:
        face = ARABIC if RIGHT_TO_LEFT.search(text) else self.own
        if (face, style) not in self._fonts:
            size, bold = STYLES[style]
            path = FONTS / f"{face}-{'bold' if bold else 'regular'}.ttf"
            self._fonts[face, style] = pygame.font.Font(path, round(size * self.scale))
        return self._fonts[face, style]
