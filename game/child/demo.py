"""The demonstration: plays the whole workbook by itself, through posted finger events only.

It sees what a child sees (the Picture) and does what a child does (touch the glass); window, journal and
painter are the room's own. Its clock is its own too, so that it is as quick as the machine allows.
"""

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pygame

from game import stage, trail
from game import visit as v
from game.child.fingers import event_of
from game.child.room import FRAME, Room
from game.gesture import tap
from game.layout import CLOTH, TRAY, TURN
from game.mechanics import mechanic
from game.picture import Picture, Spot, Stamp, find, meaningful
from game.table import Touch
from game.trouble import Trouble

FINGER = 1
LONGEST = 600  # frames to wait for a screen to be painted, at the most
MOST_ACTIONS = 300
BETWEEN = 0.8  # seconds between two actions: more than an echo


class Stuck(Trouble):
    """The demonstration does not get on: its touches have no effect. The message is a sentence."""


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self):
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Demo:
    """Plays one visit in a room. `seed` decides all choices; `shown` gets each new screen, with a name."""

    def __init__(self, room: Room, clock: Clock, seed: str, shown: Callable[[str, pygame.Surface], None], pause: Callable):
        self.room, self.clock, self.random = room, clock, random.Random(seed)
        self._shown, self._pause = shown, pause
        self._seen: set[Picture] = set()
        self._rested = False

    def run(self) -> None:
        """From waking the companion to the last picture. Raises Stuck."""
        for _ in range(MOST_ACTIONS):
            self._look()
            if self.room.play.visit.place == v.CLOSED:
                return
            self._act()
        raise Stuck("The demonstration does not get on: the room does not answer its touches.")

    def _act(self) -> None:
        """The next thing that a child would do here."""
        visit = self.room.play.visit
        match visit.place:
            case v.ASLEEP:
                self._touch(stage.demonstration(visit))
            case v.STEP:
                self._step()
            case v.TRAIL:
                unseen = [stop.activity for stop in visit.begun.stops if stop.activity not in visit.how]
                self._tap(trail.STOP + unseen[0] if unseen else trail.GATE)
            case _:
                self._tap(stage.ONWARD)

    def _step(self) -> None:
        """The gesture, then choices, a rest once on the way, and onward."""
        here = self.room.play.visit.here
        own = mechanic(here.table.mechanic)
        self._touch(own.demo(here.table))
        if self._options():
            self._touch(own.demo(here.table, self.random.choice(self._options()).means))
        for _ in range(self.random.randint(0, 4)):
            self._choose()
        if not self._rested:
            self._rested = True
            self._tap(stage.REST)
            self._touch(tap(640, 300, FINGER))
        self._tap(stage.ONWARD)

    def _choose(self) -> None:
        """A tap on some picture; when that has lifted it, a tap on a place where it can lie."""
        options = self._options()
        if not options:
            return
        self._tap(self.random.choice(options).means)
        spots = [t for t in meaningful(self.room.play.picture) if isinstance(t, Spot) and t.means not in (TRAY, CLOTH)]
        if self.room.play.hands and spots:
            spot = self.random.choice(spots)
            across, down = self.random.uniform(-0.3, 0.3), self.random.uniform(-0.3, 0.3)
            self._touch(tap(spot.x + across * spot.width, spot.y + down * spot.height, FINGER))

    def _options(self) -> list[Stamp]:
        things = meaningful(self.room.play.picture)
        offered = {o.id for o in self._offered()} | {TURN}
        return [thing for thing in things if isinstance(thing, Stamp) and thing.means in offered]

    def _offered(self) -> Iterable:
        table = self.room.play.visit.here.table
        return table.offered + table.beside

    def _tap(self, means: str) -> None:
        thing = find(self.room.play.picture, means)
        if thing is None:
            raise Stuck(f"The demonstration finds nothing on the screen that means '{means}'.")
        self._touch(tap(thing.x, thing.y, FINGER))

    def _touch(self, touches: Iterable[Touch]) -> None:
        """Post the touches as finger events, a frame for each, and let what follows come to rest."""
        for touch in touches:
            pygame.event.post(event_of(touch, self.room.window.points))
            self._frame()
            if touch.phase == "release":
                self._settle()

    def _settle(self) -> None:
        until = self.clock.now + BETWEEN
        while self.clock.now < until:
            self._frame()
        self._look()

    def _frame(self) -> None:
        for event in pygame.event.get():
            self.room.handle(event)
        self.room.frame()
        self.clock.now += FRAME
        self._pause()

    def _look(self) -> None:
        """Wait until the screen is whole, as a child would, and show it when it is a new one."""
        for _ in range(LONGEST):
            if self.room.whole and self.room.painter.finished:
                break
            self._frame()
            pygame.time.wait(10)
        else:
            raise Stuck("The demonstration waits for a screen that is never painted.")
        picture = self.room.play.picture
        if picture not in self._seen:
            self._seen.add(picture)
            visit = self.room.play.visit
            name = f"{visit.activity}-{visit.step + 1}" if visit.place == v.STEP else visit.place
            self._shown("rest" if visit.resting else name, self.room.painter.surface)


def saver(folder: Path | None) -> Callable[[str, pygame.Surface], None]:
    """Saves each screen as a numbered PNG in the folder; without one, does nothing."""
    if folder is None:
        return lambda name, surface: None
    folder.mkdir(parents=True, exist_ok=True)
    numbers = iter(range(1, 10_000))
    return lambda name, surface: pygame.image.save(surface, folder / f"{next(numbers):03}-{name}.png")
