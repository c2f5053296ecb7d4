"""Paper is folded round what lies in some places: it looks out above, and is unwrapped where it is taken back."""

import pytest
from msgspec.structs import replace

from game.core.ids import Option
from game.core.picture import Picture, Stamp, find, hit
from game.core.table import Hand, Move, Offered, SceneLayout, Spot, Table
from game.core.wrapping import BEHIND, OPEN, TIED, is_sheet
from game.mechanics import choose, place
from game.paper.scene_cut import left_on

PHOTO = "0123456789abcdef0123456789abcdef"
THINGS = (Offered("key", "key", ""), Offered("bird", "bird", ""), Offered("photo", PHOTO, ""))
BOX = Spot("receiver", 700, 500, 300, 300, hold="wrap", front="open")
BENCH = Spot("bench", 700, 500, 500, 300, hold="wrap")
BOARD = Spot("options", 300, 200, 500, 200)
TO_CHOOSE = Table(
    *("choose", "keepsake", choose.Step(choose="keepsake", up_to=2), "a-room", "fox"),
    offered=THINGS,
    layout=SceneLayout(options=(BOARD,), receiver=BOX),
)
TO_PLACE = Table("place", "where", place.Step(place="where", onto=()), "a-den", "fox", offered=THINGS, spots=(BENCH,))


def chosen(*names: str, hands: tuple[Hand, ...] = ()) -> Picture:
    """What is seen where these were chosen."""
    state = choose.State(chosen=names)
    return choose.view(TO_CHOOSE, state, hands)


def placed(*names: str, hands: tuple[Hand, ...] = ()) -> Picture:
    """The same where these were laid."""
    state = place.State()
    for name in names:
        state = place.after(TO_PLACE, state, Move("lay", str(Option(name)), "bench", 700, 500))
    return place.view(TO_PLACE, state, hands)


each_way = pytest.mark.parametrize("seen", [chosen, placed])


def stamps(picture: Picture) -> list[Stamp]:
    return [thing for thing in picture.things if isinstance(thing, Stamp)]


@each_way
def test_it_lies_between_the_two_sides_of_a_sheet_which_is_folded_as_it_comes(seen):
    there = stamps(seen("key"))
    behind, key, before = (next(s for s in there if s.art == art) for art in (BEHIND, "key", TIED))
    assert there.index(behind) + 1 == there.index(key) == there.index(before) - 1
    assert (behind.x, behind.y) == (key.x, key.y) == (before.x, before.y) and key.width < before.width == behind.width
    assert before.through == (OPEN,) and not behind.means and not before.means


@each_way
def test_what_is_wrapped_can_be_touched_and_is_unwrapped_in_the_hand_and_where_it_lay(seen):
    full = seen("key")
    key = find(full, Option("key"))
    assert key and hit(full, key.x, key.y + key.width / 3) == Option("key")
    for picture in (seen("key", hands=(Hand(1, Option("key"), 90, 90, (0, 0)),)), seen()):
        assert not any(map(is_sheet, stamps(picture)))


@each_way
def test_each_has_a_sheet_of_its_own(seen):
    sheets = [stamp.id for stamp in stamps(seen("key", "bird")) if is_sheet(stamp)]
    assert len(sheets) == len(set(sheets)) == 4


@each_way
def test_a_photo_is_seen_whole_before_its_sheet(seen):
    assert [stamp.art for stamp in stamps(seen("photo")) if is_sheet(stamp)] == [BEHIND]


@each_way
def test_a_paper_shows_the_thing_without_the_sheet(seen):
    shown = left_on(seen("key"))
    assert Option("key") in {stamp.means for stamp in shown} and not any(map(is_sheet, shown))


def test_what_is_tied_round_it_is_seen_over_the_front_of_a_box():
    bare = replace(TO_CHOOSE, layout=SceneLayout(options=(BOARD,), receiver=replace(BOX, front="")))
    low = find(choose.view(bare, choose.State(chosen=("key",)), ()), Option("key"))
    high = find(chosen("key"), Option("key"))
    assert low and high and high.y < low.y == 500
