"""The desk on the glass: events in, frames out, until a grown-up hands over or closes it.

This file joins window, board and the screen that is open; what a screen shows and does, the screen says.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import pygame
from msgspec.structs import replace

from game.desk import keyboard
from game.desk.background import Background, Finished, Task
from game.desk.form import Button, Column, Entry, FormEvent, Item, Means, Row, Text, items
from game.desk.images import DrawImage, ImageCache
from game.desk.messages import Command, Field, ShowTab
from game.desk.model import DeskModel, Leaving
from game.desk.pointer import POINTERS, Pointer
from game.desk.text import screen_keyboard
from game.desk.text.screen_keyboard import Key, SignKey
from game.desk.view import FormView
from game.glass.window import Window, scale_of
from game.system.errors import Trouble, sentence_of
from game.system.language import N_

FRAME = 1 / 60  # seconds
QUIET = 1.5  # seconds after the last event, after which the desk is painted twice a second only
FOLDER = 2.0  # seconds between two looks at the activities' folder
GATE = "pin"  # the screen before the desk
TYPED = (pygame.TEXTINPUT, pygame.TEXTEDITING)
RESIZED = (pygame.WINDOWSIZECHANGED, pygame.WINDOWDISPLAYCHANGED)
LOST = (pygame.WINDOWFOCUSLOST, pygame.WINDOWHIDDEN)
TABS = {
    "today": N_("Today"),
    "travellers": N_("Travellers"),
    "activities": N_("Activities"),
    "settings": N_("Settings"),
}


class Errand(Task, frozen=True):
    """What is done beside the desk, whatever screen is open by then; each is done."""

    number: int


class Screen(Protocol):
    """What every screen of the desk can do. `tab` is the tab it belongs to, "" for one without tabs."""

    tab: str

    def form(self) -> Item:
        """What it shows now."""

    def said(self, said: FormEvent) -> None:
        """A grown-up has pressed or typed something."""

    def done(self, done: Finished) -> None:
        """Work that this screen has asked for is done."""

    def dropped(self, path: str) -> None:
        """A file was dropped on the window."""

    def deaf(self, now: float) -> bool:
        """True while it listens to nothing."""

    def passed(self, now: float) -> None:
        """Time has gone by; `now` in the desk's seconds."""

    def closed(self) -> None:
        """The grown-up goes to another screen."""


Screens = dict[str, Callable[["Desk"], Screen]]


class Desk:
    """The desk in one window. `screens` makes a screen by name; `clock` gives seconds, `rest` pauses for so many."""

    def __init__(
        self,
        window: Window,
        model: DeskModel,
        screens: Screens,
        clock: Callable[[], float] = time.monotonic,
        first: str = "today",
        rest: Callable[[float], None] = time.sleep,
    ):
        self._rest = rest
        self.window, self.model, self.screens, self.clock = window, model, screens, clock
        self.background, self._errands = Background(), 0
        self.images = ImageCache(model.renderer, self.background)
        self._pointer = Pointer()
        self._last = self._painted = self._looked = clock()
        self._stale = True
        self._shown_in: tuple = ()
        self.view: FormView | None = None
        self._go_on: Means | None = None  # where the keyboard was on a board of another size
        self._keys = screen_keyboard.ScreenKeyboard(model.settings.spoken)
        self.open_screen(first)

    @property
    def open(self) -> bool:
        """False once the grown-up has left."""
        return self.model.leaving is None

    def open_screen(self, name: str, *about: str) -> None:
        """Another screen: about whom or what, if that must be said."""
        if self.view is not None:
            with self._survived():
                self.screen.closed()
        if name != GATE:  # until the PIN is said, the room's lock holds
            self.window.unlock()
        if name in TABS:
            self.model.whose = ""
        self._name = name
        self.screen = self._made(name, *about)
        self._stale = True
        if self.view is not None:
            self.view.focus = None
        self._put_keys_away()

    def _made(self, name: str, *about: str) -> Screen:
        with self._survived():
            return self.screens[name](self, *about)
        return self._broken()

    def _broken(self) -> Screen:
        """What is shown in the place of a screen that broke: what is told. Whoever stands at the gate stays there."""
        told, self.model.told = self.model.told, None
        tab = "" if self._name == GATE else self._name if self._name in TABS else "today"
        return self.screens["broken"](self, tab, told.sentence)

    @contextmanager
    def _survived(self) -> Iterator[None]:
        """Whatever breaks in here is told in a sentence; desk and visit go on."""
        try:
            yield
        except Exception as error:
            self.model.tell(sentence_of(error).said(self.model._), good=False)
            self._stale = True

    def refresh(self) -> None:
        """What the screen shows has changed by itself."""
        self._stale = True

    @property
    def scale(self) -> float:
        """Pixels to a design unit."""
        return scale_of(self.window.surface.get_size())

    def errand(self, work: Callable[[], str]) -> None:
        """Do this beside the desk, whatever screen is open by then; the sentence that it gives is told."""
        self.model.tell(self.model._("One moment…"))
        self._errands += 1
        self.background.ask(Errand(self._errands), work, to_the_end=True)

    def _come_back(self, done: Finished) -> None:
        """Tell what has come of an errand."""
        trouble = done.trouble(self.model._)
        self.model.tell(trouble or done.answer, good=not trouble)
        self._stale = True

    def copy(self, text: str) -> None:
        """Lay the text on the system's clipboard. Raises Trouble."""
        try:
            pygame.scrap.put_text(text)
        except pygame.error as error:
            raise Trouble("Nothing could be copied: {why}.", why=str(error)) from error

    def turn(self) -> None:
        """Whatever has happened, one frame, and a rest until the next."""
        began = time.perf_counter()
        for event in pygame.event.get():
            self.handle(event)
        self.frame()
        self._rest(max(0.001, FRAME - (time.perf_counter() - began)))

    def handle(self, event: pygame.event.Event) -> None:
        """One event."""
        with self._survived():
            if self.screen.deaf(self.clock()):
                return
        view = self._ready_board()
        if not view.placed:  # a new one: what is typed meanwhile is not lost
            self._show(view)
        said = view.read(event)
        if event.type in POINTERS:
            if self._pointer.read(event, view, self.window.points):
                self._type_on_glass(view)
        elif event.type == pygame.KEYDOWN:
            said = self._key(event, view)
        elif event.type in TYPED:
            view.manager.process_events(event)
        elif event.type == pygame.DROPFILE:
            with self._survived():
                self.screen.dropped(event.file)
            self._stale = True
        elif event.type in LOST:
            self._pointer.let_go(view)
        elif event.type in (pygame.QUIT, pygame.WINDOWCLOSE) and not self.window.locked:
            self.model.leaving = Leaving.CLOSE
        if said is not None:
            self.say(said)
        if event.type not in (pygame.ACTIVEEVENT, pygame.AUDIODEVICEADDED):
            self._last = self.clock()

    def say(self, said: FormEvent) -> None:
        """A grown-up has done something."""
        if isinstance(said.means, Key | SignKey):
            self._say_on_glass(said.means)
            return
        if not isinstance(said.means, Field):
            self.model.told = None
            self._put_keys_away()
        with self._survived():
            self._answer(said)
        self._stale = True

    def _answer(self, said: FormEvent) -> None:
        if self.screen.tab and isinstance(said.means, ShowTab):
            self.open_screen(said.means.name)
        elif said.means is Command.CLOSE_PROGRAM:
            if self.model.end_visit():
                self.model.leaving = Leaving.CLOSE
        else:
            self.screen.said(said)

    def frame(self) -> bool:
        """Paint what is new; True when anything was painted."""
        now = self.clock()
        self._look_around(now)
        if not self._stale and now - self._last > QUIET and now - self._painted < 0.5:
            return False
        view = self._ready_board()
        if self._stale:
            self._show(view)
        view.paint(self.window.surface, min(0.1, now - self._painted) or FRAME)
        self._painted = now
        self.window.flip()
        return True

    def _show(self, view: FormView) -> None:
        """What the screen shows now, and below it the keyboard where one is wanted."""
        self._stale = False
        form = self._form()
        keys = self._keys_for(form)
        view.show(form, keys)
        if self._go_on:
            self._go_on = view.go_to(self._go_on)
        if keys is not None:
            view.bring_typing()

    @property
    def whole(self) -> bool:
        """True when nothing is waited for."""
        return not (self._stale or self.background.busy or (self.view and self.view.waiting))

    def put_away(self) -> None:
        """The grown-up has left: what must be done beside the desk is done, and the thread ends."""
        with self._survived():
            self.screen.closed()
        self.background.close()
        for done in self.background.done():
            if isinstance(done.task, Errand):
                self._come_back(done)
        if self.view is not None:
            self.view.close()

    def _form(self) -> Item:
        """The tabs, what is to be told, and the screen."""
        screen = self._screen_form()
        _, told, tab = self.model._, self.model.told, self.screen.tab
        head = Row(tuple(Button(ShowTab(name), _(words), "tab", on=name == tab) for name, words in TABS.items()))
        said = [Text(told.sentence, "body", "ink" if told.good else "trouble")] if told else []
        return Column((*([head] if tab else []), *said, screen))

    def _screen_form(self) -> Item:
        with self._survived():
            return self.screen.form()
        with self._survived():
            self.screen.closed()  # what was typed is kept
        self.screen = self._broken()
        return self.screen.form()

    def _type_on_glass(self, view: FormView) -> None:
        """A finger has tapped: where that was a box to type in, the keyboard comes up."""
        box = view.typing()
        if box is not None and box.means != self._keys.box:
            self._keys, self._stale = replace(self._keys, box=box.means), True

    def _say_on_glass(self, key: Key | SignKey) -> None:
        self._keys, event = screen_keyboard.pressed(self._keys, key)
        self._stale = True
        if event is not None:
            if self.view.typing() is None:
                self.view.go_to(self._keys.box)
            self.view.manager.process_events(event)

    def _key(self, event: pygame.event.Event, view: FormView) -> FormEvent | None:
        """Who has real keys needs none on the glass; *Escape* does nothing else then."""
        there = bool(self._keys.box)
        self._put_keys_away()
        return None if there and event.key == pygame.K_ESCAPE else keyboard.pressed(event, view)

    def _put_keys_away(self) -> None:
        if self._keys.box:
            self._keys, self._stale = replace(self._keys, box=None, shift=False), True

    def _keys_for(self, form: Item) -> Item | None:
        """The keyboard, as long as its box is there."""
        if not self._keys.box:
            return None
        box = next((i for i in items(form) if isinstance(i, Entry) and i.means == self._keys.box), None)
        if box is None:
            self._put_keys_away()
            return None
        return screen_keyboard.form(self._keys, box.lines > 1, self.model._)

    def _look_around(self, now: float) -> None:
        """What is no event: finished work, time, and a folder that has changed."""
        with self._survived():
            self.screen.passed(now)
        for done in self.background.done():
            if isinstance(done.task, DrawImage):
                self.images.take(done.task, done.answer)
                self.view.refresh(done.task.art)
            elif isinstance(done.task, Errand):
                self._come_back(done)
            else:
                with self._survived():
                    self.screen.done(done)
                self._stale = True
            self._last = now
        if now - self._looked > FOLDER:
            self._looked = now
            if self.model.look_at_the_folder():
                self.images.forget()
                self._stale = True

    def _ready_board(self) -> FormView:
        """The view of the window's size and the grown-up's language."""
        size = self.window.surface.get_size()
        if self.view is None or self._shown_in != (size, self.model.settings.spoken):
            if self.view is not None:
                typing = self.view.typing()
                self._go_on = typing.means if typing else self.view.focus
                self.view.close()
            self._shown_in = size, self.model.settings.spoken
            self._keys = screen_keyboard.ScreenKeyboard(self.model.settings.spoken)
            self.view = FormView(size, scale_of(size), self.model.rtl, self.images)
            self._stale = True
        return self.view
