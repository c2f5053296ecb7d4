"""The screen that is open at the desk, and what becomes of it when it breaks: a sentence, and the visit goes on.

This file knows what every screen can do, and the desk's model, which tells sentences. It knows no pygame and no screen
by what it shows.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from game.desk.background import Finished
from game.desk.file_picker import FilePicker
from game.desk.form import FormEvent, Item, Means, Text, Told
from game.desk.messages import ChooseFile, Command
from game.desk.model import DeskModel
from game.desk.tabs import TABS
from game.system.errors import sentence_of

GATE, BROKEN = "pin", "broken"  # the screen before the desk, and what stands in the place of a broken one


class Screen(Protocol):
    """What every screen of the desk can do. `tab` is the tab it belongs to, "" for one without tabs; `begins_at` is
    where the keyboard is when it opens.
    """

    tab: str
    begins_at: Means | None

    @property
    def whose(self) -> str:
        """The id of the traveller whose pictures it shows, "" for nobody's."""

    def form(self) -> Item:
        """What it shows now."""

    def on_event(self, event: FormEvent) -> None:
        """A grown-up has pressed or typed something."""

    def done(self, done: Finished) -> None:
        """Work that this screen has asked for is done."""

    def dropped(self, path: str, use: str = "") -> None:
        """A file was dropped on the window, or chosen there for this use."""

    def deaf(self, now: float) -> bool:
        """True while it listens to nothing."""

    def passed(self, now: float) -> None:
        """Do what is due by now, in the desk's seconds; it is called for each frame."""

    def closed(self) -> None:
        """The grown-up goes to another screen."""


Screens = dict[str, Callable[..., Screen]]


class ScreenHost:
    """The open screen of this desk. `screens` makes one by its name; whatever breaks in it is told.

    `stale` is True where what it shows may have changed; whoever shows it sets it back. `screen` is there from the
    first `open` on. `desk` is what every screen is made with.
    """

    screen: Screen

    def __init__(self, desk: object, model: DeskModel, screens: Screens):
        self._desk, self._model, self._screens = desk, model, screens
        self._name = ""
        self._picker: FilePicker | None = None
        self._use = ""
        self.stale = True

    @property
    def tab(self) -> str:
        """The tab of the open screen, "" for one without tabs."""
        return self.screen.tab

    @property
    def told(self) -> Told | None:
        """What is to be told: it lies above the form, so that nothing moves under a hand."""
        if (told := self._model.told) is None:
            return None
        return Told(Text(told.sentence, "small", "ink" if told.good else "trouble"), not self.tab)

    @property
    def at_the_gate(self) -> bool:
        """True until the PIN is said."""
        return self._name == GATE

    def open(self, name: str, *about: str) -> None:
        """Another screen: about whom or what, if that must be said. One that cannot be made is told."""
        self.close()
        self._name, self.stale, self._picker = name, True, None
        self.screen = self._made(name, *about)

    def close(self) -> None:
        """The grown-up leaves the open screen."""
        if self._name:
            with self.survived():
                self.screen.closed()

    def on_event(self, event: FormEvent) -> bool:
        """A grown-up has pressed or typed something; False where that was *Escape*, which led nowhere."""
        before = self.form() if event.means is Command.BACK else None
        self._answer(event)
        return before is None or not self.tab or self.form() != before

    def _answer(self, event: FormEvent) -> None:
        """A file that is chosen is as one that is dropped."""
        if isinstance(event.means, ChooseFile):
            self._picker, self._use = FilePicker(self._model, event.means.endings), event.means.use
        elif self._picker is None:
            self.screen.on_event(event)
        elif event.means is Command.BACK:
            self._picker = None
        elif (path := self._picker.on_event(event)) is not None:
            self._picker = None
            self.screen.dropped(str(path), self._use)

    def form(self) -> Item:
        """What the open screen shows; one that cannot show itself is replaced."""
        with self.survived():
            return self._picker.form() if self._picker else self.screen.form()
        self.put_away_broken()
        return self.screen.form()

    def put_away_broken(self) -> None:
        """What has broken is told in the place of the open screen; what was typed in it is kept."""
        told = self._model.told
        self.close()
        self._model.told = told
        self.screen, self._picker = self._broken(), None

    def deaf(self, now: float) -> bool:
        """True while the screen listens to nothing."""
        with self.survived():
            return self.screen.deaf(now)
        return False

    @contextmanager
    def survived(self) -> Iterator[None]:
        """Whatever breaks in here is told in a sentence; desk and visit go on."""
        try:
            yield
        except Exception as error:
            self._model.tell(sentence_of(error).said(self._model._), good=False)
            self.stale = True

    def _made(self, name: str, *about: str) -> Screen:
        with self.survived():
            return self._screens[name](self._desk, *about)
        return self._broken()

    def _broken(self) -> Screen:
        """What is told, in the place of the screen that broke. Whoever stands at the gate stays there."""
        told, self._model.told = self._model.told, None
        tab = "" if self.at_the_gate else self._name if self._name in TABS else "today"
        return self._screens[BROKEN](self._desk, tab, told.sentence if told else "")
