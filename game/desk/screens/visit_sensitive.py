"""The sensitive activities on Today: each is on the trail only when the grown-up opens it for this visit.

This file knows what a wish for a visit is; what a press changes of it, `today.py` knows.
"""

from game.core.activity import Activity
from game.core.take_home import AGREED
from game.desk.form import Column, Item, Row, Text, Tile
from game.desk.messages import OpenSensitive
from game.desk.screens.screen import BaseScreen
from game.desk.screens.visit_plan import VisitPlan
from game.desk.wish import Wish
from game.paper.phrases import enumeration


def said_of_sensitive(screen: BaseScreen, wish: Wish) -> str:
    """How many of them are open, in words."""
    opened = sum(activity.name in wish.opened for activity in _locked(screen))
    return screen._("{count} open").format(count=opened) if opened else screen._("none open")


def sensitive(screen: BaseScreen, wish: Wish, plan: VisitPlan) -> Item:
    """All of them, to be opened; and for those of which something may go home, whether that was agreed."""
    _, locked = screen._, _locked(screen)
    tiles = (Tile(OpenSensitive(a.name), _(a.title), (a.cover,), a.name in wish.opened, side=116) for a in locked)
    said = _("They are on the trail only when you open them for this visit.")
    head = Text(_("Sensitive activities"), "heading"), Text(said, "small", "soft")
    asked = [_(a.title) for a in locked if any(step.home == AGREED for step in a.steps)]
    agreed = (plan.of_the_sensitive(wish.plan, enumeration(asked, _)),) if asked else ()
    return Column((*head, Row(tuple(tiles), 12), *agreed))


def _locked(screen: BaseScreen) -> list[Activity]:
    return [activity for activity in screen.model.offered() if activity.locked]
