"""What people type in place of the hyphen and the space that begin a step or an entry of a list.

Each is told and mended, so that the rest of the file is read as it was meant. This file knows signs and lines; of YAML
only where words are, and no activities.
"""

import re

from game.authoring.mistake import Location, Source
from game.authoring.typed_signs import lines_of
from game.authoring.yaml_errors import TAB
from game.authoring.yaml_nodes import lines_of_words
from game.system.errors import Sentence
from game.system.language import N_

BEGINS = N_("A step or an entry of a list begins with '- ', a hyphen and a space. Write that instead of '{sign}'.")
A_SPACE = Sentence(
    "A step or an entry of a list begins with '- ', a hyphen and a space. Put a space behind the hyphen."
)
KEY = re.compile(r" *[A-Za-z][A-Za-z ]*:(?: |$)")
# A star before anything; what can begin words as well, before a key alone.
SIGN = re.compile(
    r"^ *(?:(?P<star>\*)(?= +\S)|(?P<sign>\*|\+|--?|>|o(?= )|\d{1,2}[.)])(?= *[A-Za-z][A-Za-z ]*:(?: |$)))"
)
ITEM = re.compile(r"^ *- ")
TAB_BEHIND = re.compile(r"^(?P<to> *)-(?P<tab> *\t[ \t]*)(?=\S)")
TAB_BEFORE = re.compile(r"^(?P<tab>[ \t]*\t[ \t]*)- +[A-Za-z][A-Za-z ]*:(?: |$)")
# A line behind which words follow that stand further in than its key, or than its last hyphen where it has none.
BLOCK = re.compile(r"^(?P<to> *+(?:- ++(?![|>]))*+)(?:- +|\S.*: +)[|>][-+1-9]{0,2} *(?: #.*)?$")


def with_hyphens(text: str, source: Source) -> str:
    """The text with '- ' in place of each such sign, which is told; in words of several lines each is left."""
    lines, words = lines_of(text), lines_of_words(text)
    found = [number for number in range(len(lines)) if number not in words and _mended(lines, number, source)]
    return "\n".join(lines) if found else text


def _mended(lines: list[str], number: int, source: Source) -> bool:
    """Mends this line where it begins so, and tells of it; False where it does not."""
    line = lines[number]
    if (found := TAB_BEFORE.match(line)) and (column := _of_a_step(lines, number)) >= 0:
        source.wrong(Location(number + 1, line.index("\t") + 1), TAB)
        lines[number] = " " * column + line[found.end("tab") :]
    elif (found := TAB_BEHIND.match(line)) and _in_a_list(lines, number):
        source.wrong(Location(number + 1, line.index("\t") + 1), TAB)
        _put_hyphen(lines, number, _indent(line), "-")
    elif not ITEM.match(line) and (found := SIGN.match(line)) and _in_a_list(lines, number):
        sign = found["star"] or found["sign"]
        said = A_SPACE if sign == "-" else Sentence(BEGINS, sign=sign)
        source.wrong(Location(number + 1, _indent(line) + 1), said)
        _put_hyphen(lines, number, _indent(line), sign)
    return lines[number] != line


def _of_a_step(lines: list[str], number: int) -> int:
    """The column of a step's hyphen, two before the key below it; less than 0 where this line is an entry of a list in
    a step, or nothing tells.
    """
    above, below = next((line for line in reversed(lines[:number]) if line.strip()), ""), _below(lines, number)
    inside = TAB_BEFORE.match(above) or (above.rstrip().endswith(":") and _indent(above) >= _indent(below))
    return -1 if inside or not KEY.match(below) else _indent(below) - 2


def _in_a_list(lines: list[str], number: int) -> bool:
    """True where nothing stands behind the key to which this line belongs, so that it does not go on with its words."""
    column = _indent(lines[number])
    for line in reversed(lines[:number]):
        if not line.strip() or line.lstrip().startswith("#") or _indent(line) > column:
            continue
        if _indent(line) < column or not ITEM.match(line):
            key = re.fullmatch(r"[^\"'|>]*:", re.sub(r" #.*", "", line).rstrip())
            return key is not None and not _in_a_block(lines, number)
    return False


def _in_a_block(lines: list[str], number: int) -> bool:
    """True where this line goes on with words behind '|' or '>': YAML does not know of them below a mistake."""
    column = _indent(lines[number])
    for line in filter(str.strip, reversed(lines[:number])):
        if (found := BLOCK.match(line)) and column > len(found["to"]):
            return True
        column = min(column, _indent(line))
        if not column:
            break
    return False


def _put_hyphen(lines: list[str], number: int, column: int, sign: str) -> None:
    """A hyphen for the sign, and behind it so many spaces that its key begins above the one below it."""
    behind = lines[number][column + len(sign) :].expandtabs(1)
    spaces, below = max(1, len(sign) - 1 + _indent(behind)), _below(lines, number)
    if KEY.match(behind) and KEY.match(below) and _indent(below) > column:
        spaces = max(1, _indent(below) - column - 1)
        if _indent(below) == column + 1:
            _move_in(lines, number + 1, column)
    lines[number] = f"{lines[number][:column]}-{' ' * spaces}{behind.lstrip()}"


def _move_in(lines: list[str], number: int, column: int) -> None:
    """One space more before each line, from this one on, that stands further in than this column."""
    while number < len(lines) and (not lines[number].strip() or _indent(lines[number]) > column):
        lines[number] = f" {lines[number]}"
        number += 1


def _below(lines: list[str], number: int) -> str:
    """The next line that is not empty, "" behind the last one."""
    return next((line for line in lines[number + 1 :] if line.strip()), "")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
