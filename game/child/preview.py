"""The preview: one activity in a window, shown anew each time that its file or a picture is saved. Nothing is recorded.

This file knows a room and the files to watch; reading them is handed in.
"""

import time
from collections.abc import Callable
from pathlib import Path

from game.art.renderer import Renderer
from game.child.room import Room
from game.core.activity import Activity
from game.core.events import Begun, Event, Stop
from game.glass.loop import turn
from game.glass.window import Window
from game.play.record import Record
from game.play.session import Session
from game.play.state import Visit
from game.system.language import of_the_system, words

LOOK = 0.3  # seconds between two looks at the file


class NullJournal:
    """A journal that keeps nothing."""

    trouble = changed = ""

    def append(self, event: Event) -> None:
        """Nothing is written."""

    def retry(self) -> None:
        """There is nothing to try again."""


Previewed = tuple[Activity, Renderer]  # an activity, and what renders it with the pictures that there are by then


class WatchedFiles:
    """An activity's file and the folder of a therapist's own pictures, read again each time that one was saved.

    `read` gives what can be shown, or None and has said why.
    """

    def __init__(self, path: Path, pictures: Path, read: Callable[[], Previewed | None]):
        self._path, self._pictures, self._read = path, pictures, read
        self._saved: object = None

    def changed(self) -> Previewed | None:
        """The activity as it was saved since the last look; None where nothing new can be shown."""
        try:
            saved = self._path.stat().st_mtime_ns, self._saved_pictures()
        except OSError:  # an editor may put a new file in place of the old one
            return None
        if saved == self._saved:
            return None
        self._saved = saved
        return self._read()

    def _saved_pictures(self) -> set[tuple[str, int]]:
        """Which pictures there are, and when each was saved."""
        if not self._pictures.is_dir():
            return set()
        return {(file.name, file.stat().st_mtime_ns) for file in self._pictures.iterdir()}


def preview(watched: WatchedFiles, band: str) -> None:
    """Open the window once there is something to show, and until it is closed."""
    while (found := watched.changed()) is None:
        time.sleep(LOOK)
    _ = words(of_the_system())
    window = Window(title=_("Preview: nothing is recorded"))
    room = Room(window, _play(*found, band), found[1])
    looked = time.monotonic()
    while room.open:
        turn(room)
        if time.monotonic() - looked > LOOK:
            looked = time.monotonic()
            if found := watched.changed():
                room.show(_play(*found, band), found[1])
    room.put_away()
    window.close()


def _play(activity: Activity, renderer: Renderer, band: str) -> Session:
    begun = Begun("preview", 1, "", band, (Stop(activity.name, activity.title, activity.cover),), "preview")
    session = Session(NullJournal(), Visit(begun), Record(()), {activity.name: activity}, renderer.library)
    session.open(activity.name)
    session.let_go()
    return session
