"""A visit's moves on disk: one JSON line each, written, flushed and synced before the next frame.

This file knows files and events; it knows no clock, no pygame and no activity.
"""

import os
import shutil
from pathlib import Path

import msgspec

from game.trouble import Trouble
from game.visit import FORMAT, Begun, Event

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Event)


class TooNew(Trouble):
    """The journal was written by a later version of the program; its message is a sentence."""


class Journal:
    """An open journal. `trouble` is "" or a sentence for the grown-up while the disk does not take moves."""

    def __init__(self, path: Path):
        self.path = path
        self.trouble = ""
        self._waiting: list[bytes] = []
        self._good = path.stat().st_size if path.exists() else 0

    def append(self, event: Event) -> None:
        """Keep the event: on disk when this returns, or in memory, to be tried again, when the disk fails."""
        self._waiting.append(_encoder.encode(event) + b"\n")
        self.retry()

    def retry(self) -> None:
        """Try to write whatever still waits. Never raises."""
        if not self._waiting:
            return
        try:
            self._write(b"".join(self._waiting))
        except OSError as error:
            self.trouble = f"{self.path.parent} takes no more records ({error.strerror}). The play goes on and is kept in memory."
        else:
            self._waiting, self.trouble = [], ""

    def _write(self, lines: bytes) -> None:
        """All the lines or none: what a full disk left half written is cut off again by the next try."""
        with open(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0) as file:
            file.truncate(self._good)
            file.seek(self._good)
            if file.write(lines) != len(lines):
                raise OSError(28, "the disk is full")
            os.fsync(file.fileno())
        self._good += len(lines)


def read(path: Path) -> list[Event]:
    """The events of a journal; a torn end is left out. Raises TooNew, OSError."""
    return _read(path)[0]


def reopen(path: Path) -> tuple[Journal, list[Event]]:
    """The journal, ready to go on, and its events. A torn last line is cut off; if more is damaged, a copy is kept beside it."""
    events, good, torn = _read(path)
    journal = Journal(path)
    if torn.count(b"\n") > 0:
        shutil.copy2(path, path.with_suffix(".damaged"))
    journal._good = good
    return journal, events


def _read(path: Path) -> tuple[list[Event], int, bytes]:
    """The events, how many bytes they take, and what follows them."""
    text = path.read_bytes()
    events, good = [], 0
    for line in text.splitlines(keepends=True):
        event = _event(line, path)
        if event is None:
            break
        events.append(event)
        good += len(line)
    return events, good, text[good:]


def _event(line: bytes, path: Path) -> Event | None:
    """The event that a whole line tells; None for a torn or damaged one."""
    if not line.endswith(b"\n"):
        return None
    try:
        event = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if isinstance(event, Begun) and event.format > FORMAT:
        raise TooNew(f"{path} was written by a later version of Good Goodbye. Please update the program to read it.")
    return event
