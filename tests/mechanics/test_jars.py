"""Vessels on a shelf: they glow while something lies in them, and one that is shown by itself is the same, larger."""

import pytest
from msgspec.structs import replace

from game.core.ids import Id, Option, Scenery, Sign, SpotId, Vessel
from game.core.layout import TURN
from game.core.picture import Picture, Stamp, TouchArea
from game.core.seating import cells
from game.core.spots import by_itself, how_often, in_turn
from game.core.table import Move, Offered, SceneLayout, Spot, Table
from game.mechanics import place
from game.mechanics.place import State, Step, after, view

JARS = tuple(
    Spot(
        name,
        x,
        200,
        206,
        228,
        sign=name,
        vessel="jar",
        lit="light",
        hold="heap",
        size=72,
        inside=(x - 81, 210, 162, 96),
    )
    for name, x in (("sad", 300), ("happy", 600))
)
ALONE = Spot("alone", 640, 400, 300, 330, sign="more")


def table(band: str = "middle", alone: Spot | None = ALONE) -> Table:
    step = Step(place="jars", onto=("sad", "happy"), again=True)
    pebbles = (Offered("warm", "warm", ""), Offered("cool", "cool", ""))
    return Table("place", "jars", step, "a-shelf", "fox", band, pebbles, spots=JARS, layout=SceneLayout(alone=alone))


def dropped(many: int, into: str, band: str = "middle") -> State:
    state = State()
    for _ in range(many):
        state = after(table(band), state, Move("lay", str(Option("warm")), into, 300, 250))
    return state


def seen(picture: Picture, id: Id) -> Stamp:
    return next(thing for thing in picture.things if isinstance(thing, Stamp) and thing.id == id)


def lit(state: State) -> list[Stamp]:
    return [thing for thing in view(table(), state, ()).things if isinstance(thing, Stamp) and thing.art == "light"]


def test_a_jar_glows_while_something_lies_in_it_and_no_more_for_more():
    assert not lit(State())
    (one,), (five,) = lit(dropped(1, "happy")), lit(dropped(5, "happy"))
    assert one == five and one.id == Scenery("lit-happy") and one.x == JARS[1].x
    taken = after(table(), dropped(1, "happy"), Move("put back", str(Option("warm", 0))))
    assert not lit(taken)


def test_a_label_hangs_on_its_jar_and_leaves_room_for_what_falls_in():
    picture = view(table(), State(), ())
    label, jar = seen(picture, Sign("sad")), seen(picture, Vessel("sad"))
    assert label.x == jar.x and jar.y - jar.width / 2 < label.y - label.width / 2
    assert label.y + 0.41 * label.width < JARS[0].box[1] + JARS[0].box[3] - 72


def test_what_falls_into_a_jar_lies_at_its_bottom_first():
    shown = [laid.cell for laid in dropped(3, "sad").laid]
    assert len(set(shown)) == 3
    assert len({cells(JARS[0], 72)[cell][1] for cell in shown}) == 1


@pytest.mark.parametrize("alone", [ALONE, None])
def test_one_jar_at_a_time_is_shown_where_the_scene_has_room_for_it(alone):
    small = table("little", alone)
    shown = view(small, State(), ())
    jars = [thing for thing in shown.things if isinstance(thing, Stamp) and thing.art == "jar"]
    there = alone or JARS[0]
    assert [(jar.x, jar.id) for jar in jars] == [(there.x, Vessel("sad"))]
    assert seen(shown, TURN).art == ("more" if alone else "turn-tray")
    nxt = view(small, State(turn=1), ())
    assert seen(nxt, Vessel("happy")).x == (ALONE.x if alone else JARS[1].x)


def test_a_larger_jar_has_the_same_places_in_it():
    large = by_itself(JARS[0], ALONE)
    by = large.height / JARS[0].height
    assert by > 1 and large.width <= ALONE.width and large.height <= ALONE.height
    assert len(cells(large, large.size)) == len(cells(JARS[0], JARS[0].size))
    (x, y), (before_x, before_y) = cells(large, large.size)[0], cells(JARS[0], JARS[0].size)[0]
    assert (x - large.x, y - large.y) == pytest.approx((by * (before_x - JARS[0].x), by * (before_y - JARS[0].y)))


@pytest.mark.parametrize(("many", "most"), [(9, 4), (9, 3), (10, 3), (8, 3), (7, 4), (2, 4)])
def test_so_many_jars_as_the_scene_says_come_at_once_each_once_and_none_nearly_alone(many, most):
    jars = tuple(replace(JARS[0], name=f"jar-{number}", x=100 + 220 * number) for number in range(many))
    wide = replace(ALONE, width=800, most=most)
    laid = replace(table("big", wide), spots=jars)
    turns = -(-many // most)
    shown = [in_turn(laid, turn) for turn in range(turns)]
    assert [spot.name for turn in shown for spot in turn] == [jar.name for jar in jars]
    assert all(many // turns <= len(turn) <= most for turn in shown)
    for turn in shown:
        edges = [round(g.x + side * g.width / 2, 3) for g in turn for side in (-1, 1)]
        assert edges == sorted(edges) and wide.x - 400 <= edges[0] and edges[-1] <= wide.x + 400
    assert in_turn(laid, turns) == shown[0]


@pytest.mark.parametrize("many", [9, 10, 7])
def test_the_jars_come_round_and_round_in_the_same_order(many):
    jars = tuple(replace(JARS[0], name=f"jar-{number}", x=100 + 220 * number) for number in range(many))
    laid, state, seen = replace(table("big", replace(ALONE, width=800, most=3)), spots=jars), State(), []
    for _ in range(13):
        seen.append(
            {t.means for t in view(laid, state, ()).things if isinstance(t, TouchArea) and isinstance(t.means, SpotId)}
        )
        state = after(laid, state, Move("turn"))
    often = how_often(laid)
    assert [seen.index(one) for one in seen] == [n % often for n in range(13)]


def test_what_was_dropped_stays_in_its_jar_in_every_band():
    state = dropped(2, "sad", "little")
    for band in ("little", "middle"):
        pebbles = [
            t for t in view(table(band), state, ()).things if isinstance(t, Stamp) and t.id in place._where(state)
        ]
        assert len(pebbles) == 2
