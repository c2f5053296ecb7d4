"""The ways from Today: to the child, on with the visit that is open, or to what comes after a visit.

A visit that goes on is ended only by who says so: handing over to another child asks first.
"""

from game.core.events import ASLEEP, CLOSED
from game.desk.form import Button, Card, Column, Item, Row, Text
from game.desk.messages import Command
from game.desk.screens.screen import BaseScreen
from game.play.record import Traveller


class HandingOver:
    """Part of the screen Today. `asking` while it is asked whether another child's visit shall end."""

    def __init__(self, screen: BaseScreen):
        self._screen, self.asking = screen, False

    def ways(self, id: str, who: Traveller | None) -> tuple[Item, ...]:
        """What can be done now with the visit of the one of this id."""
        _, opener = self._screen._, self._screen.model.opener
        if opener is not None and opener.id == id:
            on = Button(Command.GO_BACK, _("Back to the visit"), "main")
            return on, Button(Command.END_VISIT, _("End the visit"), "plain")
        after = self.is_over(who)
        hand_over = Button(Command.HAND_OVER, _("Hand over to the child"), "plain" if after else "main")
        return (*self._afterwards(), hand_over) if after else (hand_over,)

    def _afterwards(self) -> tuple[Item, ...]:
        _ = self._screen._
        return Button(Command.ADD_WORDS, _("Add your words"), "main"), Button(Command.PAPERS, _("Papers"))

    def is_over(self, who: Traveller | None) -> bool:
        """True where today's visit has been ended."""
        return who is not None and who.ended_on(self._screen.model.day)

    def is_open(self) -> bool:
        """True where a visit has begun and has not ended."""
        opener = self._screen.model.opener
        return opener is not None and opener.session.visit.place not in (ASLEEP, CLOSED)

    def must_ask(self, id: str) -> bool:
        """True where a visit of somebody else goes on, and would be ended; not one that nobody has begun to use."""
        model = self._screen.model
        another = model.opener is not None and model.opener.id != id
        return another and self.is_open() and not model.room_is_unclaimed()

    def question(self) -> tuple[Item, ...]:
        """Whether that visit shall end; nothing while that is not asked."""
        _, opener = self._screen._, self._screen.model.opener
        if not self.asking or opener is None:
            return ()
        said = _("The visit of {name} still goes on. Handing over ends it.")
        keep = Button(Command.CANCEL, _("Let it go on"), "main")
        ways = Row((keep, Button(Command.END_AND_HAND_OVER, _("End it, and hand over"))))
        return (Card(Column((Text(said.format(name=self._screen.inside(opener.traveller))), ways))),)
