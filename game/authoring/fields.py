"""Reading a file that a grown-up wrote, from the disk down to what stands after each key.

This file knows no single key: `activity_reader.py` (an activity) and `workbook_reader.py` (the workbook) bring theirs.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from game.authoring.list_signs import with_hyphens
from game.authoring.mistake import TOP, Location, Source, closest_match, near_in_letters, one_of, shortened
from game.authoring.reading_on import compose_what_can_be
from game.authoring.typed_signs import mended
from game.authoring.values.context import Context, forgotten_space, unknown
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, kind_of
from game.system.errors import UNSAID, Sentence, why_unread
from game.system.language import N_

LARGEST = 200_000  # bytes; an activity has about 500

Reader = Callable[[str, Node, Context], Any]
NOTHING_INSTEAD: Mapping[str, Sentence] = {}
TOO_LARGE = N_("This file has more than {most} kB. An activity is about a page of text.")
RTF = N_("This is a word processor's file (RTF). Save it as plain text in the encoding UTF-8.")
NO_TEXT = N_("This is not a text file. Save it as plain text in the encoding UTF-8.")
SPELT = N_("The key '{key}' is written '{name}'.")
NO_LETTERS = N_("From here on the letters cannot be read. Save the file anew, in the encoding UTF-8.")


def open_page(path: Path) -> tuple[Source, str]:
    """The file's text, and a page for its mistakes with what hindered the reading, if anything did."""
    source = Source(path)
    try:
        if path.exists() and not path.is_file():
            source.wrong(TOP, Sentence("This is not a file."))
            return source, ""
        if path.stat().st_size > LARGEST:
            source.wrong(TOP, Sentence(TOO_LARGE, most=LARGEST // 1000))
            return source, ""
        data = path.read_bytes()
    except OSError as error:
        source.wrong(TOP, Sentence("This file cannot be read: {why}.", why=why_unread(error)))
        return source, ""
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> tuple[Source, str]:
    source = Source(path)
    if data.startswith(b"{\\rtf"):
        source.wrong(TOP, Sentence(RTF))
        return source, ""
    if b"\0" in data:
        source.wrong(TOP, Sentence(NO_TEXT))
        return source, ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode("utf-8-sig") + "?"
        source.lines = readable.splitlines()
        place = Location(len(source.lines), len(source.lines[-1]))
        source.wrong(place, Sentence(NO_LETTERS))
        return source, ""
    return Source(path, text), text


def top(text: str, context: Context, begins: Sentence) -> MappingNode | None:
    """The keys of a file; None (and a mistake) where there are none."""
    text = with_hyphens(mended(text, context.source), context.source)
    node = compose_what_can_be(text, context.source)
    if context.source.found and not isinstance(node, MappingNode):
        return None
    if node is None or (isinstance(node, ScalarNode) and not node.text):
        context.source.wrong(TOP, Sentence("This file is empty.").then(begins))
    elif not isinstance(node, MappingNode):
        said = forgotten_space(node.text) if isinstance(node, ScalarNode) else UNSAID
        context.source.wrong(node, begins.then(said))
    return node if isinstance(node, MappingNode) else None


def fill(
    node: MappingNode,
    options: Mapping[str, Reader],
    needed: Collection[str],
    context: Context,
    what: Sentence,
    instead: Mapping[str, Sentence] = NOTHING_INSTEAD,
    can_stand: Mapping[str, Sentence] = NOTHING_INSTEAD,
) -> dict[str, Any]:
    """What stands after each wanted key, read; notes keys that are unknown, written twice or missing.

    `instead` says of keys that are unknown here what to write, in a sentence, `can_stand` what there is to stand after
    one that is missing.
    """
    found: dict[str, Any] = {}
    written: dict[str, ScalarNode] = {}
    for key, value in node.pairs:
        first = written.setdefault(key.text, key)
        if first is not key:
            said = Sentence(
                "'{key}' is written twice; it stands already in line {line}.", key=shortened(key.text), line=first.line
            )
            context.source.wrong(key, said)
        elif key.text not in options:
            said = Sentence("{what} has no key '{key}'.", what=what, key=shortened(key.text))
            near = () if key.text in instead else options
            unknown(key, said, near, context, instead.get(key.text, can_have(options)))
            meant = near_in_letters(key.text, near)
            if meant not in ("", *(other.text for other, _ in node.pairs)) and value is not None:
                found[meant] = options[meant](meant, value, context)  # so that what is wrong in it is told at once
        elif value is not None:
            found[key.text] = options[key.text](key.text, value, context)
    for name in () if context.source.torn else _missing(needed, written.keys(), options):
        said = Sentence("{what} needs '{key}', which is missing here.", what=what, key=name)
        context.source.wrong(node, said.then(can_stand.get(name, UNSAID)))
    return found


def can_have(options: Iterable[str]) -> Sentence:
    """The keys that there can be."""
    return Sentence("It can have {keys}.", keys=one_of(options, "and"))


def in_small_letters(node: Node, known: Collection[str], context: Context) -> Node:
    """The same with its keys as they are known, but for capitals and signs between words; each such key is noted."""
    if not isinstance(node, MappingNode):
        return node
    return MappingNode(tuple((_small(key, known, context), value) for key, value in node.pairs), node.line, node.column)


def _small(key: ScalarNode, known: Collection[str], context: Context) -> ScalarNode:
    name = " ".join(re.split(r"[\s_-]+", key.text.strip().lower()))
    if key.text in known or name not in known:
        return key
    context.source.wrong(key, Sentence(SPELT, key=shortened(key.text), name=name))
    return ScalarNode(name, key.line, key.column)


def _missing(needed: Collection[str], written: Collection[str], options: Collection[str]) -> list[str]:
    """What is needed and not written; not what an unknown key was probably meant to be."""
    meant = {closest_match(name, options) for name in written if name not in options}
    return [name for name in needed if name not in written and name not in meant]


def read_later(key: str, node: Node, context: Context) -> Node:
    """What is read later, when more is known."""
    return node


def read_list(key: str, node: Node, context: Context, each: Sentence) -> tuple[Node, ...]:
    """The parts of a list that has at least one; () and a mistake otherwise."""
    parts = node.items if isinstance(node, SequenceNode) else ()
    if not parts and not (context.source.torn and kind_of(node) == "nothing"):
        said = Sentence("'{key}' is empty.", key=key)
        if kind_of(node) not in ("a list", "nothing"):
            said = Sentence("'{key}' needs a list, not {what}.", key=key, what=kind_of(node))
        context.source.wrong(node, said.then(each))
    return parts
