"""A screen as data: a handful of primitives, and what lies under a finger.

This file knows geometry and ids and nothing else: no clock, no files, no pygame, and no words. There is no
text primitive here, so a child's screen cannot hold one.

All places are in design units: the screen is 1280 x 800, whatever the glass.
"""

import re
from functools import cached_property
from math import hypot

from msgspec import Struct

from game.core.ids import Id, Scenery

WIDTH, HEIGHT = 1280, 800
MARGIN = 14  # a touch this far beside a picture still means it: children's fingers are generous

PAINTED, FLAT, READY, HELD = "painted", "flat", "ready", "held"  # how far a Stamp is lifted off the paper
STANDING = "standing"  # on the ground of its scene, where its shadow lies at its feet
CONTENT = re.compile(r"[0-9a-f]{32}")  # how a picture is called by what is in it; sanitize.py makes such names
CUT_ROUND = "-cut-round"  # what the name of a photo ends with where it is shown as a round piece of it
DRAWN_OVER = "drawn-over"  # the Scenery that lies on a sheet, and is drawn over or, in its corner, beside
GLOWING = ""  # no shadow, and in no light but its own
LIGHT = "light"  # not laid over what is below it: it makes that lighter


class Backdrop(Struct, frozen=True, tag=True, omit_defaults=True):
    """The scene behind everything, named by its file's stem.

    `stretch` is 1, 2 and so on where it is a part of a land that is wider than the screen: its neighbours are
    slid to. 0 for any other. `entered`: the companion comes into the scene along its road.
    """

    scene: str
    stretch: int = 0
    entered: bool = False


class Stamp(Struct, frozen=True, tag=True, omit_defaults=True):
    """A picture laid at a place.

    `art` is the stem of a picture file, or a Picture (the child's own decorated stone). `x`, `y` are
    its centre, `height` 0 means as high as wide. A Stamp whose `id` is at a new place glides there
    (`play/motion.py`). `means` says what a touch on it is about; a Stamp without it is decoration. `loop` names a
    motion that goes on ("breathe", or a life of `play/life.py`). `strength` is how opaque it is laid, 0 to 1.
    `through` are the pictures that it goes through where it was another one before: paper that unfolds
    (`play/unfolding.py`). `used` says how often its thing was used, None where it cannot be: one time more, and it
    answers (`play/uses.py`). `air` is the colour of the air before it, as #rrggbbaa, "" where it is clear. `tilt` is
    how far it is turned away, to the right and down, on something round: 0 where one looks straight at it, a length of
    1 where only its edge would be seen.
    """

    art: "str | Picture"
    x: float
    y: float
    width: float
    height: float = 0
    id: Id | None = None
    means: Id | None = None
    loop: str = ""
    lift: str = FLAT
    strength: float = 1
    through: tuple["str | Picture", ...] = ()
    used: int | None = None
    air: str = ""
    tilt: tuple[float, float] = (0, 0)


class TouchArea(Struct, frozen=True, tag="Spot"):
    """An area of the screen that means something; nothing is drawn for it. Journals have it by its first name."""

    means: Id
    x: float
    y: float
    width: float
    height: float


class Glow(Struct, frozen=True, tag=True):
    """Warm light behind what lies upon it. `strength` is 0 to 1; it comes slowly (`play/motion.py`)."""

    id: Id
    x: float
    y: float
    radius: float
    strength: float


class Line(Struct, frozen=True):
    """One stroke of a crayon: its colour as #rrggbb, its width, and the points that it goes through."""

    colour: str
    width: float
    points: tuple[tuple[float, float], ...]


class Strokes(Struct, frozen=True, tag=True):
    """What a finger has drawn, the first line lowest."""

    id: Id
    lines: tuple[Line, ...]


class Picture(Struct, frozen=True, tag=True, omit_defaults=True, dict=True):
    """Primitives from back to front, on paper of `width` x `height` units."""

    things: tuple[Backdrop | Stamp | TouchArea | Glow | Strokes, ...]
    width: float = WIDTH
    height: float = HEIGHT

    def __add__(self, things: "Things") -> "Picture":
        """The same picture with more things on top."""
        return Picture(self.things + tuple(things), self.width, self.height)

    @cached_property
    def boxes(self) -> "tuple[tuple[Stamp | TouchArea, bool, float, float, float, float], ...]":
        """What is `meaningful`, the topmost first: the thing, whether it is a Stamp, its middle and half of its box.

        Made once: while a marker looks for its places, one screen is asked thousands of times what lies where.
        """
        things = [t for t in reversed(self.things) if isinstance(t, Stamp | TouchArea) and t.means]
        sized = [(t, isinstance(t, Stamp), *box(t)) for t in things if getattr(t, "lift", "") != HELD]
        return tuple((t, is_stamp, t.x, t.y, wide / 2, high / 2) for t, is_stamp, wide, high in sized)


Art = str | Picture
Thing = Backdrop | Stamp | TouchArea | Glow | Strokes
Things = tuple[Thing, ...]


def is_photo(art: Art) -> bool:
    """True for a therapist's own picture, a photo or a drawing: records name it by its content."""
    return isinstance(art, str) and CONTENT.fullmatch(art) is not None


def pieces(art: Art) -> list[str]:
    """The names of the picture files that a picture is made of, from back to front."""
    if isinstance(art, str):
        return [art]
    return [name for thing in art.things if isinstance(thing, Stamp) for name in pieces(thing.art)]


def box(thing: Stamp | TouchArea) -> tuple[float, float]:
    """Width and height of a thing's box."""
    return thing.width, thing.height or thing.width


def fitted(stamp: Stamp) -> tuple[float, float, float, float]:
    """Left, top, width and height of what a Stamp shows: its picture is whole, in the middle of its box."""
    (wide, high), art = box(stamp), stamp.art
    shape = art.width / art.height if isinstance(art, Picture) else 1
    width = min(wide, high * shape)
    return stamp.x - width / 2, stamp.y - width / shape / 2, width, width / shape


def drawn_beside(sheet: Art) -> bool:
    """True for a drawing where what lay on its sheet is small, as in a corner, and was not drawn over."""
    if not isinstance(sheet, Picture):
        return False
    lay = (thing for thing in sheet.things if isinstance(thing, Stamp))
    upon = [box(thing) for thing in lay if isinstance(thing.id, Scenery) and thing.id.name == DRAWN_OVER]
    return bool(upon) and all(wide <= sheet.width / 2 and high <= sheet.height / 2 for wide, high in upon)


def covers(thing: Stamp | TouchArea, x: float, y: float) -> bool:
    """True where the point lies on the thing's box."""
    width, height = box(thing)
    return abs(x - thing.x) <= width / 2 and abs(y - thing.y) <= height / 2


def meaningful(picture: Picture) -> tuple[Stamp | TouchArea, ...]:
    """Whatever a touch can be about, from back to front; what is held in the air is not there."""
    return tuple(thing for thing, *_ in reversed(picture.boxes))


def hit(picture: Picture, x: float, y: float) -> Id | None:
    """What the point means: the topmost thing under it, else the nearest picture within MARGIN, else None.

    >>> from game.core.ids import Option, SpotId
    >>> pond, star = TouchArea(SpotId("pond"), 100, 100, 80, 80), Stamp("star", 100, 100, 40, means=Option("star"))
    >>> hit(Picture((pond, star)), 110, 90)
    Option('star', None)
    """
    area = None
    for thing, is_stamp, across, down, wide, high in picture.boxes:
        if abs(x - across) <= wide and abs(y - down) <= high:
            if is_stamp:
                return thing.means
            area = thing.means
            break  # bare ground: a picture just beside the finger is meant before the ground is
    near = [
        thing
        for thing, is_stamp, across, down, wide, high in picture.boxes
        if is_stamp and abs(x - across) <= wide + MARGIN and abs(y - down) <= high + MARGIN
    ]
    return min(reversed(near), key=lambda thing: hypot(thing.x - x, thing.y - y)).means if near else area


def find(picture: Picture, means: Id | None) -> Stamp | TouchArea | None:
    """The topmost thing that means this, or None."""
    return next((thing for thing, *_ in picture.boxes if thing.means == means), None)


def scale_of(size: tuple[int, int]) -> float:
    """Pixels to a design unit in a window of so many pixels."""
    return min(size[0] / WIDTH, size[1] / HEIGHT)
