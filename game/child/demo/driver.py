"""A finger for the demonstration: touches go to a glass with a room on it, and its screens come out.

This file knows a room's session and its frames, and no pygame; it decides nothing about what is touched. Its clock is
its own, so that it is as quick as the machine allows.
"""

import time
from collections.abc import Callable, Iterable
from math import ceil
from typing import Protocol

from msgspec.structs import replace

from game.core import events
from game.core.gesture import tap
from game.core.ids import Id, Way
from game.core.picture import WIDTH, Picture, find
from game.core.table import Hands, Touch
from game.play.corners import CORNER, HELD
from game.play.room import FRAME, RoomSession
from game.play.state import Visit
from game.play.stretches import way_to
from game.system.errors import Trouble

FINGER = 1
LONGEST = 3000  # frames to wait for a screen to be painted, at the most
PATIENCE = 0.002  # seconds of the machine's time between two of these frames
BETWEEN = 0.8  # seconds between two actions: more than an echo
STRIDE = 6  # frames that go by at once where nobody watches and nothing moves: a tenth of a second


class NoProgress(Trouble):
    """The demonstration does not get on: its touches have no effect. The message is a sentence."""


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self):
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Glass(Protocol):
    """A glass with a room on it."""

    @property
    def room_session(self) -> RoomSession:
        """The room."""

    @property
    def finished(self) -> bool:
        """True when everything on it is painted as well as it can be."""

    def post(self, touch: Touch) -> None:
        """A finger touches it; the room comes to know with the next frame."""

    def frame(self) -> None:
        """Whatever has happened, and one frame."""


class RoomDriver:
    """The finger on a glass. `shown` gets each screen once it is whole, with a name for it.

    While it only waits, `stride` frames go by at once.
    """

    def __init__(
        self,
        glass: Glass,
        clock: Clock,
        shown: Callable[[str, Picture], None],
        pause: Callable[[], None],
        stride: int = 1,
    ):
        self.glass, self.clock, self._shown, self._pause, self._stride = glass, clock, shown, pause, stride

    @property
    def open(self) -> bool:
        """False once the room was closed."""
        return self.glass.room_session.open

    @property
    def visit(self) -> Visit:
        """Where the child is."""
        return self.glass.room_session.session.visit

    @property
    def picture(self) -> Picture:
        """What the child sees."""
        return self.glass.room_session.session.picture

    @property
    def hands(self) -> Hands:
        """What is in the air."""
        return self.glass.room_session.session.hands

    def way_to(self, goal: Id) -> Way | None:
        """Which way leads along the trail to this stop, the door or the gate; None where it is in view."""
        return way_to(self.visit, self.glass.room_session.session.stretch, goal)

    def tap(self, means: Id | None) -> None:
        """A tap on what means this. Raises NoProgress where nothing does."""
        thing = find(self.picture, means)
        if thing is None:
            raise NoProgress(f"The demonstration finds nothing on the screen that means '{means}'.")
        self.touch(tap(thing.x, thing.y, FINGER))

    def touch(self, touches: Iterable[Touch]) -> None:
        """Post the touches, a frame for each, and let what follows come to rest."""
        for touch in touches:
            self._post(touch)
            self._frame()
            if touch.phase == "release":
                self.wait(BETWEEN)
                self.look()

    def hold_corners(self) -> None:
        """A grown-up ends the visit: two fingers on the upper corners, for as long as it takes."""
        for number, x in enumerate((CORNER / 2, WIDTH - CORNER / 2), FINGER + 1):
            self._post(Touch("press", x, CORNER / 2, number))
        self.wait(HELD + FRAME)

    def look(self) -> None:
        """Wait until the screen is whole, as a child would, and show it."""
        self._wait_until(lambda: self.glass.room_session.whole and self.glass.finished)
        self._shown(self._name(), self.picture)

    def wait_for_the_story(self) -> None:
        """Wait until its pictures are made: this clock is quicker than what makes them."""
        self._wait_until(lambda: self.glass.room_session.can_play)

    @property
    def story_has_begun(self) -> bool:
        """True once the little story of the screen plays, or where it has none."""
        room = self.glass.room_session
        return room.plays or not room.has_story

    def _wait_until(self, so: Callable[[], bool]) -> None:
        for _ in range(LONGEST):
            if so():
                return
            self._frame()
            time.sleep(PATIENCE)
        raise NoProgress("The demonstration waits for a screen that is never painted.")

    def _name(self) -> str:
        """What the screen is called in files."""
        if self.glass.room_session.session.film is not None:
            return "film"
        if self.visit.resting:
            return "rest"
        at_step = self.visit.place == events.STEP
        return f"{self.visit.activity}-{self.visit.step + 1}" if at_step else self.visit.place

    def _post(self, touch: Touch) -> None:
        """In tenths of a design unit, as every glass reads them: so the same is kept, whatever the glass."""
        self.glass.post(replace(touch, x=round(touch.x, 1), y=round(touch.y, 1)))

    def wait(self, seconds: float) -> None:
        """So many seconds go by, in whole frames."""
        left = ceil(seconds / FRAME)
        while left > 0:
            self._frame(stride := min(left, self._stride))
            left -= stride

    def _frame(self, stride: int = 1) -> None:
        self.glass.frame()
        self.clock.now += stride * FRAME
        self._pause()
