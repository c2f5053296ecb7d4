"""Boxes along a way, and what is in them: who comes holds it up, and when it goes on that lies before its open box.

Pure geometry in design units; no clock, no files, no pygame.
"""

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from game.core.ids import Scenery
from game.core.picture import PAINTED, READY, STANDING, Stamp, Things
from game.core.poses import HOLDING_UP
from game.core.table import Spot

WAITS, HIGHER = 0.74, 0.03  # of the box's size: how wide what is in it peeps out, and how much higher it is
HELD_UP, ABOVE = 0.86, 0.84  # of the box's size: how wide it is; so many of its widths above the companion's middle
LIES, BEFORE = 0.7, 0.06  # the same of what lies before its box, and how far below the box's foot is its own
LOW = 0.42  # of its width: how far below its middle is its foot


class WishBox(Struct, frozen=True):
    """A box at a spot: what is in it, as it would stand there, and its outside as it is now."""

    spot: Spot
    inside: Stamp
    cover: Stamp

    def waits(self) -> Stamp:
        """What is in it while it is shut: it peeps out as a whole."""
        size = self.spot.size
        return replace(self.inside, y=self.inside.y - HIGHER * size, width=WAITS * size)

    def lies(self) -> Stamp:
        """What was in it before it, on the ground."""
        width = LIES * self.spot.size
        foot = self.spot.y + BEFORE * self.spot.size
        return replace(self.inside, y=foot - LOW * width, width=width, lift=STANDING)

    def held_up(self, by: Stamp) -> Stamp:
        """What was in it over the head of who has come."""
        return replace(self.inside, x=by.x, y=by.y - ABOVE * by.width, width=HELD_UP * self.spot.size, lift=READY)

    def within(self) -> Stamp:
        """How it is inside, behind what lies in it."""
        return replace(self.cover, art=self.spot.vessel, id=Scenery(f"within-{self.spot.name}"), lift=PAINTED)


def unboxed(boxes: Collection[WishBox], been: Collection[str], at: str, companion: Stamp) -> Things:
    """The boxes, those of the names in `been` open, and the companion, which is before the one `at`, if before any."""
    shut = [box for box in boxes if box.spot.name not in been]
    found = [box for box in boxes if box.spot.name in been]
    lying = [box.lies() for box in found if box.spot.name != at]
    held = [box.held_up(companion) for box in found if box.spot.name == at]
    within = [box.within() for box in shut if box.spot.vessel]
    covered = [thing for box in shut for thing in (box.waits(), box.cover)]
    somebody = replace(companion, loop=HOLDING_UP) if held else companion
    return (*within, *(box.cover for box in found), *covered, *lying, somebody, *held)
