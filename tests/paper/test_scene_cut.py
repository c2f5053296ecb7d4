"""Which part of a scene a paper shows: what lies on its places is as large as it can be, and nothing of it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import Option, Sign, SpotId
from game.core.picture import WIDTH, Backdrop, Picture, Stamp, TouchArea, box
from game.core.table import Spot
from game.paper.registry import KEEPSAKES
from game.paper.scene_cut import FLATTEST, SQUAREST, TALLEST, cut, height
from game.paper.take_home_papers import sheet as take_home
from tests.support.own_on_papers import LAID, played
from tests.support.sheets import Spelling, home

CLOTH = TouchArea(SpotId("cloth"), 640, 336, 460, 384)
CAKE = Stamp("cake", 560, 300, 112, id=Option("cake"), means=Option("cake"))


def screen(*things) -> Picture:
    return Picture((Backdrop("riverbank"), *things))


def within(part, thing) -> bool:
    left, top, right, bottom = part
    wide, high = box(thing)
    across = left <= thing.x - wide / 2 and thing.x + wide / 2 <= right
    return across and top <= thing.y - high / 2 and thing.y + high / 2 <= bottom


def test_of_one_place_the_paper_shows_that_place_and_not_the_land_around_it():
    left, top, right, bottom = cut(screen(CLOTH, CAKE))
    assert within((left, top, right, bottom), CLOTH) and right - left < WIDTH / 2


def test_the_sign_above_a_place_and_what_stands_out_of_it_are_on_the_paper():
    sign, high = Stamp("house", 640, 100, 118, id=Sign("cloth")), Stamp("torch", 400, 520, 160, means=Option("torch"))
    assert all(within(cut(screen(CLOTH, sign, high)), thing) for thing in (CLOTH, sign, high))


def test_where_the_places_fill_the_scene_it_is_shown_as_a_whole():
    sides = (TouchArea(SpotId(f"side-{x}"), x, 336, 300, 384) for x in (200, 1080))
    seen = screen(*sides, CAKE)
    assert cut(seen) == (0, 0, WIDTH, height(seen))


def test_an_empty_place_of_the_step_is_seen_too():
    """Nothing in the bin tells as much as something in the box."""
    empty = TouchArea(SpotId("bin"), 1000, 336, 200, 200)
    assert within(cut(screen(CLOTH, empty, CAKE)), empty)


def test_of_a_map_on_which_nothing_is_laid_all_is_shown():
    """Between its stones and the door there is the way that leads there."""
    assert cut(screen(CAKE)) == (0, 0, WIDTH, height(screen(CAKE)))


def test_on_a_card_what_was_laid_onto_one_place_is_seen_large(tmp_path):
    """Three things to eat were of two millimetres, in a whole meadow."""
    cards = take_home(KEEPSAKES, home(played(tmp_path, lunch=LAID.format("    take home: card\n"))), Spelling())
    (shown,) = [card["scene"] for card in cards.data["cards"] if card["on"] == "scene"]
    assert shown.get("width", WIDTH) < 0.6 * WIDTH


places = st.builds(
    TouchArea,
    st.integers(0, 9).map(lambda number: SpotId(f"spot-{number}")),
    st.integers(160, 1120),
    st.integers(120, 500),
    st.integers(20, 300),
    st.integers(20, 120),
)


@given(st.lists(places, min_size=1, max_size=4))
def test_a_part_lies_in_its_scene_and_has_the_shape_of_a_paper(there):
    left, top, right, bottom = part = cut(screen(*there))
    assert left >= 0 and top >= 0 and right <= WIDTH and bottom <= height(screen(*there))
    assert FLATTEST - 0.001 <= (bottom - top) / (right - left) <= SQUAREST + 0.001
    assert all(within(part, place) for place in there)


def test_where_places_are_left_away_what_is_above_the_others_is_not_shown():
    """A hedge, behind which nobody of the guests is."""
    cloth = screen(*(TouchArea(SpotId(f"plate-{x}"), x, y, 200, 120) for x in (240, 640, 1040) for y in (330, 470)))
    left, top, right, bottom = cut(cloth, close=True)
    assert cut(cloth) == (0, 0, WIDTH, height(cloth))
    assert top > 180 and all(within((left, top, right, bottom), thing) for thing in cloth.things[1:])


@given(st.lists(places, min_size=2, max_size=4), st.data())
def test_a_part_beside_what_is_left_away_has_the_shape_of_a_paper_too(there, data):
    gone = data.draw(st.sampled_from(there))
    left = [place for place in there if place != gone] or [CLOTH]
    seen = screen(*left)
    part = cut(seen, close=True, away=(Spot("gone", gone.x, gone.y, gone.width, gone.height),))
    assert part[0] >= 0 and part[2] <= WIDTH and all(within(part, place) for place in left)
    assert part == (0, 0, WIDTH, height(seen)) or (part[3] - part[1]) / (part[2] - part[0]) <= TALLEST + 0.001


@pytest.mark.parametrize("side", [1, -1])
def test_where_a_place_is_left_away_no_stripe_of_it_is_seen_beside_the_other(side):
    """Too much, for school: the card beside it, which said what is in between, was at the edge of the paper."""
    loud = TouchArea(SpotId("loud"), 640 + side * 400, 380, 320, 312)
    left, _, right, _ = part = cut(screen(loud), close=True, away=(Spot("between", 640, 380, 320, 312),))
    assert within(part, loud) and (left >= 800 if side > 0 else right <= 480)


def test_near_the_upper_edge_of_a_scene_nothing_is_cut_through():
    """What a volcano throws up is drawn above its highest place."""
    high = TouchArea(SpotId("boiling"), 640, 160, 400, 144)
    assert cut(screen(high))[1] == 0 < cut(screen(CLOTH))[1]
