"""A screen with words that a grown-up types about one traveller: they are kept once the fingers rest."""

from pathlib import Path

from msgspec.structs import replace

from game.core.own_words import OwnWords
from game.desk.desk import Desk
from game.desk.screens.screen import BaseScreen
from game.records import own_words

SETTLED = 0.8  # seconds after the last letter


class AutosaveScreen(BaseScreen):
    """`own` are the words about the traveller with this id, "" for nobody."""

    def __init__(self, desk: Desk, id: str):
        super().__init__(desk)
        self._typed_at: float | None = None
        self._visits: dict[int, str] = {}
        self._people: dict[int, dict[str, str]] = {}
        self._fields: dict[str, str] = {}
        self.id, self.own = id, OwnWords()
        self.look_up()

    @property
    def whose(self) -> str:
        """The traveller's pictures are shown."""
        return self.id

    @property
    def folder(self) -> Path:
        """Where everything of the traveller's lies."""
        return self.model.store.travellers_folder / self.id

    @property
    def typing(self) -> bool:
        """True while what was typed is not kept yet."""
        return self._typed_at is not None

    def look_up(self) -> None:
        """Read the words of this traveller."""
        self.own = own_words.read(self.folder, self._) if self.id else OwnWords()

    def keep_soon(self, visits: dict[int, str] | None = None, /, **fields: str) -> None:
        """These words are so now; what is kept of others meanwhile stays as it is."""
        self._visits |= visits or {}
        self._fields |= fields
        self._typed()

    def keep_who_soon(self, number: int, key: str, words: str) -> None:
        """That is who a picture of the visit of this number is now."""
        self._people.setdefault(number, {})[key] = words
        self._typed()

    def _typed(self) -> None:
        self.own = self._with_typed(self.own)
        self._typed_at = self.desk.clock()

    def _with_typed(self, own: OwnWords) -> OwnWords:
        people = {number: own.people.get(number, {}) | typed for number, typed in self._people.items()}
        return replace(own, visits=own.visits | self._visits, people=own.people | people, **self._fields)

    def keep_now(self) -> None:
        """What was typed is on disk when this returns, or it is told why not, and tried again with the next letter."""
        if self._typed_at is not None:
            self._typed_at = None
            self.model.try_to(self._keep)

    def _keep(self) -> None:
        own_words.keep(self.folder, self._with_typed(own_words.read(self.folder)))
        self._visits, self._people, self._fields = {}, {}, {}

    def forget(self) -> None:
        """What was typed is not wanted any more."""
        self._typed_at, self._visits, self._people, self._fields = None, {}, {}, {}

    def passed(self, now: float) -> None:
        """Typed words are kept once the fingers rest."""
        if self._typed_at is not None and now - self._typed_at > SETTLED:
            self.keep_now()
            self.desk.refresh()

    def closed(self) -> None:
        """Nothing that was typed is lost."""
        self.keep_now()
