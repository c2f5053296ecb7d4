"""Labels: the paper that is tied to the neck of a vessel, and what is on it. Pure geometry, in design units."""

from game.core.ids import Scenery, Sign
from game.core.picture import PAINTED, Stamp
from game.core.table import Spot

LABEL, UP = 0.8, 0.166  # of a spot's height: how wide the label is, how far above its middle
ON_LABEL, LOWER = 0.8, 0.06  # of a label: how wide what is on it is, and how far below its middle


def vessel_label(spot: Spot) -> Stamp:
    """The paper, before the vessel on this spot."""
    y, size = spot.y - UP * spot.height, LABEL * spot.height
    return Stamp("jar-label", spot.x, y, size, id=Scenery(f"label-{spot.name}"), lift=PAINTED)


def on_label(spot: Spot) -> Stamp:
    """The spot's sign, on its paper."""
    paper = vessel_label(spot)
    y, size = paper.y + LOWER * paper.width, ON_LABEL * paper.width
    return Stamp(spot.sign, paper.x, y, size, id=Sign(spot.name), lift=PAINTED)
