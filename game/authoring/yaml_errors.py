"""What to say of a text that is no YAML: PyYAML's words for its own kind become ours for a therapist.

This file knows PyYAML's errors and nothing of activities.
"""

import re

from yaml import MarkedYAMLError

from game.authoring.cut_words import cuts
from game.authoring.mistake import Location
from game.authoring.typed_signs import quoted_from

FALLBACK = "From here on this cannot be read. Look for a missing quote, bracket, colon or space."
TWO_COLONS = "There is a second colon in this line. Put words that hold a colon in quotes."
ONE_NAME = "'{key}' takes one name here, without a label: '{name}'. Words that hold a colon are put in quotes."
LABELLED = re.compile(r"^\s*(?:-\s+)?(?P<key>[a-z][a-z ]*): +(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*):(?: |$)")
NOT_BELOW = (
    "This line begins further in than its neighbours. Keys that belong together begin exactly below one another, "
    "and a step begins with '- '."
)
ODD_QUOTES = "These are quotes of a word processor. Write straight ones around the words."
CUT = "What stands after '#' is for you alone, {what} as well. Put words with '#' in quotes."
BRACKET, COMMA = "the bracket that closes the list", "the comma behind the words"
# A '#' behind a space and outside quotes, with a closing bracket at the end of what it cuts off.
CUTS = re.compile(
    r"""^(?:[^#"']|(?<=\w)'|(?<!\w)"[^"]*"|(?<!\w)'[^']*'|(?<=\S)#)*(?<=\s)(?P<sign>#)[^#]*[\]}][ \t]*(?:#|$)"""
)
SPACE = "Put a space after the colon."
NO_SPACE = re.compile(r"^\s*(?:-\s+)?[a-z][a-z -]*:(?=[^\s:/])")
BELOW = "This line does not begin exactly below the line that it belongs to. Count the spaces at its beginning."

# What PyYAML says, and what we say, pointing to where the trouble began ...
BEGAN = {
    "quoted scalar found unexpected end": "This quote is not closed. Write it again where the words end.",
    "flow sequence": "The list that begins here with '[' is not closed by ']', or a comma is missing.",
    "flow mapping": "What begins here with '{' is not closed by '}', or a comma is missing.",
    "could not find expected ':'": "There is no colon here. Write a key, a colon, a space and the words.",
    "scanning an alias": "Words that begin with '*' are put in quotes.",
    "scanning an anchor": "Words that begin with '&' are put in quotes.",
    "scanning a tag": "Words that begin with '!' are put in quotes.",
    "block scalar": "After '|' or '>' the words begin on the next line, further in.",
}
# ... or to where it showed. The first that fits is said.
SHOWED = {
    "character '\\t'": "There is a tab here. Write spaces instead: two for each step further in.",
    "flow node": "Something is missing before this, or it is one too many.",
    "found '<block mapping start>'": BELOW,
    "found '<block sequence start>'": BELOW,
    "found '<scalar>'": "This comes after a closing quote. Put all the words inside the quotes.",
    "block end>, but found ']'": "This ']' closes nothing.",
    "block end>, but found '}'": "This '}' closes nothing.",
    "block end>": "This line is too far out for the list above it. Move it in, or begin it with '- '.",
    "sequence entries are not allowed": "A list with '-' begins on a new line, further in.",
    "incompatible YAML document": "Leave this line out.",
    "double-quoted scalar": "A backslash is special in double quotes. Write single quotes instead.",
}


def in_plain_words(error: MarkedYAMLError, lines: list[str]) -> tuple[Location, str]:
    """Where to point, and what to say, for what PyYAML has found in these lines."""
    showed = error.problem_mark
    if showed is None:
        return Location(), FALLBACK
    began = error.context_mark or showed
    forgotten = _forgotten_space(lines, (began.line, showed.line, showed.line - 1))
    if forgotten:
        return forgotten, SPACE
    said = f"{error.context} {error.problem}"
    if "parsing a flow" in said and (cut := _cut(lines, began.line)):
        return cut
    sentence = next((BEGAN[needle] for needle in BEGAN if needle in said), "")
    mark = began if sentence else showed
    line = _line(lines, showed.line)
    sentence = sentence or _where_it_showed(said, line, showed.column)
    column = len(line) - len(line.lstrip()) if sentence == NOT_BELOW else mark.column
    return Location(mark.line + 1, column + 1), sentence


def _cut(lines: list[str], number: int) -> tuple[Location, str] | None:
    """The '#' in the line where a list begins that takes along its bracket or a comma."""
    line = _line(lines, number)
    if found := CUTS.match(line):
        return Location(number + 1, found.start("sign") + 1), CUT.format(what=BRACKET)
    at = dict(cuts(lines)).get(number)
    if at is not None and line.rstrip().endswith(","):
        return Location(number + 1, at + 1), CUT.format(what=COMMA)
    return None


def _line(lines: list[str], number: int) -> str:
    """The line of this number, from 0; "" behind the last one."""
    return lines[number] if number < len(lines) else ""


def _where_it_showed(said: str, line: str, column: int) -> str:
    if "mapping values are not allowed" in said:
        return _two_colons(line) if ":" in line[:column] else NOT_BELOW
    if "cannot start any token" in said and "\\t" not in said:
        return f"Words that begin with '{line[column : column + 1]}' are put in quotes."
    return next((SHOWED[needle] for needle in SHOWED if needle in said), FALLBACK)


def _two_colons(line: str) -> str:
    if quoted_from(line) is not None:
        return ODD_QUOTES
    found = LABELLED.match(line)
    return ONE_NAME.format(**found.groupdict()) if found else TWO_COLONS


def _forgotten_space(lines: list[str], numbers: tuple[int, ...]) -> Location | None:
    for number in numbers:
        found = NO_SPACE.match(lines[number]) if 0 <= number < len(lines) else None
        if found:
            return Location(number + 1, found.end() + 1)
    return None
