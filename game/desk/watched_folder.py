"""The activities as they are in their folder: read when they are wanted first, and anew where the folder has changed.

This file knows the folder and how a workbook is read; it knows no desk.
"""

from collections.abc import Callable
from pathlib import Path

from game.art.library import Library
from game.art.own_scenes import SCENES
from game.art.picture_files import OWN_PICTURES
from game.authoring.activity_folder import ActivityFolder
from game.authoring.workbook_cache import cached_workbook, has_own


class WatchedFolder:
    """`kept` is the folder where what was read of `activities` is kept; `library` gives all pictures there are now."""

    def __init__(self, activities: Path, kept: Path, library: Callable[[], Library]):
        self._activities, self._kept, self._library = activities, kept, library
        self._loaded: ActivityFolder | None = None
        self._seen: tuple = ()

    @property
    def loaded(self) -> ActivityFolder:
        """The workbook as it is there."""
        if self._loaded is None:
            self._seen = self._look()
            self._loaded = self._read()
        return self._loaded

    def look(self) -> bool:
        """True where the folder has changed since it was read: it is read anew when it is wanted."""
        if self._loaded is None or self._look() == self._seen:
            return False
        self._loaded = None
        return True

    def _read(self) -> ActivityFolder:
        """What was kept of it is enough where no picture or scene of the therapist's own could be broken."""
        library = self._library()
        if not has_own(self._activities, library):
            return cached_workbook(self._activities, library, self._kept)
        from game.authoring.workbook_reader import read_workbook

        return read_workbook(self._activities, library, library.broken)

    def _look(self) -> tuple:
        """What tells whether it has changed."""
        beside = (path for name in (OWN_PICTURES, SCENES) for path in (self._activities / name).glob("*"))
        files = [*self._activities.glob("*.yaml"), *beside]
        return tuple(sorted(found for path in files if (found := _stamp(path))))


def _stamp(path: Path) -> tuple | None:
    try:
        found = path.stat()
    except OSError:  # gone since it was listed
        return None
    return path.name, found.st_mtime_ns, found.st_size
