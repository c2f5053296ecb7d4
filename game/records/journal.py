"""A visit's moves on disk: one JSON line each, written, flushed and synced before the next frame.

This file knows files and events; it knows no clock, no pygame and no activity. Only a torn last line is ever cut off,
and only where the visit has not ended; where our code does not understand a journal, nothing is written.
"""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from game.core import ids
from game.core.events import Begun, Event
from game.records.journal_reader import LoadedJournal, events_in, look, replayed
from game.system.errors import Sentence, Trouble, reason
from game.system.language import N_
from game.system.record_folder import Changed, RecordFolder

NAME = re.compile(r"visit-([0-9]+)(?:-([0-9]+))?\.jsonl")  # the visit, and which copy where there are several

_encoder = msgspec.json.Encoder(enc_hook=ids.enc_hook)


class StaysAsItIs(Trouble):
    """The visit cannot be gone on with, since nothing may be written in its journal; the message is a sentence."""


class Journal:
    """An open journal: the bytes that belong on disk, and how many of them are there already.

    `trouble` is "" or a sentence for the grown-up while the disk does not take moves, `changed` "" or a sentence that
    another program has changed the file, which is then left as it is: the visit goes on in a copy beside it. `make` is
    called where the file is missing, to make its folder; `torn` is what follows the text on disk and is cut off.
    """

    def __init__(
        self,
        path: Path,
        text: bytes = b"",
        on_disk: int = 0,
        make: Callable[[], None] = lambda: None,
        torn: bytes = b"",
    ):
        self.path, self.trouble, self.changed = path, "", ""
        self._text, self._on_disk, self._make, self._torn = bytearray(text), on_disk, make, torn

    def append(self, event: Event) -> None:
        """Keep the event: on disk when this returns, or in memory, to be tried again, when the disk fails."""
        self._text += _line(event)
        self.retry()

    def events(self) -> tuple[Event, ...]:
        """All that is kept, with what waits in memory."""
        return events_in(bytes(self._text))

    def retry(self) -> None:
        """Try to write whatever still waits. Never raises."""
        try:
            if self._on_disk < len(self._text):
                self._write()
        except Trouble as trouble:  # another process has the record
            self.trouble = trouble.sentence
        except OSError as error:
            self.trouble = Sentence(
                "The moves cannot be kept in {folder}: {why}. The play goes on in memory, and it is tried again.",
                folder=self.path.parent,
                why=reason(error),
            )
        else:
            self.trouble = ""

    def _write(self) -> None:
        """All that waits, or none of it, and never over what another program has left in the file."""
        folder, text = RecordFolder(self.path.parent), bytes(self._text)
        if not folder.has(self.path.name):
            self._begin_anew()
        try:
            folder.append(self.path.name, text[: self._on_disk], text[self._on_disk :], self._torn)
        except Changed:
            self._go_on_beside(folder, text)
        self._on_disk, self._torn = len(text), b""

    def _begin_anew(self) -> None:
        """The file was never written before, or taken away in the middle of a visit: then all of it is written."""
        self._make()
        if self._on_disk:
            said = N_("{file} was taken away by another program while the visit was open. All of it is written again.")
            self.changed = Sentence(said, file=self.path)
        self._on_disk, self._torn = 0, b""

    def _go_on_beside(self, folder: RecordFolder, text: bytes) -> None:
        """The whole visit goes into a file of its own; what another program has left stays as it is."""
        beside = copy_beside(self.path)
        folder.replace(beside.name, text)
        said = N_(
            "{file} was changed by another program while the visit was open. It stays as it is, and the visit goes on "
            "in {beside}. Please see to it that only one computer writes these records at a time."
        )
        self.changed, self.path = Sentence(said, file=self.path, beside=beside.name), beside


def begin(path: Path, begun: Begun, make: Callable[[], None]) -> Journal:
    """A new journal; nothing of it is on disk until the first event after this one."""
    return Journal(path, _line(begun), make=make)


def reopen(path: Path, make: Callable[[], None] = lambda: None) -> tuple[Journal, LoadedJournal]:
    """The journal, ready to go on after its last good line, and what it holds. Writes nothing by itself.

    A damaged journal, and an ended one with a torn line, is never written in: what is new goes into a copy of its good
    lines. Raises TooNew, StaysAsItIs, OSError.
    """
    kept = look(path)
    if kept.goes_on:
        kept = replayed(kept, path)
    if not kept.goes_on:
        raise StaysAsItIs(kept.trouble)
    if kept.rest and (kept.ended or kept.damaged):
        return Journal(copy_beside(path), kept.text, make=make), kept
    return Journal(path, kept.text, len(kept.text), make, kept.rest), kept


def copy_beside(path: Path) -> Path:
    """A free name for a copy of this visit's journal: visit-0001-2.jsonl beside visit-0001.jsonl."""
    stem = re.sub(r"-[0-9]+$", "", path.stem) if path.stem.count("-") > 1 else path.stem
    return path.with_name(RecordFolder(path.parent).free_name(lambda copy: f"{stem}-{copy}.jsonl", first=2))


def of_visits(names: list[str]) -> dict[int, list[str]]:
    """The journals among these files, by the visit's number: of several copies that comes last which was made last."""
    found = sorted((int(m[1]), int(m[2] or 1), name) for name in names if (m := NAME.fullmatch(name)))
    return {number: [name for n, _, name in found if n == number] for number in dict.fromkeys(n for n, _, _ in found)}


def _line(event: Event) -> bytes:
    return _encoder.encode(event) + b"\n"
