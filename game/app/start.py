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
from game.records.open_visit import Today, Visiting, whose
from game.records.store import Home
from game.system.errors import Trouble
from game.system.paths import cache_folder, home_folder, own_cache


def start(home_given: Path | None, kiosk: bool, desk: bool, flags: dict) -> None:
    """What `main.py` alone opens: the desk once there is a traveller, else the room. Raises Trouble."""
    home = Home(home_folder(home_given))
    if desk or (not kiosk and home.has_travellers()):
        _run(home, kiosk, None, flags)
    else:
        play(home_given, "", kiosk, "middle", Today(), flags)


def play(home_given: Path | None, traveller: str, kiosk: bool, band: str, said: Today, flags: dict) -> None:
    """Open the child's room. `flags` are what the room knows: sound, still, switch (seconds). Raises Trouble."""
    home, today = Home(home_folder(home_given)), date.today().isoformat()
    said = replace(said, off=settings.read(home.folder).off)
    visiting = Visiting(home, whose(home, traveller, today), today, band, secrets.token_hex(8), said)
    _run(home, kiosk, visiting, flags)


def _run(home: Home, kiosk: bool, visiting: Visiting | None, flags: dict) -> None:
    """The house until it is closed."""
    from game.app.shell import House
    from game.glass.window import Window

    window = Window(kiosk=kiosk)
    tell((*(visiting.mistakes if visiting else ()), home.doubt()))
    house = House(window, home, visiting, **flags)
    gc.freeze()  # what is there now stays to the end: no frame waits while it is looked through for garbage
    house.run()
    window.close()
    home.close()
    tell(house.troubles())


def preview(file: Path, band: str) -> None:
    """Show one activity while it is being written. Raises Trouble."""
    from game.art.draw_process import Beside
    from game.art.renderer import Artist
    from game.authoring.workbook_reader import read_workbook
    from game.child.preview import Watched
    from game.child.preview import preview as show

    if not file.is_file():
        raise Trouble(f"There is no file '{file}'.")

    def artist() -> Artist:
        return Artist(Library(file.parent / "pictures", own_cache()), cache_folder(), own_cache(), Beside())

    def read():
        library = artist().library
        shelf = read_workbook(file.parent, library, library.broken, {file})
        tell(shelf.mistakes)
        return shelf.activities.get(file.stem)

    show(Watched(file, read), artist, band)


def tell(sentences) -> None:
    """To the grown-up, in the terminal."""
    for sentence in filter(None, sentences):
        print(sentence, file=sys.stderr)
