"""Nod: a tap on a picture is a nod, and the next one takes it back. A mechanic that only tests know.

Pure: pictures and moves, no clock, no files, no pygame.
"""

from msgspec import Struct

from game.core.activity import MechanicStep, NewName, Pictures
from game.core.companion import setting
from game.core.gesture import lift, tap
from game.core.ids import Id, Option
from game.core.layout import lying, middle_seats, options, trace
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import Picture
from game.core.table import CHOSEN, Hand, Hands, Move, Outcome, Table, Touch

TRAITS = Traits("Nodded", tones={"nod": Tone.GLOW}, echo=False, makes_pictures=True)


class Step(MechanicStep, frozen=True):
    """`nod: liked`, and `faces:` at which pictures."""

    nod: NewName
    faces: Pictures


class State(Struct, frozen=True):
    """The pictures that had a nod."""

    nodded: tuple[str, ...] = ()


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap, wherever the finger has been in between."""
    if touch.phase == "press":
        return lift(touch.on, touch) if touch.on in options(table) else None
    return Move("nod", hand.what.name) if hand and touch.phase == "release" else hand


def after(table: Table, state: State, move: Move) -> State:
    """One nod more, or one less."""
    others = tuple(what for what in state.nodded if what != move.what)
    return State(others if move.what in state.nodded else (*others, move.what))


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The pictures in the middle; below those that had a nod lies their shadow."""
    seats = middle_seats(table, 0)
    shadows = tuple(trace(seat) for seat in seats if seat.picture.id in state.nodded)
    return Picture(setting(table) + shadows + tuple(thing for seat in seats for thing in lying(seat)))


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on the picture `what`; nothing without one."""
    return next((tap(seat.x, seat.y) for seat in middle_seats(table, 0) if Option(seat.picture.id) == what), ())


def demo_policy(table: Table) -> DemoPolicy:
    """Twice."""
    return DemoPolicy(least=2, most=2)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """What had a nod."""
    nodded = tuple(o for o in table.offered if o.id in state.nodded)
    return (Outcome(CHOSEN, nodded),) if nodded else ()
