"""Reading lists of pictures and of spots, each with a label or not.

This file knows which names a picture may have, and child rule 11: feelings are in balance.
"""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from game.art.picture_files import ENDINGS
from game.authoring.mistake import did_you_mean, folded, one_of, shortened, suggestion
from game.authoring.typed_signs import SEVERAL, between_names, comma_in_label, in_a_name, label_of
from game.authoring.values.context import Context, Pairs, labelled, none_twice, scalar, there_are, unknown
from game.authoring.values.missing import ELSE_PUT_ONE, NO_PICTURE, folder_of, look_up
from game.authoring.values.names import refers
from game.authoring.values.often_meant import DRAWN
from game.authoring.values.words import in_short, with_spots
from game.authoring.yaml_errors import SPACE
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from game.core.activity import BESIDE, BLANK, VISIT, Labelled, is_card
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

CHOSEN_EARLIER = N_(
    "'{name}' is what a child chose earlier, no picture: that stands after 'from'. Write 'from: {name}'."
)
WHITE_ALREADY = N_("The sheet is white by itself. Leave '{key}' out.")
PAPER, WHITE = "paper", ("white", "white-paper", "white-sheet", "blank", "plain", "paper", "sheet", "none")
IN_BRACKETS = N_("'{key}' takes the name of one picture, without brackets. Write '{name}' alone.")
WITH_LABEL = N_("'{key}' takes the name of one picture, without a label. Write '{name}' alone.")
ONE = N_("'{key}' needs at least one picture, or leave it out.")
TWO = N_("'{key}' needs at least two pictures: with fewer there is nothing to choose.")
IN_A_FOLDER = N_("'{name}' leaves the folder of pictures. Write a picture's name alone, without a folder.")
DRAWS_IT = N_("'{name}' is no picture's name. Where the child draws one, write '{card}', on which it does.")
OF_THE_VISIT = N_("'{name}' is what a visit gives, and no picture's name. Write it after 'from:'.")
A_CARD = N_("A card that a child draws is called '{name}' by the program. Rename the file.")
SEVERAL_FILES = N_("There are several pictures called '{name}': {files}. Rename all but one.")
OF_THE_PROGRAM = N_("'{name}' is a picture that the program lays out by itself. Choose another one.")
USELESS = N_("'{name}' cannot be used: a picture is a PNG, JPG or SVG. Save it anew.")
PLEASANT = N_(
    "There are more pleasant feelings ({pleasant}) than unpleasant ones ({unpleasant}). Add {names}, or take away a "
    "pleasant one."
)
BALANCE = N_("'{feeling}' is a feeling. Where there are feelings, {names} lie beside them. Add {missing}.")
OF_A_SCENE = N_("There is a scene of yours of this name: for a picture of it, copy its picture into {folder}, too.")
NO_PLACES = N_(
    "'{file}' has no places yet. Name them in '{yaml}' beside it, or draw them: python main.py preview {path}"
)
ELSEWHERE = N_("'{name}' is a spot of '{scene}': a step has that scene where 'scene: {scene}' stands in it.")
SEE_SPOTS = N_("It has no spots at all. See all scenes with theirs: python main.py pictures.")
NO_SPOTS = N_("It has no spots at all. These have: {scenes}.")


def picture(key: str, node: Node, context: Context) -> str:
    """The name of one picture."""
    if alone := _first_of(node):
        said = IN_BRACKETS if isinstance(node, SequenceNode) else WITH_LABEL
        context.source.wrong(node, Sentence(said, key=key, name=alone.text))
        _look(alone, (), context)
        return ""
    found = scalar(key, node, context)
    if found is None:
        return ""
    if key == PAPER and folded(found.text) in WHITE and context.library.file(found.text) is None:
        context.source.wrong(found, Sentence(WHITE_ALREADY, key=key))
    else:
        _look(found, (), context)
    return found.text


def _first_of(node: Node) -> ScalarNode | None:
    """The first name in a list or before a label; None where there is neither."""
    if isinstance(node, SequenceNode) and node.items:
        first = node.items[0]
        return first if isinstance(first, ScalarNode) else _first_of(first)
    return node.pairs[0][0] if isinstance(node, MappingNode) and node.pairs else None


def pictures(key: str, node: Node, context: Context) -> tuple[Labelled, ...]:
    """Pictures, none twice, feelings in balance; two at least where one is chosen, and none comes from earlier."""
    return _listed(key, node, context)


def otherwise(key: str, node: Node, context: Context) -> tuple[Labelled, ...]:
    """At least one picture, none twice; feelings in balance."""
    return _listed(key, node, replace(context, least=1))


def _listed(key: str, node: Node, context: Context) -> tuple[Labelled, ...]:
    if isinstance(node, ScalarNode) and refers(node.text, context):
        context.source.wrong(node, _after_from(node.text))
        return ()
    pairs = labelled(key, node, context)
    if pairs is None:
        return ()
    names = tuple(name.text for name, _ in pairs)
    there = tuple(name for name in names if context.library.family(name))
    for (name, label), before in zip(pairs, _before_each(pairs), strict=True):
        if _is_drawn(name.text, context):
            context.source.wrong(name, Sentence(DRAWS_IT, name=shortened(name.text), card=_card(label)))
        else:
            _look(name, there, context, before)
    none_twice(pairs, "picture", context)
    if _with_commas(pairs, context.library.on_offer, context):
        return ()
    if len(pairs) < context.least and not any(in_a_name(name) or refers(name, context) for name in names):
        context.source.wrong(node, Sentence(ONE if context.least == 1 else TWO, key=key))
    _balance([name for name, _ in pairs], context)
    return _with_labels(pairs, context)


def _is_drawn(name: str, context: Context) -> bool:
    """True for a word by which a picture is meant that the child draws itself, where none of the pictures has it."""
    is_one = context.library.file(name) or refers(name, context)
    return not is_one and folded(name).removeprefix("my-") in DRAWN


def _card(label: str) -> str:
    return f"{BLANK}: {label}" if label else BLANK


def spots(key: str, node: Node, context: Context) -> tuple[Labelled, ...]:
    """At least one spot of the activity's scene, none twice."""
    labels = {spot.name: spot.label for spot in context.library.spots(context.scene)}
    pairs = labelled(key, node, context, tuple(labels), spots_there(context) if labels else UNSAID)
    if pairs is None:
        return ()
    if context.is_own_scene and not labels:
        context.source.wrong(node, _no_places(Path(context.library.own_scenes[context.scene].picture)))
        return ()
    there = list(labels)
    for (name, _), before in zip(pairs, _before_each(pairs), strict=True):
        if context.scene and name.text not in there:
            said = Sentence(
                "The scene '{scene}' has no spot called '{name}'.", scene=context.scene, name=shortened(name.text)
            )
            known, near = labels.__contains__, in_a_name(name.text) or did_you_mean(name.text, there)
            parted = between_names(name.text, known)
            if parted := parted or (UNSAID if near else label_of(before, name.text, known)):
                context.source.wrong(name, said.then(parted))
                continue
            more = spots_there(context).then(_elsewhere(name.text, context))
            unknown(name, said, there, context, more, context.is_own_scene)
    none_twice(pairs, "spot", context)
    _with_commas(pairs, labels.__contains__, context)
    if not pairs:
        context.source.wrong(node, Sentence("'{key}' needs at least one spot.", key=key).then(there_are(there)))
    return _with_labels([(name, label or labels.get(name.text, "")) for name, label in pairs], context)


def _with_commas(pairs: Pairs, known: Callable[[str], bool], context: Context) -> bool:
    """Notes each label that has taken in the next name, since the comma between them is another one."""
    told = [(name, said) for name, label in pairs if (said := comma_in_label(label, known))]
    for name, said in told:
        context.source.wrong(name, said)
    return bool(told)


def _no_places(picture: Path) -> Sentence:
    """What to do where a step needs places in a scene that has none."""
    return Sentence(NO_PLACES, file=picture.name, yaml=f"{picture.stem}.yaml", path=picture.as_posix())


def spots_there(context: Context) -> Sentence:
    """The spots of the scene, in short where they are many; else which scenes have some."""
    if there := there_are(spot.name for spot in context.library.spots(context.scene)):
        return there
    if many := in_short(context.library, context.scene):
        return Sentence("There are {names}.", names=many)
    if not context.source.is_first(NO_SPOTS):
        return Sentence(SEE_SPOTS)
    return Sentence(NO_SPOTS, scenes=with_spots(context.library))


def _elsewhere(spot: str, context: Context) -> Sentence:
    """Which scene has this spot, and how the step has that scene; "" where none has it."""
    of_all = ((scene, context.library.spots(scene)) for scene in context.library.scenes())
    found = next((scene for scene, there in of_all if any(one.name == spot for one in there)), "")
    return Sentence(ELSEWHERE, name=spot, scene=found) if found else UNSAID


def _before_each(pairs: Pairs) -> list[str]:
    """What stands before each entry, where that is a name without its label; else "" there."""
    return ["", *("" if label else name.text for name, label in pairs[:-1])][: len(pairs)]


def _with_labels(pairs: Pairs, context: Context) -> tuple[Labelled, ...]:
    return tuple(Labelled(name.text, label or context.library.label(name.text)) for name, label in pairs)


def _look(node: ScalarNode, others: tuple[str, ...], context: Context, before: str = "") -> None:
    """Notes what is wrong with one picture's name among others, behind `before`, or with the picture itself."""
    name, library = node.text, context.library
    said = _misnamed(name, context) or _not_on_offer(name, context)
    if said:
        context.source.wrong(node, said)
    elif library.file(name) is None:
        if said := _no_name(name, context):
            context.source.wrong(node, said)
        else:
            context.missing.append(look_up(node, others, before, context))
    elif broken := context.broken(name):
        context.source.wrong(node, broken)


def _after_from(name: str) -> Sentence:
    """What to say of what stands after `from`."""
    return Sentence(OF_THE_VISIT if name.startswith(f"{VISIT}.") else CHOSEN_EARLIER, name=shortened(name))


def _no_name(name: str, context: Context) -> Sentence:
    """What to say where there is no picture of this name, and it can be told why; else ""."""
    if refers(name, context):
        return _after_from(name)
    said = Sentence(NO_PICTURE, name=shortened(name))
    if sign := in_a_name(name):
        return said.then(sign)
    if name in context.library.own_scenes:
        return said.then(Sentence(OF_A_SCENE, folder=folder_of(context)))
    if context.library.on_offer(folded(name)):
        return said.then(suggestion(folded(name)))
    if parted := between_names(name, context.library.on_offer):
        else_put = Sentence(ELSE_PUT_ONE, folder=folder_of(context)) if parted == SEVERAL else UNSAID
        return said.then(parted, else_put)
    return UNSAID


def _misnamed(name: str, context: Context) -> Sentence:
    """Why this can be no picture's name, "" where it can."""
    if "/" in name or "\\" in name:
        return Sentence(IN_A_FOLDER, name=shortened(name))
    if ":" in name:
        return Sentence("'{name}' is no picture's name.", name=shortened(name)).then(Sentence(SPACE))
    if name.startswith(f"{VISIT}."):
        return _after_from(name)
    if name.lower().endswith(ENDINGS):
        stem = shortened(PurePosixPath(name).stem)
        return Sentence("Write the picture's name without its ending: '{name}'.", name=stem)
    return Sentence(A_CARD, name=name) if is_card(name) else UNSAID


def _not_on_offer(name: str, context: Context) -> Sentence:
    """Why a picture of this name cannot be offered though there is one, or something like it."""
    library = context.library
    if library.twins(name):
        files = one_of((path.name for path in library.twins(name)), "and")
        return Sentence(SEVERAL_FILES, name=name, files=files)
    if library.file(name) and not library.on_offer(name):
        return Sentence(OF_THE_PROGRAM, name=name)
    if library.file(name) is None and (useless := library.useless(name)):
        return Sentence(USELESS, name=useless.name)
    return UNSAID


def _balance(nodes: list[ScalarNode], context: Context) -> None:
    """Child rule 11: as many unpleasant feelings as pleasant ones, and always a way to say neither."""
    names = {node.text for node in nodes}
    pleasant, unpleasant = (names.intersection(feelings) for feelings in context.library.feelings())
    first = next((node for node in nodes if node.text in pleasant | unpleasant), None)
    if first is None:
        return
    if len(pleasant) > len(unpleasant):
        more = [name for name in context.library.feelings()[1] if name not in names]
        many = {"pleasant": len(pleasant), "unpleasant": len(unpleasant)}
        context.source.wrong(first, Sentence(PLEASANT, names=one_of(more), **many))
    if missing := [name for name in BESIDE if name not in names]:
        said = {"feeling": first.text, "names": one_of(BESIDE, "and"), "missing": one_of(missing, "and")}
        context.source.wrong(first, Sentence(BALANCE, **said))
