"""What is probably not meant in the steps of an activity: how what is chosen in one meets the next.

This file knows lines, activities and, by name, scenes and pictures.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from game.art.library import Library
from game.authoring.home_hints import of_all, of_held_back, of_steps_without
from game.authoring.mistake import Location, one_of
from game.authoring.people_hints import making_step, of_people
from game.authoring.quiet_hints import of_quiet_look
from game.authoring.rows import broken_scale
from game.core.activity import (
    AGAIN,
    ANY,
    AT_MOST,
    HOW_MANY,
    PICTURE,
    PICTURES,
    SIGNS,
    STAND_IN,
    VISIT,
    Activity,
    Step,
    fields_of,
)
from game.core.at_most import on_one
from game.core.spots import taking_signs
from game.mechanics import traits
from game.system.errors import Sentence
from game.system.language import N_

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
MORE_PICKED = N_(
    "More can be chosen in '{name}' than have a place here: the first {number} stand there, the others nowhere. Write "
    "'up to: {number}' there."
)
HEAPED = N_(
    "In '{name}' the same picture can lie at one spot many times, as pebbles do. Where it may lie at several spots, "
    "and at each once, write 'again: once each'."
)
MORE_LAID = N_(
    "More can be laid in '{name}' than have a place here: the first {number} stand there, the others nowhere. Name "
    "more places here, or let fewer lie there with 'up to'."
)
MORE_THAN_ONE = N_(
    "More can be laid in '{name}' than have a place here: the first stands there, the others nowhere. Name more places "
    "here, or let fewer lie there with 'up to'."
)
NOT_MET = N_(
    "A child that has chosen nothing in '{name}' does not come to '{step}'. It does where '{key}' stands beside "
    "'from', with a picture of your choice."
)
NOT_MET_CALM = N_(
    "A child that has chosen nothing in '{name}' does not come to '{step}'. It does where '{key}' stands beside "
    "'from', with a calm picture of your choice, such as '{key}: {picture}'."
)
NO_PAPER = N_(
    "'{name}' is no paper to draw on. Papers are {papers}, and pictures of your own; a picture that lies on the sheet "
    "and is drawn over stands after 'on'."
)
CHOSEN_BEFORE_PLACES = N_(
    "'{step}: {name}' is done before '{scene}', where another step has its places: what lies ready lies upon what is "
    "drawn there, as if it were laid there already. With 'scene: NAME' in this step, such as 'scene: meadow-place', it "
    "has a scene of its own."
)
DRAWN_BEFORE_PLACES = N_(
    "'{step}: {name}' is done before '{scene}', where another step has its places: the sheet hides part of it. With "
    "'scene: NAME' in this step, such as 'scene: leaf-table', it has a scene of its own."
)
PAPERS = ("broad-leaf",)  # of ours, as wide as the sheet
MANY = 24  # pictures in one list, which small children see three at a time


def of_steps(
    activity: Activity, lines: list[str], library: Library, activities: Mapping[str, Activity]
) -> Iterator[tuple[Location, Sentence]]:
    """What may not be meant in the steps that can be read, and where each of these begins."""
    found = (
        *_many(activity, lines),
        *_in_rows(activity, lines, library),
        *_signed(activity, lines, activities, library),
        *_decorated(activity, lines, activities),
        *_heaped(activity, lines, library),
        *_not_met(activity, lines),
        *_before_places(activity, lines, library),
        *((_line_of(step, lines), said) for step, said in of_people(activity, activities, library)),
        *((_line_of(step, lines), said) for step, said in of_quiet_look(activity, library)),
        *_on_no_paper(activity, lines, library),
        *((_line_of(step, lines), said) for step, said in of_steps_without(activity)),
        *((_line_of(step, lines), said) for step, said in of_held_back(activity)),
        *of_all(activity, lines),
    )
    yield from ((_step_at(number, lines), sentence) for number, sentence in found)


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
        named = {spot.name: spot for spot in step.spots()}
        there = taking_signs(spot for spot in library.spots(step.scene or activity.scene) if spot.name in named)
        spots = [named[spot.name] for spot in there]
        if spots and _can_be_laid(name, activity, activities) > len(spots):
            yield (
                _line_of(step, lines),
                Sentence(MORE_LAID if len(spots) > 1 else MORE_THAN_ONE, name=name, number=len(spots)),
            )
        if most is None:
            continue
        words = next((spot for spot in spots[: most or None] if spot.has_words and len(spots) > 1), None)
        if words:
            yield _line_of(step, lines), Sentence(AS_PICKED, name=name, spot=words.name, label=words.label)
        if spots and not 0 < most <= len(spots):
            yield _line_of(step, lines), Sentence(MORE_PICKED, name=name, number=len(spots))
        gone = [spot.name for spot in spots[most:] if most and not spot.has_words]
        if gone:
            yield _line_of(step, lines), Sentence(LEFT_AWAY, name=name, number=most, gone=one_of(gone, "and"))


def _heaped(activity: Activity, lines: list[str], library: Library) -> Iterator[tuple[int, Sentence]]:
    """Pictures that can lie at a spot many times, though nothing stands there that they would fill."""
    for step in activity.steps:
        names = {spot.name for spot in step.spots()}
        there = [spot for spot in library.spots(step.scene or activity.scene) if spot.name in names]
        if True in step.written.of_kind(AGAIN) and not any(spot.vessel for spot in there):
            yield _line_of(step, lines), Sentence(HEAPED, name=step.result)


def _decorated(
    activity: Activity, lines: list[str], activities: Mapping[str, Activity]
) -> Iterator[tuple[int, Sentence]]:
    """Pictures that are laid upon an earlier choice of which there can be several."""
    for step in activity.steps:
        if step.makes_a_name() or not step.written.of_kind(PICTURES):
            continue
        made = making_step(step.result, activity, activities)
        if made and any(many != 1 for many in made.written.of_kind(HOW_MANY)):
            yield _line_of(step, lines), Sentence(FIRST_ALONE, name=step.result)


def _not_met(activity: Activity, lines: list[str]) -> Iterator[tuple[int, Sentence]]:
    """Steps with what was chosen earlier, and no one picture for where nothing was: such a step is left out."""
    for step in activity.steps:
        key = next((field.key for field in fields_of(type(step.written)) if field.kind == STAND_IN), "")
        names = step.references()
        if key and names and not _of_visit(step) and not any(step.written.of_kind(STAND_IN)):
            name, calm = "', '".join(names), traits(step.mechanic).instead
            said = NOT_MET_CALM if calm else NOT_MET
            yield _line_of(step, lines), Sentence(said, name=name, step=step.result, key=key, picture=calm)


def _before_places(activity: Activity, lines: list[str], library: Library) -> Iterator[tuple[int, Sentence]]:
    """Steps that choose or draw before an own scene with places of other steps, and do not say that they are to."""
    there = {step.scene for step in activity.steps if step.spots() and step.scene in library.own_scenes}
    for step in activity.steps:
        begins = _line_of(step, lines)
        if (
            step.scene in there
            and not step.spots()
            and traits(step.mechanic).chooses
            and not _says_scene(begins, lines)
        ):
            said = DRAWN_BEFORE_PLACES if traits(step.mechanic).draws_cards else CHOSEN_BEFORE_PLACES
            yield begins, Sentence(said, step=step.mechanic, name=step.result, scene=step.scene)


def _says_scene(number: int, lines: list[str]) -> bool:
    """Whether the step that is written from this line on has a scene of its own."""
    begins = lines[number - 1]
    keys = len(begins) - len(begins.lstrip(" -"))
    more = takewhile(lambda line: not line.strip() or len(line) - len(line.lstrip()) >= keys, lines[number:])
    return any(line.strip(" -").startswith("scene:") for line in (begins, *more))


def _of_visit(step: Step) -> bool:
    return any(name.startswith(f"{VISIT}.") for name in step.references())


def _on_no_paper(activity: Activity, lines: list[str], library: Library) -> Iterator[tuple[int, Sentence]]:
    """Pictures of ours that one draws on though they are no paper."""
    for step in activity.steps:
        for name in filter(None, step.written.of_kind(PICTURE)):
            if name not in PAPERS and library.on_offer(name) and not library.is_own(name):
                yield _line_of(step, lines), Sentence(NO_PAPER, name=name, papers=one_of(PAPERS, "and"))


def _can_be_picked(name: str, activity: Activity, activities: Mapping[str, Activity]) -> int | None:
    """Up to how many pictures a child picks there (ANY: all of them); None where it picks none."""
    made = making_step(name, activity, activities) if name else None
    return next(iter(made.written.of_kind(HOW_MANY)), None) if made else None


def _can_be_laid(name: str, activity: Activity, activities: Mapping[str, Activity]) -> int:
    """How many of the pictures that its file names a child can lay there at one place; 0: it lays none."""
    made = making_step(name, activity, activities) if name else None
    if made is None or not made.spots():
        return 0
    named = sum(len(some) for some in made.written.of_kind(PICTURES))
    most = next(iter(made.written.of_kind(AT_MOST)), ANY)
    spots = len(made.spots()) if isinstance(most, str) and "." not in name else 1
    return named if most == ANY else min(named, on_one(most) * spots)


def _step_at(number: int, lines: list[str]) -> Location:
    """Where the step of this line begins."""
    line = lines[number - 1] if number <= len(lines) else ""
    return Location(number, len(line) - len(line.lstrip(" -")) + 1)


def _line_of(step: Step, lines: list[str]) -> int:
    begun = re.compile(rf"^\s*-?\s*{re.escape(step.mechanic)}:\s*['\"]?{re.escape(step.result)}\b")
    return next((i for i, line in enumerate(lines, 1) if begun.match(line)), 1)
