"""Reading the plain Kinds: words, a scene, a number. Knows scenes by name and nothing of pictures."""

import re

from game.authoring.mistake import one_of, shortened
from game.authoring.values.context import Context, scalar, there_are, unknown, word
from game.authoring.yaml_nodes import Node, ScalarNode
from game.core.activity import ANY
from game.core.take_home import CHOICES, OF_OWN_PLACE


def words(key: str, node: Node, context: Context) -> str:
    """Any words, in one line."""
    return word(key, node, context)


def scene(key: str, node: Node, context: Context) -> str:
    """The name of a scene.

    The answer is "" where there is no such scene.
    """
    found, there = scalar(key, node, context), context.library.scenes()
    if found is None or found.text in there:
        return found.text if found else ""
    if context.library.scene_path(found.text):
        context.source.wrong(found, f"The scene '{found.text}' is the program's own. {there_are(there)}")
    else:
        unknown(found, f"There is no scene called '{shortened(found.text)}'.", there, context, there_are(there))
    return ""


def each_visit(key: str, node: Node, context: Context) -> bool:
    """Whether the activity begins anew on each visit: `anew` is the one word for it."""
    if not isinstance(node, ScalarNode) or node.text != "anew":
        context.source.wrong(
            node, f"'{key}' can only be 'anew'. Leave the key out where the activity stays as it was left."
        )
    return True


def unlock(key: str, node: Node, context: Context) -> bool:
    """Whether the activity is opened for each visit by the grown-up: `each visit` is the one way to say it."""
    if not isinstance(node, ScalarNode) or node.text != "each visit":
        context.source.wrong(
            node, f"'{key}' can only be 'each visit'. Leave the key out where it is always on the trail."
        )
    return True


def on_papers(key: str, node: Node, context: Context) -> bool:
    """Whether papers say nothing of the activity: `nothing` is the one word for it."""
    if not isinstance(node, ScalarNode) or node.text != "nothing":
        context.source.wrong(node, f"'{key}' can only be 'nothing'. Leave the key out where papers tell of it.")
    return True


def yes(key: str, node: Node, context: Context) -> bool:
    """`yes`, or the key is left out."""
    if not isinstance(node, ScalarNode) or node.text != "yes":
        context.source.wrong(node, f"'{key}' can only be 'yes'. Leave the key out where it is not so.")
    return True


def take_home(key: str, node: Node, context: Context) -> str:
    """What becomes of it at home: `page`, `card`, `letter` or `no`, or the place of its own that it has on papers."""
    text = word(key, node, context)
    if text and text not in CHOICES:
        said = f"'{key}' can be {one_of(CHOICES[:4])}, or one of our own papers: {one_of(OF_OWN_PLACE)}."
        context.source.wrong(node, f"{said} '{shortened(text)}' is none of them.")
    return text


def as_written(key: str, node: Node, context: Context) -> bool:
    """Whether the pictures lie in the file's own order: `as written` is the one way to say it."""
    if not isinstance(node, ScalarNode) or node.text != "as written":
        context.source.wrong(
            node, f"'{key}' can only be 'as written'. Leave the key out where each child has an order of its own."
        )
    return True


def breaths(key: str, node: Node, context: Context) -> int:
    """A number from 1 to 10."""
    text = word(key, node, context)
    if re.fullmatch("[1-9]|10", text):
        return int(text)
    if text:
        said = f"'{key}' needs a number from 1 to 10; '{shortened(text)}' is none. Each takes eight seconds."
        context.source.wrong(node, said)
    return 1


def how_many(key: str, node: Node, context: Context) -> int:
    """A number from 1, or `any`."""
    text = word(key, node, context)
    if re.fullmatch("[1-9][0-9]?", text):
        return int(text)
    if text and text != "any":
        context.source.wrong(node, f"'{key}' needs a number from 1 to 99, or 'any'; '{shortened(text)}' is neither.")
    return ANY
