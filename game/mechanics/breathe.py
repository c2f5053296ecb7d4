"""Breathe: something swells and falls for a few slow breaths, to be followed or not. It ends in stillness.

Of several things each has a breath in its turn; begun once more, the next ones go on.

Pure: no clock, no files, no pygame. `play/motion.py` paces the breaths; nothing here knows how long they take.
"""

from msgspec import Struct

from game.core.activity import Breaths, MechanicStep, NewName, Reference, StandIn
from game.core.companion import setting
from game.core.gesture import tap
from game.core.ids import Id, Option
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import READY, Picture, Stamp
from game.core.seating import slots
from game.core.table import CHOSEN, Hand, Hands, Move, Offered, Outcome, Spot, Table, Touch
from game.system.language import N_

X, Y, SIZE = 700, 330, 380
SEVERAL = Spot("several", 730, 320, 900, 420)  # where several things are
LOOP = "slow-breaths"
TRAITS = Traits(
    N_("Breathing"),
    cue=N_("The child breathes slowly, while a picture grows and shrinks."),
    tones={"breathe": Tone.GLOW},
    chooses=False,
    # Translators: on a certificate, to a child
    deed=N_("You breathed slowly."),
    nothing=N_("not begun"),
    each_in_turn=True,
    instead="dandelion",  # people do not swell
)


class Step(MechanicStep, frozen=True):
    """`breathe: dandelion`, `picture:` what swells and falls, or `from:` an earlier choice (and `picture:` what, where
    nothing was chosen there); `breaths:` how many, four unless said."""

    ONE_OF = ("picture", "from_")

    breathe: NewName
    picture: StandIn = ""
    from_: Reference = ""
    breaths: Breaths = 4


class State(Struct, frozen=True):
    """How often the breaths were begun."""

    begun: int = 0


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap begins the breaths; a tap later begins them once more."""
    on_one = touch.on in {Option(one.id) for one in _things(table)}
    if touch.phase == "press":
        return Hand(touch.finger, None, touch.x, touch.y, (touch.x, touch.y)) if on_one else None
    if hand is None or touch.phase == "lost":
        return None
    if touch.phase == "drag":
        return hand
    return Move("breathe") if on_one else None


def after(table: Table, state: State, move: Move) -> State:
    """Begun once more."""
    return State(state.begun + 1)


def view(table: Table, state: State, hands: Hands) -> Picture:
    """What swells and falls, large; gently inviting until the first touch."""
    things = _things(table)
    loops = (_loop(table, state, number, len(things)) for number in range(len(things)))
    shown = tuple(
        Stamp(one.art, x, y, size, id=Option(one.id), means=Option(one.id), loop=loop, lift=READY)
        for one, (x, y, size), loop in zip(things, _places(len(things)), loops, strict=True)
    )
    return Picture((*setting(table, before=shown), *shown))


def _loop(table: Table, state: State, number: int, many: int) -> str:
    """How the thing of this number moves; of several it is said with which breath its turn begins."""
    if not state.begun:
        return "breathe"
    loop = f"{LOOP} {table.step.breaths} {state.begun}"
    done = (state.begun - 1) * table.step.breaths
    return loop if many == 1 else f"{loop} {(number - done) % many} {many}"


def _places(many: int) -> tuple[tuple[float, float, float], ...]:
    """The middle and the width of each thing."""
    return ((X, Y, SIZE),) if many == 1 else tuple((p.x, p.y, p.size) for p in slots((SEVERAL,), many, SIZE))


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on it; of several things on `what`, and on none without it."""
    places = dict(zip((Option(one.id) for one in _things(table)), _places(len(_things(table))), strict=True))
    (x, y, _), *others = (places[what],) if isinstance(what, Option) and what in places else places.values()
    return tap((x + others[0][0]) / 2 if others else x, y)


def demo_policy(table: Table) -> DemoPolicy:
    """Once."""
    return DemoPolicy(least=1, most=1)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """What had its breath, once they were begun."""
    breathed = _things(table)[: state.begun * table.step.breaths]
    return (Outcome(CHOSEN, breathed),) if breathed else ()


def _things(table: Table) -> tuple[Offered, ...]:
    """What was chosen earlier, else what the file says; the blank card and the don't-know card are offered apart. In
    journals from before it was the first alone.
    """
    there = table.offered + table.beside
    if table.in_turn:
        return there
    return (next((o for o in there if o.id != table.step.picture), there[0]),)
