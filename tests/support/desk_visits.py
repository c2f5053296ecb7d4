"""What grown-ups and children do together in many tests of the desk: a visit, and the way to its papers."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import pygame

from game.core.ids import Option
from game.core.picture import meaningful
from game.desk.form import Means
from game.desk.messages import ChooseTraveller, Command, ShowTab
from game.glass.pointer_input import event_of
from game.play.screens import demonstration
from game.records.store import Store
from game.system import atomic
from tests.support.at_the_desk import GrownUp


def wake(grown_up: GrownUp) -> None:
    """The child's tap on whoever sleeps before the door."""
    for touch in demonstration(grown_up.room.session.visit):
        pygame.event.post(event_of(touch, grown_up.window.points))
        grown_up.turn()
    grown_up.wait(1)


def somebody_new_is_awake(grown_up: GrownUp) -> str:
    """Somebody new is handed over to, and wakes the companion; the traveller's id."""
    for means in (Command.NEW_TRAVELLER, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    return grown_up.room.session.visit.begun.traveller


def choose(grown_up: GrownUp) -> None:
    """The child's tap on the first picture that lies there."""
    things = meaningful(grown_up.room.session.picture)
    grown_up.child_taps(next(thing.means for thing in things if isinstance(thing.means, Option)))


def a_visit(grown_up: GrownUp, envelope: Path | None = None, chooses: bool = False) -> str:
    """Somebody new wakes the companion, and the grown-up ends the visit; the traveller's id.

    A picture for the `envelope` is dropped on Today before; the first picture is chosen where the child `chooses`.
    """
    grown_up.press(Command.NEW_TRAVELLER)
    if envelope:
        grown_up.drop(envelope)
    grown_up.press(Command.HAND_OVER)
    wake(grown_up)
    if chooses:
        choose(grown_up)
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    (found,) = Store(grown_up.store.folder).travellers()
    return found.id


@cache
def what_a_visit_leaves() -> dict[Path, bytes]:
    """The files of such a visit by their places among the travellers. Played once, before another window is open."""
    with TemporaryDirectory() as folder:
        grown_up = GrownUp(Path(folder))
        try:
            a_visit(grown_up, chooses=True)
            whole = grown_up.store.travellers_folder
            return {path.relative_to(whole): path.read_bytes() for path in whole.rglob("*") if path.is_file()}
        finally:
            grown_up.close()


def was_here(grown_up: GrownUp, tab: str = "travellers") -> str:
    """Somebody has come once, and the desk shows this tab; the traveller's id.

    The record is laid where it is kept; for what the desk shows just after a visit, see `a_visit`.
    """
    for place, data in what_a_visit_leaves().items():
        path = grown_up.store.travellers_folder / place
        atomic.make_folder(path.parent)
        atomic.write(path, data)
    (found,) = Store(grown_up.store.folder).travellers()
    grown_up.desk.model.refresh()
    grown_up.press(ShowTab(tab))
    return found.id


def comes_again(grown_up: GrownUp) -> str:
    """Somebody who has come once is chosen on Today, a week later; the traveller's id."""
    id = was_here(grown_up, "today")
    grown_up.shell._today = lambda: "2026-11-27"
    grown_up.press(ChooseTraveller(id))
    return id


def at_the_papers(grown_up: GrownUp, *more: Means) -> str:
    """Somebody with a visit, whose papers are open, and then all these pressed; the traveller's id."""
    id = was_here(grown_up)
    for means in (ChooseTraveller(id), Command.PAPERS, *more):
        grown_up.press(means)
    return id


def busy(grown_up: GrownUp) -> Event:
    """What is made beside the desk waits, as behind a slow paper, until this is set."""
    done = Event()
    grown_up.desk.background._worker.submit(done.wait)
    return done
