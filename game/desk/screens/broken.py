"""In the place of a screen that broke: what broke, in a sentence, and the way back to the child."""

from game.desk.current_visit import go_back
from game.desk.desk import Desk
from game.desk.form import Button, Card, Column, FormEvent, Item, Middle, Row, Text
from game.desk.messages import Command
from game.desk.screens.screen import BaseScreen

WIDE = 800  # design units


class BrokenScreen(BaseScreen):
    """`tab` is the tab of what broke, "" before the desk is open: then no other screen can be opened from here."""

    def __init__(self, desk: Desk, tab: str, sentence: str):
        super().__init__(desk)
        self.tab, self._sentence = tab, sentence

    def form(self) -> Item:
        """The sentence, and where one can go from here."""
        way = Button(Command.CLOSE_PROGRAM, self._("Close Good Goodbye"))
        if self.model.visit is not None:
            way = Button(Command.GO_BACK, self._("Back to the visit"), "main")
        return Middle(Card(Column((Text(self._sentence, "body", "trouble"), Row((way,))))), WIDE)

    def on_event(self, event: FormEvent) -> None:
        """Back to the visit."""
        if event.means is Command.GO_BACK:
            go_back(self.model)
