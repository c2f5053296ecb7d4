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
    home = Store(home_folder(home_given))
    if desk or (not kiosk and home.has_travellers()):
        _run(home, kiosk, None, flags)
    else:
        play(home_given, "", kiosk, "middle", Preparation(), flags)


def play(home_given: Path | None, traveller: str, kiosk: bool, band: str, said: Preparation, flags: dict) -> None:
    """Open the child's room. `flags` are what the room knows: sound, still, switch (seconds). Raises Trouble."""
    home, today = Store(home_folder(home_given)), date.today().isoformat()
    said = replace(said, off=settings.read(home.folder).off)
    visiting = VisitOpener(home, whose(home, traveller, today), today, band, secrets.token_hex(8), said)
    _run(home, kiosk, visiting, flags)


def _run(home: Store, kiosk: bool, visiting: VisitOpener | None, flags: dict) -> None:
    """The house until it is closed."""
    from game.app.shell import Shell
    from game.glass.window import Window

    window = Window(kiosk=kiosk)
    tell((*(visiting.mistakes if visiting else ()), home.doubt()))
    house = Shell(window, home, visiting, **flags)
    gc.freeze()  # what is there now stays to the end: no frame waits while it is looked through for garbage
    house.run()
    window.close()
    home.close()
    tell(house.troubles())


def preview(file: Path, band: str) -> None:
    """Show one activity while it is being written. Raises Trouble."""
    from game.art.draw_process import DrawProcess
    from game.art.renderer import Renderer
    from game.authoring.workbook_reader import read_workbook
    from game.child.preview import WatchedFile
    from game.child.preview import preview as show

    if not file.is_file():
        raise Trouble(f"There is no file '{file}'.")

    def artist() -> Renderer:
        return Renderer(Library(file.parent / "pictures", own_cache()), cache_folder(), own_cache(), DrawProcess())

    def read():
        library = artist().library
        shelf = read_workbook(file.parent, library, library.broken, {file})
        tell(shelf.mistakes)
        return shelf.activities.get(file.stem)

    show(WatchedFile(file, read), artist, band)


def tell(sentences) -> None:
    """To the grown-up, in the terminal."""
    for sentence in filter(None, sentences):
        print(sentence, file=sys.stderr)
