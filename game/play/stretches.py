"""The land of the trail is wider than the screen: it lies in stretches, and one of them is in view.

Which stretch is in view belongs to what is seen now; no journal holds it. Pure: values in, values out.
"""

from functools import lru_cache
from itertools import groupby, pairwise

from game.core.events import Stop
from game.core.ids import Door, Gate, Id, TrailStop, Way
from game.play.state import Visit

MOST = 3  # stops on a stretch: more look like a menu
ON, BACK = Way("on"), Way("back")

Stretch = tuple[Stop, ...]


@lru_cache(16)
def stretches(stops: Stretch) -> tuple[Stretch, ...]:
    """The stops in the order of the road; what belongs to one chapter stays together where it can. At least one."""
    found: list[Stretch] = [()]
    for _, chapter in groupby(stops, key=lambda stop: stop.chapter):
        for piece in _evenly(tuple(chapter)):
            if len(found[-1]) + len(piece) <= MOST:
                found[-1] += piece
            else:
                found.append(piece)
    return tuple(found)


def companion_stretch(visit: Visit) -> int:
    """The number of the stretch where the child was last, from 0: there the companion is."""
    there = stretches(visit.begun.stops)
    return next((n for n, stretch in enumerate(there) if visit.last in (stop.activity for stop in stretch)), 0)


def in_view(visit: Visit, led: int | None) -> int:
    """The number of the stretch that is seen: where a touch has led the view, else where the companion is."""
    if led is None:
        return companion_stretch(visit)
    return max(0, min(led, len(stretches(visit.begun.stops)) - 1))


def way_to(visit: Visit, seen: int, goal: Id) -> Way | None:
    """Which way leads from the stretch that is seen to this stop, the door or the gate; None where it is there."""
    there = stretches(visit.begun.stops)
    ends: dict[Id, int] = {Door(): 0, Gate(): len(there) - 1}
    at = ends | {TrailStop(stop.activity): n for n, stretch in enumerate(there) for stop in stretch}
    far = at.get(goal, seen)
    return ON if far > seen else BACK if far < seen else None


def _evenly(stops: Stretch) -> list[Stretch]:
    """A chapter in as few pieces as it can be, each about as long as the others, a longer one first: where the road
    begins there is more than one thing to go to.
    """
    pieces = -(-len(stops) // MOST)
    ends = [-(-len(stops) * n // pieces) for n in range(pieces + 1)]
    return [stops[a:b] for a, b in pairwise(ends)]
