"""A way that something goes on the glass: from where to where, since when, and where on it it is at a moment.

Pure geometry in design units: the time is handed in; no pygame, no files.
"""

from itertools import accumulate, pairwise

from msgspec import Struct

from game.core.companion import FEET
from game.core.picture import WIDTH
from game.core.road import Road, at, length
from game.play.bumps import far
from game.play.gait import leaped
from game.play.stance import ease

SETTLE = 0.9  # how far a glide goes too far before it settles


class Position(Struct, frozen=True):
    """Where and how large something is, in design units, and how opaque."""

    x: float
    y: float
    width: float
    strength: float = 1


class Glide(Struct, frozen=True):
    """From where to where something is going, since when, and how long it takes; `way` is how, where it walks.

    `side`: where the land slides below it, it walks to the right (1) or to the left (-1) of the land; else 0.
    `marks`: it comes past something rough (`bumps.py`). As where it `comes_in`, into a scene, it is there at once when
    somebody touches. `leaps`: it does so from place to place of the way, over water.
    """

    start: Position
    end: Position
    since: float
    lasts: float
    way: Road = ()
    side: int = 0
    comes_in: bool = False
    marks: tuple[tuple[float, float], ...] = ()
    leaps: bool = False


def share(way: Glide, now: float) -> float:
    """How much of the way is done: evenly along a road, as a land that slides does, and as bumps let it."""
    part = min(1.0, max(0.0, (now - way.since) / way.lasts)) if way.lasts else 1.0
    if way.leaps:
        return leaped(way.way, part)
    return ease(part) if way.side else far(way.marks, part) if way.marks else part


def ground(way: Glide) -> Road:
    """The way of its feet over the ground: where the land slides below it, it goes as far as that slides."""
    middles = (way.way[0], (way.way[-1][0] + way.side * WIDTH, way.way[-1][1])) if way.side else way.way
    gone = accumulate((length(each) for each in pairwise(middles)), initial=0.0)
    start, end, whole = way.start.width, way.end.width, length(middles) or 1
    widths = (start + (end - start) * done / whole for done in gone)
    return tuple((x, y + FEET * width) for (x, y), width in zip(middles, widths, strict=True))


def position_at(way: Glide, now: float) -> Position:
    """Where a thing is now: it sets out fast, goes a little too far and settles."""
    part = share(way, now)
    if way.way and part < 1:
        x, y = at(way.way, part * length(way.way))
        return Position(x, y, way.start.width + (way.end.width - way.start.width) * part, way.end.strength)
    done = 1.0 if part == 1 else 1 + (part - 1) ** 3 * (1 + SETTLE) + SETTLE * (part - 1) ** 2
    return _part_of(way, done, part)


def point(way: Glide, later: float, now: float) -> tuple[float, float]:
    """Where on its way it is in a moment."""
    found = position_at(way, now + later)
    return found.x, found.y


def _part_of(way: Glide, done: float, part: float) -> Position:
    """So much of the way done, and so much of the change of strength."""
    a, b = way.start, way.end
    strength = a.strength + (b.strength - a.strength) * part
    return Position(a.x + (b.x - a.x) * done, a.y + (b.y - a.y) * done, a.width + (b.width - a.width) * done, strength)
