"""The program put together: which home, whose visit, which workbook. `main.py` calls it; nothing else does.

This file knows all the others by name and imports each only where it is needed, so that the room opens at once.
"""

import gc
import secrets
import sys
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from game.art.library import Library
from game.records import settings
from game.records.open_visit import Preparation, VisitOpener, whose
from game.records.store import Store
from game.system.errors import Trouble
from game.system.paths import cache_folder, home_folder, own_cache


def start(home_given: Path | None, kiosk: bool, desk: bool, flags: dict) -> None:
    """What `main.py` alone opens: the desk once there is a traveller, else the room. Raises Trouble."""
    store = Store(home_folder(home_given))
    if desk or (not kiosk and store.has_travellers()):
        _run(store, kiosk, None, flags)
    else:
        play(home_given, "", kiosk, "middle", Preparation(), flags)


def play(home_given: Path | None, traveller: str, kiosk: bool, band: str, said: Preparation, flags: dict) -> None:
    """Open the child's room. `flags` are what the room knows: sound, still, switch (seconds). Raises Trouble."""
    store, today = Store(home_folder(home_given)), date.today().isoformat()
    said = replace(said, off=settings.read(store.folder).off)
    opener = VisitOpener(store, whose(store, traveller, today), today, band, secrets.token_hex(8), said)
    _run(store, kiosk, opener, flags)


def _run(store: Store, kiosk: bool, opener: VisitOpener | None, flags: dict) -> None:
    """The shell until it is closed."""
    from game.app.shell import Shell
    from game.glass.window import Window

    window = Window(kiosk=kiosk)
    tell((*(opener.mistakes if opener else ()), store.doubt()))
    shell = Shell(window, store, opener, **flags)
    gc.freeze()  # what is there now stays to the end: no frame waits while it is looked through for garbage
    shell.run()
    window.close()
    store.close()
    tell(shell.troubles())


def preview(file: Path, band: str) -> None:
    """Show one activity while it is being written. Raises Trouble."""
    from game.art.draw_process import DrawProcess
    from game.art.renderer import Renderer
    from game.authoring.workbook_reader import read_workbook
    from game.child.preview import Previewed, WatchedFiles
    from game.child.preview import preview as show

    if not file.is_file():
        raise Trouble(f"There is no file '{file}'.")

    pictures, draw = file.parent / "pictures", DrawProcess()

    def read() -> Previewed | None:
        library = Library(pictures, own_cache())
        loaded = read_workbook(file.parent, library, library.broken, {file})
        tell(loaded.mistakes)
        activity = loaded.activities.get(file.stem)
        return activity and (activity, Renderer(library, cache_folder(), own_cache(), draw))

    show(WatchedFiles(file, pictures, read), band)
    draw.close()


def tell(sentences) -> None:
    """To the grown-up, in the terminal."""
    for sentence in filter(None, sentences):
        print(sentence, file=sys.stderr)
