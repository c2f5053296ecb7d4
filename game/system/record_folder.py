"""The one way to the files of a traveller. Whoever seals records, or sends them elsewhere, one day changes this file.

This file knows the disk; it knows no journal, no visit and no picture. Names are relative to the traveller's folder,
such as "visit-0001.jsonl" or "given/0f3a.png". Folders are their owner's only (0700), and so are files (0600).
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from game.system import atomic

BINARY = getattr(os, "O_BINARY", 0)  # Windows would end lines in its own way


class Changed(Exception):
    """A file does not hold what we have left in it: somebody else has changed it. Nothing was written."""


class InUse(Exception):
    """Another process writes here."""


class RecordFolder:
    """The folder of one traveller at this path, whether it is there or not."""

    def __init__(self, path: Path):
        self.path = path

    def make(self) -> None:
        """The folder is there when this returns, its owner's only. Raises OSError."""
        atomic.make_folder(self.path)

    def is_there(self) -> bool:
        """True where the folder is there."""
        return self.path.is_dir()

    def rename(self, path: Path) -> None:
        """The folder with all that is in it is at this path when this returns. Raises OSError."""
        atomic.sync(self.path)
        self.path.rename(path)
        atomic.sync(path.parent)

    def read(self, name: str) -> bytes:
        """What the file holds. Raises OSError."""
        return (self.path / name).read_bytes()

    def first_line(self, name: str) -> bytes:
        """The file's first line alone, so that many files are looked at quickly. Raises OSError."""
        with (self.path / name).open("rb") as file:
            return file.readline()

    def append(self, name: str, there: bytes, data: bytes, torn: bytes = b"") -> None:
        """The file, which held `there`, holds `there + data` on disk when this returns, else what it held before.

        `torn` is what may follow `there` and is cut off. Raises Changed where the file holds anything else,
        FileNotFoundError where something was in it and it is gone, OSError.
        """
        new = not there and not self.has(name)
        with open(self._opened(name, new), "r+b", 0) as file:
            tail = _after(there, file.read(), name)
            if tail != torn and not data.startswith(tail):  # a part of ours can be left by a disk that failed twice
                raise Changed(name)
            file.seek(len(there))
            file.truncate()
            _write_or_nothing(file, data, len(there))
            os.fsync(file.fileno())
        if new:
            atomic.sync(self.path)
            atomic.sync(self.path.parent)

    def _opened(self, name: str, new: bool) -> int:
        """The file's handle, to be read and written. Raises Changed where it is a folder, a link to nothing, or may not
        be read.
        """
        try:
            return os.open(self.path / name, os.O_RDWR | BINARY | (os.O_CREAT if new else 0), 0o600)
        except (IsADirectoryError, PermissionError, FileNotFoundError) as error:
            if new or not self.has(name):
                raise
            raise Changed(name) from error

    def replace(self, name: str, data: bytes, lasting: bool = True) -> None:
        """The file holds this when it returns, else what it held before; a folder in between is made. Raises OSError.

        The traveller's own folder is not made: what is kept about somebody who was deleted does not bring it back.
        What can be made again need not be `lasting`: a power cut may take it.
        """
        path = self.path / name
        if path.parent != self.path:
            path.parent.mkdir(exist_ok=True, mode=0o700)
        atomic.write(path, data, lasting)

    def keep(self, name: str, data: bytes) -> None:
        """The file holds this when it returns, or all is as it was. For what can be made again: a missing folder
        is made, a disk that refuses is done without, and several processes may keep the same.
        """
        with suppress(OSError):
            self.make()
            atomic.write(self.path / name, data, lasting=False)

    def stamps(self, ending: str) -> dict[str, tuple[int, int]]:
        """The files whose names end so: size in bytes, and time of the last change in nanoseconds. Raises OSError."""
        with os.scandir(self.path) as entries:
            seen = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(ending)]
        return {name: (found.st_size, found.st_mtime_ns) for name, found in sorted(seen)}

    def copy_aside(self, name: str) -> None:
        """A copy of a damaged file beside it; no earlier copy is written over. Raises OSError."""
        atomic.copy_aside(self.path / name)

    def has(self, name: str) -> bool:
        """True where anything has this name, such as a link to what is not there."""
        return os.path.lexists(self.path / name)

    def is_file(self, name: str) -> bool:
        """True where the file is there."""
        return (self.path / name).is_file()

    def entries(self) -> set[str]:
        """The names of all files and folders in it. Raises OSError."""
        return {path.name for path in self.path.iterdir()}

    def names(self, pattern: str = "*") -> list[str]:
        """The names of what is there and fits the pattern, in order; "papers/*" looks into an inner folder.

        What cannot be read is passed over.
        """
        return sorted(path.relative_to(self.path).as_posix() for path in self.path.glob(pattern))

    def lock(self) -> Any:
        """As long as it is not released only this process writes here. Raises InUse, OSError, NotImplementedError."""
        from filelock import FileLock, Timeout  # only here: it would take a tenth of the start

        lock = FileLock(self.path / "lock", timeout=0, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            raise InUse(self.path) from None
        return lock

    def remove_all(self) -> None:
        """The folder is not there when this returns, nor what was in it. Raises OSError."""
        self.path.unlink() if self.path.is_symlink() else shutil.rmtree(self.path)
        atomic.sync(self.path.parent)

    def remove(self, name: str) -> None:
        """The file is not there when this returns. Raises OSError."""
        (self.path / name).unlink(missing_ok=True)

    def free_name(self, name_of: Callable[[int], str], first: int = 1) -> str:
        """The first of these numbered names that nothing has."""
        number = first
        while self.has(name_of(number)):
            number += 1
        return name_of(number)


def _after(there: bytes, found: bytes, name: str) -> bytes:
    if not found.startswith(there):
        raise Changed(name)
    return found[len(there) :]


def _write_or_nothing(file, data: bytes, size: int) -> None:
    """A disk that is nearly full takes a part and says nothing; the next part is refused aloud."""
    try:
        while data:
            data = data[file.write(data) :]
    except OSError:
        file.truncate(size)
        raise
