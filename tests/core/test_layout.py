"""How things lie ready where a scene has its own places for them."""

import pytest

from game.core.ids import Scenery
from game.core.layout import TURN, held, lying, middle_seats, tray, tray_seats, turner
from game.core.picture import FLAT, PAINTED, STANDING, Glow, Picture, Stamp
from game.core.table import BANDS, Offered, SceneLayout, Spot, Table

PICTURES = tuple(Offered(name, name, "") for name in ("leaf", "shell", "moon"))


def lies(**area) -> list[tuple[str, str, float, float]]:
    """From back to front what is seen of three pictures on one area: picture, lift, place."""
    layout = SceneLayout(options=(Spot("options", 400, 300, 700, 200, **area),))
    table = Table("choose", "thing", None, "a-place", "fox", offered=PICTURES, layout=layout)
    return [(t.art, t.lift, t.x, t.y) for seat in middle_seats(table, 0) for t in lying(seat)]


def test_by_what_it_hangs_is_behind_each_picture_and_what_covers_it_before():
    found = lies(vessel="peg", front="mist")
    assert [art for art, *_ in found] == [art for name in ("leaf", "shell", "moon") for art in ("peg", name, "mist")]
    for peg, picture, mist in zip(found[::3], found[1::3], found[2::3], strict=True):
        assert peg[2:] == picture[2:] == mist[2:]
        assert (peg[1], mist[1]) == (PAINTED, PAINTED), "what belongs to the place casts no shadow of its own"


def test_what_one_turns_by_stands_on_the_ground_where_its_scene_says_nothing_else():
    for hold, lift in (("", STANDING), ("stand", STANDING), ("float", FLAT)):
        layout = SceneLayout(turner=Spot("turner", 900, 600, 112, 112, sign="turn-basket", hold=hold))
        table = Table("choose", "thing", None, "a-place", "fox", offered=PICTURES, layout=layout)
        assert [(t.art, t.lift) for t in turner(table, 2, 0, 0, 0)] == [("turn-basket", lift)]


def test_a_rubbed_stone_stands_on_the_board_and_not_in_the_air_of_its_gleam():
    stone = Stamp("jade-stone", 200, 200, 340)
    rubbed = Picture((Glow(Scenery("gleam"), 200, 200, 180, 0.5), stone), 400, 400)
    standing, hanging = (held(Stamp(rubbed, 300, 400, 100), hold) for hold in ("stand", "hang"))
    assert (standing.art, hanging.art) == (Picture((stone,), 400, 400), rubbed)
    assert standing.y > hanging.y == 400, "its paint ends higher than that of other pictures"


def test_where_the_area_has_neither_the_picture_lies_alone():
    assert [art for art, *_ in lies()] == ["leaf", "shell", "moon"]


@pytest.mark.parametrize("area", ["options", "supplies"])
def test_where_the_area_says_how_many_the_rest_comes_by_turning_in_every_band(area):
    seats = {"options": middle_seats, "supplies": tray_seats}[area]
    layout = SceneLayout(**{area: (Spot(area, 400, 300, 700, 200, most=2),)})
    for band in BANDS:
        table = Table("place", "thing", None, "a-place", "fox", band, PICTURES, layout=layout)
        turned = [[seat.picture.id for seat in seats(table, turn)] for turn in range(3)]
        assert turned == [["leaf", "shell"], ["moon"], ["leaf", "shell"]]
        assert (TURN in {thing.means for thing in tray(table)}) is (area == "supplies")
