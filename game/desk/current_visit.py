"""The visit that goes on, as the desk has it: made ready, handed over, gone back to and ended.

This file knows the desk's model and how a visit is opened; it knows no pygame, no form and no screen.
"""

import os

from game.core.events import CLOSED
from game.desk.model import DeskModel, Leaving
from game.play.record import Traveller
from game.records.open_visit import OpenVisit, Preparation, open_visit
from game.system.errors import said


def visit_is_over(model: DeskModel, who: Traveller | None) -> bool:
    """Whether this traveller's visit of today has been ended, and no other one is open or made ready."""
    visit = model.visit
    mine = visit is not None and who is not None and visit.id == who.id
    goes_on = mine and visit is not None and visit.session.visit.place != CLOSED
    return who is not None and who.ended_on(model.day) and not goes_on and not begins_another(model, who)


def begins_another(model: DeskModel, who: Traveller) -> bool:
    """Whether one more visit of today is made ready for this traveller."""
    return model.wish is not None and model.wish.another and model.wish.id == who.id


def hand_over(model: DeskModel, id: str, band: str, ready: Preparation, another: bool = False) -> None:
    """Make a visit ready and go to the room. An id of "" is somebody new. `another`: not today's is taken up again.

    What should be known of a visit that this ends is read first: then nobody leaves the desk yet. Whose record is
    gone since it was chosen is not begun again: then it is only off the list.
    """
    if id and not _is_kept(model, id):
        model.refresh()
        return
    if not end_visit(model):
        return
    id, seed = id or os.urandom(8).hex(), os.urandom(8).hex()
    model.visit = model.try_to(
        lambda: open_visit(model.store, id, model.day, band, seed, ready, model.activities, model.draw, another)
    )
    if model.visit is None:
        model.store.close()  # nothing of it stays locked
    else:
        model.visit.session.take_up()
    go_back(model)


def _is_kept(model: DeskModel, id: str) -> bool:
    """Whether this traveller has a record, as it is on disk now; told where that cannot be read."""
    found = model.try_to(lambda: model.store.traveller(id))
    return found is not None and bool(found.record.visits)


def make_ready(model: DeskModel, ready: Preparation) -> bool:
    """Change what is ready for the visit that goes on; False where that was refused, and told."""
    visit = model.visit
    return visit is not None and model.succeeds(lambda: visit.make_ready(ready))


def go_back(model: DeskModel) -> None:
    """To the room, where a visit goes on."""
    if model.visit is not None:
        model.told, model.wish, model.names, model.leaving = None, None, {}, Leaving.TO_THE_ROOM


def end_visit(model: DeskModel) -> bool:
    """End the visit that goes on, if one does; False where there is something that should be known of it first.

    A visit that the disk does not take is held on to, so that it can be tried again; who insists loses it.
    """
    visit = model.visit
    if visit is None:
        return True
    _end(visit, model.insists)
    held, model.insists = bool(visit.session.journal.trouble) and not model.insists, True
    if not held:
        model.visit, model.insists = None, False
        model.store.close()
    model.refresh()
    told = " ".join(said(sentence, model._) for sentence in visit.troubles())
    model.tell(told, good=False)
    return not told or (not held and bool(visit.session.journal.trouble))


def _end(visit: OpenVisit, insists: bool) -> None:
    """The visit is ended; what the disk did not take is tried once more."""
    visit.end()
    if visit.session.journal.trouble:
        visit.session.journal.retry()
    if insists:  # it was held on to: its summary is made again
        visit.save_soon()
        visit.wait()
