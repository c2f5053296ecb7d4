"""The desk by real events: its PIN, what it tells, and settings."""

from inspect import signature

import pygame
import pytest

from game.child.room import Room
from game.core import events
from game.desk.form import Button
from game.desk.messages import (
    Choose,
    ChooseTraveller,
    Command,
    Field,
    ShowSection,
    ShowTab,
    TypeDigit,
)
from game.records import pin
from tests.support.at_the_desk import by_hand
from tests.support.desk_visits import choose, wake

STILL = [*signature(Room.__init__).parameters].index("still")


@by_hand("finger")
def test_the_pin_is_asked_for_when_the_grown_up_comes_out_of_the_room(by, at_the_desk):
    grown_up = at_the_desk(by)
    grown_up.press(ShowTab("settings"))
    grown_up.type(Field("pin"), "4711")
    grown_up.type(Field("pin", 1), "4711")
    grown_up.press(Command.SET_PIN)
    grown_up.press(ShowTab("today"))
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    grown_up.hold_corners()
    assert not {ShowTab("today"), ShowTab("settings"), Command.END_VISIT} & set(grown_up.there)
    for digit in "4711":
        grown_up.press(TypeDigit(digit))
    grown_up.press(Command.ENTER)
    assert ShowTab("today") in grown_up.there


def test_a_wrong_pin_says_so_and_the_child_can_go_on(at_the_desk):
    grown_up = at_the_desk()
    pin.set_pin(grown_up.store.folder, "4711")
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    grown_up.hold_corners()
    grown_up.type(Field("pin"), "1234")
    grown_up.press(Command.ENTER)
    assert "That was not it." in grown_up.words and ShowTab("today") not in grown_up.there
    grown_up.press(Command.BACK)
    assert grown_up.room.session.visit.place == events.ASLEEP


def test_the_pin_is_asked_for_before_the_desk_at_the_start(at_the_desk, tmp_path):
    pin.set_pin(tmp_path / "home", "4711")
    assert ShowTab("today") not in at_the_desk().there


def test_the_pin_can_be_typed_at_once_and_a_wait_counts_down(at_the_desk, tmp_path):
    pin.set_pin(tmp_path / "home", "4711")
    grown_up = at_the_desk()
    for _ in range(3):
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text="1234"))
        grown_up.settle()
        assert grown_up.desk.view.find(Field("pin")).item.value == "1234"
        grown_up.press(Command.ENTER)
        grown_up.point(1270, 790)  # beside everything
    assert any("0:05" in said for said in grown_up.words)
    grown_up.wait(2)
    assert any("0:03" in said for said in grown_up.words)
    grown_up.wait(4)
    assert not any("next try" in said for said in grown_up.words)


def test_a_new_pin_must_be_typed_twice_the_same(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(ShowTab("settings"))
    grown_up.type(Field("pin"), "4711")
    grown_up.type(Field("pin", 1), "4712")
    grown_up.press(Command.SET_PIN)
    assert any("not the same twice" in said for said in grown_up.words)
    assert grown_up.desk.view.typing().means == Field("pin"), "ready for another try"
    grown_up.type(Field("pin"), "4711")
    grown_up.key(pygame.K_RETURN)
    assert "Please type the same once more below." in grown_up.words
    assert grown_up.desk.view.typing().means == Field("pin", 1) and grown_up.desk.screen.typed == "4711"
    assert not pin.is_set(grown_up.store.folder)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_moves_for_what_is_told(language, at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(ShowTab("settings"))
    grown_up.press(Choose("language", language))
    before = [(p.item, p.box) for p in grown_up.desk.view.reachable()]
    grown_up.desk.model.tell("Something that a grown-up should know. " * 4)
    grown_up.desk.refresh()
    grown_up.settle()
    assert [(p.item, p.box) for p in grown_up.desk.view.reachable()] == before
    (sheet, words) = (p for p in grown_up.desk.view.placed if p.told)
    view = grown_up.desk.view
    under = [p.item.means for p in view.reachable() if view.rect(p).colliderect(sheet.box)]
    assert len(words.text) > 1 and not under, "it lies beside the tabs, and on nothing"


# Settings


def switched(grown_up) -> dict[str, bool]:
    """What of sound and stillness is on, as Today shows it."""
    grown_up.press(ShowSection("child"))
    there = (p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button) and p.item.on)
    return {one.means.what: one.means.value for one in there if getattr(one.means, "what", "") in ("sound", "still")}


def test_sound_and_motion_that_are_said_for_one_child_are_this_child_s_alone(at_the_desk, monkeypatch):
    opened, make = [], Room.__init__
    monkeypatch.setattr(Room, "__init__", lambda *all: opened.append(all[STILL]) or make(*all))
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Choose("still", True), Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    choose(grown_up)
    id = grown_up.room.session.visit.begun.traveller
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    grown_up.press(Command.NEW_TRAVELLER)
    assert switched(grown_up) == {"sound": False, "still": False} and not grown_up.desk.model.settings.still
    grown_up.press(Command.HAND_OVER)
    grown_up.hold_corners()
    grown_up.shell._today = lambda: "2026-11-27"
    grown_up.press(ChooseTraveller(id))
    assert switched(grown_up) == {"sound": False, "still": True}
    grown_up.press(Command.HAND_OVER)
    assert opened == [True, False, True]


def test_what_is_said_for_everybody_holds_for_each_child_of_whom_nothing_else_is_said(at_the_desk):
    grown_up = at_the_desk()
    for means in (ShowTab("settings"), Choose("still", True), ShowTab("today"), Command.NEW_TRAVELLER):
        grown_up.press(means)
    assert switched(grown_up) == {"sound": False, "still": True}
    grown_up.press(Choose("still", False))
    assert switched(grown_up)["still"] is False and grown_up.desk.model.settings.still


def test_settings_hold_for_the_next_time(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(ShowTab("settings"))
    for means in (
        Choose("language", "de"),
        Choose("sound", True),
        Choose("still", True),
        Choose("switch", 2.0),
        Choose("paper", "letter"),
    ):
        grown_up.press(means)
    grown_up.close()
    settings = at_the_desk().desk.model.settings
    assert (settings.language, settings.sound, settings.still, settings.switch) == ("de", True, True, 2.0)
    assert settings.paper == "letter"


def test_the_glass_can_be_wiped_for_half_a_minute(at_the_desk):
    grown_up = at_the_desk("finger")
    grown_up.press(ShowTab("settings"))
    grown_up.press(Command.WIPE)
    screen = grown_up.desk.screen
    for x in range(40, 1240, 60):
        grown_up.point(x, x / 2)
    assert grown_up.desk.screen is screen
    grown_up.wait(31)
    assert Choose("language", "en") in grown_up.there
