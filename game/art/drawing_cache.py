"""Drawings kept on disk, by a hash of all that they are made from.

Some are a child's, so that they are read and kept as a traveller's files are. This file does not know what the bytes
show.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from game.system.record_folder import RecordFolder


def cached(folder: Path | None, name: str, make: Callable[[], bytes]) -> bytes:
    """From this folder, else made now and kept there; one that cannot be written, or is None, is done without."""
    if folder is None:
        return make()
    kept = RecordFolder(folder)
    with suppress(OSError):
        return kept.read(name)
    made = make()
    kept.keep(name, made)
    return made


def cache_key(key: str) -> str:
    """How what is made of this text is called."""
    return sha256(key.encode()).hexdigest()[:40]
