"""Where pictures show somebody on the way or with who keeps the door, it is the child's own companion."""

import re

import pytest

from game.art.picture_files import our_names
from game.art.puppet_reader import puppet_names
from game.core.companion import companion_on
from game.core.company import SEEN_IN, company, seen_in
from tests.support.story import LIBRARY, Story

HAS_A_PLACE = {name for name, file in our_names().items() if "-companion" in file.read_text("utf-8")}


def test_every_picture_that_has_a_place_for_a_companion_shows_it():
    assert {*SEEN_IN} == HAS_A_PLACE


@pytest.mark.parametrize("name", puppet_names())
def test_every_companion_is_in_each_of_them_and_nobody_else(name):
    drawn = {LIBRARY.worn_svg(seen_in(name, picture)) for picture in SEEN_IN}
    assert len(drawn) == len(SEEN_IN) and "" not in drawn
    assert all(re.search(f"{name}(-away)?-seen-head", svg) for svg in drawn)
    assert LIBRARY.worn_svg(seen_in("nobody", SEEN_IN[0])) == ""
    assert LIBRARY.worn_svg(name + "-seen-in-jade-stone") == ""


def test_it_is_a_picture_of_ours():
    assert LIBRARY.family(seen_in("fox", "going-on")) == LIBRARY.family("going-on") != ""


def test_where_the_roads_part_there_is_one_companion_before_and_after_and_none_at_their_ends():
    """With one at each end nobody knew which of the four they were, and what was chosen took their own away."""
    with Story().at("leave-one-take-one", 4) as story:
        assert not [o.art for o in story.here.table.offered if o.art in SEEN_IN or company(o.art)]
        before = companion_on(story.picture)
        story.tap(story.options()[0].means)
        assert before and companion_on(story.picture) == before


def test_a_record_from_before_shows_its_own_companion_at_the_end_of_the_road():
    assert company("fox-seen-in-going-on") == ("fox", "going-on") and LIBRARY.worn_svg("fox-seen-in-going-on")


def test_in_the_quiet_look_nobody_there_has_a_face():
    for picture in SEEN_IN:
        quiet = picture if picture.endswith("-quiet") else picture + "-quiet"
        shown = quiet if quiet in our_names() else picture
        drawing = our_names()[shown].read_text("utf-8")
        assert 'data-pose="turned-away"' in drawing or "-companion" not in drawing
