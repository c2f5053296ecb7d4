"""A spot that waits lies in light, each like the other; where something lies there is none until it is put back."""

import pytest

from game.core.ids import Area, Scenery, SpotId
from game.core.layout import CLOTH
from game.core.picture import LIGHT, Stamp
from game.paper.scene_cut import left_on
from game.play.page_film import film_of
from game.play.visit_pages import step_summary
from tests.support.story import SHELF, STEPS, Story

LAID = [(name, at) for name, at in STEPS if SHELF.activities[name].steps[at].mechanic in ("place", "choose")]


def pools(story: Story) -> dict[str, float]:
    """How strong the light on each spot is, by the spot's name."""
    lit = (thing for thing in story.picture.things if isinstance(thing, Stamp) and thing.lift == LIGHT)
    return {thing.id.name.removeprefix("pool-"): thing.strength for thing in lit if isinstance(thing.id, Scenery)}


@pytest.mark.parametrize(("activity", "number"), LAID)
def test_all_that_waits_lies_in_the_same_light(activity, number):
    with Story().at(activity, number) as story:
        veiled = {spot.name for spot in story.here.table.spots if spot.hold == "veil"}
        strong = {strength for name, strength in pools(story).items() if name not in veiled}
        waiting = [spot for spot in story.spots() if isinstance(spot.means, SpotId) or spot.means == CLOTH]
        assert len(pools(story)) == len(waiting) and strong == {1}


def test_where_something_lies_the_light_goes_and_when_it_is_put_back_it_comes():
    with Story().at("when-we-are-done", 0) as story:
        picture = story.options()[0].means
        keep = next(spot for spot in story.spots() if spot.means == SpotId("keep"))
        story.carry(picture, keep)
        assert pools(story) == {"different": 1, "keep": 0}
        story.tap(picture)
        story.tap(Area("tray"))
        assert pools(story) == {"different": 1, "keep": 1}


def test_in_the_quiet_look_it_is_half_as_strong():
    with Story(quiet=True) as story:
        story.walk_to("when-we-are-done", 0)
        assert set(pools(story).values()) == {0.5}


def test_what_is_only_looked_at_waits_for_nothing():
    with Story().at("when-we-are-done", 0) as story:
        story.carry(story.options()[0].means, next(s for s in story.spots() if s.means == SpotId("keep")))
        film, told = film_of(story.visit, "when-we-are-done"), step_summary(0, story.here, screens=True)
    on_the_film = [thing for picture in film.pictures for thing in picture.things]
    on_paper = left_on(told.screen)
    assert on_the_film and on_paper and LIGHT not in {getattr(t, "lift", "") for t in (*on_the_film, *on_paper)}


def test_what_was_chosen_lies_in_no_light():
    with Story().at("choose-a-keepsake", 0) as story:
        waits = pools(story)
        story.tap(story.options()[0].means)
        assert set(waits.values()) == {1} and set(pools(story).values()) == {0}


def test_on_a_road_the_next_prints_lie_in_light_and_at_its_end_none():
    with Story().at("our-road", 0) as story:
        assert set(pools(story)) == {"door"}
        story.tap(SpotId("bridge"))
        assert set(pools(story)) == {"hill"}
        story.tap(SpotId("gate"))
        assert not pools(story)


@pytest.mark.parametrize(("activity", "number"), [("our-road", 1), ("what-changed", 0), ("bumpy-bit", 1)])
def test_where_something_stands_by_the_way_or_lies_on_it_no_light_is_needed(activity, number):
    with Story().at(activity, number) as story:
        assert not pools(story)
