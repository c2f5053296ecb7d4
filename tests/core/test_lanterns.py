"""Who waits at tonight's lantern."""

import pytest

from game.core.lanterns import KEEPER_ID, TODAY, TONIGHT, keeper
from game.core.table import Offered, Spot

PLACES = Spot("first", 300, 400, 150, 150), Spot("second", 600, 400, 150, 150)


@pytest.mark.parametrize("art", [TONIGHT, TODAY])
def test_who_keeps_the_door_is_there_once_wherever_else_such_a_picture_stands(art):
    """A lantern that was picked first of all and tonight's on one way: two of one id stood there, which is none."""
    both = tuple((spot, Offered(spot.name, art, "Tonight")) for spot in PLACES)
    assert [thing.id for thing in keeper(both)] == [KEEPER_ID]
    assert keeper(both) == keeper(both[:1]) and keeper(()) == ()
