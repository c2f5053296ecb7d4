"""A therapist may write an activity anew between two visits: what was done in it neither breaks nor answers it."""

import pytest

from game.core import events
from tests.support.story import NEXT_DAY, Story, read_activities

THING = "  - choose: thing\n    pictures: [star, kite]\n"
STUCK = "  - decorate: first.thing\n    with: [leaf, moon]\n"
LAID = "  - place: things\n    pictures: [leaf, moon]\n    onto: [keep]\n"
OTHER = "  - choose: other\n    pictures: [star, leaf]\n"


@pytest.mark.parametrize(("before", "now"), [(STUCK, LAID), (LAID, STUCK), (THING, OTHER), (THING, LAID)])
def test_another_step_in_the_place_of_one_begins_anew(tmp_path, before, now):
    with Story(loaded=read_activities(tmp_path, first=THING, next=before)) as story:
        story.go("first")
        story.choose(1)
        story.go("next")
        story.choose(1)
        assert story.rows
        story.loaded = read_activities(tmp_path, next=now)
        story.begin(NEXT_DAY)
        story.go("next")
        assert (story.visit.place, story.visit.activity) == (events.STEP, "next")
        assert story.here.state == story.mechanic.State() and not story.rows
        assert story.visit.failures == ()


def test_the_same_step_with_other_pictures_is_as_it_was_left(tmp_path):
    with Story(loaded=read_activities(tmp_path, first=THING)) as story:
        story.go("first")
        story.tap("star")
        story.loaded = read_activities(tmp_path, first="  - choose: thing\n    pictures: [moon, leaf]\n")
        story.begin(NEXT_DAY)
        story.go("first")
        assert story.here.state.chosen == ("star",) and [o.id for o in story.rows[0].pictures] == ["star"]
