"""Half a minute in which the glass can be wiped: no touch does anything."""

from game.desk.desk import Desk
from game.desk.form import Card, Column, Image, Item, Middle, Text
from game.desk.screens.screen import BaseScreen

LASTS = 30.0  # seconds
WIDE = 700  # design units


class WipeScreen(BaseScreen):
    """Goes back to the settings by itself."""

    def __init__(self, desk: Desk):
        super().__init__(desk)
        self._until = desk.clock() + LASTS

    def form(self) -> Item:
        """A calm sentence, without a countdown."""
        _ = self._
        said = _("The glass can be wiped now. In half a minute the desk is here again.")
        return Middle(Card(Column((Image("hedgehog-resting", WIDE - 44, 260), Text(said, "heading")))), WIDE)

    def deaf(self, now: float) -> bool:
        """True while no event is listened to."""
        return now < self._until

    def passed(self, now: float) -> None:
        """Go back to the settings once the glass may be touched again."""
        if not self.deaf(now):
            self.desk.open_screen("settings")
