"""What lies over a place closes over what lies there, and opens again: paper is folded, a lid goes down."""

import pytest

from game.core.ids import Option, Scenery, SpotId
from game.core.picture import Picture, Stamp
from game.core.table import Move, Offered, SceneLayout, Spot, Table
from game.mechanics import choose, place

THINGS = (Offered("key", "key", ""), Offered("bird", "bird", ""))
WRAP = Spot("receiver", 700, 500, 300, 300, hold="sink", front="open", closed=("half", "shut"))
BOX = Spot("box", 700, 500, 300, 300, front="open", closed=("half", "shut"))
BARE = Spot("bare", 300, 500, 200, 200, front="open")
BOARD = Spot("options", 300, 200, 500, 200)
TO_CHOOSE = Table(
    *("choose", "keepsake", choose.Step(choose="keepsake"), "a-room", "fox"),
    offered=THINGS,
    layout=SceneLayout(options=(BOARD,), receiver=WRAP),
)
TO_PLACE = Table(
    *("place", "where", place.Step(place="where", onto=()), "a-den", "fox"), offered=THINGS, spots=(BOX, BARE)
)
WAYS = (
    (choose, TO_CHOOSE, WRAP, Move("choose", "key"), Move("put back", "key")),
    (place, TO_PLACE, BOX, Move("lay", str(Option("key")), "box", 700, 500), Move("put back", str(Option("key")))),
)
each_way = pytest.mark.parametrize(("mechanic", "table", "over", "there", "back"), WAYS, ids=("choose", "place"))


def front(picture: Picture, over: Spot) -> Stamp:
    """What is seen over the place."""
    return next(t for t in picture.things if isinstance(t, Stamp) and t.id == Scenery(f"front-{over.name}"))


@each_way
def test_it_closes_over_what_comes_there_and_opens_when_that_is_taken_back(mechanic, table, over, there, back):
    before = mechanic.State()
    full = mechanic.after(table, before, there)
    empty = mechanic.after(table, full, back)
    seen = [front(mechanic.view(table, state, ()), over) for state in (before, full, empty)]
    assert [stamp.art for stamp in seen] == ["open", "shut", "open"]
    assert [stamp.through for stamp in seen] == [("half",)] * 3, "it goes through all that lies between, both ways"
    assert len({(s.id, s.x, s.y, s.width, s.height, s.means) for s in seen}) == 1


@each_way
def test_what_lies_in_it_can_still_be_touched(mechanic, table, over, there, back):
    full = mechanic.view(table, mechanic.after(table, mechanic.State(), there), ())
    things = [thing for thing in full.things if getattr(thing, "means", None) == Option("key")]
    assert things and front(full, over).means is None


def test_only_over_what_is_filled_it_closes_and_not_without_a_way_to():
    state = place.after(TO_PLACE, place.State(), Move("lay", str(Option("key")), "bare", 300, 500))
    picture = place.view(TO_PLACE, state, ())
    assert state.laid and [front(picture, spot).art for spot in (BOX, BARE)] == ["open", "open"]
    assert SpotId("box") in {getattr(thing, "means", None) for thing in picture.things}
