"""What can only lie alone on a spot lies large in its middle, as a photo in its frame; where several can, as ever."""

import pytest
from msgspec.structs import replace

from game.core.ids import Option, SpotId
from game.core.picture import Stamp, box, covers, meaningful
from game.core.spots import alone_on, below_sign
from game.core.table import Offered, Spot, Table
from game.mechanics import place
from game.mechanics.place import SIZE
from tests.support.story import Story, read_activities

PHOTO = "  - place: photo\n    scene: {}\n    pictures: {}\n    onto: [{}]\n{}"
TWO, MEADOW, SHELF = "[pet, friend]", "three-meadows", "evening-porch"


def laid(folder, scene: str, pictures: str, spot: str, more: str = "") -> tuple[Stamp, object]:
    """The first picture where it lies on this spot, and the spot."""
    steps = PHOTO.format(scene, pictures, spot, more)
    with Story(loaded=read_activities(folder, mine=steps)) as story:
        story.go("mine")
        where = story.thing(SpotId(spot))
        story.carry("pet", where)
        there = (thing for thing in meaningful(story.picture) if isinstance(thing.means, Option))
        return next(thing for thing in there if covers(where, thing.x, thing.y)), where


@pytest.mark.parametrize(
    ("pictures", "more"),
    [(TWO, "    up to: 1\n"), (TWO, "    up to: 1 each\n"), ("[pet]", "")],
    ids=["one in all", "one at each spot", "there is no other"],
)
def test_one_thing_alone_is_large_and_in_the_middle(tmp_path, pictures, more):
    thing, spot = laid(tmp_path, MEADOW, pictures, "changed", more)
    assert (thing.x, thing.y) == (spot.x, spot.y)
    assert min(box(spot)) / 2 < thing.width < min(box(spot))


@pytest.mark.parametrize(
    ("pictures", "more"),
    [(TWO, ""), (TWO, "    up to: 20\n"), ("[pet]", "    again: yes\n"), ("[pet, blank-card]", "")],
)
def test_where_several_can_lie_each_has_room_beside_the_others(tmp_path, pictures, more):
    thing, _ = laid(tmp_path, MEADOW, pictures, "changed", more)
    assert thing.width == SIZE


def test_where_the_scene_says_how_large_things_are_they_are_so(tmp_path):
    many, alone = (laid(tmp_path, SHELF, TWO, "stays", more)[0] for more in ("", "    up to: 1\n"))
    assert (alone.x, alone.y, alone.width) == (many.x, many.y, many.width)


def test_what_stands_does_so_at_the_foot_of_its_place_and_below_its_sign():
    spot = below_sign(Spot("there", 900, 336, 440, 360, sign="house", hold="stand"))
    free, foot = spot.box[1], spot.box[1] + spot.box[3]
    size, (x, y) = alone_on(replace(spot, inside=(680, foot - 120, 440, 120)), SIZE)
    assert size > SIZE and x == spot.x
    assert y + size / 2 == foot and y - size / 2 > free


def test_what_lay_together_before_the_file_said_so_still_lies_side_by_side():
    """None lies exactly upon another, where one more can be laid no longer."""
    spot = Spot("changed", 235, 335, 370, 370)
    offered = tuple(Offered(name, name, name) for name in ("pet", "friend"))
    step = place.Step(place="photo", onto=(), up_to=1)
    table = Table("place", "photo", step, MEADOW, "fox", offered=offered, spots=(spot,))
    state = place.State(tuple(place.Placement(Option(o.id), "changed", cell) for cell, o in enumerate(offered)))
    there = [
        thing for thing in place.view(table, state, ()).things if isinstance(getattr(thing, "means", None), Option)
    ]
    assert len({(thing.x, thing.y) for thing in there}) == 2


@pytest.mark.parametrize("more", ["    up to: 2\n", "    up to: 2 each\n"])
def test_where_only_few_can_lie_each_is_as_large_as_there_is_room_for_these(tmp_path, more):
    thing, spot = laid(tmp_path, MEADOW, TWO, "changed", more)
    assert SIZE < thing.width <= min(box(spot)) / 1.4


def test_what_is_laid_at_each_spot_is_large_there_too_where_nothing_else_can_lie(tmp_path):
    thing, spot = laid(tmp_path, MEADOW, TWO, "changed", "    up to: 1 each\n    again: once each\n")
    assert (thing.x, thing.y) == (spot.x, spot.y) and thing.width > SIZE
