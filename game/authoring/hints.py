"""What is no mistake, and is probably not meant: said by `check`, while the activity is on the trail all the same.

This file knows lines, activities and, by name, scenes; which signs can be printed is handed in.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from game.art.library import Library
from game.authoring.activity_reader import ACTIVITY, read_what_can_be
from game.authoring.cut_words import cuts
from game.authoring.mistake import Location, Mistake, Source, TooManyMistakes, one_of
from game.authoring.rows import broken_scale
from game.authoring.step_reader import FOR_THE_PAPER, step_keys
from game.authoring.typed_signs import quoted_from
from game.core.activity import (
    BESIDE,
    FOR_PEOPLE,
    HOW_MANY,
    OTHERWISE,
    PEOPLE,
    PICTURE,
    PICTURES,
    SIGNS,
    STAND_IN,
    VISIT,
    Activity,
    Step,
    fields_of,
)
from game.core.spots import taking_signs
from game.core.story import BEATS
from game.mechanics import traits
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
MANY_PICTURES = N_(
    "'{name}' has {number} pictures. A small child sees three at a time, and turns to the others. Fewer are chosen "
    "from more easily."
)
AS_PICKED = N_(
    "'{name}' stands at the spots in the order in which it was picked: at '{spot}' it stands in place of '{label}', "
    "and papers say its name. A spot for which none was picked keeps your words."
)
LEFT_AWAY = N_(
    "Of '{name}' at the most {number} can be picked, so nothing stands at {gone}: a spot without a picture and without "
    "words of yours is left away."
)
FIRST_ALONE = N_(
    "'{name}' can be several things, and what is laid here goes onto the one that was picked first. To lay something "
    "at each of them, write 'place' with 'signs: {name}'."
)
BREATH_OF_PEOPLE = N_(
    "People do not swell with the breath: of what was chosen in '{name}' the first thing that is no person does, else "
    "'{picture}'."
)
NOT_MET = N_(
    "A child that has chosen nothing in '{name}' does not come to '{step}'. With '{key}: {picture}' beside 'from' it "
    "does, too."
)
NO_PAPER = N_(
    "'{name}' is no paper to draw on. Papers are {papers}, and pictures of your own; a picture that lies on the sheet "
    "and is drawn over stands after 'on'."
)
PAPERS = ("broad-leaf",)  # of ours, as wide as the sheet
MANY = 24  # pictures in one list, which small children see three at a time
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
    of_steps = _of_steps(activity, source.lines, library, activities or {})
    return _noted(source, (*_in_lines(source.lines, unprintable), *of_steps))


def _of_steps(
    activity: Activity, lines: list[str], library: Library, activities: Mapping[str, Activity]
) -> Iterator[tuple[Location, Sentence]]:
    found = (
        *_many(activity, lines),
        *_in_rows(activity, lines, library),
        *_signed(activity, lines, activities, library),
        *_decorated(activity, lines, activities),
        *_not_met(activity, lines, activities),
        *_with_people(activity, lines, activities, library),
        *_on_no_paper(activity, lines, library),
    )
    yield from ((_step_at(number, lines), sentence) for number, sentence in found)


def hints_beside(
    mistakes: tuple[Mistake, ...],
    path: Path,
    text: str,
    library: Library,
    unprintable: Unprintable = all_printable,
    activities: Mapping[str, Activity] | None = None,
) -> tuple[Mistake, ...]:
    """What somebody may want to look at in a text that has mistakes, in other lines than theirs; of its steps those
    without mistakes.
    """
    source, wrong = Source(path, text), {mistake.line for mistake in mistakes}
    read = read_what_can_be(path, library, activities or {})
    of_steps = _of_steps(read, source.lines, library, activities or {}) if read else ()
    found = (*_in_lines(source.lines, unprintable), *of_steps)
    return _noted(
        source, ((place, Sentence(NO_MISTAKE, what=said)) for place, said in found if place.line not in wrong)
    )


def noted(mistake: Mistake) -> Mistake:
    """The same as a hint that may stand among mistakes."""
    return replace(mistake, sentence=Sentence(NO_MISTAKE, what=mistake.sentence))


def _noted(source: Source, found: Iterable[tuple[Location, Sentence]]) -> tuple[Mistake, ...]:
    with suppress(TooManyMistakes):
        for place, sentence in found:
            source.wrong(place, sentence)
    return source.mistakes()


def _in_lines(lines: list[str], unprintable: Unprintable) -> Iterator[tuple[Location, Sentence]]:
    cut = dict(cuts(lines, _has_words))
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


def _many(activity: Activity, lines: list[str]) -> Iterator[tuple[int, Sentence]]:
    for step in activity.steps:
        many = sum(len(pictures) for pictures in step.written.of_kind(PICTURES))
        if many > MANY:
            yield _line_of(step, lines), Sentence(MANY_PICTURES, name=step.result, number=many)


def _in_rows(activity: Activity, lines: list[str], library: Library) -> Iterator[tuple[int, Sentence]]:
    for step in activity.steps:
        scene = step.scene or activity.scene
        if scene in library.scenes() and (said := broken_scale(step, scene, library)):
            yield _line_of(step, lines), said


def _signed(
    activity: Activity, lines: list[str], activities: Mapping[str, Activity], library: Library
) -> Iterator[tuple[int, Sentence]]:
    """Spots at which pictures stand that were picked earlier, in the order of picking: the words of those that get one,
    and those without words that can get none.
    """
    for step in activity.steps:
        name = next(iter(step.written.of_kind(SIGNS)), "")
        most = _can_be_picked(name, activity, activities)
        if most is None:
            continue
        named = {spot.name: spot for spot in step.spots()}
        there = taking_signs(spot for spot in library.spots(step.scene or activity.scene) if spot.name in named)
        spots = [named[spot.name] for spot in there]
        words = next((spot for spot in spots[: most or None] if spot.has_words), None)
        if words:
            yield _line_of(step, lines), Sentence(AS_PICKED, name=name, spot=words.name, label=words.label)
        gone = [spot.name for spot in spots[most:] if most and not spot.has_words]
        if gone:
            yield _line_of(step, lines), Sentence(LEFT_AWAY, name=name, number=most, gone=one_of(gone, "and"))


def _decorated(
    activity: Activity, lines: list[str], activities: Mapping[str, Activity]
) -> Iterator[tuple[int, Sentence]]:
    """Pictures that are laid upon an earlier choice of which there can be several."""
    for step in activity.steps:
        if step.makes_a_name() or not step.written.of_kind(PICTURES):
            continue
        made = _made(step.result, activity, activities)
        if made and any(many != 1 for many in made.written.of_kind(HOW_MANY)):
            yield _line_of(step, lines), Sentence(FIRST_ALONE, name=step.result)


def _not_met(
    activity: Activity, lines: list[str], activities: Mapping[str, Activity]
) -> Iterator[tuple[int, Sentence]]:
    """Steps with what was chosen earlier, and no one picture for where nothing was: such a step is left out."""
    for step in activity.steps:
        key = next((field.key for field in fields_of(type(step.written)) if field.kind == STAND_IN), "")
        names = step.references()
        of_visit = any(name.startswith(f"{VISIT}.") for name in names)
        if key and names and not of_visit and not any(step.written.of_kind(STAND_IN)):
            name, instead = "', '".join(names), _instead(_made(names[0], activity, activities), activity)
            yield _line_of(step, lines), Sentence(NOT_MET, name=name, step=step.result, key=key, picture=instead)


def _with_people(
    activity: Activity, lines: list[str], activities: Mapping[str, Activity], library: Library
) -> Iterator[tuple[int, Sentence]]:
    """Steps that take things alone, of choices in which there are people."""
    for step in activity.steps:
        instead = traits(step.mechanic).instead
        people = (name for name in step.references() if _has_people(_made(name, activity, activities), library))
        name = next(people, "") if instead else ""
        if name:
            picture = next(filter(None, step.written.of_kind(STAND_IN)), instead)
            yield _line_of(step, lines), Sentence(BREATH_OF_PEOPLE, name=name, picture=picture)


def _has_people(made: Step | None, library: Library) -> bool:
    lists = (*made.written.of_kind(PICTURES), *made.written.of_kind(OTHERWISE)) if made else ()
    names = {one.name for some in lists for one in some}
    return any(library.family(name) == PEOPLE for name in names.difference(FOR_PEOPLE))


def _instead(made: Step | None, activity: Activity) -> str:
    """A picture that can stand in for what is made there: the first that the file has for it, else the cover."""
    lists = (*made.written.of_kind(OTHERWISE), *made.written.of_kind(PICTURES)) if made else ()
    names = (one.name for some in lists for one in some)
    return next((name for name in names if name not in BESIDE), activity.cover)


def _on_no_paper(activity: Activity, lines: list[str], library: Library) -> Iterator[tuple[int, Sentence]]:
    """Pictures of ours that one draws on though they are no paper."""
    for step in activity.steps:
        for name in filter(None, step.written.of_kind(PICTURE)):
            if name not in PAPERS and library.on_offer(name) and not library.is_own(name):
                yield _line_of(step, lines), Sentence(NO_PAPER, name=name, papers=one_of(PAPERS, "and"))


def _can_be_picked(name: str, activity: Activity, activities: Mapping[str, Activity]) -> int | None:
    """Up to how many pictures a child picks there (ANY: all of them); None where it picks none."""
    made = _made(name, activity, activities) if name else None
    return next(iter(made.written.of_kind(HOW_MANY)), None) if made else None


def _made(name: str, activity: Activity, activities: Mapping[str, Activity]) -> Step | None:
    """The step that makes what is called so, here or in another activity."""
    first, *rest = name.split(".")
    return activity.made(first) or (activities[first].made(rest[0]) if rest and first in activities else None)


def _step_at(number: int, lines: list[str]) -> Location:
    """Where the step of this line begins."""
    line = lines[number - 1] if number <= len(lines) else ""
    return Location(number, len(line) - len(line.lstrip(" -")) + 1)


def _line_of(step: Step, lines: list[str]) -> int:
    begun = re.compile(rf"^\s*-?\s*{re.escape(step.mechanic)}:\s*['\"]?{re.escape(step.result)}\b")
    return next((i for i, line in enumerate(lines, 1) if begun.match(line)), 1)
