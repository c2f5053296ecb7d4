"""How the companion comes past a rough stone: slowly over it, where help lies there, once sliding back; else it sits
for a moment before it, and goes round. It arrives the same.

Pure geometry in design units: no clock, no files, no pygame. The companion's places are the middles of its picture.
"""

from itertools import accumulate, pairwise

from msgspec import Struct

from game.core.companion import ALONE, HELPED, PAST
from game.core.puppet import Point
from game.core.road import Road, length
from game.play.stance import ease

FOOT, TOP = (-0.6, 0.28), (0, -0.12)  # where it comes to a stone and where it is on it, in its widths from the stone
ROUND = ((-0.15, 0.76), (0.4, 0.8))  # the same on its way round
UP, BACK = 0.9, 0.3  # of the way up: so far it comes, and so far it slides back
CLIMBS, SLIDES, STAYS, OVER = 1.3, 0.4, 0.5, 1.5  # seconds up there, back, until it goes on, and for the rest
SITS, GOES_ROUND = 1.4, 2.3  # seconds before it, and for the way round: both ways take about as long
LEAST = 0.1  # seconds to the stone, where it is there already

Marks = tuple[tuple[float, float], ...]


class Pace(Struct, frozen=True):
    """The way, how many seconds it takes, and when how much of it is done: shares of the time, and of the way."""

    way: Road
    lasts: float
    marks: Marks


def pace(loop: str, start: Point, end: Point, walk: float) -> Pace | None:
    """How the companion comes past the stone to this place, in so many seconds on level ground; None where no stone is,
    and on the way back. `loop` says with its word how wide the companion is, in the quiet look, too, where it is small.
    """
    word, _, wide = loop.partition(" ")
    if word not in (HELPED, ALONE) or end[0] <= start[0]:
        return None
    width = float(wide)
    stone = end[0] - PAST[0] * width, end[1] - PAST[1] * width
    foot, *beyond = (_beside(stone, place, width) for place in (FOOT, *((TOP,) if word == HELPED else ROUND)))
    way = start, (foot if start[0] < foot[0] else start), *beyond, end
    _, here, there, *_ = _shares(way)
    before = max(LEAST, walk * here)
    if word == ALONE:
        return _pace(way, ((before, here), (SITS, here), (GOES_ROUND, 1.0)))
    up, back = (here + part * (there - here) for part in (UP, BACK))
    return _pace(way, ((before, here), (CLIMBS, up), (SLIDES, back), (STAYS, back), (OVER, 1.0)))


def far(marks: Marks, share: float) -> float:
    """The share of the way that is done after this share of the time."""
    for (start, done), (end, then) in pairwise(marks):
        if share <= end:
            return done + (then - done) * ease((share - start) / (end - start))
    return 1.0


def goes_on(marks: Marks, share: float) -> bool:
    """False while it sits, or slides back."""
    return any(start <= share < end and then > done for (start, done), (end, then) in pairwise(marks))


def _beside(stone: Point, place: Point, width: float) -> Point:
    return stone[0] + place[0] * width, stone[1] + place[1] * width


def _shares(way: Road) -> tuple[float, ...]:
    """How much of the way is done at each of its places."""
    return tuple(so_far / length(way) for so_far in accumulate(map(length, pairwise(way)), initial=0.0))


def _pace(way: Road, parts: Marks) -> Pace:
    """Of parts of the time, each so many seconds long, and how much of the way is done after it."""
    lasts = sum(seconds for seconds, _ in parts)
    until = accumulate(seconds / lasts for seconds, _ in parts)
    return Pace(way, lasts, ((0.0, 0.0), *((share, done) for share, (_, done) in zip(until, parts, strict=True))))
