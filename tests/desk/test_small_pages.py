"""The list of papers shows each one's first page, small: made when nothing else is, where it is seen, and kept."""

from io import BytesIO

import pygame
import pytest
from PIL import Image as Pixels

from game.desk import small_pages
from game.desk.form import Button, FormEvent
from game.desk.messages import ChoosePaper, ChooseTraveller, Command, Field
from game.desk.small_pages import first_page
from tests.desk.conftest import BLANK
from tests.support.desk_visits import at_the_papers, busy

SOON = 20  # times that all is waited for, until small pages are there


@pytest.fixture
def made(monkeypatch) -> list:
    """What the small pages are made with, one after the other: a paper's name, whose, as what is wanted of it."""
    asked = []

    def page(name, who, options, *_) -> bytes:
        asked.append((name, who.id, options))
        return BLANK

    monkeypatch.setattr(small_pages, "first_page", page)
    return asked


def listed(grown_up) -> dict:
    """The papers in the list: the button of each name, and its place."""
    there = [
        p for p in grown_up.desk.view.placed if isinstance(p.item, Button) and isinstance(p.item.means, ChoosePaper)
    ]
    return {p.item.means.name: p for p in there}


def in_view(grown_up) -> list[str]:
    """The names of those that are seen now and can be made."""
    seen, can_be = grown_up.desk.seen(), listed(grown_up)
    return [name for name in can_be if ChoosePaper(name) in seen and not can_be[name].item.faint]


def test_blank_sheets_stand_there_until_the_pages_come_and_nothing_moves(at_the_desk, made):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"))
    grown_up.desk.small_pages._pages.clear()
    hold = busy(grown_up)
    grown_up.desk.refresh()
    grown_up.turn()
    before = listed(grown_up)
    hold.set()
    grown_up.settle()
    after = listed(grown_up)
    assert [before[name].box for name in before] == [after[name].box for name in after]
    for name, place in after.items():
        whether = None if place.item.faint else BLANK if name in in_view(grown_up) else b""
        assert (before[name].item.page, place.item.page) == (whether and b"", whether)
    assert in_view(grown_up) and {None, b"", BLANK} == {place.item.page for place in after.values()}


def test_pages_are_made_once_where_they_are_seen_and_kept_while_the_record_is_as_it_was(at_the_desk, made):
    grown_up = at_the_desk()
    id = at_the_papers(grown_up)
    first = in_view(grown_up)
    assert [name for name, *_ in made] == first and {whose for _, whose, _ in made} == {id}
    last = ChoosePaper([*listed(grown_up)][-1])
    grown_up._bring(last)
    grown_up.settle()
    rest = [name for name, *_ in made][len(first) :]
    assert rest and not {*rest} & {*first} and {*in_view(grown_up)} <= {*first, *rest}
    for means in (Command.BACK, ChooseTraveller(id), Command.PAPERS):
        if means in grown_up.there:
            grown_up.press(means)
    assert len(made) == len(first + rest), "they were kept"
    grown_up.press(Command.BACK)
    grown_up.desk.model.refresh()
    grown_up.press(Command.PAPERS)
    for _ in range(SOON):  # one after the other, each when nothing else is waited for
        if len(made) < len(first + rest + first):
            grown_up.settle()
    assert [name for name, *_ in made][len(first + rest) :] == first, "of another record none is shown"


def test_a_press_holds_though_the_paper_comes_before_the_finger_is_lifted(at_the_desk):
    """From then on *Larger* can be pressed, and is one stop of the keys with the buttons beside it."""
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"))
    hold = busy(grown_up)
    grown_up.desk.say(FormEvent(ChoosePaper("letter")))
    grown_up.turn()
    place = grown_up._bring(Command.SAVE)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        grown_up.desk.handle(pygame.event.Event(kind, pos=place, button=1, touch=False))
        hold.set()
        grown_up.settle()
    assert grown_up.desk.model.told.sentence.startswith("Saved: ")


def test_what_is_pressed_is_made_before_the_pages_that_are_still_to_come(at_the_desk, made, monkeypatch):
    grown_up = at_the_desk()
    at_the_papers(grown_up)
    grown_up.desk.small_pages._pages.clear()
    made.clear()
    monkeypatch.setattr("game.desk.paper_preview.pages_of", lambda *_: made.append("preview") or [BLANK])
    hold = busy(grown_up)
    for _ in range(3):
        grown_up.turn()
    for means in (ChoosePaper("certificate"), ChoosePaper("letter")):
        grown_up.desk.say(FormEvent(means))
        grown_up.turn()
    hold.set()
    grown_up.settle()
    assert made.index("preview") == 1 and len(made) == len(in_view(grown_up)) + 1


def test_what_is_typed_for_one_print_is_on_no_small_page(at_the_desk, made):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("letter"))
    grown_up.type(Field("name"), "Mia")
    grown_up.type(Field("letter"), "Dear Mia")
    grown_up.press(Command.BACK)
    grown_up.press(Command.PAPERS)
    assert made and not any(options.name + options.letter for *_, options in made)


def test_a_page_that_cannot_be_made_stays_blank_and_costs_no_other(at_the_desk, monkeypatch):
    def page(name, *_) -> bytes:
        return BLANK if name == "letter" else {}[name]

    monkeypatch.setattr(small_pages, "first_page", page)
    grown_up = at_the_desk()
    at_the_papers(grown_up)
    assert {name: listed(grown_up)[name].item.page for name in ("certificate", "letter")} == {
        "certificate": b"",
        "letter": BLANK,
    }
    assert grown_up.desk.model.told is None


def test_the_small_page_is_the_paper_s_first_one(at_the_desk):
    grown_up = at_the_desk()
    id = at_the_papers(grown_up)
    model, options = grown_up.desk.model, grown_up.desk.screen.options
    for name, high in (("certificate", 0.7), ("last-visit", 0.7), ("unplanned", 1.4), ("everything", 1.4)):
        page = Pixels.open(BytesIO(first_page(name, model.present(id), options, model.renderer(id), 120)))
        assert max(page.size) == pytest.approx(120, abs=1) and page.height / page.width == pytest.approx(high, abs=0.02)
        assert len(page.getcolors(1 << 16)) > 20, name


def test_a_press_during_which_a_page_comes_is_a_press(at_the_desk, made):
    grown_up = at_the_desk()
    at_the_papers(grown_up)
    grown_up.desk.small_pages._pages.clear()
    place = grown_up._bring(ChoosePaper("letter"))
    down, up = grown_up._down_and_up(*place)
    pygame.event.post(down)
    grown_up.settle()
    assert listed(grown_up)["letter"].item.page == BLANK
    pygame.event.post(up)
    grown_up.settle()
    assert grown_up.desk.screen.name_of_paper == "letter"
