"""What is no mistake, and is probably not meant: said by `check`, while the activity is on the trail all the same.

This file knows lines, activities and a scene's words; which signs can be printed is handed in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from game.art.library import Library
from game.authoring.activity_reader import ACTIVITY, read_what_can_be
from game.authoring.cut_words import cuts
from game.authoring.mistake import Location, Mistake, Source, TooManyMistakes, one_of
from game.authoring.scene_hints import of_places
from game.authoring.step_hints import of_steps
from game.authoring.step_reader import FOR_THE_PAPER, step_keys
from game.authoring.typed_signs import quoted_from
from game.authoring.values.place import LABEL
from game.core.activity import Activity
from game.core.story import BEATS
from game.core.table import Spot
from game.system.errors import Sentence
from game.system.language import N_

CUT = N_(
    "What stands after '#' is for you alone, so the words end before it. "
    "Where it belongs to them, put them all in quotes."
)
WORDS = ("title", "purpose", FOR_THE_PAPER)
USUAL = 0x52F  # the last of the signs that our own fonts have: Latin, Greek, Cyrillic
NO_MISTAKE = N_("No mistake, and perhaps not what you meant: {what}")  # a hint that stands among mistakes
QUOTES = N_("These are quotes of a word processor: they are printed with the words. Write straight ones, or none.")
Unprintable = Callable[[str], tuple[str, ...]]  # the signs of a text that no font here has


def all_printable(text: str) -> tuple[str, ...]:
    """No sign that cannot be printed: nothing is known of fonts."""
    return ()


def hints(
    path: Path,
    activity: Activity,
    library: Library,
    unprintable: Unprintable = all_printable,
    activities: Mapping[str, Activity] | None = None,
) -> tuple[Mistake, ...]:
    """What somebody who has written this good activity may want to look at, from its top to its end.

    `activities` are all of its folder, by name: those that it refers to are looked up there.
    """
    source = Source(path, activity.text)
    steps = of_steps(activity, source.lines, library, activities or {})
    return _noted(source, (*_in_lines(source.lines, unprintable, _has_words), *steps))


def hints_beside(
    mistakes: tuple[Mistake, ...],
    path: Path,
    text: str,
    library: Library,
    unprintable: Unprintable = all_printable,
    activities: Mapping[str, Activity] | None = None,
) -> tuple[Mistake, ...]:
    """The same in a text that has these mistakes, in other lines than theirs; of its steps those without mistakes."""
    source, wrong = Source(path, text), {mistake.line for mistake in mistakes}
    read = read_what_can_be(path, library, activities or {})
    steps = of_steps(read, source.lines, library, activities or {}) if read else ()
    found = (*_in_lines(source.lines, unprintable, _has_words), *steps)
    return _noted(source, ((place, said) for place, said in found if place.line not in wrong))


def hints_of_scene(
    mistakes: tuple[Mistake, ...],
    path: Path,
    text: str,
    spots: tuple[Spot, ...],
    unprintable: Unprintable = all_printable,
) -> tuple[Mistake, ...]:
    """The same in the YAML of an own scene with these places, whose labels stand on papers; not in the lines of its
    mistakes.
    """
    source, wrong = Source(path, text), {mistake.line for mistake in mistakes}
    found = (*_in_lines(source.lines, unprintable, LABEL.__eq__), *of_places(spots, source.lines))
    return _noted(source, ((place, said) for place, said in found if place.line not in wrong))


def noted(mistake: Mistake) -> Mistake:
    """The same as a hint that may stand among mistakes."""
    return replace(mistake, sentence=Sentence(NO_MISTAKE, what=mistake.sentence))


def _noted(source: Source, found: Iterable[tuple[Location, Sentence]]) -> tuple[Mistake, ...]:
    with suppress(TooManyMistakes):
        for place, sentence in found:
            source.wrong(place, sentence)
    return source.mistakes()


def _in_lines(
    lines: list[str], unprintable: Unprintable, has_words: Callable[[str], bool]
) -> Iterator[tuple[Location, Sentence]]:
    cut = dict(cuts(lines, has_words))
    for number, line in enumerate(lines):
        if number in cut:
            yield Location(number + 1, cut[number] + 1), Sentence(CUT)
        for column, sentence in _in_line(line, unprintable):
            yield Location(number + 1, column + 1), sentence


def _has_words(key: str) -> bool:
    """True for the keys with words for papers, and for the name of a picture or a spot before its label."""
    return key in WORDS or key not in (ACTIVITY.keys() | step_keys() | set(BEATS))


def _in_line(line: str, unprintable: Unprintable) -> Iterator[tuple[int, Sentence]]:
    if line.lstrip().startswith("#"):
        return
    if (place := quoted_from(line)) is not None:
        yield place, Sentence(QUOTES)
    odd = "".join(letter for letter in line if ord(letter) > USUAL)
    if odd and (signs := unprintable(odd)):
        yield line.find(signs[0]), _without_font(signs)


def _without_font(signs: tuple[str, ...]) -> Sentence:
    if len(signs) == 1:
        return Sentence("No font here has the sign '{sign}': on papers, '?' stands in its place.", sign=signs[0])
    each = one_of(signs, "and")
    return Sentence("No font here has the signs {signs}: on papers, '?' stands in the place of each.", signs=each)
