"""What a step has of its scene: which it is, its spots with the file's words, and which places are seen there.

Pure given what it is handed: no clock, no files, no pygame.
"""

from msgspec.structs import replace

from game.core.activity import Activity, Step
from game.core.puppet import QUIET
from game.core.table import Offered, Spot
from game.mechanics import mechanic, traits
from game.play.picture_source import PictureSource


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


def signposts_of(step: Step, library: PictureSource) -> tuple[Spot, ...]:
    """The places of an own scene at which this step does nothing, and at which its file puts a picture; none where the
    step has no places: what lies ready there would lie over them.
    """
    named = {spot.name for spot in step.spots()}
    if not named or library.scene_is_ours(step.scene):
        return ()
    others = (spot for spot in library.spots(step.scene) if spot.sign and spot.name not in named)
    return tuple(replace(g, sign=library.art(g.sign) if isinstance(g.sign, str) else g.sign) for g in others)


def marked(step: Step, spots: tuple[Spot, ...]) -> list[str]:
    """The places that are seen on an own scene though nothing lies there: along a way what stands there shows them."""
    return [] if traits(step.mechanic).in_order else [spot.name for spot in spots]
