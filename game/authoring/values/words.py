"""Reading the plain kinds of value: words, a scene, a number. Knows scenes by name and nothing of pictures."""

import re

from game.art.library import Library
from game.authoring.mistake import near_in_letters, one_of, shortened
from game.authoring.typed_signs import in_a_name, quote_in
from game.authoring.values.context import Context, scalar, unknown, word
from game.authoring.yaml_nodes import Node, ScalarNode
from game.core.activity import ANY
from game.core.take_home import CHOICES, OF_ANY, OF_OWN_PLACE

ELSE_LAY_ONE = (
    "If not, lay a picture of your own into the folder 'scenes', or see all with their spots: python main.py pictures."
)


def words(key: str, node: Node, context: Context) -> str:
    """Any words, in one line."""
    return word(key, node, context)


def scene(key: str, node: Node, context: Context) -> str:
    """The name of a scene.

    The answer is "" where there is no such scene.
    """
    found, library = scalar(key, node, context), context.library
    if found is None or found.text in library.scenes():
        return found.text if found else ""
    if torn := library.torn_scenes.get(found.text):
        said = f"Your scene '{found.text}' has a mistake of its own, in {torn.parent.name}/{torn.name}."
        context.source.wrong(found, f"{said} `python main.py check {torn.as_posix()}` says which.")
    elif library.scene_path(found.text):
        context.source.wrong(found, f"The scene '{found.text}' is the program's own. {scenes_there(library)}")
    else:
        said = f"There is no scene called '{shortened(found.text)}'."
        near = "" if in_a_name(found.text) else near_in_letters(found.text, library.scenes())
        if near:
            context.source.wrong(found, f"{said} Did you mean '{near}'? {ELSE_LAY_ONE}")
        else:
            unknown(found, said, (), context, scenes_there(library))
    return ""


def scenes_there(library: Library) -> str:
    """All scenes with their places, for who has named one that is not there."""
    bare = [name for name in library.scenes() if not library.grounds(name)]
    own = "Or lay a picture of your own into the folder 'scenes'."
    return f"There are, with their spots: {with_spots(library)}; and without: {', '.join(bare)}. {own}"


def with_spots(library: Library) -> str:
    """The scenes that have spots, each with theirs."""
    each = {name: in_short(library, name) for name in library.scenes()}
    return ", ".join(f"{name} ({spots})" for name, spots in each.items() if spots)


def in_short(library: Library, scene: str) -> str:
    """The spots of a scene: "light-1 to light-7, door"."""
    rows: dict[str, list[str]] = {}
    for ground in library.grounds(scene):
        rows.setdefault(ground.name.rstrip("0123456789"), []).append(ground.name)
    return ", ".join(f"{row[0]} to {row[-1]}" if len(row) > 2 else ", ".join(row) for row in rows.values())


def each_visit(key: str, node: Node, context: Context) -> bool:
    """Whether the activity begins anew on each visit: `anew` is the one word for it."""
    return _only("anew", "the activity stays as it was left", key, node, context)


def unlock(key: str, node: Node, context: Context) -> bool:
    """Whether the activity is opened for each visit by the grown-up: `each visit` is the one way to say it."""
    return _only("each visit", "it is always on the trail", key, node, context)


def on_papers(key: str, node: Node, context: Context) -> bool:
    """Whether papers say nothing of the activity: `nothing` is the one word for it."""
    return _only("nothing", "papers tell of it (what only stays here says 'take home: no')", key, node, context)


def yes(key: str, node: Node, context: Context) -> bool:
    """`yes`, or the key is left out."""
    return _only("yes", "it is not so", key, node, context)


def _only(text: str, otherwise: str, key: str, node: Node, context: Context) -> bool:
    """Notes anything but this text; `otherwise` is told as what is so without the key."""
    written = node.text if isinstance(node, ScalarNode) else ""
    if written != text:
        more = quote_in(written) or f" Leave the key out where {otherwise}."
        context.source.wrong(node, f"'{key}' can only be '{text}'.{more}")
    return True


def take_home(key: str, node: Node, context: Context) -> str:
    """What becomes of it at home: `page`, `card`, `letter`, `agreed`, `no`, or its own place on our papers."""
    text = word(key, node, context)
    if text and text not in CHOICES:
        said = f"'{key}' can be {one_of(OF_ANY)}, or one of our own papers: {one_of(OF_OWN_PLACE)}."
        context.source.wrong(node, f"{said} '{shortened(text)}' is none of them.{quote_in(text)}")
    return text


def as_written(key: str, node: Node, context: Context) -> bool:
    """Whether the pictures lie in the file's own order: `as written` is the one way to say it."""
    return _only("as written", "each child has an order of its own", key, node, context)


def breaths(key: str, node: Node, context: Context) -> int:
    """A number from 1 to 10."""
    text = word(key, node, context)
    if re.fullmatch("[1-9]|10", text):
        return int(text)
    if text:
        said = f"'{key}' needs a number from 1 to 10; '{shortened(text)}' is none."
        context.source.wrong(node, said + (quote_in(text) or " Each takes eight seconds."))
    return 1


def how_many(key: str, node: Node, context: Context) -> int:
    """A number from 1, or `any`."""
    text = word(key, node, context)
    if re.fullmatch("[1-9][0-9]?", text):
        return int(text)
    if text and text != "any":
        said = f"'{key}' needs a number from 1 to 99, or 'any'; '{shortened(text)}' is neither."
        context.source.wrong(node, said + quote_in(text))
    return ANY
