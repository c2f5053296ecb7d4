"""Faults that were found at the desk with papers, each with the test that keeps it from coming back."""

import shutil

import pygame

from game.desk.background import Background
from game.desk.form import FormEvent
from game.desk.messages import Choose, ChoosePaper, ChooseTraveller, Command, Field, ShowSection, ShowTab
from game.paper.letter import usual_letter
from game.paper.registry import PAPER_KINDS
from game.records.open_visit import open_visit
from game.records.store import Store
from game.system.language import words
from tests.support.at_the_desk import DAY
from tests.support.desk_visits import at_the_papers, busy, was_here


def test_the_private_page_is_kept_as_it_was(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("private-page"))
    answers = ("one\n\n* * *\n\nstill one", "two", "three")
    for n, text in enumerate(answers):
        grown_up.type(Field("private", n), text)
    grown_up.press(Command.KEEP_PRIVATE)
    for means in (Command.BACK, Command.PAPERS, ChoosePaper("private-page")):
        grown_up.press(means)
    assert tuple(grown_up.desk.view.find(Field("private", n)).item.value for n in range(3)) == answers


def test_looking_at_the_unplanned_pack_puts_no_letter_on_the_certificate(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"))
    pages = len(grown_up.desk.screen.pages)
    grown_up.press(ChoosePaper("unplanned"))
    grown_up.press(ChoosePaper("certificate"))
    assert len(grown_up.desk.screen.pages) == pages and not grown_up.desk.screen.options.letter


def test_a_preview_of_another_paper_is_not_shown(at_the_desk):
    grown_up = at_the_desk()
    id = at_the_papers(grown_up, ChoosePaper("certificate"))
    screen = grown_up.desk.screen

    who = grown_up.desk.model.traveller(id)
    empty = next(name for name, kind in PAPER_KINDS.items() if kind.why_not(who.record))
    grown_up.desk.view.go_to(ChoosePaper(empty))
    # the preview is still being made when the next paper is chosen
    hold = busy(grown_up)

    grown_up.desk.say(FormEvent(Choose("frame", "night")))
    grown_up.desk.say(FormEvent(ChoosePaper(empty)))
    assert screen.why
    hold.set()
    grown_up.settle()
    assert screen.why and not screen.pages, (empty, screen.why, len(screen.pages))


def test_two_errands_are_both_done(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / name)
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"))

    hold = busy(grown_up)
    grown_up.desk.say(FormEvent(Command.SAVE))
    grown_up.desk.say(FormEvent(Command.PRINT))
    hold.set()
    grown_up.settle()
    assert list(tmp_path.glob("*certificate*.pdf"))


def test_an_errand_is_done_though_the_grown_up_hands_over(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / name)
    grown_up = at_the_desk()
    id = at_the_papers(grown_up, ChoosePaper("certificate"))

    hold = busy(grown_up)
    grown_up.desk.say(FormEvent(Command.SAVE))
    grown_up.desk.say(FormEvent(ShowTab("today")))
    grown_up.desk.say(FormEvent(ChooseTraveller(id)))
    grown_up.desk.say(FormEvent(Command.HAND_OVER))
    background = grown_up.desk.background  # when the desk is left, the errand has not begun
    monkeypatch.setattr(background, "close", lambda: (hold.set(), Background.close(background)))
    grown_up.turn()
    assert grown_up.room
    assert list(tmp_path.glob("*certificate*.pdf"))


def test_the_letter_to_begin_with_is_in_the_language_of_the_paper(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("unplanned"), ShowSection("typed"))
    before = grown_up.desk.view.find(Field("letter")).item.value
    grown_up.desk.say(FormEvent(Choose("language", "de")))
    grown_up.settle()
    assert grown_up.desk.view.find(Field("letter")).item.value != before


def test_an_empty_letter_can_be_begun_with_words_in_the_language_of_the_paper(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("letter"))
    for means in (Choose("language", "de"), ShowSection("typed")):
        grown_up.press(means)
    assert grown_up.desk.view.find(Field("letter")).item.value == ""
    grown_up.press(Command.BEGIN_LETTER)
    assert grown_up.desk.view.find(Field("letter")).item.value == usual_letter(words("de"))
    assert Command.BEGIN_LETTER not in grown_up.there


def test_no_letter_is_lost_when_the_window_changes_its_size(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id)):
        grown_up.press(means)
    grown_up.type(Field("own"), "Hello ")
    grown_up.window._window.size = (900, 600)
    for sign in "world":
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=sign))
        grown_up.turn()
    grown_up.settle()
    grown_up.window._window.size = (640, 400)
    grown_up.settle()
    assert grown_up.desk.screen.own.visits[1] == "Hello world"


def test_what_stands_below_a_long_letter_can_be_scrolled_to(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("unplanned"))
    grown_up.press(Choose("language", "de"))
    assert grown_up.desk.screen.options.language == "de"


def test_a_name_left_by_a_crash_goes_when_the_program_starts_in_the_room(at_the_desk, tmp_path):
    folder = tmp_path / "home" / "for one print"
    folder.mkdir(parents=True)
    (folder / "certificate.pdf").write_text("Anna")
    visit = open_visit(Store(tmp_path / "home"), "a" * 16, DAY, "middle", "1")
    at_the_desk(visit=visit).close()
    assert not folder.exists()


def test_a_second_window_leaves_the_papers_of_the_first(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"))
    grown_up.type(Field("name"), "Anna")
    grown_up.press(Command.SHOW)
    second = at_the_desk(folder=grown_up.store.folder)
    assert list(grown_up.store.folder.glob("for one print-*/*.pdf"))
    second.close()
    assert list(grown_up.store.folder.glob("for one print-*/*.pdf"))
    grown_up.close()
    assert not list(grown_up.store.folder.glob("for one print*"))


def test_print_once_more_is_not_offered_for_what_was_never_printed(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up)
    grown_up.press(Command.PRINT)
    grown_up.press(ChoosePaper("letter"))
    assert Command.PRINT_AGAIN not in grown_up.there


def test_a_sign_that_no_font_has_is_told_and_can_be_taken_out_again(at_the_desk):
    grown_up = at_the_desk()
    at_the_papers(grown_up, ChoosePaper("certificate"))
    grown_up.type(Field("name"), "Anna \U00010570")
    assert grown_up.desk.screen.note and Field("name") in grown_up.there


def test_papers_of_somebody_whose_record_was_taken_away_say_so(at_the_desk):
    grown_up = at_the_desk()
    id = at_the_papers(grown_up)
    shutil.rmtree(grown_up.store.travellers_folder / id)
    grown_up.desk.model.refresh()
    grown_up.press(ChoosePaper("letter"))
    assert "This traveller is not here any more. Please choose who is here." in grown_up.words
