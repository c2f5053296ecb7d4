"""The program put together: which home, whose visit, which workbook. `main.py` calls it; nothing else does.

This file knows all the others by name and imports each only where it is needed, so that the room opens at once.
"""

import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from traceback import print_exception
from typing import TYPE_CHECKING

from msgspec.structs import replace

from game.app.room_options import RoomOptions
from game.art.drawing_cache import remove_unused
from game.records import settings
from game.records.open_visit import OpenVisit, Preparation, open_visit, traveller_for
from game.records.store import Store
from game.records.workspace import Workspace
from game.system.errors import Trouble, sentence_of
from game.system.language import LANGUAGES, Translate, words
from game.system.paths import ACTIVITIES, cache_folder, home_folder

if TYPE_CHECKING:  # at once is only what every start needs
    from game.app.shell import Shell
    from game.child.preview import Previewed
    from game.desk.preview_board import PreviewBoard
    from game.glass.window import Window


def start(home_given: Path | None, kiosk: bool, desk: bool, room: RoomOptions) -> None:
    """What `main.py` alone opens: the desk once there is a traveller, else the room. Raises Trouble."""
    store = Store(home_folder(home_given))
    if desk or (not kiosk and store.has_travellers()):
        _run(store, kiosk, lambda: None, room)
    else:
        play(home_given, "", kiosk, "middle", Preparation(), room)


def play(home_given: Path | None, traveller: str, kiosk: bool, band: str, said: Preparation, room: RoomOptions) -> None:
    """Open the child's room. Raises Trouble."""
    store, today = Store(home_folder(home_given)), date.today().isoformat()
    said = replace(said, off=settings.read(store.folder, ACTIVITIES).off)
    id = traveller_for(store, traveller, today)
    _run(store, kiosk, lambda: open_visit(store, id, today, band, os.urandom(8).hex(), said), room)


def _run(store: Store, kiosk: bool, opened: Callable[[], OpenVisit | None], room: RoomOptions) -> None:
    """The shell until it is closed. The window is there first: it comes up while the visit is made ready."""
    from game.glass.window import Window

    window = Window(kiosk=kiosk)
    try:
        shell = _shell(window, store, *_ready(store, kiosk, opened), room)
        gc.freeze()  # what was made until now stays to the end: no frame waits while it is looked through for garbage
        gc.enable()
        shell.run()
    finally:
        window.close()
    store.close()
    remove_unused(cache_folder())
    tell(shell.troubles())


def _ready(store: Store, kiosk: bool, opened: Callable[[], OpenVisit | None]) -> tuple[OpenVisit | None, str]:
    """The visit, and "". In a kiosk nobody reads a terminal: None there where it broke, and why, for the desk."""
    try:
        return opened(), ""
    except Exception as error:
        if not kiosk:
            raise
        print_exception(error)
        store.close()  # nothing of it stays locked
        return None, sentence_of(error)


def _shell(window: "Window", store: Store, visit: OpenVisit | None, trouble: str, room: RoomOptions) -> "Shell":
    """The shell with somebody in it."""
    from game.app.shell import Shell

    tell((*(visit.mistakes if visit else ()), store.write_warning()))
    shell = Shell(window, store, visit, room=room)
    shell.begin(trouble)
    return shell


def preview(file: Path, band: str, home_given: Path | None = None) -> None:
    """Show one activity while it is being written, with words in the desk's language. Raises Trouble."""
    from game.art.draw_process import DrawProcess
    from game.art.own_scenes import SCENES
    from game.art.picture_files import OWN_PICTURES
    from game.child.preview import WatchedFiles
    from game.child.preview import preview as show

    if not file.is_file():
        raise Trouble(f"There is no file '{file}'.")
    store = Store(home_folder(home_given))
    if file.parent.name == SCENES:
        _preview_scene(file, store)
        return
    folders, draw = (file.parent / OWN_PICTURES, file.parent / SCENES), DrawProcess()
    workspace = Workspace(store, file.parent, draw)
    show(WatchedFiles(file, folders, lambda: _previewed(file, workspace)), band, lambda: _board(store), _words(store))
    draw.close()


def _previewed(file: Path, workspace: Workspace) -> "Previewed":
    """The activity as its file and the pictures beside it are now; its mistakes are told in the terminal, too."""
    from game.authoring.any_folder import read_for
    from game.authoring.check import worth_a_look
    from game.child.preview import Previewed
    from game.paper.fonts import unprintable

    library = workspace.library()
    loaded = read_for(file, library)
    tell(loaded.mistakes)
    found = loaded.activities.get(file.stem)
    hints = worth_a_look(file, loaded, library, unprintable)
    return Previewed(loaded.mistakes, found, loaded.activities, workspace.renderer(library=library), hints)


def _preview_scene(file: Path, store: Store) -> None:
    """Let the places of an own scene be drawn."""
    from game.art.draw_process import here
    from game.authoring.scene_file import SceneFile
    from game.desk.scene_preview import preview_scene

    workspace = Workspace(store, file.parent.parent, here)
    library = workspace.library()
    preview_scene(SceneFile(file, library, workspace.renderer(library=library)), _board(store), _words(store))


def _board(store: Store) -> "PreviewBoard":
    """What writes beside a preview."""
    from game.desk.preview_board import PreviewBoard

    return PreviewBoard(_words(store), LANGUAGES[settings.read(store.folder).spoken].rtl)


def _words(store: Store) -> Translate:
    """The desk's language; the system's own where none is set there."""
    return words(settings.read(store.folder).spoken)


def tell(sentences) -> None:
    """To the grown-up, in the terminal."""
    for sentence in filter(None, sentences):
        print(sentence, file=sys.stderr)
