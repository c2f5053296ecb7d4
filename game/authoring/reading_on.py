"""A text that is no YAML, read on: the line in which the trouble began is set aside, and so is what stands around it.

So whoever forgets one bracket learns of every other mistake, too, and of none that is only the bracket's.
This file knows lines and YAML; not what an activity is.
"""

import re

from game.authoring.mistake import Source
from game.authoring.typed_signs import lines_of
from game.authoring.yaml_errors import ODD_QUOTES, TWO_COLONS, WITHOUT_COLON
from game.authoring.yaml_nodes import Node, Unreadable, compose

MOST = 8  # lines that are set aside before the rest is left unread
OF_WORDS = (TWO_COLONS, ODD_QUOTES)  # the words alone are set aside: all that stands around them is as it was meant
KEY = re.compile(r"^(\s*(?:- +)?[^\s:#\[\]{}\"'][^:#\[\]{}\"']*):.*$")


def compose_what_can_be(text: str, source: Source) -> Node | None:
    """The document, or what is left of it without the lines that are no YAML; each of them is told.

    Nothing more is told of such a line, nor of the list item around it, but where only its words are amiss. None where
    nothing is left.
    """
    lines = lines_of(text)
    for _ in range(MOST):
        try:
            return compose(text, source)
        except Unreadable as error:
            source.wrong(error.place, error.sentence)
            number = min(error.place.line, len(lines)) - 1
            source.hush([number + 1] if error.sentence.text in OF_WORDS else _around(lines, number))
            if not _set_aside(lines, number):
                return None
            text = "\n".join(lines)
    return None


def _set_aside(lines: list[str], number: int) -> bool:
    """Take the words of this line away, or give it the colon that it lacks; its key is left, so that it is not missed.

    False where nothing was there.
    """
    if not lines[number].strip():
        return False
    mended = WITHOUT_COLON.sub(r"\g<to>\g<key>: \g<words>", lines[number])
    without = mended if mended != lines[number] else KEY.sub(r"\1: x", lines[number])
    lines[number] = without if without != lines[number] else ""
    return True


def _around(lines: list[str], number: int) -> list[int]:
    """The numbers, from 1, of the lines of the list item in which this line stands; else of this line alone.

    How far in a tab goes nobody knows: with it goes the whole step, but for other tabs in it, each of which is told.
    """
    tab = _has_tab(lines[number])
    around = _item(lines, next((i for i in range(number, -1, -1) if not _has_tab(lines[i])), 0) if tab else number)
    return [i for i in {*around, number + 1} if not tab or i == number + 1 or not _has_tab(lines[i - 1])]


def _item(lines: list[str], number: int) -> range:
    """The same, and no tabs."""
    first = number
    while first > 0 and not _begins_item(lines[first]):
        first -= 1
    if not _begins_item(lines[first]) or _is_out(lines, first, number):
        return range(number + 1, number + 2)
    last = number + 1
    while last < len(lines) and not (_begins_item(lines[last]) and _indent(lines[last]) <= _indent(lines[first])):
        last += 1
    return range(first + 1, last + 1)


def _is_out(lines: list[str], first: int, number: int) -> bool:
    """True where a line between has left the item: a key of the file itself."""
    return any(line.strip() and _indent(line) < _indent(lines[first]) for line in lines[first + 1 : number + 1])


def _begins_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def _has_tab(line: str) -> bool:
    return "\t" in line[: _indent(line)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
