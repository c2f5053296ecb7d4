"""From an empty records folder to a printed certificate: a child and a grown-up, by real events and nothing else.

Where CUPS is installed the paper is printed on a real queue with the cups-pdf back end, and read from what came out.
"""

import subprocess

import pygame
import pytest

from game.core import events
from game.core.ids import Area, Id, Option, SpotId, TrailStop
from game.core.picture import find
from game.desk.messages import Choose, ChoosePaper, ChooseTraveller, Command, Field, ShowTab
from game.glass.pointer_input import event_of
from game.play import screens
from game.play.screens import demonstration
from tests.support.at_the_desk import GrownUp
from tests.support.examples import SEARCHING
from tests.system.conftest import nothing_sent  # noqa: F401
from tests.system.test_printing import ALIKE, DIFFERENT, difference, queues, scheduler, seen  # noqa: F401

NAME = "Mila Ostermann"


def choose(grown_up: GrownUp, option: Id) -> None:
    """The child taps a picture, and then the cloth."""
    grown_up.child_taps(option)
    spot = next(
        t.means for t in grown_up.room.session.picture.things if isinstance(getattr(t, "means", None), SpotId | Area)
    )
    grown_up.child_taps(spot)


def an_option(grown_up: GrownUp) -> Id:
    """Any picture that lies in the tray."""
    table = grown_up.room.session.visit.here.table
    return next(Option(o.id) for o in table.offered if find(grown_up.room.session.picture, Option(o.id)))


def a_child_comes(grown_up: GrownUp) -> None:
    """It wakes the companion, chooses a pair, picks a worry stone, and goes back to the trail."""
    for touch in demonstration(grown_up.room.session.visit):
        pygame.event.post(event_of(touch, grown_up.window.points))
        grown_up.turn()
    grown_up.wait(1)
    for _ in range(2):
        choose(grown_up, an_option(grown_up))
        grown_up.child_taps(screens.ONWARD)
    grown_up.child_taps(TrailStop("pick-a-worry-stone"))
    choose(grown_up, an_option(grown_up))
    grown_up.child_taps(screens.TRAIL)
    assert grown_up.room.session.visit.place == events.TRAIL


@pytest.mark.search
@pytest.mark.parametrize("by", ["mouse", "finger", "keys"] if SEARCHING else ["finger"])
def test_from_nothing_to_a_certificate_on_paper(by, queues, tmp_path, monkeypatch):  # noqa: F811
    queues.pdf_printer("Wall")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    grown_up = GrownUp(tmp_path / "home", by)
    try:
        grown_up.press(Command.NEW_TRAVELLER)
        grown_up.press(grown_up.means("Last visits"))
        grown_up.press(Command.HAND_OVER)
        a_child_comes(grown_up)
        grown_up.hold_corners()
        grown_up.press(Command.END_VISIT)
        grown_up.press(ShowTab("settings"))
        grown_up.press(Choose("printer", "Wall"))
        grown_up.press(ShowTab("travellers"))
        grown_up.press(next(means for means in grown_up.there if isinstance(means, ChooseTraveller)))
        grown_up.press(Command.PAPERS)
        grown_up.press(ChoosePaper("certificate"))
        grown_up.type(Field("name"), NAME)
        grown_up.press(Command.PRINT)
        assert "The paper is on its way to the printer 'Wall'." in grown_up.words
        grown_up.press(Command.PRINT)  # a second press is harmless
        (saved,) = tmp_path.glob("home/for one print-*/certificate.pdf")
        words = subprocess.run(["pdftotext", "-layout", saved, "-"], capture_output=True, text=True).stdout
        assert NAME in words and "You walked a whole road." in words
        came_out, wanted = seen(queues.printed("Wall")), seen(saved).rotate(90, expand=True)
        assert difference(came_out, wanted.resize(came_out.size)) < ALIKE
        assert difference(came_out, wanted.rotate(180).resize(came_out.size)) > DIFFERENT
        grown_up.press(ShowTab("settings"))
        grown_up.press(Command.CLOSE_PROGRAM)
    finally:
        grown_up.close()
    assert not grown_up.shell.open and not saved.exists()
    kept = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert kept and not [path for path in kept if NAME.encode() in path.read_bytes()]
