"""What lies side by side in a scene, for who writes a scale: its spots, and pictures whose order means something.

This file knows scenes by name and the places in them; which step is meant is handed in.
"""

from game.art.library import Library
from game.core.activity import AS_WRITTEN, BESIDE, HOW_MANY, PICTURES, Step, fields_of
from game.core.layout import SCALE, middle_seats, seats_most, tray_most, tray_seats, turns
from game.core.table import Offered, Spot, Table
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

IN_ROWS = N_(
    "In '{scene}' the pictures of '{name}' lie in several rows, to be read as a text. In one row they lie in every "
    "scene but these: {others}."
)
TOO_LONG = N_(
    "'{name}' is in an order of yours and has {number} pictures: a child of 4 or 5 sees three of them at a time, one "
    "of 6 to 8 five, an older one six, and turns to the others. Of {most} or fewer all lie there at once."
)
YOUNGEST = "little"
SIDE_BY_SIDE = 40  # design units: spots whose middles are no further above one another are side by side


def scenes_with_a_row(library: Library) -> tuple[str, ...]:
    """The scenes in which a scale has its spots side by side."""
    return tuple(name for name in library.scenes() if _most_side_by_side(library.spots(name)) >= SCALE)


def _most_side_by_side(spots: tuple[Spot, ...]) -> int:
    return max((sum(abs(one.y - other.y) <= SIDE_BY_SIDE for other in spots) for one in spots), default=0)


def broken_scale(step: Step, scene: str, library: Library) -> Sentence:
    """A sentence where the pictures of this step, which stand as they are written, are more than all see at once, or
    have no row there; else "".
    """
    if not any(step.written.of_kind(AS_WRITTEN)):
        return UNSAID
    laid = _laid_for_the_youngest(step, scene, library)
    if turns(laid, tray_most(laid) if step.spots() else seats_most(laid)) > 1:
        return Sentence(TOO_LONG, name=step.result, number=len(laid.offered), most=SCALE)
    if _in_one_row(step, scene, library):
        return UNSAID
    broken = ", ".join(name for name in library.scenes() if not _in_one_row(step, name, library))
    return Sentence(IN_ROWS, scene=scene, name=step.result, others=broken)


def _laid_for_the_youngest(step: Step, scene: str, library: Library) -> Table:
    """The step as a child of 4 or 5 sees it: what lies beside the others comes with every turn."""
    names = [one.name for pictures in step.written.of_kind(PICTURES) for one in pictures]
    offered = tuple(Offered(name, name, name) for name in names if name not in BESIDE)
    beside = tuple(Offered(name, name, name) for name in names if name in BESIDE)
    return Table(
        *(step.mechanic, step.result, step.written, scene, "", YOUNGEST, offered, beside),
        layout=library.layout(scene),
        as_written=True,
    )


def _in_one_row(step: Step, scene: str, library: Library) -> bool:
    """True as well where it cannot be said: for what is neither chosen nor laid onto spots."""
    laid, picks = (
        _laid_for_the_youngest(step, scene, library),
        any(f.kind == HOW_MANY for f in fields_of(type(step.written))),
    )
    seats = tray_seats(laid, 0) if step.spots() else middle_seats(laid, 0) if picks else ()
    return len({seat.y for seat in seats}) <= 1
