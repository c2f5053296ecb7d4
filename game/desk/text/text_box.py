"""Boxes to type in, for any script and in both directions, with clipboard and an input method's unfinished signs.

pygame_gui's own boxes show a text from left to right sign by sign, read `&amp;` as HTML, and raise when selections and
line ends are deleted; so this is one element of our own. This file knows pygame_gui's element, keys and clipboard,
and nothing of what is typed. The text stays as it was typed; only what is painted is in the order of the glass.
"""

from contextlib import suppress
from unicodedata import category

import pygame
import pygame_gui
from msgspec import Struct
from msgspec.structs import replace
from pygame_gui.core import UIElement

from game.desk.form import Entry
from game.desk.text.shaping import TextShaper, whole
from game.desk.text.text_box_view import TextBoxView

REPEAT = (500, 30)  # milliseconds until a key that is held down repeats, and between two repeats
SHORTCUT = pygame.KMOD_CTRL | pygame.KMOD_META


class Draft(Struct, frozen=True):
    """A text as it was typed, and between which signs the next one goes; what lies up to `held` is marked."""

    text: str = ""
    at: int = 0
    held: int = 0

    @property
    def marked(self) -> tuple[int, int]:
        """From which sign to which."""
        return min(self.at, self.held), max(self.at, self.held)

    def to(self, at: int, hold: bool = False) -> "Draft":
        """Go there; with `hold` what lies between is marked."""
        at = min(max(at, 0), len(self.text))
        return replace(self, at=at, held=self.held if hold else at)

    def put(self, new: str) -> "Draft":
        """The new signs, instead of what is marked."""
        first, last = self.marked
        return Draft(self.text[:first] + new + self.text[last:], first + len(new), first + len(new))

    def without(self, to: int) -> "Draft":
        """Take away what is marked, else what lies between here and there."""
        return (self if self.at != self.held else self.to(to, hold=True)).put("")


class TextBox(UIElement):
    """A box to type in. `told` is what the screen knows of its text: what is typed since is never overwritten."""

    def __init__(self, item: Entry, rect: pygame.Rect, shaper: TextShaper, manager, container=None):
        self._item, self._shaper = item, shaper
        self.writing, self.told = Draft(), ""
        self._unfinished, self._stale, self._selects = "", True, False
        super().__init__(rect, manager, container, starting_height=1, layer_thickness=1, element_id=["typed"])
        self._view = TextBoxView(self._shaper, self._item, self.rect.size)
        self.set_text(item.value)

    def get_text(self) -> str:
        """What was typed."""
        return self.writing.text

    def set_text(self, text: str) -> None:
        """Let this stand in the box."""
        self.told = text
        self._change(Draft(text, len(text), len(text)))

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
        pygame.key.set_text_input_rect(self.place)  # an input method shows its choice of signs there
        self._stale = True

    def unfocus(self) -> None:
        """No more; what an input method has not finished is dropped."""
        super().unfocus()
        with suppress(pygame.error):  # the window may have been closed
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
        self._view = TextBoxView(self._shaper, self._item, self.rect.size)
        self._change(self.writing)

    def update(self, time_delta: float) -> None:
        """Paint what is new."""
        super().update(time_delta)
        if self._stale and self.alive():
            self._stale = False
            self._set_image(self._view.painted(self.is_focused).premul_alpha())

    @property
    def hangs_over(self) -> bool:
        """Whether there are more lines than the box shows."""
        return self._view.hidden > 0

    @property
    def place(self) -> pygame.Rect:
        """Where on the glass the next letter goes: a piece of one row."""
        return self._view.caret.move(self.rect.topleft)

    def scroll_by(self, pixels: float) -> bool:
        """Move the lines up by so many pixels; False where they are at their end."""
        self._stale = True
        return self._view.scroll_by(pixels)

    # What is done

    def _pointed(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and self.hover_point(*event.pos):
            self._selects, self._unfinished = True, ""
            self._go(self._under(event.pos), False)
            return True
        if event.type == pygame.MOUSEMOTION and self._selects and self.is_focused:
            self._go(self._under(event.pos), True)
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
            case _:
                return self._moved(event.key, hold)
        return True

    def _moved(self, key: int, hold: bool) -> bool:
        """True where the key moves the caret. `hold`: what lies on its way is selected."""
        rows, at = self._view.rows, self.writing.at
        match key:
            case pygame.K_LEFT | pygame.K_RIGHT:
                self._go(rows.beside(at, -1 if key == pygame.K_LEFT else 1), hold)
            case pygame.K_UP | pygame.K_DOWN if self._item.lines > 1:
                self._go(rows.above(at, -1 if key == pygame.K_UP else 1), hold)
            case pygame.K_HOME | pygame.K_END:
                number = rows.number(at)
                self._go(rows.rows[number].start if key == pygame.K_HOME else rows.end(number), hold)
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

    def _under(self, place: tuple[int, int]) -> int:
        return self._view.at(place[0] - self.rect.left, place[1] - self.rect.top)

    def _go(self, at: int, hold: bool) -> None:
        self._change(self.writing.to(at, hold))

    def _change(self, writing: Draft) -> None:
        self.writing, self._stale = writing, True
        text, at = writing.text, writing.at
        text = text[:at] + self._unfinished + text[at:]
        here = at + len(self._unfinished)
        self._view.lay(text, here, at if self._unfinished else writing.held)
