"""A scene of a therapist's own: a picture that fills the screen, and its places.

Plain values and the geometry between the picture and the screen; no files, no YAML, no pygame.
"""

from math import ceil

from msgspec import Struct

from game.core.picture import HEIGHT, WIDTH
from game.core.road import Road
from game.core.scene import ScenePart
from game.core.table import SceneLayout, Spot

FILLS = 0.75  # a picture of which less would be seen stands whole on the screen, and does not fill it
MARGIN = 24  # design units above and below a picture that stands whole
LOWEST_PLACE = 570  # below it pictures lie ready, and there are the controls
LEAST_PLACE = 120  # design units: a place that a small finger meets, with room for a picture
COLUMNS = 5  # of the air, each of which answers
Share = tuple[float, float, float, float]  # left, top, width and height in per cent of the picture


class OwnScene(Struct, frozen=True):
    """Its name, its picture's file, where its places are in design units, and where things are besides; see Spot."""

    name: str
    picture: str
    spots: tuple[Spot, ...]
    layout: SceneLayout = SceneLayout()


class PictureFrame(Struct, frozen=True):
    """Where the whole picture is in design units: `fills` the screen, and then some of it may lie outside."""

    left: float
    top: float
    width: float
    height: float
    fills: bool

    def box(self, share: Share) -> tuple[float, float, float, float]:
        """Left, top, width and height in design units of a part of the picture."""
        left, top, width, height = share
        x, y = self.left + left * self.width / 100, self.top + top * self.height / 100
        return x, y, width * self.width / 100, height * self.height / 100

    def share(self, x: float, y: float, other_x: float, other_y: float) -> Share:
        """The part of the picture between two points in design units, in whole per cent, as far as a place can go."""
        left, right = sorted(_within(100 * (_within(at, WIDTH) - self.left) / self.width) for at in (x, other_x))
        top, end = sorted(_within(self.down_to(_within(at, LOWEST_PLACE))) for at in (y, other_y))
        first, above = ceil(left), ceil(top)
        return first, above, max(0, int(right) - first), max(0, int(end) - above)

    def down_to(self, y: float) -> float:
        """How many per cent of the picture's height lie above `y` in design units."""
        return 100 * (y - self.top) / self.height

    def seen(self) -> Share:
        """What of the picture is on the screen."""
        left, top = (max(0.0, -start / size) for start, size in ((self.left, self.width), (self.top, self.height)))
        return 100 * left, 100 * top, 100 * (1 - 2 * left), 100 * (1 - 2 * top)


def _within(value: float, most: float = 100.0) -> float:
    return min(max(value, 0.0), most)


def frame(width: int, height: int) -> PictureFrame:
    """Where a picture of so many pixels is shown.

    >>> frame(1600, 1000), frame(600, 800).fills
    (PictureFrame(left=0.0, top=0.0, width=1280.0, height=800.0, fills=True), False)
    """
    across, down = WIDTH / width, HEIGHT / height
    fills = min(across, down) / max(across, down) >= FILLS
    scale = max(across, down) if fills else min(across, (HEIGHT - 2 * MARGIN) / height)
    wide, high = width * scale, height * scale
    return PictureFrame((WIDTH - wide) / 2, (HEIGHT - high) / 2, wide, high, fills)


def answering(spots: tuple[Spot, ...]) -> tuple[ScenePart, ...]:
    """What answers in such a scene: a mote in the air anywhere; water, where something floats; a place, with light."""
    wide = WIDTH / COLUMNS
    air = [_part(f"air-{i}", (i * wide, 0, wide, HEIGHT), "mote") for i in range(COLUMNS)]
    return (*air, *(_part(g.name, g.whole, "ripple" if g.hold == "float" else "glow") for g in spots))


def road_past(spots: tuple[Spot, ...]) -> Road:
    """The way from place to place in their order, along their lower edges: so one goes from the first to the last."""
    return tuple((spot.x, spot.y + spot.height / 2) for spot in spots)


def _part(name: str, box: tuple[float, ...], answer: str) -> ScenePart:
    left, top, width, height = box
    return ScenePart(name, (left, top, width, height), (left + width / 2, top + height / 2), answer=answer)
