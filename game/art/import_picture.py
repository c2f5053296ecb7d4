"""A therapist's own picture is brought into the activities' folder: made sure that it can be used, and named.

This file knows picture files and the folder; it knows no desk.
"""

import re
import shutil
from pathlib import Path
from unicodedata import normalize

from game.art.library import Library
from game.art.picture_files import is_picture
from game.art.sanitize import PictureRefused, safe_png
from game.system.errors import Trouble, reason


def copy_picture(file: Path, folder: Path, private: Path) -> str:
    """Copy the picture into this folder; the name under which activities find it. Raises Trouble.

    `private` is where own pictures are kept once they were made safe. A name that is taken gets a number.
    """
    if not is_picture(file):
        raise Trouble("'{file}' is no picture. Choose a PNG, a JPG or an SVG.", file=file.name)
    try:
        safe_png(file, private)
        folder.mkdir(parents=True, exist_ok=True)
        name = _free(_name(file.stem), Library(folder, private))
        shutil.copyfile(file, folder / f"{name}{file.suffix.lower()}")
    except PictureRefused as refused:
        raise Trouble(refused.sentence) from None
    except OSError as error:
        raise Trouble("'{file}' cannot be copied: {why}.", file=file.name, why=reason(error)) from error
    return name


def _name(stem: str) -> str:
    """As a therapist would write it: "Our Dog (2)" is our-dog-2.

    >>> _name("Our Dog (2)")
    'our-dog-2'
    """
    return "-".join(re.findall(r"[^\W_]+", normalize("NFC", stem).lower())) or "picture"


def _free(name: str, library: Library) -> str:
    """The name, with a number behind it where a picture is called so already."""
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(free for free in names if library.file(free) is None)
