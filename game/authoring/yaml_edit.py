"""A YAML text with a title or a name more or less; whatever else stands there stays as it was typed.

What the text says, `workbook_reader.py` and `activity_reader.py` read.
"""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import yaml

from game.authoring.yaml_nodes import REFUSED, in_one_line
from game.system import atomic

CHAPTERS, SETS = "chapters", "sets"
LISTS = ("activities", "one of")  # of names


def rewrite(path: Path, change: Callable[[str], str]) -> bool:
    """Change what stands in this file; False where nothing is to be changed, or it cannot be read or written."""
    try:
        text = path.read_bytes().decode()
        if (new := change(text)) == text:
            return False
        atomic.write_text(path, new)
        return True
    except (OSError, UnicodeDecodeError):
        return False


def with_title(text: str, title: str) -> str:
    """An activity's text with this title; as it was where it has none."""
    for key, value in _pairs(_root(text)):
        if key.value == "title":
            end = key.start_mark.index + len(text[key.start_mark.index : value.end_mark.index].rstrip())
            return f"{text[: key.start_mark.index]}title: {title}{text[end:]}"
    return text


def with_name(text: str, after: str, name: str) -> str:
    """A workbook's text with this activity on the trail after the other one, in a row or on a line of its own; as it
    was where no chapter has a list that names the other one.
    """
    written = name if re.fullmatch(r"\w[\w-]*", name) else f'"{name}"'
    for row, number in _named(text, after, (CHAPTERS,)):
        at = row.value[number].end_mark.index
        if row.flow_style:
            return f"{text[:at]}, {written}{text[at:]}"
        at += len(text[at:].partition("\n")[0].rstrip("\r"))
        line_end = "\r\n" if "\r\n" in text else "\n"
        return f"{text[:at]}{line_end}{' ' * row.start_mark.column}- {written}{text[at:]}"
    return text


def without_name(text: str, name: str) -> str:
    """A workbook's text whose chapters and sets do not name this activity."""
    while found := next(_named(text, name, (CHAPTERS, SETS)), None):
        start, end = _place(text, *found)
        text = text[:start] + text[end:]
    return text


def _place(text: str, row: yaml.SequenceNode, number: int) -> tuple[int, int]:
    """What goes with this name: its line, or the comma beside it in a row."""
    start, end = row.value[number].start_mark.index, row.value[number].end_mark.index
    if not row.flow_style:
        return text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1 or len(text)
    if number:
        return row.value[number - 1].end_mark.index, end
    return start, row.value[1].start_mark.index if len(row.value) > 1 else end


def _named(text: str, name: str, parts: Collection[str]) -> Iterator[tuple[yaml.SequenceNode, int]]:
    """The lists of these parts of a workbook that name this activity, and at which place."""
    for row in _lists(text, parts):
        names = [in_one_line(one.value) if isinstance(one, yaml.ScalarNode) else "" for one in row.value]
        if in_one_line(name) in names:
            yield row, names.index(in_one_line(name))


def _lists(text: str, parts: Collection[str]) -> Iterator[yaml.SequenceNode]:
    for part, entries in _pairs(_root(text)):
        for entry in _items(entries) if part.value in parts else []:
            for key, row in _pairs(entry):
                if key.value in LISTS and isinstance(row, yaml.SequenceNode):
                    yield row


def _root(text: str) -> yaml.Node | None:
    """The document; None where there is none, or where it cannot be understood."""
    try:
        return yaml.compose(text, yaml.BaseLoader)
    except (*REFUSED, RecursionError):
        return None


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _items(node: yaml.Node) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else []
