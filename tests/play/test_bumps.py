"""Past a rough stone: with help slowly over it, once sliding back; without, a moment's sitting and a way round."""

from itertools import pairwise

import pytest

from game.core.at_places import by_place
from game.core.companion import ALONE, COMPANION_ID, HELPED
from game.core.ids import Scenery, Sign, SpotId
from game.core.picture import Stamp, TouchArea
from game.core.road import at, length
from game.play import screens
from game.play.bumps import far, goes_on, pace
from game.play.display_list import DisplayList
from tests.support.child import Child
from tests.support.recording_glass import RecordingGlass
from tests.support.story import LIBRARY, Story

START, END, WIDE, WALK = (100, 400), (400, 380), 150, 1.8
SHARES = [n / 100 for n in range(101)]
BUMPS = ("bumpy-bit", 1)


def places(loop: str) -> list[tuple[float, float]]:
    """Where it is at each share of the time."""
    found = pace(f"{loop} {WIDE}", START, END, WALK)
    return [at(found.way, far(found.marks, share) * length(found.way)) for share in SHARES]


@pytest.mark.parametrize("loop", [HELPED, ALONE])
def test_with_help_and_without_it_comes_to_the_same_place_in_about_the_same_time(loop):
    seen = places(loop)
    assert seen[0] == START and seen[-1] == pytest.approx(END)
    times = [pace(f"{way} {WIDE}", START, END, WALK).lasts for way in (HELPED, ALONE)]
    assert max(times) < 1.1 * min(times)


def test_with_help_it_slides_back_once_and_goes_on_over_the_stone():
    ways = [b[0] - a[0] for a, b in pairwise(places(HELPED))]
    turns = [n for n, (a, b) in enumerate(pairwise(ways)) if a >= 0 > b]
    assert len(turns) == 1
    assert min(y for _, y in places(HELPED)) < min(START[1], END[1]), "it has been up there"


def test_without_help_it_sits_before_the_stone_and_goes_round():
    seen, marks = places(ALONE), pace(f"{ALONE} {WIDE}", START, END, WALK).marks
    assert sum(a == b for a, b in pairwise(seen)) > 20
    assert all(b[0] >= a[0] for a, b in pairwise(seen)), "it never goes back"
    assert max(y for _, y in seen) > max(START[1], END[1]) + WIDE / 4
    assert not goes_on(marks, 0.4) and goes_on(marks, 0.05) and goes_on(marks, 0.9)


def test_there_is_no_more_to_it_on_the_way_back_and_elsewhere():
    assert pace(f"{HELPED} {WIDE}", END, START, WALK) is pace("", START, END, WALK) is None


def test_it_is_motion_alone_and_any_touch_ends_it():
    with Story().at(*BUMPS) as story:
        child = Child(story)
        child.wait(0.5)
        child.tap_on(story.thing(SpotId("stone-1")))
        there, moves = story.picture, len(story.moves())
        child.wait(1)
        assert child.things[COMPANION_ID].x < _companion(there).x - 20, "it is on its way"
        child.tap(1000, 60)
        assert child.things[COMPANION_ID].x == _companion(there).x
        child.wait(6)
        assert len(story.moves()) == moves and story.picture == there


def test_onward_works_while_it_is_on_its_way():
    with Story().at(*BUMPS) as story:
        child = Child(story)
        child.wait(0.5)
        child.tap_on(story.thing(SpotId("stone-2")))
        child.tap_on(story.thing(screens.ONWARD))
        assert story.visit.place != "step"


def test_in_the_quiet_look_a_small_companion_comes_over_the_same_stone():
    ways = []
    for quiet in (False, True):
        with Story(quiet=quiet) as story:
            story.walk_to(*BUMPS)
            shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet)
            shown.show(story.picture, 0)
            story.tap(SpotId("stone-2"))
            shown.show(story.picture, 1)
            ways.append([x for x, _ in shown._motion._ways[COMPANION_ID].way[1:]])
    assert ways[0] == pytest.approx(ways[1])


def test_where_all_is_still_it_is_there_at_once():
    with Story().at(*BUMPS) as story:
        shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet, still=True)
        shown.show(story.picture, 0)
        story.tap(SpotId("stone-1"))
        shown.show(story.picture, 1)
        (drawn,) = (d for d in shown.frame(1.1).things if d.id == COMPANION_ID)
        assert drawn.x == _companion(story.picture).x


def _companion(picture):
    return next(thing for thing in picture.things if getattr(thing, "id", None) == COMPANION_ID)


def test_help_and_the_sign_of_its_stone_stand_side_by_side_and_where_nothing_lies_nothing_stands():
    with Story().at(*BUMPS) as story:
        helped = {spot.name for spot in story.here.table.spots if by_place(story.here.table).get(spot.name)}
        for spot in story.here.table.spots:
            there = story.thing(SpotId(spot.name))
            assert isinstance(there, Stamp if spot.name in helped else TouchArea)
            sign = next((t for t in story.picture.things if isinstance(t, Stamp) and t.id == Sign(spot.name)), None)
            if sign and spot.name in helped:
                assert there.x - there.width / 4 > sign.x + sign.width / 4
    assert helped


def test_mist_lies_over_a_stone_without_help_too_until_somebody_has_been_there():
    def mist(story: Story) -> list:
        return [t.art for t in story.picture.things if isinstance(t, Stamp) and t.id == Scenery("front-in-mist")]

    with Story().at(*BUMPS) as story:
        assert not by_place(story.here.table).get("in-mist") and mist(story) == ["mist-over"]
        story.tap(SpotId("in-mist"))
        assert mist(story) == ["mist-thin"]
