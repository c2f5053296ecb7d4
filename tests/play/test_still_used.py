"""What was laid stays laid when its source changes later."""

import pytest

from game.core.table import CHOSEN
from tests.support.story import Story, read_activities

FIRST = "  - choose: thing\n    pictures: [star, kite]\n"


@pytest.mark.parametrize("again", ["", "    again: yes\n"])
def test_a_picture_that_was_laid_stays_when_another_one_is_chosen_where_it_came_from(tmp_path, again):
    place = f"  - place: things\n    from: first.thing\n    onto: [keep]\n{again}"
    with Story(loaded=read_activities(tmp_path, first=FIRST, next=place)) as story:
        story.go("first")
        story.tap("star")
        story.go("next")
        story.carry("star", story.spots()[0])
        story.go("first")
        story.tap("kite")
        story.go("next")
        assert [o.id for row in story.rows if row.how == CHOSEN for o in row.pictures] == ["star"]
