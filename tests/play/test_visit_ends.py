"""How a visit ends: weekly at the companion's own door, and on the last visit of all at the gate."""

import pytest

from game.core import events
from game.core.companion import COMPANION_ID
from game.core.events import Plan
from game.core.ids import Door, Gate, TrailStop
from game.core.picture import Backdrop, Glow, find
from game.core.table import Touch
from game.paper.visit_words import went_to_gate
from game.play import screens
from game.records.journal_reader import look
from game.records.open_visit import Preparation, open_visit
from game.records.store import Store
from tests.support.story import NAMES, Story

ID = "0123456789abcdef"


def scene(story: Story) -> str:
    return next(thing.scene for thing in story.picture.things if isinstance(thing, Backdrop))


def companion(story: Story):
    return next(thing for thing in story.picture.things if getattr(thing, "id", None) == COMPANION_ID)


@pytest.mark.parametrize(("last", "means", "other"), [(False, Door(), Gate()), (True, Gate(), Door())])
def test_the_gate_opens_on_the_last_visit_only_and_the_door_on_all_others(last, means, other):
    with Story() as story:
        if not last:
            story.weekly()
        story.go(events.TRAIL)
        for end in (means, other):
            story.lead_to(end)
            assert (find(story.picture, end) is not None) == (end == means)
        story.tap(means)
        assert story.visit.place == (events.GATE if last else events.HOME)


def test_a_weekly_visit_closes_where_it_began_with_a_light_left_on():
    with Story() as story:
        story.weekly()
        story.go(events.TRAIL)
        story.tap(Door())
        assert (scene(story), companion(story).art) == ("evening", "hedgehog-looking")
        assert story.visit.pages is None, "it is not over while the child can still go back"
        story.tap(screens.ONWARD)
        assert story.visit.place == events.CLOSED and story.visit.pages is not None
        assert (scene(story), companion(story).art) == ("evening", "hedgehog-resting")
        assert any(isinstance(thing, Glow) for thing in story.picture.things)
        assert look(story.session.journal.path).visit == story.visit, "it is told as it was played"
        story.tap(screens.TRAIL)
        assert story.visit.place == events.TRAIL and find(story.picture, TrailStop(NAMES[0]))


@pytest.mark.parametrize(
    ("last", "ways", "says"),
    [
        (True, (Gate(), screens.ONWARD), "The child went to the gate, and the visit ended there."),
        (True, (Gate(), screens.TRAIL), "The child went to the gate."),
        (True, (Gate(), screens.ONWARD, screens.TRAIL), "The child went to the gate."),
        (True, (), ""),
        (False, (), ""),
    ],
)
def test_the_record_of_a_last_visit_says_that_the_child_went_to_the_gate_and_that_it_ended_there(last, ways, says):
    with Story() as story:
        if not last:
            story.weekly()
        story.go(events.TRAIL)
        for way in ways:
            story.tap(way)
        assert not story.visit.at_gate or story.visit.place == events.CLOSED
        story.session.end()
        told = look(story.session.journal.path).visit
        assert told == story.visit and told.place == events.CLOSED
        assert went_to_gate(told, str) == says


def test_a_visit_of_which_something_broke_at_the_gate_has_not_ended_there():
    with Story() as story:
        story.go(events.TRAIL)
        story.tap(Gate())
        story.session._fail(ValueError("it broke"))
        story.session.end()
        told = look(story.session.journal.path).visit
        assert told == story.visit and went_to_gate(told, str) == "The child went to the gate."


def test_from_the_door_the_child_can_go_back_to_the_trail():
    with Story() as story:
        story.weekly()
        story.go(events.TRAIL)
        story.tap(Door())
        story.tap(screens.TRAIL)
        assert story.visit.place == events.TRAIL and not story.visit.at_home


@pytest.mark.parametrize("last", [False, True])
def test_when_every_stop_was_visited_onward_leads_to_the_end(last):
    with Story() as story:
        if not last:
            story.weekly()
        for name in NAMES:
            story.go(name)
            while story.visit.place == events.STEP:
                story.tap(screens.ONWARD)
        story.tap(screens.ONWARD)
        assert story.visit.place == (events.GATE if last else events.HOME)


def test_a_last_visit_that_is_taken_up_again_on_its_day_is_still_the_last(tmp_path):
    store = Store(tmp_path)
    visit = open_visit(store, ID, "2026-01-12", "middle", "seed", Preparation(plan=Plan(3, last=True)))
    visit.session.touch(Touch("press", 640, 400, time=1))
    visit.session.touch(Touch("release", 640, 400, time=2))
    again = open_visit(store, ID, "2026-01-12", "middle", "seed", Preparation())
    assert again.session.visit.begun.plan == Plan(3, last=True)


def test_a_last_visit_is_the_last_for_that_day_only(tmp_path):
    store, plans = Store(tmp_path), []
    for day, said in (("2026-01-12", Preparation(plan=Plan(3, last=True))), ("2026-01-19", Preparation())):
        visit = open_visit(store, ID, day, "middle", "seed", said)
        plans.append(visit.session.visit.begun.plan)
        visit.session.touch(Touch("press", 640, 400, time=1))
        visit.session.touch(Touch("release", 640, 400, time=2))
        visit.end()
    assert plans == [Plan(3, last=True), Plan(3)]
