"""An ended visit as it was told at its end: what was written down then is true, whatever our code says today.

Pure: events in, a Visit out; no clock, no files, no pygame. A mechanic is asked only where a step is opened again as
it was last left.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import overload

from msgspec.structs import replace

from game.core.events import (
    AGAIN,
    CLOSED,
    GATE,
    HOME,
    LOOKED_IN,
    REST,
    STOPPED,
    TRAIL,
    WAKE,
    Arrived,
    Begun,
    Ended,
    Event,
    Failed,
    Moved,
    Opened,
    Prepared,
    Went,
)
from game.core.table import Move, Table
from game.play.replay import after
from game.play.state import Visit
from game.play.take import StepState, Take, set_up

StepKey = tuple[str, int]  # an activity, and the number of a step
Stay = tuple[Arrived, list[Move]]  # how it began, and the moves that were made on it


class StepsAsLeft(Mapping[StepKey, StepState]):
    """The steps of an ended visit, each worked out from its table and its moves when it is asked for.

    A step whose moves our code does not understand from some move on is as it was before that; one that cannot be laid
    at all is among the keys, and asking for it raises KeyError.
    """

    def __init__(self, reached: dict[StepKey, tuple[Table, list[Move]]]):
        self._reached = reached
        self._laid: dict[StepKey, StepState] = {}

    def __getitem__(self, where: StepKey) -> StepState:
        if where not in self._laid:
            self._laid[where] = _as_left(where, *self._reached[where])
        return self._laid[where]

    def __iter__(self) -> Iterator[StepKey]:
        return iter(self._reached)

    def __len__(self) -> int:
        return len(self._reached)


class TakesAsLeft(Sequence[Take]):
    """The stays at the steps of an ended visit that our code can still lay; worked out when the first is asked for.

    Films and papers ask for them; a room that opens does not.
    """

    def __init__(self, stays: list[Stay]):
        self._stays = stays

    @cached_property
    def _laid(self) -> tuple[Take, ...]:
        return tuple(_takes(self._stays))

    @overload
    def __getitem__(self, which: int) -> Take: ...
    @overload
    def __getitem__(self, which: slice) -> tuple[Take, ...]: ...
    def __getitem__(self, which: int | slice) -> Take | tuple[Take, ...]:
        return self._laid[which]

    def __len__(self) -> int:
        return len(self._laid)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._laid == tuple(other)


def lasting_end(events: Sequence[Event]) -> Ended | None:
    """The end at which the child still is: a preparation, or a rest, does not take the visit up again."""
    for event in reversed(events):
        if isinstance(event, Ended):
            return event
        if not isinstance(event, Prepared) and event not in (Went(REST), Went(WAKE)):
            return None
    return None


def told_visit(events: Sequence[Event]) -> Visit:
    """The visit that these events tell. Raises ValueError where the first is not Begun, or the child is at no end."""
    begun, end = events[0], lasting_end(events)
    if not isinstance(begun, Begun) or end is None:
        raise ValueError("not a whole visit")
    arrived = [event for event in events if isinstance(event, Arrived)]
    last = arrived[-1] if arrived else None
    left = {event.activity: event.step for event in arrived}
    stays = _stays(events)
    return replace(
        _made_ready_and_opened(begun, events),
        place=CLOSED,
        resting=_rests(events),
        activity=last.activity if last else "",
        step=last.step if last else 0,
        laid=StepsAsLeft({(a.activity, a.step): (a.table, moves) for a, moves in stays}),
        how=_how(end, left),
        left=left,
        last=last.activity if last else "",
        pages=end.pages,
        failures=tuple(event for event in events if isinstance(event, Failed)),
        at_home=_at_home(events),
        to_gate=any(event == Went(GATE) for event in events),
        at_gate=_at_gate(events),
        takes=TakesAsLeft(stays),
    )


def _made_ready_and_opened(begun: Begun, events: Sequence[Event]) -> Visit:
    """What was made ready for the visit, and the activities that it opened."""
    visit = Visit(begun)
    for event in events:
        if isinstance(event, Prepared | Opened):
            visit = after(visit, event)
    return visit


def _rests(events: Sequence[Event]) -> bool:
    return next(event for event in reversed(events) if isinstance(event, Went | Ended)) == Went(REST)


def _how(end: Ended, left: Iterable[str]) -> dict[str, str]:
    """How each of these activities was left, as it was told; one that was only looked into was stopped."""
    how = {page.activity: STOPPED if page.how == LOOKED_IN else page.how for page in end.pages}
    return {activity: how.get(activity, STOPPED) for activity in left}


def _at_home(events: Sequence[Event]) -> bool:
    """True where the child has gone home, and not back onto the trail since."""
    ways = [event.to for event in events if isinstance(event, Went) and event.to in (HOME, TRAIL, AGAIN)]
    return ways[-1:] == [HOME]


def _at_gate(events: Sequence[Event]) -> bool:
    """True where the child has gone to the gate, and nowhere since; what breaks there leads to the trail."""
    ways = (HOME, GATE, TRAIL, AGAIN)
    found = [event for event in events if isinstance(event, Failed) or (isinstance(event, Went) and event.to in ways)]
    return found[-1:] == [Went(GATE)]


def _stays(events: Sequence[Event]) -> list[Stay]:
    """Each stay at a step."""
    found: list[Stay] = []
    for event in events:
        if isinstance(event, Arrived):
            found.append((event, []))
        elif isinstance(event, Moved) and found:
            found[-1][1].append(event.move)
    return found


def _takes(stays: list[Stay]) -> Iterator[Take]:
    """The stays at steps that our code can still lay."""
    for arrived, moves in stays:
        with suppress(Exception):  # a mechanic that is gone or broken can raise anything
            yield Take(arrived.activity, arrived.step, set_up(arrived.table), tuple(moves))


def _as_left(where: StepKey, table: Table, moves: list[Move]) -> StepState:
    try:
        found = set_up(table)
    except Exception as error:
        raise KeyError(where) from error
    *_, left = Take(*where, found, tuple(moves)).states()
    return left
