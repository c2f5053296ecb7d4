"""Whether the child goes on, comes back or is not sure is asked only where a grown-up says that it can come back."""

from msgspec.structs import replace

from game.core import events
from game.core.events import Plan
from game.play import screens
from tests.support.story import Story

ASKS = "leave-one-take-one"


def asked(may_return: bool) -> list[str]:
    """The results of the steps through which onward leads."""
    with Story() as story:
        begun = story.visit.begun
        story.session.prepare(events.Prepared(begun.stops, replace(begun.plan, may_return=may_return), begun.envelope))
        story.go(ASKS)
        found = []
        while story.visit.place == events.STEP:
            found.append(story.here.table.result)
            story.tap(screens.ONWARD)
        return found


def test_the_child_is_asked_only_where_coming_back_is_possible():
    assert set(asked(may_return=True)) - set(asked(may_return=False)) == {"afterwards"}


def test_what_is_said_once_holds_until_it_is_taken_back():
    plan = Plan(last=True).with_more(Plan(may_return=True))
    assert plan.may_return and plan.with_more(Plan()).may_return
