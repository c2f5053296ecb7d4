"""What a grown-up has typed about travellers and what is not on disk yet: it belongs to one of them, whatever screen is
open.

This file knows where own words lie; it knows no screen and no clock.
"""

from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from game.core.own_words import OwnWords
from game.records import own_words
from game.system.errors import Trouble


class Typed(Struct):
    """Words to visits, who pictures are and what they show, and other fields, as OwnWords has them."""

    visits: dict[int, str] = field(default_factory=dict)
    people: dict[int, dict[str, str]] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)

    def over(self, own: OwnWords) -> OwnWords:
        """The words as they are once this is kept with them."""
        people = {number: own.people.get(number, {}) | typed for number, typed in self.people.items()}
        visits, pictures = own.visits | self.visits, own.pictures | self.pictures
        return replace(own, visits=visits, people=own.people | people, pictures=pictures, **self.fields)


class UnsavedWords:
    """Of all travellers, by their ids, in the folder with all records."""

    def __init__(self, travellers: Path):
        self._folder = travellers
        self._typed: dict[str, Typed] = {}

    def __bool__(self) -> bool:
        """True where anything waits."""
        return bool(self._typed)

    def __contains__(self, id: str) -> bool:
        return id in self._typed

    def of(self, id: str) -> Typed:
        """What was typed about this traveller, to be added to."""
        return self._typed.setdefault(id, Typed())

    def over(self, id: str, own: OwnWords) -> OwnWords:
        """The words on disk with those that are not yet there."""
        return self._typed[id].over(own) if id in self._typed else own

    def forget(self, id: str) -> None:
        """What was typed about this traveller is not wanted any more."""
        self._typed.pop(id, None)

    def keep(self) -> None:
        """Everything is on disk when this returns. Raises Trouble; then what could not be kept waits for the next time,
        but for travellers who are gone from a folder that is there.
        """
        troubles = [trouble for id in tuple(self._typed) if (trouble := self._kept(id))]
        if troubles:
            raise troubles[0]

    def _kept(self, id: str) -> Trouble | None:
        folder = self._folder / id
        try:
            own_words.keep(folder, self._typed[id].over(own_words.read(folder)))
        except Trouble as trouble:
            if self._folder.is_dir() and not folder.is_dir():
                self.forget(id)
            return trouble
        self.forget(id)
        return None
