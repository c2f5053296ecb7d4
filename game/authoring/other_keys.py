"""Keys that a step does not have: what was meant by each, or in which step it stands, and what to write here instead.

This file knows mechanics by their keys, and by name only where one does what another one was asked for.
"""

from functools import cache

from game import mechanics
from game.authoring.mistake import closest_match, folded, one_of, shortened, suggestion
from game.authoring.values.context import Context
from game.authoring.values.names import refers
from game.authoring.values.often_meant import KEYS
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from game.core.activity import (
    AGAIN,
    HOW_MANY,
    NEW_NAME,
    ONCE_EACH,
    OTHERWISE,
    PICTURE,
    PICTURES,
    REFERENCE,
    SIGNS,
    SPOTS,
    STAND_IN,
    StepField,
    yaml_key,
)
from game.system.errors import Sentence
from game.system.language import N_

OF_KINDS = {
    STAND_IN: ("otherwise", N_("What is there where nothing was chosen earlier stands after '{key}': one picture.")),
    AGAIN: (ONCE_EACH, N_("What can lie at several spots, and at each once, is written '{key}: once each'.")),
    SIGNS: (
        "sign",
        N_(
            "What was chosen in an earlier step stands at the spots behind '{key}'. A picture of your choice stands at "
            "a place of a scene of your own, as 'sign' of the place in that scene's file."
        ),
    ),
}  # for a step that has a field of this kind, another key, and what is said of it
FROM, OF_PICTURES = yaml_key("from_"), {PICTURES, PICTURE, OTHERWISE, STAND_IN}
LAYS = "place"  # the mechanic that lays onto places
ONTO = N_(
    "What is laid onto places of the scene is laid in a step with '{place}': write '{place}: {name}' for it, and "
    "'{key}: [{places}]'. 'up to' can stand there, too."
)
SO_MANY = N_(
    "So many are chosen in a step before it: write '- choose: NAME' with '{key}' there, and 'from: NAME' here."
)
ALONG = N_(
    "What stands along the way was chosen in an earlier step: write that step's name after '{key}'. A picture of your "
    "choice stands at a place of a scene of your own: write 'sign' at the place in the scene's file."
)
ELSEWHERE = N_("'{key}' stands in a step with {mechanics}.")


def as_meant(mechanic: str, part: MappingNode, options: frozenset[str], context: Context) -> MappingNode:
    """The step with the keys that its mechanic has for what was often meant by others, each of which is noted."""
    there = {key.text for key, _ in part.pairs}
    pairs = []
    for key, value in part.pairs:
        close = closest_match(key.text, options)
        meant = "" if key.text in options else _meant(key.text, close, names_in(value), options - there, context)
        if meant:
            said = Sentence("{what} has no key '{key}'.", what=a_step_with(mechanic), key=shortened(key.text))
            context.source.wrong(key, said.then(suggestion(meant)))
            there.add(meant)  # another word for it is not the same key once more
        pairs.append((ScalarNode(meant, key.line, key.column) if meant else key, value))
    return MappingNode(tuple(pairs), part.line, part.column)


def a_step_with(mechanic: str) -> Sentence:
    """What such a step is called in sentences."""
    return Sentence("A step with '{mechanic}'", mechanic=mechanic)


def _meant(key: str, close: str, written: list[str], options: frozenset[str], context: Context) -> str:
    """The key that is meant by this one with what is `written` after it: what is often meant by it comes before what is
    `close` to it in letters; "" where it cannot be told, or is that one.
    """
    often = next((one for one in KEYS.get(folded(key), ()) if one in options), "")
    meant = often or close
    of_mechanics = not meant or meant in _elsewhere()
    kinds = {field.kind for one in (key, meant) for field in _elsewhere().get(one, ())}
    earlier = of_mechanics and kinds <= OF_PICTURES and any(refers(name, context) for name in written)
    return FROM if FROM in options and earlier else often


def said_instead(mechanic: str, part: MappingNode, can: Sentence) -> dict[str, Sentence]:
    """What to write for keys that other steps, or places of scenes, have, each as a sentence; `can` says which keys
    this step can have."""
    fields = mechanics.keys_of(mechanic)
    options = {field.key for field in fields}
    of_kinds = {OF_KINDS[f.kind][0]: Sentence(OF_KINDS[f.kind][1], key=f.key) for f in fields if f.kind in OF_KINDS}
    values = {key.text: value for key, value in part.pairs}
    others = [key for key in values if key in _elsewhere() and not closest_match(key, options)]
    name = ", ".join(names_in(values[mechanic])) or "NAME"
    return {key: _of_others(fields, key, name, ", ".join(names_in(values[key])), can) for key in others} | of_kinds


def _of_others(fields: tuple[StepField, ...], key: str, name: str, written: str, can: Sentence) -> Sentence:
    """What is said of a key of other mechanics, with what is `written` after it, in a step that makes this name."""
    its, kind = {field.kind for field in fields}, _elsewhere()[key][0].kind
    if kind == SPOTS and SPOTS not in its and fields[0].kind == NEW_NAME and _elsewhere_in(key, LAYS):
        return Sentence(ONTO, place=LAYS, name=name, key=key, places=written)
    if kind in OF_PICTURES and SPOTS in its and PICTURES not in its:
        return Sentence(ALONG, key=FROM)
    if kind == HOW_MANY and REFERENCE in its:
        return Sentence(SO_MANY, key=key)
    names = [name for name in mechanics.names() if _elsewhere_in(key, name)]
    return can.then(Sentence(ELSEWHERE, key=key, mechanics=one_of(names)))


@cache
def _elsewhere() -> dict[str, list[StepField]]:
    """Each key of any mechanic, and the fields that have it."""
    found: dict[str, list[StepField]] = {}
    for name in mechanics.names():
        for field in mechanics.keys_of(name):
            found.setdefault(field.key, []).append(field)
    return found


def _elsewhere_in(key: str, mechanic: str) -> bool:
    return key in {field.key for field in mechanics.keys_of(mechanic)}


def names_in(value: Node | None) -> list[str]:
    """The names that stand after a key, alone or in a list."""
    parts = value.items if isinstance(value, SequenceNode) else (value,)
    return [part.text for part in parts if isinstance(part, ScalarNode)]
