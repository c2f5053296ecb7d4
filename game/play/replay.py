"""A visit of its events, line by line: what each of them changes.

Events are the lines of a journal. `after` folds one in; live play and replay both go through it, so that they cannot
differ. Pure: it knows the mechanics; no clock, no files, no pygame.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from game.core.events import (
    ASLEEP,
    CLOSED,
    DONE,
    GATE,
    HOME,
    PASSED_BY,
    STEP,
    STOPPED,
    TRAIL,
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
from game.core.table import Move
from game.mechanics import mechanic
from game.play.state import Visit
from game.play.take import Take, set_up
from game.play.visit_pages import has_choice


def after(visit: Visit | None, event: Event) -> Visit:
    """The visit after one more event."""
    if isinstance(event, Begun):
        return Visit(event)
    if visit is None:
        raise ValueError(f"nothing has begun: {event!r}")
    match event:
        case Prepared():
            return replace(visit, begun=_prepared(visit.begun, event))
        case Opened():
            return replace(visit, opened={**visit.opened, event.activity: event})
        case Arrived():
            return _arrived(visit, event)
        case Moved():
            return _moved(visit, event.move)
        case Went():
            return _went(visit, event.to)
        case Failed():
            return replace(_left(visit, TRAIL, STOPPED), failures=(*visit.failures, event))
        case Ended():
            return replace(closed_untold(visit), pages=event.pages)
    raise TypeError(f"not an event: {event!r}")


def replay(events: Sequence[Event]) -> Visit:
    """The visit that these events tell. Raises ValueError when there are none."""
    visit: Visit | None = None
    for event in events:
        visit = after(visit, event)
    if visit is None:
        raise ValueError("an empty journal")
    return visit


def _prepared(begun: Begun, event: Prepared) -> Begun:
    """How the visit began, with what was made ready since; a band that was not said stays."""
    return replace(
        begun,
        stops=event.stops,
        plan=event.plan,
        envelope=event.envelope,
        band=event.band or begun.band,
        quiet=event.quiet,
        personal=event.personal,
        sound=event.sound,
        still=event.still,
    )


def _arrived(visit: Visit, event: Arrived) -> Visit:
    where, found = (event.activity, event.step), set_up(event.table)
    return replace(
        visit,
        place=STEP,
        resting=False,
        activity=event.activity,
        step=event.step,
        laid={**visit.laid, where: found},
        last=event.activity,
        pages=None,
        takes=(*visit.takes, Take(*where, found)),
    )


def _moved(visit: Visit, move: Move) -> Visit:
    here, take = visit.here, visit.takes[-1]
    state = mechanic(here.table.mechanic).after(here.table, here.state, move)
    laid = {**visit.laid, (visit.activity, visit.step): replace(here, state=state)}
    return replace(visit, laid=laid, takes=(*visit.takes[:-1], replace(take, moves=(*take.moves, move))))


def _went(visit: Visit, to: str) -> Visit:
    match to:
        case "rest":
            return replace(visit, resting=True)
        case "wake":
            return replace(visit, resting=False, place=TRAIL if visit.place == ASLEEP else visit.place)
        case "onward":
            return _left(visit, TRAIL, DONE if has_choice(visit, visit.activity) else PASSED_BY)
        case "home":
            return replace(_left(visit, HOME, STOPPED), at_home=True)
        case "gate":
            return replace(_left(visit, GATE, STOPPED), to_gate=True)
        case "trail" | "again":
            return replace(_left(visit, TRAIL, STOPPED), pages=None, at_home=False, at_gate=False)
    raise ValueError(f"nobody goes {to!r}")


def _left(visit: Visit, place: str, how: str) -> Visit:
    """Out of an activity; one that was finished before stays so when it is only looked at again."""
    if visit.place != STEP:
        return replace(visit, place=place)
    before = visit.how.get(visit.activity)
    how = before if how == STOPPED and before else how
    left = {**visit.left, visit.activity: visit.step}
    return replace(visit, place=place, how={**visit.how, visit.activity: how}, left=left)


def closed_untold(visit: Visit) -> Visit:
    """The visit is over for now, but nothing is written down of what it told."""
    return replace(_left(visit, CLOSED, STOPPED), resting=False, at_gate=visit.place == GATE)
