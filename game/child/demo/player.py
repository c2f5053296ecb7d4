"""The demonstration: plays a visit by itself, by touches of the glass only.

It sees what a child sees (the Picture) and does what a child does (touch the glass), whatever glass it is. How much the
child does at a step is decided in `policy.py`.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec import Struct, field

from game.child.demo.driver import FINGER, NoProgress
from game.child.demo.policy import amount, stroke
from game.core import events
from game.core.activity import BLANK
from game.core.gesture import SAMPLE, drag, tap
from game.core.ids import Door, FirstPicture, Gate, Id, Option, SpotId, TrailStop, Way
from game.core.layout import CLOTH, TRAY, TURN
from game.core.mechanic import DemoPolicy, own
from game.core.picture import Picture, Stamp, TouchArea, find, meaningful
from game.core.table import Hands, Touch
from game.mechanics import mechanic, traits
from game.play import screens
from game.play.page_film import LONGEST
from game.play.state import Visit

MOST_ACTIONS = 300
ANYWHERE = (640, 300)  # where nothing is meant
MOST_TURNS = 4  # of a tray, in search of something


class Finger(Protocol):
    """The finger that it plays with; see RoomDriver."""

    @property
    def open(self) -> bool:
        """False once the room was closed."""

    @property
    def visit(self) -> Visit:
        """Where the child is."""

    @property
    def picture(self) -> Picture:
        """What the child sees."""

    @property
    def hands(self) -> Hands:
        """What is in the air."""

    def way_to(self, goal: Id) -> Way | None:
        """Which way leads along the trail to this; None where it is in view."""

    def tap(self, means: Id | None) -> None:
        """A tap on what means this. Raises NoProgress where nothing does."""

    def touch(self, touches: Iterable[Touch]) -> None:
        """These touches, one after the other."""

    def hold_corners(self) -> None:
        """A grown-up closes the room."""

    def look(self) -> None:
        """Wait until the screen is whole."""

    def wait(self, seconds: float) -> None:
        """Time goes by."""


class DemoPlayer:
    """Plays one visit. `seed` decides all choices; `opens` are the activities in order, all of them without it.

    `goes` True: at the end the child goes home, or through the gate; False: a grown-up closes the room. `rests`: once,
    on the way.
    """

    def __init__(self, glass: Finger, seed: str, opens: tuple[str, ...] = (), goes: bool = True, rests: bool = True):
        self.glass, self.random, self.goes = glass, random.Random(seed), goes
        there = [stop.activity for stop in glass.visit.begun.stops]
        self.opens = [name for name in opens or there if name in there]
        self._doing: dict[tuple[str, int], Doing] = {}
        self._rested = not rests

    def run(self, has_enough: Callable[[], bool] = lambda: False) -> None:
        """From waking the companion to the last picture, or until who watches has enough. Raises NoProgress."""
        for _ in range(MOST_ACTIONS):
            if not self.glass.open:
                return
            self.glass.look()
            if self.glass.visit.place == events.CLOSED or has_enough():
                return
            self._act()
        raise NoProgress("The demonstration does not get on: the room does not answer its touches.")

    def _act(self) -> None:
        """The next thing that a child would do here."""
        match self.glass.visit.place:
            case events.ASLEEP:
                self.glass.touch(screens.demonstration(self.glass.visit))
            case events.STEP:
                self.play_step()
            case events.TRAIL:
                self._trail()
            case events.GATE:
                self._look_back()
                self.glass.tap(screens.ONWARD)
            case _:
                self.glass.tap(screens.ONWARD)

    def _trail(self) -> None:
        unseen = [name for name in self.opens if name not in self.glass.visit.how]
        if unseen:
            self._along_the_trail(TrailStop(unseen[0]))
        elif self.goes:
            self._along_the_trail(Gate() if self.glass.visit.begun.plan.last else Door())
        else:
            self.glass.hold_corners()

    def _look_back(self) -> None:
        """The film of the first picture that hangs there, to its end; a touch anywhere ends it."""
        hanging = [t.means for t in meaningful(self.glass.picture) if isinstance(t.means, FirstPicture)]
        if hanging:
            self.glass.tap(hanging[0])
            self.glass.wait(LONGEST)
            self.glass.touch(tap(*ANYWHERE, FINGER))

    def _along_the_trail(self, goal: Id) -> None:
        """To a stop, or to an end of the trail; where it is not in view, a stretch further along the road."""
        self.glass.tap(self.glass.way_to(goal) or goal)

    def play_step(self) -> None:
        """A page: the gesture, choices, a rest once on the way, and onward. A blank card is drawn on in between."""
        where = self._where()
        if where not in self._doing:
            self._doing[where] = self._arrive()
        doing = self._doing[where]
        while doing.left and self._where() == where:
            doing.left -= 1
            self._do(doing)
        if self._where() == where:
            self._rest_once()
            self.glass.tap(screens.ONWARD)

    def _where(self) -> tuple[str, int]:
        return self.glass.visit.activity, self.glass.visit.step

    def _arrive(self) -> "Doing":
        """The gesture is tried on the neutral sample, where there is one."""
        table = self.glass.visit.here.table
        here = mechanic(table.mechanic)
        gesture, policy = here.demo(table), here.demo_policy(table)
        if all(touch.on == SAMPLE for touch in gesture):
            self.glass.touch(gesture)
        return Doing(policy, amount(table, policy, self.random), own(table))

    def _rest_once(self) -> None:
        if not self._rested:
            self._rested = True
            self.glass.tap(screens.REST)
            self.glass.touch(tap(*ANYWHERE, FINGER))

    def _do(self, doing: "Doing") -> None:
        """One more thing at this step: a place, a stroke, a picture; the gesture where there is nothing to choose."""
        table = self.glass.visit.here.table
        if traits(table.mechanic).in_order:
            self._go_on(doing)
        elif doing.policy.paper:
            self._draw_a_line(doing.policy)
        elif self._options():
            self._picture(doing)
        else:
            self.glass.touch(mechanic(table.mechanic).demo(table))

    def _go_on(self, doing: "Doing") -> None:
        """To the next place of a road."""
        places = [t.means for t in meaningful(self.glass.picture) if isinstance(t.means, SpotId)]
        following = next(place for place in places if place not in doing.used)
        doing.used[following] += 1
        self.glass.tap(following)

    def _draw_a_line(self, policy: DemoPolicy) -> None:
        self.glass.tap(self.random.choice(policy.tools))
        paper = find(self.glass.picture, policy.paper)
        if isinstance(paper, TouchArea):
            self.glass.touch(drag(stroke(paper, self.random), FINGER))

    def _picture(self, doing: "Doing") -> None:
        """A tap on a picture; when that has lifted it, a tap on the place where the fewest lie."""
        found = self._in_sight(doing)
        if not found:
            return
        what = self.random.choice(found)
        doing.used[what] += not doing.policy.again
        self.glass.tap(what)
        spots = [t for t in meaningful(self.glass.picture) if isinstance(t, TouchArea) and t.means not in (TRAY, CLOTH)]
        if self.glass.hands and spots:
            fewest = min(doing.used[spot.means] for spot in spots)
            spot = self.random.choice([spot for spot in spots if doing.used[spot.means] == fewest])
            doing.used[spot.means] += 1
            self._lay(spot)

    def _lay(self, spot: TouchArea) -> None:
        across, down = self.random.uniform(-0.3, 0.3), self.random.uniform(-0.3, 0.3)
        self.glass.touch(tap(spot.x + across * spot.width, spot.y + down * spot.height, FINGER))

    def _in_sight(self, doing: "Doing") -> list[Id]:
        """Pictures not taken yet, the child's own first. The tray is turned to find those, and now and then to look."""
        for _ in range(MOST_TURNS):
            lying = self._lying(doing)
            own = [option for option in lying if option in doing.own]
            wanting = any(not doing.used[what] for what in doing.own)
            if own or not find(self.glass.picture, TURN) or (lying and not wanting and self.random.random() < 0.7):
                return own or lying
            self.glass.tap(TURN)
        return self._lying(doing)

    def _lying(self, doing: "Doing") -> list[Id]:
        """What lies there and was not taken yet; a blank card is wanted only now and then."""
        fresh = [option for option in self._options() if not doing.used[option]]
        return [option for option in fresh if option != Option(BLANK) or self.random.random() < 0.3]

    def _options(self) -> list[Id]:
        table = self.glass.visit.here.table
        offered: set[Id] = {Option(o.id) for o in table.offered + table.beside}
        stamps = [t.means for t in meaningful(self.glass.picture) if isinstance(t, Stamp)]
        return [means for means in stamps if means in offered]


class Doing(Struct):
    """How a step is played, what is still to be done, what there is the child's own, and how often what was used."""

    policy: DemoPolicy
    left: int
    own: set[Id]
    used: Counter[Id | None] = field(default_factory=Counter)
