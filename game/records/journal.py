"""A visit's moves on disk: one JSON line each, written, flushed and synced before the next frame.

This file knows files and events; it knows no clock, no pygame and no activity.
"""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import msgspec
from msgspec import Struct

from game.core import ids
from game.core.events import FORMAT, Begun, Event
from game.play.state import Visit, after
from game.system import atomic
from game.system.errors import Sentence, Trouble, reason
from game.system.language import N_

_encoder = msgspec.json.Encoder(enc_hook=ids.written)
_decoder = msgspec.json.Decoder(Event, dec_hook=ids.typed)


class TooNew(Trouble):
    """The journal was written by a later version of the program; its message is a sentence."""


class Journal:
    """An open journal: the bytes that belong on disk, and how many of them are there already.

    `trouble` is "" or a sentence for the grown-up while the disk does not take moves. `make` is called where the
    file is missing, to make its folder.
    """

    def __init__(self, path: Path, text: bytes = b"", on_disk: int = 0, make: Callable[[], None] = lambda: None):
        self.path, self.trouble = path, ""
        self._text, self._on_disk, self._make = bytearray(text), on_disk, make

    def append(self, event: Event) -> None:
        """Keep the event: on disk when this returns, or in memory, to be tried again, when the disk fails."""
        self._text += _line(event)
        self.retry()

    def retry(self) -> None:
        """Try to write whatever still waits. Never raises."""
        try:
            if self._on_disk < len(self._text):
                self._write()
        except OSError as error:
            self.trouble = Sentence(
                "The moves cannot be kept in {folder}: {why}. The play goes on in memory, and it is tried again.",
                folder=self.path.parent,
                why=reason(error),
            )
        else:
            self.trouble = ""

    def _write(self) -> None:
        """All that waits, or none of it: a full disk leaves no half line behind."""
        new = not self.path.exists()
        if new:  # never written before, or taken away in the middle of a visit: then all of it is written again
            self._make()
            self._on_disk = 0
        with open(os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+b", 0) as file:
            self._put_aside(file)
            file.seek(self._on_disk)
            try:
                _write_whole(file, self._text[self._on_disk :])
            except OSError:
                file.truncate(self._on_disk)
                raise
            os.fsync(file.fileno())
        if new:
            for folder in self.path.parents[:2]:
                atomic.sync(folder)
        self._on_disk = len(self._text)

    def _put_aside(self, file) -> None:
        """Cut off what follows the good lines; of more than a torn line a copy is kept beside the journal."""
        if os.fstat(file.fileno()).st_size <= self._on_disk:
            return
        file.seek(0)
        text = file.read()
        if b"\n" in text[self._on_disk :]:
            _keep_copy(text, self.path)
        file.truncate(self._on_disk)


class LoadedJournal(Struct, frozen=True):
    """What a journal holds: its good lines as `text`, their events, and the visit that they tell (None: no line).

    `trouble` is "" or the sentence that more had to be left out than a torn last line.
    """

    text: bytes
    events: tuple[Event, ...]
    visit: Visit | None
    trouble: str = ""


def read(path: Path) -> list[Event]:
    """The events of a journal; a torn end is left out. Raises TooNew, OSError."""
    return list(look(path).events)


def begin(path: Path, begun: Begun, make: Callable[[], None]) -> Journal:
    """A new journal; nothing of it is on disk until the first event after this one."""
    return Journal(path, _line(begun), make=make)


def reopen(path: Path, make: Callable[[], None] = lambda: None) -> tuple[Journal, LoadedJournal]:
    """The journal, ready to go on after its last good line, and what it holds. Raises TooNew, OSError."""
    kept = look(path)
    return Journal(path, kept.text, len(kept.text), make), kept


def begun_on(path: Path) -> str:
    """The day on which this journal was begun, from its first line alone; "" where that cannot be read."""
    try:
        with path.open("rb") as file:
            event = _decoder.decode(file.readline())
        return event.day if isinstance(event, Begun) else ""
    except (OSError, ValueError):
        return ""


def look(path: Path) -> LoadedJournal:
    """What the journal holds, up to the first line that is torn, damaged or cannot follow. Raises TooNew, OSError."""
    text = path.read_bytes()
    _not_from_later(text, path)
    good, events, visit = 0, [], None
    for line in text.splitlines(keepends=True):
        try:
            event = _event(line)
            visit = after(visit, event)
        except Exception:  # a damaged line can make a mechanic raise anything
            break
        good += len(line)
        events.append(event)
    said = _damaged(path, len(events) + 1) if b"\n" in text[good:] else ""
    return LoadedJournal(text[:good], tuple(events), visit, said)


def _damaged(path: Path, line: int) -> Sentence:
    return Sentence("{file} is damaged from line {line} on. What stands before that is used.", file=path, line=line)


def _event(line: bytes) -> Event:
    """The event that a whole line tells. Raises ValueError."""
    if not line.endswith(b"\n"):
        raise ValueError("a torn line")
    return _decoder.decode(line)


class _AnyBegun(Struct, tag="begun"):
    """The first line as far as all versions agree on it."""

    format: int


def _not_from_later(text: bytes, path: Path) -> None:
    """Raises TooNew where the first line is of a later program, whatever else it holds by then."""
    try:
        later = msgspec.json.decode(text.partition(b"\n")[0], type=_AnyBegun).format > FORMAT
    except ValueError:  # msgspec's errors and Unicode's are ValueErrors
        return
    if later:
        said = N_("{file} was written by a later version of Good Goodbye. Please update the program to read it.")
        raise TooNew(said, file=path)


def _line(event: Event) -> bytes:
    return _encoder.encode(event) + b"\n"


def _write_whole(file, data: bytes) -> None:
    """A disk that is nearly full takes a part and says nothing; the next part is refused aloud."""
    while data:
        data = data[file.write(data) :]


def _keep_copy(damaged: bytes, path: Path) -> None:
    """All of it or nothing, beside the journal; no earlier copy is written over."""
    names = (path.with_suffix(f".damaged-{number}") for number in count(1))
    copy = next(name for name in names if not name.exists())
    try:
        copy.touch(0o600)
        copy.write_bytes(damaged)
    except OSError:
        copy.unlink(missing_ok=True)
        raise
