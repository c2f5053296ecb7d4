"""What is painted of a thing on a screen, without where it lies: pixels are made for a Sprite.

This file knows Pictures and nothing of how pixels are made.
"""

from msgspec import Struct

from game.core.assembly import Posed
from game.core.picture import FLAT, GLOWING, LIGHT, Art, Glow, Picture, Stamp

PAD = 36  # design units around a sprite, where its shadow falls
CUT = "cut"  # the lift of what belongs to the land: there is no shadow, and no room for one


class Sprite(Struct, frozen=True):
    """A picture at a size in design units, how far it is lifted off the paper, the `air` before it, and its `tilt`."""

    art: Art
    width: float
    height: float
    lift: str = FLAT
    air: str = ""
    tilt: tuple[float, float] = (0, 0)

    @property
    def canvas(self) -> tuple[float, float]:
        """Width and height in design units, with room for the shadow where there is one."""
        pad = 0 if self.lift in (CUT, LIGHT) else PAD
        return self.width + 2 * pad, self.height + 2 * pad


class PuppetSprite(Struct, frozen=True):
    """A puppet in a pose; `width` and `height` are those of its drawing's box, in design units. Its parts are made so
    large, and laid `times` as large.
    """

    posed: Posed
    width: float
    height: float
    times: float = 1

    @property
    def is_whole(self) -> bool:
        """False for arms alone, which lie over what is carried."""
        return any(lying.part.name == "body" for lying in self.posed.parts)

    @property
    def canvas(self) -> tuple[float, float]:
        """Width and height in design units, with as much room around it as a Sprite has."""
        return self.width + 2 * PAD, self.height + 2 * PAD


class PartSprite(Struct, frozen=True):
    """A part that is cut out of its scene, with the width and height of its box in design units."""

    scene: str
    part: str
    width: float
    height: float

    @property
    def canvas(self) -> tuple[float, float]:
        """Width and height in design units: it has no shadow."""
        return self.width, self.height


AnySprite = Sprite | PuppetSprite | PartSprite


def sprite_of(thing: Stamp | Glow) -> Sprite:
    """What is painted of this thing: a Glow is a picture of its own, at full strength and without a shadow."""
    if isinstance(thing, Stamp):
        return Sprite(thing.art, thing.width, thing.height or thing.width, thing.lift, thing.air, thing.tilt)
    size = 2 * thing.radius
    light = Glow(thing.id, thing.radius, thing.radius, thing.radius, 1)
    return Sprite(Picture((light,), size, size), size, size, GLOWING)
