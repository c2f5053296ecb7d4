"""How a companion holds itself while it walks: its body leans and rises, its feet are where the gait has them.

Pure: values in, a Pose out; no clock, no files, no pygame.
"""

from msgspec.structs import replace

from game.core.assembly import Posed, blend
from game.core.poses import POSES
from game.core.puppet import Point, Pose, Puppet, mirrored
from game.play.gait import Foot, Gait

ACROSS = 400  # units of a puppet's drawing in the width of its picture
LIFTS, RISES, LEAPS = 20, 14, 64  # units that a foot is lifted in a step, the body in passing, and all of it in a leap
COARSE = 3  # degrees from one turn of a part to the next: few, so that a glass can keep what it has turned
LEGS = ("leg-left", "leg-right")


def striding(puppet: Puppet, base: Pose, gait: Gait) -> Pose:
    """The pose `base` on its way: at rest where the puppet sets out and arrives."""
    first, second = (mirrored(pose) if gait.side < 0 else pose for pose in (POSES["walking-a"], POSES["walking-b"]))
    swings = {name: _between(first.turn[name], second.turn[name], gait.swings) * gait.walks for name in first.turn}
    turn = {name: COARSE * round(angle / COARSE) for name, angle in swings.items()}
    leap = LEAPS * gait.leaps
    feet = zip(LEGS, (gait.left, gait.right), strict=True)
    pivots = {part.name: part.pivot[0] for part in puppet.parts}
    shift = {name: _shifted(foot, pivots.get(name, 0.0), leap) for name, foot in feet}
    x, y = base.shift.get("body", (0, 0))
    body = x, y - ACROSS * raised(gait)
    look = base.look[0] + (first.look[0] - base.look[0]) * gait.walks, base.look[1]
    return replace(base, turn=base.turn | turn, shift=base.shift | shift | {"body": body}, look=look)


def raised(gait: Gait | None) -> float:
    """How far its body is up, and with it what it holds, in its widths; 0 where it does not walk."""
    return (RISES * gait.rises + LEAPS * gait.leaps) / ACROSS if gait else 0.0


def setting_out(stands: Posed, strides: Posed, gait: Gait) -> Posed:
    """From how it stands to how it strides, and at the end of the way back; its feet are where the gait has them."""
    on_way = blend(stands, strides, gait.walks)
    legs = {one.part.name: one for one in strides.parts if one.part.name in LEGS}
    return replace(on_way, parts=tuple(legs.get(one.part.name, one) for one in on_way.parts))


def _shifted(foot: Foot, beside: float, leap: float) -> Point:
    """How far a foot is from where it stands, so far beside the middle: who grows does not draw it along."""
    return ACROSS * foot.x + beside * foot.grown, ACROSS * foot.y - LIFTS * foot.lifted - leap


def _between(one: float, other: float, share: float) -> float:
    return one + (other - one) * share
