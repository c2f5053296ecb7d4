"""Where there is one picture alone, a tap on a place says all: a child that touches what is lit is not left waiting."""

import pytest

from game.core.ids import Scenery, SpotId
from game.core.table import Spot
from tests.support.child import Child
from tests.support.story import Story, read_activities

ALONE = [("coming-here", 0), ("our-last-day", 1), ("the-bother", 3)]


def spots(story: Story) -> tuple[Spot, ...]:
    return story.here.table.spots


def lies_at(story: Story) -> list[str]:
    return [laid.spot for laid in story.here.state.laid]


@pytest.mark.parametrize(("activity", "number"), ALONE)
def test_it_goes_to_the_place_that_was_tapped_and_from_there_to_the_next(activity, number):
    with Story().at(activity, number) as story:
        for spot in (spots(story)[0], spots(story)[-1]):
            story.tap(SpotId(spot.name))
            assert lies_at(story) == [spot.name]
        before = story.visit
        story.reopen()
        assert story.visit == before


def test_where_it_can_be_laid_again_each_tap_lays_one_more(tmp_path):
    stones = "  - place: stones\n    scene: jar-shelf\n    again: yes\n    pictures: [sun]\n    onto: [sad, happy]\n"
    with Story(loaded=read_activities(tmp_path, mine=stones)) as story:
        story.go("mine")
        for _ in range(3):
            story.tap(SpotId(spots(story)[0].name))
        assert lies_at(story) == [spots(story)[0].name] * 3


def test_where_several_wait_a_tap_on_a_place_lays_none():
    with Story().at("backpack", 0) as story:
        story.tap(SpotId(spots(story)[0].name))
        assert lies_at(story) == []


def test_a_blank_card_alone_waits_to_be_drawn_on(tmp_path):
    steps = "  - place: mine\n    scene: jar-shelf\n    pictures: [blank-card]\n    onto: [sad, happy]\n"
    with Story(loaded=read_activities(tmp_path, mine=steps)) as story:
        story.go("mine")
        story.tap(SpotId("sad"))
        assert lies_at(story) == []


def test_a_finger_that_wanders_off_the_place_leaves_it_where_it_was():
    with Story().at("coming-here", 0) as story:
        first = story.thing(SpotId(spots(story)[0].name))
        story.touch("press", first.x, first.y)
        story.touch("drag", 640, 60)
        story.touch("release", 640, 60)
        assert lies_at(story) == []


def light_on(story: Story, spot: str) -> list[float]:
    """How strong the light is that answers on this place."""
    ids = [Scenery(f"meant-{spot}")]
    return [thing.strength for thing in story.picture.things if getattr(thing, "id", None) in ids]


@pytest.mark.parametrize(("activity", "number"), ALONE[:2])
def test_the_place_that_is_touched_answers_at_once_though_whoever_goes_there_takes_its_time(activity, number):
    with Story().at(activity, number) as story:
        for before, spot in (("", spots(story)[0].name), (spots(story)[0].name, spots(story)[-1].name)):
            assert not light_on(story, spot)
            place = story.thing(SpotId(spot))
            story.touch("press", place.x, place.y)
            assert light_on(story, spot) == [1] and not light_on(story, before)
            story.touch("release", place.x, place.y)
            assert light_on(story, spot) == [1], "it stays while nobody is there yet"
            story.now += 1


def test_on_the_glass_the_chair_is_lit_long_before_anybody_sits_in_it():
    with Story().at("coming-here", 0) as story:
        child = Child(story)
        child.wait(1)
        chair = story.thing(SpotId("chair"))
        child.tap(chair.x, chair.y)
        child.wait(0.2)
        lit = child.things[Scenery("meant-chair")]
        assert (lit.x, lit.y, lit.strength) == (chair.x, chair.y, 1)
        assert child.room._list.walks(child.now), "the companion is still on its way"


def test_where_several_wait_a_place_has_no_such_light():
    with Story().at("backpack", 0) as story:
        story.carry(story.options()[0], story.thing(SpotId(spots(story)[0].name)))
        assert lies_at(story) and not light_on(story, spots(story)[0].name)
