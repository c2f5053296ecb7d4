"""A visit: what happened, line by line, and where the child is now.

Events are the lines of a journal. `after` folds them; live play and replay both go through it, so
that they cannot differ. Pure: no clock, no files, no pygame. Days are handed in as ISO dates, ids
and seeds as text; a journal holds no time of day.
"""

from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.mechanics import mechanic
from game.picture import Picture
from game.table import PUT_BACK, Move, Offered, Row, Table

FORMAT = 1
NOBODY_YET = "hedgehog"  # keeps the door until the child has a companion of its own
TRAVELLER, ANIMAL, THING = "my-traveller", "animal", "thing"  # the activity and results that name a traveller

ASLEEP, TRAIL, STEP, GATE, CLOSED = "asleep", "trail", "step", "gate", "closed"  # where a visit can be
ONWARD, REST, WAKE, AGAIN = "onward", "rest", "wake", "again"  # ways to go, beside TRAIL and GATE
DONE, PASSED_BY, STOPPED = "done", "passed by", "stopped"


class Stop(Struct, frozen=True):
    """An activity on this visit's trail."""

    activity: str
    title: str
    cover: str
    chapter: int = 0


class Plan(Struct, frozen=True, omit_defaults=True):
    """How many visits are planned (0: nobody has said), which of them were missed (the 3rd: 3), whether they pause."""

    planned: int = 0
    missed: tuple[int, ...] = ()
    paused: bool = False


class Begun(Struct, frozen=True, tag="begun", omit_defaults=True):
    """The first line: whose visit it is, which stops its trail has, and the picture in the envelope ("": none)."""

    traveller: str
    number: int
    day: str
    band: str
    stops: tuple[Stop, ...]
    seed: str
    format: int = msgspec.field(default_factory=lambda: FORMAT)  # a factory's value is always written down
    plan: Plan = Plan()
    envelope: str = ""


class Prepared(Struct, frozen=True, tag="prepared"):
    """The grown-up has changed, during a visit, what is ready for it."""

    stops: tuple[Stop, ...]
    plan: Plan
    envelope: str


class Opened(Struct, frozen=True, tag="opened"):
    """An activity was opened; its text is kept so that this journal can be read for ever."""

    activity: str
    title: str
    purpose: str
    text: str


class Arrived(Struct, frozen=True, tag="arrived"):
    """The child came to a step; the table as it was laid is all that replay needs."""

    activity: str
    step: int
    table: Table


class Moved(Struct, frozen=True, tag="moved"):
    """A move at the step where the child is."""

    move: Move


class Went(Struct, frozen=True, tag="went"):
    """The child went: "wake", "rest", "trail", "onward" (off the last step), "gate", "again" (back from the end)."""

    to: str


class Failed(Struct, frozen=True, tag="failed"):
    """Something broke inside an activity; the child was led back to the trail. `what` is for the grown-up."""

    activity: str
    what: str


class Told(Struct, frozen=True, omit_defaults=True):
    """One step as the papers may tell it: its number in the activity, what was offered, and what was chosen."""

    number: int
    result: str
    mechanic: str
    scene: str
    offered: tuple[Offered, ...]
    rows: tuple[Row, ...]
    screen: Picture | None = None


class Page(Struct, frozen=True):
    """One activity as the papers may tell it: `how` is "done", "passed by" or "stopped"."""

    activity: str
    title: str
    how: str
    steps: tuple[Told, ...]


class Ended(Struct, frozen=True, tag="ended"):
    """The visit's end: what it told is written down, and no later change of ours rewrites it."""

    pages: tuple[Page, ...]


Event = Begun | Prepared | Opened | Arrived | Moved | Went | Failed | Ended


class Laid(Struct, frozen=True):
    """A step on the table: the Table and the mechanic's State."""

    table: Table
    state: Any


class Visit(Struct, frozen=True):
    """Where the child is now, and all that this visit has seen. Steps are keyed by (activity, number)."""

    begun: Begun
    place: str = ASLEEP
    resting: bool = False
    activity: str = ""
    step: int = 0
    opened: dict[str, Opened] = {}
    laid: dict[tuple[str, int], Laid] = {}
    how: dict[str, str] = {}
    left: dict[str, int] = {}
    last: str = ""
    pages: tuple[Page, ...] | None = None
    failures: tuple[Failed, ...] = ()

    @property
    def here(self) -> Laid:
        """The step where the child is. Raises KeyError when it is not at one."""
        return self.laid[self.activity, self.step]


def lay(table: Table) -> Laid:
    """A table with its own types (a journal holds plain data), and the state that its `start` has become."""
    own = mechanic(table.mechanic)
    step = msgspec.convert(msgspec.to_builtins(table.step), own.Step)
    start = own.State() if table.start is None else msgspec.convert(table.start, own.State)
    return Laid(replace(table, step=step, start=None), start)


def after(visit: Visit | None, event: Event) -> Visit:
    """The visit after one more event."""
    match event:
        case Begun():
            return Visit(event)
        case Prepared():
            begun = replace(visit.begun, stops=event.stops, plan=event.plan, envelope=event.envelope)
            return replace(visit, begun=begun)
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
            return replace(_left(visit, CLOSED, STOPPED), resting=False, pages=event.pages)
    raise TypeError(f"not an event: {event!r}")


def replay(events: list[Event]) -> Visit:
    """The visit that these events tell. Raises ValueError when there are none."""
    if not events:
        raise ValueError("an empty journal")
    visit = None
    for event in events:
        visit = after(visit, event)
    return visit


def _arrived(visit: Visit, event: Arrived) -> Visit:
    where = (event.activity, event.step)
    return replace(
        visit,
        place=STEP,
        resting=False,
        activity=event.activity,
        step=event.step,
        laid={**visit.laid, where: lay(event.table)},
        last=event.activity,
        pages=None,
    )


def _moved(visit: Visit, move: Move) -> Visit:
    here = visit.here
    state = mechanic(here.table.mechanic).after(here.table, here.state, move)
    return replace(visit, laid={**visit.laid, (visit.activity, visit.step): replace(here, state=state)})


def _went(visit: Visit, to: str) -> Visit:
    match to:
        case "rest":
            return replace(visit, resting=True)
        case "wake":
            return replace(visit, resting=False, place=TRAIL if visit.place == ASLEEP else visit.place)
        case "onward":
            return _left(visit, TRAIL, DONE if has_choice(visit, visit.activity) else PASSED_BY)
        case "gate":
            return _left(visit, GATE, STOPPED)
        case "trail" | "again":
            return replace(_left(visit, TRAIL, STOPPED), pages=None)
    raise ValueError(f"nobody goes {to!r}")


def _left(visit: Visit, place: str, how: str) -> Visit:
    """Out of an activity; one that was finished before stays so when it is only looked at again."""
    if visit.place != STEP:
        return replace(visit, place=place)
    before = visit.how.get(visit.activity)
    how = before if how == STOPPED and before else how
    left = {**visit.left, visit.activity: visit.step}
    return replace(visit, place=place, how={**visit.how, visit.activity: how}, left=left)


def has_choice(visit: Visit, activity: str) -> bool:
    """True where the child has chosen anything at all in this activity."""
    return any(row.how != PUT_BACK for told in page(visit, activity).steps for row in told.rows)


def page(visit: Visit, activity: str, screens: bool = False) -> Page:
    """What the papers may tell of one activity of this visit."""
    steps = sorted(step for name, step in visit.laid if name == activity)
    told = tuple(_told(n, visit.laid[activity, n], screens) for n in steps)
    return Page(activity, visit.opened[activity].title, visit.how.get(activity, STOPPED), told)


def _told(number: int, laid: Laid, screens: bool) -> Told:
    table, own = laid.table, mechanic(laid.table.mechanic)
    try:
        rows, screen = own.told(table, laid.state), own.view(table, laid.state, ()) if screens else None
    except Exception:  # one broken step must not take the trail and the papers with it
        rows, screen = (), None
    return Told(number, table.result, table.mechanic, table.scene, table.offered + table.beside, rows, screen)


def page_of(visit: Visit, activity: str) -> Page | None:
    """The page of one activity, as `pages` has it; None where the visit has not opened it."""
    if visit.pages is not None:
        return next((page for page in visit.pages if page.activity == activity), None)
    return page(visit, activity) if activity in visit.opened else None


def pages(visit: Visit, screens: bool = False) -> tuple[Page, ...]:
    """What may be told of this visit, in the order of its trail: as written down at its end, else as it is now.

    `screens`: with each step's screen as the child left it, for the papers.
    """
    if visit.pages is not None:
        return visit.pages
    order = [stop.activity for stop in visit.begun.stops]
    seen = [name for name in order if name in visit.opened] + [name for name in visit.opened if name not in order]
    return tuple(page(visit, name, screens) for name in seen)
