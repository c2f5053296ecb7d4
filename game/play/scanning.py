"""Keyboard and one switch become touches: a marker goes from one thing to the next, and a key taps there.

Pure but for the time it is handed: no pygame, no files. What can be reached, `scan_targets.py` says from the Picture;
this file knows no mechanic's rules and paints nothing.
"""

from collections.abc import Hashable

from msgspec import Struct

from game.core.ids import Option, Scenery
from game.core.layout import IN_THE_AIR
from game.core.picture import HELD, Picture, Stamp, covers
from game.core.table import Touch
from game.play.corners import corner_of
from game.play.echo import ECHO, has_echo
from game.play.scan_targets import ScanTarget, first, goals, nearest, toward
from game.play.screens import CONTROLS_AT, LOWEST, ONWARD
from game.play.session import Session
from game.play.tap_effect import KEYS
from game.system.errors import Trouble

QUICKEST, SLOWEST, USUAL = 0.75, 5.0, 1.5  # seconds that the marker stays on each thing
CHOOSE, NEXT, BACK, RIGHT, LEFT, DOWN, UP = "choose", "next", "back", "right", "left", "down", "up"
TO_ONWARD = "to onward"
INSIDE = 0.6  # of the marker's width: how large it shows what is in the air
ANSWER = "answer"  # the land answers; the marker knows nothing of it
ARROWS = {RIGHT: (1, 0), LEFT: (-1, 0), DOWN: (0, 1), UP: (0, -1)}


class Key(Struct, frozen=True):
    """A key, or the one switch, goes down ("press") or up ("release").

    `code` says which it is, so that a release ends the press of its own key; `does` is what the key is for: CHOOSE,
    NEXT, BACK, TO_ONWARD, ANSWER or one of ARROWS.
    """

    phase: str
    code: int
    does: str


def interval_of(said: str) -> float:
    """The interval that a grown-up has said. Raises Trouble."""
    try:
        interval = float(said)
    except ValueError:
        interval = 0
    if not QUICKEST <= interval <= SLOWEST:
        raise Trouble(
            f"--switch takes the seconds for which the marker stays on each picture, from {QUICKEST} to {SLOWEST:g}, "
            f"such as `--switch {USUAL}`. '{said}' is not that."
        )
    return interval


MarkedScreen = tuple[str, bool, str, int]  # which screen a visit is at: its place, whether it rests, activity and step


class _Press(Struct, frozen=True):
    """What is held down, on what, and whether its end can have an echo."""

    source: Hashable
    at: ScanTarget
    echoes: bool


def _carried(session: Session) -> Stamp | None:
    """The picture that a tap has lifted, which waits for the next tap; what a finger holds besides is not meant."""
    lifted = {hand.what for hand in session.hands if hand.finger is None and isinstance(hand.what, Option)}
    by_fingers = {Scenery(IN_THE_AIR, hand.finger) for hand in session.hands if hand.finger is not None}
    held = (thing for thing in session.picture.things if isinstance(thing, Stamp) and thing.lift == HELD)
    return next((thing for thing in held if thing.means in lifted and thing.id not in by_fingers), None)


def _inside(ring: Stamp, picture: Stamp) -> Stamp:
    """The picture, small, inside the marker: it is what a tap lays down there."""
    width = INSIDE * ring.width * min(1, picture.width / (picture.height or picture.width))
    height = picture.height and width * picture.height / picture.width
    return Stamp(picture.art, ring.x, ring.y, width, height, id=Scenery("in-marker"))


class Scanner:
    """The marker of one room. `interval` in seconds: it walks by itself and one switch chooses; 0: it never does.

    `there` is what can be reached now, in the order of the walk, and `at` where the marker stands in it.
    """

    def __init__(self, interval: float = 0):
        self.interval = interval
        self.shown = interval > 0
        self.at: ScanTarget | None = None
        self._since = self._deaf_until = float("-inf")
        self._down: set[int] = set()
        self._pressing: _Press | None = None
        self._seen: tuple[Picture, MarkedScreen] | None = None
        self.there: tuple[ScanTarget, ...] = ()

    def read(self, key: Key, session: Session, now: float) -> tuple[Touch, ...] | None:
        """The touches that this key is, often none; None for the release of a key that was not pressed here."""
        held = key.code in self._down
        if key.phase == "release":
            self._down.discard(key.code)
            return self._up(key.code, "release", now) if held else None
        if held:  # a key held down repeats itself
            return ()
        self._down.add(key.code)
        if key.does == ANSWER:
            return ()
        return self._choose(key.code, session, now) if key.does == CHOOSE else self._step(key.does, session, now)

    def is_held(self, key: Key) -> bool:
        """True while this very key is down: pressed once more it repeats itself."""
        return key.code in self._down

    def instead_of(self, touch: Touch, session: Session, now: float) -> tuple[Touch, ...]:
        """A finger's touch: itself, and the marker goes. While the marker walks, a tap anywhere is the switch."""
        if not self.interval:
            self.shown = False
            return (touch,)
        if touch.phase == "press":
            at_rest = touch.y > LOWEST or corner_of(touch)  # wrists, and the grown-ups' corners
            return () if at_rest else self._choose(("finger", touch.finger), session, now)
        return () if touch.phase == "drag" else self._up(("finger", touch.finger), touch.phase, now)

    def marker(self, session: Session, now: float, whole: bool = True) -> tuple[Stamp, ...]:
        """The marker as it stands now; () while it is not shown. It waits while a new screen is not `whole` yet."""
        if not self.shown:
            return ()
        at = self._look(session, now)
        if not whole or self._pressing:
            self._since = now
        elif self.interval and now - self._since >= self.interval:
            at = self._go(self._next(at, 1), now)
        ring = Stamp("marker", at.x, at.y, at.size, id=Scenery("marker"))
        carried = _carried(session)
        return (ring, _inside(ring, carried)) if carried and not covers(carried, at.x, at.y) else (ring,)

    def let_go(self) -> None:
        """The window has lost the keyboard: nothing is held down."""
        self._down, self._pressing = set(), None

    def _choose(self, source: Hashable, session: Session, now: float) -> tuple[Touch, ...]:
        """A press there, if it is none's echo. The first press only shows the marker, except that any press wakes."""
        if self._pressing or now < self._deaf_until:
            return ()
        at = self._look(session, now)
        if not self.shown and not session.waits_for_any_touch:
            self.shown, self._deaf_until = True, now + ECHO
            return ()
        self.shown = True
        self._pressing = _Press(source, at, at.means in CONTROLS_AT or has_echo(session.visit))
        return (Touch("press", at.x, at.y, KEYS, time=now),)

    def _up(self, source: Hashable, phase: str, now: float) -> tuple[Touch, ...]:
        """The end of a press; then the walk begins anew."""
        ended = self._pressing
        if ended is None or ended.source != source:
            return ()
        self._pressing = None
        self._since, self._deaf_until = now, now + (ECHO if ended.echoes else 0)
        if self.interval:
            self.at = None
        way = ended.at.way()
        drags = tuple(Touch("drag", x, y, KEYS, time=now) for x, y in way[1:])
        return (*drags, Touch(phase, *way[-1], KEYS, time=now))

    def _step(self, does: str, session: Session, now: float) -> tuple[()]:
        """The marker goes one thing further; the first key only shows it."""
        shown, self.shown = self.shown, True
        at = self._look(session, now)
        if shown and not self._pressing:
            self._go(self._led_by(does, at), now)
        return ()

    def _led_by(self, does: str, at: ScanTarget) -> ScanTarget:
        """Where this key leads from there; to onward where that is."""
        if arrow := ARROWS.get(does):
            return toward(self.there, at, *arrow)
        if does == TO_ONWARD:
            return next((goal for goal in self.there if goal.means == ONWARD), at)
        return self._next(at, -1 if does == BACK else 1)

    def _next(self, at: ScanTarget, step: int) -> ScanTarget:
        return self.there[(self.there.index(at) + step) % len(self.there)]

    def _go(self, goal: ScanTarget, now: float) -> ScanTarget:
        self.at, self._since = goal, now
        return goal

    def _look(self, session: Session, now: float) -> ScanTarget:
        """Where the marker stands among what can be reached now."""
        if self._pressing:
            return self._pressing.at
        visit, before = session.visit, self._seen
        seen = before
        if seen is None or seen[0] is not session.picture:
            self._seen = seen = session.picture, (visit.place, visit.resting, visit.activity, visit.step)
            self.there = goals(visit, session.picture, session.hands, session.waits_for_any_touch)
        if self.at is None or before is None or before[1] != seen[1]:
            return self._go(first(self.there, visit, session.picture), now)
        if self.at not in self.there:
            self.at = nearest(self.there, self.at)
        return self.at
