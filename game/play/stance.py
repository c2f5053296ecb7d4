"""One moment of a life or an answer: how a part is moved from where its scene has it, and what is laid above it.

Pure: numbers in, values out; no clock, no files, no pygame.
"""

from math import pi, sin

from msgspec import Struct

from game.core.assembly import rotated
from game.core.puppet import Point
from game.core.scene import ScenePart


class Stance(Struct, frozen=True):
    """A part moved by `x`, `y` design units, turned by `angle` degrees to the right and scaled about its pivot."""

    x: float = 0
    y: float = 0
    angle: float = 0
    scale: float = 1
    strength: float = 1

    def __add__(self, other: "Stance") -> "Stance":
        """Both at once."""
        return Stance(
            self.x + other.x,
            self.y + other.y,
            self.angle + other.angle,
            self.scale * other.scale,
            self.strength * other.strength,
        )


AT_REST = Stance()


class Effect(Struct, frozen=True):
    """A small picture of ours that an answer lays above the parts: its middle, its width, as a Drawn has them.

    `behind`: where it is a thing that answers, it lies behind that, as a light around it.
    """

    art: str
    x: float
    y: float
    width: float
    strength: float = 1
    angle: float = 0
    behind: bool = False


def middle(part: ScenePart, stance: Stance) -> Point:
    """Where the middle of a part's box is, when it is moved so."""
    (x, y), (pin_x, pin_y) = part.middle, part.pivot
    across, down = rotated(((x - pin_x) * stance.scale, (y - pin_y) * stance.scale), stance.angle)
    return pin_x + across + stance.x, pin_y + down + stance.y


def ease(share: float) -> float:
    """Sets out softly and arrives softly.

    >>> ease(-1), ease(0.5), ease(2)
    (0.0, 0.5, 1.0)
    """
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def eased(t: float, start: float, end: float) -> float:
    """From 0 at `start` to 1 at `end`, softly."""
    return ease((t - start) / (end - start))


def there_and_back(t: float, there: float, back: float, end: float) -> float:
    """From 0 to 1 until `there`, 1 until `back`, and 0 again at `end`."""
    return eased(t, 0, there) - eased(t, back, end)


def wave(t: float, period: float) -> float:
    """A sine with this period in seconds.

    >>> wave(1, 4)
    1.0
    """
    return sin(2 * pi * t / period)
