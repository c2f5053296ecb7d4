"""What fingers do, read the same way by every mechanic that carries things: lift, carry, drop.

Tap, then tap, does all that dragging does: a tap lifts a thing, the next tap says where to.
Pure: no clock, no files, no pygame.
"""

from math import hypot

from msgspec.structs import replace

from game.core.ids import Id, Scenery
from game.core.table import Hand, Touch

SAMPLE = Scenery("sample")  # what a demonstration holds: no option, so that none is favoured
TAP = 26  # a finger that wanders less than this, in design units, has tapped


def lift(what: Id | None, touch: Touch) -> Hand:
    """A thing taken up by this finger."""
    return Hand(touch.finger, what, touch.x, touch.y, (touch.x, touch.y))


def take_over(hand: Hand, touch: Touch) -> Hand:
    """A thing that a tap had lifted comes to this finger: the answer to the second press."""
    return Hand(touch.finger, hand.what, touch.x, touch.y, (touch.x, touch.y), fresh=False)


def carry(hand: Hand, touch: Touch) -> Hand:
    """The thing follows the finger."""
    wandered = hypot(touch.x - hand.start[0], touch.y - hand.start[1])
    return replace(hand, x=touch.x, y=touch.y, moved=max(hand.moved, wandered))


def was_tap(hand: Hand) -> bool:
    """True where the finger came down and went up on the same place."""
    return hand.moved < TAP


def keep_lifted(hand: Hand, x: float, y: float) -> Hand:
    """The thing stays in the air above `x`, `y`, waiting for the next tap."""
    return replace(hand, finger=None, x=x, y=y - 14)


def tap(x: float, y: float, finger: int = 0) -> tuple[Touch, Touch]:
    """A tap as touches, for demonstrations."""
    return Touch("press", x, y, finger), Touch("release", x, y, finger)


def drag(points: tuple[tuple[float, float], ...], finger: int = 0) -> tuple[Touch, ...]:
    """A finger drawn along points, as touches, for demonstrations."""
    drags = tuple(Touch("drag", x, y, finger) for x, y in points[1:])
    return (Touch("press", *points[0], finger), *drags, Touch("release", *points[-1], finger))


def show_carrying(start: tuple[float, float], end: tuple[float, float]) -> tuple[Touch, ...]:
    """The neutral sample carried from a place where nothing lies to where things can be laid."""
    return tuple(replace(touch, on=SAMPLE) for touch in drag(points_between(start, end)))


def points_between(a: tuple[float, float], b: tuple[float, float], steps: int = 12) -> tuple[tuple[float, float], ...]:
    """Points on the straight way from a to b, both included."""
    return tuple((a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps) for i in range(steps + 1))
