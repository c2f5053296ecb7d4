"""`main.py check`: every mistake in activities and workbooks, told in plain words. Never raises.

This file knows how mistakes are printed; what is a mistake it learns from `any_folder.py`. No pygame.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from game.art.library import Library
from game.art.own_scenes import SCENES
from game.art.picture_files import OWN_PICTURES
from game.authoring.activity_folder import ActivityFolder
from game.authoring.any_folder import read_folder
from game.authoring.fields import open_page
from game.authoring.hints import Unprintable, all_printable, hints, hints_beside, hints_of_scene, noted
from game.authoring.mistake import Mistake, Source, about, one_of
from game.authoring.values.words import torn_scene
from game.authoring.workbook_reader import WORKBOOK
from game.authoring.yaml_nodes import in_one_line
from game.core.activity import VISIT, Activity
from game.core.own_scene import OwnScene
from game.system.errors import Sentence


class Finding(Struct, frozen=True):
    """What is told of one file: its mistakes, and behind them what else is worth a look, or the good news."""

    mistakes: tuple[Mistake, ...]
    more: tuple[Mistake | str, ...] = ()


def check(
    paths: Iterable[Path],
    out: TextIO | None = None,
    private: Path | None = None,
    unprintable: Unprintable = all_printable,
) -> int:
    """Checks files, and all activities of folders. Returns 0 where everything is good, else 1.

    Writes to `out`, or to the screen. `private` is the cache of a therapist's own pictures; see Library. `unprintable`
    gives the signs of a text that no font has.
    """
    paths = [Path(path) for path in paths]
    told = [Finding((about(path, Sentence("There is no such file or folder.")),)) for path in paths if not _what(path)]
    for folder, only in _by_folder(path for path in paths if _what(path)):
        told += _folder(folder, only, private, unprintable)
    # what only points to a scene's own mistakes is none besides
    wrong = [here for finding in told if (here := [m for m in finding.mistakes if not torn_scene(m.sentence)])]
    lines = [str(line) for finding in told for line in (*finding.mistakes, *finding.more)]
    if wrong:
        lines.append(_count(sum(map(len, wrong)), len(wrong), len(told)))
    _write("\n".join(lines), out or sys.stdout)
    return 1 if wrong else 0


def _what(path: Path) -> str:
    """ "folder", "file", or "" where there is neither."""
    try:
        return "folder" if path.is_dir() else "file" if path.exists() else ""
    except OSError:  # it lies in a folder that may not be entered: reading it will say so
        return "file"


def _by_folder(paths: Iterable[Path]) -> list[tuple[Path, set[Path] | None]]:
    """Each folder with the files in it that are meant, None for all: so none is read twice."""
    folders: dict[Path, set[Path] | None] = {}
    for path in paths:
        if _what(path) == "folder" and path.name != SCENES:
            folders[path] = None
            continue
        files = sorted(path.iterdir()) if _what(path) == "folder" else [path]
        folder = path if _what(path) == "folder" else path.parent
        if (only := folders.setdefault(folder.parent if folder.name == SCENES else folder, set())) is not None:
            only.update(files)
    return list(folders.items())


def _folder(folder: Path, only: set[Path] | None, private: Path | None, unprintable: Unprintable) -> list[Finding]:
    library = Library(folder / OWN_PICTURES, private)
    loaded = read_folder(folder, library, library.broken, only)
    if only is not None and (torn := _torn(loaded, library) - only):
        loaded = read_folder(folder, library, library.broken, only | torn)
    return _files(folder, loaded, library, unprintable)


def _torn(loaded: ActivityFolder, library: Library) -> set[Path]:
    """The files of own scenes to whose mistakes those of an activity point."""
    names = (torn_scene(mistake.sentence) for mistake in loaded.mistakes)
    return {library.torn_scenes[name].file for name in names if name}


def _files(folder: Path, loaded: ActivityFolder, library: Library, unprintable: Unprintable) -> list[Finding]:
    if not loaded.paths:
        none = about(folder, Sentence("There is no activity in this folder: no file ends in '.yaml'."))
        return [Finding(loaded.mistakes or (none,)), *_apart(loaded)]
    wrong: dict[str, tuple[Mistake, ...]] = {}
    for mistake in loaded.mistakes:
        wrong[mistake.path] = (*wrong.get(mistake.path, ()), mistake)
    each = ((path, wrong.get(Source(path).name, ())) for path in loaded.paths)
    told = [_of_file(path, mistakes, loaded, library, unprintable) for path, mistakes in each]
    return told + _apart(loaded)


def _apart(loaded: ActivityFolder) -> list[Finding]:
    """What is told besides the files that were read; an own picture that ours hides is no mistake of any of them."""
    return [*(Finding((mistake,)) for mistake in loaded.stray), *(Finding((), (noted(one),)) for one in loaded.taken)]


def _of_file(
    path: Path, mistakes: tuple[Mistake, ...], loaded: ActivityFolder, library: Library, unprintable: Unprintable
) -> Finding:
    """The mistakes of a file, and what somebody may want to look at in it; behind that the good news, if it is good."""
    more = tuple(noted(hint) for hint in worth_a_look(path, loaded, library, unprintable))
    return Finding(mistakes, more if mistakes else (*more, f"{Source(path).name}: {_how_good(path, loaded)}"))


def worth_a_look(
    path: Path, loaded: ActivityFolder, library: Library, unprintable: Unprintable = all_printable
) -> tuple[Mistake, ...]:
    """What somebody may want to look at in an activity or a scene of this folder, beside its mistakes; () elsewhere."""
    mistakes = tuple(mistake for mistake in loaded.mistakes if mistake.path == Source(path).name)
    if path.parent.name == SCENES:
        text = open_page(path)[1] if path.suffix == ".yaml" else ""  # a backdrop is a picture alone
        return hints_of_scene(mistakes, path, text, library.spots(in_one_line(path.stem)), unprintable)
    if path.name == WORKBOOK:
        return ()
    if mistakes:
        return hints_beside(mistakes, path, open_page(path)[1], library, unprintable, loaded.activities)
    activity = loaded.activities.get(in_one_line(path.stem))
    return hints(path, activity, library, unprintable, loaded.activities) if activity else ()


def _how_good(path: Path, loaded: ActivityFolder) -> str:
    name, order = in_one_line(path.stem), loaded.workbook.order()
    if path.parent.name == SCENES:
        return _how_good_a_scene(loaded.scenes[name])
    if path.name == WORKBOOK or name in order:
        return "good"
    said = f"good; {WORKBOOK} does not name it, so it is not on the trail"
    used = _used(loaded.activities.get(name))
    return f"{said}. It uses what is chosen in {one_of(used, 'and')}: write it behind there" if used else said


def _how_good_a_scene(scene: OwnScene) -> str:
    if scene.spots:
        return "good"
    draw = f"To draw some: python main.py preview {Path(scene.picture).as_posix()}"
    return f"good; it has no places, so nothing can be laid there. {draw}"


def _used(activity: Activity | None) -> tuple[str, ...]:
    """The other activities that it builds on."""
    names = (name.split(".")[0] for name in (activity.elsewhere() if activity else ()))
    return tuple(dict.fromkeys(name for name in names if name != VISIT))


def _count(mistakes: int, files: int, of: int) -> str:
    said = "1 mistake" if mistakes == 1 else f"{mistakes} mistakes"
    return f"{said} in {files} of {of} files." if of > 1 else f"{said}."


def _write(text: str, out: TextIO) -> None:
    """Letters that the screen cannot show become question marks."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=out)
