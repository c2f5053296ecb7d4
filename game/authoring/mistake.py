"""A mistake in something that a grown-up wrote: where it is, and in one plain sentence what to do about it.

This file knows places and words. It knows no YAML, no pictures and no mechanics, and it opens no files.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from pathlib import Path
from unicodedata import category, combining, east_asian_width

from msgspec import Struct

from game.system.errors import UNSAID, Sentence
from game.system.language import N_, Translate

WIDEST = 100  # characters of the written line that are shown
MOST = 50  # mistakes told about one file; who has more begins with these
UNSEEN = ("Cc", "Cs", "Zl", "Zp")  # Unicode's control characters, halves of characters, separators of lines
LONGEST = 60  # characters of a word that is worth guessing at
AND_SO_ON = N_("{first}, {more}")
LAST = {"or": N_("{first} or {last}"), "and": N_("{first} and {last}")}
MEANS_ONE = N_("Did you mean {names}?")
AS_IT_IS = "'{name}'"  # a name is the same in every language


class Mistake(Struct, frozen=True):
    """`line` and `column` count from 1; `source` is the line as it was written, "" where there is none.

    >>> print(Mistake("tools.yaml", 2, 8, Sentence("There is no picture called '{name}'.", name="baer"), "cover: baer"))
    tools.yaml:2:8: There is no picture called 'baer'.
      cover: baer
             ^
    """

    path: str
    line: int
    column: int
    sentence: Sentence
    source: str = ""

    def __str__(self) -> str:
        said = f"{self.path}:{self.line}:{self.column}: {self.sentence}"
        return f"{said}\n{_shown(self.source, self.column - 1)}" if self.source.strip() else said

    def said(self, _: Translate) -> str:
        """The sentence in the language of `_`."""
        return self.sentence.said(_)


class TooManyMistakes(Exception):
    """There are MOST mistakes: reading this file any further would help nobody."""


class Source:
    """A file as it was written, and the mistakes that are found in it one after the other."""

    def __init__(self, path: Path, text: str = ""):
        self.path = Path(path)
        self.name = self.path.as_posix().encode(errors="replace").decode()
        self.lines = text.splitlines()
        self.found: list[Mistake] = []
        self._hushed: set[int] = set()
        self._told: set[str] = set()
        self.torn = False

    def is_first(self, what: str) -> bool:
        """True the first time it is asked with these words: what is long is told once in a file."""
        first = what not in self._told
        self._told.add(what)
        return first

    def wrong(self, place, sentence: Sentence) -> None:
        """Notes a mistake at a `place` with a line and a column (from 1). Raises TooManyMistakes after MOST of them."""
        if not self.tells(place):
            return
        if len(self.found) == MOST - 1:
            sentence = Sentence("There are more mistakes, from here on. Mend those above first.")
        source = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        self.found.append(Mistake(self.name, place.line, place.column, _harmless(sentence), source))
        if len(self.found) == MOST:
            raise TooManyMistakes

    def tells(self, place) -> bool:
        """False where nothing more is noted at this place."""
        return place.line not in self._hushed

    def hush(self, lines: Iterable[int]) -> None:
        """Nothing more is noted of these lines, nor of what is missing: what is wrong there has been said."""
        self.torn = True
        self._hushed.update(lines)

    def mistakes(self) -> tuple[Mistake, ...]:
        """What was found, from the top of the file to its end."""
        return tuple(sorted(dict.fromkeys(self.found), key=lambda mistake: (mistake.line, mistake.column)))


class Location(Struct, frozen=True):
    """Somewhere in a file, counted from 1."""

    line: int = 1
    column: int = 1


TOP = Location()


def about(path: Path, sentence: Sentence) -> Mistake:
    """A mistake in no line of the file, or in a file that there is not."""
    source = Source(path)
    source.wrong(TOP, sentence)
    return source.found[0]


def did_you_mean(word: str, names: Iterable[str]) -> Sentence:
    """ "Did you mean 'bear'?" where one of the names is close to the word, else "".

    >>> did_you_mean("baer", ("bear", "fox")), did_you_mean("Jade", ("jade-stone",)), did_you_mean("sky", ("fox",))
    ("Did you mean 'bear'?", "Did you mean 'jade-stone'?", '')
    """
    return suggestion(closest_match(word, names))


def suggestion(name: str) -> Sentence:
    """The question whether this name was meant; "" where there is none."""
    return Sentence("Did you mean '{name}'?", name=name) if name else UNSAID


def suggestions(names: Sequence[str]) -> Sentence:
    """The same of one name or several: "Did you mean 'bear' or 'beak'?"."""
    return Sentence(MEANS_ONE, names=one_of(names)) if len(names) > 1 else suggestion("".join(names))


def closest_match(word: str, names: Iterable[str]) -> str:
    """The name that was probably meant, "" where none is close.

    It begins as the word does, holds it, or is it but for a slip.
    """
    from difflib import get_close_matches  # only where something was misspelt

    by_fold = {folded(name): name for name in names}
    word = folded(word)[:LONGEST]
    found = get_close_matches(word, by_fold)
    close = [name for name in found if name[:1] == word[:1] or word in name or near_in_letters(word, (name,))]
    close = close or [name for name in by_fold if word in name.split("-")]
    return by_fold[close[0]] if close else ""


def near_in_letters(word: str, names: Iterable[str]) -> str:
    """The name that is this word but for a slip, or has it as one of its words; "" where there is none.

    A slip is one letter in four to seven, two in longer words, none in shorter ones.

    >>> near_in_letters("baer", ("bear",)), near_in_letters("dad", ("sad",)), near_in_letters("jade", ("jade-stone",))
    ('bear', '', 'jade-stone')
    """
    word = folded(word)[:LONGEST]
    room = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
    by_fold = {folded(name): name for name in names}
    near = ((_slips(word, name), name) for name in by_fold if abs(len(name) - len(word)) <= room)
    slips, found = min(near, default=(room + 1, ""))
    if slips > room:
        found = next((name for name in by_fold if word in name.split("-")), "")
    return by_fold.get(found, "")


def _slips(one: str, other: str) -> int:
    """Letters that are missing, too many, others, or the wrong way round."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        oldest, before, row = before, row, [i]
        for j, its in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                row[j] = min(row[j], oldest[j - 2] + 1)
    return row[-1]


def one_of(names: Iterable[str], last: str = "or") -> Sentence:
    """The names as they are said: 'a', 'b' or 'c'.

    >>> one_of(("a", "b", "c"))
    "'a', 'b' or 'c'"
    """
    return enumerated((Sentence(AS_IT_IS, name=name) for name in names), last)


def enumerated(parts: Iterable[Sentence], last: str = "or") -> Sentence:
    """The parts of a sentence, with commas between them and `last` before the last one."""
    *first, end = parts
    if not first:
        return end
    return Sentence(
        LAST[last], first=reduce(lambda one, more: Sentence(AND_SO_ON, first=one, more=more), first), last=end
    )


def shortened(word: str) -> str:
    """The word in one line, its end left out where it is long."""
    word = " ".join(word.split())
    return word if len(word) <= LONGEST else f"{word[:LONGEST]}…"


def folded(word: str) -> str:
    """The word as names are written: small letters, hyphens between words."""
    return word.strip().lower().replace(" ", "-").replace("_", "-")


def escaped(text: str) -> str:
    """The text with a mark for each character that would do something to a terminal instead of being seen."""
    return "".join("\ufffd" if category(letter) in UNSEEN else letter for letter in text)


def _harmless(sentence: Sentence) -> Sentence:
    """The sentence, and each in it, with such marks in what somebody has written."""
    return Sentence(sentence.text, **{name: _marked(value) for name, value in sentence.values.items()})


def _marked(value: object) -> object:
    if isinstance(value, Sentence):
        return _harmless(value)
    return escaped(value) if isinstance(value, str) else value


def _shown(source: str, column: int) -> str:
    """The line and, below it, a caret; a long line is cut on both sides of the place."""
    start = max(0, column - WIDEST // 2) if len(source) > WIDEST else 0
    line = escaped(source.replace("\t", " "))[start : start + WIDEST].rstrip()
    left, right = "…" * (start > 0), "…" * (len(source.rstrip()) > start + WIDEST)
    before = sum(_width(letter) for letter in left + line[: column - start])
    return f"  {left}{line}{right}\n  {' ' * before}^"


def _width(letter: str) -> int:
    """How many columns a terminal gives to the letter."""
    return 0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1
