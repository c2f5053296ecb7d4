"""Before the desk, where a PIN is set: a box to type in, and large digits for who has no keyboard."""

import time
from math import ceil

from game.desk.current_visit import go_back
from game.desk.desk import Desk
from game.desk.form import GAP, Button, Card, Column, Entry, FormEvent, Item, Means, Middle, Row, Split, Text
from game.desk.messages import Command, Field, TypeDigit
from game.desk.screens.screen import BaseScreen
from game.records import pin

WIDE = 860  # design units
KEYS = 0.416  # of it: the pad's share, as wide as its keys
KEY = 96  # design units
DIGITS = ("123", "456", "789")


def _key(digit: str) -> Button:
    return Button(TypeDigit(digit), digit, width=KEY)


class PinScreen(BaseScreen):
    """It opens to the desk, or lets the child go on. What it says stands below all else: nothing moves for it."""

    begins_at: Means | None = Field("pin")

    def __init__(self, desk: Desk):
        super().__init__(desk)
        self.typed = self._said = ""
        self._until = 0.0  # in the desk's seconds: no try counts before
        self._left = 0  # whole seconds of the wait that are shown

    def form(self) -> Item:
        """The box, the digits, and the way back."""
        _ = self._
        box = Entry(Field("pin"), self.typed, secret=True, width=324, longest=64)
        back = [Button(Command.BACK, _("Back to the child"), "plain")] if self.model.visit else []
        close = [] if self.model.visit else [Button(Command.CLOSE_PROGRAM, _("Close Good Goodbye"), "quiet")]
        ways = Row((Button(Command.ENTER, _("Open the desk"), "main"), *back, *close))
        said = pin.said_of_wait(self._left, _) if self._left else self._said
        told = [Text(said, "body", "trouble")] if said else []
        words = Column((Text(_("For grown-ups"), "title"), Text(_("Your PIN or word, please.")), box, ways, *told))
        return Middle(Card(Split(((1 - KEYS, words), (KEYS, self._keys())))), WIDE)

    def _keys(self) -> Item:
        """As on a telephone: the nought in the middle below, and what takes a sign away at its right."""
        way = -1 if self.model.rtl else 1  # digits stand from the left everywhere
        rows = tuple(Row(tuple(map(_key, row[::way]))) for row in DIGITS)
        last = Row(()), _key("0"), Button(Command.DELETE_DIGIT, "←", width=KEY)
        return Column((*rows, Split(tuple((1 / 3, part) for part in last[::way]), GAP)))

    def on_event(self, event: FormEvent) -> None:
        """A digit, a word, or back to the child."""
        match event.means:
            case Field("pin"):
                self.typed = event.value
            case TypeDigit(digit):
                self.typed += digit
            case Command.DELETE_DIGIT:
                self.typed = self.typed[:-1]
            case Command.BACK:
                go_back(self.model)
            case Command.ENTER:
                self._try()

    def passed(self, now: float) -> None:
        """A wait counts down."""
        left = max(0, ceil(self._until - now))
        if left != self._left:
            self._left = left
            self.desk.refresh()

    def _try(self) -> None:
        typed, self.typed = self.typed, ""
        checked = self.model.try_to(lambda: pin.verify(self.model.store.folder, typed, time.time(), self._))
        if checked is None:
            return
        if checked.open:
            self.desk.open_screen("today")
        else:
            self._said = "" if checked.wait else checked.said
            self._until = self.desk.clock() + checked.wait
            self.passed(self.desk.clock())
            self.desk.go_to(Field("pin"))  # whoever has mistyped it types it again
