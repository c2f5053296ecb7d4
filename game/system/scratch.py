"""Folders of which nothing stays, however the program ends: what one has left is removed at a later start.

This file knows the disk and nothing else.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "good-goodbye-scratch-"  # how such a folder begins, among the system's temporary ones
LOCK = "lock"  # the file in it that is locked as long as somebody is at work


@contextmanager
def scratch_folder(prefix: str = PREFIX, parent: Path | None = None) -> Iterator[Path]:
    """A folder for as long as this lasts; its lock says that somebody is still at work. Raises OSError.

    It lies in `parent`, else among the system's temporary ones, and its name begins with `prefix`.
    """
    from filelock import FileLock  # only here and below: it would take a tenth of the start

    # what cannot be removed at the end is removed at a later start
    made = tempfile.TemporaryDirectory(prefix=prefix, dir=parent, ignore_cleanup_errors=True)
    with made as folder, FileLock(f"{folder}/{LOCK}", mode=0o600, thread_local=False):
        yield Path(folder)


def sweep(prefix: str = PREFIX, parent: Path | None = None) -> None:
    """Remove such folders in which nobody is at work any more. Never raises."""
    for folder in (parent or Path(tempfile.gettempdir())).glob(f"{prefix}*"):
        from filelock import FileLock, Timeout

        with suppress(OSError, NotImplementedError, Timeout):
            # the system's folder is open to others; one with nothing beside its lock may just be being made
            if not folder.is_symlink() and {path.name for path in folder.iterdir()} - {LOCK}:
                with FileLock(folder / LOCK, timeout=0):
                    pass
                shutil.rmtree(folder)
