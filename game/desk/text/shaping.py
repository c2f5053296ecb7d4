"""Letters on the desk: fonts, widths, lines, and the surfaces of words, in any script and in both directions.

This file knows the desk's fonts and pygame's; it knows no form. Words are cut into runs of one direction and one face:
the order of runs on the glass is python-bidi's, the shapes within a run HarfBuzz's, which lies in SDL's fonts. So
Arabic is joined, Devanagari is in its order, and English words in Arabic ones do not stand backwards.
"""

import re
from bisect import bisect_right
from contextlib import suppress
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from unicodedata import category, name

import pygame
import pygame_gui
from msgspec import Struct

from game.desk.text.bidi import RIGHT_TO_LEFT, as_seen, leads_right, levels
from game.system.paths import ASSETS

FONTS = ASSETS / "fonts"
GIVEN = Path(pygame_gui.__file__).parent / "data"  # pygame_gui brings Noto faces with it
LATIN, ARABIC = "andika", "vazirmatn"
CHINESE = "NotoSansSC"
FACES = {  # the signs of a face where it is not the desk's own, as in a regular expression
    ARABIC: "\u0600-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "NotoSansHebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "noto-serif-devanagari": "\u0900-\u097f",
    "NotoSans": "\u0370-\u052f\u1f00-\u1fff",
    "NotoSansGeorgian": "\u10a0-\u10ff",
    "NotoSansKR": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "NotoSansJP": "\u3040-\u30ff\u31f0-\u31ff",
    CHINESE: "\u2e80-\u303f\u3100-\u312f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff",
    LATIN: "\u0180-\u1fff\u2070-\U0010ffff",  # all else: it has a box to show for what no face has
}
HAN = {"NotoSansKR": "euc_kr", "NotoSansJP": "euc_jp"}  # beside these, their Chinese signs look as in that language
SCRIPTS = {ARABIC: "Arab", "NotoSansHebrew": "Hebr", "noto-serif-devanagari": "Deva"}  # what HarfBuzz must be told
_FACE = re.compile("|".join(f"([{signs}])" for signs in FACES.values()))
STYLES = {
    "title": (34, True),
    "heading": (25, True),
    "button": (22, True),
    "chip": (18, True),
    "key": (25, False),
    "typed": (22, False),
    "body": (21, False),
    "small": (18, False),
}
LINE = 1.34  # of the size of the letters
LONGEST_RUN = 200  # signs: SDL paints a run as one surface
NEARLY = 0.95  # of a width: from there on a line is measured as a whole
_PIECE = re.compile(f".{{1,{LONGEST_RUN - 1}}}(?:\\s|$)|.{{1,{LONGEST_RUN}}}")
JOINER = "\u200d"
NOT_A_SIGN, LAST_OF_OURS = "\U0010ffff", "\u052f"  # no face has the one; the desk's own have all up to the other
NAMED = "\u200e\u2039{}\u203a\u200e"  # the names are English, whatever they stand in


class ShapedLine(Struct, frozen=True):
    """One line of words in the order in which it is read, and how wide it is in pixels."""

    text: str
    width: int


class Run(Struct, frozen=True):
    """Signs of one face and direction from the sign `start` on; where they stand in their line, in pixels."""

    text: str
    start: int
    face: str
    rtl: bool
    left: int = 0
    width: int = 0


class TextShaper:
    """The letters for one window: `scale` pixels to a design unit; `rtl` where the language runs right to left."""

    def __init__(self, scale: float, rtl: bool = False):
        pygame.font.init()
        self.scale, self.rtl = scale, rtl
        self.own = ARABIC if rtl else LATIN  # Arabic's has Latin letters too, so that one line is of one face
        self._fonts: dict[tuple[str, str, bool], pygame.font.Font] = {}
        self._kept, self._broken = lru_cache(4000)(self._set), lru_cache(1000)(self._lines)

    def height(self, style: str) -> int:
        """Pixels from one line to the next."""
        return round(STYLES[style][0] * LINE * self.scale)

    def lines(self, text: str, style: str, width: float) -> tuple[ShapedLine, ...]:
        """The words in lines no wider than `width` pixels; a single word that is wider is cut."""
        return (self._broken if len(text) <= LONGEST_RUN else self._lines)(text, style, width)

    def _lines(self, text: str, style: str, width: float) -> tuple[ShapedLine, ...]:
        parts = [" ".join(part.split()) for part in text.split("\n")]
        found = [part[a:b].strip() for part in parts for a, b in self.breaks(part, style, width)]
        return tuple(ShapedLine(line, self.width(line, style)) for line in found)

    def surface(self, line: ShapedLine, style: str, colour: str) -> pygame.Surface:
        """The line, painted on nothing."""
        runs = self.runs(line.text, style)
        fonts = [self._font(run.face, style) for run in runs] or [self._font(self.own, style)]
        up, down = max(f.get_ascent() for f in fonts), max(-f.get_descent() for f in fonts)
        whole = pygame.Surface((max(1, line.width), up + down), pygame.SRCALPHA)
        for run in runs:
            self.paint(whole, run, (0, up), style, colour)
        return whole

    def paint(self, surface: pygame.Surface, run: Run, base: tuple[int, int], style: str, colour: str) -> None:
        """Paint a run whose line begins at this point of the line on which letters stand."""
        if not run.width:  # SDL refuses to paint nothing
            return
        font = self._font(run.face, style, run.rtl)
        surface.blit(font.render(run.text, True, colour), (base[0] + run.left, base[1] - font.get_ascent()))

    def width(self, text: str, style: str) -> int:
        """Pixels of the words in one line."""
        return sum(run.width for run in self.runs(text, style))

    def base(self, style: str) -> int:
        """Pixels from the upper edge of a line to where its letters stand."""
        font = self._font(self.own, style)
        return (self.height(style) - font.get_height()) // 2 + font.get_ascent()

    def runs(self, text: str, style: str, rtl: bool | None = None) -> tuple[Run, ...]:
        """The runs of a line from left to right; `rtl` says how its paragraph leads, else language or letters."""
        own = self.rtl and (RIGHT_TO_LEFT.search(text) or not any(map(str.isalpha, text)))  # not an English line
        leads = bool(own or leads_right(text)) if rtl is None else rtl
        return (self._kept if len(text) <= LONGEST_RUN else self._set)(text, style, leads)

    def breaks(self, text: str, style: str, width: float) -> list[tuple[int, int]]:
        """From which sign to which each line of a paragraph goes; spaces at its end may hang over."""
        most = self._most(style, width)
        if len(text) <= most and self.width(text.rstrip(), style) <= width:
            return [(0, len(text))]
        ends, so_far = [0], 0
        for found in re.finditer(r"\S+\s*|\s+", text):
            word, begins = found[0].rstrip(), found.start()
            if so_far and (len(word) > most or self._too_wide(text[ends[-1] : begins], so_far, word, style, width)):
                ends.append(begins)
                so_far = 0
            while word and (fits := self._fit(word, style, width, most)) < len(word):
                begins, word = begins + fits, word[fits:]
                ends.append(begins)
            so_far += self.width(text[begins : found.end()], style)
        return list(zip(ends, [*ends[1:], len(text)], strict=True))

    def edge(self, run: Run, signs: int, style: str) -> int:
        """Where in its line the first so many signs of the run end."""
        wide = self._font(run.face, style, run.rtl).size(run.text[:signs])[0] if signs < len(run.text) else run.width
        return run.left + (run.width - wide if run.rtl else wide)

    def _too_wide(self, line: str, so_far: int, word: str, style: str, width: float) -> bool:
        """Whether one more word is too much for this line, which can be wider than the sum of its words."""
        wide = so_far + self.width(word, style)
        return wide > width or (wide > NEARLY * width and self.width(line + word, style) > width)

    def _most(self, style: str, width: float) -> int:
        """More signs than this are no line: so much is never measured."""
        return 1 + int(width / (STYLES[style][0] * self.scale * 0.1))

    def _fit(self, word: str, style: str, width: float, most: int) -> int:
        """How many signs of the word stand in this width: at least one with its marks."""
        if len(word) <= most and self.width(word, style) <= width:
            return len(word)
        signs = range(1, min(len(word), most) + 1)
        fits = bisect_right(signs, width, key=lambda n: self.width(word[:n], style))
        return max(1, whole(word, fits))

    def named(self, text: str, style: str) -> str:
        """The words with the name of each sign that no face has in its place, which would be an empty box."""
        found, dropped = [], False
        for sign, face in zip(text, self._faces(text), strict=True):
            dropped = dropped and category(sign) in ("Mn", "Cf")  # what changes a sign goes with it
            if not dropped and sign > LAST_OF_OURS and face == LATIN and self._is_box(sign, style):
                found.append(NAMED.format(name(sign, "").lower() or f"U+{ord(sign):X}"))
                dropped = True
            elif not dropped:
                found.append(sign)
        return "".join(found)

    def _is_box(self, sign: str, style: str) -> bool:
        """Whether the face for all else shows this sign as what it shows for what it does not have."""
        font = self._font(LATIN, style)
        if font.metrics(sign) != font.metrics(NOT_A_SIGN):
            return False
        return self._pixels(sign, style) == self._pixels(NOT_A_SIGN, style)

    def _pixels(self, sign: str, style: str) -> bytes:
        return pygame.image.tobytes(self._font(LATIN, style).render(sign, True, "black"), "RGBA")

    def _set(self, text: str, style: str, rtl: bool) -> tuple[Run, ...]:
        found, left = [], 0
        for run in _in_order(text, self._faces(text), rtl):
            wide = self._font(run.face, style, run.rtl).size(run.text)[0]
            found.append(Run(run.text, run.start, run.face, run.rtl, left, wide))
            left += wide
        return tuple(found)

    def _faces(self, text: str) -> list[str]:
        """The face of each sign; spaces and marks have that of what they follow."""
        around = [face for face in HAN if re.search(f"[{FACES[face]}]", text)]
        names, faces, last = tuple(FACES), [], self.own
        for sign in text:
            if sign == " " or (sign >= "\u0300" and category(sign) in ("Mn", "Mc", "Me", "Cf")):
                pass
            elif (found := _FACE.match(sign)) and found.lastindex:
                last = names[found.lastindex - 1]
                if last == CHINESE:
                    last = next((face for face in around if _can_write(HAN[face], sign)), CHINESE)
            else:
                last = self.own
            faces.append(last)
        return faces

    def _font(self, face: str, style: str, rtl: bool = False) -> pygame.font.Font:
        if (face, style, rtl) not in self._fonts:
            size, bold = STYLES[style]
            self._fonts[face, style, rtl] = font = pygame.font.Font(_file(face, bold), round(size * self.scale))
            with suppress(pygame.error):  # a pygame that was built without HarfBuzz shows letters that are not joined
                font.set_direction(pygame.DIRECTION_RTL if rtl else pygame.DIRECTION_LTR)
                font.set_script(SCRIPTS.get(face, "Zyyy"))
        return self._fonts[face, style, rtl]


@lru_cache(4)
def shaper(scale: float, rtl: bool = False) -> TextShaper:
    """The one of this scale and direction: no font is opened again, and no word measured again, in the next window."""
    return TextShaper(scale, rtl)


def whole(text: str, at: int, by: int = -1) -> int:
    """The place between two signs that is nearest to `at` in this direction and parts no letter from its marks."""
    while 0 < at < len(text) and (JOINER in text[at - 1 : at + 1] or category(text[at])[0] == "M"):
        at += by
    return at


def _can_write(codec: str, sign: str) -> bool:
    return bool(sign.encode(codec, "ignore"))


def _file(face: str, bold: bool) -> Path:
    if face in (LATIN, ARABIC, "noto-serif-devanagari"):
        return FONTS / f"{face}-{'bold' if bold else 'regular'}.ttf"
    return next(GIVEN.glob(f"{face}-{'Bold' if bold else 'Regular'}.?tf"))


def _in_order(text: str, faces: list[str], rtl: bool) -> list[Run]:
    """The runs of a line from left to right."""
    clean, deep, runs, depths = "".join(map(_shown, text)), levels(text, rtl), [], []
    for (depth, face), signs in groupby(range(len(text)), key=lambda n: (deep[n], faces[n])):
        found = list(signs)
        for piece in _PIECE.finditer(clean, found[0], found[-1] + 1):
            runs.append(Run(piece[0], piece.start(), face, bool(depth % 2)))
            depths.append(depth)
    return as_seen(runs, depths)


def _shown(sign: str) -> str:
    """What can be painted of a sign: SDL refuses some, and no face shows what only steers a printer."""
    kind = category(sign)
    return " " if kind in ("Cc", "Zl", "Zp") else "\ufffd" if kind == "Cs" else sign
