"""Use: try what lies ready, each as often as one likes; it answers in its own way, and lies there as before; a light
burns from then on.

What was tried is what later steps can take up; nothing else is made of it. Pure: pictures and moves, no clock, no
files, no pygame. How a picture answers, its drawing says; `play/uses.py` lets it be seen.
"""

from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import AsWritten, MechanicStep, NewName, Otherwise, Pictures, Reference
from game.core.companion import FEELING_ID, companion_at, setting
from game.core.feelings import AIR, AIR_WIDE, wearing
from game.core.gesture import lift, tap, was_tap
from game.core.ids import Id, Option
from game.core.layout import (
    TURN,
    TURN_AT,
    Seat,
    beside_options,
    lying,
    middle_seats,
    options,
    seats_most,
    tray_most,
    tray_seats,
    turner,
)
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import FLAT, Picture, Stamp, Things, find
from game.core.stepping_stones import TEETER
from game.core.table import CHOSEN, Hand, Hands, Move, Offered, Outcome, Table, Touch
from game.system.language import N_

STROKE = 220  # design units of rubbing that are one more use
TRAITS = Traits(
    N_("Trying"),
    cue=N_("The child tries things out. Each answers to a touch."),
    tones={"use": Tone.ANSWER, "turn": Tone.TURN},
    echo=False,
    told=N_("Tried {pictures}"),
    # Translators: on a certificate, to a child; {what} is the title of a page, or of several
    deed=N_("You tried something for {what}."),
    nothing=N_("nothing was tried"),
)  # who drums, drums


class Step(MechanicStep, frozen=True):
    """`use: a-tool`, then `pictures`, or `from` an earlier choice, or both; `otherwise`: which, where nothing was
    chosen there."""

    ONE_OF = ("pictures", "from_")
    ONLY_WITH = (("otherwise", "from_"),)

    use: NewName
    pictures: Pictures = ()
    from_: Reference = ""
    otherwise: Otherwise = ()
    order: AsWritten = False


class Tried(Struct, frozen=True):
    """A picture that was used; `turn` is a new number each time, so that each time it is seen to answer."""

    what: str
    turn: int = 1


class State(Struct, frozen=True):
    """What was tried, in the order in which it first was, and how what lies ready is turned."""

    tried: tuple[Tried, ...] = ()
    turn: int = 0


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap uses a thing, and so does a finger that presses, rubs or draws at it, wherever it is lifted."""
    if touch.phase == "press":
        return lift(touch.on, touch) if touch.on == TURN or touch.on in options(table) else None
    if hand is None or touch.phase == "lost":
        return None
    way = hand.moved + hypot(touch.x - hand.x, touch.y - hand.y)
    if touch.phase == "drag" and way < STROKE:
        return replace(hand, x=touch.x, y=touch.y, moved=way)
    if isinstance(hand.what, Option):
        return Move("use", hand.what.name)
    return Move("turn") if touch.phase == "release" and was_tap(hand) else None


def after(table: Table, state: State, move: Move) -> State:
    """The state that follows; what was used lies there as before."""
    if move.do == "turn":
        return replace(state, turn=state.turn + 1)
    if all(tried.what != move.what for tried in state.tried):
        return replace(state, tried=(*state.tried, Tried(move.what)))
    once_more = (replace(t, turn=t.turn + 1) if t.what == move.what else t for t in state.tried)
    return replace(state, tried=tuple(once_more))


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The pictures where they lie ready; one under a finger answers already."""
    turns: dict[Id | None, int] = {Option(tried.what): tried.turn for tried in state.tried}
    under = {hand.what for hand in hands}

    dark: dict[Id | None, str] = {option: o.dark for option, o in options(table).items() if o.dark}

    def ready(thing: Stamp) -> Stamp:
        used = turns.get(thing.means, 0) + (thing.means in under)
        art = thing.art if used else dark.get(thing.means, thing.art)
        return replace(thing, art=art, used=used) if thing.means else thing

    things: Things = tuple(
        ready(thing) if isinstance(thing, Stamp) else thing
        for seat in _seats(table, state.turn)
        for thing in lying(seat)
    )
    most = tray_most(table) if _on_supplies(table) else seats_most(table)
    behind = _calm(table) if table.quiet or turns or any(under) else _restless(table)
    return Picture(behind + turner(table, most, *TURN_AT, 108) + things)


def _calm(table: Table) -> Things:
    """The scene, and the companion. In the quiet look nothing is tried on it: where the scene gives it the seat and
    says what it feels there, the seat is empty, and it stands aside.
    """
    here = table.layout.companion
    aside = table.quiet and here and here.feels
    return setting(replace(table, layout=replace(table.layout, companion=None)) if aside else table)


def _restless(table: Table) -> Things:
    """The scene, and the companion as it is before anything was used, where the scene says what it feels: that is in
    the air, and it goes from foot to foot.
    """
    feels = table.layout.companion.feels if table.layout.companion else ""
    if not feels:
        return setting(table)
    behind = setting(table, wearing(table.companion, feels))
    x, y, width = companion_at(table.layout)
    air = Stamp(wearing(AIR, feels), x, y, AIR_WIDE * width, id=FEELING_ID, lift=FLAT)
    return (*(replace(t, loop=f"{TEETER} 1") if isinstance(t, Stamp) else t for t in behind), air)


def _seats(table: Table, turn: int) -> tuple[Seat, ...]:
    """Where things lie ready in this scene, whatever for."""
    return tray_seats(table, turn) if _on_supplies(table) else middle_seats(table, turn)


def _on_supplies(table: Table) -> bool:
    return bool(table.layout.supplies) and not table.layout.options


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on the picture `what`; without one, a tap just beside them all."""
    if not what:
        return tap(*beside_options(_seats(table, 0)))
    here = find(view(table, State(), ()), what)
    return tap(here.x, here.y) if here else ()


def demo_policy(table: Table) -> DemoPolicy:
    """Some of what lies there."""
    return DemoPolicy(3, 5)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """What was tried."""
    pictures = options(table)
    tried: tuple[Offered, ...] = tuple(pictures[o] for t in state.tried if (o := Option(t.what)) in pictures)
    return (Outcome(CHOSEN, tried),) if tried else ()
