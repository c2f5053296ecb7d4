"""JSON Schemas of an activity and of workbook.yaml, so that an editor completes and checks while a therapist types.

This file knows what each reader of `values/` takes, and JSON Schema (draft 7, which editors understand best). What
a step holds it learns from the mechanics' own Step classes, and what to say of it from their docstrings. It tells of
shape alone: whether an earlier step or a therapist's own picture is really there, only `check` knows. What `check`
finds good is good here too, but for blanks around words in quotes, and words such as null that are nothing to YAML.
"""

import json
from collections.abc import Callable, Collection, Mapping
from inspect import cleandoc
from pathlib import Path

from game import mechanics
from game.art.library import Library
from game.art.picture_files import ENDINGS
from game.authoring.activity_reader import ACTIVITY, NEEDED, SCENE
from game.authoring.fields import read_later
from game.authoring.step_reader import FOR_THE_PAPER, OF_EVERY_STEP
from game.authoring.values import READERS
from game.authoring.values.named_there import alone, any_number, stays_here
from game.authoring.values.names import NAME, earlier_name, new_name, reference, signs
from game.authoring.values.pictures import otherwise, picture, pictures, spots
from game.authoring.values.place import NUMBER as PER_CENTS
from game.authoring.values.place import PLACE, THINGS
from game.authoring.values.story import WAITS, about, story
from game.authoring.values.words import (
    again,
    as_written,
    at_most,
    breaths,
    each_visit,
    how_many,
    on_papers,
    scene,
    take_home,
    unlock,
    words,
    yes,
)
from game.core.activity import CARD_NAME, EACH, ONCE_EACH, VISIT, VISIT_PICTURES, MechanicStep, fields_of, yaml_key
from game.core.story import BEATS, LONGEST
from game.core.take_home import CHOICES
from game.system.errors import Trouble, reason

DRAFT = "http://json-schema.org/draft-07/schema#"
FOR = {  # what each key of an activity is for; its reader says how it is written
    "title": "For you and the papers.",
    "purpose": "A sentence that you could say to the child; it stands in the papers.",
    "cover": "The picture at the activity's stop on the trail.",
    "scene": "The landscape where it all happens.",
    "steps": "What the child does, one thing after the other.",
}
FOR_STEPS = {
    "scene": "A scene of this step's own.",
    FOR_THE_PAPER: "What the summary and the papers call this step.",
}  # where a step's key is for something else than it is beside the title
FOR_BEATS = {  # and what each beat of a story does
    "walk": "It goes to a spot of the scene, or home.",
    "send": "What it has laid down last goes to that spot by itself: a boat over the water, a leaf on the wind.",
    "touch": "Its paw goes to and fro over what is at that spot, and that changes: a rough stone is smooth.",
    "carry": "It takes one of its own things, or lays it down where it is.",
    "think": "A bubble without words: one of its own things, a feeling, or the sign of a spot.",
    "look": "It looks there, or at the child.",
    "feel": "A feeling passes over its body.",
    "pose": "It holds itself so.",
    "stay": "At the end: it does not walk home, but stays where it is until the child does something.",
    "wait": "So many seconds in which nothing moves.",
}
FOR_PLACES = {  # and what each key of a place in an own scene does
    "place": "The place's name, for `onto:`, `along:` and `walk:`.",
    "at": "Where it is, in per cent of the picture: from the left, from the top, how wide, how high.",
    "label": "What the papers say of it, where an activity says nothing else.",
    "sign": "A picture above it that tells, without words, what it is for.",
    "things": "How things are held there.",
}


def save(folder: Path) -> None:
    """Write all schemas into the folder, which is made where it is missing. Raises Trouble."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in SCHEMAS:
            (folder / f"{name}.json").write_text(schema_text(name), "utf-8")
    except OSError as error:
        raise Trouble(f"The schemas cannot be saved in '{folder}': {reason(error)}.") from None


def schema_text(name: str) -> str:
    """The schema of this name, one of SCHEMAS, as its file holds it."""
    return json.dumps(SCHEMAS[name](), indent=1, ensure_ascii=False) + "\n"


def activity() -> dict:
    """The schema of an activity."""
    keys = {key: _described(SHAPES[read], FOR.get(key, ""), _said(read)) for key, read in ACTIVITY.items()}
    keys["steps"] = _list_of({"anyOf": [_step(name) for name in mechanics.names()]}, FOR["steps"])
    a_scene = {"required": [SCENE]}
    each = {"properties": {"steps": {"items": a_scene}}}
    return {"$schema": DRAFT, **_keys(keys, NEEDED), "anyOf": [a_scene, each], "definitions": _names(Library())}


def workbook_schema() -> dict:
    """The schema of workbook.yaml."""
    name = WORD | _matching(r"[^.\s]+", "Write the name of an activity's file, without '.yaml'.")
    chapter = {
        "title": _described(WORDS, "The chapter's name."),
        "activities": _list_of(name, "The names of activity files, without '.yaml', in the order of the trail."),
    }
    keys = {
        "title": _described(WORDS, "The workbook's name."),
        "chapters": _list_of(_keys(chapter, chapter), "The stretches of the trail, from the door to the gate."),
        "sets": _list_of(_set(name), "The activities of one kind of visit each, chosen at the desk in one press."),
    }
    return {"$schema": DRAFT, **_keys(keys, ("title", "chapters"))}


def _set(name: dict) -> dict:
    keys = {
        "title": _described(WORDS, "The set's name at the desk."),
        "activities": _list_of(name, "The activities of such a visit; sensitive ones among them are opened for it."),
        "one of": _list_of(name, "One of these besides: the first that the child has not opened yet."),
        "last visit": _described(SHAPES[yes], "It makes the visit the last one: the gate opens."),
    }
    return _keys(keys, ("title", "activities"))


def scene_places() -> dict:
    """The schema of the YAML beside the picture of an own scene."""
    place = {key: _described(SHAPES_OF_PLACE[key], FOR_PLACES[key]) for key in PLACE}
    keys = {
        "places": _list_of(_keys(place, ("place", "at")), "The places of the picture, where things can be laid.")
        | {"type": ["array", "null"], "minItems": 0},
        "ground": _described(PER_CENT, "So much of the picture lies above the feet of the companion."),
    }
    library = Library()
    names = {"picture": WORD | _picture_name(), "our-picture": {"enum": list(library.names())}}
    return {"$schema": DRAFT, **_keys(keys, ()), "definitions": names}


SCHEMAS: dict[str, Callable[[], dict]] = {"activity": activity, "workbook": workbook_schema, "scene": scene_places}


def _step(name: str) -> dict:
    """A step that does this: the keys of the mechanic's Step, and which of them need which others."""
    step: type[MechanicStep] = mechanics.mechanic(name).Step
    fields, how = fields_of(step), _said(step)
    read = {field.key: READERS[field.kind.name] for field in fields}
    keys = {key: _described(SHAPES[reader], _said(reader), how) for key, reader in read.items()}
    keys[name] = _described(SHAPES[read[name]], _said(mechanics.mechanic(name)), how)
    keys |= {key: _described(SHAPES[read], FOR_STEPS.get(key, _said(read))) for key, read in OF_EVERY_STEP.items()}
    one = [{"required": [yaml_key(field)]} for field in step.ONE_OF]
    beside = {yaml_key(field): [yaml_key(other)] for field, other in step.ONLY_WITH}
    together = ({"anyOf": one} if one else {}) | ({"dependencies": beside} if beside else {})
    several = {key: SHAPES[pictures] for key, reader in read.items() if reader is pictures and step.LEAST > 1}
    keys |= {key: _described(SHAPES[otherwise], _said(pictures), how) for key in read if read[key] is pictures}
    alone = {"if": {"required": [yaml_key("from_")]}, "else": {"properties": several}} if several else {}
    return _keys(keys, [*(field.key for field in fields if field.needed), *step.NEEDS]) | together | alone


def _names(library: Library) -> dict:
    """What SHAPES refers to: ours by name, for an editor to complete, and what any name must be like."""
    spots = sorted({spot.name for scene in library.scenes() for spot in library.spots(scene)})
    ours = {"our-picture": library.names(), "our-scene": library.scenes(), "our-spot": spots}
    others = {"picture": WORD | _picture_name(), "spot": {"anyOf": [OWN_NAME, _ref("our-spot")]}}
    return {name: {"enum": list(names)} for name, names in ours.items()} | others | {"story": _story()}


def _story() -> dict:
    """Beats, each one key and one word; spots and their signs are those of any scene."""
    words: dict[str, list[str]] = {do: [*about(do, (), ())] for do in BEATS if do != "wait"}
    spot = {do: [_ref("spot")] for do in ("walk", "send", "touch", "think", "look")}
    ours = {do: [{"enum": found}] if found else [] for do, found in words.items()}
    shapes = {do: {"anyOf": [*found, *spot.get(do, ())]} for do, found in ours.items()} | {"wait": WAIT}
    beats = [_keys({do: _described(shape, FOR_BEATS[do])}, [do]) for do, shape in shapes.items()]
    return {"type": "array", "minItems": 1, "items": {"anyOf": beats}}


def _keys(keys: Mapping[str, dict], needed: Collection[str]) -> dict:
    return {"type": "object", "required": list(needed), "properties": dict(keys), "additionalProperties": False}


def _list_of(each: dict, description: str) -> dict:
    return _described({"type": "array", "minItems": 1, "items": each}, description)


def _described(shape: dict, *said: str) -> dict:
    return {"description": "\n\n".join(filter(None, said))} | shape


def _said(thing) -> str:
    """The first paragraph of its docstring in one line, "" where it has none."""
    return " ".join(cleandoc(thing.__doc__ or "").split("\n\n")[0].split())


def _matching(pattern: str, otherwise: str) -> dict:
    """Words that are wholly so; an editor says what is said `otherwise`."""
    return {"pattern": f"^({pattern})$", "patternErrorMessage": otherwise}


def _picture_name() -> dict:
    """Any name that a picture can have, a therapist's own too."""
    endings = "|".join("".join(f"[{a}{a.upper()}]" for a in ending[1:]) for ending in ENDINGS)
    pattern = rf"(?!{CARD_NAME}$)(?!.*\.({endings})$)(?=.*\S)[^/\\:]*"
    return _matching(pattern, "Write a picture's name alone, without its folder or ending.")


def _labelled(name: dict, key: dict, least: int) -> dict:
    """At least so many names, in a list or as keys; a label after each key. Editors complete the names in a list."""
    names = {"propertyNames": key, "additionalProperties": WORDS}
    item = {"anyOf": [name, names | {"type": "object", "minProperties": 1}]}
    together = {"if": {"contains": {"type": "object", "minProperties": least}}, "else": {"minItems": least}}
    return names | {"type": ["array", "object"], "minProperties": least, "items": item} | together


def _dotted(most: int, read: Callable) -> dict:
    names = NAMED | _matching(rf"[^.]+(\.[^.]+){{0,{most - 1}}}", _said(read))
    return {"anyOf": [names, {"enum": [f"{VISIT}.{name}" for name in VISIT_PICTURES]}]}


def _ref(name: str) -> dict:
    return {"$ref": f"#/definitions/{name}"}


WORD = {"type": ["string", "number", "boolean"]}  # `title: 2026` is a number to an editor
WORDS = WORD | {"pattern": r"\S"}
PICTURE = {"anyOf": [_ref("picture"), _ref("our-picture")]}  # editors say what is wrong with the first
NAMED = {"type": ["string", "boolean"]}  # `rub: true` is a truth to an editor
OWN_NAME = NAMED | _matching(NAME.pattern, "Write small letters, with '-' between words.")
WAIT = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": 0, "maximum": LONGEST},
        {"type": "string", "pattern": f"^({WAITS.pattern})$"},
    ]
}
PER_CENT = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^({PER_CENTS.pattern})$"}]}
SHAPES_OF_PLACE = {
    "place": OWN_NAME,
    "at": {"anyOf": [WORDS, {"type": "array", "minItems": 4, "maxItems": 4, "items": PER_CENT}]},
    "label": WORDS,
    "sign": PICTURE,
    "things": {"enum": list(THINGS)},
}
NUMBER = {"type": "integer", "minimum": 1, "maximum": 99}

# What each reader takes.
SHAPES: dict[Callable, dict] = {
    words: WORDS,
    picture: PICTURE,
    pictures: _labelled(PICTURE, _ref("picture"), 2),
    otherwise: _labelled(PICTURE, _ref("picture"), 1),
    spots: _labelled(_ref("spot"), _ref("spot"), 1),
    alone: {"anyOf": [PICTURE, _list_of(PICTURE, "")]},
    any_number: {"anyOf": [_ref("spot"), _list_of(_ref("spot"), "")]},
    stays_here: {"anyOf": [_ref("spot"), _list_of(_ref("spot"), "")]},
    scene: {"anyOf": [WORDS, _ref("our-scene")]},
    each_visit: {"enum": ["anew"]},
    unlock: {"enum": ["each visit"]},
    on_papers: {"enum": ["nothing", "summary"]},
    take_home: {"enum": list(CHOICES)},
    yes: {"enum": ["yes"]},
    again: {"enum": ["yes", ONCE_EACH]},
    as_written: {"enum": ["as written"]},
    breaths: {"anyOf": [NUMBER | {"maximum": 10}, {"type": "string", "pattern": "^([1-9]|10)$"}]},
    at_most: {"anyOf": [NUMBER, {"enum": ["any"]}, {"type": "string", "pattern": f"^[1-9][0-9]?({EACH})?$"}]},
    how_many: {"anyOf": [NUMBER, {"enum": ["any"]}, {"type": "string", "pattern": "^[1-9][0-9]?$"}]},
    new_name: NAMED | _matching(rf"(?!{CARD_NAME}$){NAME.pattern}", "Write small letters, with '-' between words."),
    earlier_name: _dotted(2, earlier_name),
    reference: {"anyOf": [_dotted(3, reference), _list_of(_dotted(3, reference), "")]},
    signs: _dotted(3, signs),
    story: {"anyOf": [_ref("story")]},
    read_later: {},
}
