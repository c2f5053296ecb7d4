"""`main.py new NAME`: a new activity file, begun from a commented example.

This file knows the template and the folder; what may stand in an activity is `script.py`'s matter.
"""

import re
from pathlib import Path

from game.library import ASSETS
from game.mistake import shortened
from game.shelf import WORKBOOK
from game.trouble import Trouble, reason

TEMPLATE = ASSETS / "new-activity.yaml"


def begin(name: str, folder: Path) -> Path:
    """Writes `folder`/name.yaml and gives its path; "Our road" becomes our-road.yaml. Raises Trouble.

    A file that is there already is never touched.
    """
    words = re.findall(r"\w+", re.split(r"[/\\]", name)[-1].removesuffix(".yaml"))
    path = folder / f"{'-'.join(words).lower()}.yaml"
    if not words or len(path.name) > 80 or path.name == WORKBOOK:
        raise Trouble(f"'{shortened(name)}' cannot be an activity's name. Write a word or two, such as our-road.")
    title = " ".join(words)
    text = TEMPLATE.read_text("utf-8").replace("TITLE", title[:1].upper() + title[1:], 1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Trouble(f"{path.as_posix()} is there already. Choose another name, or change that file.") from None
    except OSError as error:
        raise Trouble(f"{path.as_posix()} cannot be written: {reason(error)}.") from None
    return path


def what_next(path: Path) -> str:
    """What to tell after `begin`."""
    return (
        f"{path.as_posix()} is begun. Open it in a text editor and change the words; then look at it:\n"
        f"  python main.py preview {path.as_posix()}\n"
        f"To put it on the trail, write '{path.stem}' into {(path.parent / WORKBOOK).as_posix()}."
    )
