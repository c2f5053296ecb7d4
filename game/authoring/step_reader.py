"""One step of a therapist's file becomes a Step, or every Mistake in it.

This file knows that a step has exactly one key that is a mechanic's name, and the keys that every step can have; what
a mechanic's step holds it learns from that mechanic's Step alone. No pygame, no Pillow.
"""

from functools import cache
from typing import Any

from msgspec.structs import replace

from game import mechanics
from game.authoring.fields import Reader, can_have, fill, read_later
from game.authoring.mistake import closest_match, folded, one_of, shortened, suggestion
from game.authoring.other_keys import FROM, a_step_with, as_meant, names_in, said_instead
from game.authoring.story_among import stands_apart
from game.authoring.values import READERS
from game.authoring.values.context import Context, forgotten_space, there_are, unknown
from game.authoring.values.names import refers
from game.authoring.values.often_meant import STEPS
from game.authoring.values.pictures import spots_there
from game.authoring.values.story import story
from game.authoring.values.words import scene, take_home, words
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, kind_of
from game.core.activity import (
    ALONE,
    ANY_NUMBER,
    BLANK,
    NEW_NAME,
    OTHERWISE,
    PICTURE,
    PICTURES,
    SPOTS,
    STAND_IN,
    STAYS_HERE,
    MechanicStep,
    Step,
    StepField,
    ValueKind,
    fields_of,
    spoken,
    yaml_key,
)
from game.core.story import Story
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

TAKE_HOME, FOR_THE_PAPER = "take home", "for the paper"
MANY_THINGS = N_("A step does one thing, and {names} are {number}. Begin each with '- '.")
NO_MECHANIC = N_("A step needs {names}; '{key}' is none of them.")
NO_STEP = N_("A step needs {names} and a name, such as 'choose: stone'; this is {what}.")
NO_ROOM = N_("'{key}' names {many}, and '{other}' has room for {most}. Name fewer there, or more here.")
NOT_LAID_THERE = N_("'{key}' names '{name}', and nothing is laid there in this step.")
NOT_OFFERED = N_("'{key}' names '{name}', and that is no picture of this step.")
NEVER_ALONE = N_("What a child draws can lie beside all else. Leave '{name}' out after '{key}'.")
ALL_OF_ANY_NUMBER = N_("With '{key}' at all of them 'up to' holds nowhere. Leave both out, or name fewer there.")
ALL_STAYS = N_("Nothing is left to go home. Write '{home}: no' instead of '{key}', or name fewer there.")
MADE_BEFORE = N_("'{key}' stands in the step that makes a thing; '{step}' works on what is there already.")
NOTHING_OFFERED = N_("This step needs {keys}, or both: without them there is nothing to offer.")
ONLY_BESIDE = N_("'{key}' means something only beside '{other}', which is missing here.")
ONLY_A_STORY = Sentence("A page with a story and nothing to choose is '- watch: NAME', with 'story' below it.")
OF_EVERY_STEP: dict[str, Reader] = {  # `_filled` hands each on; `_story` reads the first
    "story": story,
    "scene": scene,
    TAKE_HOME: take_home,
    FOR_THE_PAPER: words,
}


def mechanics_in(part: Node) -> list[str]:
    """The keys of this step that are names of mechanics."""
    keys = [key.text for key, _ in part.pairs] if isinstance(part, MappingNode) else []
    return list(dict.fromkeys(key for key in keys if key in mechanics.names()))


def with_its_mechanic(part: Node, context: Context) -> Node:
    """The same; where what is done has another name here, that is noted, and the step is read on as it was meant."""
    if not isinstance(part, MappingNode) or mechanics_in(part):
        return part
    meant = {key: _meant(key.text) for key, _ in part.pairs}
    first = next((key for key in meant if meant[key]), None)
    if first is None:
        return part
    context.source.wrong(first, _no_mechanic(first).then(suggestion(meant[first])))
    name = ScalarNode(meant[first], first.line, first.column)
    pairs = tuple((name if key is first else key, value) for key, value in part.pairs)
    return MappingNode(pairs, part.line, part.column)


def _meant(key: str) -> str:
    """The mechanic that is meant by a key, "" where it is a key of steps, or none is near."""
    if key in step_keys():
        return ""
    return STEPS.get(folded(key)) or closest_match(key, mechanics.names())


def _no_mechanic(key: ScalarNode) -> Sentence:
    return Sentence(NO_MECHANIC, names=one_of(mechanics.names()), key=shortened(key.text))


@cache
def step_keys() -> frozenset[str]:
    """Every key that any step can have."""
    return frozenset(
        (*OF_EVERY_STEP, *(field.key for name in mechanics.names() for field in fields_of(schema_of(name))))
    )


@cache
def schema_of(mechanic: str) -> type[MechanicStep]:
    """The keys of a step with this mechanic."""
    return mechanics.mechanic(mechanic).Step


def read_step(part: Node, context: Context) -> Step | None:
    """The step, or None (and its mistakes)."""
    found = mechanics_in(part)
    if isinstance(part, MappingNode) and len(found) == 1:
        return _filled(found[0], part, context)
    if len(found) > 1:
        context.source.wrong(part, Sentence(MANY_THINGS, names=one_of(found, "and"), number=len(found)))
        return None
    if isinstance(part, MappingNode) and part.pairs:
        first = next((key for key, _ in part.pairs if key.text not in step_keys()), part.pairs[0][0])
        also = ONLY_A_STORY if first.text == "story" else UNSAID
        unknown(first, _no_mechanic(first).then(also), (), context)
    else:
        said = forgotten_space(part.text) if isinstance(part, ScalarNode) else UNSAID
        context.source.wrong(part, Sentence(NO_STEP, names=one_of(mechanics.names()), what=kind_of(part)).then(said))
    return None


def _filled(mechanic: str, part: MappingNode, context: Context) -> Step | None:
    """The mechanic's own Step, filled from what stands after its keys."""
    schema, before = schema_of(mechanic), len(context.source.found)
    fields = fields_of(schema)
    options = {field.key: READERS[field.kind.name] for field in fields} | OF_EVERY_STEP | {"story": read_later}
    part = as_meant(mechanic, part, frozenset(options), context)
    earlier = any(key.text == FROM for key, _ in part.pairs)
    context = replace(context, scene=_own_scene(part, context), least=1 if earlier else schema.LEAST)
    needed = [*(field.key for field in fields if field.needed), *schema.NEEDS]
    instead = said_instead(mechanic, part, can_have(options))
    spots = {field.key: _spots_there(context) for field in fields if field.kind == SPOTS}
    found = fill(part, options, needed, context, a_step_with(mechanic), instead, spots)
    _together(schema, part, context)
    _goes_home_where_made(fields[0], part, context)
    _has_room(schema, found, part, context)
    _names_its_spots(STAYS_HERE, ALL_STAYS, fields, found, part, context)
    _names_its_spots(ANY_NUMBER, ALL_OF_ANY_NUMBER, fields, found, part, context)
    _alone_of_these(fields, found, part, context)
    told = _story(found, fields, context)
    if len(context.source.found) > before or context.source.torn:
        return None
    written = schema(**{field.name: found[field.key] for field in fields if field.key in found})
    home, says = found.get(TAKE_HOME, ""), found.get(FOR_THE_PAPER) or _by_name(mechanic, found[mechanic])
    step = Step(mechanic, found[mechanic], written, context.scene, told, home, says)
    if told:
        stands_apart(step, found["story"], context)
    return step if len(context.source.found) == before else None


def _spots_there(context: Context) -> Sentence:
    """What spots there are to name, where the scene can be read."""
    return spots_there(context) if context.library.spots(context.scene) else UNSAID


def _by_name(mechanic: str, name: str) -> str:
    """The sentence for the papers that a name of several words is; "" where it is one word, or names no sentence."""
    says = spoken(name) if "-" in name and mechanics.traits(mechanic).by_name else ""
    return says[:1].upper() + says[1:]


def _has_room(schema: type[MechanicStep], found: dict[str, Any], part: MappingNode, context: Context) -> None:
    """Notes a list that is longer than the places for it; see MechanicStep."""
    for name, other in schema.NO_MORE_THAN:
        key, places = yaml_key(name), found.get(yaml_key(other), ())
        many = len(found.get(key, ()))
        if places and many > len(places):
            place = next(written for written, _ in part.pairs if written.text == key)
            said = Sentence(NO_ROOM, key=key, many=many, other=yaml_key(other), most=len(places))
            context.source.wrong(place, said)


def _names_its_spots(
    kind: ValueKind,
    all_named: str,
    fields: tuple[StepField, ...],
    found: dict[str, Any],
    part: MappingNode,
    context: Context,
) -> None:
    """Notes spots after a key of this kind where nothing is laid; `all_named` where it names all there are."""
    key, value = _written_as(kind, fields, found, part)
    spots = [spot.name for field in fields if field.kind == SPOTS for spot in found.get(field.key, ())]
    if value is None or not spots:
        return
    _names_one_of(spots, NOT_LAID_THERE, key, value, context)
    if {*spots} <= {*found[key]}:
        context.source.wrong(value, Sentence(all_named, key=key, home=TAKE_HOME))


def _alone_of_these(fields: tuple[StepField, ...], found: dict[str, Any], part: MappingNode, context: Context) -> None:
    """Notes pictures beside which no other is to lie, where the step has no such picture, or a child draws it."""
    key, value = _written_as(ALONE, fields, found, part)
    if value is None:
        return
    here = [one.name for f in fields if f.kind in (PICTURES, OTHERWISE) for one in found.get(f.key, ())]
    _names_one_of(here, NOT_OFFERED, key, value, context)
    if BLANK in here and BLANK in found[key]:
        context.source.wrong(value, Sentence(NEVER_ALONE, key=key, name=BLANK))


def _written_as(
    kind: ValueKind, fields: tuple[StepField, ...], found: dict[str, Any], part: MappingNode
) -> tuple[str, Node | None]:
    """The key of this kind, and what stands after it; None where the step has none that could be read."""
    key = next((field.key for field in fields if field.kind == kind and field.key in found), "")
    return key, next((value for written, value in part.pairs if key and written.text == key), None)


def _names_one_of(names: list[str], sentence: str, key: str, value: Node, context: Context) -> None:
    """Notes each name after a key that is none of these."""
    for name in value.items if isinstance(value, SequenceNode) else (value,):
        if isinstance(name, ScalarNode) and name.text and name.text not in names:
            unknown(name, Sentence(sentence, key=key, name=shortened(name.text)), names, context, there_are(names))


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
    return said[0] if said[0] in context.library.scenes() or context.library.is_half_read(said[0]) else ""


def _meant_for_one(one: list[str], there: set[str], schema: type[MechanicStep]) -> bool:
    """True where a key that no step has may have been meant for one of these: of it there is a sentence already."""
    known = {field.key for field in fields_of(schema)} | OF_EVERY_STEP.keys()
    return any(closest_match(key, known) in ("", *one) for key in there - known)


def _among_pictures(part: MappingNode, context: Context) -> bool:
    """True where what stands after `from` is written among pictures: of it there is a sentence already."""
    keys = {field.key for name in mechanics_in(part) for field in fields_of(schema_of(name)) if field.kind == PICTURES}
    written = [name for key, value in part.pairs if key.text in keys for name in names_in(value)]
    return any(refers(name, context) for name in written)


def _together(schema: type[MechanicStep], part: MappingNode, context: Context) -> None:
    """Notes keys that are missing beside others; see MechanicStep."""
    there = {key.text for key, _ in part.pairs}
    one = [yaml_key(name) for name in schema.ONE_OF]
    if one and not there.intersection(one) and not _meant_for_one(one, there, schema):
        context.source.wrong(part, Sentence(NOTHING_OFFERED, keys=one_of(one)))
    for name, other in schema.ONLY_WITH:
        place = next((key for key, _ in part.pairs if key.text == yaml_key(name)), None)
        if place and yaml_key(other) not in there and not (yaml_key(other) == FROM and _among_pictures(part, context)):
            context.source.wrong(place, Sentence(ONLY_BESIDE, key=place.text, other=yaml_key(other)))
