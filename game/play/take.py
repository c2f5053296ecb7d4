"""A step on the table, and one stay at it: how it was found, and the moves that were made there.

Pure: no clock, no files, no pygame.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from game.core.ids import convert, to_builtins
from game.core.table import Move, Table
from game.mechanics import mechanic


class StepState(Struct, frozen=True):
    """A step on the table: the Table and the mechanic's State."""

    table: Table
    state: Any


class Take(Struct, frozen=True):
    """One stay at a step: how it was found, and the moves that were made there until the child went elsewhere."""

    activity: str
    step: int
    found: StepState
    moves: tuple[Move, ...] = ()

    def states(self) -> Iterator[StepState]:
        """The step as it was found, and after each move; until one that our code does not understand."""
        yield self.found
        table, state, own = self.found.table, self.found.state, mechanic(self.found.table.mechanic)
        for move in self.moves:
            try:
                state = own.after(table, state, move)
            except Exception:  # what a mechanic has become since can raise anything
                return
            yield StepState(table, state)


def set_up(table: Table) -> StepState:
    """A table with its own types (a journal holds plain data), and the state that its `start` has become."""
    own = mechanic(table.mechanic)
    step = convert(to_builtins(table.step), own.Step)
    start = own.State() if table.start is None else convert(table.start, own.State)
    return StepState(replace(table, step=step, start=None), start)
