"""A finger for the demonstration: touches go into a room as posted events, and its screens come out.

This file knows the room and its frames; it decides nothing about what is touched. Its clock is its own, so that it
is as quick as the machine allows.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import pygame

from game.child.room import FRAME, Room
from game.core import events
from game.core.gesture import tap
from game.core.ids import Id
from game.core.picture import WIDTH, Picture, find
from game.core.table import Touch
from game.glass.pointer_input import event_of
from game.play import state as v
from game.play.corners import CORNER, HELD
from game.system.errors import Trouble

FINGER = 1
LONGEST = 600  # frames to wait for a screen to be painted, at the most
BETWEEN = 0.8  # seconds between two actions: more than an echo


class NoProgress(Trouble):
    """The demonstration does not get on: its touches have no effect. The message is a sentence."""


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self):
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class RoomDriver:
    """The glass of a room, to be touched. `shown` gets each screen once it is whole, with a name for it."""

    def __init__(
        self, room: Room, clock: Clock, shown: Callable[[str, Picture, pygame.Surface], None], pause: Callable[[], None]
    ):
        self.room, self.clock, self._shown, self._pause = room, clock, shown, pause

    @property
    def visit(self) -> v.Visit:
        """Where the child is."""
        return self.room.play.visit

    @property
    def picture(self) -> Picture:
        """What the child sees."""
        return self.room.play.picture

    def tap(self, means: Id) -> None:
        """A tap on what means this. Raises NoProgress where nothing does."""
        thing = find(self.picture, means)
        if thing is None:
            raise NoProgress(f"The demonstration finds nothing on the screen that means '{means}'.")
        self.touch(tap(thing.x, thing.y, FINGER))

    def touch(self, touches: Iterable[Touch]) -> None:
        """Post the touches as finger events, a frame for each, and let what follows come to rest."""
        for touch in touches:
            self._post(touch)
            self._frame()
            if touch.phase == "release":
                self._wait(BETWEEN)
                self.look()

    def hold_corners(self) -> None:
        """A grown-up ends the visit: two fingers on the upper corners, for as long as it takes."""
        for number, x in enumerate((CORNER / 2, WIDTH - CORNER / 2), FINGER + 1):
            self._post(Touch("press", x, CORNER / 2, number))
        self._wait(HELD + FRAME)

    def look(self) -> None:
        """Wait until the screen is whole, as a child would, and show it."""
        for _ in range(LONGEST):
            if self.room.whole and self.room.painter.finished:
                break
            self._frame()
            pygame.time.wait(10)
        else:
            raise NoProgress("The demonstration waits for a screen that is never painted.")
        name = f"{self.visit.activity}-{self.visit.step + 1}" if self.visit.place == events.STEP else self.visit.place
        self._shown("rest" if self.visit.resting else name, self.picture, self.room.painter.surface)

    def _post(self, touch: Touch) -> None:
        pygame.event.post(event_of(touch, self.room.window.points))

    def _wait(self, seconds: float) -> None:
        until = self.clock.now + seconds
        while self.clock.now < until:
            self._frame()

    def _frame(self) -> None:
        for event in pygame.event.get():
            self.room.handle(event)
        self.room.frame()
        self.clock.now += FRAME
        self._pause()


class Shots:
    """Saves each new screen as a numbered PNG in the folder; without one, does nothing."""

    def __init__(self, folder: Path | None):
        self.folder = folder
        self._seen: set[Picture] = set()
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def __call__(self, name: str, picture: Picture, surface: pygame.Surface) -> None:
        if self.folder and picture not in self._seen:
            from PIL import Image  # writes a PNG four times as quickly as pygame; there are hundreds

            self._seen.add(picture)
            path = self.folder / f"{len(self._seen):03}-{name}.png"
            pixels = pygame.image.tobytes(surface, "RGB")
            Image.frombytes("RGB", surface.get_size(), pixels).save(path, compress_level=3)
