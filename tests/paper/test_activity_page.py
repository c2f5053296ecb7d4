"""All that was made in one activity of a therapist's is on one page; each drawing has one of its own besides."""

import pytest

from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.paper.typst_press import Sheet, pngs
from game.play.record import Traveller
from tests.support.own_on_papers import CHOSEN, LAID, SONG, played
from tests.support.proofs import ProofRenderer
from tests.support.sheets import Spelling
from tests.support.story import LIBRARY

LONG = "What I would like to have with me wherever I am and whoever is there and whatever may happen on that day"
THREE = LAID.format('    for the paper: "Who is where:"\n') + SONG.format("") + CHOSEN.format("")


def pages(who: Traveller, renderer=None, **options: str) -> tuple[Sheet, ...]:
    return PAPER_KINDS["own-pages"].sheets(who, renderer or Spelling(), PaperOptions(**options))


def test_of_several_results_all_are_on_one_page_and_each_drawing_on_one_of_its_own(tmp_path):
    together, drawn = pages(played(tmp_path, home=THREE))
    assert (together.template, drawn.template) == ("activity-page", "picture-page")
    assert together.data["title"] == "home"
    laid, drawing, chosen = together.data["blocks"]
    assert laid["label"] == "Who is where" and laid["scene"] and laid["below"] in ("Fox", "Owl")
    assert not drawing["scene"] and len(drawing["heap"]) == 1 and drawing["below"] == ""
    assert chosen["below"] in ("Kite", "Boat", "Star")


def test_each_activity_has_a_page_and_one_result_alone_is_as_large_as_it_can_be(tmp_path):
    sheets = pages(played(tmp_path, home=THREE, song=SONG.format(""), treasure=CHOSEN.format("")))
    assert [sheet.template for sheet in sheets] == ["activity-page", *3 * ["picture-page"]]


def test_what_the_child_keeps_for_itself_is_not_on_it(tmp_path):
    assert pages(played(tmp_path, ask="keep", home=THREE)) == ()


@pytest.mark.parametrize("many", range(2, 8))
def test_however_many_there_are_it_is_one_page_in_one_language_and_in_two(tmp_path, many):
    says = f'    for the paper: "{LONG}:"\n'
    steps = "".join(
        f"  - choose: thing-{n}\n    pictures: [kite: {LONG}, boat: {LONG}]\n    up to: any\n{says}"
        if n % 2
        else f"  - place: thing-{n}\n    pictures: [fox, owl]\n{says}    onto: [keep: {LONG}]\n"
        for n in range(many)
    )
    who = played(tmp_path, home=steps)
    for options in ({}, {"language": "de", "second": "ar"}):
        (sheet,) = pages(who, ProofRenderer(LIBRARY, tmp_path / "art"), **options)
        assert len(sheet.data["blocks"]) == many and len(pngs(sheet, 20)) == 1
