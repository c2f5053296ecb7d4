"""Watch: the companion plays its little story, and there is nothing to choose.

Pure: no clock, no files, no pygame. The story is the step's own; a touch on the companion plays it again.
"""

from typing import ClassVar

from msgspec import Struct

from game.core.activity import MechanicStep, NewName
from game.core.companion import setting
from game.core.ids import Id
from game.core.mechanic import DemoPolicy, Traits
from game.core.picture import STANDING, Picture, Stamp
from game.core.story import CARRIED, ready
from game.core.table import Hand, Hands, Move, Outcome, Table, Touch
from game.system.language import N_

TRAITS = Traits(
    N_("Watching"),
    cue=N_("There is only something to see."),
    only_shows=True,
    chooses=False,
    nothing=N_("shown"),
)


class Step(MechanicStep, frozen=True):
    """`watch: who-sees-what`, and its `story:`."""

    NEEDS: ClassVar[tuple[str, ...]] = ("story",)

    watch: NewName


class State(Struct, frozen=True):
    """Nothing is chosen, so nothing changes."""


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A touch is about nothing here."""
    return None


def after(table: Table, state: State, move: Move) -> State:
    """The same."""
    return state


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The scene, and the companion in it; what it carries in its story lies ready where the scene says."""
    signs = [area for area in table.layout.supplies if area.sign in CARRIED]
    there = (Stamp(a.sign, a.x, a.y, a.width, id=ready(str(a.sign)), lift=STANDING) for a in signs)
    return Picture((*setting(table), *there))


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """No gesture."""
    return ()


def demo_policy(table: Table) -> DemoPolicy:
    """Nothing to do."""
    return DemoPolicy(least=0, most=0)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """Nothing is chosen; that it was shown is said of each such step."""
    return ()
