"""A folder of activities: the workbook that orders them, and whatever in it cannot be read.

This file knows the keys of workbook.yaml. It opens no picture; no pygame, no Pillow.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from msgspec.structs import replace

from game.art.library import Library
from game.authoring.activity_folder import ActivityFolder
from game.authoring.activity_reader import read_activity
from game.authoring.fields import Reader, fill, listed, open_page, top
from game.authoring.mistake import TOP, Mistake, Source, TooManyMistakes, shortened
from game.authoring.values.context import Context, none_broken, scalar, unknown
from game.authoring.values.words import words
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, in_one_line, kind_of
from game.core.activity import Activity, Chapter, Workbook

Broken = Callable[[str], str | None]
WORKBOOK = "workbook.yaml"
BEGINS = "A workbook begins with a key and words, such as 'title: Our workbook'."


def read_workbook(
    folder: Path, library: Library, broken: Broken = none_broken, only: Collection[Path] | None = None
) -> ActivityFolder:
    """The folder's workbook; never raises. `broken` is as in activity_reader.read_activity.

    Without a workbook.yaml, or with one that cannot be read at all, every activity of the folder is on the
    trail, by name. With `only`, nothing is told of any other file.
    """
    try:
        found = {*(path for path in folder.iterdir() if path.suffix == ".yaml"), *(only or ())}
    except OSError as error:
        return ActivityFolder(Workbook("", ()), {}, (_unreadable(folder, error),), ())
    path, options = folder / WORKBOOK, found if only is None else set(only)
    files = {in_one_line(file.stem): file for file in sorted(found) if file.name != WORKBOOK}
    plan, mistakes = _read_plan(path, library, tuple(files)) if path in found else (None, ())
    read = _read_all(files, plan.order() if plan else (), library, broken, options)
    readable = {name: found for name, found in read.items() if isinstance(found, Activity)}
    told = {name: found for name, found in read.items() if files[name] in options}
    wrong = [mistake for found in told.values() if not isinstance(found, Activity) for mistake in found]
    paths = (path,) * (path in options) + tuple(files[name] for name in told)
    trail = _only(plan or Workbook("", (Chapter("", tuple(files)),)), readable)
    taken = tuple(_taken(picture) for picture in library.taken())
    return ActivityFolder(trail, readable, (*(mistakes if path in options else ()), *wrong), paths, taken)


def _unreadable(folder: Path, error: OSError) -> Mistake:
    source = Source(folder)
    source.wrong(TOP, f"This folder cannot be read: {(error.strerror or 'it is not there').lower()}.")
    return source.found[0]


def _taken(picture: Path) -> Mistake:
    source = Source(picture)
    said = f"'{picture.name}' has the name of one of our pictures, and ours is shown."
    source.wrong(TOP, f"{said} Rename the file, such as 'my-{picture.name}', and write its new name in the activity.")
    return source.found[0]


def _read_all(
    files: dict[str, Path], order: tuple[str, ...], library: Library, broken: Broken, options: set[Path]
) -> dict[str, Activity | tuple[Mistake, ...]]:
    """Every file, in the order of the workbook; those that it does not name come last and may use all others."""
    read: dict[str, Activity | tuple[Mistake, ...]] = {}
    before: dict[str, Activity | None] = {}
    for name in order:
        look = broken if files[name] in options else none_broken
        found = read_activity(files[name], library, dict(before), files.keys() - before.keys(), look)
        read[name], before[name] = found, found if isinstance(found, Activity) else None
    loose = [name for name in files if name not in before]
    all_others = dict.fromkeys(loose) | before
    for name in loose:
        if files[name] in options:
            read[name] = read_activity(files[name], library, all_others, (), broken)
    return read


def _only(plan: Workbook, readable: dict[str, Activity]) -> Workbook:
    """The same workbook with what can be read."""
    chapters = [replace(c, activities=tuple(name for name in c.activities if name in readable)) for c in plan.chapters]
    return Workbook(plan.title, tuple(chapter for chapter in chapters if chapter.activities))


def _read_plan(path: Path, library: Library, files: tuple[str, ...]) -> tuple[Workbook | None, tuple[Mistake, ...]]:
    """The workbook as far as it can be read, and the mistakes in it."""
    source, text = open_page(path)
    context = Context(source, library, path.stem, others=files)
    found = {}
    try:
        node = None if source.found else top(text, context, BEGINS)
        found = fill(node, WORKBOOK_KEYS, tuple(WORKBOOK_KEYS), context, "A workbook") if node else {}
    except TooManyMistakes:
        pass
    plan = Workbook(found.get("title", ""), found["chapters"]) if found.get("chapters") else None
    return plan, source.mistakes()


def _chapters(key: str, node: Node, context: Context) -> tuple[Chapter, ...]:
    """The chapters; an activity that stands in two of them is kept in the first."""
    parts = listed(key, node, context, "Begin each chapter with '- title: '.")
    seen: dict[str, ScalarNode] = {}
    return tuple(_chapter(part, seen, context) for part in parts)


def _chapter(part: Node, seen: dict[str, ScalarNode], context: Context) -> Chapter:
    if not isinstance(part, MappingNode):
        context.source.wrong(part, f"A chapter has 'title' and 'activities'; this is {kind_of(part)}.")
        return Chapter("", ())
    keys: dict[str, Reader] = {
        "title": words,
        "activities": lambda key, node, context: _names(key, node, seen, context),
    }
    found = fill(part, keys, tuple(keys), context, "A chapter")
    return Chapter(found.get("title", ""), found.get("activities", ()))


def _names(key: str, node: Node, seen: dict[str, ScalarNode], context: Context) -> tuple[str, ...]:
    """The activities of a chapter, as far as their files are there."""
    parts = listed(key, node, context, "Write the names of activity files, without '.yaml'.")
    return tuple(name for part in parts if (name := _name(part, seen, context)))


def _name(node: Node, seen: dict[str, ScalarNode], context: Context) -> str:
    part = scalar("activities", node, context)
    if part is None:
        return ""
    name = part.text
    if name.removesuffix(".yaml") in context.others and name not in context.others:
        context.source.wrong(part, f"Write the name without its ending: '{name.removesuffix('.yaml')}'.")
        return ""
    if name not in context.others:
        unknown(part, f"There is no file '{shortened(name)}.yaml' beside this workbook.", context.others, context)
        return ""
    first = seen.setdefault(name, part)
    if first is not part:
        context.source.wrong(part, f"The activity '{name}' is here twice; it stands already in line {first.line}.")
    return name if first is part else ""


WORKBOOK_KEYS: dict[str, Reader] = {"title": words, "chapters": _chapters}
