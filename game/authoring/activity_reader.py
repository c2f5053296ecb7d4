"""A therapist's YAML file becomes an Activity, or every Mistake in it.

This file knows what an activity's keys are, and that a step has exactly one key that is a mechanic's name.
What a mechanic's step holds it learns from that mechanic's Step alone. No pygame, no Pillow.
"""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from game import mechanics
from game.art.library import Library
from game.authoring.fields import Reader, fill, in_small_letters, open_page, read_later, read_list, top
from game.authoring.mistake import TOP, Mistake, TooManyMistakes, closest_match, did_you_mean, one_of, shortened
from game.authoring.values import READERS
from game.authoring.values.context import Broken, Context, forgotten_space, none_broken, unknown
from game.authoring.values.missing import tell_missing
from game.authoring.values.pictures import picture
from game.authoring.values.story import story
from game.authoring.values.words import each_visit, on_papers, scene, take_home, unlock, words
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, in_one_line, kind_of
from game.core.activity import (
    NEW_NAME,
    OTHERWISE,
    PICTURE,
    PICTURES,
    SIGNS,
    STAND_IN,
    Activity,
    MechanicStep,
    Step,
    StepField,
    fields_of,
    yaml_key,
)
from game.core.story import Story
from game.core.take_home import NO, PAGE, SAID
from game.system.errors import UNSAID, Sentence
from game.system.language import N_


def read_activity(
    path: Path,
    library: Library,
    earlier: Mapping[str, Activity | None] | None = None,
    others: Collection[str] = (),
    broken: Broken = none_broken,
    unlisted: Collection[str] = (),
) -> Activity | tuple[Mistake, ...]:
    """The activity in this file, or all the mistakes in it; never raises.

    `earlier` are the activities before this one, by name (None: there is one, but it cannot be read), `others` the
    names of those that do not come before it, `unlisted` of those that are not on the trail at all. `broken` gives the
    sentence why a picture cannot be used, or nothing; without it no picture is opened.
    """
    source, text = open_page(path)
    if source.found:
        return source.mistakes()
    context = Context(source, library, in_one_line(path.stem), earlier=earlier or {}, broken=broken)
    context = replace(context, others=others, unlisted=unlisted)
    return read_text(text, context)


def read_text(text: str, context: Context) -> Activity | tuple[Mistake, ...]:
    """The activity in this text; see read_activity."""
    activity = None
    try:
        _file_name(context)
        node = top(text, context, BEGINS)
        activity = _activity(node, text, context) if node else None
        tell_missing(context)
    except TooManyMistakes:
        pass
    mistakes = context.source.mistakes()
    return activity if activity and not mistakes else mistakes


def _file_name(context: Context) -> None:
    name = context.activity
    if any(letter in ". " for letter in name):
        better = "-".join(name.replace(".", " ").split()) or "our-road"
        context.source.wrong(TOP, Sentence(NO_DOTS, file=f"{better}.yaml"))


TAKE_HOME, FOR_THE_PAPER = "take home", "for the paper"
ACTIVITY: dict[str, Reader] = {
    "title": words,
    "purpose": words,
    "cover": picture,
    "scene": scene,
    "steps": read_later,
    "each visit": each_visit,
    "unlock": unlock,
    "on papers": on_papers,
    TAKE_HOME: take_home,
}
BEGINS = Sentence("An activity begins with a key and words, such as 'title: Our road'.")
NO_DOTS = N_("An activity's file has no dots or spaces in its name. Rename it to '{file}'.")
BEGIN_STEPS = Sentence("Begin each step with '- ', such as '- choose: stone'.")
MANY_THINGS = N_("A step does one thing, and {names} are {number}. Begin each with '- '.")
NO_MECHANIC = N_("A step needs {names}; '{key}' is none of them.")
NO_STEP = N_("A step needs {names} and a name, such as 'choose: stone'; this is {what}.")
NO_ROOM = N_("'{key}' names {many}, and '{other}' has room for {most}. Name fewer there, or more here.")
MADE_BEFORE = N_("'{key}' stands in the step that makes a thing; '{step}' works on what is there already.")
NOTHING_OFFERED = N_("This step needs {keys}, or both: without them there is nothing to offer.")
ONLY_BESIDE = N_("'{key}' means something only beside '{other}', which is missing here.")
ONLY_A_STORY = Sentence("A page with a story and nothing to choose is '- watch: NAME', with 'story' below it.")
INSTEAD = {
    STAND_IN: ("otherwise", N_("What is there where nothing was chosen earlier stands after '{key}': one picture.")),
    SIGNS: (
        "sign",
        N_("A picture at a place of a scene of your own stands in that scene's file, as 'sign' of the place."),
    ),
}  # of keys that other steps, or places of scenes, have: what to write for them here
NEEDED = ("title", "purpose", "cover", "scene", "steps")
OF_EVERY_STEP: dict[str, Reader] = {  # `_filled` hands each on; `_story` reads the first
    "story": story,
    "scene": scene,
    TAKE_HOME: take_home,
    FOR_THE_PAPER: words,
}


def _activity(node: MappingNode, text: str, context: Context) -> Activity | None:
    found = fill(node, ACTIVITY, NEEDED, context, Sentence("An activity"))
    context = replace(context, scene=found.get("scene", ""))
    steps = _steps(found["steps"], context) if "steps" in found else ()
    if context.source.found:
        return None
    may = ("each visit", "unlock", "on papers")
    anew, locked, untold = (found.pop(key, False) for key in may)
    usual = found.pop(TAKE_HOME, NO if locked or untold else PAGE)
    steps = tuple(replace(step, home=step.home or _usual_home(step, usual)) for step in steps)
    said = {"anew": anew, "locked": locked, "untold": untold, "steps": steps}
    return Activity(name=context.activity, text=text, **found | said)


def _usual_home(step: Step, of_activity: str) -> str:
    """What the activity says, where something is made; where nothing is chosen, at the most its sentence goes home."""
    if not step.makes_a_name() or of_activity == NO:
        return NO
    its = mechanics.traits(step.mechanic)
    if its.goes_home:
        return of_activity
    return NO if its.chooses or not step.says else SAID


def _steps(node: Node, context: Context) -> tuple[Step, ...]:
    parts = [in_small_letters(part, step_keys(), context) for part in read_list("steps", node, context, BEGIN_STEPS)]
    made = [_made(part) for part in parts]
    found: tuple[Step, ...] = ()
    for number, part in enumerate(parts):
        here = replace(context, made=_names(made[:number]), to_come=_names(made[number:]), own=found)
        if step := _step(part, here):
            found += (step,)
    return found


def _names(made: list[str]) -> tuple[str, ...]:
    return tuple(name for name in made if name)


def _made(part: Node) -> str:
    """The name that this step makes, "" where it makes none."""
    if not isinstance(part, MappingNode):
        return ""
    for mechanic in _mechanics_in(part):
        kinds = {field.key: field.kind for field in fields_of(_schema(mechanic))}
        name = {key.text: value for key, value in part.pairs}[mechanic]
        if kinds.get(mechanic) == NEW_NAME and isinstance(name, ScalarNode):
            return name.text
    return ""


def _mechanics_in(part: Node) -> list[str]:
    keys = [key.text for key, _ in part.pairs] if isinstance(part, MappingNode) else []
    return list(dict.fromkeys(key for key in keys if key in mechanics.names()))


@cache
def step_keys() -> frozenset[str]:
    """Every key that any step can have."""
    return frozenset((*OF_EVERY_STEP, *(field.key for name in mechanics.names() for field in fields_of(_schema(name)))))


@cache
def _schema(mechanic: str) -> type[MechanicStep]:
    return mechanics.mechanic(mechanic).Step


def _step(part: Node, context: Context) -> Step | None:
    """The step, or None (and its mistakes)."""
    found = _mechanics_in(part)
    if isinstance(part, MappingNode) and len(found) == 1:
        return _filled(found[0], part, context)
    if len(found) > 1:
        context.source.wrong(part, Sentence(MANY_THINGS, names=one_of(found, "and"), number=len(found)))
        return None
    can = one_of(mechanics.names())
    if isinstance(part, MappingNode) and part.pairs:
        first = next((key for key, _ in part.pairs if did_you_mean(key.text, mechanics.names())), part.pairs[0][0])
        said = Sentence(NO_MECHANIC, names=can, key=shortened(first.text))
        also = ONLY_A_STORY if first.text == "story" else UNSAID
        unknown(first, said.then(also), mechanics.names(), context)
    else:
        said = forgotten_space(part.text) if isinstance(part, ScalarNode) else UNSAID
        context.source.wrong(part, Sentence(NO_STEP, names=can, what=kind_of(part)).then(said))
    return None


def _filled(mechanic: str, part: MappingNode, context: Context) -> Step | None:
    """The mechanic's own Step, filled from what stands after its keys."""
    schema = _schema(mechanic)
    fields = fields_of(schema)
    options = {field.key: READERS[field.kind.name] for field in fields} | OF_EVERY_STEP | {"story": read_later}
    earlier = any(key.text == yaml_key("from_") for key, _ in part.pairs)
    context = replace(context, scene=_own_scene(part, context), least=1 if earlier else schema.LEAST)
    needed = [*(field.key for field in fields if field.needed), *schema.NEEDS]
    what = Sentence("A step with '{mechanic}'", mechanic=mechanic)
    found = fill(part, options, needed, context, what, _instead(fields))
    _together(schema, part, context)
    _goes_home_where_made(fields[0], part, context)
    _has_room(schema, found, part, context)
    told = _story(found, fields, context)
    if context.source.found:
        return None
    written = schema(**{field.name: found[field.key] for field in fields if field.key in found})
    home, says = found.get(TAKE_HOME, ""), found.get(FOR_THE_PAPER, "")
    return Step(mechanic, found[mechanic], written, context.scene, told, home, says)


def _instead(fields: tuple[StepField, ...]) -> dict[str, Sentence]:
    """What to write for keys that other steps, or places of scenes, have."""
    return {INSTEAD[f.kind][0]: Sentence(INSTEAD[f.kind][1], key=f.key) for f in fields if f.kind in INSTEAD}


def _has_room(schema: type[MechanicStep], found: dict[str, Any], part: MappingNode, context: Context) -> None:
    """Notes a list that is longer than the places for it; see MechanicStep."""
    for name, other in schema.NO_MORE_THAN:
        key, places = yaml_key(name), found.get(yaml_key(other), ())
        many = len(found.get(key, ()))
        if places and many > len(places):
            place = next(written for written, _ in part.pairs if written.text == key)
            said = Sentence(NO_ROOM, key=key, many=many, other=yaml_key(other), most=len(places))
            context.source.wrong(place, said)


def _goes_home_where_made(first: StepField, part: MappingNode, context: Context) -> None:
    """Notes `take home` in a step that makes nothing new."""
    place = next((key for key, _ in part.pairs if key.text == TAKE_HOME), None)
    if place and first.kind != NEW_NAME:
        context.source.wrong(place, Sentence(MADE_BEFORE, key=TAKE_HOME, step=first.key))


def _story(found: dict[str, Any], fields: tuple[StepField, ...], context: Context) -> Story:
    """The step's little story, which is read when it is known what the step offers; () where there is none."""
    if "story" not in found:
        return ()
    many = [picture.name for f in fields if f.kind in (PICTURES, OTHERWISE) for picture in found.get(f.key, ())]
    ones = [found.get(field.key, "") for field in fields if field.kind in (PICTURE, STAND_IN)]
    return story("story", found["story"], replace(context, offered=frozenset((*many, *ones))))


def _own_scene(part: MappingNode, context: Context) -> str:
    """The step's own scene, where it has one: its spots are that scene's; "" where there is no such scene."""
    said = [value.text for key, value in part.pairs if key.text == "scene" and isinstance(value, ScalarNode)]
    if not said:
        return context.scene
    return said[0] if said[0] in context.library.scenes() else ""


def _meant_for_one(one: list[str], there: set[str], schema: type[MechanicStep]) -> bool:
    """True where a key that no step has may have been meant for one of these: of it there is a sentence already."""
    known = {field.key for field in fields_of(schema)} | OF_EVERY_STEP.keys()
    return any(closest_match(key, known) in ("", *one) for key in there - known)


def _together(schema: type[MechanicStep], part: MappingNode, context: Context) -> None:
    """Notes keys that are missing beside others; see MechanicStep."""
    there = {key.text for key, _ in part.pairs}
    one = [yaml_key(name) for name in schema.ONE_OF]
    if one and not there.intersection(one) and not _meant_for_one(one, there, schema):
        context.source.wrong(part, Sentence(NOTHING_OFFERED, keys=one_of(one)))
    for name, other in schema.ONLY_WITH:
        place = next((key for key, _ in part.pairs if key.text == yaml_key(name)), None)
        if place and yaml_key(other) not in there:
            context.source.wrong(place, Sentence(ONLY_BESIDE, key=place.text, other=yaml_key(other)))
