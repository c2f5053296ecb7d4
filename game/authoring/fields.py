"""Reading a file that a grown-up wrote, from the disk down to what stands after each key.

This file knows no single key: `activity_reader.py` (an activity) and `workbook_reader.py` (the workbook) bring theirs.
"""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from game.authoring.mistake import TOP, Location, Source, closest_match, one_of, shortened
from game.authoring.reading_on import compose_what_can_be
from game.authoring.typed_signs import mended
from game.authoring.values.context import Context, forgotten_space, unknown
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, kind_of

LARGEST = 200_000  # bytes; an activity has about 500

Reader = Callable[[str, Node, Context], Any]
NOTHING_INSTEAD: Mapping[str, str] = {}


def open_page(path: Path) -> tuple[Source, str]:
    """The file's text, and a page for its mistakes with what hindered the reading, if anything did."""
    source = Source(path)
    try:
        if path.exists() and not path.is_file():
            source.wrong(TOP, "This is not a file.")
            return source, ""
        if path.stat().st_size > LARGEST:
            source.wrong(TOP, f"This file has more than {LARGEST // 1000} kB. An activity is about a page of text.")
            return source, ""
        data = path.read_bytes()
    except OSError as error:
        source.wrong(TOP, f"This file cannot be read: {(error.strerror or 'it is not there').lower()}.")
        return source, ""
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> tuple[Source, str]:
    source = Source(path)
    if data.startswith(b"{\\rtf"):
        source.wrong(TOP, "This is a word processor's file (RTF). Save it as plain text in the encoding UTF-8.")
        return source, ""
    if b"\0" in data:
        source.wrong(TOP, "This is not a text file. Save it as plain text in the encoding UTF-8.")
        return source, ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode("utf-8-sig") + "?"
        source.lines = readable.splitlines()
        place = Location(len(source.lines), len(source.lines[-1]))
        source.wrong(place, "From here on the letters cannot be read. Save the file anew, in the encoding UTF-8.")
        return source, ""
    return Source(path, text), text


def top(text: str, context: Context, begins: str) -> MappingNode | None:
    """The keys of a file; None (and a mistake) where there are none."""
    node = compose_what_can_be(mended(text, context.source), context.source)
    if context.source.found and not isinstance(node, MappingNode):
        return None
    if node is None or (isinstance(node, ScalarNode) and not node.text):
        context.source.wrong(TOP, f"This file is empty. {begins}")
    elif not isinstance(node, MappingNode):
        said = forgotten_space(node.text) if isinstance(node, ScalarNode) else ""
        context.source.wrong(node, begins + said)
    return node if isinstance(node, MappingNode) else None


def fill(
    node: MappingNode,
    options: Mapping[str, Reader],
    needed: Collection[str],
    context: Context,
    what: str,
    instead: Mapping[str, str] = NOTHING_INSTEAD,
) -> dict[str, Any]:
    """What stands after each wanted key, read; notes keys that are unknown, written twice or missing.

    `instead` says of keys that are unknown here what to write, in a sentence.
    """
    found: dict[str, Any] = {}
    written: dict[str, ScalarNode] = {}
    for key, value in node.pairs:
        first = written.setdefault(key.text, key)
        if first is not key:
            said = f"'{shortened(key.text)}' is written twice; it stands already in line {first.line}."
            context.source.wrong(key, said)
        elif key.text not in options:
            said = f"{what} has no key '{shortened(key.text)}'."
            near = () if key.text in instead else options
            unknown(key, said, near, context, instead.get(key.text, f"It can have {one_of(options, 'and')}."))
        elif value is not None:
            found[key.text] = options[key.text](key.text, value, context)
    for name in () if context.source.torn else _missing(needed, written.keys(), options):
        context.source.wrong(node, f"{what} needs '{name}', which is missing here.")
    return found


def _missing(needed: Collection[str], written: Collection[str], options: Collection[str]) -> list[str]:
    """What is needed and not written; not what an unknown key was probably meant to be."""
    meant = {closest_match(name, options) for name in written if name not in options}
    return [name for name in needed if name not in written and name not in meant]


def read_later(key: str, node: Node, context: Context) -> Node:
    """What is read later, when more is known."""
    return node


def read_list(key: str, node: Node, context: Context, each: str) -> tuple[Node, ...]:
    """The parts of a list that has at least one; () and a mistake otherwise."""
    parts = node.items if isinstance(node, SequenceNode) else ()
    if not parts and not (context.source.torn and kind_of(node) == "nothing"):
        said = f"needs a list, not {kind_of(node)}" if kind_of(node) not in ("a list", "nothing") else "is empty"
        context.source.wrong(node, f"'{key}' {said}. {each}")
    return parts
