"""Reading lists of pictures and of spots, each with a label or not.

This file knows which names a picture may have, and child rule 11: feelings are in balance.
"""

from collections import Counter
from pathlib import PurePosixPath

from game.art.picture_files import ENDINGS
from game.authoring.mistake import folded, near_in_letters, one_of, shortened
from game.authoring.typed_signs import SEVERAL, between_names, in_a_name
from game.authoring.values.context import Context, Pairs, labelled, none_twice, scalar, there_are, unknown
from game.authoring.values.names import all_names
from game.authoring.values.words import in_short, with_spots
from game.authoring.yaml_errors import SPACE
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from game.core.activity import BESIDE, VISIT, Labelled, is_card

SHORT = 4  # letters of a word that is soon near to another one
SEE_ALL = "or see all: python main.py pictures."
PUT_ONE = f"Put a picture of this name into activities/pictures, {SEE_ALL}"
CHOSEN_EARLIER = "'{name}' is what a child chose earlier, no picture: that stands after 'from'. Write 'from: {name}'."
ELSE_PUT_ONE = f"If not, put a picture of this name into activities/pictures, {SEE_ALL}"


def picture(key: str, node: Node, context: Context) -> str:
    """The name of one picture."""
    if alone := _first_of(node):
        without = "brackets" if isinstance(node, SequenceNode) else "a label"
        said = f"'{key}' takes the name of one picture, without {without}. Write '{alone}' alone."
        context.source.wrong(node, said)
        return ""
    found = scalar(key, node, context)
    if found is None:
        return ""
    _look(found, (), context)
    return found.text


def _first_of(node: Node) -> str:
    """The first name in a list or before a label; "" where there is neither."""
    if isinstance(node, SequenceNode) and node.items:
        first = node.items[0]
        return first.text if isinstance(first, ScalarNode) else _first_of(first)
    return node.pairs[0][0].text if isinstance(node, MappingNode) and node.pairs else ""


def pictures(key: str, node: Node, context: Context) -> tuple[Labelled, ...]:
    """At least two pictures, none twice; feelings in balance. Beside `from`, one is enough."""
    if context.has_more:
        return _at_least(1, f"'{key}' needs at least one picture, or leave it out.", key, node, context)
    said = f"'{key}' needs at least two pictures: with fewer there is nothing to choose."
    return _at_least(2, said, key, node, context)


def otherwise(key: str, node: Node, context: Context) -> tuple[Labelled, ...]:
    """At least one picture, none twice; feelings in balance."""
    return _at_least(1, f"'{key}' needs at least one picture, or leave it out.", key, node, context)


def _at_least(least: int, said: str, key: str, node: Node, context: Context) -> tuple[Labelled, ...]:
    if isinstance(node, ScalarNode) and _chosen_earlier(node.text, context):
        context.source.wrong(node, CHOSEN_EARLIER.format(name=node.text))
        return ()
    pairs = labelled(key, node, context)
    if pairs is None:
        return ()
    names = tuple(name.text for name, _ in pairs)
    for name, _ in pairs:
        _look(name, names, context)
    none_twice(pairs, "picture", context)
    if len(pairs) < least and not any(in_a_name(name) or _chosen_earlier(name, context) for name in names):
        context.source.wrong(node, said)
    _balance({name.text for name, _ in pairs}, node, context)
    return _with_labels(pairs, context)


def spots(key: str, node: Node, context: Context) -> tuple[Labelled, ...]:
    """At least one spot of the activity's scene, none twice."""
    pairs = labelled(key, node, context)
    if pairs is None:
        return ()
    labels = {ground.name: ground.label for ground in context.library.grounds(context.scene)}
    there = list(labels)
    for name, _ in pairs:
        if context.scene and name.text not in there:
            said = f"The scene '{context.scene}' has no spot called '{shortened(name.text)}'."
            if parted := between_names(name.text, labels.__contains__):
                context.source.wrong(name, said + parted)
                continue
            unknown(name, said, there, context, there_are(there) or _spots_there(context), context.is_own_scene)
    none_twice(pairs, "spot", context)
    if not pairs:
        context.source.wrong(node, f"'{key}' needs at least one spot. {there_are(there)}".rstrip())
    return _with_labels([(name, label or labels.get(name.text, "")) for name, label in pairs], context)


def _spots_there(context: Context) -> str:
    """What to say of a scene that has no spots, or too many to name each."""
    if many := in_short(context.library, context.scene):
        return f"There are {many}."
    return f"It has no spots at all. These have: {with_spots(context.library)}."


def _with_labels(pairs: Pairs, context: Context) -> tuple[Labelled, ...]:
    return tuple(Labelled(name.text, label or context.library.label(name.text)) for name, label in pairs)


def _look(node: ScalarNode, others: tuple[str, ...], context: Context) -> None:
    """Notes what is wrong with one picture's name among others, or with the picture itself."""
    name, library = node.text, context.library
    said = _misnamed(name, context) or _not_on_offer(name, context)
    if said:
        context.source.wrong(node, said)
    elif library.file(name) is None:
        context.source.wrong(node, _no_such(name, others, context))
    elif broken := context.broken(name):
        context.source.wrong(node, broken)


def _chosen_earlier(name: str, context: Context) -> bool:
    """True for what stands after `from`: what a step before this one has made."""
    return name in context.made or name in all_names(context)


def _no_such(name: str, others: tuple[str, ...], context: Context) -> str:
    """What to say where there is no picture of this name."""
    if _chosen_earlier(name, context):
        return CHOSEN_EARLIER.format(name=name)
    said = f"There is no picture called '{shortened(name)}'."
    if sign := in_a_name(name):
        return said + sign
    if parted := "" if context.library.on_offer(folded(name)) else between_names(name, context.library.on_offer):
        return f"{said}{parted} {ELSE_PUT_ONE}" if parted == SEVERAL else said + parted
    if context.library.on_offer(folded(name)):
        return f"{said} Did you mean '{folded(name)}'?"
    meant = _meant(name, others, context)
    return f"{said}{meant} {ELSE_PUT_ONE}" if meant else f"{said} {PUT_ONE}"


def _meant(name: str, others: tuple[str, ...], context: Context) -> str:
    """ " Did you mean 'bear'?" where it is that but for a slip, and of the family of another one."""
    library = context.library
    families = {library.family(other) for other in others} - {""}
    kin = {n for n in library.names() if library.family(n) in families}.difference(others)
    near = near_in_letters(name, (n for n in library.names() if n in kin or _slipped(name, n, not families)))
    return f" Did you mean '{near}'?" if near else ""


def _slipped(name: str, other: str, alone: bool) -> bool:
    """True where it can be that other one without its family.

    Beside names of another family, a longer name with no letter replaced; `alone`, a name with the same first letter.
    """
    one, it = Counter(folded(name)), Counter(folded(other))
    if alone:
        return any(word.startswith(folded(name)[:1]) for word in folded(other).split("-"))
    return len(name) > SHORT and (one <= it or it <= one)


def _misnamed(name: str, context: Context) -> str:
    """Why this can be no picture's name, "" where it can."""
    if "/" in name or "\\" in name:
        return f"'{shortened(name)}' leaves the folder of pictures. Write a picture's name alone, without a folder."
    if ":" in name:
        return f"'{shortened(name)}' is no picture's name. {SPACE}"
    if name.startswith(f"{VISIT}."):
        return f"'{shortened(name)}' is what a visit gives, and no picture's name. Write it after 'from:'."
    if name.lower().endswith(ENDINGS):
        return f"Write the picture's name without its ending: '{shortened(PurePosixPath(name).stem)}'."
    return f"A card that a child draws is called '{name}' by the program. Rename the file." if is_card(name) else ""


def _not_on_offer(name: str, context: Context) -> str:
    """Why a picture of this name cannot be offered though there is one, or something like it."""
    library = context.library
    if library.twins(name):
        files = one_of((path.name for path in library.twins(name)), "and")
        return f"There are several pictures called '{name}': {files}. Rename all but one."
    if library.file(name) and not library.on_offer(name):
        return f"'{name}' is a picture that the program lays out by itself. Choose another one."
    if library.file(name) is None and (useless := library.useless(name)):
        return f"'{useless.name}' cannot be used: a picture is a PNG, JPG or SVG. Save it anew."
    return ""


def _balance(names: set[str], node: Node, context: Context) -> None:
    """Child rule 11: as many unpleasant feelings as pleasant ones, and always a way to say neither."""
    pleasant, unpleasant = (names.intersection(feelings) for feelings in context.library.feelings())
    if len(pleasant) > len(unpleasant):
        more = [name for name in context.library.feelings()[1] if name not in names]
        said = f"There are more pleasant feelings ({len(pleasant)}) than unpleasant ones ({len(unpleasant)})."
        context.source.wrong(node, f"{said} Add {one_of(more)}, or take away a pleasant one.")
    missing = [name for name in BESIDE if name not in names]
    if missing and (pleasant or unpleasant):
        context.source.wrong(
            node, f"Where there are feelings, {one_of(BESIDE, 'and')} lie beside them. Add {one_of(missing, 'and')}."
        )
