"""Threads from the companion to those who are away: they stay, however far that is.

Pure geometry in design units: no clock, no files, no pygame.
"""

from collections.abc import Iterable
from math import hypot

from game.core.companion import companion_at
from game.core.ids import Scenery
from game.core.picture import Line, Stamp, Strokes, Things
from game.core.puppet import Point
from game.core.table import Table

WIDTH, HANGS, STEPS = 4, 0.05, 16  # a thread's width; of its length, so far it hangs in its middle; of so many pieces
HELD_AT, PAW = 0.2, 0.3  # of its width: so far below the middle of who holds it, and beside the companion's


def threads(table: Table, tied: Iterable[tuple[str, Stamp]]) -> Things:
    """A thread of this colour from the companion's paw to each of these."""
    x, y, wide = companion_at(table.layout)
    ends = [(colour, (stamp.x, stamp.y + HELD_AT * stamp.width)) for colour, stamp in tied]
    paws = [x + (PAW if end[0] >= x else -PAW) * wide for _, end in ends]
    found = zip(ends, paws, strict=True)
    lines = tuple(Line(colour, WIDTH, _hanging((paw, y + HELD_AT * wide), end)) for (colour, end), paw in found)
    return (Strokes(Scenery("threads"), lines),) if lines else ()


def _hanging(start: Point, end: Point) -> tuple[Point, ...]:
    """The points of a line between two places, lower in its middle."""
    across, down = end[0] - start[0], end[1] - start[1]
    low = 4 * HANGS * hypot(across, down)
    shares = [step / STEPS for step in range(STEPS + 1)]
    return tuple((start[0] + across * s, start[1] + down * s + low * s * (1 - s)) for s in shares)
