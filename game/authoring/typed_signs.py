"""Signs that a word processor or a phone types in place of the plain ones: what each is, and what to write instead.

Where one stands for YAML's own sign it is told and mended, so that the rest of the file is read as it was meant. This
file knows signs and lines; no YAML, no activities.
"""

import re
from collections.abc import Callable, Iterable

from game.authoring.mistake import Location, Source, shortened
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

# By their numbers in Unicode, since they look so alike.
BULLETS = "\u2022\u2023\u2043\u2219\u25e6\u25aa\u25cf\u25cb\u25a0\u00b7"
DASHES = "\u2013\u2014\u2015\u2212\u2010\u2011\u2012"
SPACES, COLONS = "\u00a0\u2000-\u200a\u202f\u205f\u3000", "\uff1a\ufe55\u2236"
OPENING, CLOSING = "\u201c\u201e\u201f\u00ab\u2018\u201a\u201b\u2039", "\u201d\u201c\u00bb\u2019\u2018\u203a"
COMMAS = "\u060c\uff0c\u3001\ufe50\ufe51\uff64"
UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"

BULLET = re.compile(rf"^[ \t{SPACES}]*(?P<sign>[{BULLETS}])(?=[ \t{SPACES}]*\S)[\t]?")
DASH = re.compile(rf"^[ \t{SPACES}]*(?P<sign>[{DASHES}])(?=[ \t{SPACES}])")
COLON = re.compile(rf"^[ \t]*(?:-[ \t]+)?[a-z][a-z -]*(?P<sign>[{COLONS}])")
KEY = re.compile(r"[a-z][a-z ]*:")
SPACE = re.compile(rf"(?:^[ \t]*(?:-[ \t]*)?|:[ \t]*)(?P<sign>[{SPACES}])")
# Between two names in brackets; or, behind a label, before a name and its own.
ROW, NAME = r"^[ \t]*(?:-[ \t]+)?[a-z][a-z -]*:[ \t]*\[", r"[a-z][a-z0-9-]*[ ]*"
COMMA = re.compile(rf"{ROW}(?:[^\]\"']*,)?[ ]*{NAME}(?P<sign>[{COMMAS}])[ ]*(?:{NAME}[\],:{COMMAS}]|$)")
COMMA_BEHIND = re.compile(rf"{ROW}[^\]\"']*?(?P<sign>[{COMMAS}])[ ]*{NAME}:[ ]")
NO_COMMA = N_("'{sign}' is not the comma that parts names. Write ',' instead.")
# Which sign stands where it does harm; what is said; and what stands there when it is read on.
MENDED = (
    (BULLET, N_("'{sign}' is a bullet of a word processor. Write '- ' instead: a hyphen and a space."), "-"),
    (DASH, N_("'{sign}' is a dash of a word processor, not a hyphen. Write '- ' instead."), "-"),
    (COLON, N_("'{sign}' is a wide colon. Write ': ' instead: a plain colon and a space."), ":"),
    (SPACE, N_("This looks like a space and is none: it is a word processor's no-break space. Type it anew."), " "),
    (COMMA, NO_COMMA, ","),
    (COMMA_BEHIND, NO_COMMA, ","),
)
QUOTE = f"[{OPENING}{CLOSING}]", N_("'{sign}' is a quote of a word processor. Leave it out, or write a straight one.")
# What is said of a name or of quoted words that have such a sign.
IN_NAMES = (
    QUOTE,
    (f"[{DASHES}]", N_("'{sign}' in it is a dash of a word processor. Write a hyphen, '-'.")),
    (f"[{UNSEEN}]", N_("There is a sign in it that cannot be seen. Delete the word and type it anew.")),
    (f"[{COMMAS}]", NO_COMMA),
    ("[;\u061b\uff1b]", N_("'{sign}' does not part names. Write a comma between them.")),
)
SEVERAL = Sentence(
    "Between names stands a comma; in a list below one another each is on a line of its own, after '- '."
)
LABEL = N_("Between a name and its label stand a colon and a space: '{name}: {label}'.")
QUOTED = re.compile(rf"(?:^[ \t]*-|[:\[,{{])[ \t]*(?P<words>[{OPENING}][^{OPENING}{CLOSING}]*[{CLOSING}])")


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them."""
    return re.split("\r\n|[\n\r\x85\u2028\u2029]", text)


def mended(text: str, source: Source) -> str:
    """The text as it was meant; each sign that is another one is told, the first in each line."""
    if text.isascii():
        return text
    lines = lines_of(text)
    for number, line in enumerate(lines):
        lines[number] = _mended_line(line, number + 1, source, "".join(lines[number + 1 : number + 2]))
    return "\n".join(lines)


def _mended_line(line: str, number: int, source: Source, below: str) -> str:
    if line.isascii() or line.lstrip().startswith("#"):
        return line
    told = False
    for sign, sentence, plain in MENDED:
        while found := sign.search(line):
            place = found.start("sign")
            if not told:
                source.wrong(Location(number, place + 1), Sentence(sentence, sign=found["sign"]))
            told, line = True, line[:place] + plain + _after(line, place, plain, below)
    return line


def _after(line: str, place: int, plain: str, below: str) -> str:
    """The rest of the line; a list's hyphen has a space behind it where there was nothing, and where a key is behind it
    so many that this begins above the key below it.
    """
    rest = line[place + 1 :]
    if plain == "-":
        behind = rest.lstrip(" \t")
        further = len(below) - len(below.lstrip(" ")) - place - 1
        aligned = KEY.match(behind) is not None and KEY.match(below.lstrip(" ")) is not None
        there = 0 if rest.startswith("\t") else len(rest) - len(behind)
        return " " * max(1, there, further if aligned else 1) + behind
    return " " + rest if plain == ":" and not rest.startswith(" ") else rest


def in_a_name(name: str) -> Sentence:
    """The sentence about the first sign in this name that is another one than it seems; "" where there is none."""
    return _first_of(IN_NAMES, name)


def quote_in(value: str) -> Sentence:
    """The sentence about a word processor's quote in a value of a few plain words; "" where there is none."""
    return _first_of((QUOTE,), value)


def between_names(name: str, known: Callable[[str], bool]) -> Sentence:
    """What to say of several names in one, or of a name and its label, where the sign between them is another one.

    `known` says of a word whether it is a name; "" where this is neither.
    """
    first, *rest = (part.strip() for part in re.split(r"[,\s]+", name.strip(), maxsplit=1))
    if not rest or not known(first):
        return UNSAID
    if all(known(part) for part in re.split(r"[,\s]+", rest[0])):
        return SEVERAL
    if "," in name or rest[0][:1].isupper():
        return Sentence(LABEL, name=first, label=rest[0])
    return UNSAID


def label_of(name: str, words: str, known: Callable[[str], bool]) -> Sentence:
    """What to say of words that stand as an entry of their own behind this name, and are probably its label: no name
    has both a blank and a capital letter. "" where the one is no name, or the other no such words.
    """
    probably = words[:1].isupper() and " " in words
    return Sentence(LABEL, name=name, label=shortened(words)) if probably and known(name) else UNSAID


def comma_in_label(label: str, known: Callable[[str], bool]) -> Sentence:
    """The sentence about another comma in a label, where a name stands behind it; "" where none does."""
    *before, last = re.split(f"[{COMMAS}]", label)
    sign = label[len(label) - len(last) - 1 :][:1]
    return Sentence(NO_COMMA, sign=sign) if before and known(last.strip()) else UNSAID


def _first_of(signs: Iterable[tuple[str, str]], text: str) -> Sentence:
    for sign, sentence in signs:
        if found := re.search(sign, text):
            return Sentence(sentence, sign=found[0])
    return UNSAID


def quoted_from(line: str) -> int | None:
    """Where in this line words stand between a word processor's quotes, from 0; None where none do."""
    found = None if line.isascii() else QUOTED.search(line)
    return found.start("words") if found else None
