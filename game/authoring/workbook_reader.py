"""A folder of activities: the workbook that orders them, and whatever in it cannot be read.

It opens no picture; no pygame, no Pillow. What stands in workbook.yaml itself is read in `workbook_keys.py`.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec.structs import replace

from game.art.library import OWN, Library
from game.art.own_scenes import SCENES
from game.authoring.activity_folder import ActivityFolder
from game.authoring.activity_reader import read_activity
from game.authoring.fields import open_page, top
from game.authoring.mistake import Mistake, TooManyMistakes, about
from game.authoring.own_scenes import lay_scenes
from game.authoring.stray_files import stray
from game.authoring.values.context import Broken, Context, none_broken
from game.authoring.workbook_keys import read_keys
from game.authoring.yaml_nodes import in_one_line
from game.core.activity import Activity, ActivitySet, Chapter, Workbook
from game.system.errors import Sentence, why_unread
from game.system.language import N_

WORKBOOK = "workbook.yaml"
NONE_BESIDE: Mapping[str, Activity] = {}
BEGINS = Sentence("A workbook begins with a key and words, such as 'title: Our workbook'.")
TAKEN = N_(
    "'{file}' has the name of one of our pictures, and ours is shown. Rename the file, such as '{other}', and write "
    "its new name in the activity."
)


def read_workbook(
    folder: Path,
    library: Library,
    broken: Broken = none_broken,
    only: Collection[Path] | None = None,
    beside: Mapping[str, Activity] = NONE_BESIDE,
) -> ActivityFolder:
    """The folder's workbook; never raises. `broken` is as in activity_reader.read_activity.

    The therapist's own scenes are laid into `library`, so that activities can name them. Without a workbook.yaml, or
    with one that cannot be read at all, every activity of the folder is on the trail, by name. With `only`, nothing is
    told of any other file. What the activities `beside` make can be used by all; they are on no trail.
    """
    try:
        found = _activity_files(folder, only or ())
    except OSError as error:
        return ActivityFolder(Workbook("", ()), {}, (_unreadable(folder, error),), ())
    own = lay_scenes(folder, library, broken)
    path, options = folder / WORKBOOK, found if only is None else set(only)
    files = {in_one_line(file.stem): file for file in sorted(found) if file.name != WORKBOOK}
    plan, mistakes = _read_plan(path, library, tuple(files)) if path in found else (None, ())
    beside = {name: activity for name, activity in beside.items() if name not in files}
    read = _read_all(files, plan.order() if plan else (), library, broken, options, beside)
    readable = {name: found for name, found in read.items() if isinstance(found, Activity)}
    told = {name: found for name, found in read.items() if files[name] in options}
    paths = (path,) * (path in options) + tuple(files[name] for name in told)
    trail = _only(plan or Workbook("", (Chapter("", tuple(files)),)), readable)
    scenes = {file: said for file, said in own.mistakes.items() if only is None or file in options}
    wrong = _mistakes(told, scenes)
    astray = () if only else tuple(_astray(folder, library, [*mistakes, *wrong], broken))
    taken = tuple(_taken(picture) for picture in library.taken())
    wrong = [*(mistakes if path in options else ()), *wrong]
    return ActivityFolder(trail, beside | readable, tuple(wrong), (*paths, *scenes), astray, taken, own.scenes)


def _activity_files(folder: Path, only: Collection[Path]) -> set[Path]:
    """The YAML files of the folder, with those that are asked for by name, there or not. Raises OSError."""
    asked = (path for path in only if path.parent.name != SCENES)
    return {*(path for path in folder.iterdir() if path.suffix == ".yaml"), *asked}


def _mistakes(
    told: dict[str, Activity | tuple[Mistake, ...]], scenes: dict[Path, tuple[Mistake, ...]]
) -> list[Mistake]:
    """Those of the activities, then those of the scenes."""
    activities = [mistake for found in told.values() if not isinstance(found, Activity) for mistake in found]
    return activities + [mistake for said in scenes.values() for mistake in said]


def _astray(folder: Path, library: Library, wrong: list[Mistake], broken: Broken) -> list[Mistake]:
    """Files that lie astray and own pictures that are none, but for those of which an activity's mistake tells."""
    said = " ".join(mistake.sentence for mistake in wrong)
    lost = stray(folder, library.own)
    names, told = library.families()[0].get(OWN, ()), {one.path for one in lost}
    useless = [about(file, why) for name in names if (why := broken(name)) and (file := library.file(name))]
    found = (*lost, *(one for one in useless if one.path not in told))
    return [one for one in found if f"'{Path(one.path).name}'" not in said]


def _unreadable(folder: Path, error: OSError) -> Mistake:
    return about(folder, Sentence("This folder cannot be read: {why}.", why=why_unread(error)))


def _taken(picture: Path) -> Mistake:
    return about(picture, Sentence(TAKEN, file=picture.name, other=f"my-{picture.name}"))


def _read_all(
    files: dict[str, Path],
    order: tuple[str, ...],
    library: Library,
    broken: Broken,
    options: set[Path],
    beside: Mapping[str, Activity],
) -> dict[str, Activity | tuple[Mistake, ...]]:
    """Every file, in the order of the workbook; those that it does not name come last and may use all others."""
    read: dict[str, Activity | tuple[Mistake, ...]] = {}
    before: dict[str, Activity | None] = dict(beside)
    unlisted = files.keys() - set(order)
    for name in order:
        look = broken if files[name] in options else none_broken
        found = read_activity(files[name], library, dict(before), files.keys() - before.keys(), look, unlisted)
        read[name], before[name] = found, _if_good(found)
    loose = [name for name in files if name not in before]
    all_others = dict.fromkeys(loose) | before
    all_others |= {name: _if_good(read_activity(files[name], library, all_others)) for name in loose}
    for name in loose:
        look = broken if files[name] in options else none_broken
        read[name] = read_activity(files[name], library, all_others, (), look)
    return read


def _if_good(found: Activity | tuple[Mistake, ...]) -> Activity | None:
    return found if isinstance(found, Activity) else None


def _only(plan: Workbook, readable: dict[str, Activity]) -> Workbook:
    """The same workbook with what can be read."""
    chapters = [replace(c, activities=_there(c.activities, readable)) for c in plan.chapters]
    sets = [_set_of(each, readable) for each in plan.sets]
    return Workbook(plan.title, tuple(c for c in chapters if c.activities), tuple(s for s in sets if s.activities))


def _set_of(each: ActivitySet, readable: dict[str, Activity]) -> ActivitySet:
    return replace(each, activities=_there(each.activities, readable), one_of=_there(each.one_of, readable))


def _there(names: tuple[str, ...], readable: dict[str, Activity]) -> tuple[str, ...]:
    return tuple(name for name in names if name in readable)


def _read_plan(path: Path, library: Library, files: tuple[str, ...]) -> tuple[Workbook | None, tuple[Mistake, ...]]:
    """The workbook as far as it can be read, and the mistakes in it."""
    source, text = open_page(path)
    context = Context(source, library, path.stem, others=files)
    found = {}
    try:
        node = None if source.found else top(text, context, BEGINS)
        found = read_keys(node, context) if node else {}
    except TooManyMistakes:
        pass
    there = bool(found.get("chapters"))
    plan = Workbook(found.get("title", ""), found["chapters"], found.get("sets", ())) if there else None
    return plan, source.mistakes()
