"""What was chosen and typed for a child's papers stays with the child: each paper and each set begins with it."""

import pygame
import pytest

from game.core.own_words import PaperChoices
from game.desk.form import Button
from game.desk.messages import Choose, ChoosePaper, ChooseTraveller, Command, Field, ShowSection, ShowTab
from game.desk.text.screen_keyboard import ActionKey
from game.paper.certificate import WORDINGS, sentences
from game.play.home_record import home_record
from game.records import own_words
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import at_the_papers

pytestmark = pytest.mark.usefixtures("unprinted")
CHOSEN = {"wording": "hard-days", "frame": "night", "language": "de", "second": "ar"}
BENEATH = Field("letter_beneath")


def chooses(grown_up: GrownUp, paper: str) -> str:
    """Wording, frame, both languages and the letter beneath, a name, all for this paper; the traveller's id."""
    id = at_the_papers(grown_up, ChoosePaper(paper))
    for what, value in CHOSEN.items():
        grown_up.press(Choose(what, value))
    if paper != "certificate":
        grown_up.type(BENEATH, "Salam")
    grown_up.type(Field("name"), "Mia")
    return id


def at_another_paper_later(grown_up: GrownUp, id: str, paper: str):
    """What is wanted there, once the papers were left."""
    for means in (ShowTab("today"), ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS, ChoosePaper(paper)):
        grown_up.press(means)
    return grown_up.desk.screen.options


@pytest.mark.parametrize(("first", "then"), [("certificate", "last-visit"), ("last-visit", "certificate")])
def test_what_is_chosen_for_one_paper_is_there_in_the_set_and_the_other_way_round(first, then, at_the_desk):
    grown_up = at_the_desk()
    id = chooses(grown_up, first)
    wanted = at_another_paper_later(grown_up, id, then)
    assert {what: getattr(wanted, what) for what in CHOSEN} == CHOSEN
    assert wanted.name == "Mia" and wanted.letter_beneath == ("" if first == "certificate" else "Salam")


def test_the_next_day_all_of_it_is_there_but_the_name_which_was_written_down_nowhere(at_the_desk):
    grown_up = at_the_desk()
    id = chooses(grown_up, "last-visit")
    grown_up.close()
    kept = own_words.read(grown_up.store.travellers_folder / id)
    assert (kept.papers, kept.letter_beneath) == (PaperChoices(**CHOSEN), "Salam")
    assert not any(b"Mia" in path.read_bytes() for path in grown_up.store.folder.rglob("*") if path.is_file())
    again = at_the_desk()
    wanted = at_another_paper_later(again, id, "certificate")
    assert (wanted.wording, wanted.name) == ("hard-days", "")


def test_a_name_goes_when_the_room_is_opened_and_is_no_other_childs(at_the_desk):
    grown_up = at_the_desk()
    id = chooses(grown_up, "certificate")
    for means in (ShowTab("today"), ChooseTraveller(id), Command.HAND_OVER):
        grown_up.press(means)
    grown_up.hold_corners()
    assert at_another_paper_later(grown_up, id, "certificate").name == ""


def test_what_this_program_does_not_know_is_as_usual(at_the_desk):
    grown_up = at_the_desk()
    id = at_the_papers(grown_up)
    folder = grown_up.store.travellers_folder / id
    own_words.keep(folder, own_words.OwnWords(papers=PaperChoices("of-tomorrow", "gold", "xx", "yy")))
    wanted = at_another_paper_later(grown_up, id, "certificate")
    assert (wanted.wording, wanted.frame, wanted.language, wanted.second) == ("whole-road", "", "en", "")


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_wording_is_shown_with_its_sentences_in_the_language_of_the_paper(language, at_the_desk):
    from game.system.language import words

    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"), Choose("language", language), ShowSection("wording"))
    home = home_record(grown_up.desk.screen._who().record)
    shown = [p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button)]
    notes = {one.means.value: one.note for one in shown if getattr(one.means, "what", "") == "wording"}
    assert notes == {name: sentences(home, name, words(language)) for name in WORDINGS}
    assert words(language)("You walked a whole road.") in notes["whole-road"]


@pytest.mark.parametrize("by", ["mouse", "finger", "keys"])
def test_the_name_that_a_certificate_lacks_can_be_typed_at_once(by, at_the_desk):
    grown_up = at_the_desk(by)
    at_the_papers(grown_up, ChoosePaper("certificate"))
    typing = grown_up.desk.view.typing()
    assert typing is not None and typing.means == Field("name")
    assert (ActionKey.CLOSE in grown_up.there) == (by == "finger"), "the keyboard on the glass is a finger's"
    for sign in "Mia":
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=sign))
    grown_up.settle()
    assert grown_up.desk.screen.options.name == "Mia"
    grown_up.press(ShowSection("wording"))
    assert by == "keys" or grown_up.desk.view.focus is None, "who points sees no mark"
    for paper in ("summary", "certificate"):
        grown_up.press(ChoosePaper(paper))
    assert grown_up.desk.view.typing() is None, "there is a name"
