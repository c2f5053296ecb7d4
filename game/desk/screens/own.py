"""A screen with words that a grown-up types about one traveller: they are kept once the fingers rest."""

from pathlib import Path

from game import own_words
from game.desk.screens.screen import Plain
from game.own_words import OwnWords

SETTLED = 0.8  # seconds after the last letter


class Own(Plain):
    """`own` are the words about the traveller with this id, "" for nobody."""

    def __init__(self, desk, id: str):
        super().__init__(desk)
        self._typed_at: float | None = None
        self.id, self.own = id, OwnWords()
        self.look_up()

    @property
    def folder(self) -> Path:
        """Where everything of the traveller's lies."""
        return self.office.home.travellers_folder / self.id

    @property
    def typing(self) -> bool:
        """True while what was typed is not kept yet."""
        return self._typed_at is not None

    def look_up(self) -> None:
        """Read the words of this traveller."""
        self.own = own_words.read(self.folder, self._) if self.id else OwnWords()

    def keep_soon(self, own: OwnWords) -> None:
        """These are the words now."""
        self.own, self._typed_at = own, self.desk.clock()

    def keep_now(self) -> None:
        """What was typed is on disk when this returns, or it is told why not."""
        if self._typed_at is not None:
            self._typed_at = None
            self.office.try_to(lambda: own_words.keep(self.folder, self.own))

    def forget(self) -> None:
        """What was typed is not wanted any more."""
        self._typed_at = None

    def passed(self, now: float) -> None:
        """Typed words are kept once the fingers rest."""
        if self._typed_at is not None and now - self._typed_at > SETTLED:
            self.keep_now()
            self.desk.refresh()

    def closed(self) -> None:
        """Nothing that was typed is lost."""
        self.keep_now()
