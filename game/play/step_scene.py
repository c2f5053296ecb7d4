"""What a step has of its scene: which it is, its spots with their words and signs, and which places are seen there.

Pure given what it is handed: no clock, no files, no pygame.
"""

from msgspec.structs import replace

from game.core.activity import STAYS_HERE, Activity, Step
from game.core.puppet import QUIET
from game.core.spots import signed, taking_signs
from game.core.table import Offered, Spot
from game.mechanics import mechanic, traits
from game.play.offered import used_names
from game.play.picture_source import PictureSource
from game.play.take import StepState


def scene_of_step(step: Step, base: Offered | None, library: PictureSource) -> str:
    """The step's own; where what it works on is the picture of a scene, in either look, that scene."""
    enters = mechanic(step.mechanic).TRAITS.enters
    there = enters and base is not None and base.art in (base.id, base.id + QUIET) and library.scene_is_ours(base.id)
    return base.id if base is not None and there else step.scene


def laid_along(activity: Activity, step: Step) -> Step | None:
    """The step that lays what stands along this way, each thing at its place; None for any other step."""
    names = step.references()
    return activity.made(names[0]) if traits(step.mechanic).in_order and len(names) == 1 else None


def as_called_before(activity: Activity, step: Step, library: PictureSource) -> Step:
    """The step, in which a way past places has the words of those for which it has none itself; a scene's are none."""
    laid = laid_along(activity, step)
    words = {spot.name: spot for spot in laid.spots() if spot.has_words} if laid else {}
    if not words:
        return step
    usual = {spot.label for spot in library.spots(step.scene)}
    own = (spot if spot.has_words and spot.label not in usual else None for spot in step.spots())
    along = tuple(mine or words.get(spot.name, spot) for mine, spot in zip(own, step.spots(), strict=True))
    return replace(step, written=replace(step.written, along=along))


def spots_of(step: Step, library: PictureSource) -> tuple[Spot, ...]:
    """The spots that the step names, where the scene has them, with the therapist's words."""
    labels = {spot.name: spot.label for spot in step.spots()}
    there = [spot for spot in library.spots(step.scene) if spot.name in labels]
    signs = {g.name: library.art(g.sign) if isinstance(g.sign, str) and g.sign else g.sign for g in there}
    return tuple(replace(g, label=labels[g.name], sign=signs[g.name]) for g in there)


def signposts_of(activity: Activity, step: Step, library: PictureSource) -> tuple[Spot, ...]:
    """The places of an own scene at which this step does nothing, and at which its file puts a picture; none where the
    step has no places: what lies ready there would lie over them; none of those at which things stay in another step.
    """
    named = {spot.name for spot in step.spots()}
    held = {name for other in activity.steps if other.scene == step.scene for name in other.written.named(STAYS_HERE)}
    if not named or library.scene_is_ours(step.scene):
        return ()
    others = (spot for spot in library.spots(step.scene) if spot.sign and spot.name not in named | held)
    return tuple(replace(g, sign=library.art(g.sign) if isinstance(g.sign, str) else g.sign) for g in others)


def with_signs(
    step: Step, spots: tuple[Spot, ...], signs: tuple[Offered, ...], before: StepState | None
) -> tuple[Spot, ...]:
    """Where the step says so, what was chosen earlier stands at the spots that have a sign (at all, where none has),
    one at each, and gives them its words. A spot for which there is none keeps its own words, and without any it is
    left away; a spot that is the only one keeps its own words, too. `before` is how the step was last left.
    """
    there = taking_signs(spots)
    said = _with_words(step) if len(there) == 1 else set()
    labels = (g.label if g.name in said else o.label for g, o in zip(there, signs, strict=False))
    stands = {g.name: signed(g, o.art, label) for g, o, label in zip(there, signs, labels, strict=False)}
    apart = _without_words(step, there, before) - stands.keys() if signs else set()
    return tuple(stands.get(spot.name, spot) for spot in spots if spot.name not in apart)


def _with_words(step: Step) -> set[str]:
    """The spots that the file has words for."""
    return {spot.name for spot in step.spots() if spot.has_words}


def _without_words(step: Step, there: list[Spot], before: StepState | None) -> set[str]:
    """Of these spots those that the file has no words for; but where something lies already, it stays."""
    return {spot.name for spot in there} - _with_words(step) - (used_names(before) if before else set())


def home_scene(step: Step, scene: str, spots: tuple[Spot, ...], library: PictureSource) -> str:
    """The scene without the places of which nothing goes home; "" where there are none, or it shows none of its own."""
    seen = marked(step, spots)
    left = [name for name in seen if name not in step.written.named(STAYS_HERE)]
    if left == seen:
        return ""
    found = library.scene_art(scene, left)
    return found if found != library.scene_art(scene, seen) else ""


def marked(step: Step, spots: tuple[Spot, ...]) -> list[str]:
    """The places that are seen on an own scene though nothing lies there: along a way what stands there shows them."""
    return [] if traits(step.mechanic).in_order else [spot.name for spot in spots]
