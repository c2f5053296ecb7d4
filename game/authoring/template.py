"""A new activity file: begun from a commented example (`main.py new NAME`), or from an activity that is there.

This file knows the template and the folder; what may stand in an activity is `activity_reader.py`'s matter.
"""

import re
from pathlib import Path
from textwrap import wrap

from game.art.library import Library
from game.authoring.mistake import one_of, shortened
from game.authoring.rows import scenes_with_a_row
from game.authoring.values.words import in_short
from game.authoring.workbook_reader import WORKBOOK
from game.authoring.yaml_edit import rewrite, with_name, with_title
from game.mechanics import mechanic, names
from game.system import atomic
from game.system.errors import Trouble, reason
from game.system.language import N_
from game.system.paths import ACTIVITIES, ASSETS

WIDE = 112  # letters of a comment's line
TEMPLATE = ASSETS / "new-activity.yaml"
TAKEN = N_("{file} is there already. Choose another name, or change that file.")


def write_new(name: str, folder: Path) -> Path:
    """Writes `folder`/name.yaml and gives its path; "Our road" becomes our-road.yaml. Raises Trouble.

    A file that is there already is never touched.
    """
    title, path = _named(name, folder)
    _write(path, _filled(TEMPLATE.read_text("utf-8"), Library()).replace("TITLE", title, 1))
    return path


def _filled(text: str, library: Library) -> str:
    """The example with all that there is, in its comments."""
    scenes = [f"{name} ({spots})" if (spots := in_short(library, name)) else name for name in library.scenes()]
    steps = "\n#   ".join(_does(name) for name in names())
    text = text.replace("ROWS", ", ".join(scenes_with_a_row(library)), 1)
    text = text.replace("MECHANICS", one_of(names()), 1).replace("STEPS", steps, 1)
    return text.replace("SCENES", "\n#   ".join(wrap(", ".join(scenes), WIDE, break_on_hyphens=False)), 1)


def _does(name: str) -> str:
    """What the child does in such a step, in one sentence that begins with the step's key."""
    said = " ".join((mechanic(name).__doc__ or "").split()).partition(".")[0]
    return f"{said[:1].lower()}{said[1:]}."


def copy(of: Path, name: str) -> Path:
    """Writes a copy of this activity under another name and title beside it, and gives its path. Raises Trouble.

    It stands in the workbook after the one that it was copied from, where that is named there.
    """
    title, path = _named(name, of.parent)
    try:
        text = of.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Trouble("{file} cannot be read, so nothing can be copied from it.", file=of.as_posix()) from None
    _write(path, with_title(text, title))
    into_workbook(of.parent / WORKBOOK, of.stem, path.stem)
    return path


def free_path(name: str, folder: Path) -> Path:
    """Where a new activity of this name will lie. Raises Trouble where nothing can be called so, or something is."""
    _, path = _named(name, folder)
    if path.exists():
        raise Trouble(TAKEN, file=path.as_posix())
    return path


def _named(name: str, folder: Path) -> tuple[str, Path]:
    """The title and the path of an activity with this name. Raises Trouble."""
    words = re.findall(r"\w+", re.split(r"[/\\]", name)[-1].removesuffix(".yaml"))
    path = folder / f"{'-'.join(words).lower()}.yaml"
    if not words or len(path.name) > 80 or path.name == WORKBOOK:
        said = N_("'{name}' cannot be an activity's name. Write a word or two, such as our-road.")
        raise Trouble(said, name=shortened(name))
    title = " ".join(words)
    return title[:1].upper() + title[1:], path


def _write(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises Trouble."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
        try:
            atomic.write_text(path, text)
        except OSError:
            path.unlink()
            raise
    except FileExistsError:
        raise Trouble(TAKEN, file=path.as_posix()) from None
    except OSError as error:
        raise Trouble("{file} cannot be written: {why}.", file=path.as_posix(), why=reason(error)) from None


def into_workbook(workbook: Path, after: str, name: str) -> bool:
    """Name the new activity after the old one, in a row or on a line of its own; all else stays as it was typed.

    False where that could not be done: it is there, and on no trail until somebody names it.
    """
    return rewrite(workbook, lambda text: with_name(text, after, name))


def what_next(path: Path) -> str:
    """What to tell after `write_new`; only what lies in the program's own folder can stand on the trail."""
    workbook = ACTIVITIES / WORKBOOK
    here = path.parent.resolve() == ACTIVITIES.resolve()
    copied = "" if here else f"copy it, with its pictures and scenes, into {ACTIVITIES.as_posix()} and "
    return (
        f"{path.as_posix()} is begun. Open it in a text editor and change the words; then look at it:\n"
        f"  python main.py preview {path.as_posix()}\n"
        f"To put it on the trail, {copied}write '{path.stem}' into {workbook.as_posix()}."
    )
