"""A YAML text as words, lists and keys, each with its place; or the plain sentence why it is none of them.

This file knows YAML and nothing else: not what an activity is, no pictures, no files. Every scalar stays as
it was typed, so `no` and `12:30` are words. Only what a person writes by hand is taken: no anchors, no
tags, nothing nested deeper than DEEPEST, one document.
"""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

import yaml
from msgspec import Struct
from yaml.reader import Reader

from game.authoring.mistake import AS_IT_IS, Location, Source, shortened
from game.authoring.yaml_errors import FALLBACK, in_plain_words
from game.system.errors import Sentence
from game.system.language import N_

DEEPEST = 50  # an activity needs six
REFUSED = yaml.YAMLError, ValueError, OverflowError  # PyYAML chokes on some numbers in escapes and directives
FILES = 64  # that a folder may have and still be read quickly again
ANCHOR = N_("'{name}' is not understood here. Put words that begin with '&' in quotes.")
TAG = N_("What begins with '!' is not understood here. Put words that begin with '!' in quotes.")
HIDDEN = N_("There is a hidden character here that no text should have. Delete it, and write the word again.")


class ScalarNode(Struct, frozen=True):
    """Words as they were typed, in one line; "" where nothing was."""

    text: str
    line: int
    column: int


class SequenceNode(Struct, frozen=True):
    """A list. What was refused already is left out."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class MappingNode(Struct, frozen=True):
    """Keys and what stands after each, in the order they were written; None where that was refused already."""

    pairs: "tuple[tuple[ScalarNode, Node | None], ...]"
    line: int
    column: int


Node = ScalarNode | SequenceNode | MappingNode


class Unreadable(Exception):
    """Nothing after this place can be understood."""

    def __init__(self, place: Location, sentence: Sentence):
        super().__init__(sentence)
        self.place, self.sentence = place, sentence


def compose(text: str, source: Source) -> Node | None:
    """The document in this text, or None where there is none; what may not be there is noted on the page.

    Raises Unreadable where the text is no YAML, or nested too deep.
    """
    hidden = Reader.NON_PRINTABLE.search(text)
    if hidden:
        raise Unreadable(_place_of(text, hidden.start()), Sentence(HIDDEN))
    try:
        return _document(_events(text), source)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(*in_plain_words(error, source.lines)) from None
    except REFUSED:
        raise Unreadable(Location(), Sentence(FALLBACK)) from None


def lines_of_words(text: str) -> set[int]:
    """The numbers, from 0, of the lines on which words in quotes, or behind '|' or '>', go on, where these are known:
    behind what is no YAML none are.
    """
    events, _ = _parsed(text)
    in_signs = [event for event in events if isinstance(event, yaml.ScalarEvent) and event.style]
    return {line for event in in_signs for line in _going_on(event)}


def _going_on(event: yaml.ScalarEvent) -> range:
    """The lines behind its first one."""
    start, end = event.start_mark, event.end_mark
    return range(start.line + 1, end.line + (end.column > 0)) if start and end else range(0)


def in_one_line(text: str) -> str:
    """The words with one space between them, accents in the one form that is compared everywhere."""
    return normalize("NFC", " ".join(text.split()))


def kind_of(node: Node) -> Sentence:
    """What a person would call it."""
    if isinstance(node, ScalarNode):
        return Sentence(AS_IT_IS, name=shortened(node.text)) if node.text else Sentence("nothing")
    return Sentence("a list") if isinstance(node, SequenceNode) else Sentence("keys of its own")


def _events(text: str) -> Iterator[yaml.Event]:
    """What stands in the text, up to where it cannot be understood; there it raises what PyYAML says."""
    found, error = _parsed(text)
    yield from found
    if error is not None:
        raise error.with_traceback(None)


@lru_cache(FILES)
def _parsed(text: str) -> tuple[tuple[yaml.Event, ...], Exception | None]:
    """All events, or those before what cannot be understood, and the error.

    A folder is read by the desk, for a visit, and after each save: of its files one has changed.
    """
    found: list[yaml.Event] = []
    try:
        for event in _parsing(text):
            found.append(event)
    except REFUSED as error:
        return tuple(found), error.with_traceback(None)
    return tuple(found), None


def _parsing(text: str) -> Iterator[yaml.Event]:
    """Event by event; what is nested too deep is not read on: PyYAML takes ever longer for each level."""
    loader, depth = yaml.BaseLoader(text), 0
    while depth <= DEEPEST and loader.check_event():
        event = loader.get_event()
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        yield event


def _document(events: Iterator[yaml.Event], source: Source) -> Node | None:
    root, documents = None, 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                source.wrong(_start(event), Sentence("A second document begins here. Write one activity in each file."))
                return root
        elif isinstance(event, yaml.NodeEvent):
            root = _node(event, events, source, 1)
    return root


def _node(event: yaml.NodeEvent, events: Iterator[yaml.Event], source: Source, depth: int) -> Node | None:
    place = _start(event)
    if depth > DEEPEST:
        said = Sentence("This is nested deeper than {most} levels. An activity needs six.", most=DEEPEST)
        raise Unreadable(place, said)
    if isinstance(event, yaml.AliasEvent):
        said = Sentence("'{name}' stands for something else. Write out what you mean.", name=f"*{event.anchor}")
        source.wrong(place, said)
        return None
    _nothing_special(event, source, place)
    if isinstance(event, yaml.ScalarEvent):
        return ScalarNode(in_one_line(event.value), place.line, place.column)
    inside = _inside(events, source, depth)
    if isinstance(event, yaml.SequenceStartEvent):
        return SequenceNode(tuple(node for node in inside if node is not None), place.line, place.column)
    pairs = zip((_key(key, source) for key in inside[::2]), inside[1::2], strict=True)
    return MappingNode(tuple((key, node) for key, node in pairs if key is not None), place.line, place.column)


def _inside(events: Iterator[yaml.Event], source: Source, depth: int) -> list[Node | None]:
    """What a list or keys hold, up to the event that ends them."""
    found = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            break
        if isinstance(event, yaml.NodeEvent):
            found.append(_node(event, events, source, depth + 1))
    return found


def _key(key: Node | None, source: Source) -> ScalarNode | None:
    """The key, None (and a mistake) where it is no word."""
    if key is None or isinstance(key, ScalarNode):
        return key
    source.wrong(key, Sentence("A key is a word, not {what}.", what=kind_of(key)))
    return None


def _nothing_special(event: yaml.NodeEvent, source: Source, place: Location) -> None:
    if event.anchor:
        source.wrong(place, Sentence(ANCHOR, name=f"&{event.anchor}"))
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        source.wrong(place, Sentence(TAG))


def _start(event: yaml.Event) -> Location:
    mark = event.start_mark
    return Location(mark.line + 1, mark.column + 1) if mark else Location()


def _place_of(text: str, index: int) -> Location:
    before = f"{text[:index]}|".splitlines()
    return Location(len(before), len(before[-1]))
