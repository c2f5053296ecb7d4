"""The road of a scene: the places on it, one after the other, and the way along it from one place to another.

Pure geometry, in design units: no clock, no files, no pygame.
"""

from itertools import accumulate, pairwise
from math import hypot

from game.core.puppet import Point
from game.core.scene import ScenePart
from game.core.table import Spot

Road = tuple[Point, ...]

BESIDE = 170  # design units from the road, up to which somebody stands by it and goes along it


def road_of(spots: tuple[Spot, ...]) -> Road:
    """The middles of the spots `road-1`, `road-2` and so on, in their order; () where the scene has none."""
    found = [spot for spot in spots if spot.name.startswith("road-")]
    return tuple((spot.x, spot.y) for spot in sorted(found, key=_number))


def at(road: Road, far: float) -> Point:
    """The point so many units along the road; its end where it is not so long."""
    for (ax, ay), (bx, by) in pairwise(road):
        length = hypot(bx - ax, by - ay)
        if length and far <= length:
            return ax + (bx - ax) * far / length, ay + (by - ay) * far / length
        far -= length
    return road[-1]


def length(way: Road) -> float:
    """How long it is, in design units."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way))


def way_along(road: Road, start: Point, end: Point) -> Road:
    """From the start to the end beside the road, as near to it as both are; straight where one is not by the road."""
    if len(road) < 2:
        return start, end
    first, last = _nearest(road, start), _nearest(road, end)
    if max(hypot(*_from(at(road, far), place)) for far, place in ((first, start), (last, end))) > BESIDE:
        return start, end
    marks = list(accumulate((hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(road)), initial=0.0))
    between = [far for far in marks if min(first, last) < far < max(first, last)]
    return start, *(_beside(road, far, (first, start), (last, end)) for far in _order(between, first, last)), end


def from_stone_to_stone(stones: Road, start: Point, end: Point) -> Road:
    """From the start to the end over stones, in any order: rather many small steps than a wide one."""
    ways: dict[Point, tuple[float, Road]] = {start: (0.0, (start,))}
    left, here = {*stones, end} - {start}, start
    while here != end:
        for there in left:
            wide = ways[here][0] + hypot(*_from(there, here)) ** 2
            ways[there] = min(ways.get(there, (float("inf"), ())), (wide, (*ways[here][1], there)))
        here = min(left, key=lambda there: ways[there])
        left.remove(here)
    return ways[end][1] if start != end else (start, end)


def is_wet(way: Road, water: tuple[ScenePart, ...]) -> bool:
    """True where the straight way from one place to another leads over water: no foot can be set down there."""
    far = length(way)
    return len(way) == 2 and any(part.distance(*at(way, done)) == 0 for part in water for done in range(0, int(far), 6))


def _order(marks: list[float], first: float, last: float) -> list[float]:
    return marks if first < last else marks[::-1]


def _beside(road: Road, far: float, start: tuple[float, Point], end: tuple[float, Point]) -> Point:
    """A place on the way: from beside the road as at the start to beside it as at the end."""
    share = (far - start[0]) / (end[0] - start[0])
    (ax, ay), (bx, by) = (_from(at(road, where), place) for where, place in (start, end))
    x, y = at(road, far)
    return x + ax + (bx - ax) * share, y + ay + (by - ay) * share


def _from(one: Point, other: Point) -> Point:
    return other[0] - one[0], other[1] - one[1]


def _nearest(road: Road, place: Point) -> float:
    """How far along the road the point is that is nearest to this place."""
    best, passed = (float("inf"), 0.0), 0.0
    for (ax, ay), (bx, by) in pairwise(road):
        long = hypot(bx - ax, by - ay)
        share = max(0.0, min(1.0, ((place[0] - ax) * (bx - ax) + (place[1] - ay) * (by - ay)) / long**2)) if long else 0
        away = hypot(place[0] - ax - share * (bx - ax), place[1] - ay - share * (by - ay))
        best = min(best, (away, passed + share * long))
        passed += long
    return best[1]


def _number(spot: Spot) -> int:
    return int(spot.name.removeprefix("road-"))
