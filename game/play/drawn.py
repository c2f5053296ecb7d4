"""What lies on the glass at a moment: a Frame. Places are in design units; no pixels, no pygame."""

from msgspec import Struct

from game.core.picture import Strokes
from game.core.sprite import AnySprite
from game.play.motion import ThingId

FAINT = 0.02  # of 1: what is laid with less strength is not seen
SHADES = 24  # steps of strength: few, so that a glass can keep what it has made of each


class Drawn(Struct, frozen=True):
    """Something as it lies on the glass.

    `id` is the name by which it is known from one Frame to the next. `x`, `y` is its middle, `width` its width
    without the room for the shadow; `angle` is in degrees to the right about its middle; `strength` is 0 to 1. `aside`:
    it lies so much further to the right, as a share of the glass's width.
    """

    id: ThingId
    sprite: AnySprite
    x: float
    y: float
    width: float
    angle: float = 0
    strength: float = 1
    aside: float = 0


class Frame(Struct, frozen=True):
    """All that is on the glass: the scene, "" for none, without the parts that are cut out of it; these parts and the
    things upon it, from back to front; strokes above all.

    While a land slides, the scene lies `aside` as a Drawn does, and the scene `beside` fills what it leaves bare.
    """

    scene: str = ""
    things: tuple[Drawn, ...] = ()
    strokes: tuple[Strokes, ...] = ()
    aside: float = 0
    beside: str = ""


def quantized(strength: float) -> float:
    """The nearest of the few steps of strength."""
    return round(strength * SHADES) / SHADES
