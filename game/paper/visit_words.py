"""What the therapist's own papers and the notes say of a whole visit, in words.

This file knows the Record, so no take-home paper may use it. It counts nothing and explains nothing.
"""

from game.core.events import ANIMAL, LOOKED_IN, THING, TRAVELLER, ActivityPage, Plan
from game.paper.phrases import date, ended_once, enumeration, ordinal
from game.paper.words import localized, picture_name
from game.play.consent import sleeve_pages
from game.play.record import Record, Traveller, chosen
from game.play.state import Visit
from game.play.visit_pages import activity_pages
from game.system.language import N_, Translate, small_inside

LAST = N_("the last one")  # of a visit that the grown-up has made so


def chose(traveller: Traveller, _: Translate) -> str:
    """The title of what is told of this traveller."""
    who = _called(traveller.record, _)
    return _("What {traveller} chose").format(traveller=who) if who else _("What the child chose")


def name(record: Record, _: Translate) -> str:
    """The pair in words, as the workbook calls its pictures: "Fox and moon"."""
    return _called(record, _) or _("No pictures yet")


def _called(record: Record, _: Translate) -> str:
    """The same; "" where the child has chosen neither."""
    animal, thing = (
        next((picture_name(o, _) for o in chosen(record, TRAVELLER, what)), "") for what in (ANIMAL, THING)
    )
    if animal and thing:
        return _("{animal} and {thing}").format(animal=animal, thing=small_inside(thing, _))
    return animal or thing


def told_pages(visit: Visit, screens: bool = False) -> tuple[ActivityPage, ...]:
    """What of a visit is told, in the order in which the child opened it: all but the activities of which papers say
    nothing.
    """
    order = [*visit.opened]
    untold = {name for name, opened in visit.opened.items() if opened.untold}
    there = (page for page in activity_pages(visit, screens) if page.activity not in untold)
    return tuple(sorted(there, key=lambda page: order.index(page.activity) if page.activity in order else len(order)))


def unopened(visit: Visit, _: Translate) -> str:
    """The sentence about the trail's stops where nothing was opened; "" where each was."""
    opened = {page.activity for page in activity_pages(visit)}
    titles = [localized(stop.title, _) for stop in visit.begun.stops if stop.activity not in opened]
    return _("On the trail, not opened: {activities}").format(activities=enumeration(titles, _)) if titles else ""


def looked_in(visit: Visit, _: Translate) -> str:
    """The sentence about what was opened and nothing touched there; "" where nothing was."""
    titles = [localized(page.title, _) for page in told_pages(visit) if page.how == LOOKED_IN]
    return _("{title}: {how}").format(title=enumeration(titles, _), how=f"{_(LOOKED_IN)}.") if titles else ""


def went_to_gate(visit: Visit, _: Translate) -> str:
    """That the child has gone to the gate on the last visit, where it has, and that the visit ended there; "" where
    not. A journal does not tell who ended it there, the child or a grown-up, so nothing is said of going through.
    """
    if not (visit.to_gate and visit.begun.plan.last):
        return ""
    there = _("The child went to the gate, and the visit ended there.")
    return there if visit.at_gate else _("The child went to the gate.")


def way_and_rest(visit: Visit, _: Translate) -> str:
    """What is told below the pages of a visit: the gate, and where nothing was opened."""
    return " ".join(filter(None, (went_to_gate(visit, _), unopened(visit, _))))


def kept_pages(record: Record, _: Translate) -> str:
    """The sentence about the pages that are only for the child; "" where none is."""
    names = enumeration([localized(page.name, _) for page in sleeve_pages(record)], _)
    said = _("Only for the child, in the sleeve and on no other paper: {pages}.").format(pages=names)
    return ended_once(said) if names else ""


def visit_heading(visit: Visit, _: Translate) -> str:
    """The visit's number and day, whether it was the last one, and what was said of the plan on that day."""
    return _headed(visit, [*_last(visit, _), *_plan(visit, _)], _)


def visit_day(visit: Visit, _: Translate) -> str:
    """The visit's number and day, and whether it was the last one."""
    return _headed(visit, _last(visit, _), _)


def _headed(visit: Visit, said_of_it: list[str], _: Translate) -> str:
    number, day = visit.begun.number, date(visit.begun.day, _)
    if not said_of_it:
        return _("Visit {number}, {day}").format(number=number, day=day)
    return _("Visit {number}, {day} ({plan})").format(number=number, day=day, plan=enumeration(said_of_it, _))


def _last(visit: Visit, _: Translate) -> list[str]:
    return [_(LAST)] if visit.begun.plan.last else []


def _plan(visit: Visit, _: Translate) -> list[str]:
    begun, plan = visit.begun, visit.begun.plan
    found = [_("{number} planned").format(number=plan.planned)] if plan.planned else []
    found += [_missed(place, plan, _) for place in plan.missed]
    left = plan.left_after(begun.number)
    found += [_("{number} left").format(number=left)] if left else []
    return found + ([_("then a pause")] if plan.paused and not plan.last else [])


def _missed(place: int, plan: Plan, _: Translate) -> str:
    words = _("the {place} missed, one added at the end") if place in plan.added else _("the {place} missed")
    return words.format(place=ordinal(place, _))
