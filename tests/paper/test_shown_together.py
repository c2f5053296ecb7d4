"""The memory book and the life-story page: what may be shown stands on both, whoever's activity has made it."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from game.paper import life_story_page, memory_book
from game.paper.memory_book import INSIDE
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import consent as t
from game.play.home_record import HomeRecord
from game.play.record import Record
from tests.support.divided_pages import WHOLE, divided, splits
from tests.support.examples import examples, together
from tests.support.own_on_papers import CHOSEN, played
from tests.support.sheets import MM, PAPERS, Spelling, home, ink, seen
from tests.support.whole_workbook import NAMES, saying, stone_as_keepsake

BOTH = (memory_book.sheet, life_story_page.sheet)
MINE = {
    t.HOPES: "What I hope for",
    t.BOTHER: "My bother",
    t.PLACE: "My calm place",
    t.JARS: "My goodbye jars",
    t.BAG: "My backpack",
    t.STONE: "My stone",
    t.KEEPSAKE: "My keepsake",
    t.LEAF: "A leaf of mine stays on the tree",
}
AS_KEEPSAKE = stone_as_keepsake(WHOLE)
ALL = {name.removesuffix("-page").replace("-", "_"): "show" for name in NAMES}


@examples(12)
@given(splits)
def test_each_thing_of_the_childs_is_on_both_where_it_may_be_shown_and_on_none_where_it_is_kept(split):
    who = divided(split)
    allowed = {title for made, title in MINE.items() if t.may_go_home(who.record, made)}
    for paper in BOTH:
        said = repr(paper(home(who), Spelling()).data)
        assert {title for title in MINE.values() if title in said} == allowed


@pytest.mark.parametrize("paper", BOTH)
def test_a_stone_that_is_the_keepsake_as_well_is_there_once(paper):
    titles = [
        {MINE[made] for made in (t.STONE, t.KEEPSAKE) if MINE[made] in repr(paper(home(who), Spelling()).data)}
        for who in (WHOLE, AS_KEEPSAKE)
    ]
    assert titles == [{"My stone", "My keepsake"}, {"My stone"}]


def test_a_stone_that_is_the_keepsake_as_well_has_one_card():
    both = (PAPER_KINDS["keepsake-card"].sheets(who, Spelling(), PaperOptions()) for who in (WHOLE, AS_KEEPSAKE))
    two, one = (len(sheet.data["cards"]) for (sheet,) in both)
    assert one == two - 1


@pytest.mark.parametrize(("spots", "there"), [({}, False), ({"bother": "keep"}, False), ({"bother": "show"}, True)])
@pytest.mark.parametrize("paper", BOTH)
def test_the_bother_is_drawn_only_where_the_child_has_said_that_it_may_be_shown(paper, spots, there):
    (bother,) = home(saying(WHOLE, **ALL)).chosen(t.BOTHER)
    drawn = paper(home(saying(WHOLE, **spots)), Spelling()).pictures.values()
    assert any(one.startswith(f"({bother.art!r}".encode()) for one in drawn) is there


@pytest.mark.parametrize(
    ("word", "title"),
    [("calm-place", "My calm place"), ("leaf", "A leaf of mine stays on the tree"), ("hopes", "I hope")],
)
@pytest.mark.parametrize("paper", BOTH)
def test_any_activity_that_says_the_word_has_the_page(tmp_path, paper, word, title):
    sheet = paper(home(played(tmp_path, treasures=CHOSEN.format(f"    take home: {word}\n"))), Spelling())
    assert title in repr(sheet.data)


def with_own(count: int) -> HomeRecord:
    """All that the child of the story has made may be shown, and so much of a therapist's own activities."""
    there = home(saying(WHOLE, **ALL))
    stone = there.results[t.STONE]
    (row,) = stone.as_left().rows
    own = {}
    for number in range(count):
        picture = replace(row.pictures[0], id=f"own-{number}", art=("kite", "boat", "star", "key")[number])
        visits = ((replace(stone.as_left(), rows=(replace(row, pictures=(picture,)),)),),)
        own[t.Made("page", f"own-{number}", "it")] = replace(
            stone, visits=visits, pictures=(picture,), title=f"Own {number}"
        )
    return replace(there, results=there.results | own)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_what_is_one_picture_shares_a_page_where_there_are_more_than_six(count):
    book = memory_book.sheet(with_own(count), Spelling())
    inside = book.data["pages"][1:-1]
    said = repr(inside)
    assert len(inside) == INSIDE and not [page for page in inside if page["kind"] == "road"]
    assert all(f"Own {number}" in said for number in range(count))
    assert all(title in said for title in ("My calm place", "My bother", "My keepsake", "A leaf of mine"))


def laid(there: HomeRecord) -> HomeRecord:
    """The same, where what is of a therapist's own activities lies on two places."""
    stone = there.results[t.STONE].as_left()
    rows = tuple(replace(stone.rows[0], spot=spot, label=spot) for spot in ("ours", "others"))
    own = {made: result for made, result in there.results.items() if made.home == "page"}
    visits = ((replace(stone, rows=rows, screen=None),),)
    return replace(there, results=there.results | {made: replace(one, visits=visits) for made, one in own.items()})


def test_what_finds_no_page_is_in_a_second_book_with_a_cover_and_an_end_of_its_own():
    """What lies on places shares no page: the last of them fell out, and nobody was told."""
    who = laid(with_own(4))
    pages = memory_book.sheet(who, Spelling()).data["pages"]
    kinds = [page["kind"] for page in pages]
    assert len(pages) == 16 and [kinds[at] for at in (0, 7, 8, 15)] == ["cover", "last", "cover", "last"]
    titles = [page["title"] for page in pages if page["kind"] == "places"]
    assert [title for title in titles if title.startswith("Own")] == [f"Own {number}" for number in range(4)]
    assert kinds[1:7].count("road") == 0, "the first book is full"


def test_each_book_is_a_sheet_of_its_own(renderer):
    assert [bool(ink(page)) for page in seen(memory_book.sheet(laid(with_own(4)), renderer))] == [True, True]


def test_with_six_or_fewer_each_has_a_page_of_its_own():
    first = home(replace(WHOLE, record=Record(WHOLE.record.visits[:3])))
    assert "several" not in {page["kind"] for page in memory_book.sheet(first, Spelling()).data["pages"]}


@pytest.mark.search
@pytest.mark.parametrize(
    ("paper", "second", "made"), together(list(PAPERS), ["ar", ""], [memory_book.sheet, life_story_page.sheet])
)
def test_however_much_may_be_shown_it_stays_inside_its_margins(renderer, paper, second, made):
    pages = seen(made(with_own(4), renderer, PaperOptions(paper, second=second)))
    assert len(pages) == (1 if made is memory_book.sheet else 3)
    for page in pages:
        left, top, right, bottom = ink(page)
        assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def test_a_keepsake_that_lies_in_the_backpack_too_takes_its_place_from_neither():
    there = home(saying(WHOLE, **ALL))
    first = replace(there.results[t.KEEPSAKE], pictures=there.chosen(t.BAG)[:1])
    said = repr(life_story_page.sheet(replace(there, results=there.results | {t.KEEPSAKE: first}), Spelling()).data)
    assert "My keepsake" in said and "My backpack" in said
