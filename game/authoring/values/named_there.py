"""Reading names of pictures and spots that stand in the step already: which of them stay here, lie alone,
or take any number.

This file knows how such names are written. Whether the step has them is seen where the step is whole.
"""

from game.authoring.mistake import shortened
from game.authoring.values.context import Context, labelled, none_twice, word
from game.authoring.yaml_nodes import Node, ScalarNode
from game.system.errors import Sentence
from game.system.language import N_

NO_WORDS_HERE = N_("'{key}' takes names alone: the words for '{name}' stand after it where things are laid.")
NO_LABEL_HERE = N_("'{key}' takes names alone: the words for '{name}' stand after it at 'pictures'.")


def stays_here(key: str, node: Node, context: Context) -> tuple[str, ...]:
    """One of the step's spots, or several in a list; without words for them, which stand at the spots."""
    return _spots(key, node, context)


def any_number(key: str, node: Node, context: Context) -> tuple[str, ...]:
    """The same: at these there is room for any number, whatever `up to` says."""
    return _spots(key, node, context)


def alone(key: str, node: Node, context: Context) -> tuple[str, ...]:
    """One of the step's pictures, or several in a list; without words for them, which stand at the pictures."""
    found = _names(key, node, context, "picture", NO_LABEL_HERE)
    if not found:
        context.source.wrong(node, Sentence("'{key}' needs at least one picture, or leave it out.", key=key))
    return found


def _spots(key: str, node: Node, context: Context) -> tuple[str, ...]:
    found = _names(key, node, context, "spot", NO_WORDS_HERE)
    if not found:
        context.source.wrong(node, Sentence("'{key}' needs at least one spot.", key=key))
    return found


def _names(key: str, node: Node, context: Context, kind: str, with_words: str) -> tuple[str, ...]:
    """One name, or several in a list, none twice; `with_words` is said where words stand after one."""
    if isinstance(node, ScalarNode):
        return (word(key, node, context),)
    pairs = labelled(key, node, context) or []
    for name, label in pairs:
        if label:
            context.source.wrong(name, Sentence(with_words, key=key, name=shortened(name.text)))
    none_twice(pairs, kind, context)
    return tuple(name.text for name, _ in pairs)
