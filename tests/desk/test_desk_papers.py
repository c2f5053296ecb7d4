"""Papers at the desk by real events: what the preview shows, what is printed, saved and kept."""

import shutil
from io import BytesIO

import pygame
import pytest
from PIL import Image as Pixels

from game.desk.form import Button, Image, Tile
from game.desk.messages import (
    Choose,
    ChoosePaper,
    ChoosePicture,
    ChooseTraveller,
    Command,
    Field,
    ShowPage,
    ShowSection,
    ShowTab,
)
from game.desk.paper_job import NAMED
from game.paper.paper_set import ALL_PAPERS
from game.records import own_words
from game.system import printing
from tests.play.test_visits import RECORDED
from tests.support.desk_visits import at_the_papers, wake

SIX = "0123456789abcdef"  # whose six visits were recorded


def test_the_preview_follows_what_is_chosen_and_typed(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"))
    seen = [grown_up.desk.screen.pages[0]]
    for means in (
        Choose("wording", "quiet"),
        Choose("frame", "night"),
        ChoosePicture("companion"),
        Choose("paper", "letter"),
        Choose("language", "es"),
    ):
        grown_up.press(means)
        seen.append(grown_up.desk.screen.pages[0])
    grown_up.type(Field("name"), "Mia")
    seen.append(grown_up.desk.screen.pages[0])
    assert len(set(seen)) == len(seen)


def marked(grown_up) -> list[str]:
    """The pictures on the paper, as the form marks them."""
    tiles = [p.item for p in grown_up.desk.view.placed if isinstance(p.item, Tile)]
    return [tile.means.name for tile in tiles if isinstance(tile.means, ChoosePicture) and tile.on]


def test_each_paper_opens_with_what_it_is_about_whatever_was_open_of_the_one_before(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"), ShowSection("size"), ChoosePaper("letter"))
    assert grown_up.desk.view.find(Field("letter"))


@pytest.mark.parametrize("paper", ["certificate", "letter", "last-visit", "unplanned"])
def test_what_is_on_the_paper_is_marked_and_stays_when_another_is_added(paper, at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper(paper), ShowSection("pictures"))
    before = marked(grown_up)
    assert before[-1] == "companion"
    pages = grown_up.desk.screen.pages
    grown_up.press(ChoosePicture("companion"))
    assert marked(grown_up) == before[:-1] and grown_up.desk.screen.pages != pages
    grown_up.press(ChoosePicture("companion"))
    assert marked(grown_up) == before and grown_up.desk.screen.pages == pages


@pytest.mark.parametrize(("paper", "most"), [("certificate", 3), ("letter", 4)])
def test_where_a_paper_is_full_it_is_said_which_picture_another_one_replaces(paper, most, at_the_desk, tmp_path):
    shutil.copytree(RECORDED / "whole-workbook", tmp_path / "home" / "travellers" / SIX)
    grown_up, leaf = at_the_desk(), ChoosePicture("leaf")
    for means in (
        ShowTab("travellers"),
        ChooseTraveller(SIX),
        Command.PAPERS,
        ChoosePaper(paper),
        ShowSection("pictures"),
    ):
        grown_up.press(means)
    before, (said,) = marked(grown_up), instead(grown_up)
    (last,) = [p.item.means.name for p in grown_up.desk.view.placed if _words(p) and said.endswith(f": {_words(p)}")]
    assert len(before) == most and last in before
    grown_up.press(leaf)
    assert set(marked(grown_up)) == {*before, "leaf"} - {last}
    grown_up.press(leaf)
    assert len(marked(grown_up)) == most - 1 and not instead(grown_up)


def _words(placed) -> str:
    return placed.item.words if isinstance(placed.item, Tile) else ""


def instead(grown_up) -> list[str]:
    """In whose place another picture comes, as the form says it."""
    return [words for words in grown_up.words if words.startswith("Another one comes in the place of")]


@pytest.mark.parametrize("planned", [1, 3])
def test_a_whole_road_is_offered_first_only_where_no_visit_of_the_plan_is_left(planned, at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, *[Command.MORE_VISITS] * planned, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    grown_up.hold_corners()
    for means in (Command.END_VISIT, Command.PAPERS, ChoosePaper("certificate"), ShowSection("wording")):
        grown_up.press(means)
    buttons = [p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button)]
    chosen = [one.means.value for one in buttons if one.on and getattr(one.means, "what", "") == "wording"]
    assert chosen == (["whole-road"] if planned == 1 else ["quiet"])


def test_each_page_can_be_read_large_and_escape_leads_back(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("unplanned"), Command.LARGER)
    screen, shown = grown_up.desk.screen, []
    for number in range(len(screen.pages)):
        (page,) = [p for p in grown_up.desk.view.placed if isinstance(p.item, Image)]
        shown.append(page.item.art)
        longest = max(page.box[2:])
        assert longest > 800 and max(Pixels.open(BytesIO(page.item.art)).size) > 0.98 * longest, "and sharp"
        if number + 1 < len(screen.pages):
            grown_up.press(ShowPage(number + 1))
    assert shown == screen.pages and len(shown) > 1
    grown_up.key(pygame.K_ESCAPE)
    assert ChoosePaper("unplanned") in grown_up.there


def test_a_sign_without_a_font_is_named_above_the_paper(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"))
    grown_up.type(Field("name"), "𐕰")
    assert "No font here has 𐕰: '?' is printed in its place." in grown_up.words
    assert Command.PRINT in grown_up.there and grown_up.desk.screen.pages


def test_a_paper_for_which_nothing_was_made_says_so(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("hopes-card"))
    assert "The child has made nothing for this paper yet." in grown_up.words and Command.PRINT not in grown_up.there


def test_without_a_printer_the_paper_s_place_is_told_and_it_is_there(at_the_desk, monkeypatch):
    monkeypatch.setattr(printing, "printers", lambda: ())
    grown_up = at_the_desk()
    id = at_the_papers(grown_up, ChoosePaper("summary"))
    grown_up.press(Command.PRINT)
    place = grown_up.store.travellers_folder / id / "papers" / "summary.pdf"
    assert f"There is no printer here. The paper is saved here: {place}" in grown_up.words
    assert place.read_bytes().startswith(b"%PDF")
    grown_up.press(ChoosePaper("certificate"))
    grown_up.type(Field("name"), "Mia")
    grown_up.press(Command.PRINT)
    (place,) = grown_up.store.folder.glob("for one print-*/certificate.pdf")
    told = f"There is no printer here. The paper is saved here: {place}"
    assert f"{told} (This file goes when the program closes.)" in grown_up.words and place.exists()


def test_papers_for_which_there_is_something_stand_first_and_the_others_below_their_reason(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up)
    screen, view = grown_up.desk.screen, grown_up.desk.view
    there = [p for p in view.placed if isinstance(p.item, Button) and isinstance(p.item.means, ChoosePaper)]
    listed = [p.item for p in there]
    whys = [screen._why_not[button.means.name] for button in listed]
    assert all((p.tone == "soft") == bool(why) for p, why in zip(there, whys, strict=True) if not p.item.on)
    assert {button.means.name for button in listed} == {*ALL_PAPERS} and "" in whys and len({*whys}) > 2
    assert whys == sorted(whys, key=[*dict.fromkeys(whys)].index) and whys[0] == ""
    assert {*filter(None, whys)} <= {*grown_up.words}


def test_a_letter_can_be_typed_in_a_second_language_too_and_is_kept_with_it(at_the_desk):
    grown_up = at_the_desk()
    id = at_the_papers(grown_up, ChoosePaper("letter"))
    assert Field("letter_beneath") not in grown_up.there
    grown_up.press(Choose("second", "de"))
    grown_up.type(Field("letter"), "It was good.")
    before = grown_up.desk.screen.pages[0]
    grown_up.type(Field("letter_beneath"), "Quittenbaum")
    assert grown_up.desk.screen.pages[0] != before
    grown_up.press(Command.BACK)
    assert own_words.read(grown_up.store.travellers_folder / id).letter_beneath == "Quittenbaum"


def test_the_letter_is_kept_as_it_is_typed_and_the_name_is_not(at_the_desk):
    grown_up = at_the_desk()
    id = at_the_papers(grown_up, ChoosePaper("letter"))
    grown_up.type(Field("name"), "Leopoldine")
    grown_up.type(Field("letter"), "It was good with you.")
    grown_up.press(Command.BACK)
    grown_up.press(Command.PAPERS)
    grown_up.press(ChoosePaper("letter"))
    assert grown_up.desk.view.find(Field("letter")).item.value == "It was good with you."
    grown_up.press(ShowSection("name"))
    assert grown_up.desk.view.find(Field("name")).item.value == "Leopoldine", "until the room is opened"
    kept = b"".join(path.read_bytes() for path in grown_up.store.folder.rglob("*.json"))
    assert b"good with you" in kept and b"Leopoldine" not in kept and id


def test_the_private_page_is_kept_only_when_asked(at_the_desk):
    grown_up = at_the_desk()
    id = at_the_papers(grown_up, ChoosePaper("private-page"))
    grown_up.type(Field("private", 1), "That she is safe.")
    grown_up.press(Command.BACK)
    words = grown_up.store.travellers_folder / id / "words.json"
    assert not words.exists()
    grown_up.press(Command.PAPERS)
    grown_up.press(ChoosePaper("private-page"))
    grown_up.type(Field("private", 1), "That she is safe.")
    grown_up.press(Command.KEEP_PRIVATE)
    assert "That she is safe." in words.read_text("utf-8")


def test_saved_papers_lie_among_the_downloads_under_no_person_s_name(at_the_desk, tmp_path, monkeypatch):
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    monkeypatch.setattr("game.records.outbox._downloads", lambda: downloads)
    grown_up = at_the_desk()
    id = at_the_papers(grown_up, ChoosePaper("certificate"))
    grown_up.press(Command.SAVE)
    assert not any(said.endswith(NAMED) for said in grown_up.words)
    grown_up.type(Field("name"), "Leopoldine")
    grown_up.press(Command.SAVE)
    assert any(said.startswith("Saved: ") and said.endswith(NAMED) for said in grown_up.words)
    names = sorted(path.name for path in downloads.iterdir())
    pair = grown_up.store.traveller(id).name
    assert names == [f"{pair}-certificate-2.pdf", f"{pair}-certificate.pdf"]


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_long_letter_makes_its_box_higher_and_what_is_typed_stays_in_view(by, at_the_desk):
    grown_up = at_the_desk(by)
    at_the_papers(grown_up, ChoosePaper("letter"))
    view, letter = grown_up.desk.view, Field("letter")
    before = view.find(letter).box[3]
    grown_up.type(letter, "a line, ")
    for _ in range(25):
        grown_up.key(pygame.K_RETURN)
    placed = view.find(letter)
    assert placed.box[3] > 2 * before and not view.hangs_over(placed)
    room = next(p for p in view.placed if getattr(p.item, "name", None) == placed.within)
    assert view.rect(room).top < view.rect(placed).bottom <= view.rect(room).bottom


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_a_high_page_beside_the_form_is_wide_enough_to_be_read_and_a_wide_one_is_seen_whole(at_the_desk, size):
    grown_up = at_the_desk(size=size)
    at_the_papers(grown_up)
    for name in ("summary", "certificate"):
        grown_up.press(ChoosePaper(name))
        (page,) = [p for p in grown_up.desk.view.placed if isinstance(p.item, Image)]
        left, top, width, height = page.box
        assert width >= (550 if name == "summary" else 480) and left + width <= size[0]
        assert max(Pixels.open(BytesIO(page.item.art)).size) > 0.9 * max(width, height), "and sharp"
        assert name == "summary" or height < size[1] - 150
        scrolled = page.within == "page"
        assert scrolled == (name == "summary" and size == (1280, 800)), "nor for a little"
        assert scrolled or top + height <= size[1]
