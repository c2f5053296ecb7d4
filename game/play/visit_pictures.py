"""What a visit itself gives to an activity: `visit.afterwards`, `visit.envelope` and the others of VISIT_PICTURES.

Pure: a record in, pictures out; no clock, no files, no pygame.
"""

from itertools import islice

from msgspec.structs import replace

from game.core.events import TRAVELLER, ActivityPage, Begun, Plan
from game.core.lanterns import HAZE
from game.core.table import Offered
from game.core.take_home import CARD, LETTER, ON_PAGE
from game.play.consent import (
    KEEPSAKE,
    LEAF,
    MY_THING,
    PLACE,
    STONE,
    chosen_as,
    kept_art,
    may_go_home,
    results,
    with_something,
)
from game.play.record import Record, companion_of, made
from game.play.visit_pages import activity_pages
from game.system.language import N_

MINE = N_("My own picture")  # whatever its file was called, and whatever is typed of it: that may be somebody's name
MINE_FIRST, MINE_LAST = (PLACE, STONE), (KEEPSAKE, LEAF, MY_THING)  # what a child has made itself is more its own
MOST_FIRST = 6  # of the child's first pictures on the walk back
STANDS = {"lanterns": "lantern", "benches": "bench"}  # what there is for each visit
AFTERWARDS = (
    Offered("going-on", "road-to-the-sun", N_("I go on")),
    Offered("coming-back", "lit-round-door", N_("Maybe I come back")),
    Offered("not-sure-yet", "signpost-in-mist", N_("I am not sure")),
)


def visit_pictures(name: str, record: Record, begun: Begun) -> tuple[Offered, ...]:
    """The pictures that `visit.NAME` stands for; () where the visit has none."""
    match name:
        case "afterwards":
            return AFTERWARDS if begun.plan.may_return else ()
        case "companion":
            return (Offered("companion", companion_of(record), "The companion"),)
        case "envelope":
            return in_envelope(record, begun)
        case "benches" | "lanterns":
            return lanterns(begun.plan, begun.number, name)
        case "first-pictures":
            return first_pictures(record)
        case "personal-pictures":
            return tuple(Offered(picture, picture, MINE) for picture in begun.personal)
    return take_home_pictures(record)


def in_envelope(record: Record, begun: Begun) -> tuple[Offered, ...]:
    """What the grown-up has put in; else a picture of the child's own, the same one as long as it may go home."""
    if begun.envelope:
        return (Offered("envelope", begun.envelope, "The picture in the envelope"),)
    own = (one for one in results(record) if one.home in (*ON_PAGE, CARD, LETTER))
    may_be_seen = (one for one in (*MINE_FIRST, *own, *MINE_LAST) if may_go_home(record, one))
    secret = kept_art(record)
    found = (picture for one in may_be_seen for picture in chosen_as(record, one) if picture.art not in secret)
    return tuple(replace(picture, id="envelope") for picture in islice(found, 1))


def lanterns(plan: Plan, number: int, kind: str = "lanterns") -> tuple[Offered, ...]:
    """A lantern, or a bench, for each visit: those that were, tonight's, those that wait; missed and extra ones have
    their own.

    Where nobody knows how many will come there is haze after tonight's; on the last visit nothing is.
    """
    found, had, place = [], 0, 0
    while had < number or (place < plan.planned and not plan.last):
        place += 1
        if place in plan.missed:
            state = "missed"
        else:
            had += 1
            state = _state(had, number, place, plan)
        found.append(Offered(f"visit-{place}", f"{STANDS[kind]}-{state}", f"Visit {place}"))
    haze = Offered("haze", HAZE, N_("How many will come is not known"))
    return (*found, *([] if plan.planned or plan.last else [haze]))


def _state(had: int, number: int, place: int, plan: Plan) -> str:
    added = plan.planned and place > plan.planned - len(plan.added)
    if had > number:
        return "paused" if plan.paused else "coming" if added else "waiting"
    if had == number:
        return "tonight"
    return "extra" if added else "lit"


def first_pictures(record: Record) -> tuple[Offered, ...]:
    """What the child chose first of all, in the order of the trail: from the first visit that has anything."""
    for visit in record.visits:
        there = [page for page in activity_pages(visit) if page.activity != TRAVELLER]
        had = [o for page in there for result in _results(page) for o in made(page, result)]
        found = {o.id: o for o in had if o.art != companion_of(record)}  # who walks there is no picture of the way
        if found:
            return tuple(found.values())[:MOST_FIRST]
    return ()


def _results(page: ActivityPage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.result for told in page.steps))


def take_home_pictures(record: Record) -> tuple[Offered, ...]:
    """The child's pages that have something on them."""
    return tuple(Offered(page.picture, page.art or page.picture, page.name) for page in with_something(record))
