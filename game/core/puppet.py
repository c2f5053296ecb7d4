"""A paper puppet: the parts of a companion, how a pose turns and shifts them, and where each lies then.

Pure geometry: no clock, no files, no pygame. Angles are in degrees, clockwise as in SVG; places are in the units of the
puppet's own drawing, in which it is some 400 high.
"""

from math import atan2, cos, degrees, hypot, radians, sin

from msgspec import Struct

PARTS = (  # from the lowest to the topmost; a companion may leave some out
    *("tail", "body", "leg-left", "leg-right", "thing", "arm-left", "arm-right"),
    *("ear-left", "ear-right", "head", "mouth", "eyes-open", "eyes-shut", "eyes-down"),
)
FACE = ("mouth", "eyes-open", "eyes-shut", "eyes-down")  # what a head that is seen from behind has not
OPEN, SHUT, DOWN = "open", "shut", "down"
SLIDE = {"mouth": (17, 9), "eyes": (20, 11), "ear": (-5, -4)}  # how far a part goes on a head that looks to one side

STRETCH = 46  # units that a shoulder follows its hand, or gives way to it

Point = tuple[float, float]


class Part(Struct, frozen=True):
    """A piece of paper: it turns about `pivot`, is pinned to the part `on` ("": to nothing), and lies `lift` above it.

    `tip` is the middle of a hand, None for what has none.
    """

    name: str
    pivot: Point
    on: str = ""
    lift: int = 0
    tip: Point | None = None


class Puppet(Struct, frozen=True):
    """The parts of a companion, from the lowest to the topmost. A puppet may leave parts out, such as ears."""

    name: str
    parts: tuple[Part, ...]


class Pose(Struct, frozen=True):
    """How a puppet holds itself: turns of its parts in degrees, shifts in units, scales; the same for every companion.

    `arms`, `legs` and `ears` turn both sides outwards. `look` is where the face turns, -1 to 1 to the right and down.
    `above` are parts that lie over all others, `below` those under all others, `behind` those seen from behind; `holds`
    says whether the thing is seen. `reach` leads a hand to a place on another part, so many units to the right of its
    pin and below it: long and short arms all come there, and an arm stays as it is turned where there is no such part.
    """

    turn: dict[str, float] = {}
    shift: dict[str, Point] = {}
    scale: dict[str, Point] = {}
    arms: float = 0
    legs: float = 0
    ears: float = 0
    look: Point = (0, 0)
    eyes: str = OPEN
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    holds: bool = False
    reach: dict[str, tuple[str, float, float]] = {}


class Lying(Struct, frozen=True):
    """Where a part lies: its pin at `x`, `y`, turned by `angle` and scaled about the pin."""

    part: Part
    x: float
    y: float
    angle: float = 0
    scale: Point = (1, 1)


def lay(puppet: Puppet, pose: Pose) -> tuple[Lying, ...]:
    """Each part that the pose shows, from the lowest to the topmost.

    A part takes its parent's turn and the place of its pin there, never its scale: a body that breathes lifts the head
    without making it larger.
    """
    by_name = {part.name: part for part in puppet.parts}
    found: dict[str, Lying] = {}

    def lie(part: Part) -> Lying:
        if part.name not in found:
            pinned = _pinned(part, pose, lie(by_name[part.on]) if part.on else None)
            to, *beside = pose.reach.get(part.name, ("", 0, 0))
            found[part.name] = _reaching(pinned, lie(by_name[to]), (beside[0], beside[1])) if to in by_name else pinned
        return found[part.name]

    shown = [part for part in puppet.parts if _is_shown(part.name, pose)]
    ordered = sorted(shown, key=lambda part: (part.name in pose.above) - (part.name in pose.below))
    return tuple(lie(part) for part in ordered)


def _pinned(part: Part, pose: Pose, parent: Lying | None) -> Lying:
    x, y = part.pivot
    angle = 0.0
    if parent is not None:
        x, y = carried(parent, part.pivot)
        angle = parent.angle
    right, down = _shift(part.name, pose)
    across, along = turned((right, down), angle)
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
    across, along = turned(((point[0] - pin_x) * wide, (point[1] - pin_y) * high), lying.angle)
    return lying.x + across, lying.y + along


def turned(point: Point, angle: float) -> Point:
    """A point turned about the origin.

    >>> turned((0, 10), 90)
    (-10.0, 0.0)
    """
    a = radians(angle)
    x, y = point
    return round(x * cos(a) - y * sin(a), 6) + 0.0, round(x * sin(a) + y * cos(a), 6) + 0.0


def _turn(name: str, pose: Pose) -> float:
    kind, _, side = name.partition("-")
    outwards = {"arm": pose.arms, "leg": pose.legs, "ear": -pose.ears}.get(kind, 0)
    return pose.turn.get(name, 0) + (-outwards if side == "right" else outwards)


def _shift(name: str, pose: Pose) -> Point:
    right, down = SLIDE.get(name.partition("-")[0], (0, 0))
    x, y = pose.shift.get(name, (0, 0))
    return x + right * pose.look[0], y + down * pose.look[1]


def _is_shown(name: str, pose: Pose) -> bool:
    if name == "thing":
        return pose.holds
    if name.startswith("eyes-"):
        return "head" not in pose.behind and name == f"eyes-{pose.eyes}"
    return name not in FACE or "head" not in pose.behind
