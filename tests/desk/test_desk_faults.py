"""Faults that were found at the desk when visits are made ready, handed over and ended, each with its test."""

import pygame

from game.desk.messages import Choose, ChooseActivity, ChooseTraveller, Command, OpenSensitive, ShowTab, TypeDigit
from game.records import pin
from game.records.journal import Journal
from game.records.store import Store
from game.system.record_folder import RecordFolder
from tests.support.at_the_desk import POSTED
from tests.support.desk_visits import a_visit, choose, somebody_new_is_awake, wake, was_here
from tests.support.full_disk import full_disk


def stops(grown_up):
    """The activities on the trail of the child that is in the room."""
    return [stop.activity for stop in grown_up.room.session.visit.begun.stops]


def test_going_back_keeps_the_playlist(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up, "today")
    grown_up.press(ChooseTraveller(id))
    grown_up.press(grown_up.means("After the end"))
    grown_up.press(Command.HAND_OVER)
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
    somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    grown_up.turn()
    assert not grown_up.shell.open
    (found,) = Store(grown_up.store.folder).travellers()
    assert found.visits == 1 and not found.goes_on


def test_the_window_is_locked_while_the_pin_is_asked_for(at_the_desk):
    grown_up = at_the_desk()
    pin.set_pin(grown_up.store.folder, "4711")
    somebody_new_is_awake(grown_up)
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
    id = was_here(grown_up, "today")
    bad = tmp_path / "bad.png"
    bad.write_text("no picture")
    grown_up.press(ChooseTraveller(id))
    grown_up.drop(bad)
    grown_up.press(Choose("picture", "envelope"))
    grown_up.press(Command.HAND_OVER)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.DELETE, Command.DELETE_FOR_GOOD):
        grown_up.press(means)
    assert not Store(grown_up.store.folder).travellers()


def test_touch_after_the_window_lost_a_finger(at_the_desk):
    grown_up = at_the_desk("finger")
    at = {"x": 0.5, "y": 0.95, "dx": 0.0, "dy": 0.0, "touch_id": POSTED, "pressure": 1.0}
    pygame.event.post(pygame.event.Event(pygame.FINGERDOWN, finger_id=77, **at))
    grown_up.turn()
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    grown_up.turn()
    grown_up.press(Command.NEW_TRAVELLER)
    assert Command.HAND_OVER in grown_up.there


def test_what_is_not_used_is_on_no_follow_up(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up, "today")
    for means in (
        ShowTab("activities"),
        ChooseActivity("backpack"),
        Choose("used", False),
        ShowTab("today"),
        ChooseTraveller(id),
    ):
        grown_up.press(means)
    grown_up.press(grown_up.means("After the end"))
    grown_up.press(Command.HAND_OVER)
    assert "backpack" not in stops(grown_up)


def test_the_age_that_is_chosen_for_a_second_hand_over(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up, "today")
    for means in (ChooseTraveller(id), Choose("band", "little"), Command.HAND_OVER):
        grown_up.press(means)
    assert grown_up.room.session.visit.begun.band == "little"


def test_troubles_are_told_when_one_hands_over_to_another(at_the_desk, monkeypatch):
    """The disk takes nothing of the first child's visit; the grown-up chooses the next child straight away."""
    grown_up = at_the_desk()
    a = a_visit(grown_up, chooses=True)
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    monkeypatch.setattr(Journal, "_write", full_disk)
    wake(grown_up)
    choose(grown_up)
    grown_up.hold_corners()
    grown_up.press(ChooseTraveller(a))
    grown_up.press(Command.HAND_OVER)
    grown_up.press(Command.END_AND_HAND_OVER)
    assert any("cannot be kept" in w for w in grown_up.words)
    monkeypatch.undo()
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.traveller == a
    assert len(Store(grown_up.store.folder).travellers()) == 2


def test_troubles_are_told_when_the_program_is_closed(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    monkeypatch.setattr(Journal, "_write", full_disk)
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
    with monkeypatch.context() as patch:
        patch.setattr(RecordFolder, "replace", full_disk)
        grown_up.press(Command.HAND_OVER)
    assert "The picture for the envelope cannot be kept: the disk is full." in grown_up.words
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.envelope


def test_kiosk_uses_what_is_switched_off(at_the_desk, monkeypatch):
    from game.app.shell import Shell
    from main import main

    grown_up = at_the_desk()
    for means in (ShowTab("activities"), ChooseActivity("lanterns"), Choose("used", False)):
        grown_up.press(means)
    folder = grown_up.store.folder
    grown_up.close()
    begun = []
    monkeypatch.setattr(Shell, "run", lambda shell: begun.append(shell.visit.session.visit.begun.stops))
    main(["--kiosk", "--home", str(folder)])
    assert "lanterns" not in [s.activity for s in begun[0]]


def test_an_envelope_that_is_refused_on_going_back_is_told(at_the_desk, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_text("no picture")
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    grown_up.hold_corners()
    grown_up.drop(bad)
    grown_up.press(Choose("picture", "envelope"))
    grown_up.press(Command.GO_BACK)
    assert not isinstance(grown_up.shell.place, type(None)) and hasattr(grown_up.shell.place, "model")
    assert any("broken" in said for said in grown_up.words)


def test_what_was_made_ready_is_there_after_a_look_at_another_tab(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.MORE_VISITS, ShowTab("settings"), ShowTab("today")):
        grown_up.press(means)
    assert Command.HAND_OVER in grown_up.there


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
