"""The desk on the glass: events in, frames out, until a grown-up hands over or closes it.

This file joins window, view and the screen that is open; what a screen shows and does, the screen says.
"""

import gc
import time
from collections.abc import Callable

import pygame

from game.desk import keyboard
from game.desk.background import Background, Finished
from game.desk.current_visit import end_visit
from game.desk.errands import Errands
from game.desk.form import FormEvent, Item, Means
from game.desk.glass_typing import GlassTyping
from game.desk.images import DrawImage, ImageCache
from game.desk.messages import TYPED, Command, ShowTab
from game.desk.model import DeskModel, Leaving
from game.desk.pointer import AWAY, POINTERS, Pointer
from game.desk.scale import desk_scale
from game.desk.screen_host import Screen, ScreenHost, Screens
from game.desk.small_pages import SmallPages
from game.desk.tabs import below_tabs
from game.desk.text.screen_keyboard import ActionKey, SignKey
from game.desk.view import FormView
from game.glass.loop import LOST, NAP, closes
from game.glass.window import Window
from game.play.room import FRAME
from game.system.errors import Trouble

QUIET = 1.5  # seconds after the last event, after which the desk is painted twice a second only
FOLDER = 2.0  # seconds between two looks at the activities' folder


class Desk:
    """The desk in one window. `screens` makes a screen by name; `clock` gives seconds."""

    def __init__(
        self,
        window: Window,
        model: DeskModel,
        screens: Screens,
        clock: Callable[[], float] = time.monotonic,
        first: str = "today",
    ):
        self.window, self.model, self.clock = window, model, clock
        self.background = Background()
        self._errands = Errands(self.background, model)
        self.images = ImageCache(lambda: model.renderer(self.screen.whose), self.background)
        self.small_pages = SmallPages(self.background)
        self._pointer, self._held_keys = Pointer(), keyboard.HeldKeys(clock())
        self._last = self._painted = self._looked = clock()
        self._shown_in: tuple = ()
        self.view: FormView | None = None
        self._go_on: Means | None = None  # where the keyboard begins, or was in a view of another size
        self._by_keys = self._held_keys.led_here  # the keyboard was used last: its mark is always there
        self._typing = GlassTyping(model.settings.spoken)
        self._host = ScreenHost(self, model, screens)
        self.open_screen(first)

    @property
    def open(self) -> bool:
        """False once the grown-up has left."""
        return self.model.leaving is None

    @property
    def screen(self) -> Screen:
        """The screen that is open."""
        return self._host.screen

    def open_screen(self, name: str, *about: str) -> None:
        """Another screen: about whom or what, if that must be said."""
        self._host.open(name, *about)
        if not self._host.at_the_gate:  # until the PIN is said, the room's lock holds
            self.window.unlock()
        if self.view is not None and not self._by_keys:
            self.view.focus = None
        self._go_on = self.screen.begins_at
        self._typing.put_away()

    def go_to(self, means: Means | None) -> None:
        """The keyboard goes there with the next picture; None: it stays where it is."""
        self._go_on = means

    def refresh(self) -> None:
        """What the screen shows has changed by itself."""
        self._host.stale = True

    def seen(self) -> list[Means]:
        """What each thing means that is in view."""
        return self.view.seen() if self.view else []

    @property
    def scale(self) -> float:
        """Pixels to a design unit."""
        return desk_scale(self.window.surface.get_size(), self.window.points)

    @property
    def room(self) -> tuple[float, float]:
        """How wide and high the desk is in this window, in design units."""
        width, height = self.window.surface.get_size()
        return width / self.scale, height / self.scale

    def errand(self, work: Callable[[], str]) -> None:
        """Do this beside the desk, whatever screen is open by then; the sentence that it gives is told."""
        self._errands.begin(work)

    def copy(self, text: str) -> None:
        """Lay the text on the system's clipboard. Raises Trouble."""
        try:
            pygame.scrap.put_text(text)
        except pygame.error as error:
            raise Trouble("Nothing could be copied: {why}.", why=str(error)) from error

    @property
    def pause(self) -> float:
        """Seconds from one frame to the next, if nothing happens meanwhile."""
        return NAP if self.whole and self.clock() - self._last > QUIET else FRAME

    def handle(self, event: pygame.event.Event) -> None:
        """One event. Whatever breaks is told."""
        with self._host.survived():
            self._handle(event)

    def _handle(self, event: pygame.event.Event) -> None:
        if self._host.deaf(self.clock()) or self._held_keys.type(event, self.clock()):
            return
        view = self._ready_view()
        if not view.placed:  # a new one: what is typed meanwhile is not lost
            self._show(view)
        said = self._key(event, view) if event.type == pygame.KEYDOWN else view.read(event)
        self._by_keys = event.type == pygame.KEYDOWN or (self._by_keys and event.type not in POINTERS)
        if event.type in POINTERS:
            if self._pointer.read(event, view, self.window.points, self.clock()) and self._typing.tapped(view):
                self._host.stale = True
        elif event.type in keyboard.TYPED:
            self._typed(event, view)
        else:
            self._of_the_window(event, view)
        if said is not None:
            self.say(said)
        if event.type not in (pygame.ACTIVEEVENT, pygame.AUDIODEVICEADDED):
            self._last = self.clock()

    def _typed(self, event: pygame.event.Event, view: FormView) -> None:
        """Letters go into a box; where a screen begins in one, a press beside it was no wish."""
        if self.screen.begins_at is not None and view.typing() is None:
            view.go_to(self.screen.begins_at)
        view.manager.process_events(event)

    def _of_the_window(self, event: pygame.event.Event, view: FormView) -> None:
        """A file is dropped on it, it has lost hands and keys, or it is to be closed."""
        if event.type == pygame.DROPFILE:
            self._host.stale = True
            self.screen.dropped(event.file)
        elif event.type in LOST:
            self._pointer.let_go(view)
        elif closes(event, self.window):
            self.model.leaving = Leaving.CLOSE

    def say(self, said: FormEvent) -> None:
        """A grown-up has done something."""
        if isinstance(said.means, ActionKey | SignKey):
            view = self._ready_view()
            self._typing.press(said.means, view)
            self._host.stale = True
            return
        if not isinstance(said.means, TYPED):
            self.model.told = None
            self._typing.put_away()
        with self._host.survived():
            self._answer(said)
        self._host.stale = True

    def _answer(self, said: FormEvent) -> None:
        if self._host.tab and isinstance(said.means, ShowTab):
            self.open_screen(said.means.name)
        elif said.means is Command.CLOSE_PROGRAM:
            if end_visit(self.model):
                self.model.leaving = Leaving.CLOSE
        elif not self._host.on_event(said):
            self._go_on = ShowTab(self._host.tab)

    def frame(self) -> bool:
        """Paint what is new; True when anything was painted."""
        now = self.clock()
        self._look_around(now)
        if not self._host.stale and now - self._last > QUIET and now - self._painted < 0.5:
            return False
        view = self._ready_view()
        if self._host.stale:
            self._show(view)
        view.paint(self.window.surface, min(0.1, now - self._painted) or FRAME)
        self._painted = now
        self.window.flip()
        return True

    def _show(self, view: FormView) -> None:
        """What the screen shows now; one that cannot be laid out is replaced."""
        with self._host.survived():
            self._lay_out(view)
            return
        self._host.put_away_broken()
        self._lay_out(view)

    def _lay_out(self, view: FormView) -> None:
        """The screen, and below it the keyboard where one is wanted."""
        self._host.stale = False
        form = self._form()
        keys = self._typing.form(form, self.model._) if self._typing.there else None
        view.show(form, keys, self._host.told)
        self.images.draw_only(view.pictures)
        begins, self._go_on = self._go_on, None
        if view.find(begins) is None and self._by_keys and view.focus is None and view.typing() is None:
            begins = view.main  # a mark is always there, also in a window of another size
        if begins is not None:
            self._go_there(view, begins)
        if keys is not None:
            view.bring_typing()

    def _go_there(self, view: FormView, means: Means) -> None:
        """The keyboard is there; to a finger's box the one on the glass comes, but at the gate, which has digits."""
        view.go_to(means)
        if self._pointer.is_finger and means != self.screen.begins_at:
            self._host.stale = self._typing.tapped(view)

    @property
    def whole(self) -> bool:
        """True when nothing is waited for."""
        return not (self._host.stale or self.background.busy or (self.view and self.view.waiting))

    def put_away(self) -> None:
        """The grown-up has left: what must be done beside the desk is done, and the thread ends."""
        self._host.close()
        self.background.close()
        for done in self.background.done():
            self._errands.take(done)
        self._let_go()

    def _let_go(self) -> None:
        """The elements hold one another, and each its pictures: they go now, not when Python happens to look."""
        if self.view is not None:
            self.view.close()
            self.view = None
            gc.collect()

    def _form(self) -> Item:
        """The tabs, and the screen."""
        screen = self._host.form()
        return below_tabs(screen, self._host.tab, self.model._)

    def _key(self, event: pygame.event.Event, view: FormView) -> FormEvent | None:
        """Who has real keys needs none on the glass; *Escape* does nothing else then."""
        there = self._typing.put_away()
        self._host.stale = self._host.stale or there
        view.manager.mouse_position = AWAY  # a mouse that nobody moves points at nothing
        return None if there and event.key == pygame.K_ESCAPE else keyboard.form_event(event, view)

    def _look_around(self, now: float) -> None:
        """What is no event: finished work, time, and a folder that has changed."""
        for done in self.background.done():
            self._take(done)
            self._last = now
        with self._host.survived():
            self.screen.passed(now)
        if now - self._looked > FOLDER:
            self._looked = now
            with self._host.survived():
                if self.model.look_at_the_folder():
                    self.images.forget()
                    self._host.stale = True

    def _take(self, done: Finished) -> None:
        """What has come of work beside the desk goes to whoever asked for it."""
        if isinstance(done.task, DrawImage):
            self.images.take(done.task, done.answer)
            if self.view is not None:
                self.view.refresh(done.task.art)
            return
        if not self._errands.take(done):
            with self._host.survived():
                self.screen.done(done)
        self._host.stale = True

    def _ready_view(self) -> FormView:
        """The view of the window's size and the grown-up's language."""
        size = self.window.surface.get_size()
        if self.view is None or self._shown_in != (size, self.model.settings.spoken):
            if self.view is not None:
                typing = self.view.typing()
                self._go_on = typing.means if typing else self.view.focus
                self._let_go()
            self._shown_in = size, self.model.settings.spoken
            self._typing = GlassTyping(self.model.settings.spoken)
            self.view = FormView(size, self.scale, self.model.rtl, self.images)
            self._host.stale = True
        return self.view
