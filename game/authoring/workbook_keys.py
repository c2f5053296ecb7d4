"""What stands after the keys of workbook.yaml: the chapters of the trail, and the sets of activities for one visit."""

from typing import Any

from game.authoring.fields import Reader, fill, read_list
from game.authoring.mistake import shortened
from game.authoring.stray_files import meant
from game.authoring.values.context import Context, scalar, unknown
from game.authoring.values.words import words, yes
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, kind_of
from game.core.activity import ActivitySet, Chapter

Named = dict[str, ScalarNode]  # activities, each where it is named first
NAMES = "Write the names of activity files, without '.yaml'."


def read_keys(node: MappingNode, context: Context) -> dict[str, Any]:
    """The `title`, the `chapters` and the `sets`, as far as they can be read."""
    on_trail: Named = {}
    in_sets: list[ScalarNode] = []
    keys: dict[str, Reader] = {
        "title": words,
        "chapters": lambda key, node, context: _chapters(key, node, on_trail, context),
        "sets": lambda key, node, context: _sets(key, node, in_sets, context),
    }
    found = fill(node, keys, ("title", "chapters"), context, "A workbook")
    for part in in_sets:
        if on_trail and part.text not in on_trail:
            said = f"The activity '{part.text}' is in no chapter, so it is on no trail. Write it into a chapter, too."
            context.source.wrong(part, said)
    return found


def _chapters(key: str, node: Node, seen: Named, context: Context) -> tuple[Chapter, ...]:
    """The chapters; an activity that stands in two of them is kept in the first."""
    parts = read_list(key, node, context, "Begin each chapter with '- title: '.")
    return tuple(_chapter(part, seen, context) for part in parts)


def _chapter(part: Node, seen: Named, context: Context) -> Chapter:
    if not isinstance(part, MappingNode):
        context.source.wrong(part, f"A chapter has 'title' and 'activities'; this is {kind_of(part)}.")
        return Chapter("", ())
    keys: dict[str, Reader] = {"title": words, "activities": _names_into(seen)}
    found = fill(part, keys, tuple(keys), context, "A chapter")
    return Chapter(found.get("title", ""), found.get("activities", ()))


def _sets(key: str, node: Node, named: list[ScalarNode], context: Context) -> tuple[ActivitySet, ...]:
    """The sets; each names an activity once at the most."""
    parts = read_list(key, node, context, "Begin each set with '- title: '.")
    return tuple(_set(part, named, context) for part in parts)


def _set(part: Node, named: list[ScalarNode], context: Context) -> ActivitySet:
    if not isinstance(part, MappingNode):
        context.source.wrong(part, f"A set has 'title' and 'activities'; this is {kind_of(part)}.")
        return ActivitySet("", ())
    seen: Named = {}
    names = _names_into(seen)
    keys: dict[str, Reader] = {"title": words, "activities": names, "one of": names, "last visit": yes}
    found = fill(part, keys, ("title", "activities"), context, "A set")
    named += seen.values()
    return ActivitySet(
        found.get("title", ""), found.get("activities", ()), found.get("one of", ()), found.get("last visit", False)
    )


def _names_into(seen: Named) -> Reader:
    """Reads a list of activities, as far as their files are there, none of which may be among those `seen`."""

    def names(key: str, node: Node, context: Context) -> tuple[str, ...]:
        parts = read_list(key, node, context, NAMES)
        return tuple(name for part in parts if (name := _name(key, part, seen, context)))

    return names


def _name(key: str, node: Node, seen: Named, context: Context) -> str:
    part = scalar(key, node, context)
    if part is None:
        return ""
    name = part.text
    if name.removesuffix(".yaml") in context.others and name not in context.others:
        context.source.wrong(part, f"Write the name without its ending: '{name.removesuffix('.yaml')}'.")
        return ""
    if name not in context.others and (file := meant(context.source.path.parent, name)):
        said = f"There is no file '{name}.yaml' beside this workbook, but '{file}'. Rename that one to '{name}.yaml'."
        context.source.wrong(part, said)
        return ""
    if name not in context.others:
        unknown(part, f"There is no file '{shortened(name)}.yaml' beside this workbook.", context.others, context)
        return ""
    first = seen.setdefault(name, part)
    if first is not part:
        context.source.wrong(part, f"The activity '{name}' is here twice; it stands already in line {first.line}.")
    return name if first is part else ""
