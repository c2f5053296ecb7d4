"""Whatever breaks at the desk outside its screens: the window stays, the desk is built anew, and the visit goes on."""

import pytest

from game.app.shell import SOON
from game.child.calm_picture import CalmPicture
from game.child.room import Room
from game.desk.background import Background
from game.desk.desk import Desk
from game.desk.messages import Command
from game.desk.view import FormView
from tests.desk.test_room_breaks import breaks
from tests.support.desk_visits import somebody_new_is_awake

PAINTING = ((Desk, "frame"), (Desk, "_look_around"), (Background, "done"), (FormView, "paint"))
LEAVING = ((Desk, "put_away"), (Background, "close"), (FormView, "close"))
BROKE = "Something broke: ZeroDivisionError('a mistake of ours')"


@pytest.fixture
def grown_up(at_the_desk):
    """Who has come out of the room of a child whose visit goes on."""
    grown_up = at_the_desk()
    somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    return grown_up


def test_what_breaks_at_the_desk_is_told_at_another_one_and_the_visit_goes_on(grown_up, monkeypatch):
    for what, name in PAINTING:
        broken, visit = grown_up.desk, grown_up.shell.visit.session.visit
        breaks(monkeypatch, what, name, 1)
        grown_up.settle()
        assert grown_up.desk is not broken and BROKE in grown_up.words, name
        grown_up.press(Command.GO_BACK)
        assert grown_up.room.session.visit == visit
        grown_up.wait(SOON)
        grown_up.hold_corners()


def test_what_breaks_in_leaving_the_desk_holds_nobody_there(grown_up, monkeypatch):
    for what, name in LEAVING:
        breaks(monkeypatch, what, name, 1)
        grown_up.press(Command.GO_BACK)
        assert isinstance(grown_up.shell.place, Room), name
        grown_up.hold_corners()


def test_a_desk_that_breaks_again_and_again_leaves_a_calm_picture_to_the_child(grown_up, monkeypatch):
    with monkeypatch.context() as patch:
        breaks(patch, FormView, "paint", 50)
        grown_up.settle()
    assert isinstance(grown_up.shell.place, CalmPicture) and grown_up.window.locked
    grown_up.hold_corners()
    grown_up.press(Command.GO_BACK)
    assert isinstance(grown_up.shell.place, Room)


def test_without_a_visit_a_desk_that_breaks_again_and_again_raises_what_broke(at_the_desk, monkeypatch):
    grown_up = at_the_desk()
    breaks(monkeypatch, FormView, "paint", 50)
    with pytest.raises(ZeroDivisionError):
        for _ in range(9):
            grown_up.turn()
