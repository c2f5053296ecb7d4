"""What a step leaves hanging in its scene: it is seen there at the steps after it that have no places of their own.

A letter comes to who has just hung a leaf on the tree, and the leaf hangs there. It is only seen: nothing can be done
with it, and no event tells of it. Pure: values in, Stamps out; no clock, no files, no pygame.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from game.core.ids import Option, Scenery
from game.core.picture import Backdrop, Picture, Stamp
from game.core.table import CHOSEN
from game.mechanics import mechanic
from game.play.record import Record, joined, last_laid
from game.play.state import Visit
from game.play.take import StepState


def with_still_hung(picture: Picture, visit: Visit, record: Record) -> Picture:
    """The screen of a step, behind all but its land what the last step in this scene has left there."""
    before = _left_there(visit, joined(record, visit))
    if before is None:
        return picture
    land = tuple(thing for thing in picture.things if isinstance(thing, Backdrop))
    others = tuple(thing for thing in picture.things if not isinstance(thing, Backdrop))
    seen = tuple(replace(one, id=Scenery("still", n), means=None, through=()) for n, one in enumerate(_hung(before)))
    return replace(picture, things=(*land, *seen, *others))


def _left_there(visit: Visit, record: Record) -> StepState | None:
    """How the last step in this scene was left, at one that has no places; None where it had none, or there is none."""
    table = visit.here.table
    earlier = (last_laid(record, visit.activity, number) for number in reversed(range(visit.step)))
    same = (laid for laid in earlier if laid and laid.table.scene == table.scene)
    found = None if table.spots else next(same, None)
    return found if found and found.table.spots else None


def _hung(laid: StepState) -> Iterable[Stamp]:
    """What lies at places, and what these have before it."""
    own = mechanic(laid.table.mechanic)
    there = {o.id for row in own.told(laid.table, laid.state) if row.how == CHOSEN and row.spot for o in row.pictures}
    fronts = {Scenery(f"front-{spot.name}") for spot in laid.table.spots}
    for thing in own.view(laid.table, laid.state, ()).things:
        if isinstance(thing, Stamp):
            is_laid = isinstance(thing.id, Option) and thing.id.name in there
            if is_laid or thing.id in fronts:
                yield thing
