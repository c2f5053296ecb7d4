"""One vessel of a scene as the child has filled it: the glass with its label, and in it what was laid there.

It looks as in the room, where not all of them stand on one screen: for a page on which all stand together.
"""

from msgspec.structs import replace

from game.core.events import NOBODY_YET, StepSummary
from game.core.feelings import POSE_OF, wearing
from game.core.layout import held
from game.core.picture import Art, Picture, Stamp
from game.core.seating import cells
from game.core.spots import lights, spots
from game.core.table import Outcome, Spot
from game.paper.images import PaperImages, sign_at

AROUND = 0.06  # of the vessel's size: how much is seen around it


def filled_jar(row: Outcome, told: StepSummary, drawn: PaperImages, companion: str) -> Picture | None:
    """The vessel of the row, with a feeling as this companion has it; None where the scene has none there any more."""
    spot = next((spot for spot in drawn.spots(told) if spot.name == row.spot and spot.vessel), None)
    if spot is None:
        return None
    who = companion if drawn.renderer.library.puppet(companion) else NOBODY_YET
    here = replace(spot, sign=sign_at(told, row.spot) or _worn(spot.sign, who))
    empty = [thing for thing in (*lights((here,), {here.name}), *spots((here,))) if isinstance(thing, Stamp)]
    glass = next(stamp for stamp in empty if stamp.art == here.vessel)
    side = glass.width * (1 + 2 * AROUND)
    left, top = glass.x - side / 2, glass.y - side / 2
    moved = (replace(stamp, x=stamp.x - left, y=stamp.y - top) for stamp in (*empty, *_inside(row, here)))
    return Picture(tuple(moved), side, side)


def _worn(sign: Art, companion: str) -> Art:
    return wearing(companion, sign) if isinstance(sign, str) and sign in POSE_OF else sign


def _inside(row: Outcome, spot: Spot) -> list[Stamp]:
    """From the bottom up, as it falls; what is nearer lies over the rest."""
    size = spot.size or spot.height / 4
    places = sorted(cells(spot, size), key=lambda at: -at[1])
    lying = (places[number % len(places)] for number in range(len(row.pictures)))
    stamps = [held(Stamp(o.art, *at, size), spot.hold) for o, at in zip(row.pictures, lying, strict=True)]
    return sorted(stamps, key=lambda stamp: (stamp.y, stamp.x))
