"""Breathe: something swells and falls for a few slow breaths, to be followed or not. It ends in stillness.

Pure: no clock, no files, no pygame. `play/motion.py` paces the breaths; nothing here knows how long they take.
"""

from msgspec import Struct

from game.core.activity import Breaths, MechanicStep, NewName, Reference, StandIn
from game.core.companion import setting
from game.core.gesture import tap
from game.core.ids import Id, Option
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import READY, Picture, Stamp
from game.core.table import CHOSEN, Hand, Hands, Move, Offered, Outcome, Table, Touch
from game.system.language import N_

X, Y, SIZE = 700, 330, 380
LOOP = "slow-breaths"
TRAITS = Traits(
    N_("Breathing"),
    cue=N_("The child breathes slowly, while a picture grows and shrinks."),
    tones={"breathe": Tone.GLOW},
    chooses=False,
    # Translators: on a certificate, to a child
    deed=N_("You breathed slowly."),
    nothing=N_("not begun"),
    takes_first=True,
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
    what = Option(_thing(table).id)
    if touch.phase == "press":
        return Hand(touch.finger, None, touch.x, touch.y, (touch.x, touch.y)) if touch.on == what else None
    if hand is None or touch.phase == "lost":
        return None
    if touch.phase == "drag":
        return hand
    return Move("breathe") if touch.on == what else None


def after(table: Table, state: State, move: Move) -> State:
    """Begun once more."""
    return State(state.begun + 1)


def view(table: Table, state: State, hands: Hands) -> Picture:
    """What swells and falls, large; gently inviting until the first touch."""
    thing = _thing(table)
    loop = f"{LOOP} {table.step.breaths} {state.begun}" if state.begun else "breathe"
    option = Option(thing.id)
    shown = Stamp(thing.art, X, Y, SIZE, id=option, means=option, loop=loop, lift=READY)
    return Picture((*setting(table, before=(shown,)), shown))


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on it."""
    return tap(X, Y)


def demo_policy(table: Table) -> DemoPolicy:
    """Once."""
    return DemoPolicy(least=1, most=1)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """That the breaths were begun."""
    return (Outcome(CHOSEN, (_thing(table),)),) if state.begun else ()


def _thing(table: Table) -> Offered:
    """What was chosen earlier, else what the file says; the blank card and the don't-know card are offered apart."""
    there = table.offered + table.beside
    return next((o for o in there if o.id != table.step.picture), there[0])
