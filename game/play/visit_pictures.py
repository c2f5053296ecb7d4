"""What a visit itself gives to an activity: `visit.afterwards`, `visit.envelope` and the others of VISIT_PICTURES.

Pure: a record in, pictures out; no clock, no files, no pygame.
"""

from game.core.events import TRAVELLER, ActivityPage, Begun, Plan
from game.core.lanterns import HAZE
from game.core.table import Offered
from game.play.consent import with_something
from game.play.record import Record, companion, made
from game.play.state import pages
from game.system.language import N_

MINE = N_("My own picture")  # whatever its file was called: that may be somebody's name
MOST_FIRST = 6  # of the child's first pictures on the walk back
AFTERWARDS = (
    Offered("going-on", "going-on", N_("I go on")),
    Offered("coming-back", "coming-back", N_("Maybe I come back")),
    Offered("not-sure-yet", "not-sure-yet", N_("I am not sure")),
)


def visit_pictures(name: str, record: Record, begun: Begun) -> tuple[Offered, ...]:
    """The pictures that `visit.NAME` stands for; () where the visit has none."""
    match name:
        case "afterwards":
            return AFTERWARDS if begun.plan.may_return else ()
        case "companion":
            return (Offered("companion", companion(record), "The companion"),)
        case "envelope":
            return (Offered("envelope", begun.envelope, "The picture in the envelope"),) if begun.envelope else ()
        case "lanterns":
            return lanterns(begun.plan, begun.number)
        case "first-pictures":
            return first_pictures(record)
        case "personal-pictures":
            return tuple(Offered(picture, picture, MINE) for picture in begun.personal)
    return take_home(record)


def lanterns(plan: Plan, number: int) -> tuple[Offered, ...]:
    """A lantern for each visit: those that were, tonight's, those that wait; missed and extra ones have their own.

    Where nobody knows how many will come there is haze after tonight's.
    """
    found, had, place = [], 0, 0
    while had < number or place < plan.planned:
        place += 1
        if place in plan.missed:
            state = "missed"
        else:
            had += 1
            state = _state(had, number, place, plan)
        found.append(Offered(f"visit-{place}", f"lantern-{state}", f"Visit {place}"))
    return (*found, *([] if plan.planned else [Offered("haze", HAZE, N_("How many will come is not known"))]))


def _state(had: int, number: int, place: int, plan: Plan) -> str:
    if had > number:
        return "paused" if plan.paused else "waiting"
    if had == number:
        return "tonight"
    return "extra" if plan.planned and place > plan.planned - len(plan.added) else "lit"


def first_pictures(record: Record) -> tuple[Offered, ...]:
    """What the child chose first of all, in the order of the trail: from the first visit that has anything."""
    for visit in record.visits:
        there = [page for page in pages(visit) if page.activity != TRAVELLER]
        had = [o for page in there for result in _results(page) for o in made(page, result)]
        found = {o.id: o for o in had if o.art != companion(record)}  # who walks there is no picture of the way
        if found:
            return tuple(found.values())[:MOST_FIRST]
    return ()


def _results(page: ActivityPage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.result for told in page.steps))


def take_home(record: Record) -> tuple[Offered, ...]:
    """The child's pages that have something on them."""
    return tuple(Offered(page.picture, page.art or page.picture, page.name) for page in with_something(record))
