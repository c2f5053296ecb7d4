"""The view: what is placed becomes pygame_gui's elements; what is pressed or typed becomes a FormEvent.

This file knows pygame_gui and nothing of what a form is about; where things go is `window_layout.py`'s. An element
stays as long as its item stays in its place, so that what is being typed is not disturbed when the rest of the form
changes.
"""

from collections.abc import Hashable, Iterable, Mapping
from itertools import chain
from typing import Any

import pygame
import pygame_gui

from game.desk.form import Button, Entry, FormEvent, Item, Means, Scroll, Shown, Told, means_of, pictures_of
from game.desk.images import hills
from game.desk.manager import Manager
from game.desk.mark import CameFrom, paint_mark
from game.desk.messages import Command
from game.desk.placed import Placed, element_key, element_name
from game.desk.scrolling import SlimScroll
from game.desk.text.shaping import shaper
from game.desk.text.text_box import TextBox
from game.desk.theme import PAPER
from game.desk.widgets import Images, WidgetFactory
from game.desk.window_layout import arrange_window

GROUND = 190 / 1280  # of the width: how high the hills at the foot of the desk are


class FormView:
    """One window's desk. `images` gives the pictures as surfaces."""

    def __init__(self, size: tuple[int, int], scale: float, rtl: bool, images: Images):
        self.size, self.shaper = size, shaper(scale, rtl)
        self.manager = Manager(size, scale)
        self._parts = WidgetFactory(self.manager, self.shaper, images)
        self._ground = hills(size[0], round(GROUND * size[0]))
        self.placed: tuple[Placed, ...] = ()
        self.focus: Means | None = None
        self._came_from = CameFrom()
        self._elements: dict[Placed, list[Any]] = {}
        self._grown = False  # a box is higher or lower than before what was typed last
        self._scrolls: dict[Hashable, SlimScroll] = {}

    def show(self, form: Item, keys: Item | None = None, told: Told | None = None) -> None:
        """Show the form, below it the keys of a keyboard, above it what is told; what stays as it was stays."""
        before, came_next, self._grown = self.meanings(), self.main, False
        typing = self.typing()
        self.placed = arrange_window(form, keys, told, self.size, self.shaper, typing.means if typing else None)
        self._put_up({element_key(p): p for p in self.placed})
        if self._grown:
            self.bring_typing()
        self._keep_focus(before, came_next)

    def _put_up(self, options: Mapping[Placed, Placed]) -> None:
        """An element for each of these, by its key; what stays as it was keeps its own."""
        self._move(options)
        for key in [key for key in self._elements if key not in options]:
            self._take_away(key)
        for key, placed in options.items():
            if key not in self._elements:
                self._elements[key] = self._make(placed)
            elif isinstance(placed.item, Entry):
                _fill(self._elements[key][0], placed.item.value)
            elif isinstance(placed.item, Button) and placed.item.page is not None:
                self._parts.turn(self._elements[key], placed.item.page)

    def _keep_focus(self, before: list[Means], came_next: Means | None) -> None:
        """Where the focus is no longer there, something else has it: the mark is never lost."""
        if (there := self.meanings()) != before:
            comes_next = self.main if self.main != came_next else None
            if (goes := self._came_from.leads(self.focus, before, there, comes_next)) != self.focus:
                self.go_to(goes)

    def _move(self, options: Iterable[Placed]) -> None:
        """A box to type in, or what scrolls, that is only somewhere else or larger stays: typing is not disturbed."""
        new = {element_name(key): key for key in options if isinstance(key.item, Entry | Scroll)}
        for old in [key for key in self._elements if isinstance(key.item, Entry | Scroll)]:
            key = new.get(element_name(old))
            if key is not None and key not in self._elements:
                made = self._elements[key] = self._elements.pop(old)
                made[0].set_relative_position(key.box[:2])
                made[0].set_dimensions(key.box[2:])
                self._grown = self._grown or (isinstance(key.item, Entry) and key.box[3] != old.box[3])
                if isinstance(key.item, Scroll):
                    made[0].set_scrollable_area_dimensions(self._parts.area(key))

    def bring_typing(self) -> None:
        """The box that is typed in is to be seen, where it can be scrolled to."""
        typing = self.typing()
        placed = self.find(typing.means) if typing else None
        if placed is not None:
            self._bring(placed)

    def refresh(self, art: Shown) -> None:
        """This picture is there now: make anew what was waiting for it."""
        waiting = [key for key, made in self._elements.items() if _waits(made) and art in pictures_of(key.item)]
        for key in waiting:
            if isinstance(key.item, Button):
                self._parts.turn(self._elements[key], art)
                continue
            placed = next(p for p in self.placed if element_key(p) == key)
            self._take_away(key)
            self._elements[key] = self._make(placed)

    def read(self, event: pygame.event.Event) -> FormEvent | None:
        """What this event of pygame_gui's says; None where it says nothing."""
        if event.type not in (
            pygame_gui.UI_BUTTON_PRESSED,
            pygame_gui.UI_TEXT_ENTRY_CHANGED,
            pygame_gui.UI_TEXT_ENTRY_FINISHED,
        ):
            return None
        for key, made in self._elements.items():
            means = means_of(key.item)
            if means is not None and made[0] is event.ui_element:
                if event.type == pygame_gui.UI_TEXT_ENTRY_FINISHED:
                    return FormEvent(Command.ENTER)
                if not isinstance(key.item, Entry):
                    return FormEvent(means)
                made[0].told = made[0].get_text()
                return FormEvent(means, made[0].told)
        return None

    @property
    def pictures(self) -> list[Shown]:
        """All that is shown, or will be."""
        return [picture for p in self.placed for picture in pictures_of(p.item)]

    @property
    def waiting(self) -> bool:
        """True while a picture is not there yet."""
        return any(_waits(made) for made in self._elements.values())

    def reachable(self) -> tuple[Placed, ...]:
        """What the keyboard can reach, in the order in which it is read."""
        return tuple(p for p in self.placed if means_of(p.item) is not None)

    def meanings(self) -> list[Means]:
        """What each thing means that the keyboard can reach, in the same order."""
        return [means for p in self.placed if (means := means_of(p.item)) is not None]

    def stops(self) -> list[list[Means]]:
        """Where *Tab* comes to, in the same order: a thing, or all that are one stop (see form.py)."""
        found: dict[Hashable, list[Means]] = {}
        for placed in self.placed:
            if (means := means_of(placed.item)) is not None:
                found.setdefault(placed.stop or means, []).append(means)
        return list(found.values())

    @property
    def main(self) -> Means | None:
        """What the filled button means: it comes next."""
        found = (p.item for p in self.placed if isinstance(p.item, Button) and p.item.look == "main")
        return next((item.means for item in found), None)

    def find(self, means: Means | None) -> Placed | None:
        """The thing that means this."""
        return next((p for p in self.reachable() if means_of(p.item) == means), None)

    def seen(self) -> list[Means]:
        """What each thing means of which something is in view, scrolled as it is."""
        rooms = {name: scroll.get_abs_rect() for name, scroll in self._scrolls.items()}
        there = (p for p in self.reachable() if not p.within or rooms[p.within].colliderect(self.rect(p)))
        return [means for p in there if (means := means_of(p.item)) is not None]

    def hangs_over(self, box: Placed) -> bool:
        """Whether there is more in this box to type in than it shows."""
        return self._elements[element_key(box)][0].hangs_over

    def rect(self, placed: Placed) -> pygame.Rect:
        """Where it is on the glass now, scrolled as it is."""
        made = self._elements[element_key(placed)][0]
        return pygame.Rect(made.get_abs_rect())

    def typing(self) -> Entry | None:
        """The box that is being typed in."""
        for p in self.reachable():
            if isinstance(p.item, Entry) and self._elements[element_key(p)][0].is_focused:
                return p.item
        return None

    def go_to(self, means: Means | None) -> None:
        """The keyboard is there now (None: nowhere): a box is ready to be typed in, what lies outside scrolled to."""
        self.focus = means
        placed = self.find(means)
        if placed is None:
            self.manager.set_focus_set(None)
            return
        self._bring(placed)
        box = isinstance(placed.item, Entry)
        self.manager.set_focus_set(self._elements[element_key(placed)][0] if box else None)

    def scroll_at(self, position: tuple[int, int]) -> Hashable:
        """What can be scrolled under this point: the name of a Scroll or what a long box means; None for nothing."""
        if self.on_keys(position):
            return None
        long = (n for n, box in self._boxes() if box.hangs_over and box.hover_point(*position))
        scrolls = (n for n, s in self._scrolls.items() if s.get_abs_rect().collidepoint(position))
        return next(chain(long, scrolls), None)

    def on_keys(self, position: tuple[int, int]) -> bool:
        """Whether this point is on the keyboard on the glass."""
        return any(p.glass and pygame.Rect(p.box).collidepoint(position) for p in self.placed)

    def _boxes(self) -> Iterable[tuple[Hashable, TextBox]]:
        return ((key.item.means, made[0]) for key, made in self._elements.items() if isinstance(key.item, Entry))

    def scroll_by(self, name: Hashable, pixels: float) -> None:
        """Move what is in the Scroll, or in the box, up by so many pixels."""
        box = dict(self._boxes()).get(name)
        if box is not None and not box.scroll_by(pixels):  # at its end: what is around it goes on
            around = next((p.within for p in self.placed if isinstance(p.item, Entry) and p.item.means == name), None)
            if around:
                self.scroll_by(around, pixels)
        elif name in self._scrolls:
            self._scrolls[name].scroll_by(pixels)

    def paint(self, surface: pygame.Surface, seconds: float) -> None:
        """The desk as it is now; `seconds` since the last time."""
        self.manager.update(seconds)
        surface.fill(PAPER)
        surface.blit(self._ground, (0, self.size[1] - self._ground.get_height()))
        self.manager.draw_ui(surface)
        placed = self.find(self.focus)
        if placed is not None:
            self._mark(surface, placed)

    def close(self) -> None:
        """Let go of all elements."""
        self.manager.clear_and_reset()

    def _mark(self, surface: pygame.Surface, placed: Placed) -> None:
        """An edge where the keyboard is."""
        surface.set_clip(self._scrolls[placed.within].get_abs_rect() if placed.within else None)
        paint_mark(surface, self.rect(placed), self.shaper.scale)
        surface.set_clip(None)

    def _bring(self, placed: Placed) -> None:
        if not placed.within:
            return
        room, there = self._scrolls[placed.within].get_abs_rect(), self.rect(placed)
        if isinstance(placed.item, Entry) and there.height > room.height:
            there = self._elements[element_key(placed)][0].place
        if there.bottom > room.bottom:
            self.scroll_by(placed.within, there.bottom - room.bottom + 20)
        elif there.top < room.top:
            self.scroll_by(placed.within, there.top - room.top - 20)
        self._scrolls[placed.within].update(0)

    def _take_away(self, key: Placed) -> None:
        for element in filter(None, self._elements.pop(key)):
            element.kill()
        if isinstance(key.item, Scroll):
            self._scrolls.pop(key.item.name, None)

    def _make(self, placed: Placed) -> list[Any]:
        made = self._parts.make(placed, self._scrolls.get(placed.within))
        if isinstance(placed.item, Scroll):
            self._scrolls[placed.item.name] = made[0]
        return made


def _waits(made: list[Any]) -> bool:
    """Whether a picture of these elements is not there yet."""
    return any(part is None or getattr(part, "waits", False) for part in made)


def _fill(box: TextBox, value: str) -> None:
    """What the screen wants in the box; where it wants nothing new, what was typed meanwhile stays."""
    if box.told != value:
        box.set_text(value)
