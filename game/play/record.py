"""A traveller's record: its visits in order, and what earlier choices give to later activities.

Pure: values in, values out; no clock, no files, no pygame. `deal.py` uses it to lay a table.
"""

from msgspec import Struct

from game.core.events import ANIMAL, CLOSED, NOBODY_YET, STOPPED, THING, TRAVELLER, ActivityPage
from game.core.picture import Art, pieces
from game.core.same import kept_for_the_same
from game.core.table import CHOSEN, Offered, Outcome
from game.mechanics import makes_new, traits
from game.play.state import Visit
from game.play.take import StepState
from game.play.visit_pages import page_of


class Record(Struct, frozen=True):
    """The visits of one traveller, the oldest first."""

    visits: tuple[Visit, ...]

    def __add__(self, visit: Visit) -> "Record":
        """The record with this visit as its latest."""
        earlier = tuple(v for v in self.visits if v.begun.number != visit.begun.number)
        return Record((*earlier, visit))


@kept_for_the_same
def joined(record: Record, visit: Visit) -> Record:
    """The record with this visit as its latest; the very same one as long as both are the same."""
    return record + visit


def chosen(
    record: Record, activity: str, result: str, spot: str = "", before: int | None = None
) -> tuple[Offered, ...]:
    """The pictures that a reference means: from the latest visit that has the choice; () where none has.

    `before` looks only at the steps before this number: what a later step of the same activity builds on.
    """
    found: tuple[Offered, ...] = ()
    for visit in record.visits:
        if page := page_of(visit, activity):
            found = made(page, result, spot, before, found) or found
    return found


def first_chosen(record: Record, activity: str, result: str, spot: str = "") -> tuple[Offered, ...]:
    """The same from the first visit that has the choice, as that has left it."""
    alone = (Record((visit,)) for visit in record.visits)
    first = next((one for one in alone if chosen(one, activity, result)), Record(()))
    return chosen(first, activity, result, spot)


def made(
    page: ActivityPage, result: str, spot: str = "", before: int | None = None, earlier: tuple[Offered, ...] = ()
) -> tuple[Offered, ...]:
    """A result as this page leaves it: what was chosen, with what later steps have added to it.

    `earlier` is what visits before have left of it: a page may only have added to that.
    """
    found: dict[str, Offered] = {}
    for told in page.steps:
        if told.result == result and (before is None or told.number < before):
            added = {o.id: o for row in told.rows for o in row.pictures if _counts(row, spot)}
            if not found and not makes_new(told.mechanic) and any(o.id in added for o in earlier):
                found = {o.id: o for o in earlier}
            found = {key: added.get(key, o) for key, o in found.items()} if found else added
    return tuple(found.values())


def _counts(row: Outcome, spot: str) -> bool:
    return row.how == CHOSEN and spot in ("", row.spot)


def left_at(record: Record, activity: str) -> int:
    """The step at which the activity opens: where it was stopped the last time, else its first."""
    for visit in reversed(record.visits):
        steps = [step for name, step in visit.laid if name == activity]
        if steps:
            return visit.left.get(activity, 0) if visit.how.get(activity) == STOPPED else 0
    return 0


def last_laid(record: Record, activity: str, step: int) -> StepState | None:
    """The step as it was last left, on any visit; None where it was never reached."""
    found = (visit.laid.get((activity, step)) for visit in reversed(record.visits))
    return next((laid for laid in found if laid), None)


def pair(record: Record) -> tuple[str, str]:
    """The child's name here: the stems of its animal and its thing, "" for what was not chosen."""
    animal, thing = (next((o.id for o in chosen(record, TRAVELLER, what)), "") for what in (ANIMAL, THING))
    return animal, thing


def pair_name(pair: tuple[str, str]) -> str:
    """The pair in words, such as "fox-moon"."""
    return "-".join(part for part in pair if part) or "no-pictures-yet"


@kept_for_the_same
def pair_pictures(record: Record) -> tuple[str, str]:
    """The pictures of the pair as the record has kept them, "" for what was not chosen."""
    animal, thing = (next(map(picture_of, chosen(record, TRAVELLER, what)), "") for what in (ANIMAL, THING))
    return animal, thing


@kept_for_the_same
def came_along(record: Record) -> Art:
    """What the child has rubbed last, as it has made it: it is in the companion's paws from then on; "" for nothing."""
    for visit in reversed(record.visits):
        names = [name for (name, _), laid in visit.laid.items() if traits(laid.table.mechanic).comes_along]
        pages = [page for name in dict.fromkeys(reversed(names)) if (page := page_of(visit, name))]
        rubbed = [told for page in pages for told in reversed(page.steps) if traits(told.mechanic).comes_along]
        if found := [o.art for told in rubbed for row in told.rows for o in row.pictures]:
            return found[0]
    return ""


def picture_of(picture: Offered) -> str:
    """The file of a picture that may have been decorated since; of a drawing its id."""
    return next(iter(pieces(picture.art)), picture.id)


def companion_of(record: Record) -> str:
    """The picture of the traveller's animal; who keeps the door, where none was chosen."""
    return pair_pictures(record)[0] or NOBODY_YET


class Traveller(Struct, frozen=True):
    """A traveller's id, which is a folder's name, and record.

    `people` is who the pictures are, and `wrote` what a grown-up has typed besides (core/own_words.py), both by the
    visit's number: no screen of the child's has it, and no paper that goes home, since these are made from the record.
    """

    id: str
    record: Record
    people: dict[int, dict[str, str]] = {}
    wrote: dict[int, str] = {}

    def people_on(self, number: int) -> dict[str, str]:
        """The same of the visit of this number."""
        return self.people.get(number, {})

    @property
    def pair(self) -> tuple[str, str]:
        """The stems of its animal and its thing, "" for what was not chosen."""
        return pair(self.record)

    @property
    def name(self) -> str:
        """The picture pair in words, such as "fox-moon"."""
        return pair_name(self.pair)

    def ended_on(self, day: str) -> bool:
        """True where the latest visit is of this day, and is over."""
        last = self.record.visits[-1]
        return last.begun.day == day and last.place == CLOSED

    @property
    def since(self) -> str:
        """The day on which the first visit began."""
        return self.record.visits[0].begun.day
