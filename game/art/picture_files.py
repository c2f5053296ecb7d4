"""Which files are pictures, and what they are called: ours, in a folder for each family, and a therapist's own.

This file knows folders; it opens no file. No pygame, no Pillow.
"""

from functools import cache
from pathlib import Path
from unicodedata import normalize

from game.core.events import NOBODY_YET
from game.core.puppet import LOOKING, RESTING
from game.system.paths import ASSETS

ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
# Families that the program lays out by itself.
OWN_PICTURES = "pictures"  # the folder of a therapist's own, beside the activities
OUR_PICTURES = ("answers", "controls", "ground", "in-use", "quiet", "signs", "story", "waiting")
LOOKS = (LOOKING, RESTING)  # what the companion does, not who it is


@cache
def our_names() -> dict[str, Path]:
    """The files of our pictures by their names, family by family."""
    files = (path for folder in inside(ASSETS / "pictures") for path in inside(folder))
    return {path.stem: path for path in files if path.suffix == ".svg"}


@cache
def ours_on_offer() -> dict[str, Path]:
    """Of these, the ones that an activity may show."""
    return {name: path for name, path in our_names().items() if is_on_offer(name, path)}


def inside(folder: Path) -> list[Path]:
    """What lies in the folder, by name, but for what is hidden or in the making; nothing where it cannot be read."""
    try:
        return sorted((path for path in folder.iterdir() if path.name[0] not in ".~"), key=lambda path: path.name)
    except OSError:
        return []


def name_of_file(path: Path) -> str:
    """How an activity calls the picture in this file."""
    return normalize("NFC", path.stem)  # macOS writes an umlaut in a file's name as two letters


def is_picture(path: Path) -> bool:
    """True for a file that has a picture's ending."""
    return path.suffix.lower() in ENDINGS


def is_on_offer(name: str, path: Path) -> bool:
    """True for a picture of this name that an activity may show; of ours the program lays out some by itself."""
    return path.parent.name not in OUR_PICTURES and not name.endswith(LOOKS) and name != NOBODY_YET
