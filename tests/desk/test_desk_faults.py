"""Faults that were found at the desk, each with the test that keeps it from coming back."""

import gc
import shutil
import threading
import time
import weakref
from pathlib import Path

import pygame
import pytest

from game.desk.background import Background
from game.desk.form import FormEvent
from game.desk.messages import (
    Choose,
    ChooseActivity,
    ChoosePaper,
    ChooseTraveller,
    Command,
    Field,
    OpenSensitive,
    ShowTab,
    TypeDigit,
)
from game.desk.screens.pin import PinScreen
from game.desk.screens.settings import SettingsScreen
from game.desk.screens.today import TodayScreen
from game.paper.registry import KINDS
from game.records import export, own_words, pin
from game.records.journal import Journal
from game.records.open_visit import open_visit
from game.records.store import Store
from tests.desk.test_desk import a_visit, at_the_desk, wake  # noqa: F401
from tests.support.at_the_desk import DAY, PATIENCE, POSTED

# ruff: noqa: F811


def stops(grown_up):
    """The activities on the trail of the child that is in the room."""
    return [stop.activity for stop in grown_up.room.session.visit.begun.stops]


def test_going_back_keeps_the_playlist(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (ChooseTraveller(id), Choose("list", "follow-up"), Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    before = stops(grown_up)
    grown_up.hold_corners()
    grown_up.press(Command.GO_BACK)
    assert stops(grown_up) == before


def test_going_back_keeps_sensitive_ones_open(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, OpenSensitive("near-and-far"), Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    assert "near-and-far" in stops(grown_up)
    grown_up.hold_corners()
    grown_up.press(Command.GO_BACK)
    assert "near-and-far" in stops(grown_up)


def test_going_back_asleep_keeps_the_plan(at_the_desk):
    grown_up = at_the_desk()
    for means in (
        Command.NEW_TRAVELLER,
        Command.MORE_VISITS,
        Command.MORE_VISITS,
        Command.MORE_VISITS,
        Command.HAND_OVER,
    ):
        grown_up.press(means)
    before = grown_up.room.session.visit.begun.plan
    grown_up.hold_corners()
    grown_up.press(Command.GO_BACK)
    assert grown_up.room.session.visit.begun.plan == before


def test_a_desk_left_open_over_night(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    grown_up.shell._today = lambda: "2026-11-23"
    grown_up.press(ChooseTraveller(id))
    grown_up.press(Command.HAND_OVER)
    begun = grown_up.room.session.visit.begun
    assert (begun.number, begun.day) == (2, "2026-11-23")


def test_a_visit_after_the_last_one_is_not_the_last_unless_somebody_says_so(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.LAST_VISIT, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    assert grown_up.room.session.visit.begun.plan.last
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    (found,) = Store(grown_up.store.folder).travellers()
    grown_up.shell._today = lambda: "2026-11-27"
    grown_up.press(ChooseTraveller(found.id))
    grown_up.press(Command.HAND_OVER)
    assert not grown_up.room.session.visit.begun.plan.last


def test_a_window_closed_at_the_desk_ends_the_visit(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    grown_up.hold_corners()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    grown_up.turn()
    assert not grown_up.shell.open
    (found,) = Store(grown_up.store.folder).travellers()
    assert found.visits == 1 and not found.goes_on


def test_the_window_is_locked_while_the_pin_is_asked_for(at_the_desk):
    grown_up = at_the_desk()
    pin.set_pin(grown_up.store.folder, "4711")
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    grown_up.hold_corners()
    assert TypeDigit("1") in grown_up.there
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    grown_up.turn()
    assert grown_up.shell.open
    assert grown_up.window.locked


def test_a_picture_for_a_child_that_never_woke_is_not_left(at_the_desk, tmp_path):
    photo = tmp_path / "Anna Meier.png"
    pygame.image.save(pygame.Surface((300, 300)), photo)
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.drop(photo)
    grown_up.press(Command.HAND_OVER)
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    assert not list(grown_up.store.folder.rglob("*.png"))


def test_a_hand_over_that_failed_leaves_nothing_locked(at_the_desk, tmp_path):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    bad = tmp_path / "bad.png"
    bad.write_text("no picture")
    grown_up.press(ChooseTraveller(id))
    grown_up.drop(bad)
    grown_up.press(Command.HAND_OVER)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.DELETE, Command.DELETE_FOR_GOOD):
        grown_up.press(means)
    assert not Store(grown_up.store.folder).travellers()


def test_delete_asked_for_a_folder_that_is_gone(at_the_desk):

    grown_up = at_the_desk()
    id = a_visit(grown_up)
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ChooseTraveller(id))
    shutil.rmtree(grown_up.store.travellers_folder / id)
    grown_up.press(Command.DELETE)


def test_the_private_page_is_kept_as_it_was(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS, ChoosePaper("private-page")):
        grown_up.press(means)
    for n, text in enumerate(("one", "two", "three")):
        grown_up.type(Field("private", n), text)
    grown_up.press(Command.KEEP_PRIVATE)
    for means in (Command.BACK, Command.PAPERS, ChoosePaper("private-page")):
        grown_up.press(means)
    assert grown_up.desk.view.find(Field("private", 0)).item.value == "one"


def test_looking_at_the_unplanned_pack_puts_no_letter_on_the_certificate(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS):
        grown_up.press(means)
    pages = len(grown_up.desk.screen.pages)
    grown_up.press(ChoosePaper("unplanned"))
    grown_up.press(ChoosePaper("certificate"))
    assert len(grown_up.desk.screen.pages) == pages and not grown_up.desk.screen.options.letter


def test_a_preview_of_another_paper_is_not_shown(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS):
        grown_up.press(means)
    screen = grown_up.desk.screen

    who = grown_up.desk.model.traveller(id)
    empty = next(name for name, kind in KINDS.items() if kind.why_not(who.record))
    grown_up.desk.view.go_to(ChoosePaper(empty))
    # the preview is still being made when the next paper is chosen
    hold = threading.Event()
    grown_up.desk.background._worker.submit(hold.wait)

    grown_up.desk.say(FormEvent(Choose("frame", "night")))
    grown_up.desk.say(FormEvent(ChoosePaper(empty)))
    assert screen.why
    hold.set()
    grown_up.settle()
    assert screen.why and not screen.pages, (empty, screen.why, len(screen.pages))


def test_two_errands_are_both_done(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.for_elsewhere", lambda name: tmp_path / name)
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS):
        grown_up.press(means)

    hold = threading.Event()
    grown_up.desk.background._worker.submit(hold.wait)  # such as the preview of a slow paper
    grown_up.desk.say(FormEvent(Command.SAVE))
    grown_up.desk.say(FormEvent(Command.PRINT))
    hold.set()
    grown_up.settle()
    assert list(tmp_path.glob("*certificate*.pdf"))


def test_an_errand_is_done_though_the_grown_up_hands_over(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.for_elsewhere", lambda name: tmp_path / name)
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS):
        grown_up.press(means)

    hold = threading.Event()
    grown_up.desk.background._worker.submit(hold.wait)
    grown_up.desk.say(FormEvent(Command.SAVE))
    grown_up.desk.say(FormEvent(ShowTab("today")))
    grown_up.desk.say(FormEvent(ChooseTraveller(id)))
    grown_up.desk.say(FormEvent(Command.HAND_OVER))
    background = grown_up.desk.background  # when the desk is left, the errand has not begun
    monkeypatch.setattr(background, "close", lambda: (hold.set(), Background.close(background)))
    grown_up.turn()
    assert grown_up.room
    assert list(tmp_path.glob("*certificate*.pdf"))


def test_touch_after_the_window_lost_a_finger(at_the_desk):
    grown_up = at_the_desk("finger")
    at = {"x": 0.5, "y": 0.95, "dx": 0.0, "dy": 0.0, "touch_id": POSTED, "pressure": 1.0}
    pygame.event.post(pygame.event.Event(pygame.FINGERDOWN, finger_id=77, **at))
    grown_up.turn()
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    grown_up.turn()
    grown_up.press(Command.NEW_TRAVELLER)
    assert Command.HAND_OVER in grown_up.there


def test_a_copy_of_a_journal_by_a_sync_program(at_the_desk):

    grown_up = at_the_desk()
    id = a_visit(grown_up)
    folder = grown_up.store.travellers_folder / id
    shutil.copy(folder / "visit-0001.jsonl", folder / "visit-0001 (conflicted copy).jsonl")
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ShowTab("today"))
    grown_up.press(ChooseTraveller(id))
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room


def test_what_is_not_used_is_on_no_follow_up(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (
        ShowTab("activities"),
        ChooseActivity("backpack"),
        Choose("used", False),
        ShowTab("today"),
        ChooseTraveller(id),
        Choose("list", "follow-up"),
    ):
        grown_up.press(means)
    grown_up.press(Command.HAND_OVER)
    assert "backpack" not in stops(grown_up)


def test_the_age_that_is_chosen_for_a_second_hand_over(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (ChooseTraveller(id), Choose("band", "little"), Command.HAND_OVER):
        grown_up.press(means)
    assert grown_up.room.session.visit.begun.band == "little"


def test_a_zip_dropped_on_today(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.for_elsewhere", lambda name: tmp_path / name)
    here = at_the_desk()
    id = a_visit(here)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.EXPORT):
        here.press(means)
    (export,) = tmp_path.glob("*.zip")
    here.close()
    there = at_the_desk(folder=tmp_path / "there")
    there.drop(export)
    assert ChooseTraveller(id) in there.there


def papers_of(grown_up, id, *more):
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS, *more):
        grown_up.press(means)


def test_the_letter_to_begin_with_is_in_the_language_of_the_paper(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    papers_of(grown_up, id, ChoosePaper("unplanned"))
    before = grown_up.desk.view.find(Field("letter")).item.value
    grown_up.desk.say(FormEvent(Choose("language", "de")))
    grown_up.settle()
    assert grown_up.desk.view.find(Field("letter")).item.value != before


def test_troubles_are_told_when_one_hands_over_to_another(at_the_desk, monkeypatch):
    """The disk takes nothing of the first child's visit; the grown-up chooses the next child straight away."""
    grown_up = at_the_desk()
    a = a_visit(grown_up)
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)

    def full(self):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "_write", full)
    wake(grown_up)
    grown_up.hold_corners()
    grown_up.press(ChooseTraveller(a))
    grown_up.press(Command.HAND_OVER)
    assert any("cannot be kept" in w for w in grown_up.words)
    monkeypatch.undo()
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.traveller == a
    assert len(Store(grown_up.store.folder).travellers()) == 2


def test_troubles_are_told_when_the_program_is_closed(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)

    def full(self):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "_write", full)
    wake(grown_up)
    grown_up.hold_corners()
    grown_up.press(ShowTab("settings"))
    grown_up.press(Command.CLOSE_PROGRAM)
    assert grown_up.shell.open and any("cannot be kept" in w for w in grown_up.words)
    grown_up.press(Command.CLOSE_PROGRAM)
    assert not grown_up.shell.open


def test_full_disk_with_an_envelope(at_the_desk, tmp_path, monkeypatch):
    photo = tmp_path / "p.png"
    pygame.image.save(pygame.Surface((300, 300)), photo)
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.drop(photo)

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.art.sanitize._keep", full)
    grown_up.press(Command.HAND_OVER)


def test_kiosk_uses_what_is_switched_off(at_the_desk, monkeypatch):
    from game.app.shell import Shell
    from main import main

    grown_up = at_the_desk()
    for means in (ShowTab("activities"), ChooseActivity("lanterns"), Choose("used", False)):
        grown_up.press(means)
    folder = grown_up.store.folder
    grown_up.close()
    begun = []
    monkeypatch.setattr(Shell, "run", lambda shell: begun.append(shell.opener.session.visit.begun.stops))
    main(["--kiosk", "--home", str(folder)])
    assert "lanterns" not in [s.activity for s in begun[0]]


def test_no_letter_is_lost_when_the_window_changes_its_size(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
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


def test_a_records_folder_that_cannot_be_read_is_said_at_the_desk(at_the_desk, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "travellers").write_text("a file")
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    assert any("cannot be read" in said for said in grown_up.words)


def test_what_stands_below_a_long_letter_can_be_scrolled_to(at_the_desk):
    grown_up = at_the_desk()
    papers_of(grown_up, a_visit(grown_up), ChoosePaper("unplanned"))
    grown_up.press(Choose("language", "de"))


def test_a_name_left_by_a_crash_goes_when_the_program_starts_in_the_room(at_the_desk, tmp_path):
    folder = tmp_path / "home" / "for one print"
    folder.mkdir(parents=True)
    (folder / "certificate.pdf").write_text("Anna")
    opener = open_visit(Store(tmp_path / "home"), "a" * 16, DAY, "middle", "1")
    at_the_desk(opener=opener).close()
    assert not folder.exists()


def test_a_second_window_leaves_the_papers_of_the_first(at_the_desk):
    grown_up = at_the_desk()
    papers_of(grown_up, a_visit(grown_up))
    grown_up.type(Field("name"), "Anna")
    grown_up.press(Command.SHOW)
    from game.desk.model import DeskModel

    DeskModel(Store(grown_up.store.folder), lambda: DAY, grown_up.desk.model.settings)
    assert list((grown_up.store.folder / "for one print").glob("*.pdf"))


def test_print_once_more_is_not_offered_for_what_was_never_printed(at_the_desk):
    grown_up = at_the_desk()
    papers_of(grown_up, a_visit(grown_up))
    grown_up.press(Command.PRINT)
    grown_up.press(ChoosePaper("letter"))
    assert Command.PRINT_AGAIN not in grown_up.there


def test_a_sign_that_no_font_has_can_be_taken_out_again(at_the_desk):
    grown_up = at_the_desk()
    papers_of(grown_up, a_visit(grown_up))
    grown_up.type(Field("name"), "Anna \U00010570")
    assert "cannot be printed" in grown_up.desk.screen.trouble
    assert Field("name") in grown_up.there


def test_brought_words_are_not_written_over_by_the_open_page(at_the_desk, tmp_path):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    folder = grown_up.store.travellers_folder / id
    own_words.keep(folder, own_words.OwnWords(letter="theirs"))
    out = export.pack(grown_up.store, id, tmp_path / "z.zip", with_own_words=True)
    (folder / "words.json").unlink()
    for means in (ShowTab("travellers"), ChooseTraveller(id)):
        grown_up.press(means)
    grown_up.type(Field("own"), "ours")
    grown_up.drop(out)
    grown_up.type(Field("own"), " more")
    grown_up.wait(2)
    assert own_words.read(folder).letter == "theirs"


def test_an_envelope_that_is_refused_on_going_back_is_told(at_the_desk, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_text("no picture")
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    grown_up.hold_corners()
    grown_up.drop(bad)
    grown_up.press(Command.GO_BACK)
    assert not isinstance(grown_up.shell.place, type(None)) and hasattr(grown_up.shell.place, "model")
    assert any("broken" in said for said in grown_up.words)


def test_what_was_made_ready_is_there_after_a_look_at_another_tab(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.MORE_VISITS, ShowTab("settings"), ShowTab("today")):
        grown_up.press(means)
    assert Command.HAND_OVER in grown_up.there


def test_focus_stays_near_when_the_pressed_button_goes(at_the_desk):
    grown_up = at_the_desk("keys")
    for means in (Command.NEW_TRAVELLER, Command.MORE_VISITS, Command.MISSED_VISIT, Command.UNDO_MISSED):
        grown_up.press(means)
    assert grown_up.desk.view.focus


def what_is_open() -> tuple[int, int, int]:
    """How many threads, open files and processes below this one there are."""
    gc.collect()
    files = Path("/dev/fd")
    below = " ".join(path.read_text() for path in Path("/proc/self/task").glob("*/children"))
    return threading.active_count(), len(list(files.iterdir())) if files.is_dir() else 0, len(below.split())


def test_forty_hand_overs_leave_as_much_open_as_one(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    grown_up.hold_corners()
    before = what_is_open()
    for number in range(40):
        if number % 8:
            grown_up.desk.say(FormEvent(Command.GO_BACK))
        else:
            for means in (Command.END_VISIT, Command.NEW_TRAVELLER, Command.HAND_OVER):
                grown_up.desk.say(FormEvent(means))
        grown_up.turn()
        grown_up.room.room_session.leave()
        grown_up.turn()
    until = time.monotonic() + PATIENCE
    while what_is_open() != before and time.monotonic() < until:  # the last picture may still be painted
        grown_up.turn()
    assert what_is_open() == before


@pytest.mark.parametrize("leave", ["handing over", "another size"])
def test_a_desk_that_is_left_lets_go_of_its_elements_and_their_pictures(leave, at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    gc.disable()
    try:
        left = [weakref.ref(made) for made in (grown_up.desk.view, grown_up.desk.view.manager)]
        if leave == "handing over":
            grown_up.press(Command.HAND_OVER)
        else:
            grown_up.window._window.size = (900, 600)
            grown_up.settle()
        assert not [one() for one in left if one()]
    finally:
        gc.enable()


def test_who_was_deleted_after_being_chosen_is_not_handed_over_to(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (
        ChooseTraveller(id),
        ShowTab("travellers"),
        ChooseTraveller(id),
        Command.DELETE,
        Command.DELETE_FOR_GOOD,
        ShowTab("today"),
    ):
        grown_up.press(means)
    assert "This traveller is not here any more. Please choose who is here." in grown_up.words
    assert Command.HAND_OVER not in grown_up.there
    grown_up.desk.say(FormEvent(Command.HAND_OVER))
    grown_up.settle()
    assert grown_up.desk and not Store(grown_up.store.folder).travellers()


def test_whose_record_was_taken_away_meanwhile_is_not_begun_again(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    grown_up.press(ChooseTraveller(id))
    shutil.rmtree(grown_up.store.travellers_folder / id)
    grown_up.press(Command.HAND_OVER)
    assert "This traveller is not here any more. Please choose who is here." in grown_up.words
    assert ChooseTraveller(id) not in grown_up.there and not (grown_up.store.travellers_folder / id).exists()


def test_papers_of_somebody_whose_record_was_taken_away_say_so(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS):
        grown_up.press(means)
    shutil.rmtree(grown_up.store.travellers_folder / id)
    grown_up.desk.model.refresh()
    grown_up.press(ChoosePaper("letter"))
    assert "This traveller is not here any more. Please choose who is here." in grown_up.words


def test_who_never_woke_the_companion_is_somebody_new_again_after_the_end(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.MORE_VISITS, Command.HAND_OVER):
        grown_up.press(means)
    before = grown_up.room.session.visit.begun
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    grown_up.press(Command.HAND_OVER)
    again = grown_up.room.session.visit.begun
    assert again.plan == before.plan and again.traveller != before.traveller


def breaks(*_):
    """Raises what no screen has thought of."""
    raise KeyError("nobody thought of this")


BROKE = "Something broke: KeyError('nobody thought of this')"


@pytest.mark.parametrize("what", ["form", "on_event", "__init__", "closed", "passed", "dropped", "deaf"])
def test_a_desk_screen_that_breaks_is_told_and_the_visit_goes_on(what, at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    grown_up.hold_corners()
    monkeypatch.setattr(SettingsScreen, what, breaks)
    grown_up.desk.say(FormEvent(ShowTab("settings")))
    grown_up.settle()
    grown_up.desk.say(FormEvent(Choose("sound", True)))
    grown_up.settle()
    if what == "dropped":
        grown_up.drop(grown_up.store.folder)
    if what == "deaf":
        grown_up.key(pygame.K_LSHIFT)
    if what == "closed":
        grown_up.press(ShowTab("today"))
    assert BROKE in grown_up.words
    grown_up.press(ShowTab("today"))
    grown_up.press(Command.GO_BACK)
    assert grown_up.room.session.visit.place != "closed"


def test_a_first_screen_that_breaks_lets_the_child_go_on(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    monkeypatch.setattr(TodayScreen, "form", breaks)
    grown_up.hold_corners()
    assert BROKE in grown_up.words
    grown_up.press(Command.GO_BACK)
    assert grown_up.room.session.visit.place != "closed"


def test_a_gate_that_breaks_stays_shut(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    pin.set_pin(grown_up.store.folder, "4711")
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    monkeypatch.setattr(PinScreen, "form", breaks)
    grown_up.hold_corners()
    assert BROKE in grown_up.words and grown_up.there == [Command.GO_BACK] and grown_up.window.locked
    grown_up.press(Command.GO_BACK)
    assert grown_up.room


def test_work_beside_the_desk_that_breaks_is_told(at_the_desk, monkeypatch):
    monkeypatch.setattr("game.desk.screens.settings.printers", breaks)
    grown_up = at_the_desk()
    grown_up.press(ShowTab("settings"))
    assert BROKE in grown_up.words
