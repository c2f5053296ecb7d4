"""What stands after the keys of workbook.yaml: the chapters of the trail, and the sets of activities for one visit."""

from typing import Any

from game.authoring.fields import Reader, fill, read_list
from game.authoring.mistake import shortened
from game.authoring.stray_files import meant
from game.authoring.values.context import Context, scalar, unknown
from game.authoring.values.words import words, yes
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, kind_of
from game.core.activity import ActivitySet, Chapter
from game.system.errors import Sentence
from game.system.language import N_

Named = dict[str, ScalarNode]  # activities, each where it is named first
NAMES = Sentence("Write the names of activity files, without '.yaml'.")
IN_NO_CHAPTER = N_("The activity '{name}' is in no chapter, so it is on no trail. Write it into a chapter, too.")
OTHER_FILE = N_("There is no file '{file}' beside this workbook, but '{other}'. Rename that one to '{file}'.")
TWICE = N_("The activity '{name}' is here twice; it stands already in line {line}.")


def read_keys(node: MappingNode, context: Context) -> dict[str, Any]:
    """The `title`, the `chapters` and the `sets`, as far as they can be read."""
    on_trail: Named = {}
    in_sets: list[ScalarNode] = []
    keys: dict[str, Reader] = {
        "title": words,
        "chapters": lambda key, node, context: _chapters(key, node, on_trail, context),
        "sets": lambda key, node, context: _sets(key, node, in_sets, context),
    }
    found = fill(node, keys, ("title", "chapters"), context, Sentence("A workbook"))
    for part in in_sets:
        if on_trail and part.text not in on_trail:
            context.source.wrong(part, Sentence(IN_NO_CHAPTER, name=part.text))
    return found


def _chapters(key: str, node: Node, seen: Named, context: Context) -> tuple[Chapter, ...]:
    """The chapters; an activity that stands in two of them is kept in the first."""
    parts = read_list(key, node, context, Sentence("Begin each chapter with '- title: '."))
    return tuple(_chapter(part, seen, context) for part in parts)


def _chapter(part: Node, seen: Named, context: Context) -> Chapter:
    if not isinstance(part, MappingNode):
        said = Sentence("A chapter has 'title' and 'activities'; this is {what}.", what=kind_of(part))
        context.source.wrong(part, said)
        return Chapter("", ())
    keys: dict[str, Reader] = {"title": words, "activities": _names_into(seen)}
    found = fill(part, keys, tuple(keys), context, Sentence("A chapter"))
    return Chapter(found.get("title", ""), found.get("activities", ()))


def _sets(key: str, node: Node, named: list[ScalarNode], context: Context) -> tuple[ActivitySet, ...]:
    """The sets; each names an activity once at the most."""
    parts = read_list(key, node, context, Sentence("Begin each set with '- title: '."))
    return tuple(_set(part, named, context) for part in parts)


def _set(part: Node, named: list[ScalarNode], context: Context) -> ActivitySet:
    if not isinstance(part, MappingNode):
        said = Sentence("A set has 'title' and 'activities'; this is {what}.", what=kind_of(part))
        context.source.wrong(part, said)
        return ActivitySet("", ())
    seen: Named = {}
    names = _names_into(seen)
    keys: dict[str, Reader] = {"title": words, "activities": names, "one of": names, "last visit": yes}
    found = fill(part, keys, ("title", "activities"), context, Sentence("A set"))
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
        stem = name.removesuffix(".yaml")
        context.source.wrong(part, Sentence("Write the name without its ending: '{name}'.", name=stem))
        return ""
    if name not in context.others and (file := meant(context.source.path.parent, name)):
        context.source.wrong(part, Sentence(OTHER_FILE, file=f"{name}.yaml", other=file))
        return ""
    if name not in context.others:
        said = Sentence("There is no file '{file}' beside this workbook.", file=f"{shortened(name)}.yaml")
        unknown(part, said, context.others, context)
        return ""
    first = seen.setdefault(name, part)
    if first is not part:
        context.source.wrong(part, Sentence(TWICE, name=name, line=first.line))
    return name if first is part else ""
