"""The records folder: `travellers/<id>/visit-0001.jsonl`, readable by its owner only.

This file knows folders and journals. Days, ids and seeds are handed in; it reads no clock and no pygame.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from game.core.events import CLOSED, Begun, Ended
from game.play.record import Record, Traveller
from game.play.state import Visit
from game.play.visit_pages import activity_pages, untold
from game.records import journal, journal_reader, overview
from game.records.journal import Journal
from game.records.overview import Overview, Stamps
from game.system import atomic
from game.system.errors import Sentence, Trouble, why_unread
from game.system.language import N_
from game.system.paths import GIVEN
from game.system.record_folder import InUse, RecordFolder
from game.system.scratch import scratch_folder

IN_USE = Sentence("This traveller's visit is open in another window. Please close that one first.")
NOT_HERE = N_("This traveller is not here any more. Please choose who is here.")
OPEN_HERE = N_("This traveller's visit is still open. Please end it first.")
COPIES = N_(
    "Visit {number} in {folder} is there in copies that differ, since another program has changed it while it was "
    "open. {used} is used, and {files} is kept."
)
NOT_TOLD = N_("Something broke in the program while it told the visit in {file}. Nothing in the file is changed.")
ID = re.compile(r"[0-9a-f]{16}")  # a traveller's, and so its folder's name
GONE, COMING = ".gone-", ".coming-"  # how a folder is called that is being removed, or brought from elsewhere
ONE_PRINT = "for one print"  # in the records folder: how folders begin that are emptied when the program closes
CACHE, PAPERS = "cache", "papers"  # in a traveller's folder: pictures painted for it, papers kept for it


class Store:
    """All records in one folder. `troubles` are sentences about records that cannot be read whole.

    Nothing is made on disk before the first move of a visit. Raises Trouble where the folder cannot be one.
    """

    def __init__(self, folder: Path):
        self.folder, self.travellers_folder = folder, folder / "travellers"
        self.pictures_folder = folder / "pictures"  # a therapist's own, made safe: a cache, emptied at each deletion
        self.troubles: list[str] = []
        self._locks: dict[str, Any] = {}
        self._apart: Path | None = None
        self._until_emptied = ExitStack()
        self._unkept: dict[str, tuple[Stamps, Overview]] = {}
        self._looked: dict[Path, journal_reader.LoadedJournal] = {}  # of whoever was read last
        there = _nearest(folder)
        if not there.is_dir():
            raise Trouble("'{path}' is a file, so there can be no records in it. Please name a folder.", path=there)

    def write_warning(self) -> str:
        """A sentence where, as things are, no move can be kept here; "" otherwise."""
        there = _nearest(self.travellers_folder)
        if os.access(there, os.W_OK | os.X_OK):
            return ""
        return Sentence("'{path}' may not be written to. A visit can be played, but nothing of it is kept.", path=there)

    def has_travellers(self) -> bool:
        """True where anybody has a record."""
        return any(self.journals(id) for id in self.ids())

    def travellers(self) -> list[Overview]:
        """Everybody who has a record that can be read, as lists show them, by the day their first visit began."""
        found = [overview for id in self.ids() if (overview := self._overview(id))]
        return sorted(found, key=lambda t: (t.since, t.id))

    def _overview(self, id: str) -> Overview | None:
        """As it was found before, where the journals are still the same; None where no visit can be read."""
        folder = self.folder_of(id)
        try:
            stamps = folder.stamps(".jsonl")
        except OSError:
            stamps = {}
        if there := overview.read(folder, stamps):
            return there
        found, told = self._found(id)
        self.tell(told)
        if found and not told:
            self._unkept[id] = stamps, found
        return found

    def _found(self, id: str) -> tuple[Overview | None, list[str]]:
        """From the journals, and sentences about what of them is not used."""
        copies = self._copies(id).values()
        single = [names[0] for names in copies if len(names) == 1]
        if len(single) == len(copies) and (found := overview.of_ended(self.folder_of(id), single)):
            return found, []
        try:
            traveller, told = self._read(id)
        except Trouble as trouble:
            return None, [trouble.sentence]
        return overview.of(traveller), told

    def keep_overviews(self) -> None:
        """What `travellers` has found anew is kept, so that it is there at once the next time."""
        while self._unkept:
            id, (stamps, found) = self._unkept.popitem()
            overview.keep(self.folder_of(id), stamps, found)

    def traveller(self, id: str) -> Traveller:
        """The traveller of this id, with an empty record where nothing is kept yet. Raises Trouble."""
        found, told = self._read(id)
        self.tell(told)
        return found

    def _read(self, id: str) -> tuple[Traveller, list[str]]:
        """The traveller, and sentences about what of the record is not used. Raises Trouble."""
        try:
            looked = {path: journal_reader.look(path, self._looked.get(path)) for path in self.journals(id).values()}
            copies = [*self._other_copies(id)]
        except OSError as error:
            folder, why = self.travellers_folder / id, why_unread(error)
            raise Trouble("The record in {folder} cannot be read: {why}.", folder=folder, why=why) from error
        self._looked, kept = looked, looked.values()
        record = Record(tuple(k.visit for k in kept if k.visit))
        return Traveller(id, record), [*copies, *(k.trouble for k in kept if k.trouble)]

    def tell(self, sentences: Iterable[str]) -> None:
        """Sentences for `troubles`, each once."""
        self.troubles += [s for s in sentences if s and s not in self.troubles]

    def ids(self) -> list[str]:
        """Everybody who has a folder, whether it can be read or not. Raises Trouble."""
        try:
            return sorted(entry.name for entry in os.scandir(self.travellers_folder) if _is_record(entry))
        except FileNotFoundError:
            return []
        except OSError as error:
            folder, why = self.travellers_folder, why_unread(error)
            raise Trouble("The records in {folder} cannot be read: {why}.", folder=folder, why=why) from error

    def journals(self, id: str) -> dict[int, Path]:
        """The journal of each visit, by its number: where there are copies, the one that was made last."""
        return {number: self.travellers_folder / id / names[-1] for number, names in self._copies(id).items()}

    def latest(self, id: str) -> Path:
        """The journal of the last visit. Raises IndexError where there is none."""
        return [*self.journals(id).values()][-1]

    def _copies(self, id: str) -> dict[int, list[str]]:
        return journal.of_visits(self.folder_of(id).names("visit-*.jsonl"))

    def _other_copies(self, id: str) -> Iterator[Sentence]:
        """A sentence for each visit of which another copy holds what the one that is used does not."""
        folder = self.folder_of(id)
        for number, (*others, used) in self._copies(id).items():
            whole = folder.read(used) if others else b""
            if not all(whole.startswith(_lines(folder, name)) for name in others):
                yield Sentence(COPIES, folder=folder.path, number=number, files=", ".join(others), used=used)

    def folder_of(self, id: str) -> RecordFolder:
        """The one way to this traveller's files."""
        return RecordFolder(self.travellers_folder / id)

    def lock(self, id: str) -> None:
        """Make sure that only this process writes the traveller's record, where there is one. Raises Trouble."""
        folder = self.folder_of(id)
        if id in self._locks or not folder.is_there():
            return
        try:
            self._locks[id] = folder.lock()
        except InUse:
            raise Trouble(IN_USE) from None
        except (OSError, NotImplementedError):
            return  # a folder that cannot be written cannot be written by anybody else either

    def is_locked(self, id: str) -> bool:
        """True while this process alone writes the record of this traveller."""
        return id in self._locks

    @contextmanager
    def exclusively(self, id: str) -> Iterator[None]:
        """As long as this lasts no visit of this traveller is open, here or elsewhere. Raises Trouble where one is."""
        if id in self._locks:
            raise Trouble(OPEN_HERE)
        self.lock(id)
        try:
            yield
        finally:
            self.let_go(id)

    def let_go(self, id: str) -> None:
        """Other processes may write the record of this traveller."""
        if lock := self._locks.pop(id, None):
            lock.release()

    def forget(self) -> None:
        """Whose record was read is not known any more."""
        self._looked = {}
        self._unkept.clear()

    def folder_apart(self) -> Path:
        """The folder for what is made for one print; as long as this store holds it, nobody else empties it. Raises
        OSError.
        """
        if self._apart is None:
            self._apart = self._until_emptied.enter_context(scratch_folder(f"{ONE_PRINT}-", self.folder))
        return self._apart

    def empty_apart(self) -> None:
        """What was made for one print is taken away."""
        self._apart = None
        self._until_emptied.close()

    def close(self) -> None:
        """Let go of the records: other processes may write them."""
        while self._locks:
            self._locks.popitem()[1].release()

    def begin(self, begun: Begun) -> tuple[Journal, Visit]:
        """A new visit, on disk from its first move; an earlier one that was never ended is ended first."""
        for path in self.journals(begun.traveller).values():
            self._end(path)
        path = self.travellers_folder / begun.traveller / f"visit-{begun.number:04}.jsonl"
        return journal.begin(path, begun, lambda: self.make_folder(begun.traveller)), Visit(begun)

    def _end(self, path: Path) -> None:
        """End the visit in this journal where that was never done: what it told is written down.

        One that is damaged, or that our code cannot replay and tell, stays as it is, and that is told.
        """
        kept = journal_reader.look(path)
        kept = journal_reader.replayed(kept, path) if kept.goes_on else kept
        self.tell([kept.trouble])
        if kept.trouble or kept.visit is None or kept.visit.place == CLOSED:
            return
        if untold(kept.visit):
            self.tell([Sentence(NOT_TOLD, file=path)])
        else:
            journal.reopen(path)[0].append(Ended(activity_pages(kept.visit, screens=True)))

    def go_on(self, id: str) -> tuple[Journal, Visit]:
        """The traveller's latest visit, to be taken up again. Raises StaysAsItIs where nothing may be written in it."""
        again, kept = journal.reopen(self.latest(id), lambda: self.make_folder(id))
        if kept.visit is None:
            raise journal.StaysAsItIs(kept.trouble)
        return again, kept.visit

    def next_number(self, id: str) -> int:
        """The number of a new visit: after the last journal, whether that can be read or not."""
        return max(self._copies(id), default=0) + 1

    def make(self) -> None:
        """The travellers' folder, its owner's only. Raises OSError."""
        atomic.make_folder(self.travellers_folder)
        self.travellers_folder.chmod(0o700)  # this one is ours; the folder above may be somebody's own

    def keep_given(self, id: str, name: str, png: bytes) -> None:
        """A picture that was given to this child lies with the child's record. Raises OSError, Trouble."""
        self.make_folder(id)
        self.folder_of(id).replace(f"{GIVEN}/{name}.png", png)

    def make_folder(self, id: str) -> None:
        """The traveller's folder, its owner's only, and locked. Raises OSError, Trouble."""
        self.make()
        self.folder_of(id).make()
        self.lock(id)


def _is_record(entry: os.DirEntry) -> bool:
    """True for a traveller's folder: not for one that is being removed or brought."""
    return entry.is_dir() and not entry.name.startswith((GONE, COMING))


def _lines(folder: RecordFolder, name: str) -> bytes:
    """The whole lines of a journal that is not used; where it cannot be read, what no other journal begins with."""
    try:
        return b"".join(line for line in folder.read(name).splitlines(keepends=True) if line.endswith(b"\n"))
    except OSError:
        return b"\0"


def _nearest(folder: Path) -> Path:
    """The folder itself, or what there is of the way to it."""
    return next(path for path in (folder, *folder.absolute().parents) if os.access(path, os.F_OK))
