"""Where the child comes to next: which stops are to come, at which step an activity opens, which one follows, and what
is laid there.

Pure: no clock, no files, no pygame. `session.py` goes there, `ahead.py` looks.
"""

from collections.abc import Iterator, Mapping

from game.core.activity import Activity
from game.core.events import TRAVELLER, Arrived, Begun, Event, Opened
from game.core.table import Table
from game.play.blank_card import following, step_of
from game.play.deal import lay_from
from game.play.picture_source import PictureSource
from game.play.record import Record, left_at
from game.play.state import Visit


def entrance(activity: Activity, record: Record, begun: Begun, library: PictureSource) -> tuple[int, Table] | None:
    """The step where it was left, or another that has something to do, laid; None where there is none."""
    start = min(step_of(left_at(record, activity.name)), len(activity.steps) - 1)
    return lay_from(activity, start, record, begun, library) or lay_from(activity, 0, record, begun, library)


def met(record: Record) -> bool:
    """True where the child has come to choose its traveller, whether it has chosen one or not."""
    return any(activity == TRAVELLER for visit in record.visits for activity, _ in visit.laid)


def to_come(visit: Visit, record: Record) -> Iterator[str]:
    """The stops of this visit, the latest of the record, where the child was not yet, in their order; nobody who has
    chosen a traveller on an earlier one is led to it anew.
    """
    left_out = {*visit.how, *((TRAVELLER,) if met(Record(record.visits[:-1])) else ())}
    return (stop.activity for stop in visit.begun.stops if stop.activity not in left_out)


def opening(activity: Activity, record: Record, begun: Begun, library: PictureSource) -> tuple[Event, ...]:
    """What brings the child into the activity, as it was last left; () where it has nothing to offer."""
    found = entrance(activity, record, begun, library)
    if found is None:
        return ()
    told = {"untold": activity.untold, "always_told": activity.always_told}
    opened = Opened(activity.name, activity.title, activity.purpose, activity.text, **told)
    return opened, Arrived(activity.name, *found)


def next_table(
    visit: Visit, activities: Mapping[str, Activity], record: Record, library: PictureSource
) -> tuple[int, Table] | None:
    """The next step of this page that has something to do, laid; None where there is none, or its file is gone."""
    activity, step = activities.get(visit.activity), following(visit.step)
    return lay_from(activity, step, record, visit.begun, library) if activity else None
