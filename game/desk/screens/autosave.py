"""A screen with words that a grown-up types about one traveller: they are kept once the fingers rest."""

from pathlib import Path
from typing import Any

from game.core.own_words import OwnWords
from game.desk.desk import Desk
from game.desk.screens.screen import BaseScreen
from game.records import own_words

SETTLED = 0.8  # seconds after the last letter
AGAIN = 5.0  # seconds after which what could not be kept is tried again


class AutosaveScreen(BaseScreen):
    """`own` are the words about the traveller with this id, "" for nobody."""

    def __init__(self, desk: Desk, id: str):
        super().__init__(desk)
        self._keep_at = desk.clock() + AGAIN if self.model.unsaved else None
        self.id, self.own = id, OwnWords()
        self.look_up()

    @property
    def whose(self) -> str:
        """The id of the traveller whose pictures are shown."""
        return self.id

    @property
    def folder(self) -> Path:
        """Where everything of the traveller's lies."""
        return self.model.store.travellers_folder / self.id

    @property
    def typing(self) -> bool:
        """True while what was typed is not kept yet."""
        return self.id in self.model.unsaved

    def look_up(self) -> None:
        """Read the words of this traveller; what could not be kept yet is among them."""
        kept = own_words.read(self.folder) if self.id else OwnWords()
        self.own = self.model.unsaved.over(self.id, kept)

    def keep_soon(self, visits: dict[int, str] | None = None, /, **fields: Any) -> None:
        """These words are so now; what is kept of others meanwhile stays as it is."""
        if visits or fields:
            typed = self.model.unsaved.of(self.id)
            typed.visits |= visits or {}
            typed.fields |= fields
            self._typed()

    def keep_who_soon(self, number: int, key: str, words: str) -> None:
        """That is who a picture of the visit of this number is now."""
        self.model.unsaved.of(self.id).people.setdefault(number, {})[key] = words
        self._typed()

    def keep_shown_soon(self, name: str, words: str) -> None:
        """That is what the picture of this name shows, which is for this traveller alone."""
        self.model.unsaved.of(self.id).pictures[name] = words
        self._typed()
        self.model.called_anew()

    def _typed(self) -> None:
        self.own = self.model.unsaved.over(self.id, self.own)
        self._keep_at = self.desk.clock() + SETTLED

    def keep_now(self) -> None:
        """What was typed is on disk when this returns, or it is told why not, and tried again after a while."""
        kept = self.model.succeeds(self.model.unsaved.keep)
        self._keep_at = None if kept else self.desk.clock() + AGAIN

    def passed(self, now: float) -> None:
        """Typed words are kept once the fingers rest."""
        if self._keep_at is not None and now >= self._keep_at:
            self.keep_now()
            self.desk.refresh()

    def closed(self) -> None:
        """What was typed is kept; where it cannot be, it waits with the desk for the next such screen."""
        self.keep_now()
