"""A visit: what happened, line by line, and where the child is now.

Events are the lines of a journal. `after` folds them; live play and replay both go through it, so that they cannot
differ. Pure: no clock, no files, no pygame.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import SIGNS, SPOTS, STAYS_HERE
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
    ActivityPage,
    Arrived,
    Begun,
    Ended,
    Event,
    Failed,
    Moved,
    Opened,
    Prepared,
    StepSummary,
    Went,
)
from game.core.table import PUT_BACK, Move, Table
from game.mechanics import mechanic, traits
from game.play.lain import as_it_lay
from game.play.take import StepState, Take, set_up
from game.system.errors import Sentence
from game.system.language import N_


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


def end_of(visit: Visit) -> str:
    """Where the trail ends on this visit: at the companion's own door; on the last visit of all at the gate."""
    return GATE if visit.begun.plan.last else HOME


def has_choice(visit: Visit, activity: str) -> bool:
    """True where the child has chosen anything at all in this activity, or was shown what there is only to see."""
    return any(was_there(told) for told in activity_page(visit, activity).steps)


def was_there(told: StepSummary) -> bool:
    """True where something was done in this step and not taken back, or where there is only something to see."""
    return traits(told.mechanic).only_shows or any(row.how != PUT_BACK for row in told.rows)


def activity_page(visit: Visit, activity: str, screens: bool = False) -> ActivityPage:
    """What the papers may tell of one activity of this visit."""
    steps = sorted(step for name, step in visit.laid if name == activity)
    told = tuple(step_summary(n, visit.laid[activity, n], screens) for n in steps)
    return ActivityPage(activity, visit.opened[activity].title, visit.how.get(activity, STOPPED), told)


def step_summary(number: int, laid: StepState, screens: bool) -> StepSummary:
    """What the papers may tell of a step as it is; with its screen, where `screens`."""
    table, own = laid.table, mechanic(laid.table.mechanic)
    try:
        rows, screen = own.told(table, laid.state), own.view(table, laid.state, ()) if screens else None
    except Exception:  # one broken step must not take the trail and the papers with it
        rows, screen = (), None
    return StepSummary(
        number=number,
        result=table.result,
        mechanic=table.mechanic,
        scene=table.scene,
        offered=table.offered + table.beside,
        rows=rows,
        screen=screen,
        home=table.home,
        says=table.says,
        as_written=table.as_written,
        quiet=table.quiet,
        one_place=bool(table.says) and _has_one_place(table),
        stays_here=table.step.named(STAYS_HERE),
    )


def _has_one_place(table: Table) -> bool:
    """True where the step has one spot alone, or all have the same words, or numbers for names; but where a picture
    stands there as a sign it is told for want of words.
    """
    there = [spot for spots in table.step.of_kind(SPOTS) for spot in spots]
    by_sign = table.step.named(SIGNS) and not all(spot.has_words for spot in there)
    return len({"" if spot.only_counts else spot.label for spot in there}) == 1 and not by_sign


def untold(visit: Visit) -> Failed | None:
    """What broke in the first step that cannot say now what the papers may tell of it, or show how it was left; None
    where all of them can.
    """
    for laid in visit.laid:
        try:
            table, state = visit.laid[laid].table, visit.laid[laid].state
            own = mechanic(table.mechanic)
            own.told(table, state), own.view(table, state, ())
        except Exception as error:  # whatever is wrong with a mechanic, the caller goes on
            return failed(laid[0], error)
    return None


def failed(activity: str, error: Exception) -> Failed:
    """This error broke something in this activity."""
    from traceback import format_exception_only  # only where something broke

    return Failed(activity, "".join(format_exception_only(error)).strip())


def failed_here(visit: Visit, error: Exception) -> Failed:
    """This error broke something where the child is."""
    return failed(visit.activity if visit.place == STEP else "", error)


def failure_sentence(failed: Failed) -> Sentence:
    """What the grown-up should know of what broke."""
    if failed.activity:
        text = N_("Something broke in the activity '{activity}': {what}")
        return Sentence(text, activity=failed.activity, what=failed.what)
    return Sentence(N_("Something broke in the child's room; nothing of the visit is lost: {what}"), what=failed.what)


def closed_untold(visit: Visit) -> Visit:
    """The visit is over for now, but nothing is written down of what it told."""
    return replace(_left(visit, CLOSED, STOPPED), resting=False, at_gate=visit.place == GATE)


def page_of(visit: Visit, activity: str) -> ActivityPage | None:
    """The page of one activity, as `activity_pages` has it, with all that was on its tables where the visit goes on.

    None where the visit has not opened it.
    """
    if visit.pages is not None:
        return next((page for page in visit.pages if page.activity == activity), None)
    return activity_page(visit, activity) if activity in visit.opened else None


def activity_pages(visit: Visit, screens: bool = False) -> tuple[ActivityPage, ...]:
    """What may be told of this visit, in the order of its trail: as written down at its end, else as it is now.

    `screens`: with each step's screen as the child left it, for the papers.
    """
    if visit.pages is not None:
        return visit.pages
    order = [stop.activity for stop in visit.begun.stops]
    seen = [name for name in order if name in visit.opened] + [name for name in visit.opened if name not in order]
    return tuple(_as_it_lay(visit, activity_page(visit, name, screens)) for name in seen)


def _as_it_lay(visit: Visit, page: ActivityPage) -> ActivityPage:
    """The page with what has lain before the child; one that broke, or cannot be shown again, as it was."""
    if page.activity in {failed.activity for failed in visit.failures}:
        return page
    try:
        return as_it_lay(page, visit.takes)
    except Exception:  # one broken step must not take the papers with it
        return page
