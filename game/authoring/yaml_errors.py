"""What to say of a text that is no YAML: PyYAML's words for its own kind become ours for a therapist.

This file knows PyYAML's errors and nothing of activities.
"""

import re

from yaml import MarkedYAMLError

from game.authoring.cut_words import cuts
from game.authoring.mistake import Location
from game.authoring.typed_signs import quoted_from
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

FALLBACK = N_("From here on this cannot be read. Look for a missing quote, bracket, colon or space.")
TWO_COLONS = N_("There is a second colon in this line. Put words that hold a colon in quotes.")
ONE_NAME = N_(
    "'{key}' takes one name alone here: '{name}'. Words for the papers stand behind 'for the paper', and words that "
    "hold a colon in quotes."
)
A_LIST = N_("'{key}' takes a list, also of one: write '{key}: [{entries}]'.")
LISTS = frozenset(("onto", "along", "pictures", "with", "otherwise"))  # keys behind which a name can have a label
ANY_WORDS = frozenset(("title", "purpose", "for the paper", "label"))
LABELLED = re.compile(r"^\s*(?:-\s+)?(?P<key>[a-z][a-z ]*): +(?P<entries>(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*):(?: .*|$))")
NOT_BELOW = N_(
    "This line begins further in than its neighbours. Keys that belong together begin exactly below one another, "
    "and a step begins with '- '."
)
ODD_QUOTES = N_("These are quotes of a word processor. Write straight ones around the words.")
BRACKET = N_(
    "What stands after '#' is for you alone, the bracket that closes the list as well. Put words with '#' in quotes."
)
COMMA = N_("What stands after '#' is for you alone, the comma behind the words as well. Put words with '#' in quotes.")
# A '#' behind a space and outside quotes, with a closing bracket at the end of what it cuts off.
CUTS = re.compile(
    r"""^(?:[^#"']|(?<=\w)'|(?<!\w)"[^"]*"|(?<!\w)'[^']*'|(?<=\S)#)*(?<=\s)(?P<sign>#)[^#]*[\]}][ \t]*(?:#|$)"""
)
NO_COLON = N_("There is no colon here. Write a key, a colon, a space and the words.")
EQUALS = N_("There is '=' here where a colon belongs. Write a colon and a space.")
# A key and words, with blanks or '=' between them where a colon belongs.
WITHOUT_COLON = re.compile(r"^(?P<to>\s*(?:- +)?)(?P<key>[a-z][a-z-]*)(?P<sign> *= *| +)(?=[^\s:=])(?P<words>[^:#]*)$")
INNER_QUOTE = N_(
    "The words end at the quote before this, since they begin with one. "
    'Put all the words between quotes of the other kind: "At mum\'s".'
)
QUESTION = N_('Words with a question mark inside brackets are put in quotes, such as "Will it hurt?".')
SPACE = N_("Put a space after the colon.")
NO_SPACE = re.compile(r"^\s*(?:-\s+)?[a-z][a-z -]*:(?=[^\s:/])")
COLON_IN_ENTRY = re.compile(r"[\[{,][^\[{,]*: [^\[{,]*$")  # of what stands between two commas, up to its end
BELOW = N_("This line does not begin exactly below the line that it belongs to. Count the spaces at its beginning.")

TAB = Sentence("There is a tab here. Write spaces instead: two for each step further in.")

# What PyYAML says, and what we say, pointing to where the trouble began ...
BEGAN = {
    "quoted scalar found unexpected end": Sentence("This quote is not closed. Write it again where the words end."),
    "flow sequence": Sentence("The list that begins here with '[' is not closed by ']', or a comma is missing."),
    "flow mapping": Sentence(
        "What begins here with '{open}' is not closed by '{close}', or a comma is missing.", open="{", close="}"
    ),
    "could not find expected ':'": Sentence(NO_COLON),
    "scanning an alias": Sentence("Words that begin with '*' are put in quotes."),
    "scanning an anchor": Sentence("Words that begin with '&' are put in quotes."),
    "scanning a tag": Sentence("Words that begin with '!' are put in quotes."),
    "block scalar": Sentence("After '|' or '>' the words begin on the next line, further in."),
}
# ... or to where it showed. The first that fits is said.
SHOWED = {
    "character '\\t'": TAB,
    "flow node": Sentence("Something is missing before this, or it is one too many."),
    "found '<block mapping start>'": Sentence(BELOW),
    "found '<block sequence start>'": Sentence(BELOW),
    "found '<scalar>'": Sentence("This comes after a closing quote. Put all the words inside the quotes."),
    "block end>, but found ']'": Sentence("This '{sign}' closes nothing.", sign="]"),
    "block end>, but found '}'": Sentence("This '{sign}' closes nothing.", sign="}"),
    "block end>": Sentence("This line is too far out for the list above it. Move it in, or begin it with '- '."),
    "sequence entries are not allowed": Sentence("A list with '-' begins on a new line, further in."),
    "incompatible YAML document": Sentence("Leave this line out."),
    "double-quoted scalar": Sentence("A backslash is special in double quotes. Write single quotes instead."),
}


def in_plain_words(error: MarkedYAMLError, lines: list[str]) -> tuple[Location, Sentence]:
    """Where to point, and what to say, for what PyYAML has found in these lines."""
    showed = error.problem_mark
    if showed is None:
        return Location(), Sentence(FALLBACK)
    began = error.context_mark or showed
    if found := _without_colon(lines, error) or _inner_quote(lines, showed.line, showed.column):
        return found
    forgotten = _forgotten_space(lines, (began.line, showed.line, showed.line - 1))
    if forgotten:
        return forgotten, Sentence(SPACE)
    said = f"{error.context} {error.problem}"
    if "but got '?'" in said:
        return Location(showed.line + 1, showed.column + 1), Sentence(QUESTION)
    if "parsing a flow" in said and (cut := _cut(lines, began.line)):
        return cut
    if "but got ':'" in said and COLON_IN_ENTRY.search(_line(lines, showed.line)[: showed.column]):
        return Location(showed.line + 1, showed.column + 1), Sentence(TWO_COLONS)
    sentence = next((BEGAN[needle] for needle in BEGAN if needle in said), UNSAID)
    mark = began if sentence else showed
    line = _line(lines, showed.line)
    sentence = sentence or _where_it_showed(said, line, showed.column)
    column = len(line) - len(line.lstrip()) if sentence == NOT_BELOW else mark.column
    return Location(mark.line + 1, column + 1), sentence


def _cut(lines: list[str], number: int) -> tuple[Location, Sentence] | None:
    """The '#' in the line where a list begins that takes along its bracket or a comma."""
    line = _line(lines, number)
    if found := CUTS.match(line):
        return Location(number + 1, found.start("sign") + 1), Sentence(BRACKET)
    at = dict(cuts(lines)).get(number)
    if at is not None and line.rstrip().endswith(","):
        return Location(number + 1, at + 1), Sentence(COMMA)
    return None


def _without_colon(lines: list[str], error: MarkedYAMLError) -> tuple[Location, Sentence] | None:
    """A line in which the colon is missing, where PyYAML stumbles over it or over the keys that stand below its key."""
    problem, showed = error.problem or "", error.problem_mark
    if showed and "mapping values are not allowed" in problem:
        return _without_colon_above(lines, showed.line)
    began = error.context_mark or showed
    found = (
        WITHOUT_COLON.match(_line(lines, began.line)) if began and "could not find expected ':'" in problem else None
    )
    return _where_colon_belongs(found, began.line) if began and found else None


def _without_colon_above(lines: list[str], number: int) -> tuple[Location, Sentence] | None:
    """The same of the line above this one, where its key begins above this one's."""
    line = _line(lines, number)
    above = next((i for i in range(number - 1, -1, -1) if lines[i].strip() and lines[i].lstrip()[0] != "#"), number)
    found = WITHOUT_COLON.match(_line(lines, above)) if above < number else None
    if found and len(found["to"]) == len(line) - len(line.lstrip()):
        return _where_colon_belongs(found, above)
    return None


def _where_colon_belongs(found: re.Match[str], number: int) -> tuple[Location, Sentence]:
    if "=" in found["sign"]:
        return Location(number + 1, found.start("sign") + found["sign"].index("=") + 1), Sentence(EQUALS)
    return Location(number + 1, found.start("key") + 1), Sentence(NO_COLON)


def _inner_quote(lines: list[str], number: int, column: int) -> tuple[Location, Sentence] | None:
    """An apostrophe just before this place that ends words between quotes of its kind, in the midst of a word."""
    before, here = _line(lines, number)[:column], _line(lines, number)[column : column + 1]
    if re.search(r"\w'$", before) and before.count("'") > 1 and here.isalnum():
        return Location(number + 1, column + 1), Sentence(INNER_QUOTE)
    return None


def _line(lines: list[str], number: int) -> str:
    """The line of this number, from 0; "" behind the last one."""
    return lines[number] if number < len(lines) else ""


def _where_it_showed(said: str, line: str, column: int) -> Sentence:
    if "mapping values are not allowed" in said:
        return _two_colons(line) if ":" in line[:column] else Sentence(NOT_BELOW)
    if "cannot start any token" in said and "\\t" not in said:
        return Sentence("Words that begin with '{sign}' are put in quotes.", sign=line[column : column + 1])
    return next((SHOWED[needle] for needle in SHOWED if needle in said), Sentence(FALLBACK))


def _two_colons(line: str) -> Sentence:
    if quoted_from(line) is not None:
        return Sentence(ODD_QUOTES)
    found = LABELLED.match(line)
    if found is None or found["key"] in ANY_WORDS:
        return Sentence(TWO_COLONS)
    entries = re.sub(r"\s#.*", "", found["entries"]).strip()
    if found["key"] in LISTS:
        odd = any(entry.count(":") > 1 for entry in entries.split(","))
        return Sentence(TWO_COLONS) if odd else Sentence(A_LIST, key=found["key"], entries=entries)
    return Sentence(ONE_NAME, key=found["key"], name=found["name"])


def _forgotten_space(lines: list[str], numbers: tuple[int, ...]) -> Location | None:
    for number in numbers:
        found = NO_SPACE.match(lines[number]) if 0 <= number < len(lines) else None
        if found:
            return Location(number + 1, found.end() + 1)
    return None
