"""Lanterns of visits along a road: which of them stand where, the two mats by each, and the haze where nobody knows how
many will come.

Pure geometry, in design units: no clock, no files, no pygame.
"""

from game.core.ids import Scenery
from game.core.picture import PAINTED, Stamp, Things
from game.core.table import Ground, Offered

TONIGHT = "lantern-tonight"  # of the lanterns of visits this one alone is still to be lit
OPEN = "lantern-lit"
LIGHTS = (OPEN, "lantern-extra")  # what glows, and is in no light but its own
WAITING = "lantern-waiting"
MISSED = "lantern-missed"
OF_VISITS = (WAITING, TONIGHT, *LIGHTS, MISSED, "lantern-paused")
HAZE = "road-haze"  # after tonight's lantern, where nobody knows how many will come
WIDE, UP = 2.9, 0.02  # of a place's size: how wide the haze over it is, how far above it its middle
SIZE = 150  # of a place that says no other
MATS, MATS_ASIDE, MATS_DOWN = 0.94, 0.26, 0.32  # of a place's size: how wide two mats are, how far from it their middle

Path = tuple[Ground, ...]
Lanterns = tuple[tuple[Ground, Offered], ...]


def standing(path: Path, offered: tuple[Offered, ...]) -> Lanterns:
    """The pictures in their order at the places of the road; if there are more, so that tonight's lantern is seen.

    Before haze they stand on the nearer half of the road.
    """
    there = [picture for picture in offered if picture.art != HAZE]
    places = path if len(there) == len(offered) else path[: max(1, len(path) // 2)]
    arts = [picture.art for picture in there]
    now = arts.index(TONIGHT) if TONIGHT in arts else 0
    first = max(0, min(now - len(places) + 2, len(arts) - len(places)))
    return tuple(zip(places, there[first:], strict=False))


def mats(there: Lanterns) -> Things:
    """By each lantern of a visit a small and a large mat, since on a visit two meet; none where one was missed."""
    met = [ground for ground, offered in there if offered.art in OF_VISITS and offered.art != MISSED]
    return tuple(_mats(ground) for ground in sorted(met, key=lambda ground: ground.y))


def _mats(ground: Ground) -> Stamp:
    size = ground.size or SIZE
    x, y = ground.x - MATS_ASIDE * size, ground.y + MATS_DOWN * size
    return Stamp("two-mats", x, y, MATS * size, id=Scenery(f"mats-{ground.name}"), lift=PAINTED)


def haze(path: Path, offered: tuple[Offered, ...]) -> Things:
    """The haze over the rest of the road, the far end first; () where it is known how many visits come."""
    if all(picture.art != HAZE for picture in offered):
        return ()
    rest = path[len(standing(path, offered)) :]
    return tuple(_bank(ground) for ground in sorted(rest, key=lambda ground: ground.y))


def _bank(ground: Ground) -> Stamp:
    size = ground.size or SIZE
    return Stamp(HAZE, ground.x, ground.y - UP * size, WIDE * size, id=Scenery(f"haze-{ground.name}"), lift=PAINTED)
