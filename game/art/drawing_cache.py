"""Drawings kept on disk, by a hash of all that they are made from.

Some are a child's, so that they are read and kept as a traveller's files are. This file does not know what the bytes
show.
"""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time

from game.system.record_folder import RecordFolder

DAY = 24 * 60 * 60
UNUSED = 90 * DAY  # seconds after which a drawing goes that nobody has wanted: most are of an earlier release
OURS = re.compile(r"[0-9a-f]{40}\.\w+|\.[0-9a-f]{16}\.part")  # the folder may have been chosen, and hold other things


def cached(folder: Path | None, name: str, make: Callable[[], bytes]) -> bytes:
    """From this folder, else made now and kept there; one that cannot be written, or is None, is done without."""
    if folder is None:
        return make()
    kept = RecordFolder(folder)
    with suppress(OSError):
        found = kept.read(name)
        _used(folder / name)
        return found
    made = make()
    kept.keep(name, made)
    return made


def _used(path: Path) -> None:
    """It is known on another day, too, that somebody has wanted it."""
    with suppress(OSError):
        if time() - path.stat().st_mtime > DAY:
            os.utime(path)


def remove_unused(folder: Path) -> None:
    """Remove the drawings that nobody has wanted for long; they would be made again. Never raises."""
    kept, now = RecordFolder(folder), time()
    with suppress(OSError):
        for name, (_, changed) in kept.stamps("").items():
            if OURS.fullmatch(name) and now - changed / 1e9 > UNUSED:
                with suppress(OSError):  # another program has it open
                    kept.remove(name)


def cache_key(key: str) -> str:
    """How what is made of this text is called."""
    return sha256(key.encode()).hexdigest()[:40]
