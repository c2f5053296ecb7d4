"""The parts of a scene that live and answer, as its drawing names them.

Plain values: no clock, no files, no pygame. Places are in design units; which words there are for a life and for an
answer, `play/life.py` and `play/answers.py` say.
"""

from math import hypot

from msgspec import Struct

from game.core.picture import HEIGHT, WIDTH
from game.core.puppet import QUIET, Point

SCENE_WIDTH, SCENE_HEIGHT = 1600, 1000  # of a drawing: wider and higher glass shows more than the design area
TRAILS = ("trail", "trail-door", "trail-middle", "trail-gate")  # the whole way in one; its two ends, and between
OUR_SCENES = (*TRAILS, "rest", "evening", "gate", "closing")  # of the program's own screens: no activity can have them
RIPPLE = "ripple"  # the answer of water
OVERHANG = (SCENE_WIDTH - WIDTH) // 2, (SCENE_HEIGHT - HEIGHT) // 2  # so much more, left and above


def is_trail(scene: str) -> bool:
    """True for the lands of the trail, in whichever look."""
    return scene.removesuffix(QUIET) in TRAILS


class Light(Struct, frozen=True):
    """The light of a scene's hour: its `colour` as #rrggbb, "" for daylight, and the place it comes from, in design
    units; None where nobody has said.
    """

    colour: str = ""
    place: Point | None = None


class ScenePart(Struct, frozen=True):
    """A part of a scene: `box` is its left, top, width and height, `pivot` the point that it turns about.

    `life` is what it does by itself, `answer` what it does when it is touched; "" where it does nothing. A part that is
    `cut` is taken out of the backdrop and moves; any other is an area that only says where an answer is. `round`: the
    area is the ellipse in its box.
    """

    name: str
    box: tuple[float, float, float, float]
    pivot: Point
    life: str = ""
    answer: str = ""
    cut: bool = False
    round: bool = False

    @property
    def middle(self) -> Point:
        """The middle of its box."""
        left, top, width, height = self.box
        return left + width / 2, top + height / 2

    def nearest(self, x: float, y: float) -> Point:
        """The place on it that is nearest to this one; for what is round, on the way to its middle.

        >>> ScenePart("pond", (100, 100, 50, 50), (125, 125)).nearest(90, 120)
        (100, 120)
        """
        left, top, width, height = self.box
        if self.round:
            return self._on_the_way(x, y)
        return min(max(x, left), left + width), min(max(y, top), top + height)

    def _on_the_way(self, x: float, y: float) -> Point:
        (middle_x, middle_y), (_, _, width, height) = self.middle, self.box
        out = max(1.0, hypot(2 * (x - middle_x) / width, 2 * (y - middle_y) / height))
        return middle_x + (x - middle_x) / out, middle_y + (y - middle_y) / out

    def distance(self, x: float, y: float) -> float:
        """How far a place is from it; 0 on it."""
        near_x, near_y = self.nearest(x, y)
        return hypot(x - near_x, y - near_y)


def water_of(parts: tuple[ScenePart, ...]) -> tuple[ScenePart, ...]:
    """The areas of water among the parts of a scene: where a finger makes rings."""
    return tuple(part for part in parts if part.answer == RIPPLE)
