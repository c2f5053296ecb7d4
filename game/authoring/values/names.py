"""Reading names of results: a new one, or one that an earlier step or an earlier activity has made.

Knows earlier steps and activities by what they make; it opens no file.
"""

import re
from collections.abc import Iterator

from game.art.picture_files import ENDINGS
from game.authoring.mistake import did_you_mean, folded, near_in_letters, one_of, shortened, suggestion
from game.authoring.values.context import Context, labelled, none_twice, scalar, there_are, unknown, word
from game.authoring.values.often_meant import OF_VISITS
from game.authoring.yaml_nodes import Node, ScalarNode, SequenceNode
from game.core.activity import VISIT, VISIT_PICTURES, Activity, is_card
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NO_PICTURES = N_(
    "'{key}' takes the name of an earlier step, and what was chosen there stands at the spots. A picture of your "
    "choice stands at a place of a scene of your own: write 'sign' at the place in the scene's file."
)
NO_LABELS = N_("'{key}' takes the names of earlier steps alone, without words for them: [one, another].")
NO_NAMES = N_("'{key}' is empty. Write the name of an earlier step, or several in a list.")
A_CARD = N_("A card that a child draws is called '{name}' by the program. Choose another name.")
NO_NAME = N_("'{name}' cannot be a name: it has small letters from a to z, with '-' between words.")
UNLISTED = N_(
    "The activity '{name}' does not stand in workbook.yaml, so nothing is chosen there. Write its name there, before "
    "'{this}'."
)
NOT_BEFORE = N_(
    "The activity '{name}' does not come before this one in workbook.yaml, so nothing is chosen there yet. Put "
    "'{this}' behind '{name}' there; a later chapter is good."
)
MADE_ELSEWHERE = N_("'{activity}' makes one: write '{name}'.")
MADE_BY_SEVERAL = N_("Other activities make one: write {names}.")
SEE_ALL = N_("All that can be taken: python main.py pictures.")
EARLIER_NAME = N_("'{name}' is not understood: '{key}' needs 'name' or 'activity.name'."), 2
REFERENCE = N_("'{name}' is not understood: '{key}' needs 'name', 'activity.name' or 'activity.name.spot'."), 3


def new_name(key: str, node: Node, context: Context) -> str:
    """A name that no earlier step has, in small letters with hyphens."""
    name = word(key, node, context)
    if not as_name(name, node, context):
        return name
    if is_card(name):
        context.source.wrong(node, Sentence(A_CARD, name=name))
    elif name in context.made:
        said = Sentence("An earlier step makes '{name}' already. Give this one a name of its own.", name=name)
        context.source.wrong(node, said)
    return name


def as_name(name: str, node: Node, context: Context) -> str:
    """The name where it is one, "" (and a mistake) where it is not; "" is none, and no mistake."""
    if not name or NAME.fullmatch(name):
        return name
    better = "-".join(re.findall("[a-z0-9]+", name.lower()))
    hint = Sentence("Write '{name}'.", name=shortened(better)) if NAME.fullmatch(better) else UNSAID
    context.source.wrong(node, Sentence(NO_NAME, name=shortened(name)).then(hint))
    return ""


def refers(name: str, context: Context) -> bool:
    """True for what stands after `from`: what an earlier step, another activity or the visit makes."""
    first, *more = name.split(".")
    if not more:
        return name in context.made
    makers = {VISIT, *context.made, *context.earlier, *context.others}
    return first in makers and all(more) and not name.lower().endswith(ENDINGS)


def earlier_name(key: str, node: Node, context: Context) -> str:
    """What an earlier step has made: `name`, or `activity.name`."""
    return _follow(key, node, context, *EARLIER_NAME)


def reference(key: str, node: Node, context: Context) -> str | tuple[str, ...]:
    """An earlier choice: `name`, `name.spot`, `activity.name` or `activity.name.spot`; or several in a list."""
    if not isinstance(node, SequenceNode):
        return _follow(key, node, context, *REFERENCE)
    pairs = labelled(key, node, context) or []
    for name, label in pairs:
        if label:
            context.source.wrong(name, Sentence(NO_LABELS, key=key))
    if not node.items:
        context.source.wrong(node, Sentence(NO_NAMES, key=key))
    none_twice(pairs, "choice", context)
    found = tuple(_follow(key, name, context, *REFERENCE) for name, _ in pairs)
    return found[0] if len(found) == 1 else found


def signs(key: str, node: Node, context: Context) -> str:
    """One earlier choice, as `reference` has it; who wants a picture at a spot is told where that can be said."""
    name = node.text if isinstance(node, ScalarNode) else ""
    if isinstance(node, SequenceNode) or (name not in context.made and context.library.on_offer(name)):
        context.source.wrong(node, Sentence(NO_PICTURES, key=key))
        return ""
    return _follow(key, node, context, *REFERENCE)


def _follow(key: str, node: Node, context: Context, odd: str, most: int) -> str:
    """The name, which has at the `most` so many parts; where it is `odd`, that is said."""
    found = scalar(key, node, context)
    if found is None:
        return ""
    name, parts = found.text, found.text.split(".")
    if len(parts) > most or not all(parts):
        context.source.wrong(node, Sentence(odd, name=shortened(name), key=key))
    elif len(parts) == 1:
        _in_this_activity(found, name, context)
    elif len(parts) == 2 and parts[0] in context.made and most > 2:
        _place_here(found, parts, context)
    else:
        _in_another(found, parts, context)
    return name


def _in_this_activity(node: ScalarNode, name: str, context: Context) -> None:
    if name in context.made:
        return
    if name in context.to_come:
        said = Sentence(
            "'{name}' is made by this or a later step. A step can use only what comes before it.", name=name
        )
        context.source.wrong(node, said)
        return
    names = (*context.made, *all_names(context))
    if context.source.torn and not did_you_mean(name, names):
        return  # it may stand in what could not be read
    said = Sentence("No earlier step of this activity makes '{name}'.", name=shortened(name))
    _not_here(node, said, [name], names, there_are(context.made), context)


def _in_another(node: ScalarNode, parts: list[str], context: Context) -> None:
    activity, name, *spot = parts
    if activity == VISIT:
        _from_the_visit(node, context)
    elif activity in context.made:
        said = Sentence("This step works on what '{name}' has made: write '{name}' alone.", name=activity)
        context.source.wrong(node, said)
    elif activity == context.activity:
        said = Sentence("This is the activity '{activity}' itself: write '{name}' alone.", activity=activity, name=name)
        context.source.wrong(node, said)
    elif activity in context.earlier:
        if made_by := context.earlier[activity]:
            _made_there(node, made_by, name, spot, context)
    elif activity in context.others:
        context.source.wrong(node, _not_before(activity, context))
    else:
        said = Sentence("There is no activity called '{name}'.", name=shortened(activity))
        _not_here(node, said, parts, all_names(context), UNSAID, context)


def _not_here(
    node: ScalarNode, said: Sentence, parts: list[str], names: tuple[str, ...], there: Sentence, context: Context
) -> None:
    """Notes what is `said`, with where something of this name is made; else with what was meant, or what is `there`."""
    made = () if near_in_letters(node.text, names) else tuple(_made_elsewhere(parts, context))
    if not made:
        slip = suggestion(_but_for_a_slip(parts[0], context) or _of_the_visit(parts))
        unknown(node, said, names, context, slip or there.then(Sentence(SEE_ALL)))
    elif len(made) == 1:
        maker = made[0].split(".")[0]
        context.source.wrong(node, said.then(Sentence(MADE_ELSEWHERE, activity=maker, name=made[0])))
    else:
        context.source.wrong(node, said.then(Sentence(MADE_BY_SEVERAL, names=one_of(made))))


def _made_elsewhere(parts: list[str], context: Context) -> Iterator[str]:
    """The whole reference for each activity that makes what the first of these parts, or the second, names."""
    for one in all_names(context):
        activity, made = one.split(".")
        if made == parts[0]:
            yield ".".join((activity, *parts))
        elif made in parts[1:2]:
            yield ".".join((activity, *parts[1:]))


def _but_for_a_slip(name: str, context: Context) -> str:
    """The whole reference of what is called so in another activity but for a slip; "" where there is none."""
    of_name = {one.split(".")[1]: one for one in all_names(context)}
    return of_name.get(near_in_letters(name, of_name), "")


def _of_the_visit(parts: list[str]) -> str:
    """What the visit brings that is often meant by this name; "" where there is none."""
    meant = OF_VISITS.get(folded(parts[0])) if len(parts) == 1 else None
    return f"{VISIT}.{meant}" if meant else ""


def _not_before(activity: str, context: Context) -> Sentence:
    """Why nothing is chosen yet in this activity, and what mends it."""
    said = UNLISTED if activity in context.unlisted else NOT_BEFORE
    return Sentence(said, name=activity, this=context.activity)


def _from_the_visit(node: ScalarNode, context: Context) -> None:
    known = tuple(f"{VISIT}.{name}" for name in VISIT_PICTURES)
    if node.text.strip() not in known:
        said = Sentence("A visit has nothing called '{name}'.", name=shortened(node.text))
        unknown(node, said, known, context, there_are(known))


def _made_there(node: ScalarNode, activity: Activity, name: str, spot: list[str], context: Context) -> None:
    step = activity.made(name)
    if step is None:
        said = Sentence(
            "The activity '{activity}' makes nothing called '{name}'.", activity=activity.name, name=shortened(name)
        )
        names = tuple(f"{activity.name}.{step.result}" for step in activity.steps if step.makes_a_name())
        _not_here(node, said, [name, *spot], names, there_are(names), context)
    elif spot:
        _spot_there(node, f"{activity.name}.{name}", spot[0], step.places(), context)


def _place_here(node: ScalarNode, parts: list[str], context: Context) -> None:
    """A place of an earlier step of this activity, where that step can be read."""
    if made := next((step for step in context.own if step.result == parts[0] and step.makes_a_name()), None):
        _spot_there(node, parts[0], parts[1], made.places(), context)


def _spot_there(node: ScalarNode, made: str, spot: str, there: tuple[str, ...], context: Context) -> None:
    if not there:
        context.source.wrong(node, Sentence("'{name}' has no spots: write '{name}' alone.", name=made))
    elif spot not in there:
        spots = [f"{made}.{name}" for name in there]
        said = Sentence("'{name}' has no spot called '{spot}'.", name=made, spot=shortened(spot))
        unknown(node, said, spots, context, there_are(spots))


def all_names(context: Context) -> tuple[str, ...]:
    """What the activities before this one have made, as it is written in a reference."""
    read = [activity for activity in context.earlier.values() if activity]
    return tuple(f"{a.name}.{step.result}" for a in read for step in a.steps if step.makes_a_name())
