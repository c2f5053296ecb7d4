"""Whatever breaks in the child's room, the window stays: the room goes on from what is kept, and the desk is told."""

import pygame
import pytest

from game.app.shell import SOON, Shell
from game.child.calm_picture import CalmPicture
from game.child.room import Room
from game.core.events import ASLEEP, CLOSED, STEP, TRAIL, TRAVELLER, Ended, Failed
from game.core.ids import TrailStop
from game.desk.form import Text
from game.desk.messages import Command
from game.glass.painter import Painter
from game.play.room import RoomSession
from game.play.session import Session
from game.records.journal import Journal
from game.records.journal_reader import read
from main import main
from tests.support.desk_visits import somebody_new_is_awake, wake
from tests.support.golden import as_image
from tests.support.proofs import ProofRenderer

WHERE = ((RoomSession, "tick"), (RoomSession, "touch"), (Painter, "put"), (Session, "_draw"))


@pytest.fixture
def in_the_room(at_the_desk):
    """A child whose visit is handed over, awake."""
    grown_up = at_the_desk()
    somebody_new_is_awake(grown_up)
    return grown_up


def breaks(monkeypatch, what, name: str, times: int, where=lambda one: True) -> None:
    """This method raises so many times, then does as it did."""
    real, left = getattr(what, name), [times]

    def broken(one, *args):
        if left[0] and where(one):
            left[0] -= 1
            raise ZeroDivisionError("a mistake of ours")
        return real(one, *args)

    monkeypatch.setattr(what, name, broken)


def on_disk(grown_up) -> list:
    """All that is kept of the one visit there is."""
    (path,) = grown_up.store.travellers_folder.glob("*/visit-*.jsonl")
    return read(path)


def told(grown_up) -> list[str]:
    """What is said at the desk of the room."""
    return [said for said in grown_up.words if "broke in the child's room" in said or "broke in the activity" in said]


def test_what_breaks_leads_to_the_trail_and_is_told_and_all_that_was_kept_is_there(in_the_room, monkeypatch):
    for what, name in WHERE:
        before, broken = on_disk(in_the_room), in_the_room.room
        assert in_the_room.room.session.visit.place == STEP
        with monkeypatch.context() as patch:
            breaks(patch, what, name, 1)
            in_the_room.point(640, 300)
        visit = in_the_room.room.session.visit
        assert in_the_room.room is not broken and visit.place == TRAIL and not visit.resting
        assert on_disk(in_the_room) == [*before, Failed(TRAVELLER, "ZeroDivisionError: a mistake of ours")]
        in_the_room.wait(SOON)
        in_the_room.child_taps(TrailStop(TRAVELLER))
    in_the_room.hold_corners()
    assert told(in_the_room) == ["Something broke in the activity 'my-traveller': ZeroDivisionError: a mistake of ours"]


def before_a_calm_picture(grown_up) -> bool:
    """Whether that stands there, held as the room is, and stays whatever a child does."""
    for means in (pygame.K_RETURN, pygame.K_ESCAPE):
        grown_up.key(means)
    for place in ((640, 400), (88, 652), (1192, 652)):
        grown_up.point(*place)
    return isinstance(grown_up.shell.place, CalmPicture) and grown_up.window.locked


def test_what_breaks_again_soon_leads_to_rest_then_to_a_calm_picture_and_never_round_and_round(
    in_the_room, monkeypatch
):
    before = on_disk(in_the_room)
    with monkeypatch.context() as patch:
        breaks(patch, RoomSession, "tick", 50, lambda room: not room.session.visit.resting)
        in_the_room.settle()
    assert in_the_room.room.session.visit.resting
    with monkeypatch.context() as patch:
        breaks(patch, RoomSession, "tick", 50)
        in_the_room.settle()
    assert before_a_calm_picture(in_the_room), "the desk lies open before nobody"
    in_the_room.hold_corners()
    assert told(in_the_room) and on_disk(in_the_room)[: len(before)] == before
    in_the_room.press(Command.GO_BACK)
    in_the_room.point(640, 300)
    visit = in_the_room.room.session.visit
    assert visit.place == TRAIL and not visit.resting


def test_where_what_is_kept_cannot_be_read_the_desk_says_what_broke(in_the_room, monkeypatch):
    before = on_disk(in_the_room)
    breaks(monkeypatch, Journal, "events", 50)
    breaks(monkeypatch, RoomSession, "tick", 1)
    in_the_room.settle()
    assert before_a_calm_picture(in_the_room)
    in_the_room.hold_corners()
    assert any("a mistake of ours" in said for said in told(in_the_room)) and on_disk(in_the_room) == before


def test_a_room_that_cannot_be_opened_is_a_calm_picture_and_may_be_opened_later(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    with monkeypatch.context() as patch:
        breaks(patch, RoomSession, "__init__", 50)
        grown_up.press(Command.HAND_OVER)
    assert before_a_calm_picture(grown_up)
    grown_up.hold_keys(pygame.K_q, pygame.K_p)
    assert told(grown_up) == [
        "Something broke in the child's room; nothing of the visit is lost: ZeroDivisionError: a mistake of ours"
    ]
    grown_up.press(Command.GO_BACK)
    assert grown_up.room.session.visit.place == ASLEEP


def test_the_calm_picture_fills_the_window_with_one_colour_where_drawing_is_what_breaks(in_the_room, monkeypatch):
    breaks(monkeypatch, RoomSession, "tick", 50)
    in_the_room.settle()
    drawn = as_image(in_the_room.window.surface)
    assert len(drawn.getcolors(1 << 20)) > 1000
    breaks(monkeypatch, ProofRenderer, "scene", 50)
    in_the_room.window._window.size = (800, 500)
    in_the_room.settle()
    plain = as_image(in_the_room.window.surface)
    assert plain.size == (800, 500) and len(plain.getcolors()) == 1


@pytest.mark.parametrize("place", [ASLEEP, CLOSED])
def test_before_a_visit_begins_and_after_its_end_nothing_is_written(place, at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    if place == CLOSED:
        wake(grown_up)
        grown_up.room.session.end()
    before = [path.read_bytes() for path in grown_up.store.folder.rglob("visit-*.jsonl")]
    breaks(monkeypatch, RoomSession, "tick", 1)
    grown_up.settle()
    assert isinstance(grown_up.shell.place, Room) and grown_up.room.session.visit.place == place
    assert [path.read_bytes() for path in grown_up.store.folder.rglob("visit-*.jsonl")] == before
    grown_up.hold_corners()
    assert told(grown_up)


def test_an_ended_visit_stays_ended_where_its_closing_picture_breaks(in_the_room, monkeypatch):
    with monkeypatch.context() as patch:
        breaks(patch, Session, "_screen", 1, lambda session: session.visit.place == CLOSED)
        with pytest.raises(ZeroDivisionError):
            in_the_room.room.session.end()
    assert isinstance(on_disk(in_the_room)[-1], Ended)
    assert in_the_room.room.session.visit.place == CLOSED


def test_a_computer_that_is_only_for_the_room_starts_at_the_desk_where_no_visit_can_be_made_ready(
    tmp_path, monkeypatch
):
    """Nobody there reads a terminal, and what starts it again would do so for ever."""
    read = []

    def run(shell: Shell) -> None:
        for _ in range(3):
            shell.turn()
        read.extend(p.item.text for p in shell.place.view.placed if isinstance(p.item, Text))
        shell.close()

    monkeypatch.setattr(Shell, "run", run)
    breaks(monkeypatch, Session, "__init__", 1)
    assert main(["--kiosk", "--home", str(tmp_path / "home")]) == 0
    assert "Something broke: ZeroDivisionError('a mistake of ours')" in read
    breaks(monkeypatch, Session, "__init__", 1)
    with pytest.raises(ZeroDivisionError):  # who has typed this is told where it was typed
        main(["play", "new", "--home", str(tmp_path / "home")])
