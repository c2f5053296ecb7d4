"""Where a paper lies before it is printed. One with typed words on it lies apart, and goes when the desk is closed.

This file knows folders; it knows no paper and no desk. A real name is typed for one print and kept nowhere.
"""

import re
from pathlib import Path

from game.records.store import NOT_HERE, ONE_PRINT, PAPERS, Store
from game.system.errors import Trouble, reason
from game.system.language import N_
from game.system.scratch import sweep

RECORD = re.compile(r".+-\d{4}-\d\d-\d\d(-\d+)?( ?\(\d+\))?\.zip")  # as export.py names them; a browser counts


def folder_for(store: Store, id: str, apart: bool) -> Path:
    """The folder, made if it is not there: the traveller's own, or `apart` that which is emptied. Raises Trouble.

    No folder is made for a traveller: a paper that is finished after a deletion brings nothing back.
    """
    record = store.folder_of(id)
    if not record.is_there():
        raise Trouble(NOT_HERE)
    folder = store.folder / ONE_PRINT if apart else record.path / PAPERS
    try:
        if apart:
            return store.folder_apart()
        folder.mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        raise Trouble(N_("{folder} cannot be made: {why}."), folder=folder, why=reason(error)) from error
    return folder


def goes(paper: Path) -> bool:
    """True for a paper that lies in a folder that is emptied when the program closes."""
    return paper.parent.name.startswith(ONE_PRINT)


def empty(store: Store) -> None:
    """Take away what was made for one print here, or was left. What cannot be removed now goes the next time."""
    store.empty_apart()
    sweep(ONE_PRINT, store.folder)


def download_path(name: str) -> Path:
    """A free name in the grown-up's own folder of downloads, where files to take along are looked for."""
    folder = _downloads()
    stem, dot, ending = name.rpartition(".")
    names = (name, *(f"{stem}-{number}{dot}{ending}" for number in range(2, 1000)))
    return next(folder / free for free in names if not (folder / free).exists())


def brought() -> list[Path]:
    """Files among the downloads that may be records from another machine, the newest first."""
    try:
        found = [path for path in _downloads().glob("*.zip") if RECORD.fullmatch(path.name) and path.is_file()]
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return []


def _downloads() -> Path:
    from platformdirs import user_downloads_path  # only where something is taken along

    folder = user_downloads_path()
    return folder if folder.is_dir() else Path.home()
