"""What lies on the desk: records, settings, the workbook, the visit that is going on. The screens work with it.

This file knows the store, the workbook, settings and which visit is open; how one is begun and ended is
`current_visit.py`'s. It knows no pygame and no form. The day is handed in.
"""

import subprocess
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from game.art.draw_process import here
from game.art.library import Library
from game.art.renderer import Draw, Renderer
from game.authoring.activity_folder import ActivityFolder
from game.core.activity import Activity
from game.desk.unsaved_words import UnsavedWords
from game.desk.watched_folder import WatchedFolder
from game.desk.wish import Wish
from game.play.record import Traveller
from game.play.typed_labels import labelled
from game.records import own_words
from game.records import settings as kept_settings
from game.records.open_visit import OpenVisit
from game.records.overview import Overview
from game.records.settings import Settings
from game.records.store import NOT_HERE, Store
from game.records.unclaimed import is_unclaimed
from game.records.workspace import Workspace
from game.system.errors import Trouble, reason, said, sentence_of
from game.system.language import LANGUAGES, N_, Language, Translate, words
from game.system.paths import ACTIVITIES

Done = TypeVar("Done")


class Leaving(Enum):
    """Where the grown-up goes from the desk."""

    TO_THE_ROOM = auto()
    CLOSE = auto()


class Notice(Struct, frozen=True):
    """A sentence for the grown-up; `good` where nothing went wrong."""

    sentence: str
    good: bool = True


class DeskModel:
    """One desk, as `settings` say. `leaving` says where the grown-up goes; None: nowhere."""

    def __init__(
        self,
        store: Store,
        today: Callable[[], str],
        settings: Settings,
        activities: Path = ACTIVITIES,
        draw: Draw = here,
    ):
        self.store, self._today, self.activities, self.draw = store, today, activities, draw
        self.workspace = Workspace(store, activities, draw)
        self.settings = settings
        self.lock_doubt = ""
        self.leaving: Leaving | None = None
        self.told: Notice | None = None
        self.insists = False  # who ended a visit that the disk does not take has been told so
        self.wish: Wish | None = None  # what Today has ready for a visit
        self.names: dict[str, str] = {}  # typed for a print, by the traveller's id; gone when the room is opened
        self.visit: OpenVisit | None = None
        self._travellers: list[Overview] | None = None
        self._open: Traveller | None = None
        self.unsaved = UnsavedWords(store.travellers_folder)
        self._folder = WatchedFolder(activities, store.folder, self.library)

    @property
    def day(self) -> str:
        """Today, as an ISO date: a desk may stay open over night."""
        return self._today()

    @property
    def _(self) -> Translate:
        """What turns English into the grown-up's language."""
        return words(self.settings.spoken)

    @property
    def language(self) -> Language:
        """The grown-up's language."""
        return LANGUAGES[self.settings.spoken]

    @property
    def rtl(self) -> bool:
        """True where that language runs right to left."""
        return self.language.rtl

    @property
    def loaded(self) -> ActivityFolder:
        """The workbook as it is in its folder."""
        return self._folder.loaded

    def library(self, whose: str = "") -> Library:
        """All pictures, a therapist's own among them, and those that the traveller of this id was given."""
        return self.workspace.library(whose)

    def renderer(self, whose: str = "") -> Renderer:
        """Who draws for the traveller of this id, whose own pictures are kept in the child's folder; "" is nobody."""
        return self.workspace.renderer(whose)

    def doubts(self) -> tuple[str, ...]:
        """Sentences that a grown-up should read before a child sits down."""
        self.travellers()
        wrong = self.loaded.mistakes
        files = N_("Some activities have mistakes; they are not on the trail. Look at Activities.")
        going_on = self.visit.troubles() if self.visit else ()
        found = (*filter(None, (self.store.write_warning(), self.lock_doubt)), *going_on, *self.store.troubles)
        found += (*((files,) if wrong else ()), *((kept_settings.LOST,) if self.settings.lost else ()))
        return tuple(said(sentence, self._) for sentence in dict.fromkeys(found))

    def travellers(self) -> list[Overview]:
        """Everybody, whoever was here last first."""
        if self._travellers is None:
            self.store.troubles.clear()
            self._travellers = sorted(self._everybody(), key=_last_day, reverse=True)
            self.store.keep_overviews()
        return self._travellers

    def unclaimed(self) -> list[Overview]:
        """Those whom nobody will look for; not whoever is in the room."""
        here = self.visit.id if self.visit else ""
        return [t for t in self.travellers() if t.id != here and is_unclaimed(self.store, t)]

    def room_is_unclaimed(self) -> bool:
        """True where somebody is in the room, and nothing was chosen, planned or written there yet."""
        here = self.visit.id if self.visit else ""
        return any(t.id == here and is_unclaimed(self.store, t) for t in self.travellers())

    def _everybody(self) -> list[Overview]:
        try:
            return self.store.travellers()
        except Trouble as trouble:  # the whole folder cannot be read: the desk opens, and says so
            self.store.troubles.append(trouble.sentence)
            return []

    def traveller(self, id: str) -> Traveller | None:
        """The one of this id; None where it is gone, or cannot be read, which is told."""
        return self.try_to(lambda: self.present(id)) if self._is_listed(id) else None

    def present(self, id: str) -> Traveller:
        """The one of this id. Raises Trouble where it is gone, or cannot be read."""
        if not self._is_listed(id):
            raise Trouble(NOT_HERE)
        if self._open is None or self._open.id != id:
            own = self.unsaved.over(id, own_words.read(self.store.folder_of(id).path))
            self._open = labelled(self.store.traveller(id), own.pictures)
        return self._open

    def called_anew(self) -> None:
        """What a picture for one traveller alone shows was typed: all that is told of it calls it so."""
        self._open = None

    def _is_listed(self, id: str) -> bool:
        return any(t.id == id for t in self.travellers())

    def offered(self) -> tuple[Activity, ...]:
        """The activities of the workbook, in its order, without those that wait unused."""
        loaded, off = self.loaded, self.settings.off
        names = (name for name in loaded.workbook.order() if name not in off)
        return tuple(loaded.activities[name] for name in names if name in loaded.activities)

    def tell(self, sentence: str, good: bool = True) -> None:
        """Say this beside the desk's tabs until something else is done."""
        self.told = Notice(sentence, good) if sentence else None

    def try_to(self, do: Callable[[], Done]) -> Done | None:
        """Do this; whatever goes wrong is told, and None is the answer."""
        try:
            return do()
        except Exception as error:
            self.tell(sentence_of(error).said(self._), good=False)
            return None

    def succeeds(self, do: Callable[[], None]) -> bool:
        """Do this; whatever goes wrong is told, and False is the answer."""
        try:
            do()
        except Exception as error:
            self.tell(sentence_of(error).said(self._), good=False)
            return False
        return True

    def change(self, **new: Any) -> None:
        """Change settings, and keep them."""
        self.alter(lambda settings: replace(settings, **new))

    def alter(self, changed: Callable[[Settings], Settings]) -> bool:
        """Keep what `changed` makes of the settings; False where they hold here alone, which is told."""
        self.settings = changed(self.settings)
        kept = self.try_to(lambda: kept_settings.change(self.store.folder, changed, self.activities))
        if kept:
            self.settings = replace(self.settings, off=kept.off, lost=kept.lost)
        return kept is not None

    def refresh(self) -> None:
        """Read the travellers and the open visit anew when they are wanted next: records have changed."""
        self._travellers = self._open = None

    def run(self, command: list[str]) -> None:
        """Begin another program beside this one."""
        try:
            subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except OSError as error:
            self.tell(self._("It cannot be opened: {why}.").format(why=said(reason(error), self._)), good=False)

    def look_at_the_folder(self) -> bool:
        """Read the activities anew where their folder has changed; True then. What was brought in another window
        waits unused here, too.
        """
        self.settings = self.settings.without(*kept_settings.read(self.store.folder, self.activities).off)
        return self._folder.look()


def _last_day(traveller: Overview) -> tuple[str, str]:
    return traveller.last, traveller.id
