"""Paper that is folded round what lies in some places: round the lower half of each thing, which looks out above.

Plain values: no clock, no files, no pygame.
"""

from game.core.hold import HOLDS
from game.core.ids import Scenery
from game.core.picture import PAINTED, Stamp, is_photo

BEHIND, OPEN, TIED = "wrapping-back", "wrapping-open", "wrapping-front"  # the sheet, and how its front is closed
WIDE = 1.22  # widths of a thing: how wide the sheet is that is folded round it
SHEET = "wrapping"  # how the id of a sheet begins


def wrapped(stamp: Stamp, hold: str) -> tuple[Stamp, ...]:
    """What lies in a place that holds it so, from back to front: between the two sides of a sheet, where things are
    wrapped there. A photo is seen whole, before the sheet.

    >>> [stamp.art for stamp in wrapped(Stamp("teddy", 0, 0, 100), "wrap")]
    ['wrapping-back', 'teddy', 'wrapping-front']
    """
    if not HOLDS[hold].wraps:
        return (stamp,)
    front = () if is_photo(stamp.art) else (_sheet(TIED, stamp, (OPEN,)),)
    return (_sheet(BEHIND, stamp), stamp, *front)


def is_sheet(stamp: Stamp) -> bool:
    """True for the paper alone."""
    return isinstance(stamp.id, Scenery) and stamp.id.name.startswith(SHEET)


def _sheet(side: str, stamp: Stamp, through: tuple[str, ...] = ()) -> Stamp:
    id = Scenery(f"{side} {stamp.id}")
    return Stamp(side, stamp.x, stamp.y, WIDE * stamp.width, id=id, lift=PAINTED, through=through)
