"""The ways from Today: to the child, on with the visit that is open, or to what comes after a visit.

A visit that goes on is ended only by who says so: handing over to another child asks first.
"""

from game.core.events import ASLEEP, CLOSED
from game.desk.current_visit import visit_is_over
from game.desk.form import Button, Card, Column, Item, Row, Text
from game.desk.messages import Command
from game.desk.screens.screen import BaseScreen
from game.play.record import Traveller


class HandingOver:
    """The buttons of the screen Today that lead to the child, or on from a visit. `asking` while it is asked whether
    another child's visit shall end.
    """

    def __init__(self, screen: BaseScreen):
        self._screen, self.asking = screen, False

    def ways(self, id: str, who: Traveller | None) -> tuple[Item, ...]:
        """What can be done now with the visit of the one of this id."""
        _, model = self._screen._, self._screen.model
        if who is not None and visit_is_over(model, who):
            return self._afterwards(who.record.visits[-1].begun.plan.last)
        if model.visit is not None and model.visit.id == id:
            begun = model.visit.session.visit.opened  # nobody goes back to where nothing was opened yet
            said = _("Back to the visit") if begun else _("Hand over to the child")
            on = Button(Command.GO_BACK, said, "main")
            return on, Button(Command.END_VISIT, _("End the visit"), "plain")
        return (Button(Command.HAND_OVER, _("Hand over to the child"), "main"),)

    def _afterwards(self, last: bool) -> tuple[Item, ...]:
        """What comes next first: after the last visit all that goes home."""
        _ = self._screen._
        words = Button(Command.ADD_WORDS, _("Add your words"), "plain" if last else "main")
        if last:
            return Button(Command.PAPERS, _("Papers of the last visit"), "main"), words
        return words, Button(Command.PAPERS, _("Papers"))

    def again(self, who: Traveller | None) -> tuple[Item, ...]:
        """What can be done on the same day once a visit is over; nothing before."""
        if not visit_is_over(self._screen.model, who):
            return ()
        _ = self._screen._
        take_up = Button(Command.HAND_OVER, _("Take it up again"), "choice")
        another = Button(Command.ANOTHER_VISIT, _("Begin another visit"), "choice")
        said = Text(_("Another visit does not hand over yet: you make it ready first."), "small", "soft")
        return (Row((take_up, another, said), 10),)

    def is_open(self) -> bool:
        """True where a visit has begun and has not ended."""
        visit = self._screen.model.visit
        return visit is not None and visit.session.visit.place not in (ASLEEP, CLOSED)

    def must_ask(self, id: str) -> bool:
        """True where a visit of somebody else goes on, and would be ended; not one that nobody has begun to use."""
        model = self._screen.model
        another = model.visit is not None and model.visit.id != id
        return another and self.is_open() and not model.room_is_unclaimed()

    def question(self) -> tuple[Item, ...]:
        """Whether that visit shall end; nothing while that is not asked."""
        _, visit = self._screen._, self._screen.model.visit
        if not self.asking or visit is None:
            return ()
        said = _("The visit of {name} still goes on. Handing over ends it.")
        keep = Button(Command.CANCEL, _("Let it go on"), "main")
        ways = Row((keep, Button(Command.END_AND_HAND_OVER, _("End it, and hand over"))))
        return (Card(Column((Text(said.format(name=self._screen.inside(visit.traveller))), ways))),)
