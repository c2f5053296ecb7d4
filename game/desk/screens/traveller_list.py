"""Everybody as tiles, whoever was here last first: of many only some, and those whose pictures are looked for by name.

This file knows the model's overviews and forms; it knows no record.
"""

from game.desk.form import Button, Column, Entry, FormEvent, Item, Row, Tile
from game.desk.messages import Command, Field
from game.desk.screens.screen import BaseScreen
from game.records.overview import Overview

MOST = 24  # tiles that are laid out at once: more than a window shows
LOOK_FOR = Field("look-for")


class TravellerList:
    """What a screen shows of everybody. `words` are looked for, `many` tiles are shown."""

    def __init__(self, screen: BaseScreen):
        self._screen = screen
        self.words, self.many = "", MOST

    def look_for(self) -> tuple[Item, ...]:
        """The box for a picture's name, where there are more travellers than are shown at once."""
        _, many = self._screen._, len(self._everybody())
        return (Entry(LOOK_FOR, self.words, _("Look for a picture, such as fox")),) if many > MOST else ()

    def tiles(self, first: tuple[Tile, ...] = (), chosen: str = "") -> Item:
        """The tiles, `first` before all others; below them a button where there are more."""
        found = self._found(chosen)
        shown = (self._screen.traveller_tile(t, t.id == chosen) for t in found[: self.many])
        row = Row((*first, *shown))
        more = Button(Command.MORE_TRAVELLERS, self._screen._("Show more"), "quiet")
        return Column((row, more)) if len(found) > self.many else row

    def on_event(self, event: FormEvent) -> bool:
        """True where it was about the list."""
        if event.means == LOOK_FOR:
            self.words, self.many = event.value, MOST
        elif event.means is Command.MORE_TRAVELLERS:
            self.many += MOST
        else:
            return False
        return True

    def _everybody(self, chosen: str = "") -> list[Overview]:
        """Without those whom nobody will look for, unless it is the one that is chosen."""
        model = self._screen.model
        apart = {t.id for t in model.unclaimed()} - {chosen}
        return [t for t in model.travellers() if t.id not in apart]

    def _found(self, chosen: str) -> list[Overview]:
        everybody, words = self._everybody(chosen), self.words.strip().casefold()
        return [t for t in everybody if words in self._screen.name(t).casefold()] if words else everybody
