"""Records from another machine that lie among the downloads: looked through beside the desk, and offered to be brought.

This file knows forms, and who is here already.
"""

from functools import partial
from pathlib import Path

from game.desk.background import Finished, Task
from game.desk.form import Button, Column, Item, Row, Text
from game.desk.messages import BringRecord, ChooseFile
from game.desk.screens.screen import BaseScreen
from game.records import import_zip, outbox
from game.records.store import Store
from game.system.paths import safe_file_name

MOST = 6  # that are shown


class LookAmongTheDownloads(Task, frozen=True):
    """Which records lie there."""


class RecordsElsewhere:
    """What a screen shows of them: it stands last there, so that nothing moves when they are found."""

    def __init__(self, screen: BaseScreen):
        self._screen = screen
        self._files: tuple[Path, ...] = ()

    def look(self) -> None:
        """Somebody may want to bring one: they are shown once they are found. A zip may be large, and its disk slow."""
        model = self._screen.model
        here = [(who.id, safe_file_name(who.name)) for who in model.travellers()]
        self._screen.desk.background.ask(
            LookAmongTheDownloads(), partial(_found, self._screen.model.store, here, self._screen.model.activities)
        )

    def take(self, done: Finished) -> None:
        """They are found; where they could not be looked for, none is shown."""
        if isinstance(done.task, LookAmongTheDownloads):
            self._files = done.answer or ()

    def form(self) -> Item:
        """Each can be brought by a touch; any other is chosen or dropped."""
        _ = self._screen._
        said = _("Its file ends in .zip. Drop it on this window, or lay it among the downloads of this computer.")
        rows = (Row((Button(BringRecord(path), _("Bring")), Text(path.name))) for path in self._files)
        head = Text(_("Bring a traveller from another machine"), "heading")
        choose = Row((Button(ChooseFile((".zip",)), _("Choose a file…")),))
        return Column((head, Text(said, "small", "soft"), choose, *rows), 12)


def _found(store: Store, here: list[tuple[str, str]], activities: Path) -> tuple[Path, ...]:
    """The newest; what somebody has exported here themselves is not offered to be brought here once more."""
    known = (
        path
        for path in outbox.brought()
        if not any(path.name.startswith(name) and import_zip.is_here(store, id, path, activities) for id, name in here)
    )
    return tuple(known)[:MOST]
