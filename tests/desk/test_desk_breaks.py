"""Whatever breaks at the desk is told, and what is left there lets go of all that it held."""

import gc
import threading
import time
import weakref
from pathlib import Path

import pygame
import pytest

from game.desk.desk import FOLDER
from game.desk.form import FormEvent, Text
from game.desk.messages import Choose, Command, ShowTab
from game.desk.screens.pin import PinScreen
from game.desk.screens.settings import SettingsScreen
from game.desk.screens.today import TodayScreen
from game.records import pin
from tests.support.at_the_desk import PATIENCE
from tests.support.desk_visits import comes_again, wake

BROKE = "Something broke: KeyError('nobody thought of this')"


def test_focus_stays_near_when_the_pressed_button_goes(at_the_desk):
    grown_up = at_the_desk("keys")
    comes_again(grown_up)
    for means in (Command.MORE_VISITS, Command.MISSED_VISIT, Choose("missed", "counts"), Command.UNDO_MISSED):
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


def breaks(*_):
    """Raises what no screen has thought of."""
    raise KeyError("nobody thought of this")


def test_a_desk_screen_that_breaks_is_told_and_the_visit_goes_on(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    for what in ("form", "on_event", "__init__", "closed", "passed", "dropped", "deaf"):
        grown_up.hold_corners()
        assert BROKE not in grown_up.words
        with monkeypatch.context() as patch:
            patch.setattr(SettingsScreen, what, breaks)
            use_settings(grown_up, what)
            assert BROKE in grown_up.words, what
            grown_up.press(ShowTab("today"))
            grown_up.press(Command.GO_BACK)
            assert grown_up.room.session.visit.place != "closed", what


def use_settings(grown_up, what: str) -> None:
    """Open the settings, and cause what is broken there to be called."""
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


def test_a_screen_that_cannot_be_laid_out_is_told_and_the_visit_goes_on(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    grown_up.hold_corners()
    monkeypatch.setattr(SettingsScreen, "form", lambda screen: Text(None))
    grown_up.press(ShowTab("settings"))
    assert any(said.startswith("Something broke: ") for said in grown_up.words)
    grown_up.press(ShowTab("today"))
    grown_up.press(Command.GO_BACK)
    assert grown_up.room.session.visit.place != "closed"


@pytest.mark.parametrize("where", ["game.desk.keyboard.form_event", "game.desk.model.DeskModel.look_at_the_folder"])
def test_what_breaks_behind_a_screen_is_told_as_well(where, at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    with monkeypatch.context() as patch:
        patch.setattr(where, breaks)
        grown_up.key(pygame.K_TAB)
        grown_up.wait(FOLDER + 0.1)
        assert BROKE in grown_up.words
    grown_up.press(Command.NEW_TRAVELLER)
    assert BROKE not in grown_up.words


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
