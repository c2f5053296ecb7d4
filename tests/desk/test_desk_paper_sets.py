"""Sets of papers at the desk: one press, each can be left out, nothing is made twice."""

from pathlib import Path

from game.desk.form import Button, FormEvent
from game.desk.messages import (
    ChoosePaper,
    Command,
    Field,
    LeaveOut,
)
from game.paper.registry import pages_of
from game.paper.typst_press import PAGE
from tests.support.at_the_desk import by_hand
from tests.support.desk_visits import at_the_papers, busy, wake


@by_hand("mouse")
def test_after_the_last_visit_one_press_prints_all_that_was_not_left_out(by, at_the_desk, monkeypatch):
    sent, pages = [], []

    def send(path: Path, *_) -> str:
        sent.append(path)
        pages.append(len(PAGE.findall(path.read_bytes())))
        return "It is being printed."

    monkeypatch.setattr("game.desk.paper_job.send", send)
    grown_up = at_the_desk(by)
    for means in (Command.NEW_TRAVELLER, Command.LAST_VISIT, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    grown_up.hold_corners()
    for means in (Command.END_VISIT, Command.PAPERS, Command.PRINT, LeaveOut("letter"), Command.PRINT):
        grown_up.press(means)
    assert [path.name for path in sent] == ["last-visit.pdf"] * 2 and pages[0] - pages[1] == 1
    assert "It is being printed." in grown_up.words
    grown_up.press(LeaveOut("letter"))
    assert len(grown_up.desk.screen.pages) == pages[0]
    for name in grown_up.desk.screen.parts:
        grown_up.press(LeaveOut(name))
    assert Command.PRINT not in grown_up.there, "nothing is left to be printed"


def test_a_set_says_what_of_all_that_is_printed_is_still_blank(at_the_desk, unprinted):
    """A letter went home with empty lines, and a certificate without the name that had been on it before the visit."""
    letter, name = (
        "The letter is still blank: write it under “Letter”.",
        "No name is on the certificate: type it under “Name”.",
    )
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("last-visit"))
    assert {letter, name} <= {*grown_up.words}
    grown_up.press(LeaveOut("certificate"))
    assert letter in grown_up.words and name not in grown_up.words, "what is left out lacks nothing"
    grown_up.press(LeaveOut("certificate"))
    grown_up.type(Field("letter"), "Yes")
    assert letter not in grown_up.words and name in grown_up.words
    grown_up.type(Field("name"), "Kim")
    assert not {letter, name} & {*grown_up.words}
    grown_up.press(ChoosePaper("unplanned"))
    assert letter not in grown_up.words, "there is a letter to begin with"


def test_nothing_of_a_set_is_saved_or_printed_before_its_pages_and_what_they_lack_are_seen(at_the_desk, unprinted):
    """It was saved without a name on the certificate, and without the warning of it having been seen."""
    grown_up, ends = at_the_desk(), {Command.SAVE, Command.SHOW, Command.PRINT}
    at_the_papers(grown_up, ChoosePaper("certificate"))
    hold = busy(grown_up)
    grown_up.desk.say(FormEvent(ChoosePaper("last-visit")))
    grown_up.turn()
    words, there = grown_up.words, {*grown_up.there}
    shown = [p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button)]
    hold.set()
    grown_up.settle()
    assert "One moment…" in words and not ends & there
    assert "Print all" in {one.words for one in shown if one.means is None}, "it is held back visibly"
    assert ends <= {*grown_up.there}


def test_a_letter_that_is_typed_makes_no_other_paper_of_the_set_anew(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("last-visit"))
    made = []

    def pages(sheets, width) -> list[bytes]:
        made.append(sheets[0].template)
        return pages_of(sheets, width)

    monkeypatch.setattr("game.desk.paper_preview.pages_of", pages)
    grown_up.type(Field("letter"), "Yes")
    assert {*made} == {"letter"} and len(grown_up.desk.screen.parts) > 1


def test_of_the_pack_for_a_child_who_does_not_come_back_each_paper_can_be_left_out(at_the_desk, monkeypatch):
    pages = []
    monkeypatch.setattr("game.desk.paper_job.send", lambda path, *_: pages.append(len(PAGE.findall(path.read_bytes()))))
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("unplanned"), Command.PRINT, LeaveOut("unplanned-letter"), Command.PRINT)
    assert pages[0] - pages[1] == 1 <= pages[1], "all but the letter"
