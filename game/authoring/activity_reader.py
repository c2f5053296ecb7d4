"""A therapist's YAML file becomes an Activity, or every Mistake in it.

This file knows what an activity's keys are, and in which order steps make names; `step_reader.py` reads each step. No
pygame, no Pillow.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from game import mechanics
from game.art.library import Library
from game.authoring.fields import Reader, fill, in_small_letters, open_page, read_later, read_list, top
from game.authoring.mistake import TOP, Mistake, TooManyMistakes
from game.authoring.step_reader import TAKE_HOME, mechanics_in, read_step, schema_of, step_keys, with_its_mechanic
from game.authoring.values.context import Broken, Context, none_broken
from game.authoring.values.missing import tell_missing
from game.authoring.values.pictures import picture
from game.authoring.values.words import NOTHING, SUMMARY, each_visit, on_papers, scene, take_home, unlock, words
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, in_one_line
from game.core.activity import NEW_NAME, Activity, Step, fields_of
from game.core.take_home import NO, PAGE, SAID
from game.system.errors import Sentence
from game.system.language import N_


def read_activity(
    path: Path,
    library: Library,
    earlier: Mapping[str, Activity | None] | None = None,
    others: Collection[str] = (),
    broken: Broken = none_broken,
    unlisted: Collection[str] = (),
) -> Activity | tuple[Mistake, ...]:
    """The activity in this file, or all the mistakes in it; never raises.

    `earlier` are the activities before this one, by name (None: there is one, but it cannot be read), `others` the
    names of those that do not come before it, `unlisted` of those that are not on the trail at all. `broken` gives the
    sentence why a picture cannot be used, or nothing; without it no picture is opened.
    """
    source, text = open_page(path)
    if source.found:
        return source.mistakes()
    context = Context(source, library, in_one_line(path.stem), earlier=earlier or {}, broken=broken)
    context = replace(context, others=others, unlisted=unlisted)
    return read_text(text, context)


def read_text(text: str, context: Context) -> Activity | tuple[Mistake, ...]:
    """The activity in this text; see read_activity."""
    activity = None
    try:
        _file_name(context)
        node = top(text, context, BEGINS)
        activity = _activity(node, text, context) if node else None
        tell_missing(context)
    except TooManyMistakes:
        pass
    mistakes = context.source.mistakes()
    return activity if activity and not mistakes else mistakes


def _file_name(context: Context) -> None:
    name = context.activity
    if any(letter in ". " for letter in name):
        better = "-".join(name.replace(".", " ").split()) or "our-road"
        context.source.wrong(TOP, Sentence(NO_DOTS, file=f"{better}.yaml"))


ACTIVITY: dict[str, Reader] = {
    "title": words,
    "purpose": words,
    "cover": picture,
    "scene": scene,
    "steps": read_later,
    "each visit": each_visit,
    "unlock": unlock,
    "on papers": on_papers,
    TAKE_HOME: take_home,
}
OPENED_EACH_TIME = Sentence("For one that you open for each visit anew write 'unlock: each visit'.")
INSTEAD = dict.fromkeys(("sensitive", "private", "confidential"), OPENED_EACH_TIME)
BEGINS = Sentence("An activity begins with a key and words, such as 'title: Our road'.")
NO_DOTS = N_("An activity's file has no dots or spaces in its name. Rename it to '{file}'.")
BEGIN_STEPS = Sentence("Begin each step with '- ', such as '- choose: stone'.")
NEEDED = ("title", "purpose", "cover", "steps")
SCENE = "scene"  # needed beside the title, where not each step has one of its own
BEHIND = N_("It stands behind each step that has none of its own.")


def _activity(node: MappingNode, text: str, context: Context) -> Activity | None:
    found, steps = _parts(node, context)
    if context.source.found:
        return None
    anew, locked = (found.pop(key, False) for key in ("each visit", "unlock"))
    papers = found.pop("on papers", "")
    usual = found.pop(TAKE_HOME, NO if locked or papers else PAGE)
    steps = tuple(replace(step, home=step.home or _usual_home(step, usual)) for step in steps)
    told = {"untold": papers == NOTHING, "always_told": papers == SUMMARY}
    return Activity(context.activity, text=text, anew=anew, locked=locked, **found | told | {"steps": steps})


def _parts(node: MappingNode, context: Context) -> tuple[dict[str, Any], tuple[Step, ...]]:
    """What stands after the keys of the file, and of the steps those in which nothing is wrong."""
    needed = NEEDED if _each_has_a_scene(node) else (*NEEDED[:-1], SCENE, NEEDED[-1])
    can_stand = {SCENE: Sentence(BEHIND)}
    found = fill(node, ACTIVITY, needed, context, Sentence("An activity"), INSTEAD, can_stand)
    context = replace(context, scene=found.get(SCENE, ""))
    steps = _steps(found["steps"], context) if "steps" in found else ()
    return {SCENE: steps[0].scene if steps else "", **found}, steps


def _each_has_a_scene(node: MappingNode) -> bool:
    """True where every step that is written says its own."""
    written = next((value for key, value in node.pairs if key.text == "steps"), None)
    parts = written.items if isinstance(written, SequenceNode) else ()
    scenes = [isinstance(part, MappingNode) and any(key.text == SCENE for key, _ in part.pairs) for part in parts]
    return bool(scenes) and all(scenes)


def read_what_can_be(path: Path, library: Library, earlier: Mapping[str, Activity | None]) -> Activity | None:
    """Of a file that has mistakes the steps without any, for hints; None where nothing can be read."""
    source, text = open_page(path)
    context = Context(source, library, in_one_line(path.stem), earlier=earlier)
    try:
        node = None if source.found else top(text, context, BEGINS)
        found, steps = _parts(node, context) if node else ({}, ())
    except TooManyMistakes:
        return None
    cover, scene = found.get("cover", ""), found.get("scene", "")
    return Activity(context.activity, "", "", cover, scene, steps, text=text) if steps else None


def _usual_home(step: Step, of_activity: str) -> str:
    """What the activity says, where something is made; of all else at the most its sentence goes home."""
    if not step.makes_a_name() or of_activity == NO:
        return NO
    if mechanics.traits(step.mechanic).goes_home:
        return of_activity
    return SAID if step.says else NO


def _steps(node: Node, context: Context) -> tuple[Step, ...]:
    written = [in_small_letters(part, step_keys(), context) for part in read_list("steps", node, context, BEGIN_STEPS)]
    parts = [with_its_mechanic(part, context) for part in written]
    made = [_made(part) for part in parts]
    found: tuple[Step, ...] = ()
    for number, part in enumerate(parts):
        here = replace(context, made=_names(made[:number]), to_come=_names(made[number:]), own=found)
        if step := read_step(part, here):
            found += (step,)
    return found


def _names(made: list[str]) -> tuple[str, ...]:
    return tuple(name for name in made if name)


def _made(part: Node) -> str:
    """The name that this step makes, "" where it makes none."""
    if not isinstance(part, MappingNode):
        return ""
    for mechanic in mechanics_in(part):
        kinds = {field.key: field.kind for field in fields_of(schema_of(mechanic))}
        name = {key.text: value for key, value in part.pairs}[mechanic]
        if kinds.get(mechanic) == NEW_NAME and isinstance(name, ScalarNode):
            return name.text
    return ""
