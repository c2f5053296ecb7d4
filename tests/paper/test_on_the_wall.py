"""What a child lays for its wall is on its wall, what it lays into the sleeve nowhere else: a thing, a question."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core.picture import Picture, Stamp
from game.core.table import CHOSEN, Offered, Outcome
from game.paper import certificate
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import consent as t
from game.play.consent import SLEEVE, WALL
from game.play.record import Traveller
from game.play.sleeve_record import sleeve_record
from tests.support.divided_pages import PAPER_OF
from tests.support.examples import examples
from tests.support.sheets import Spelling, home
from tests.support.whole_workbook import NAMES, changed, saying, whole_workbook

WHOLE = whole_workbook()
STONE = t.chosen_as(WHOLE.record, t.STONE)[0]


def nobody_asked(who: Traveller) -> Traveller:
    return changed(who, t.GOES_HOME, lambda told: replace(told, rows=(), offered=()))


def with_the_stone(told):
    rows = tuple(replace(row, pictures=(STONE,)) for row in told.rows if row.how == CHOSEN)
    return replace(told, rows=rows, offered=(*told.offered, STONE))


SAME = nobody_asked(changed(WHOLE, t.KEEPSAKE, with_the_stone))
HOPELESS = nobody_asked(changed(WHOLE, t.HOPES, lambda told: replace(told, rows=())))
KINDS = {"whole": nobody_asked(WHOLE), "the stone is the keepsake": SAME, "nothing hoped for": HOPELESS}
splits = st.fixed_dictionaries({name: st.sampled_from([WALL, SLEEVE, ""]) for name in NAMES})


def divided(who: Traveller, split: dict[str, str]) -> Traveller:
    """The same traveller, who was asked of each of its pages, and has laid them so; "" is left where it was."""
    pages = [page.picture for page in t.with_something(who.record)]
    laid = ((spot, tuple(Offered(p, p, p) for p in pages if split[p] == spot)) for spot in (WALL, SLEEVE))
    rows = tuple(Outcome(CHOSEN, pictures, spot) for spot, pictures in laid if pictures)
    asked = tuple(Offered(p, p, p) for p in pages)
    return changed(who, t.GOES_HOME, lambda told: replace(told, rows=rows, offered=asked))


def cards_with(who: Traveller, art) -> bool:
    sheets = PAPER_KINDS["keepsake-card"].sheets(who, Spelling(), PaperOptions())
    return any(repr(art).encode() in drawn for sheet in sheets for drawn in sheet.pictures.values())


def is_on_its_paper(who: Traveller, page: t.TakeHomePage) -> bool:
    paper = PAPER_KINDS[PAPER_OF[page.picture]]
    if PAPER_OF[page.picture] == "keepsake-card":
        return cards_with(who, t.chosen_as(who.record, page.made[0])[0].art)
    return not paper.why_not(who.record) and bool(paper.sheets(who, Spelling(), PaperOptions()))


@examples(8)
@given(st.sampled_from(list(KINDS)), splits)
def test_what_is_for_the_wall_is_on_it_and_what_is_only_for_the_child_only_in_the_sleeve(kind, split):
    who = divided(KINDS[kind], split)
    inside = {page.picture for page in t.sleeve_pages(who.record)}
    for page in t.with_something(who.record):
        said = split[page.picture]
        assert (page.picture in inside) == (said == SLEEVE), page.picture
        if said:
            assert is_on_its_paper(who, page) == (said == WALL), page.picture


def test_of_a_stone_that_is_the_keepsake_the_child_is_asked_once():
    pages = [page.picture for page in t.with_something(SAME.record)]
    assert "stone-page" in pages and "keepsake-page" not in pages
    (page,) = sleeve_record(divided(SAME, dict.fromkeys(NAMES, "") | {"stone-page": SLEEVE}).record).pages
    assert len(page.results) == 1, "it lies there once"


def test_the_certificate_carries_such_a_stone_unless_it_lies_in_the_sleeve():
    for spot in (WALL, SLEEVE, ""):
        who = divided(SAME, dict.fromkeys(NAMES, "") | {"stone-page": spot})
        drawn = certificate.sheet(home(who), Spelling()).pictures.values()
        assert any(repr(STONE.art).encode() in one for one in drawn) == (spot != SLEEVE)


def test_cards_of_the_therapist_s_own_are_a_page_of_their_own_beside_such_a_stone():
    """What is said of them says nothing of the stone, and the other way round."""
    both = changed(SAME, t.LEAF, lambda told: replace(told, home="card"))
    leaf = t.chosen_as(both.record, next(made for made in t.results(both.record) if made.home == "card"))[0].art
    (page,) = [page for page in t.with_something(both.record) if page.picture not in NAMES]
    for cards, stone in ((WALL, SLEEVE), (SLEEVE, WALL)):
        said = dict.fromkeys(NAMES, "") | {page.picture: cards, "stone-page": stone}
        who = divided(both, said)
        assert cards_with(who, leaf) == (cards == WALL) and cards_with(who, STONE.art) == (stone == WALL)


def test_who_was_asked_of_both_is_heard_as_before():
    """In records of before: the stricter answer holds for the one thing."""
    both = changed(WHOLE, t.KEEPSAKE, with_the_stone)
    for said in ({"stone": "keep", "keepsake": "show"}, {"stone": "show", "keepsake": "keep"}):
        assert not cards_with(saying(both, **said), STONE.art)
    assert cards_with(saying(both, stone="show", keepsake="show"), STONE.art)


def test_a_page_that_the_child_has_drawn_for_its_wall_is_printed_and_one_for_itself_lies_in_the_sleeve():
    card = Offered("card-101", Picture((Stamp("heart", 50, 50, 80),), 100, 100), "Card 1")
    for spot in (WALL, SLEEVE):
        rows = (Outcome(CHOSEN, (card,), spot),)
        who = changed(WHOLE, t.GOES_HOME, lambda told, rows=rows: replace(told, rows=rows, offered=(card,)))
        sheets = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
        assert [sheet.data["title"] for sheet in sheets] == (["A page of mine"] if spot == WALL else [])
        assert bool(PAPER_KINDS["own-pages"].why_not(who.record)) == (spot == SLEEVE)
        assert len([page for page in sleeve_record(who.record).pages if not page.name]) == (spot == SLEEVE)


def test_then_and_now_without_its_then_is_one_large_now():
    kept = divided(KINDS["whole"], dict.fromkeys(NAMES, "") | {"hopes-page": SLEEVE, "journey-page": WALL})
    for who in (kept, divided(HOPELESS, dict.fromkeys(NAMES, WALL))):
        (sheet,) = PAPER_KINDS["journey-fold-out"].sheets(who, Spelling(), PaperOptions())
        assert sheet.data["then"] is None and sheet.data["now"]["groups"]
