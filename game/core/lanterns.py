"""Lanterns or benches of visits along a road: which of them stand where, who waits at today's; what lies between two,
and what is seen of them in the water; and the haze where nobody knows how many will come.

Pure geometry, in design units: no clock, no files, no pygame.
"""

from collections.abc import Collection, Mapping
from itertools import islice, pairwise

from msgspec.structs import replace

from game.core.ids import Scenery, Sign, SpotId
from game.core.picture import GLOWING, PAINTED, STANDING, Art, Picture, Stamp, Things
from game.core.spots import SIGN, VESSEL
from game.core.table import Offered, Spot

TONIGHT = "lantern-tonight"  # of the lanterns of visits this one alone is still to be lit
OPEN = "lantern-lit"
EXTRA = "lantern-extra"  # likewise, on a visit that was added
LIGHTS = (OPEN, EXTRA)  # what glows, and is in no light but its own
WAITING = "lantern-waiting"
MISSED = "lantern-missed"
COMING = "lantern-coming"  # it was added, and comes along the road
LANTERNS = (WAITING, TONIGHT, *LIGHTS, MISSED, COMING, "lantern-paused")
BENCHES = tuple(lantern.replace("lantern", "bench") for lantern in LANTERNS)  # for two, in the same states
TODAY, USED = "bench-tonight", "bench-lit"  # where the big hedgehog sits already; where two have sat
BENCH_COMING = "bench-coming"
OF_VISITS = (*LANTERNS, *BENCHES)
NOW_HERE = (TONIGHT, TODAY)
HAZE = "road-haze"  # after tonight's lantern, where nobody knows how many will come
WIDE, UP = 2.9, 0.02  # of a place's size: how wide the haze over it is, how far above it its middle
SIZE = 150  # of a place that says no other
FOOT = 0.42  # of its width: how far below its middle is its foot
FLAT_SPOT, ABOVE_EDGE = 60, 18  # design units: in a higher spot there is room to stand; so far above its lower edge
ROOMY, SMALLEST, LARGEST = 0.86, 96, 230  # of that room: how wide what stands there is; the least and the most
KEEPER, KEEPER_ID = "big-hedgehog", Scenery("keeper")  # who waits at tonight's
LARGER = {  # so many times as large as others: the one that is asked about, and what comes on this side of them
    TONIGHT: (1.2, 150),  # and so wide at the least
    COMING: (1.2, 96),
    TODAY: (1.25, 150),
    BENCH_COMING: (1.1, 90),
}
WAITS = {TONIGHT: (0.78, 0.53, 0.22), TODAY: (0.62, 0.17, 0.345)}  # of its size: how wide, how far aside, how far up
SEAT = (0.5, -0.21, 0.1)  # likewise of a bench, for the companion on it; how far up are its feet
BETWEEN, BETWEEN_UP = 0.3, 1.02  # of a lantern: how wide what is between two is, how far its middle above their feet
FOR_ONE, FREE_FROM = 1.2, 260  # of the width of one light: how wide what it is for is, where there is so much room
FAR_APART = 400  # design units between two lanterns that nothing is between
IN_WATER, DOWN = (0.6, 0.5), 0.62  # likewise: how large its light in the water is, how far below its foot the middle
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
    now = next((number for number, art in enumerate(arts) if art in NOW_HERE), 0)
    first = max(0, min(now - len(places) + 2, len(arts) - len(places)))
    return tuple((_larger(spot, o.art), o) for spot, o in zip(places, there[first:], strict=False))


def _larger(spot: Spot, art: Art) -> Spot:
    """This place as large as this picture is there."""
    times, least = LARGER.get(art, (0, 0)) if isinstance(art, str) else (0, 0)
    return replace(spot, size=max(times * (spot.size or SIZE), least)) if times else spot


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


def beside_lights(places: tuple[Spot, ...]) -> Things:
    """What stands beside the lights as a sign, where the scene has no room for signs above these."""
    shown = [(spot, size_on(spot), *middle_on(spot)) for spot in places if spot.size and spot.sign]
    alone = [max(SIGN, min(FOR_ONE * size, x - size / 2 - FREE_FROM)) for _, size, x, _ in shown if len(shown) == 1]
    wide = alone[0] if alone else SIGN
    return tuple(
        Stamp(spot.sign, x - (size + wide) / 2, y + (size - wide) / 2, wide, id=Sign(spot.name), lift=STANDING)
        for spot, size, x, y in shown
    )


def keeper(there: Lanterns) -> Things:
    """Who keeps the door waits at tonight's lantern, or sits on today's bench: on a visit two meet. It is there once,
    wherever else a picture of such a lantern stands.
    """
    found = (_keeper(spot, WAITS[o.art]) for spot, o in there if isinstance(o.art, str) and o.art in WAITS)
    return tuple(islice(found, 1))


def _keeper(spot: Spot, where: tuple[float, float, float]) -> Stamp:
    wide, aside, up = ((spot.size or SIZE) * share for share in where)
    return Stamp(KEEPER, spot.x + aside, spot.y - up, wide, id=KEEPER_ID, lift=STANDING)


def on_bench(spot: Spot) -> tuple[float, float, float]:
    """Feet and width of the companion on the bench in this place: on the smaller one of its seats."""
    wide, aside, up = ((spot.size or SIZE) * share for share in SEAT)
    return spot.x + aside, spot.y - up, wide


def between(path: Path) -> Things:
    """What is between each two lanterns, where the scene has something: the sign of the second one's spot. Between two
    that are far apart there is none: alone above the water a small moon was taken for a second one in the sky.
    """
    return tuple(_between(a, b) for a, b in pairwise(path) if b.sign and b.size and abs(b.x - a.x) < FAR_APART)


def _between(a: Spot, b: Spot) -> Stamp:
    size = min(size_on(a), size_on(b))
    place = ((a.x + b.x) / 2, (a.y + b.y) / 2 - BETWEEN_UP * size, BETWEEN * size)
    return Stamp(b.sign, *place, id=Sign(b.name), lift=GLOWING)


def in_water(path: Path, water: Path, burning: Collection[str]) -> Things:
    """The light of each lantern that stands before water, where the scene has some: of those that burn alone."""
    lit = ((spot, next((one.front for one in water if one.front and _is_before(spot, one)), "")) for spot in path)
    return tuple(_in_water(spot, art, float(spot.name in burning)) for spot, art in lit if art)


def _is_before(spot: Spot, water: Spot) -> bool:
    return abs(spot.x - water.x) < water.width / 2


def _in_water(spot: Spot, art: str, strength: float) -> Stamp:
    size = size_on(spot)
    wide, high = (size * share for share in IN_WATER)
    place, id = (spot.x + 0.05 * size, spot.y + DOWN * size, wide, high), Scenery(f"in-water-{spot.name}")
    return Stamp(art, *place, id=id, lift=GLOWING, strength=strength)


def along(spots: Path, picture: Picture) -> Path:
    """The spots of a scene as they are for a little story on this screen: `tonight` and `next` are where those lanterns
    are seen."""
    shown = {s.id.name: s for s in picture.things if isinstance(s, Stamp) and isinstance(s.id, SpotId)}
    row = [shown[spot.name] for spot in spots if spot.name in shown]
    now = next((number for number, stamp in enumerate(row) if stamp.art in NOW_HERE), None)
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
    x, y = stamp.x + (SEAT[1] * wide if stamp.art == TODAY else 0), stamp.y
    return replace(spot, x=x, y=y, width=wide, height=high, inside=inside)


def haze(path: Path, offered: tuple[Offered, ...]) -> Things:
    """The haze over the rest of the road, the far end first; () where it is known how many visits come."""
    if all(picture.art != HAZE for picture in offered):
        return ()
    rest = path[len(standing(path, offered)) :]
    return tuple(_bank(spot) for spot in sorted(rest, key=lambda spot: spot.y))


def _bank(spot: Spot) -> Stamp:
    size = spot.size or SIZE
    return Stamp(HAZE, spot.x, spot.y - UP * size, WIDE * size, id=Scenery(f"haze-{spot.name}"), lift=PAINTED)
