"""Foot before foot along a way: the foot on the ground stays where it is, and the body goes on over it.

Pure geometry: no clock, no files, no pygame. How a companion holds itself on its way, `companion.py` says.
"""

from math import ceil, cos, hypot, pi, sin

from msgspec import Struct

from game.core.puppet import Point
from game.play.road import Road, at, length
from game.play.stance import ease

STRIDE = 0.14  # of the companion's width: how far the body goes in a step
STEP, QUICKEST = 0.25, 0.2  # seconds for a step, and for one where somebody must hurry
LONG = 4.0  # seconds: who would walk for longer hurries
BOTH = 0.22  # of a step at its beginning and at its end, in which both feet are on the ground
REACH = 0.105  # of the width: a leg can go no further from where it stands


class Gait(Struct, frozen=True):
    """How somebody walks just now: how far its feet are from where they stand, in shares of its width.

    `lifted` is the foot in the air, -1 the left and 1 the right one, and `high` how far it is up, 0 to 1. `side` is to
    which it goes, -1 or 1. `swings`: 0 in the middle of a step of the foot that goes first, 1 in that of the other.
    `walks`: 0 where it sets out and arrives, 1 between.
    """

    left: Point
    right: Point
    lifted: int
    high: float
    side: int
    swings: float
    walks: float


def seconds(far: float, width: float) -> float:
    """How long a way of so many design units takes a companion of this width: whole steps, quicker on a long way."""
    steps = max(1, ceil(far / (STRIDE * width)))
    return max(QUICKEST * steps, min(STEP * steps, LONG))


def gait(way: Road, gone: float, lasts: float, width: float, side: int) -> Gait:
    """How it walks where it has gone so many design units of a way that takes it so many seconds in all."""
    far = length(way)
    steps = max(1, min(ceil(far / (STRIDE * width)), round(lasts / QUICKEST)))
    step = far / steps or 1
    number = min(steps, int(gone / step + 0.5))  # half a step, whole ones, and the other half
    leaves, lands = max(0.0, (number - 0.5 + BOTH) * step), min(far, (number + 0.5 - BOTH) * step)
    share = min(1.0, max(0.0, (gone - leaves) / (lands - leaves)))
    start, end = max(0.0, (number - 1) * step), min(far, (number + 1) * step)
    planted, swung = number * step, start + (end - start) * ease(share)
    on_ground, in_air = (_reached(way, foot, gone, width) for foot in (planted, swung))
    lifted = side if number % 2 else -side
    left, right = (in_air, on_ground) if lifted < 0 else (on_ground, in_air)
    swings, walks = (1 - cos(pi * gone / step)) / 2, ease(min(gone, far - gone) / step)
    return Gait(left, right, lifted, sin(pi * share), side, swings, walks)


def _reached(way: Road, foot: float, gone: float, width: float) -> Point:
    """From where it stands to where the foot is, as far as a leg can."""
    (x, y), (body_x, body_y) = at(way, foot), at(way, gone)
    across, along = (x - body_x) / width, (y - body_y) / width
    more = max(1.0, hypot(across, along) / REACH)
    return across / more, along / more
