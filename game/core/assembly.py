"""Where each part of a paper puppet lies in a pose, and on the way from one pose to another.

Pure geometry: no clock, no files, no pygame. Angles are in degrees, clockwise as in SVG; places are in the units of the
puppet's own drawing.
"""

from math import atan2, cos, degrees, hypot, radians, sin

from msgspec import Struct
from msgspec.structs import replace

from game.core.puppet import FACE, Part, Point, Pose, Puppet, from_behind

STATES = ("lips", "eyes")  # of these parts one is seen at a time
ON_MOUTH = (23, 11)  # units
SLIDE = {"mouth": ON_MOUTH, "lips": ON_MOUTH, "eyes": (26, 13), "ear": (-7, -4)}  # how far on a head that looks aside
STRETCH = 46  # units that a shoulder follows its hand, or gives way to it


class Lying(Struct, frozen=True):
    """Where a part lies: its pin at `x`, `y`, turned by `angle` and scaled about the pin."""

    part: Part
    x: float
    y: float
    angle: float = 0
    scale: Point = (1, 1)


class Posed(Struct, frozen=True):
    """A puppet as it is seen at a moment: its parts from the lowest to the topmost, and which are seen from behind."""

    puppet: str
    parts: tuple[Lying, ...]
    behind: tuple[str, ...] = ()


def posed(puppet: Puppet, pose: Pose) -> Posed:
    """The puppet in this pose."""
    pose = from_behind(pose) if puppet.away else pose
    return Posed(puppet.name, assembled(puppet, pose), pose.behind)


def blend(before: Posed, after: Posed, share: float) -> Posed:
    """On the way from one pose to another; what cannot be halved, such as eyes and order, changes in the middle."""
    near, far = (before, after) if share < 0.5 else (after, before)
    others = {_where(one): one for one in far.parts}
    done = share if share < 0.5 else 1 - share
    parts = tuple(_towards(one, others.get(_where(one), one), done) for one in near.parts)
    return Posed(near.puppet, parts, near.behind)


def rounded(posed: Posed) -> Posed:
    """The same to a degree, a unit and half a hundredth, so that a glass makes each of few pictures once."""
    parts = tuple(
        Lying(one.part, round(one.x), round(one.y), round(one.angle), (_fine(one.scale[0]), _fine(one.scale[1])))
        for one in posed.parts
    )
    return Posed(posed.puppet, parts, posed.behind)


def assembled(puppet: Puppet, pose: Pose) -> tuple[Lying, ...]:
    """Each part that the pose shows, from the lowest to the topmost.

    A part takes its parent's turn and the place of its pin there, never its scale: a body that breathes lifts the head
    without making it larger.
    """
    pose = _times(pose, puppet.feels.get(pose.feels, 1))
    found: dict[str, Lying] = {}
    shown = [part for part in puppet.parts if _is_shown(part.name, pose)]
    ordered = sorted(shown, key=lambda part: (part.name in pose.above) - (part.name in pose.below))
    by_name = {part.name: part for part in puppet.parts}
    return tuple(_lying(part.name, pose, by_name, found) for part in ordered)


def _lying(name: str, pose: Pose, parts: dict[str, Part], found: dict[str, Lying]) -> Lying:
    """The part of this name, and in `found` what it hangs on. No inner function: each frame would leave one behind that
    holds itself.
    """
    if name not in found:
        part = parts[name]
        pinned = _pinned(part, pose, _lying(part.on, pose, parts, found) if part.on else None)
        to, *beside = pose.reach.get(name, ("", 0, 0))
        reached = _lying(to, pose, parts, found) if to in parts else None
        found[name] = _reaching(pinned, reached, (beside[0], beside[1])) if reached else pinned
    return found[name]


def _times(pose: Pose, share: float) -> Pose:
    """The pose, so much of the way from sitting; what is reached for stays where it is."""
    if share == 1:
        return pose
    return replace(
        pose,
        turn={name: share * angle for name, angle in pose.turn.items()},
        shift={name: (share * x, share * y) for name, (x, y) in pose.shift.items()},
        scale={name: (1 + share * (x - 1), 1 + share * (y - 1)) for name, (x, y) in pose.scale.items()},
        arms=share * pose.arms,
        ears=share * pose.ears,
        look=(share * pose.look[0], share * pose.look[1]),
    )


def _pinned(part: Part, pose: Pose, parent: Lying | None) -> Lying:
    x, y = pin = part.holds if pose.hugs and part.holds else part.pivot
    angle = 0.0
    if parent is not None:
        x, y = carried(parent, pin)
        angle = parent.angle
    right, down = _shift(part.name, pose)
    across, along = rotated((right, down), angle)
    return Lying(part, x + across, y + along, angle + _turn(part.name, pose), pose.scale.get(part.name, (1, 1)))


def _reaching(arm: Lying, other: Lying, beside: Point) -> Lying:
    """The arm turned to a place on the other part, and its pin moved until the hand is there, at most STRETCH."""
    (pin_x, pin_y), (tip_x, tip_y), (on_x, on_y) = arm.part.pivot, arm.part.tip or arm.part.pivot, other.part.pivot
    to_x, to_y = carried(other, (on_x + beside[0], on_y + beside[1]))
    across, along = to_x - arm.x, to_y - arm.y
    far, long = hypot(across, along), hypot(tip_x - pin_x, tip_y - pin_y)
    more = max(-STRETCH, min(STRETCH, far - long)) / (far or 1)
    angle = degrees(atan2(along, across) - atan2(tip_y - pin_y, tip_x - pin_x))
    return Lying(arm.part, arm.x + across * more, arm.y + along * more, angle, arm.scale)


def carried(lying: Lying, point: Point) -> Point:
    """Where a point of the drawing lies, when it is on this part."""
    (pin_x, pin_y), (wide, high) = lying.part.pivot, lying.scale
    across, along = rotated(((point[0] - pin_x) * wide, (point[1] - pin_y) * high), lying.angle)
    return lying.x + across, lying.y + along


def rotated(point: Point, angle: float) -> Point:
    """A point turned about the origin.

    >>> rotated((0, 10), 90)
    (-10.0, 0.0)
    """
    x, y = point
    if not angle or not (x or y):  # as most parts of most poses are
        return round(x, 6) + 0.0, round(y, 6) + 0.0
    a = radians(angle)
    return round(x * cos(a) - y * sin(a), 6) + 0.0, round(x * sin(a) + y * cos(a), 6) + 0.0


def _towards(one: Lying, other: Lying, share: float) -> Lying:
    """So far from one to the other, the shorter way round."""
    angle = one.angle + ((other.angle - one.angle + 180) % 360 - 180) * share
    x, y = _between((one.x, one.y), (other.x, other.y), share)
    return Lying(one.part, x, y, angle, _between(one.scale, other.scale, share))


def _where(lying: Lying) -> str:
    """The name of the part; eyes are in one place whether they are open or shut, and so is the line of a mouth."""
    kind, _, _ = lying.part.name.partition("-")
    return kind if kind in STATES else lying.part.name


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _fine(scale: float) -> float:
    return round(scale * 200) / 200


def _turn(name: str, pose: Pose) -> float:
    kind, _, side = name.partition("-")
    outwards = {"arm": pose.arms, "ear": -pose.ears}.get(kind, 0)
    return pose.turn.get(name, 0) + (-outwards if side == "right" else outwards)


def _shift(name: str, pose: Pose) -> Point:
    right, down = SLIDE.get(name.partition("-")[0], (0, 0))
    x, y = pose.shift.get(name, (0, 0))
    return x + right * pose.look[0], y + down * pose.look[1]


def _is_shown(name: str, pose: Pose) -> bool:
    if name == "thing":
        return pose.holds
    if name == "scarf":
        return pose.wears
    if name in FACE and "head" in pose.behind:
        return False
    kind, _, state = name.partition("-")
    return kind not in STATES or state == getattr(pose, kind)
