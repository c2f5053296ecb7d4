"""Wherever several things are laid onto one spot, something of each is seen, and can be taken back."""

from math import dist

import pytest

from game.core.picture import Stamp
from game.core.table import Move, Offered, Spot, Table
from game.mechanics import place
from tests.support.each import for_each
from tests.support.story import LIBRARY

SEEN = 0.2  # of its width: so far apart are the middles of two of them
ALL = [(scene, spot) for scene in sorted(LIBRARY.scenes()) for spot in LIBRARY.spots(scene)]
THINGS = ("cake", "snack", "fruit-bowl", "tea", "ball")


def laid(scene: str, spot: Spot, many: int, again: bool = False) -> list[Stamp]:
    """So many things on this spot, each let go in its middle."""
    step = place.Step(place="picnic", onto=(spot,), again=again)
    offered = tuple(Offered(name, name, name) for name in THINGS)
    table = Table("place", "picnic", step, scene, "fox", "big", offered, (), (spot,), layout=LIBRARY.layout(scene))
    state = place.State()
    for number in range(many):
        state = place.after(table, state, Move("lay", THINGS[number % len(THINGS)], spot.name, spot.x, spot.y))
    lie = {one.what for one in state.laid}
    return [thing for thing in place.view(table, state, ()).things if isinstance(thing, Stamp) and thing.means in lie]


@pytest.mark.parametrize("many", [2, 3, 5])
def test_something_of_each_is_seen(many):
    @for_each(ALL, name=lambda case: f"{case[0]}, {case[1].name}")
    def check(case):
        there = laid(*case, many)
        assert len(there) == many
        for number, one in enumerate(there):
            for other in there[number + 1 :]:
                assert dist((one.x, one.y), (other.x, other.y)) >= SEEN * other.width

    check()


def test_one_by_itself_is_as_large_as_ever():
    spot = next(spot for spot in LIBRARY.spots("meadow-place") if spot.name == "middle")
    (one,) = laid("meadow-place", spot, 1)
    assert (one.x, one.y, one.width) == (spot.x, spot.y, spot.size)


def test_what_is_laid_again_and_again_makes_a_heap_of_its_own_size():
    spot = next(spot for spot in LIBRARY.spots("jar-shelf") if spot.name == "sad")
    assert {thing.width for thing in laid("jar-shelf", spot, 9, again=True)} == {spot.size}


def test_where_there_is_room_for_more_than_one_each_is_as_large_as_ever():
    spot = next(spot for spot in LIBRARY.spots("three-meadows") if spot.name == "changed")
    assert {thing.width for thing in laid("three-meadows", spot, 2)} == {place.SIZE}
