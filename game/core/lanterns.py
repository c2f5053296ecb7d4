"""Lanterns of visits along a road: which of them stand where, the two mats by each, who waits at tonight's; and the
haze where nobody knows how many will come.

Pure geometry, in design units: no clock, no files, no pygame.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from game.core.ids import Scenery, SpotId
from game.core.picture import PAINTED, STANDING, Picture, Stamp, Things
from game.core.spots import VESSEL
from game.core.table import Offered, Spot

TONIGHT = "lantern-tonight"  # of the lanterns of visits this one alone is still to be lit
OPEN = "lantern-lit"
LIGHTS = (OPEN, "lantern-extra")  # what glows, and is in no light but its own
WAITING = "lantern-waiting"
MISSED = "lantern-missed"
OF_VISITS = (WAITING, TONIGHT, *LIGHTS, MISSED, "lantern-paused")
HAZE = "road-haze"  # after tonight's lantern, where nobody knows how many will come
WIDE, UP = 2.9, 0.02  # of a place's size: how wide the haze over it is, how far above it its middle
SIZE = 150  # of a place that says no other
FOOT = 0.42  # of its width: how far below its middle is its foot
FLAT_SPOT, ABOVE_EDGE = 60, 18  # design units: in a higher spot there is room to stand; so far above its lower edge
ROOMY, SMALLEST, LARGEST = 0.86, 96, 230  # of that room: how wide what stands there is; the least and the most
MATS, MATS_ASIDE, MATS_DOWN = 0.94, 0.26, 0.32  # of a place's size: how wide two mats are, how far from it their middle
KEEPER = "big-hedgehog"  # who waits at tonight's
KEEPER_WIDE, KEEPER_ASIDE, KEEPER_UP = 1.1, 0.62, 0.5  # likewise
NOW, AFTER = "tonight", "next"  # spots of little stories: where tonight's lantern stands, and the one after it

Path = tuple[Spot, ...]
Lanterns = tuple[tuple[Spot, Offered], ...]


def standing(path: Path, offered: tuple[Offered, ...]) -> Lanterns:
    """The pictures in their order at the places of the road; if there are more, so that tonight's lantern is seen.

    They stand as far apart as the road lets them, the last one before the gate; before haze on its nearer half.
    """
    there = [picture for picture in offered if picture.art != HAZE]
    arts = [picture.art for picture in there]
    places = path if len(there) == len(offered) else path[: max(1, len(path) // 2)]
    if places is path and {*arts} <= {*OF_VISITS}:
        places = _apart(path, len(there))
    now = arts.index(TONIGHT) if TONIGHT in arts else 0
    first = max(0, min(now - len(places) + 2, len(arts) - len(places)))
    return tuple(zip(places, there[first:], strict=False))


def _apart(path: Path, many: int) -> Path:
    """The first so many places, spread evenly over the road: their names are in records, their order is the road's."""
    if not 1 < many < len(path):
        return path
    return tuple(_moved(path[number], path, number * (len(path) - 1) / (many - 1)) for number in range(many))


def _moved(own: Spot, path: Path, far: float) -> Spot:
    """This place so many places along the road, also between two of them."""
    a, b = path[int(far)], path[min(int(far) + 1, len(path) - 1)]
    x, y, size = (one + (other - one) * (far % 1) for one, other in ((a.x, b.x), (a.y, b.y), (a.size, b.size)))
    return replace(own, x=x, y=y, size=size)


def middle_on(spot: Spot) -> tuple[float, float]:
    """Of what stands on this spot: its foot is there, in a higher one near its lower edge."""
    left, top, wide, high = spot.box
    foot = top + high - ABOVE_EDGE if _has_room(spot) else top + (high + min(high, 40)) / 2
    return left + wide / 2, foot - FOOT * size_on(spot)


def size_on(spot: Spot) -> float:
    """How wide what stands on this spot is: as the scene says, else as there is room."""
    if spot.size or not _has_room(spot):
        return spot.size or SIZE
    return max(SMALLEST, min(LARGEST, *(ROOMY * side for side in spot.box[2:])))


def _has_room(spot: Spot) -> bool:
    return spot.box[3] > FLAT_SPOT


def keeper(there: Lanterns) -> Things:
    """Who keeps the door waits at tonight's lantern: on a visit two meet."""
    return tuple(_keeper(spot) for spot, offered in there if offered.art == TONIGHT)


def _keeper(spot: Spot) -> Stamp:
    size = spot.size or SIZE
    x, y = spot.x + KEEPER_ASIDE * size, spot.y - KEEPER_UP * size
    return Stamp(KEEPER, x, y, KEEPER_WIDE * size, id=Scenery("keeper"), lift=STANDING)


def along(spots: Path, picture: Picture) -> Path:
    """The spots of a scene as they are for a little story on this screen: `tonight` and `next` are where those lanterns
    are seen."""
    shown = {s.id.name: s for s in picture.things if isinstance(s, Stamp) and isinstance(s.id, SpotId)}
    row = [shown[spot.name] for spot in spots if spot.name in shown]
    now = next((number for number, stamp in enumerate(row) if stamp.art == TONIGHT), None)
    if now is None:
        return spots
    seen = {NOW: row[now], AFTER: row[min(now + 1, len(row) - 1)]}
    return tuple(_at(spot, seen) for spot in spots)


def _at(spot: Spot, seen: Mapping[str, Stamp]) -> Spot:
    stamp = seen.get(spot.name)
    if stamp is None:
        return spot
    wide, high = stamp.width, stamp.width / VESSEL
    inside = (stamp.x - wide / 2, stamp.y - high / 2, wide, high) if spot.inside else ()
    return replace(spot, x=stamp.x, y=stamp.y, width=wide, height=high, inside=inside)


def mats(there: Lanterns) -> Things:
    """By each lantern of a visit a small and a large mat, since on a visit two meet; none where one was missed."""
    met = [spot for spot, offered in there if offered.art in OF_VISITS and offered.art != MISSED]
    return tuple(_mats(spot) for spot in sorted(met, key=lambda spot: spot.y))


def _mats(spot: Spot) -> Stamp:
    size = spot.size or SIZE
    x, y = spot.x - MATS_ASIDE * size, spot.y + MATS_DOWN * size
    return Stamp("two-mats", x, y, MATS * size, id=Scenery(f"mats-{spot.name}"), lift=PAINTED)


def haze(path: Path, offered: tuple[Offered, ...]) -> Things:
    """The haze over the rest of the road, the far end first; () where it is known how many visits come."""
    if all(picture.art != HAZE for picture in offered):
        return ()
    rest = path[len(standing(path, offered)) :]
    return tuple(_bank(spot) for spot in sorted(rest, key=lambda spot: spot.y))


def _bank(spot: Spot) -> Stamp:
    size = spot.size or SIZE
    return Stamp(HAZE, spot.x, spot.y - UP * size, WIDE * size, id=Scenery(f"haze-{spot.name}"), lift=PAINTED)
