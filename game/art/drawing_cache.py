"""Drawings kept on disk, by a hash of all that they are made from.

This file knows files. It does not know what the bytes show.
"""

import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from game.system import atomic


def cached(folder: Path | None, name: str, make: Callable[[], bytes]) -> bytes:
    """From this folder, else made now and kept there; one that cannot be written, or is None, is done without."""
    path = folder / name if folder else None
    if path is not None and path.exists():
        return path.read_bytes()
    made = make()
    if path is not None:
        _keep(path, made)
    return made


def cache_key(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:40]


def _keep(path: Path, data: bytes) -> None:
    """Write the file whole or not at all, for its owner only."""
    try:
        atomic.make_folder(path.parent)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        return
