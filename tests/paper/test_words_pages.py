"""The pages that explain, and those for a wall or a book: each on one page, in all languages and in two at once."""

import pytest

from game.paper import cue_sheets
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.paper.typst_press import pngs
from game.play.record import Traveller
from game.system.language import words
from tests.support.examples import together
from tests.support.sheets import MM, Spelling, ink, seen
from tests.support.whole_workbook import NAMES, saying, whole_workbook

PAGES = ("for-carers", "consent", "supervision", "bumpy-page", "pebble-page", "life-story-page")
IN_TWO = [name for name, kind in PAPER_KINDS.items() if "second" in kind.asks]
OPTIONS = (  # the longest words, and from the right; alone and together, on the shorter and the narrower paper
    PaperOptions("letter", "ar", second="de"),
    PaperOptions("letter", "de", second="ar"),
    PaperOptions("a4", "es", second="de"),
    PaperOptions("a4", "ar"),
)
LOWEST = 20  # pixels to an inch: enough to count pages


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return saying(whole_workbook(), **{name.removesuffix("-page").replace("-", "_"): "show" for name in NAMES})


@pytest.mark.search
@pytest.mark.parametrize(("name", "options"), together(PAGES, OPTIONS))
def test_each_is_one_page_whatever_the_language_and_the_paper(traveller, renderer, name, options):
    (sheet,) = PAPER_KINDS[name].sheets(traveller, renderer, options)
    assert len(pngs(sheet, LOWEST)) == 1


@pytest.mark.parametrize("name", PAGES)
def test_each_stays_inside_its_margins(traveller, renderer, name):
    (page,) = (
        page for s in PAPER_KINDS[name].sheets(traveller, renderer, PaperOptions(language="de")) for page in seen(s)
    )
    left, top, right, bottom = ink(page)
    assert min(left, top, page.width - right, page.height - bottom) >= 11 * MM


@pytest.mark.parametrize("name", IN_TWO)
def test_the_second_language_says_all_that_the_first_says_and_nothing_where_it_is_the_same(traveller, name):
    def data(language: str, second: str = "") -> list[dict]:
        return [
            s.data
            for s in PAPER_KINDS[name].sheets(traveller, Spelling(), PaperOptions(language=language, second=second))
        ]

    assert data("de", "de") == data("de")
    for both, first, other in zip(data("de", "ar"), data("de"), data("ar"), strict=True):
        said, how = both["second"], ("language", "mirrored", "joined")
        assert both | {"second": None} == first
        assert {key: said[key] for key in how} == {key: other[key] for key in how}
        assert said.keys() > {*how} and all(said[key] == other[key] for key in said)


def test_cue_sheets_have_the_words_of_each_activity_of_the_visit_and_nothing_that_was_chosen(traveller):
    begun = traveller.record.visits[-1].begun
    first, sheet = cue_sheets.sheets(begun, Spelling(), PaperOptions(second="de"))
    assert first.template == "words-page"
    assert [page["title"] for page in sheet.data["pages"]] == [stop.title for stop in begun.stops]
    pairs = zip(sheet.data["pages"], sheet.data["second"]["pages"], strict=True)
    for page, other in pairs:
        assert page["purpose"] and other["title"] == words("de")(page["title"])
        assert [len(step["words"]) for step in page["steps"]] == [len(step["words"]) for step in other["steps"]]
