"""All that was made in one activity of a therapist's is on one page; each drawing has one of its own besides."""

import pytest

from game.authoring.workbook_reader import read_workbook
from game.paper.options import PaperOptions
from game.paper.own_pages import MOST
from game.paper.registry import PAPER_KINDS
from game.paper.typst_press import Sheet, pngs
from game.play import screens
from game.play.record import Traveller
from tests.support.own_on_papers import CHOSEN, LAID, SONG, played
from tests.support.proofs import ProofRenderer
from tests.support.sheets import Spelling
from tests.support.story import LIBRARY, NEXT_DAY, Story, read_activities

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


def long_steps(many: int) -> str:
    says = f'    for the paper: "{LONG}:"\n'
    return "".join(
        f"  - choose: thing-{n}\n    pictures: [kite: {LONG}, boat: {LONG}]\n    up to: any\n{says}"
        if n % 2
        else f"  - place: thing-{n}\n    pictures: [fox, owl]\n{says}    onto: [keep: {LONG}, different: {LONG}s]\n"
        for n in range(many)
    )


@pytest.mark.parametrize("many", [2, 3, 4, 5, 6, 7, 20])
def test_at_most_so_many_are_on_one_page_in_one_language_and_in_two(tmp_path, many):
    who = played(tmp_path, home=long_steps(many))
    for options in ({}, {"language": "de", "second": "ar"}):
        sheets = pages(who, ProofRenderer(LIBRARY, tmp_path / "art"), **options)
        assert sum(len(sheet.data["blocks"]) for sheet in sheets) == many and len(sheets) == -(-many // MOST)
        assert all(len(pngs(sheet, 20)) == 1 for sheet in sheets)


def test_what_was_made_on_two_visits_with_another_activity_between_is_on_one_page(tmp_path):
    loaded = read_activities(tmp_path, mine=CHOSEN.format("") + LAID.format(""), other=CHOSEN.format(""))
    with Story(loaded=loaded) as story:
        for name, day in (("mine", ""), ("other", ""), ("mine", NEXT_DAY)):
            if day:
                story.begin(day)
            story.go(name)
            story.choose(1)
            if day:
                story.tap(screens.ONWARD)
                story.choose(1)
        who = Traveller("one", story.store.traveller(story.id).record)
    assert [sheet.template for sheet in pages(who)] == ["activity-page", "picture-page"]


@pytest.mark.parametrize(
    ("sensitive", "title", "labels"), [(True, "", ["mine", "Who is where"]), (False, "mine", ["", "Who is where"])]
)
def test_the_title_of_what_is_sensitive_stands_above_no_page(tmp_path, sensitive, title, labels):
    """What was called 'What happened to dad' had each page by its own words, and then one with that title."""
    steps = CHOSEN.format("    take home: page\n")
    steps += LAID.format('    take home: page\n    for the paper: "Who is where:"\n')
    read_activities(tmp_path, mine=steps)
    file = tmp_path / "mine.yaml"
    if sensitive:
        file.write_text(file.read_text("utf-8").replace("cover:", "unlock: each visit\ncover:"), "utf-8")
    with Story(loaded=read_workbook(tmp_path, LIBRARY)) as story:
        story.go("mine")
        for _ in range(2):
            story.choose(1)
            story.tap(screens.ONWARD)
        (sheet,) = pages(Traveller("one", story.store.traveller(story.id).record))
    assert (sheet.data["title"], [block["label"] for block in sheet.data["blocks"]]) == (title, labels)
