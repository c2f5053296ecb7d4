"""At which step an activity opens, and what is laid there. Pure: no clock, no files, no pygame."""

from game.core.activity import Activity
from game.core.events import Begun
from game.core.table import Table
from game.play.blank_card import step_of
from game.play.deal import lay_from
from game.play.picture_source import PictureSource
from game.play.record import Record, left_at


def entrance(activity: Activity, record: Record, begun: Begun, library: PictureSource) -> tuple[int, Table] | None:
    """The step where it was left, or another that has something to do, laid; None where there is none."""
    start = min(step_of(left_at(record, activity.name)), len(activity.steps) - 1)
    return lay_from(activity, start, record, begun, library) or lay_from(activity, 0, record, begun, library)
