"""A visit: where the child is now, and all that it has seen.

Plain frozen data, as `replay.py` makes it of events. No clock, no files, no pygame.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from game.core.events import ASLEEP, GATE, HOME, ActivityPage, Begun, Failed, Opened
from game.play.take import StepState, Take


class Visit(Struct, frozen=True):
    """Where the child is now, and all that this visit has seen. Steps are keyed by (activity, number), `takes` are in
    the order in which they were.

    `at_home`: it ends, or has ended, at the companion's door; else at the gate, or wherever a grown-up ended it.
    `to_gate`: the child has gone to the gate, wherever it went from there; `at_gate`: the visit has ended there.
    """

    begun: Begun
    place: str = ASLEEP
    resting: bool = False
    activity: str = ""
    step: int = 0
    opened: dict[str, Opened] = {}
    laid: Mapping[tuple[str, int], StepState] = {}
    how: dict[str, str] = {}
    left: dict[str, int] = {}
    last: str = ""
    pages: tuple[ActivityPage, ...] | None = None
    failures: tuple[Failed, ...] = ()
    at_home: bool = False
    to_gate: bool = False
    at_gate: bool = False
    takes: Sequence[Take] = ()

    @property
    def here(self) -> StepState:
        """The step where the child is. Raises KeyError when it is not at one."""
        return self.laid[self.activity, self.step]


def end_of(visit: Visit) -> str:
    """Where the trail ends on this visit: at the companion's own door; on the last visit of all at the gate."""
    return GATE if visit.begun.plan.last else HOME
