"""Reading names of results: a new one, or one that an earlier step or an earlier activity has made.

Knows earlier steps and activities by what they make; it opens no file.
"""

import re

from game.authoring.mistake import did_you_mean, shortened
from game.authoring.values.context import Context, scalar, there_are, unknown, word
from game.authoring.yaml_nodes import Node, ScalarNode, SequenceNode
from game.core.activity import VISIT, VISIT_PICTURES, Activity, is_card

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NO_PICTURES = (
    "'{key}' takes the name of an earlier step, and what was chosen there stands at the spots. A picture of your "
    "choice stands at a place of a scene of your own: write 'sign' at the place in the scene's file."
)


def new_name(key: str, node: Node, context: Context) -> str:
    """A name that no earlier step has, in small letters with hyphens."""
    name = word(key, node, context)
    if not as_name(name, node, context):
        return name
    if is_card(name):
        context.source.wrong(node, f"A card that a child draws is called '{name}' by the program. Choose another name.")
    elif name in context.made:
        context.source.wrong(node, f"An earlier step makes '{name}' already. Give this one a name of its own.")
    return name


def as_name(name: str, node: Node, context: Context) -> str:
    """The name where it is one, "" (and a mistake) where it is not; "" is none, and no mistake."""
    if not name or NAME.fullmatch(name):
        return name
    better = "-".join(re.findall("[a-z0-9]+", name.lower()))
    hint = f" Write '{shortened(better)}'." if NAME.fullmatch(better) else ""
    said = f"'{shortened(name)}' cannot be a name: it has small letters from a to z, with '-' between words."
    context.source.wrong(node, said + hint)
    return ""


def earlier_name(key: str, node: Node, context: Context) -> str:
    """What an earlier step has made: `name`, or `activity.name`."""
    return _follow(key, node, context, "'name' or 'activity.name'")


def reference(key: str, node: Node, context: Context) -> str:
    """An earlier choice: `name`, `name.spot`, `activity.name` or `activity.name.spot`."""
    return _follow(key, node, context, "'name', 'activity.name' or 'activity.name.spot'")


def signs(key: str, node: Node, context: Context) -> str:
    """An earlier choice, as `reference` has it; who wants a picture at a spot is told where that can be said."""
    name = node.text if isinstance(node, ScalarNode) else ""
    if isinstance(node, SequenceNode) or (name not in context.made and context.library.on_offer(name)):
        context.source.wrong(node, NO_PICTURES.format(key=key))
        return ""
    return reference(key, node, context)


def _follow(key: str, node: Node, context: Context, forms: str) -> str:
    found = scalar(key, node, context)
    if found is None:
        return ""
    name, parts = found.text, found.text.split(".")
    if len(parts) > forms.count("'") // 2 or not all(parts):
        context.source.wrong(node, f"'{shortened(name)}' is not understood: '{key}' needs {forms}.")
    elif len(parts) == 1:
        _in_this_activity(found, name, context)
    elif len(parts) == 2 and parts[0] in context.made and len(forms.split(",")) > 1:
        _place_here(found, parts, context)
    else:
        _in_another(found, parts, context)
    return name


def _in_this_activity(node: ScalarNode, name: str, context: Context) -> None:
    if name in context.made:
        return
    if name in context.to_come:
        context.source.wrong(
            node, f"'{name}' is made by this or a later step. A step can use only what comes before it."
        )
        return
    names = (*context.made, *all_names(context))
    if context.source.torn and not did_you_mean(name, names):
        return  # it may stand in what could not be read
    said = f"No earlier step of this activity makes '{shortened(name)}'."
    unknown(node, said, names, context, there_are(context.made))


def _in_another(node: ScalarNode, parts: list[str], context: Context) -> None:
    activity, name, *spot = parts
    if activity == VISIT:
        _from_the_visit(node, context)
    elif activity in context.made:
        context.source.wrong(node, f"This step works on what '{activity}' has made: write '{activity}' alone.")
    elif activity == context.activity:
        context.source.wrong(node, f"This is the activity '{activity}' itself: write '{name}' alone.")
    elif activity in context.earlier:
        if made_by := context.earlier[activity]:
            _made_there(node, made_by, name, spot, context)
    elif activity in context.others:
        context.source.wrong(node, _not_before(activity, context))
    else:
        unknown(node, f"There is no activity called '{shortened(activity)}'.", all_names(context), context)


def _not_before(activity: str, context: Context) -> str:
    """Why nothing is chosen yet in this activity, and what mends it."""
    if activity in context.unlisted:
        said = f"The activity '{activity}' does not stand in workbook.yaml, so nothing is chosen there."
        return f"{said} Write its name there, before '{context.activity}'."
    said = f"The activity '{activity}' does not come before this one in workbook.yaml, so nothing is chosen there yet."
    return f"{said} Put '{context.activity}' behind '{activity}' there; a later chapter is good."


def _from_the_visit(node: ScalarNode, context: Context) -> None:
    known = tuple(f"{VISIT}.{name}" for name in VISIT_PICTURES)
    if node.text.strip() not in known:
        unknown(node, f"A visit has nothing called '{shortened(node.text)}'.", known, context, there_are(known))


def _made_there(node: ScalarNode, activity: Activity, name: str, spot: list[str], context: Context) -> None:
    step = activity.made(name)
    if step is None:
        said = f"The activity '{activity.name}' makes nothing called '{shortened(name)}'."
        names = tuple(f"{activity.name}.{step.result}" for step in activity.steps if step.makes_a_name())
        unknown(node, said, names, context, there_are(names))
    elif spot:
        _spot_there(node, f"{activity.name}.{name}", spot[0], step.places(), context)


def _place_here(node: ScalarNode, parts: list[str], context: Context) -> None:
    """A place of an earlier step of this activity, where that step can be read."""
    if made := next((step for step in context.own if step.result == parts[0] and step.makes_a_name()), None):
        _spot_there(node, parts[0], parts[1], made.places(), context)


def _spot_there(node: ScalarNode, made: str, spot: str, there: tuple[str, ...], context: Context) -> None:
    if not there:
        context.source.wrong(node, f"'{made}' has no spots: write '{made}' alone.")
    elif spot not in there:
        spots = [f"{made}.{name}" for name in there]
        unknown(node, f"'{made}' has no spot called '{shortened(spot)}'.", spots, context, there_are(spots))


def all_names(context: Context) -> tuple[str, ...]:
    """What the activities before this one have made, as it is written in a reference."""
    read = [activity for activity in context.earlier.values() if activity]
    return tuple(f"{a.name}.{step.result}" for a in read for step in a.steps if step.makes_a_name())
