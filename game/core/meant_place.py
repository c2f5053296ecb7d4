"""Where the companion itself is what is laid, the place that is touched answers at once: it is under way for a while.

Geometry in design units (1280 x 800). Pure: no clock, no files, no pygame.
"""

from collections.abc import Collection

from game.core.companion import goes_itself
from game.core.ids import Scenery, SpotId
from game.core.layout import options
from game.core.picture import LIGHT, Stamp
from game.core.table import Hands, Spot, Table

LARGER, LEAST = 1.3, 340  # of a spot's width and height, and at least: the light on it
FAINTLY = 0.5  # how strong it is on what lies over things there, such as a bush


def light_where_it_goes(
    table: Table, shown: tuple[Spot, ...], filled: Collection[str], hands: Hands
) -> tuple[tuple[Stamp, ...], tuple[Stamp, ...]]:
    """Light on the place that is under a finger, else on those of the names in `filled`: behind all that is there, and
    on what lies over it. None where several wait to be laid.
    """
    if len(options(table)) != 1 or table.beside or not goes_itself(table):
        return (), ()
    names = {hand.what.name for hand in hands if isinstance(hand.what, SpotId)} or filled
    there = [spot for spot in shown if spot.name in names]
    return tuple(_light(g, "meant", 1) for g in there), tuple(_light(g, "before", FAINTLY) for g in there if g.front)


def _light(spot: Spot, what: str, strength: float) -> Stamp:
    wide, high = (max(LEAST, LARGER * measure) for measure in (spot.width, spot.height))
    id = Scenery(f"{what}-{spot.name}")
    return Stamp("pool-of-light", spot.x, spot.y, wide, high, id=id, lift=LIGHT, strength=strength)
