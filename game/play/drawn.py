"""Something as it lies on the glass: what a Frame is made of. Places are in design units; no pixels, no pygame."""

from msgspec import Struct

from game.core.sprite import AnySprite
from game.play.motion import ThingId

FAINT = 0.02  # of 1: what is laid with less strength is not seen
SHADES = 24  # steps of strength: few, so that a glass can keep what it has made of each


class Drawn(Struct, frozen=True):
    """Something as it lies on the glass.

    `id` is the name by which it is known from one Frame to the next. `x`, `y` is its middle, `width` its width
    without the room for the shadow; `angle` is in degrees to the right about its middle; `strength` is 0 to 1.
    """

    id: ThingId
    sprite: AnySprite
    x: float
    y: float
    width: float
    angle: float = 0
    strength: float = 1


def shade(strength: float) -> float:
    """The nearest of the few steps of strength."""
    return round(strength * SHADES) / SHADES
