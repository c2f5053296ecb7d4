"""What may be told of a visit: a page for each activity, and on it what was done at each of its steps.

Papers, lists and later activities read these. A mechanic says what may be told of its step; one that breaks takes
nothing else with it. Pure: no clock, no files, no pygame.
"""

from msgspec.structs import replace

from game.core.activity import REFERENCE, SIGNS, SPOTS, STAYS_HERE
from game.core.events import STOPPED, ActivityPage, Failed, StepSummary
from game.core.picture import Picture
from game.core.spots import is_one_of
from game.core.table import PUT_BACK, Table
from game.mechanics import mechanic, traits
from game.play.failures import failed
from game.play.lain import as_it_lay, of_this_visit
from game.play.state import Visit
from game.play.take import StepState


def has_choice(visit: Visit, activity: str) -> bool:
    """True where the child has chosen anything at all in this activity, or was shown what there is only to see."""
    return any(was_there(told) for told in activity_page(visit, activity).steps)


def was_there(told: StepSummary) -> bool:
    """True where something was done in this step and not taken back, or where there is only something to see."""
    return traits(told.mechanic).only_shows or any(row.how != PUT_BACK for row in told.rows)


def activity_page(visit: Visit, activity: str, screens: bool = False) -> ActivityPage:
    """What the papers may tell of one activity of this visit: what was done there on it."""
    steps = sorted(step for name, step in visit.laid if name == activity)
    told = (step_summary(n, visit.laid[activity, n], screens) for n in steps)
    stays = [take for take in visit.takes if take.activity == activity]
    how = visit.how.get(activity, STOPPED)
    return ActivityPage(activity, visit.opened[activity].title, how, of_this_visit(told, stays))


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
        stays_here=table.stays_here,
        home_scene=table.home_scene,
        home_screen=_home_screen(laid) if screens and screen else None,
        held_back=table.held_back,
        one_thing=len(table.offered) == 1 and not table.step.named(REFERENCE),
    )


def _home_screen(laid: StepState) -> Picture | None:
    """The screen as if nothing lay where things stay here: a lid that is shut would tell of it. None where the file
    names no such place.
    """
    table, places = laid.table, laid.table.step.named(STAYS_HERE)
    if not places:
        return None
    there = tuple(one for one in laid.state.laid if not is_one_of(one.spot, places))
    return mechanic(table.mechanic).view(table, replace(laid.state, laid=there), ())


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
