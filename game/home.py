"""The records folder: `travellers/<id>/visit-0001.jsonl`, readable by its owner only.

This file knows folders and journals. Days, ids and seeds are handed in; it reads no clock and no pygame.
"""

import os
from pathlib import Path

from msgspec import Struct

from game import journal
from game.events import CLOSED, Begun, Ended
from game.journal import Journal
from game.record import Record, pair
from game.trouble import Trouble
from game.visit import Visit, pages

IN_USE = "This traveller's visit is open in another window. Please close that one first."


class Traveller(Struct, frozen=True):
    """A traveller's id, which is a folder's name, and record."""

    id: str
    record: Record

    @property
    def name(self) -> str:
        """The picture pair in words, such as "fox-moon"."""
        return "-".join(part for part in pair(self.record) if part) or "no-pictures-yet"

    @property
    def since(self) -> str:
        """The day on which the first visit began."""
        return self.record.visits[0].begun.day


class Home:
    """All records in one folder. `troubles` are sentences about records that cannot be read whole.

    Nothing is made on disk before the first move of a visit. Raises Trouble where the folder cannot be one.
    """

    def __init__(self, folder: Path):
        self.folder, self.travellers_folder = folder, folder / "travellers"
        self.troubles: list[str] = []
        self._locks: dict[str, object] = {}
        there = _nearest(folder)
        if not there.is_dir():
            raise Trouble(f"'{there}' is a file, so there can be no records in it. Please name a folder.")

    def doubt(self) -> str:
        """A sentence where, as things are, no move can be kept here; "" otherwise."""
        there = _nearest(self.travellers_folder)
        if os.access(there, os.W_OK | os.X_OK):
            return ""
        return f"'{there}' may not be written to. A visit can be played, but nothing of it is kept."

    def travellers(self) -> list[Traveller]:
        """Everybody who has a record that can be read, by the day their first visit began."""
        found = [traveller for id in self._ids() if (traveller := self._readable(id))]
        return sorted(found, key=lambda t: (t.since, t.id))

    def traveller(self, id: str) -> Traveller:
        """The traveller of this id, with an empty record where nothing is kept yet. Raises Trouble."""
        try:
            kept = [journal.look(path) for path in self._journals(id)]
        except OSError as error:
            said = (error.strerror or str(error)).lower()
            raise Trouble(f"The record in {self.travellers_folder / id} cannot be read: {said}.") from error
        self._tell(k.trouble for k in kept)
        return Traveller(id, Record(tuple(k.visit for k in kept if k.visit)))

    def _readable(self, id: str) -> Traveller | None:
        """The traveller, or None (and told why) where the record is empty or cannot be read."""
        try:
            found = self.traveller(id)
        except Trouble as trouble:
            self._tell([str(trouble)])
            return None
        return found if found.record.visits else None

    def _tell(self, sentences) -> None:
        self.troubles += [s for s in sentences if s and s not in self.troubles]

    def _ids(self) -> list[str]:
        try:
            return sorted(entry.name for entry in os.scandir(self.travellers_folder) if entry.is_dir())
        except FileNotFoundError:
            return []
        except OSError as error:
            said = (error.strerror or str(error)).lower()
            raise Trouble(f"The records in {self.travellers_folder} cannot be read: {said}.") from error

    def _journals(self, id: str) -> list[Path]:
        return sorted((self.travellers_folder / id).glob("visit-*.jsonl"))

    def find(self, name: str) -> Traveller:
        """The one traveller of this name: a pair, a pair and a day, or an id. Raises Trouble."""
        if name in self._ids() and (found := self._readable(name)):
            return found
        everybody = self.travellers()
        named = [t for t in everybody if name in (t.name, f"{t.name}-{t.since}")]
        if len(named) == 1:
            return named[0]
        if named:
            raise Trouble(f"There are {len(named)} travellers called '{name}'. Please say which: {_apart(named)}.")
        known = ", ".join(dict.fromkeys(t.name for t in everybody)) or "nobody yet"
        said = f"There is no traveller called '{name}'. There {'is' if len(everybody) < 2 else 'are'}: {known}."
        raise Trouble("\n".join([said, *self.troubles]))

    def unfinished(self, day: str) -> Traveller | None:
        """Whose visit of this day has not ended; the latest changed, where there are several.

        Of each record only the first line of its last journal is read, so that the room opens at once.
        """
        begun = [id for id in self._ids() if (paths := self._journals(id)) and journal.begun_on(paths[-1]) == day]
        found = [t for id in begun if (t := self._readable(id)) and t.record.visits[-1].place != CLOSED]
        return max(found, key=lambda t: self._journals(t.id)[-1].stat().st_mtime, default=None)

    def lock(self, id: str) -> None:
        """Make sure that only this process writes the traveller's record, where there is one. Raises Trouble."""
        folder = self.travellers_folder / id
        if id in self._locks or not folder.is_dir():
            return
        from filelock import FileLock, Timeout  # only here: it would take a tenth of the start

        lock = FileLock(folder / "lock", timeout=0, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            raise Trouble(IN_USE) from None
        except (OSError, NotImplementedError):
            return  # a folder that cannot be written cannot be written by anybody else either
        self._locks[id] = lock

    def close(self) -> None:
        """Let go of the records: other processes may write them."""
        while self._locks:
            self._locks.popitem()[1].release()

    def begin(self, begun: Begun) -> tuple[Journal, Visit]:
        """A new visit, on disk from its first move; an earlier one that was never ended is ended first."""
        for path in self._journals(begun.traveller):
            _end(path)
        path = self.travellers_folder / begun.traveller / f"visit-{begun.number:04}.jsonl"
        return journal.begin(path, begun, lambda: self._make(begun.traveller)), Visit(begun)

    def go_on(self, id: str) -> tuple[Journal, Visit]:
        """The traveller's latest visit, to be taken up again."""
        again, kept = journal.reopen(self._journals(id)[-1], lambda: self._make(id))
        return again, kept.visit

    def next_number(self, id: str) -> int:
        """The number of a new visit: after the last journal, whether that can be read or not."""
        return max((int(path.stem.removeprefix("visit-")) for path in self._journals(id)), default=0) + 1

    def _make(self, id: str) -> None:
        """The traveller's folder, its owner's only, and locked. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.travellers_folder.mkdir(exist_ok=True, mode=0o700)
        self.travellers_folder.chmod(0o700)  # this one is ours; the folder above may be somebody's own
        (self.travellers_folder / id).mkdir(exist_ok=True, mode=0o700)
        self.lock(id)


def _end(path: Path) -> None:
    """End the visit in this journal where that was never done: what it told is written down."""
    old, kept = journal.reopen(path)
    if kept.visit and kept.visit.place != CLOSED:
        old.append(Ended(pages(kept.visit, screens=True)))


def _nearest(folder: Path) -> Path:
    """The folder itself, or what there is of the way to it."""
    return next(path for path in (folder, *folder.absolute().parents) if os.access(path, os.F_OK))


def _apart(travellers: list[Traveller]) -> str:
    """Names that tell travellers of one pair apart: by day, and by id where the day is the same too."""
    days = [t.since for t in travellers]
    return ", ".join(f"{t.name}-{t.since}" if days.count(t.since) == 1 else t.id for t in travellers)
