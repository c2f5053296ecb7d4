"""A copy of an activity beside the original: what both have made is on the papers, told apart by their titles."""

import re
from pathlib import Path

import pytest

from game.core.events import STEP
from game.core.ids import SpotId
from game.paper.life_story_page import sheet as life_story_page
from game.paper.memory_book import sheet as memory_book
from game.paper.options import PaperOptions
from game.paper.picture_choice import candidates
from game.paper.registry import PAPER_KINDS
from game.paper.supervision_sheet import sheet as supervision_sheet
from game.paper.typst_press import Sheet
from game.play import consent as t
from game.play import screens
from game.play.record import Traveller
from tests.support.own_on_papers import ASKS
from tests.support.sheets import Spelling, home
from tests.support.story import ACTIVITIES, LIBRARY, Story, read_activities, read_workbook

TITLES = {
    "pick-a-worry-stone": ["Pick a worry stone", "Pick a worry stone again"],
    "when-we-are-done": ["When we are done", "When we are done again"],
    "what-changed": ["What changed", "What changed again"],
}


def done_twice(folder: Path, *names: str, keeps: int | None = None) -> Traveller:
    """Who has done these activities of ours, then a copy of each with a title of its own, and has chosen otherwise
    there; `keeps`: which of its pages it has laid to what is only for itself.
    """
    for name in names:
        text = (ACTIVITIES / f"{name}.yaml").read_text("utf-8")
        (folder / f"{name}.yaml").write_text(text, "utf-8")
        (folder / f"{name}-2.yaml").write_text(re.sub("(?m)^(title: .*)$", r"\1 again", text), "utf-8")
    asks = f"title: Pages\npurpose: To be asked.\ncover: kite\nscene: quiet-valley\nsteps:\n{ASKS}"
    (folder / "zz-asks.yaml").write_text(asks, "utf-8")
    with Story(loaded=read_workbook(folder, LIBRARY)) as story:
        for number, name in enumerate([*names, *(f"{one}-2" for one in names)]):
            story.go(name)
            while story.visit.place == STEP:
                story.choose(1 + (number >= len(names)))
                story.tap(screens.ONWARD)
        if keeps is not None:
            story.go("zz-asks")
            story.tap(story.options()[keeps].means)
            story.tap(SpotId("keep"))
        return Traveller("one", story.store.traveller(story.id).record)


def sheets(who: Traveller, name: str) -> tuple[Sheet, ...]:
    return PAPER_KINDS[name].sheets(who, Spelling(), PaperOptions())


def test_both_stones_are_on_the_papers(tmp_path):
    who = done_twice(tmp_path, "pick-a-worry-stone")
    both = TITLES["pick-a-worry-stone"]
    (cards,) = sheets(who, "keepsake-card")
    assert {*both} <= {card["words"] for card in cards.data["cards"]}
    painted = sheets(who, "pebble-page")
    assert {one.data["title"] for one in painted} == {f"My stone, to paint ({title})" for title in both}
    assert len({one.data["stone"] for one in painted}) == 2
    assert len({one.name for one in candidates(home(who)) if one.on == "cushion"}) == 2
    assert [page.picture for page in t.with_something(who.record)] == ["stone-page"]


def test_there_is_a_page_for_the_hopes_of_each_in_both_languages_of_the_papers(tmp_path):
    who, options = done_twice(tmp_path, "when-we-are-done"), PaperOptions(language="de", second="en")
    pages = PAPER_KINDS["hopes-card"].sheets(who, Spelling(), options)
    assert len(pages) == 2 and len({str(page.data["groups"]) for page in pages}) == 2
    seconds = {page.data["second"]["title"] for page in pages}
    assert seconds == {f"What I hope for ({title})" for title in TITLES["when-we-are-done"]}
    assert len({page.data["title"] for page in pages} - seconds) == 2


def test_a_page_that_is_called_like_its_activity_has_its_title_once(tmp_path):
    who, options = done_twice(tmp_path, "my-calm-place"), PaperOptions(language="de", second="en")
    pages = PAPER_KINDS["calm-place-page"].sheets(who, Spelling(), options)
    titles = [(page.data["title"], page.data["second"]["title"]) for page in pages]
    again = "(My calm place again)"
    assert titles == [("Mein ruhiger Ort", "My calm place"), (f"Mein ruhiger Ort {again}", f"My calm place {again}")]


def test_what_has_changed_is_there_twice_and_beside_it_the_hopes_from_which_it_came(tmp_path):
    pages = sheets(done_twice(tmp_path, "when-we-are-done", "what-changed"), "journey-fold-out")
    assert {page.data["title"] for page in pages} == {
        f"My road, then and now ({title})" for title in TITLES["what-changed"]
    }
    assert len({str(page.data["then"]) for page in pages}) == 1, "both files say from when-we-are-done.hopes"


@pytest.mark.parametrize("paper", [life_story_page, memory_book, supervision_sheet])
def test_papers_that_show_several_things_show_both_by_their_titles(tmp_path, paper):
    names = ("pick-a-worry-stone", "when-we-are-done")
    told = str(paper(home(done_twice(tmp_path, *names)), Spelling()).data)
    assert all(f"'{title}'" in told.replace(":", "'") for name in names for title in TITLES[name])


def test_what_the_child_keeps_of_one_is_kept_of_both_and_lies_in_the_sleeve(tmp_path):
    who = done_twice(tmp_path, "pick-a-worry-stone", keeps=0)
    assert not sheets(who, "pebble-page") and "Pick a worry stone" not in str(sheets(who, "keepsake-card"))
    (sleeve,) = sheets(who, "sleeve")
    assert len({one["file"] for page in sleeve.data["insides"] for one in page["pictures"]}) == 2


def test_what_the_second_of_two_like_steps_has_made_is_on_its_paper_where_the_first_was_passed_by(tmp_path):
    steps = "".join(f"  - choose: {name}\n    pictures: [kite, boat]\n    take home: hopes\n" for name in ("a", "b"))
    with Story(loaded=read_activities(tmp_path, both=steps)) as story:
        story.go("both")
        story.tap(screens.ONWARD)
        story.choose(1)
        who = Traveller("one", story.store.traveller(story.id).record)
    assert t.chosen_as(who.record, t.HOPES) and len(sheets(who, "hopes-card")) == 1
