"""The desk by real events: whose visit it is, what is ready for it, the gate, and settings."""

import pygame
import pytest

from game.app.shell import Shell
from game.core import events
from game.core.events import Plan
from game.core.ids import Door, Gate
from game.desk.messages import (
    Choose,
    ChooseActivity,
    ChooseTraveller,
    Command,
    Field,
    OpenSensitive,
    ShowTab,
    TypeDigit,
)
from game.play import screens
from game.play.corners import HELD
from game.records import pin
from main import main
from tests.support.at_the_desk import HANDS, a_visit, wake


@pytest.mark.parametrize("by", HANDS)
def test_two_presses_lead_from_the_desk_to_a_new_child_and_the_corners_lead_back(by, at_the_desk):
    grown_up = at_the_desk(by)
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.place == events.ASLEEP and grown_up.window.locked
    grown_up.hold_corners()
    assert grown_up.desk and not grown_up.window.locked


@pytest.mark.parametrize("by", HANDS)
def test_at_most_four_presses_for_a_child_that_was_here_before(by, at_the_desk):
    grown_up = at_the_desk(by)
    id = a_visit(grown_up)
    grown_up.press(ChooseTraveller(id))
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.traveller == id


PLACES = {
    events.ASLEEP: (),
    events.STEP: ("wake",),
    events.TRAIL: ("wake", screens.TRAIL),
    "resting": ("wake", screens.TRAIL, screens.REST),
    events.HOME: ("wake", screens.TRAIL, Door()),
    events.GATE: ("last", "wake", screens.TRAIL, Gate()),
    events.CLOSED: ("wake", screens.TRAIL, Door(), screens.ONWARD),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_corners_open_from_every_screen_and_nothing_shows(place, at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    if "last" in PLACES[place]:
        grown_up.press(Command.LAST_VISIT)
    grown_up.press(Command.HAND_OVER)
    for means in PLACES[place][PLACES[place][:1] == ("last",) :]:
        wake(grown_up) if means == "wake" else grown_up.child_taps(means)
    visit = grown_up.room.session.visit
    assert place in (visit.place, "resting" if visit.resting else "")
    before = grown_up.room.session.picture
    grown_up.hold_corners()
    assert grown_up.desk.model.opener.session.picture == before


def test_by_keyboard_alone_two_keys_lead_out_of_the_room_and_no_child_finds_them(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    assert any("the keys Q and P together" in said for said in grown_up.words)
    grown_up.press(Command.HAND_OVER)
    q, p = pygame.K_q, pygame.K_p
    for keys, seconds in (((q, p), HELD - 0.5), ((q,), 2 * HELD), ((q, p, pygame.K_o), 2 * HELD), ((p, q, 0x631), 6)):
        grown_up.hold_keys(*keys, seconds=seconds)
        assert grown_up.room.open, keys
    grown_up.hold_keys(q, p)
    assert grown_up.desk.screen.tab == "today" and grown_up.desk.model.opener is not None


def test_back_to_the_visit_is_where_the_child_was(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    before = grown_up.room.session.picture
    grown_up.hold_corners()
    grown_up.press(Command.GO_BACK)
    assert grown_up.room.session.picture == before and grown_up.window.locked


def test_handing_over_to_another_child_asks_before_it_ends_a_visit(at_the_desk):
    grown_up = at_the_desk()
    first = a_visit(grown_up)
    for means in (Command.NEW_TRAVELLER, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    second = grown_up.room.session.visit.begun.traveller
    grown_up.hold_corners()
    for means in (ChooseTraveller(first), Command.HAND_OVER):
        grown_up.press(means)
    assert any("still goes on" in said for said in grown_up.words)
    grown_up.press(Command.CANCEL)
    assert grown_up.desk.model.opener.id == second and not any("still goes on" in said for said in grown_up.words)
    grown_up.press(Command.HAND_OVER)
    grown_up.press(Command.END_AND_HAND_OVER)
    assert grown_up.room.session.visit.begun.traveller == first
    assert grown_up.store.traveller(second).record.visits[-1].place == events.CLOSED


def test_a_visit_that_is_taken_up_again_opens_on_the_trail(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    grown_up.press(ChooseTraveller(id))
    grown_up.press(Command.HAND_OVER)
    assert (grown_up.room.session.visit.place, grown_up.room.session.visit.begun.number) == (events.TRAIL, 1)


@pytest.mark.parametrize("means", [Command.ADD_WORDS, Command.PAPERS])
def test_after_a_visit_one_press_leads_to_the_own_words_and_to_the_papers(means, at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    grown_up.press(means)
    assert grown_up.desk.screen.id == id
    assert (Field("own") in grown_up.there) == (means is Command.ADD_WORDS)


def test_what_is_changed_during_a_visit_holds_when_the_grown_up_goes_back(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    assert "near-and-far" not in [stop.activity for stop in grown_up.room.session.visit.begun.stops]
    grown_up.hold_corners()
    grown_up.press(OpenSensitive("near-and-far"))
    grown_up.press(Command.GO_BACK)
    assert "near-and-far" in [stop.activity for stop in grown_up.room.session.visit.begun.stops]


def test_what_is_said_before_a_visit_is_what_the_visit_has(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    for means in (
        Choose("band", "big"),
        Command.MORE_VISITS,
        Command.MORE_VISITS,
        Command.MORE_VISITS,
        Command.MISSED_VISIT,
        Choose("missed", "counts"),
        Command.PAUSE,
        Choose("list", "all"),
        Choose("list", "own"),
        ChooseActivity("backpack"),
        OpenSensitive("bumpy-bit"),
    ):
        grown_up.press(means)
    grown_up.press(Command.HAND_OVER)
    begun = grown_up.room.session.visit.begun
    stops = [stop.activity for stop in begun.stops]
    assert (begun.band, begun.plan) == ("big", Plan(3, (1,), True))
    assert "bumpy-bit" in stops and "my-traveller" in stops
    assert not {"backpack", "near-and-far"} & set(stops)


def test_a_visit_after_the_end_has_its_three_activities(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    grown_up.press(ChooseTraveller(id))
    grown_up.press(grown_up.means("After the end"))
    grown_up.press(Command.HAND_OVER)
    stops = {stop.activity for stop in grown_up.room.session.visit.begun.stops}
    assert stops - {"my-traveller"} == {"inside-weather", "backpack", "bumpy-bit"}


def test_an_activity_that_is_not_used_is_on_no_trail(at_the_desk):
    grown_up = at_the_desk()
    for means in (
        ShowTab("activities"),
        ChooseActivity("lanterns"),
        Choose("used", False),
        ShowTab("today"),
        Command.NEW_TRAVELLER,
        Choose("list", "all"),
        Command.HAND_OVER,
    ):
        grown_up.press(means)
    stops = [stop.activity for stop in grown_up.room.session.visit.begun.stops]
    assert "lanterns" not in stops and "goodbye-jars" in stops


def test_the_band_and_the_plan_are_as_they_were_on_the_visit_before(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    for means in (Choose("band", "little"), Command.MORE_VISITS, Command.MORE_VISITS, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    grown_up.press(ChooseTraveller(grown_up.store.travellers()[0].id))
    grown_up.press(Command.HAND_OVER)
    begun = grown_up.room.session.visit.begun
    assert (begun.band, begun.plan.planned) == ("little", 2)


# Where it begins


@pytest.mark.parametrize(
    ("words", "anybody", "begins"),
    [
        ([], False, "room"),
        ([], True, "desk"),
        (["--desk"], False, "desk"),
        (["--kiosk"], True, "room"),
        (["play", "new"], True, "room"),
        (["open", "--desk", "--kiosk"], True, "desk"),
    ],
)
def test_the_program_begins_at_the_desk_once_there_is_a_traveller(words, anybody, begins, at_the_desk, monkeypatch):
    first = at_the_desk()
    if anybody:
        a_visit(first)
    folder = first.store.folder
    first.close()
    begun = []
    monkeypatch.setattr(Shell, "run", lambda shell: begun.append(type(shell.place).__name__.lower()))
    assert main([*words, "--home", str(folder)]) == 0
    assert begun == [begins]


# The PIN


@pytest.mark.parametrize("by", HANDS)
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
        grown_up.desk.view.go_to(Field("pin"))
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
    assert not pin.is_set(grown_up.store.folder)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_moves_for_what_is_told(language, at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(ShowTab("settings"))
    grown_up.press(Choose("language", language))
    before = [(p.item, p.box) for p in grown_up.desk.view.reachable()]
    grown_up.desk.model.tell("Something that a grown-up should know. " * 6)
    grown_up.desk.refresh()
    grown_up.settle()
    assert [(p.item, p.box) for p in grown_up.desk.view.reachable()] == before
    assert any("should know" in said for said in grown_up.words)


# Settings


def test_today_says_that_sound_and_motion_are_everybodys(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    assert "Both are so for everybody, until you say otherwise." in grown_up.words


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
