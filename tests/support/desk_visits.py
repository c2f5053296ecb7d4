"""What grown-ups and children do together in many tests of the desk: a visit, and the way to its papers."""

from pathlib import Path
from threading import Event

import pygame

from game.desk.form import Means
from game.desk.messages import ChooseTraveller, Command, ShowTab
from game.glass.pointer_input import event_of
from game.play.screens import demonstration
from game.records.store import Store
from tests.support.at_the_desk import GrownUp


def wake(grown_up: GrownUp) -> None:
    """The child's tap on whoever sleeps before the door."""
    for touch in demonstration(grown_up.room.session.visit):
        pygame.event.post(event_of(touch, grown_up.window.points))
        grown_up.turn()
    grown_up.wait(1)


def a_visit(grown_up: GrownUp, envelope: Path | None = None) -> str:
    """Somebody new wakes the companion, and the grown-up ends the visit; the traveller's id.

    A picture for the `envelope` is dropped on Today before.
    """
    grown_up.press(Command.NEW_TRAVELLER)
    if envelope:
        grown_up.drop(envelope)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    (found,) = Store(grown_up.store.folder).travellers()
    return found.id


def at_the_papers(grown_up: GrownUp, *more: Means) -> str:
    """Somebody with a visit, whose papers are open, and then all these pressed; the traveller's id."""
    id = a_visit(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS, *more):
        grown_up.press(means)
    return id


def busy(grown_up: GrownUp) -> Event:
    """What is made beside the desk waits, as behind a slow paper, until this is set."""
    done = Event()
    grown_up.desk.background._worker.submit(done.wait)
    return done
