"""The preview: one activity in a window, shown anew each time that its file is saved. Nothing is recorded.

This file knows a room and a file to watch; reading the file is handed in.
"""

import time
from collections.abc import Callable
from pathlib import Path

from game.art.renderer import Renderer
from game.child.room import Room
from game.core.activity import Activity
from game.core.events import Begun, Event, Stop
from game.glass.window import Window
from game.play.record import Record
from game.play.session import Session
from game.play.state import Visit

LOOK = 0.3  # seconds between two looks at the file


class NullJournal:
    """A journal that keeps nothing."""

    trouble = changed = ""

    def append(self, event: Event) -> None:
        """Nothing is written."""

    def retry(self) -> None:
        """There is nothing to try again."""


class WatchedFile:
    """A file that is read again each time it was saved. `read` gives its Activity, or None and has said why."""

    def __init__(self, path: Path, read: Callable[[], Activity | None]):
        self._path, self._read, self._saved = path, read, None

    def changed(self) -> Activity | None:
        """The activity as it was saved since the last look; None where nothing new can be shown."""
        try:
            saved = self._path.stat().st_mtime_ns
        except OSError:  # an editor may put a new file in place of the old one
            return None
        if saved == self._saved:
            return None
        self._saved = saved
        return self._read()


def preview(watched: WatchedFile, renderer: Callable[[], Renderer], band: str) -> None:
    """Open the window once there is something to show, and until it is closed."""
    while (activity := watched.changed()) is None:
        time.sleep(LOOK)
    window = Window()
    drawn = renderer()
    room = Room(window, _play(activity, drawn, band), drawn)
    looked = time.monotonic()
    while room.open:
        room.turn()
        if time.monotonic() - looked > LOOK:
            looked = time.monotonic()
            if activity := watched.changed():
                room.session.play = _play(activity, drawn, band)
    window.close()


def _play(activity: Activity, renderer: Renderer, band: str) -> Session:
    begun = Begun("preview", 1, "", band, (Stop(activity.name, activity.title, activity.cover),), "preview")
    play = Session(NullJournal(), Visit(begun), Record(()), {activity.name: activity}, renderer.library)
    play.open(activity.name)
    play.let_go()
    return play
