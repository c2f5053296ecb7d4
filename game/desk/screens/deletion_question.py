"""Whether a record shall be deleted: one plain question that names what goes, and what an export holds of it.

This file knows what a deletion would take; it deletes nothing, which `travellers.py` lets be done.
"""

from game.desk.form import Button, Card, Column, Item, Middle, Row, Text
from game.desk.messages import Command
from game.desk.screens.screen import BaseScreen
from game.paper import phrases
from game.paper.paper_set import ALL_PAPERS
from game.play.record import Traveller
from game.records.deletion import Deletion
from game.records.exported import Exported
from game.system.language import N_, Translate

WIDE = 900  # design units
BEYOND = N_("What was printed, exported or saved elsewhere stays, and so do your own pictures among the activities.")
COPIES = N_("Papers: the copies kept with the record go ({papers}), the files that you saved elsewhere stay.")


def deletion_question(screen: BaseScreen, who: Traveller, goes: Deletion, typing: bool) -> Item:
    """What goes, and the ways: to keep everything, to export it, to delete it. `typing`: not all of it is kept yet."""
    _ = screen._
    lines = [
        Text(_("Delete {name} for good?").format(name=screen.inside(who)), "title"),
        *map(Text, _named(goes, _)),
        Text(_(BEYOND)),
        Text(" ".join((_("It cannot be brought back."), _exported(screen, goes.exported, typing))), tone="trouble"),
    ]
    if goes.private_page:
        lines.append(Text(_("An export holds all of this, but not your page for yourself alone."), tone="trouble"))
    keep, save = Button(Command.KEEP, _("Keep everything"), "main"), Button(Command.EXPORT, _("Export"))
    ways = Row((keep, save, Button(Command.DELETE_FOR_GOOD, _("Delete for good"), "danger")))
    return Middle(Card(Column((*lines, ways))), WIDE)


def _exported(screen: BaseScreen, there: Exported, typing: bool) -> str:
    """Whether an export holds what goes."""
    _ = screen._
    if not there.day:
        return _("It was not exported on this computer yet.")
    if there.changed or typing:
        said = _("It has changed since it was exported on {day}.")
    elif there.day == screen.model.day:
        said = _("It was exported today, and is the same since.")
    else:
        said = _("It was exported on {day}, and is the same since.")
    return said.format(day=screen.day(there.day))


def _named(goes: Deletion, _: Translate) -> list[str]:
    """What goes: the visits, papers, pictures and words."""
    lines = [_visits(goes, _)]
    if goes.papers:
        titles = [_(ALL_PAPERS[name].title) if name in ALL_PAPERS else name for name in goes.papers]
        lines.append(_(COPIES).format(papers=phrases.enumeration(titles, _)))
    if goes.personal:
        lines.append(_("Pictures for this child alone: {count}.").format(count=goes.personal))
    if goes.own_words:
        lines.append(_("Your own words about this traveller."))
    return lines


def _visits(goes: Deletion, _: Translate) -> str:
    said = _("What goes: {count} visits, from {first} to {last}, with all choices and drawings.")
    if goes.visits == 1:
        said = _("What goes: 1 visit, of {first}, with all choices and drawings.")
    elif goes.first == goes.last:
        said = _("What goes: {count} visits, of {first}, with all choices and drawings.")
    first, last = (day and phrases.date(day, _) for day in (goes.first, goes.last))  # "": unreadable
    return said.format(count=goes.visits, first=first, last=last)
