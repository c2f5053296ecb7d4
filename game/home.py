"""The records folder: `travellers/<id>/visit-0001.jsonl`, readable by its owner only.

This file knows folders and journals. Days, ids and seeds are handed in; it reads no clock and no pygame.
"""

import os
from pathlib import Path

from filelock import FileLock, Timeout
from msgspec import Struct

from game import visit as visits
from game.journal import Journal, read, reopen
from game.record import Record, pair
from game.trouble import Trouble
from game.visit import CLOSED, Begun, Ended, Visit

DEFAULT = Path.home() / "Good Goodbye"


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
    """All records in one folder. Raises Trouble where the folder cannot be used at all."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.travellers_folder = folder / "travellers"
        self._locks: list[FileLock] = []

    def travellers(self) -> list[Traveller]:
        """Everybody who has a record, by the day their first visit began."""
        if not self.travellers_folder.is_dir():
            return []
        found = (self.traveller(entry.name) for entry in sorted(self.travellers_folder.iterdir()) if entry.is_dir())
        return sorted((t for t in found if t.record.visits), key=lambda t: (t.since, t.id))

    def traveller(self, id: str) -> Traveller:
        """The traveller of this id, with an empty record where nothing is kept yet."""
        return Traveller(id, Record(tuple(v for v in map(_replayed, self._journals(id)) if v)))

    def _journals(self, id: str) -> list[Path]:
        return sorted((self.travellers_folder / id).glob("visit-*.jsonl"))

    def find(self, name: str) -> Traveller:
        """The one traveller of this name: a pair, a pair and a day, or an id. Raises Trouble."""
        everybody = self.travellers()
        names = [t for t in everybody if name in (t.name, f"{t.name}-{t.since}", t.id)]
        if len(names) == 1:
            return names[0]
        if not names:
            known = ", ".join(t.name for t in everybody) or "nobody yet"
            raise Trouble(f"There is no traveller called '{name}'. There are: {known}.")
        choices = ", ".join(f"{t.name}-{t.since} ({t.id})" for t in names)
        raise Trouble(f"There are {len(names)} travellers called '{name}'. Please say which: {choices}.")

    def unfinished(self, day: str) -> Traveller | None:
        """Whose visit of this day has not ended; the latest changed, where there are several."""
        open_today = [t for t in self.travellers() if _open_on(t.record.visits[-1], day)]
        return max(open_today, key=lambda t: self._journals(t.id)[-1].stat().st_mtime, default=None)

    def lock(self, id: str) -> None:
        """Make sure that only this process writes the traveller's record. Raises Trouble."""
        lock = FileLock(self._make(id) / "lock", timeout=0, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            raise Trouble("This traveller's visit is open in another window. Please close that one first.") from None
        except OSError:
            return  # a folder that cannot be written cannot be written by anybody else either
        self._locks.append(lock)

    def begin(self, begun: Begun) -> tuple[Journal, Visit]:
        """A new visit; an earlier one that was never ended is ended first."""
        for path in self._journals(begun.traveller):
            end(path)
        journal = Journal(self._make(begun.traveller) / f"visit-{begun.number:04}.jsonl")
        journal.append(begun)
        return journal, Visit(begun)

    def go_on(self, id: str) -> tuple[Journal, Visit]:
        """The traveller's latest visit, to be taken up again."""
        journal, events = reopen(self._journals(id)[-1])
        return journal, visits.replay(events)

    def _make(self, id: str) -> Path:
        """The traveller's folder, made where it is missing; a disk that refuses is the journal's to tell."""
        folder = self.travellers_folder / id
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            os.chmod(self.folder, 0o700)
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            pass
        return folder


def end(path: Path) -> None:
    """End the visit in this journal where that was never done: what it told is written down."""
    journal, events = reopen(path)
    visit = visits.replay(events) if events else None
    if visit and visit.place != CLOSED:
        journal.append(Ended(visits.pages(visit)))


def _replayed(path: Path) -> Visit | None:
    try:
        events = read(path)
        return visits.replay(events) if events else None
    except OSError as error:
        raise Trouble(str(error)) from error


def _open_on(visit: Visit, day: str) -> bool:
    return visit.begun.day == day and visit.place != CLOSED
