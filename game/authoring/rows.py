"""What lies side by side in a scene, for who writes a scale: its spots, and pictures whose order means something.

This file knows scenes by name and the places in them; which step is meant is handed in.
"""

from game.art.library import Library
from game.core.activity import AS_WRITTEN, HOW_MANY, PICTURES, Step, fields_of
from game.core.layout import SCALE
from game.core.seating import as_read
from game.core.table import Spot
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

IN_ROWS = N_(
    "In '{scene}' the pictures of '{name}' lie in several rows, to be read as a text. In one row they lie in every "
    "scene but these: {others}."
)
TOO_LONG = N_(
    "'{name}' is in an order of yours and has {number} pictures: a child of 4 or 5 sees three of them at a time, and "
    "turns to the others. Of {most} or fewer all lie there at once."
)
BESIDE = 40  # design units: spots whose middles are no further above one another are side by side


def scenes_with_a_row(library: Library) -> tuple[str, ...]:
    """The scenes in which a scale has its spots side by side."""
    return tuple(name for name in library.scenes() if _most_side_by_side(library.spots(name)) >= SCALE)


def _most_side_by_side(spots: tuple[Spot, ...]) -> int:
    return max((sum(abs(one.y - other.y) <= BESIDE for other in spots) for one in spots), default=0)


def broken_scale(step: Step, scene: str, library: Library) -> Sentence:
    """A sentence where the pictures of this step, which stand as they are written, are more than all see at once, or
    have no row there; else "".
    """
    many = sum(len(pictures) for pictures in step.written.of_kind(PICTURES))
    if not any(step.written.of_kind(AS_WRITTEN)):
        return UNSAID
    if many > SCALE:
        return Sentence(TOO_LONG, name=step.result, number=many, most=SCALE)
    if _in_one_row(step, scene, library, many):
        return UNSAID
    broken = ", ".join(name for name in library.scenes() if not _in_one_row(step, name, library, many))
    return Sentence(IN_ROWS, scene=scene, name=step.result, others=broken)


def _in_one_row(step: Step, scene: str, library: Library, many: int) -> bool:
    """True as well where it cannot be said: for what is neither chosen nor laid onto spots."""
    layout, picks = library.layout(scene), any(field.kind == HOW_MANY for field in fields_of(type(step.written)))
    areas = layout.supplies if step.spots() else layout.options if picks else ()
    return not areas or len({place.y for place in as_read(areas, max(1, many))}) == 1
