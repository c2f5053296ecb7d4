"""Boxes to type in, for any script and in both directions, with clipboard and an input method's unfinished signs.

pygame_gui's own boxes show a text from left to right sign by sign, read `&amp;` as HTML, and raise when selections and
line ends are deleted; so this is one element of our own. This file knows pygame_gui's element and the letters, and
nothing of what is typed. The text stays as it was typed; only what is painted is in the order of the glass.
"""

from bisect import bisect_right
from contextlib import suppress
from unicodedata import category

import pygame
import pygame_gui
from msgspec import Struct
from msgspec.structs import replace
from pygame_gui.core import UIElement

from game.desk.form import Entry
from game.desk.letters import Letters, Run, whole
from game.desk.theme import BOX, EDGE, HEATHER, INK, MARKED, ROUND, SOFT

STYLE, HIDDEN = "typed", "•"
PAD, EDGES = 14, 3  # design units beside the words, and of the edge
REPEAT = (500, 30)  # milliseconds until a key that is held down repeats, and between two repeats
SHORTCUT = pygame.KMOD_CTRL | pygame.KMOD_META


class Writing(Struct, frozen=True):
    """A text as it was typed, and between which signs the next one goes; what lies up to `held` is marked."""

    text: str = ""
    at: int = 0
    held: int = 0

    @property
    def marked(self) -> tuple[int, int]:
        """From which sign to which."""
        return min(self.at, self.held), max(self.at, self.held)

    def to(self, at: int, hold: bool = False) -> "Writing":
        """Go there; with `hold` what lies between is marked."""
        at = min(max(at, 0), len(self.text))
        return replace(self, at=at, held=self.held if hold else at)

    def put(self, new: str) -> "Writing":
        """The new signs, instead of what is marked."""
        first, last = self.marked
        return Writing(self.text[:first] + new + self.text[last:], first + len(new), first + len(new))

    def without(self, to: int) -> "Writing":
        """Take away what is marked, else what lies between here and there."""
        return (self if self.at != self.held else self.to(to, hold=True)).put("")


class Row(Struct, frozen=True):
    """One line in the box: from which sign to which, and whether its paragraph begins at the right."""

    start: int
    end: int
    rtl: bool


class Typed(UIElement):
    """A box to type in. `told` is what the screen knows of its text: what is typed since is never overwritten."""

    def __init__(self, item: Entry, rect: pygame.Rect, letters: Letters, manager, container=None):
        self._item, self._letters = item, letters
        self.writing, self.told = Writing(), ""
        self._unfinished, self._shift, self._top, self._stale, self._selects = "", 0, 0, True, False
        self._rows: list[Row] = []
        self._breaks: dict[str, list[tuple[int, int]]] = {}
        super().__init__(
            rect, manager, container, starting_height=1, layer_thickness=1, element_id=["text_entry_line"]
        )
        self.set_text(item.value)

    def get_text(self) -> str:
        """What was typed."""
        return self.writing.text

    def set_text(self, text: str) -> None:
        """Let this stand in the box."""
        self.told = text
        self._change(Writing(text, len(text), len(text)))

    def process_event(self, event: pygame.event.Event) -> bool:
        """What the pointer or a key does to the box; True where that is nobody else's business."""
        before = self.writing.text
        heard = self._pointed(event) or (self.is_focused and self._heard(event))
        if self.writing.text != before:
            self._post(pygame_gui.UI_TEXT_ENTRY_CHANGED)
        return heard

    def focus(self) -> None:
        """Typed keys come here from now on."""
        super().focus()
        pygame.key.set_repeat(*REPEAT)
        pygame.key.set_text_input_rect(pygame.Rect(self.rect))
        self._stale = True

    def unfocus(self) -> None:
        """No more; what an input method has not finished is dropped."""
        super().unfocus()
        pygame.key.set_repeat(0)
        self._unfinished, self._stale = "", True
        self._change(self.writing)

    def kill(self) -> None:
        """The box is gone."""
        if self.is_focused:
            self.unfocus()
        super().kill()

    def set_dimensions(self, dimensions, clamp_to_container: bool = False) -> None:
        """Another size."""
        super().set_dimensions(dimensions, clamp_to_container)
        self._breaks = {}
        self._change(self.writing)

    def update(self, time_delta: float) -> None:
        """Paint what is new."""
        super().update(time_delta)
        if self._stale and self.alive():
            self._stale = False
            self._set_image(self._painted().premul_alpha())

    @property
    def hangs_over(self) -> bool:
        """Whether there are more lines than the box shows."""
        return self._most > 0

    def scroll_by(self, pixels: float) -> None:
        """Move the lines up by so many pixels."""
        self._top, self._stale = min(max(self._top + pixels, 0), self._most), True

    # What is done

    def _pointed(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and self.hover_point(*event.pos):
            self._selects = True
            self._go(self._at(event.pos), False)
            return True
        if event.type == pygame.MOUSEMOTION and self._selects and self.is_focused:
            self._go(self._at(event.pos), True)
            return True
        if event.type == pygame.MOUSEBUTTONUP:
            self._selects = False
        return False

    def _heard(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.TEXTINPUT:
            self._unfinished = ""
            self._put(event.text)
        elif event.type == pygame.TEXTEDITING:
            self._unfinished = self._typable(event.text)
            self._change(self.writing)
        elif event.type == pygame.KEYDOWN and not self._unfinished:
            return self._pressed(event)
        return event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING)

    def _pressed(self, event: pygame.event.Event) -> bool:
        now, hold = self.writing, bool(event.mod & pygame.KMOD_SHIFT)
        if event.mod & SHORTCUT and not event.mod & pygame.KMOD_ALT:  # both together are AltGr on Windows
            return self._shortcut(event, hold)
        match event.key:
            case pygame.K_BACKSPACE:
                self._change(now.without(now.at - 1))
            case pygame.K_DELETE:
                self._change(now.without(whole(now.text, now.at + 1, 1)))
            case pygame.K_RETURN | pygame.K_KP_ENTER if self._item.lines > 1:
                self._put("\n")
            case pygame.K_RETURN | pygame.K_KP_ENTER:
                self._post(pygame_gui.UI_TEXT_ENTRY_FINISHED)
            case pygame.K_LEFT | pygame.K_RIGHT:
                self._go(self._beside(-1 if event.key == pygame.K_LEFT else 1), hold)
            case pygame.K_UP | pygame.K_DOWN if self._item.lines > 1:
                self._go(self._above(-1 if event.key == pygame.K_UP else 1), hold)
            case pygame.K_HOME | pygame.K_END:
                self._go(self._row.start if event.key == pygame.K_HOME else self._end(self._row), hold)
            case _:
                return False
        return True

    def _shortcut(self, event: pygame.event.Event, hold: bool) -> bool:
        letter = event.key if event.key < 128 else event.scancode - pygame.KSCAN_A + pygame.K_a  # an Arabic keyboard
        match letter:
            case pygame.K_a:
                self._change(replace(self.writing, held=0, at=len(self.writing.text)))
            case pygame.K_c | pygame.K_x:
                self._copy(letter == pygame.K_x)
            case pygame.K_v:
                with suppress(pygame.error):
                    self._put(pygame.scrap.get_text())
            case _ if event.key in (pygame.K_HOME, pygame.K_END):
                self._go(0 if event.key == pygame.K_HOME else len(self.writing.text), hold)
            case _:
                return False
        return True

    def _copy(self, cut: bool) -> None:
        first, last = self.writing.marked
        if first == last or self._item.secret:
            return
        with suppress(pygame.error):  # no clipboard here: nothing is cut that could not be pasted again
            pygame.scrap.put_text(self.writing.text[first:last])
            self._change(self.writing.put("") if cut else self.writing)

    def _put(self, new: str) -> None:
        first, last = self.writing.marked
        room = self._item.longest - len(self.writing.text) + last - first
        self._change(self.writing.put(self._typable(new)[: max(0, room)]))

    def _typable(self, new: str) -> str:
        """What can stand in this box: in one line no line end, nowhere what is no sign at all."""
        new = new.replace("\r\n", "\n").replace("\r", "\n")
        new = new if self._item.lines > 1 else new.replace("\n", " ")
        return "".join(sign for sign in new if sign in "\n\t" or category(sign) not in ("Cc", "Cs"))

    def _post(self, kind: int) -> None:
        pygame.event.post(pygame.event.Event(kind, ui_element=self, text=self.writing.text))

    def _go(self, at: int, hold: bool) -> None:
        self._change(self.writing.to(at, hold))

    def _change(self, writing: Writing) -> None:
        self.writing, self._stale = writing, True
        self._rows = self._laid()
        self._show_where()

    # Where it is

    @property
    def _shown(self) -> str:
        text, at = self.writing.text, self.writing.at
        text = text[:at] + self._unfinished + text[at:]
        return HIDDEN * len(text) if self._item.secret else text

    @property
    def _here(self) -> int:
        return self.writing.at + len(self._unfinished)

    @property
    def _row(self) -> Row:
        return self._rows[self._number]

    @property
    def _number(self) -> int:
        return bisect_right(self._rows, self._here, key=lambda row: row.start) - 1

    @property
    def _high(self) -> int:
        return self._letters.height(STYLE)

    @property
    def _room(self) -> tuple[int, int]:
        """How wide and high the place of the words is."""
        pad = round(PAD * self._letters.scale)
        return max(1, round(self.rect.width) - 2 * pad), max(self._high, round(self.rect.height) - 2 * pad)

    @property
    def _most(self) -> int:
        return max(0, len(self._rows) * self._high - self._room[1])

    def _laid(self) -> list[Row]:
        """The rows; a paragraph that has not changed is not measured again."""
        kept, self._breaks, found, start = self._breaks, {}, [], 0
        for part in self._shown.split("\n") if self._item.lines > 1 else [self._shown]:
            if part not in self._breaks:
                one_line = [(0, len(part))] if self._item.lines == 1 else None
                self._breaks[part] = (
                    one_line or kept.get(part) or self._letters.breaks(part, STYLE, self._room[0] - 2)
                )
            rtl = self._letters.leads_right(part)
            found += [Row(start + first, start + last, rtl) for first, last in self._breaks[part]]
            start += len(part) + 1
        return found

    def _runs(self, row: Row) -> tuple[Run, ...]:
        return self._letters.runs(self._shown[row.start : row.end], STYLE, row.rtl)

    def _left(self, row: Row, runs: tuple[Run, ...]) -> int:
        """Where a row begins, counted from where the words have their place."""
        return self._shift + (self._room[0] - sum(run.width for run in runs) if row.rtl else 0)

    def _x(self, row: Row, runs: tuple[Run, ...], at: int) -> int:
        """Where the next sign goes: behind the one before it, on that side where its direction goes on."""
        at -= row.start
        run = next((r for r in runs if r.start < at <= r.start + len(r.text)), None)
        if run is None:
            run = next((r for r in runs if r.start == 0), Run("", 0, "", False))
        return self._left(row, runs) + self._letters.edge(run, at - run.start, STYLE)

    def _show_where(self) -> None:
        """Move the words so far that the place of the next letter is to be seen."""
        row, (wide, high) = self._row, self._room
        runs = self._runs(row)
        if sum(run.width for run in runs) < wide:
            self._shift = 0
        x, top = self._x(row, runs, self._here), self._number * self._high
        self._shift += min(0, wide - 2 - x) or max(0, -x)
        self._top = min(max(self._top, top + self._high - high), top, self._most)

    def _at(self, place: tuple[int, int]) -> int:
        """Between which signs this point of the window lies."""
        pad = round(PAD * self._letters.scale)
        number = int((place[1] - self.rect.top - self._over + self._top) // self._high)
        row = self._rows[min(max(number, 0), len(self._rows) - 1)]
        return self._nearest(row, place[0] - self.rect.left - pad)

    @property
    def _over(self) -> int:
        """Pixels above the first row: a single line stands in the middle."""
        lines = self._item.lines
        return max(0, round(self.rect.height) - lines * self._high) // 2 if lines == 1 else round(
            PAD * self._letters.scale
        )

    def _nearest(self, row: Row, x: int) -> int:
        runs = self._runs(row)
        x -= self._left(row, runs)
        run = next((r for r in runs if x < r.left + r.width), runs[-1] if runs else None)
        if run is None:
            return row.start
        signs = min(range(len(run.text) + 1), key=lambda n: abs(self._letters.edge(run, n, STYLE) - x))
        return min(whole(self._shown, row.start + run.start + signs), self._end(row))

    def _end(self, row: Row) -> int:
        """The last place in the row; behind the space at which it was broken would be on the next one."""
        following = any(other.start == row.end for other in self._rows[-1:0:-1] if other is not row)
        return row.end - 1 if following and self._shown[row.end - 1] == " " else row.end

    def _beside(self, by: int) -> int:
        """To the left or the right of here, as it is seen; from the end of a row to the next or the one before."""
        row, at = self._row, self.writing.at
        if not row.rtl and not any(run.rtl for run in self._runs(row)):
            return whole(self.writing.text, at + by, by)
        runs = self._runs(row)
        here = self._x(row, runs, at)
        for run in runs[:: 1 if by > 0 else -1]:
            first = row.start + run.start
            places = {self._x(row, runs, n): n for n in range(first + len(run.text), first, -1)}
            further = [x for x in (*places, self._x(row, runs, row.start)) if (x - here) * by > 0]
            if further:
                x = min(further, key=lambda x: abs(x - here))
                return whole(self.writing.text, places.get(x, row.start), -1)
        return row.start - 1 if row.rtl == (by > 0) else row.end + 1

    def _above(self, by: int) -> int:
        number = self._number + by
        if not 0 <= number < len(self._rows):
            return 0 if by < 0 else len(self.writing.text)
        return self._nearest(self._rows[number], self._x(self._row, self._runs(self._row), self.writing.at))

    # How it looks

    def _painted(self) -> pygame.Surface:
        px = self._letters.scale
        box = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        edge, thick = (HEATHER, EDGES) if self.is_focused else (EDGE, EDGES - 1)
        pygame.draw.rect(box, BOX, box.get_rect(), border_radius=round(ROUND * px))
        pygame.draw.rect(box, edge, box.get_rect(), max(1, round(thick * px)), round(ROUND * px))
        pad, rim = round(PAD * px), max(1, round(EDGES * px))
        page = box.subsurface(box.get_rect().inflate(-2 * (pad - 2), -2 * rim))
        self._paint_rows(page, 2, self._over - rim)
        if self._most:
            self._paint_bar(box)
        return box
