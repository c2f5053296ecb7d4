"""Pictures on easels along a way: who comes to one holds it up, and when it goes on that stands in its frame, in light.

Pure geometry in design units; no clock, no files, no pygame.
"""

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from game.core.ids import Scenery, SpotId
from game.core.picture import PAINTED, READY, Stamp, Things, TouchArea
from game.core.poses import HOLDING_UP
from game.core.table import Spot

FRAME = 1.5  # of the easel's size: how wide its frame is, with the stone of the way before it
HIGH, MIDDLE = 1.28, 0.33  # of the same: how high both are, and how far above its foot their middle is
STANDS, HIGHER = 0.74, 0.26  # of the same: how wide what is in its frame is, and how much higher it stands
HELD_UP, PAWS = 0.86, 0.4  # of the same: how wide it is; so many of the companion's widths above its middle is its foot


class WishEasel(Struct, frozen=True):
    """An easel at a spot: the picture on it, as it would stand there, and its frame as it is now."""

    spot: Spot
    on_it: Stamp
    frame: Stamp

    def stands(self) -> Stamp:
        """The picture in its frame."""
        size = self.spot.size
        return replace(self.on_it, y=self.on_it.y - HIGHER * size, width=STANDS * size)

    def held_up(self, by: Stamp) -> Stamp:
        """The picture over the head of who has come."""
        width = HELD_UP * self.spot.size
        return replace(self.on_it, x=by.x, y=paws(by) - width / 2, width=width, lift=READY)

    def within(self) -> Stamp:
        """The board in the frame, behind the picture."""
        return replace(self.frame, art=self.spot.vessel, id=Scenery(f"within-{self.spot.name}"), lift=PAINTED)

    def touched(self) -> TouchArea:
        """Where a touch means it: the frame and the stone before it."""
        spot = self.spot
        return TouchArea(SpotId(spot.name), spot.x, spot.y - MIDDLE * spot.size, spot.size, HIGH * spot.size)


def paws(by: Stamp) -> float:
    """How high the paws are of who holds something up."""
    return by.y - PAWS * by.width


def on_easels(easels: Collection[WishEasel], been: Collection[str], at: str, companion: Stamp) -> Things:
    """The easels, those of the names in `been` in light, and the companion, which is before the one `at`, if any."""
    new = [easel for easel in easels if easel.spot.name not in been]
    found = [easel for easel in easels if easel.spot.name in been]
    again = [easel.stands() for easel in found if easel.spot.name != at]
    held = [easel.held_up(companion) for easel in found if easel.spot.name == at]
    within = [easel.within() for easel in new if easel.spot.vessel]
    framed = [thing for easel in new for thing in (easel.stands(), easel.frame)]
    areas = [easel.touched() for easel in easels]
    somebody = replace(companion, loop=HOLDING_UP) if held else companion
    return (*areas, *within, *(easel.frame for easel in found), *framed, *again, somebody, *held)
