"""The way along a scene's road, and the companion on it."""

from math import hypot

import pytest

from game.core.companion import COMPANION_ID
from game.core.picture import Backdrop, Picture, Stamp
from game.core.road import BESIDE, at, from_stone_to_stone, length, road_of, way_along
from game.core.sprite import PuppetSprite
from game.core.table import Spot
from game.play.display_list import DisplayList
from game.play.motion import GLIDE
from tests.support.child import Child
from tests.support.recording_glass import RecordingGlass
from tests.support.story import LIBRARY, Story

BEND = ((0, 0), (300, 0), (300, 300))


def test_the_road_is_its_spots_in_the_order_of_their_numbers():
    spots = [Spot(name, n, 0, 1, 1) for n, name in enumerate(("road-10", "gate", "road-9", "road-1"))]
    assert road_of(tuple(spots)) == ((3, 0), (2, 0), (0, 0))


def test_a_way_of_no_length_ends_where_it_begins():
    """As where a companion changes its size and not its place."""
    assert [at(((5, 5), (5, 5)), far) for far in (0, 1)] == [(5, 5), (5, 5)]
    assert at(((0, 0), (0, 0), (10, 0)), 4) == (4, 0)


def test_a_point_is_found_along_it():
    assert length(BEND) == 600
    assert [at(BEND, far) for far in (0, 150, 300, 450, 10_000)] == [(0, 0), (150, 0), (300, 0), (300, 150), (300, 300)]


@pytest.mark.parametrize("backwards", [False, True])
def test_who_stands_by_the_road_goes_along_it(backwards):
    ends = ((10, -60), (240, 290))
    start, end = reversed(ends) if backwards else ends
    way = way_along(BEND, start, end)
    assert (way[0], way[-1]) == (start, end)
    assert len(way) == 3 and hypot(way[1][0] - 300, way[1][1]) < 80, "round the bend, beside it as before"


def test_who_does_not_stand_by_it_goes_straight():
    assert way_along(BEND, (0, 0), (300 + BESIDE + 1, 300)) == ((0, 0), (300 + BESIDE + 1, 300))
    assert way_along((), (0, 0), (9, 9)) == ((0, 0), (9, 9))


def trail(x: float, y: float) -> Picture:
    return Picture((Backdrop("trail"), Stamp("fox-looking", x, y, 116, id=COMPANION_ID)))


def test_back_on_the_trail_the_companion_walks_from_where_it_stood_to_where_it_is_now():
    road = road_of(LIBRARY.spots("trail"))
    shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet, roads=lambda scene: road)

    def place(now: float) -> tuple[float, float]:
        found = next(drawn for drawn in shown.frame(now, loops=False).things if drawn.id == COMPANION_ID)
        return found.x, found.y

    shown.show(trail(*road[0]), 0)
    before = place(0)
    shown.show(Picture((Backdrop("burrow"), Stamp("fox-looking", 600, 600, 168, id=COMPANION_ID))), 1)
    assert place(1)[0] == 600, "in another scene it is there at once"
    shown.show(trail(*road[2]), 2)
    assert place(2) == before
    seen = [place(2 + GLIDE * n) for n in range(30)]
    assert seen[-1] == pytest.approx((road[2][0], before[1] - road[0][1] + road[2][1]))
    assert len(set(seen)) > 3


def test_while_it_grows_it_is_painted_in_one_size_and_no_glass_makes_its_parts_again_and_again():
    shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet)
    for number, wide in enumerate((190, 168)):
        stamp = Stamp("fox-looking", 300 + 100 * number, 600, wide, id=COMPANION_ID)
        shown.show(Picture((Backdrop("burrow"), stamp)), number)
    found = [shown.frame(1 + share / 20).things[-1] for share in range(80)]
    assert len({drawn.width for drawn in found}) > 3
    assert len({drawn.sprite.width for drawn in found}) == 1


def test_who_was_chosen_gets_up_and_walks_to_its_place_and_who_is_put_back_walks_home():
    with Story().at("my-traveller", 0) as story:
        child = Child(story)
        child.wait(0.5)
        first, second = (thing.means for thing in story.options()[:2])
        for chosen, walkers in ((first, {first}), (second, {first, second})):
            child.tap_on(story.thing(chosen))
            seen = [drawn.id for drawn in child.frame.things if isinstance(drawn.sprite, PuppetSprite)]
            assert walkers == {id for id in seen if id != COMPANION_ID}
            child.wait(6)
            there = story.thing(chosen)
            drawn = child.things[chosen]
            assert (round(drawn.x), round(drawn.y)) == (round(there.x), round(there.y))
            assert not isinstance(drawn.sprite, PuppetSprite)


def test_what_is_no_animal_glides_as_ever():
    with Story().at("my-traveller", 1) as story:
        child = Child(story)
        child.wait(0.5)
        child.tap_on(story.options()[0])
        assert {id for id, d in child.things.items() if isinstance(d.sprite, PuppetSprite)} <= {COMPANION_ID}


def test_where_all_is_still_who_was_chosen_is_there_at_once():
    with Story().at("my-traveller", 0) as story:
        shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet, still=True)
        shown.show(story.picture, 0)
        chosen = story.options()[0].means
        story.tap(chosen)
        shown.show(story.picture, 1)
        drawn = next(d for d in shown.frame(1.1).things if d.id == chosen)
        assert (drawn.x, drawn.y) == (story.thing(chosen).x, story.thing(chosen).y)


def test_over_stones_one_goes_in_small_steps_and_on_none_twice():
    stones = ((100, 100), (200, 110), (300, 100), (300, 200), (200, 200), (100, 200))
    assert from_stone_to_stone(stones, (10, 150), (300, 100)) == ((10, 150), (100, 100), (200, 110), (300, 100))
    assert from_stone_to_stone(stones, (100, 200), (100, 100)) == ((100, 200), (100, 100))
    assert from_stone_to_stone(stones, (100, 100), (100, 100)) == ((100, 100), (100, 100))
    assert from_stone_to_stone((), (0, 0), (5, 0)) == ((0, 0), (5, 0))
