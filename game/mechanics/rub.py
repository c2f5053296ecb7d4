"""Rub: stroke the stone until it glows. There is no goal and no end; a tap warms it a little too.

Pure: strokes as moves, no clock, no files, no pygame. `play/motion.py` lets the glow come slowly.
"""

from itertools import pairwise
from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import EarlierName, MechanicStep
from game.core.companion import COMPANION_ID, setting
from game.core.gesture import drag, points_between
from game.core.ids import Id, Scenery
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import READY, Glow, Picture, Stamp, Thing, Things
from game.core.table import CHOSEN, Hand, Hands, Move, Offered, Outcome, Table, Touch
from game.system.language import N_

BASE_X, BASE_Y, BASE_SIZE = 690, 330, 500
AROUND = 400  # how far its light goes
ON_IT, SOFT = 1.1, 0.7  # how far the light on the companion goes, in its widths, and how strong that is
STROKE = 220  # design units of rubbing that make one move
FULL = 12  # strokes until the glow is whole; more are welcome and change nothing
BASE = Scenery("base")
TRAITS = Traits(
    N_("Rubbing"),
    cue=N_("The child strokes a thing, as long as it likes."),
    tones={"rub": Tone.GLOW},
    echo=False,
    by_hand=True,
    chooses=False,
    nothing=N_("not begun"),
    comes_along=True,
)  # pressed again and again


class Step(MechanicStep, frozen=True):
    """`rub: stone` (a name from an earlier step)."""

    rub: EarlierName


class State(Struct, frozen=True):
    """How warm the stone is: strokes so far, up to FULL."""

    strokes: int = 0


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """Every STROKE of way on the stone is a move, and so is a tap on it."""
    if touch.phase == "press":
        return _rubbing(touch, 0) if touch.on == BASE else None
    if hand is None or touch.phase == "lost":
        return None
    way = hand.moved + hypot(touch.x - hand.x, touch.y - hand.y)
    if touch.phase == "release":
        return Move("rub") if way < STROKE and state.strokes < FULL else None
    if way >= STROKE and state.strokes < FULL:
        return Move("rub")
    return _rubbing(touch, way)


def _rubbing(touch: Touch, way: float) -> Hand:
    return Hand(touch.finger, None, touch.x, touch.y, (touch.x, touch.y), way)


def after(table: Table, state: State, move: Move) -> State:
    """One stroke warmer."""
    return State(min(FULL, state.strokes + 1))


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The stone, large, in its glow. Once that is whole its light is on the companion, which holds out a paw for it."""
    stone = Stamp(table.made_before.art, BASE_X, BASE_Y, BASE_SIZE, id=BASE, means=BASE, lift=READY, loop="breathe")
    scene, *beside = setting(table, before=(stone,))
    if state.strokes == FULL:
        beside = [one for thing in beside for one in _for_it(thing)]
    glow = Glow(Scenery("glow"), BASE_X, BASE_Y, AROUND, state.strokes / FULL)
    return Picture((scene, glow, *beside, stone))


def _for_it(thing: Thing) -> Things:
    """The companion in the light of what lies beside it, and with a paw held out to that; all else as it is."""
    if not isinstance(thing, Stamp) or thing.id != COMPANION_ID:
        return (thing,)
    light = Glow(Scenery("light-on-it"), thing.x, thing.y, ON_IT * thing.width, SOFT)
    return light, replace(thing, loop="holding-on")


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A finger going to and fro over the stone."""
    ways = [(BASE_X + side * 120, BASE_Y + 20 - row * 12) for row in range(4) for side in (-1, 1)]
    return drag(tuple(point for a, b in pairwise(ways) for point in points_between(a, b, 6)))


def demo_policy(table: Table) -> DemoPolicy:
    """Some strokes."""
    return DemoPolicy()


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """The stone, with its glow once it was rubbed."""
    if not state.strokes:
        return ()
    glow = Glow(Scenery("glow"), 200, 200, 200, state.strokes / FULL)
    made = Picture((glow, Stamp(table.made_before.art, 200, 200, 340)), 400, 400)
    return (Outcome(CHOSEN, (Offered(table.made_before.id, made, table.made_before.label),)),)
