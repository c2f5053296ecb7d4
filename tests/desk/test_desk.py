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
    ShowSection,
    ShowTab,
)
from game.play import screens
from game.play.corners import HELD
from main import main
from tests.support.at_the_desk import by_hand
from tests.support.desk_visits import a_visit, choose, comes_again, somebody_new_is_awake, wake, was_here


@by_hand("finger")
def test_two_presses_lead_from_the_desk_to_a_new_child_and_the_corners_lead_back(by, at_the_desk):
    grown_up = at_the_desk(by)
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.place == events.ASLEEP and grown_up.window.locked
    grown_up.hold_corners()
    assert grown_up.desk and not grown_up.window.locked


@by_hand("keys")
def test_at_most_four_presses_for_a_child_that_was_here_before(by, at_the_desk):
    grown_up = at_the_desk(by)
    id = was_here(grown_up, "today")
    grown_up.press(ChooseTraveller(id))
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.traveller == id


PLACES = (  # one after the other, and what the child does to come there
    (events.ASLEEP, ()),
    (events.STEP, ("wake",)),
    (events.TRAIL, (screens.TRAIL,)),
    ("resting", (screens.REST,)),
    (events.HOME, (screens.REST, Door())),
    (events.GATE, (screens.TRAIL, Gate())),
    (events.CLOSED, (screens.ONWARD,)),
)


def test_the_corners_open_from_every_screen_and_nothing_shows(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    for place, does in PLACES:
        if place == events.GATE:
            grown_up.press(Command.LAST_VISIT)
        grown_up.press(Command.HAND_OVER if place == events.ASLEEP else Command.GO_BACK)
        for means in does:
            wake(grown_up) if means == "wake" else grown_up.child_taps(means)
        visit = grown_up.room.session.visit
        assert place in (visit.place, "resting" if visit.resting else "")
        before = grown_up.room.session.picture
        grown_up.hold_corners()
        assert grown_up.desk.model.visit.session.picture == before


def test_by_keyboard_alone_two_keys_lead_out_of_the_room_and_no_child_finds_them(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    assert any("or Q and P, for three seconds" in said for said in grown_up.words)
    grown_up.press(Command.HAND_OVER)
    q, p = pygame.K_q, pygame.K_p
    for keys, seconds in (((q, p), HELD - 0.5), ((q,), 2 * HELD), ((q, p, pygame.K_o), 2 * HELD), ((p, q, 0x631), 6)):
        grown_up.hold_keys(*keys, seconds=seconds)
        assert grown_up.room.open, keys
    grown_up.hold_keys(q, p)
    assert grown_up.desk.screen.tab == "today" and grown_up.desk.model.visit is not None


def test_back_to_the_visit_is_where_the_child_was(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    before = grown_up.room.session.picture
    grown_up.hold_corners()
    grown_up.press(Command.GO_BACK)
    assert grown_up.room.session.picture == before and grown_up.window.locked


def test_a_visit_in_which_nothing_was_opened_is_handed_over_and_not_gone_back_to(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    grown_up.hold_corners()
    assert grown_up.means("Hand over to the child") is Command.GO_BACK and Command.END_VISIT in grown_up.there
    grown_up.press(Command.GO_BACK)
    wake(grown_up)
    grown_up.hold_corners()
    assert grown_up.means("Back to the visit") is Command.GO_BACK


def test_handing_over_to_another_child_asks_before_it_ends_a_visit(at_the_desk):
    grown_up = at_the_desk()
    first = a_visit(grown_up, chooses=True)
    second = somebody_new_is_awake(grown_up)
    choose(grown_up)
    grown_up.hold_corners()
    for means in (ChooseTraveller(first), Command.HAND_OVER):
        grown_up.press(means)
    assert any("still goes on" in said for said in grown_up.words)
    grown_up.press(Command.CANCEL)
    assert grown_up.desk.model.visit.id == second and not any("still goes on" in said for said in grown_up.words)
    grown_up.press(Command.HAND_OVER)
    grown_up.press(Command.END_AND_HAND_OVER)
    assert grown_up.room.session.visit.begun.traveller == first
    assert grown_up.store.traveller(second).record.visits[-1].place == events.CLOSED


def test_a_visit_that_is_taken_up_again_opens_on_the_trail(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up, "today")
    grown_up.press(ChooseTraveller(id))
    grown_up.press(Command.HAND_OVER)
    assert (grown_up.room.session.visit.place, grown_up.room.session.visit.begun.number) == (events.TRAIL, 1)


@pytest.mark.parametrize("means", [Command.ADD_WORDS, Command.PAPERS])
def test_after_a_visit_one_press_leads_to_the_own_words_and_to_the_papers(means, at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    assert "Today's visit is over." in grown_up.words
    grown_up.press(means)
    assert grown_up.desk.screen.id == id
    typing = grown_up.desk.view.typing()
    assert (typing is not None and typing.means == Field("own")) == (means is Command.ADD_WORDS)


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


@pytest.mark.parametrize("way", [Command.END_VISIT, Command.NEW_TRAVELLER])
def test_what_is_changed_during_a_visit_holds_where_nobody_goes_back(way, at_the_desk):
    grown_up = at_the_desk()
    id = somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    for means in (ShowSection("visits"), Command.LAST_VISIT, way):
        grown_up.press(means)
    assert grown_up.store.traveller(id).record.visits[-1].begun.plan.last
    if way == Command.END_VISIT:
        grown_up.press(Command.PAPERS)
        assert grown_up.desk.screen.kind.title == "For the last visit"


def test_to_look_at_another_child_writes_nothing_where_nothing_was_changed(at_the_desk):
    grown_up = at_the_desk()
    somebody_new_is_awake(grown_up)
    (journal,) = grown_up.store.travellers_folder.glob("*/visit-*.jsonl")
    before = journal.read_bytes()
    grown_up.hold_corners()
    grown_up.press(Command.NEW_TRAVELLER)
    assert journal.read_bytes() == before


def test_what_is_said_before_a_visit_is_what_the_visit_has(at_the_desk):
    grown_up = at_the_desk()
    comes_again(grown_up)
    for means in (
        Choose("band", "big"),
        Command.MORE_VISITS,
        Command.MORE_VISITS,
        Command.MISSED_VISIT,
        Choose("missed", "counts"),
        Command.PAUSE,
        Choose("list", "all"),
        Choose("list", "own"),
        ChooseActivity("backpack"),
        Choose("list", "sets"),
        OpenSensitive("bumpy-bit"),
    ):
        grown_up.press(means)
    grown_up.press(Command.HAND_OVER)
    begun = grown_up.room.session.visit.begun
    stops = [stop.activity for stop in begun.stops]
    assert (begun.band, begun.plan) == ("big", Plan(3, (2,), True))
    assert "bumpy-bit" in stops and "my-traveller" in stops
    assert not {"backpack", "near-and-far"} & set(stops)


def test_a_visit_after_the_end_has_its_three_activities(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up, "today")
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
    assert grown_up.desk.view.find(ShowSection("visits")).item.words == "Visits\n1 ended, next 2 of 2"
    grown_up.press(ShowSection("visits"))
    assert "Visit 1 has ended. Left after it: 1." in grown_up.words
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
        was_here(first)
    folder = first.store.folder
    first.close()
    begun = []
    monkeypatch.setattr(Shell, "run", lambda shell: begun.append(type(shell.place).__name__.lower()))
    assert main([*words, "--home", str(folder)]) == 0
    assert begun == [begins]
