"""Where pictures lie ready in a scene: all there, of one size, apart, on their areas."""

from itertools import combinations, pairwise
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from game.art.library import Library
from game.core.seating import (
    COVERED,
    LEAST_IN_ROW,
    SMALLEST,
    as_read,
    cells,
    free_cell,
    heap,
    overlap,
    slots,
    with_room,
)
from game.core.table import Spot

COLUMNS = 3
areas = st.builds(
    lambda column, x, y, width, height: Spot("options", 420 * column + x + width / 2, y + height / 2, width, height),
    st.integers(0, COLUMNS - 1),
    st.integers(0, 20),
    st.integers(0, 300),
    st.integers(90, 400),
    st.integers(90, 400),
)
layouts = st.lists(areas, min_size=1, max_size=COLUMNS, unique_by=lambda area: area.x // 420).map(tuple)


@given(layouts, st.integers(1, 10))
def test_all_have_a_place_of_one_size_and_none_lies_upon_another(layout, count):
    found = slots(layout, count)
    assert len(found) == count
    assert len({place.size for place in found}) == 1
    if found[0].size == SMALLEST:
        return  # no room for so many: they crowd, and the scene's own test says so
    for number, a in enumerate(found):
        assert abs(a.x - a.area.x) <= (a.area.width - a.size) / 2 + 1e-6
        assert abs(a.y - a.area.y) <= (a.area.height - a.size) / 2 + 1e-6
        assert all(max(abs(a.x - b.x), abs(a.y - b.y)) >= a.size - 1e-6 for b in found[:number])


@given(layouts, st.integers(2, 10))
def test_fewer_are_never_smaller(layout, count):
    assert slots(layout, count - 1)[0].size >= slots(layout, count)[0].size


def test_what_stands_has_its_feet_at_the_front_of_its_area():
    (place,) = slots((Spot("options", 300, 300, 400, 300, hold="stand"),), 1)
    assert place.y + place.size / 2 == 450


@given(st.integers(1, 8))
def test_what_shares_a_round_place_stays_inside_it_and_each_can_be_seen(count):
    found = heap(Spot("receiver", 640, 600, 220, 220), count)
    assert all(hypot(place.x - 640, place.y - 600) + 0.36 * place.size <= 110 for place in found)
    assert len({(round(place.x), round(place.y)) for place in found}) == count
    assert heap(Spot("receiver", 640, 600, 220, 220), 1)[0].x == 640


@given(layouts, st.integers(1, 10))
def test_what_has_an_order_is_read_as_a_text(layout, count):
    """Each place is to the right of the one before it, or in a row below."""
    found = as_read(layout, count)
    assert len(found) == count and len({place.size for place in found}) == 1
    for before, place in pairwise(found):
        assert (place.x > before.x and abs(place.y - before.y) < place.size) or place.y > before.y


@given(layouts, st.integers(1, 5))
def test_a_short_scale_is_one_row_wherever_there_is_room_for_it(layout, count):
    rows = {place.y for place in as_read(layout, count)}
    room = max(min((area.width + 10) // count - 10, area.height) for area in layout)
    assert len(rows) == 1 or room < LEAST_IN_ROW


def test_a_scale_that_hangs_hangs_from_the_line():
    found = as_read((Spot("options", 400, 300, 600, 220, hold="hang"),), 5)
    assert {place.y - place.size / 2 for place in found} == {190}


def test_an_area_that_is_too_small_for_few_pictures_makes_room_for_many():
    """The meadow before the burrow: eight animals are larger with it, and five are as large as without."""
    areas = Library().layout("burrow").options
    (west,) = (area for area in areas if area.name.endswith("west"))
    without = tuple(area for area in areas if area is not west)
    assert slots(areas, 5) == slots(without, 5)
    assert slots(areas, 8)[0].size >= 160 > 1.15 * slots(without, 8)[0].size


def let_go(spot: Spot, many: int, size: float) -> tuple[tuple[float, float], ...]:
    """Where so many come to lie that were all let go in the middle of the spot."""
    places, taken = cells(spot, size), []
    for _ in range(many):
        taken.append(free_cell((size, places), taken, (spot.x, spot.y), False))
    return tuple(places[cell] for cell in taken)


@given(st.integers(112, 600), st.integers(112, 400), st.integers(1, 8))
def test_what_stands_on_a_spot_makes_room_for_what_comes(width, height, many):
    """Four stood at a place of three widths as large as ever, one half behind another, while there was room beside."""
    spot = Spot("top", 400, 400, width, height, hold="stand")
    before = let_go(spot, many, 112)
    size, places = with_room(spot, 112, before)
    assert [y + size / 2 for _, y in places] == [y + 56 for _, y in before]
    assert all(abs(x - spot.x) <= (width - size) / 2 + 0.01 for x, _ in places)
    covered = max((overlap(a, b, size) for a, b in combinations(set(places), 2)), default=0)
    assert covered <= COVERED or size == SMALLEST
    assert size == 112 or many * 112 > width


def test_what_has_room_stays_where_it_was_put():
    spot = Spot("top", 400, 400, 410, 152, hold="stand")
    few = let_go(spot, 2, 112)
    assert with_room(spot, 112, few) == (112, few)


@given(st.integers(112, 600), st.integers(112, 400), st.integers(1, 8))
def test_what_lies_on_a_spot_has_a_cell_of_its_own_as_long_as_there_is_room(width, height, many):
    """The fourth at a place of three widths lay in the cell of another: both were half as large, and hid each other."""
    spot = Spot("top", 400, 400, width, height)
    before = let_go(spot, many, 112)
    size, places = with_room(spot, 112, before)
    assert max((overlap(a, b, size) for a, b in combinations({*places}, 2)), default=0) < 0.01
    assert len({*places}) == many or size == SMALLEST
    assert (size, places) == (112, before) or many > (width // 112) * (height // 112)
