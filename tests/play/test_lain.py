"""What the record calls offered has lain before the child; an activity that was opened for a glance says so."""

import pytest

from game.core import events
from game.core.ids import Option, TrailStop
from game.core.layout import TURN
from game.core.picture import Stamp, find
from game.mechanics import traits
from game.paper import words
from game.play import screens
from game.play.visit_pages import activity_pages
from tests.support.own_on_papers import CHOSEN
from tests.support.story import STEPS, Story, read_activities

each_step = pytest.mark.parametrize(("activity", "number"), STEPS)


def told(story: Story) -> events.StepSummary:
    """The step where the child is, as the papers tell it."""
    page = next(page for page in activity_pages(story.visit) if page.activity == story.visit.activity)
    return next(step for step in page.steps if step.number == story.visit.step)


def lies_there(story: Story) -> set[str]:
    names = {
        thing.id.name for thing in story.picture.things if isinstance(thing, Stamp) and isinstance(thing.id, Option)
    }
    return names & {o.id for o in (*story.here.table.offered, *story.here.table.beside)}


@each_step
def test_only_what_has_lain_before_the_child_was_offered(activity, number):
    with Story("little").at(activity, number) as story:
        if not find(story.picture, TURN) or not traits(story.here.table.mechanic).tones.get("turn"):
            assert not told(story).turned
            return
        first = lies_there(story)
        assert {o.id for o in told(story).offered} == first and not told(story).turned
        story.tap(TURN)
        now = told(story)
        assert {o.id for o in now.offered} == first | lies_there(story)
        assert not now.turned or {o.id for o in now.offered[: now.turned[0]]} == first


AT_ONE = "  - light: lights\n    from: treasure\n    along: [keep]\n"
AT_TWO = "  - light: lights\n    from: treasure\n    along: [keep, different]\n"


@pytest.mark.parametrize(("step", "many"), [(AT_ONE, 1), (AT_TWO, 2)])
def test_of_several_earlier_choices_only_those_were_offered_that_were_shown(tmp_path, step, many):
    with Story(loaded=read_activities(tmp_path, ours=CHOSEN.format("    up to: 3\n") + step)) as story:
        story.go("ours")
        story.choose(3)
        chosen = {o.id for row in story.rows for o in row.pictures}
        story.tap(screens.ONWARD)
        for _ in range(2):
            shown = {o.id for o in told(story).offered}
            assert len(chosen) == 3 and len(shown) == many and shown < chosen
            story.choose(1)


def test_what_stands_there_in_the_dark_was_offered(tmp_path):
    candle = "  - light: lights\n    pictures: [candle]\n    along: [keep]\n"
    with Story(loaded=read_activities(tmp_path, ours=candle)) as story:
        story.go("ours")
        assert [o.id for o in told(story).offered] == ["candle"]


def test_what_was_turned_to_is_named_behind_what_lay_there_first():
    with Story("little").at("when-we-are-done", 0) as story:
        assert "; then " not in words.offered(told(story), str)
        story.tap(TURN)
        first, then = words.offered(told(story), str).split("; then ")
        assert first and then


def test_an_activity_that_was_opened_for_a_glance_was_looked_into():
    def how() -> str:
        return next(page.how for page in activity_pages(story.visit) if page.activity == "pick-a-worry-stone")

    with Story() as story:
        story.go("pick-a-worry-stone")
        story.tap(screens.TRAIL)
        assert how() == events.LOOKED_IN
        story.tap(TrailStop("pick-a-worry-stone"))
        story.choose(1)
        story.tap(screens.TRAIL)
        assert how() == events.STOPPED
