"""How a box to type in looks: its rows, how far they are moved so that the caret is seen, and what is marked.

This file knows shaped letters, colours and pygame's surfaces; places are pixels from the box's upper left corner. It
knows no event and changes no text.
"""

import pygame

from game.desk.form import Entry
from game.desk.text.lines import TextLayout
from game.desk.text.shaping import TextShaper
from game.desk.theme import BOX, EDGE, HEATHER, INK, MARKED, ROUND, SOFT

STYLE, HIDDEN = "typed", "•"
PAD, RIM = 14, 3  # design units beside the words, and of the edge


def height_of(item: Entry, shaper: TextShaper, width: int) -> int:
    """How high a box of this width must be, in pixels, so that all rows of what stands in it are seen."""
    view = TextBoxView(shaper, item, (width, 0))
    view.rows.lay(item.value)
    return view.hidden


class TextBoxView:
    """The view of one box of this size. `here` is the caret's place, what lies up to `held` is marked."""

    def __init__(self, shaper: TextShaper, item: Entry, size: tuple[int, int]):
        self._shaper, self._item = shaper, item
        self._box = pygame.Rect((0, 0), size)
        beside, rim = self._px(PAD), max(1, self._px(RIM))
        self._page = self._box.inflate(-2 * beside, -2 * rim)
        self._caret = max(2, self._px(2))
        self.rows = TextLayout(shaper, STYLE, max(1, self._page.width - self._caret), item.lines > 1)
        middle = max(0, (self._page.height - self.rows.high) // 2)
        self._over = beside if item.lines > 1 else middle  # above the first row
        self._shift = self._here = self._held = 0
        self._top: float = 0  # a wheel moves by parts of a pixel

    def lay(self, text: str, here: int, held: int) -> None:
        """Show this text; the caret is to be seen."""
        self.rows.lay(HIDDEN * len(text) if self._item.secret else text)
        self._here, self._held = here, held
        self._show_caret()

    def scroll_by(self, pixels: float) -> bool:
        """Move the rows up by so many pixels; False where they are at their end."""
        before, self._top = self._top, min(max(self._top + pixels, 0), self.hidden)
        return self._top != before

    @property
    def hidden(self) -> int:
        """Pixels of the rows that have no room."""
        return max(0, len(self.rows.rows) * self.rows.high - self._page.height + 2 * self._over)

    @property
    def caret(self) -> pygame.Rect:
        """Where the next letter goes."""
        x = self.rows.x(self._here) + self._shift
        y = self._over - round(self._top) + self.rows.number(self._here) * self.rows.high
        return pygame.Rect(x, y, self._caret, self.rows.high).move(self._page.topleft)

    def at(self, x: float, y: float) -> int:
        """Between which signs this point lies."""
        number = int((y - self._page.top - self._over + self._top) // self.rows.high)
        return self.rows.nearest(number, round(x) - self._page.left - self._shift)

    def painted(self, focused: bool) -> pygame.Surface:
        """The box as it is now; `focused`: it is typed in."""
        box = pygame.Surface(self._box.size, pygame.SRCALPHA)
        edge, thick = (HEATHER, RIM) if focused else (EDGE, RIM - 1)
        pygame.draw.rect(box, BOX, self._box, border_radius=self._px(ROUND))
        pygame.draw.rect(box, edge, self._box, max(1, self._px(thick)), self._px(ROUND))
        page = box.subsurface(self._page)
        if focused:
            self._paint_marked(page)
        self._paint_rows(page, self.rows, INK)
        if not self.rows.text:
            hint = TextLayout(self._shaper, STYLE, self.rows.width, self.rows.wraps)
            hint.lay(self._item.hint)
            self._paint_rows(page, hint, SOFT)
        if focused:
            pygame.draw.rect(box, INK, self.caret.clip(self._page))
        if self.hidden:
            self._paint_bar(box)
        return box

    def _px(self, units: float) -> int:
        return round(units * self._shaper.scale)

    def _show_caret(self) -> None:
        rows, number = self.rows, self.rows.number(self._here)
        x, beyond = rows.x(self._here), max(0, rows.long(number) - rows.width)
        first, last = (0, beyond) if rows.at_the_right(number) else (-beyond, 0)
        self._shift += min(0, rows.width - x - self._shift) or max(0, -x - self._shift)
        self._shift = min(max(self._shift, first), last)
        top, high = number * rows.high, self._page.height - 2 * self._over
        self._top = min(max(self._top, top + rows.high - high), top, self.hidden)

    def _paint_marked(self, page: pygame.Surface) -> None:
        over, high = self._over - round(self._top), self.rows.high
        for number, left, right in self.rows.parts(*sorted((self._here, self._held))):
            pygame.draw.rect(page, MARKED, (left + self._shift, over + number * high, right - left, high))

    def _paint_rows(self, page: pygame.Surface, rows: TextLayout, colour: str) -> None:
        """The rows that can be seen, and of a long one only what can be seen of it."""
        over = self._over - round(self._top)
        first = max(0, -over // rows.high - 1)
        for number in range(first, min(len(rows.rows), (page.get_height() - over) // rows.high + 2)):
            left = rows.left(number) + self._shift
            base = over + number * rows.high + self._shaper.base(STYLE)
            for run in rows.runs(number):
                if -run.width < left + run.left < page.get_width():
                    self._shaper.paint(page, run, (left, base), STYLE, colour)

    def _paint_bar(self, box: pygame.Surface) -> None:
        """How much more there is, and where this is in it."""
        room = self._page.height - 2 * self._over
        high, top = room * room // (room + self.hidden), room * self._top // (room + self.hidden)
        left = self._px(6) if self._shaper.rtl else self._page.right + self._px(4)
        bar = pygame.Rect(left, self._page.top + self._over + top, max(2, self._px(4)), max(8, high))
        pygame.draw.rect(box, EDGE, bar, border_radius=bar.width // 2)
