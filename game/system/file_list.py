"""What lies in a folder of the grown-up's, as it is wanted now: folders, and files with these endings.

This file knows the disk and the folders of the system; it knows no form.
"""

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from game.system.errors import Trouble, reason
from game.system.language import N_

MOST = 60  # files, and as many folders, that are listed


class FileList(Struct, frozen=True):
    """A folder with what is in it: other folders by name, files the newest first. `more`: there are others."""

    folder: Path
    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    more: bool


def usual_folders() -> dict[str, Path]:
    """The folders in which people look first, as far as they are there, by what they are called."""
    from platformdirs import user_desktop_path, user_downloads_path, user_pictures_path  # only where a file is chosen

    found = {
        N_("Downloads"): user_downloads_path(),
        N_("Pictures"): user_pictures_path(),
        N_("Desktop"): user_desktop_path(),
        N_("All my folders"): Path.home(),
    }
    return {name: path for name, path in found.items() if path.is_dir()}


def list_folder(folder: Path, endings: Collection[str]) -> FileList:
    """What lies in the folder, without what is hidden. Raises Trouble."""
    try:
        there = [path for path in folder.iterdir() if not path.name.startswith(".")]
        folders = sorted((path for path in there if path.is_dir()), key=lambda path: path.name.casefold())
        files = [path for path in there if path.suffix.lower() in endings and path.is_file()]
        files.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError as error:
        raise Trouble(N_("{folder} cannot be opened: {why}."), folder=folder, why=reason(error)) from error
    return FileList(folder, tuple(folders[:MOST]), tuple(files[:MOST]), max(len(folders), len(files)) > MOST)
