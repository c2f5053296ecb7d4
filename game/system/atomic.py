"""A small file written whole or not at all. This file knows the disk and nothing else."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

USUAL = 0o666  # the rights of a person's own files, of which the system takes what it takes of all


def write(path: Path, data: bytes, lasting: bool = True, mode: int = 0o600) -> None:
    """The data is on disk under this name when this returns, for its owner only; else what was there is there still.
    A link stays one, and what it points to is written. Raises OSError. A person's own file has the rights USUAL.

    What can be made again need not be `lasting`: it is not waited for, and a power cut may take it.
    """
    path = path.resolve() if path.is_symlink() else path
    part = path.parent / f".{os.urandom(8).hex()}.part"  # another one for each who writes here at this moment
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with open(os.open(part, flags, mode), "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    if lasting:
        sync(path.parent)


def write_text(path: Path, text: str) -> None:
    """The same for a text file of a person's own, with the rights that new files have in its folder. Raises OSError."""
    write(path, text.encode(), mode=USUAL)


def make_folder(folder: Path) -> None:
    """The folder, and what is missing on the way to it, for the owner only; one that was there keeps its mode."""
    for path in reversed((folder, *folder.parents)):
        if not path.is_dir():
            path.mkdir(exist_ok=True, mode=0o700)


def copy_aside(path: Path) -> Path:
    """A copy of a damaged file beside it; no earlier copy is written over. Raises OSError."""
    names = (path.with_suffix(f".damaged-{number}") for number in count(1))
    copy = next(name for name in names if not name.exists())
    write(copy, path.read_bytes())
    return copy


def sync(folder: Path) -> None:
    """What was made, renamed or removed in this folder is so on disk, where the system can be asked (not Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
