"""Foot before foot along a way: the foot on the ground stays where it is, and the body goes on over it.

Where the way is long for its time the steps are longer, and then become leaps: both feet are in the air between two of
them, and none glides. Pure geometry: no clock, no files, no pygame. How a companion holds itself on its way,
`walking.py` says.
"""

from itertools import accumulate, pairwise
from math import ceil, cos, floor, pi, sin

from msgspec import Struct

from game.core.companion import STEP, STRIDE
from game.core.road import Road, at, length
from game.play.stance import ease

QUICKEST = 0.25  # seconds for a step where somebody must hurry: three poses
LONG = 4.5  # seconds: who would walk for longer hurries
IN_LEAP = 0.7  # of the time of a leap over water; the rest of it it stands
HIGHEST = 2.0  # so many times as high as in haste is a leap over water at the most
BOTH = 0.12  # of a step at its beginning and at its end, in which both feet are on the ground
REACH, FAR_REACH = 0.125, 0.2  # of the width: how far a leg goes from where it stands; who hurries takes longer steps

Widths = tuple[float, float]  # of a companion where it sets out and where it arrives


class Foot(Struct, frozen=True):
    """Where a foot is: shares of the companion's width from where it stands, to the right and down, and how far it is
    `lifted`, 0 to 1. `grown`: how much wider the companion was, as a share, where the foot stands.
    """

    x: float
    y: float
    lifted: float = 0
    grown: float = 0


class Gait(Struct, frozen=True):
    """How somebody walks just now. `side` is to which it goes, -1 or 1.

    `swings`: 0 in the middle of a step of the foot that goes first, 1 in that of the other. `walks`: 0 where it sets
    out and arrives, 1 between. `rises`: 1 where a foot is below the body, 0 where the feet are apart. `leaps`: how high
    it is in the air, 0 to 1; over water to HIGHEST.
    """

    left: Foot
    right: Foot
    side: int
    swings: float
    walks: float
    rises: float
    leaps: float


class Walk(Struct, frozen=True):
    """A way in equal steps, each `step` design units long. A foot is on the ground for `on_ground` of a step before
    and behind the body.
    """

    way: Road
    widths: Widths
    steps: int
    step: float
    on_ground: float

    def width(self, steps: float) -> float:
        """How wide the companion is after so many steps."""
        start, end = self.widths
        return start + (end - start) * min(1.0, max(0.0, steps / self.steps))


def seconds(far: float, width: float) -> float:
    """How long a way of so many design units takes a companion of this width: whole steps, quicker on a long way."""
    steps = max(1, ceil(far / (STRIDE * width)))
    return max(QUICKEST * steps, min(STEP * steps, LONG))


def gait(way: Road, gone: float, lasts: float, widths: Widths, side: int) -> Gait:
    """How it walks where it has gone so many design units of a way that takes it so many seconds in all."""
    far, width = length(way), sum(widths) / 2
    steps = max(1, min(ceil(far / (STRIDE * width)), round(lasts / QUICKEST)))
    step = far / steps or 1
    calm, far_out = (reach * min(widths) / step for reach in (REACH, FAR_REACH))
    walk = Walk(way, widths, steps, step, min(0.5 + BOTH, max(calm, min(0.5, far_out))))
    done = gone / step
    first, other = (_foot(walk, done, odd) for odd in (1, 0))
    left, right = (first, other) if side < 0 else (other, first)
    off, flies = abs(done - floor(done + 0.5)), max(0.0, 1 - 2 * walk.on_ground)
    up = max(0.0, off - walk.on_ground) / (0.5 - walk.on_ground) if flies else 0.0
    walks = ease(min(done, steps - done))
    rises = (1 - flies) * cos(pi * off) ** 2 * walks
    return Gait(left, right, side, (1 - cos(pi * done)) / 2, walks, rises, flies * up * (2 - up) * walks)


def leap(way: Road, gone: float, width: float, side: int) -> Gait:
    """How it leaps from each place of the way to the next, where no foot can be set down between them."""
    start, end = next((leg for leg in pairwise(_marks(way)) if gone < leg[1]), (gone - 1, gone))
    share = (gone - start) / (end - start)
    high = max(1.0, min(HIGHEST, (end - start) / width)) * 4 * share * (1 - share)
    return Gait(Foot(0, 0), Foot(0, 0), side, 0.5, sin(pi * share), 0, high)


def leaped(way: Road, share: float) -> float:
    """The share of the way that is done after this share of the time: each leap as long as the others, and a rest."""
    marks, legs = _marks(way), len(way) - 1
    number = min(legs - 1, int(share * legs))
    done = ease(min(1.0, (share * legs - number) / IN_LEAP))
    return (marks[number] + (marks[number + 1] - marks[number]) * done) / (marks[-1] or 1)


def _marks(way: Road) -> tuple[float, ...]:
    """How far along the way each of its places is."""
    return tuple(accumulate((length(each) for each in pairwise(way)), initial=0.0))


def _foot(walk: Walk, done: float, odd: int) -> Foot:
    """One of the two feet after so many steps: that which comes down after each odd one, or the other."""
    stood = odd + 2 * floor((done - odd + walk.on_ground) / 2)
    leaves, lands = max(0.0, stood + walk.on_ground), min(walk.steps, stood + 2 - walk.on_ground)
    start, end = max(0, stood), min(walk.steps, stood + 2)
    share = min(1.0, max(0.0, (done - leaves) / (lands - leaves))) if lands > leaves else 0.0
    behind, ahead = start - leaves, end - lands
    stands = done + behind + (ahead - behind) * ease(share) if 0 < share < 1 else end if share else start
    (x, y), (body_x, body_y) = at(walk.way, stands * walk.step), at(walk.way, done * walk.step)
    width = walk.width(done)
    return Foot((x - body_x) / width, (y - body_y) / width, sin(pi * share), walk.width(stands) / width - 1)
