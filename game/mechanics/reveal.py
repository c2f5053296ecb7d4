"""Reveal: a tap opens what was picked or put in, another tap closes it: an envelope, a celebration.

Pure: no clock, no files, no pygame. A celebration plays only where it was picked, and only when it is touched.
"""

from hashlib import sha256

from msgspec import Struct

from game.core.activity import EarlierName, MechanicStep
from game.core.companion import setting
from game.core.gesture import tap
from game.core.ids import Area, Id, Option, Scenery
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import READY, Glow, Picture, Stamp, Things, TouchArea
from game.core.table import Hand, Hands, Move, Outcome, Table, Touch
from game.system.language import N_

X, Y, SIZE = 700, 360, 360  # a celebration
GIVEN, BELOW, ABOVE = (772, 566, 310), 0.1, 0.36  # an envelope, on the ground before who gives it: open, it is so much
# lower, and what was in it so much higher, in its widths
BASE, ENVELOPE = Area("reveal"), Option("envelope")
STARS, QUIET_GLOW, NOTHING = "star-shower", "quiet-glow", "quiet-meadow"  # the celebrations, by their pictures
MANY = 18  # stars
OPENED = N_("opened")
TRAITS = Traits(
    N_("Opening"),
    cue=N_("A touch opens something, and another one shuts it."),
    tones={"open": Tone.GLOW, "close": Tone.PUT_BACK},
    nothing=N_("nothing was opened"),
)


class Step(MechanicStep, frozen=True):
    """`reveal: celebration` (a name from an earlier step), or `reveal: visit.envelope`."""

    reveal: EarlierName


class State(Struct, frozen=True):
    """Whether it is open, and whether it ever was."""

    open: bool = False
    seen: bool = False


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap opens, a tap closes."""
    if touch.phase == "press":
        return Hand(touch.finger, None, touch.x, touch.y, (touch.x, touch.y)) if touch.on == BASE else None
    if hand is None or touch.phase != "release":
        return hand if touch.phase == "drag" else None
    return Move("close" if state.open else "open") if touch.on == BASE else None


def after(table: Table, state: State, move: Move) -> State:
    """Open or closed."""
    return State(move.do == "open", True)


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The envelope with its picture, or the celebration."""
    shown = _celebration(table, state) if _celebrates(table) else _envelope(table, state)
    x, y, size = _place(table)
    base = TouchArea(BASE, x, y, size, size * 0.8)
    return Picture((*setting(table, before=(base,)), *shown, base))


def _celebrates(table: Table) -> bool:
    return table.made_before.id in (STARS, QUIET_GLOW, NOTHING)


def _place(table: Table) -> tuple[float, float, float]:
    """Where what is touched is, and how wide."""
    return (X, Y, SIZE) if _celebrates(table) else GIVEN


def _envelope(table: Table, state: State) -> Things:
    """Closed, the picture is not there; open, it has come out of it."""
    x, y, size = GIVEN
    if not state.open:
        return (Stamp("envelope", x, y, size, id=ENVELOPE, loop="breathe", lift=READY),)
    inside = Stamp(table.made_before.art, x, y - ABOVE * size, size * 0.8, id=Scenery("inside"), lift=READY)
    return Stamp("envelope-open", x, y + BELOW * size, size, id=ENVELOPE), inside


def _celebration(table: Table, state: State) -> Things:
    picked = Stamp(table.made_before.art, X, Y, SIZE * 0.7, id=Scenery("picked"), loop="breathe", lift=READY)
    if not state.open or table.made_before.id == NOTHING:
        return (picked,)
    if table.made_before.id == QUIET_GLOW:
        return Glow(Scenery("glow"), X, Y, 420, 1), picked
    return picked, *(_star(i) for i in range(MANY))


def _star(number: int) -> Stamp:
    """One star among many, at a place that looks like chance and is always the same."""
    a, b, c = sha256(f"star {number}".encode()).digest()[:3]
    x, y = 160 + a / 255 * 960, 110 + b / 255 * 430
    return Stamp("star", x, y, 44 + c / 255 * 44, id=Scenery("star", number), loop="breathe")


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on it."""
    x, y, _ = _place(table)
    return tap(x, y)


def demo_policy(table: Table) -> DemoPolicy:
    """Once."""
    return DemoPolicy(least=1, most=1)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """That it was opened."""
    return (Outcome(OPENED, (table.made_before,)),) if state.seen else ()
