"""A bag into which things sink: they peep out over its rim, none hides another, and it is never full."""

from itertools import combinations

import pytest

from game.core.ids import Option, SpotId
from game.core.picture import Stamp, find, hit
from game.core.seating import cells
from game.core.table import Move, Offered, Spot, Table
from game.mechanics.place import State, Step, after, view

SIZE = 100
BAG = Spot("bag", 300, 400, 300, 400, front="rim", hold="sink", size=SIZE, inside=(190, 260, 220, 60))
NAMES = [f"thing-{chr(97 + number)}" for number in range(20)]


def table(spot: Spot = BAG) -> Table:
    offered = tuple(Offered(name, name, "") for name in NAMES)
    return Table("place", "packed", Step(place="packed", onto=()), "a-place", "fox", offered=offered, spots=(spot,))


def packed(many: int, at: tuple[float, float] = (300, 500)) -> tuple[State, list[Stamp]]:
    """So many things let go at one place of the bag, and what is seen of them from back to front."""
    state = State()
    for name in NAMES[:many]:
        state = after(table(), state, Move("lay", str(Option(name)), "bag", *at))
    seen = view(table(), state, ()).things
    laid = {Option(name) for name in NAMES[:many]}
    return state, [thing for thing in seen if isinstance(thing, Stamp) and thing.id in laid and thing.width == SIZE]


def test_wherever_it_is_let_go_a_thing_peeps_out_over_the_rim():
    for at in ((160, 210), (300, 590), (440, 300)):
        _, (thing,) = packed(1, at)
        left, top, width, height = BAG.inside
        assert left <= thing.x <= left + width and top <= thing.y <= top + height


def test_the_first_things_do_not_cover_one_another():
    _, laid = packed(3)
    for a, b in combinations(laid, 2):
        assert abs(a.x - b.x) >= 0.6 * SIZE, "two that are let go at one place lie beside one another"


@pytest.mark.parametrize("many", [8, 16])
def test_each_of_many_things_can_be_touched_and_taken_out(many):
    state, laid = packed(many)
    picture = view(table(), state, ())
    for thing in laid:
        points = [(thing.x + dx, thing.y + dy) for dx in range(-50, 51, 5) for dy in range(-50, 51, 5)]
        assert any(hit(picture, *point) == thing.means for point in points), f"{thing.means} is hidden"


def test_it_is_never_full():
    state, laid = packed(len(NAMES))
    assert len(laid) == len(state.laid) == len(NAMES)


def test_what_is_nearer_lies_over_what_is_further_away_and_the_rim_over_all():
    state, laid = packed(8)
    assert [thing.y for thing in laid] == sorted(thing.y for thing in laid)
    things = view(table(), state, ()).things
    rim = next(thing for thing in things if isinstance(thing, Stamp) and thing.art == "rim")
    assert things.index(rim) > max(map(things.index, laid))


def test_a_finger_anywhere_on_the_bag_means_the_bag():
    picture = view(table(), State(), ())
    assert hit(picture, 300, 590) == hit(picture, 200, 220) == SpotId("bag")
    assert find(picture, SpotId("bag")) is not None


def test_without_a_place_inside_things_lie_all_over_the_spot():
    whole = Spot("meadow", 300, 400, 300, 400)
    assert len(cells(whole, SIZE)) == 12


def test_what_stands_stands_on_its_lines_and_is_seen_beside_the_others():
    branch = Spot("branch", 300, 400, 340, 240, hold="stand", size=SIZE)
    at = cells(branch, SIZE)
    assert {y for _, y in at} == {340, 460}, "two rows, each on a line of its own"
    assert len({x for x, _ in at}) > branch.width // SIZE, "where there are more than fit, they stand closer"
