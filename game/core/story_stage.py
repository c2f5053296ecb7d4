"""Where the companion stands in a little story, how large it is there, and where it looks.

Pure geometry in design units; no clock, no files, no pygame, and no word of what is played.
"""

from math import dist, hypot

from msgspec import Struct

from game.core.companion import COMPANION, FEET
from game.core.hold import HOLDS
from game.core.lanterns import NOW
from game.core.picture import STANDING, WIDTH
from game.core.puppet import Point
from game.core.road import Road, way_along
from game.core.scene import ScenePart
from game.core.story import HOME
from game.core.table import Spot

EDGE = 90  # half a companion: it stands so far inside a wide spot
ASIDE = 142  # so far from the middle of what stands somewhere it does
INSIDE = 10  # so far above a spot's lower edge are the feet
ON_ROAD = 0.2  # so much further down than a spot of a road it stands, in the spot's size of things
FRONT = (0.35, 0.48)  # where it comes to play, in its widths to the right and down
NEAR, SMALLER, SMALLEST = 1.45, 0.001, 0.7  # its size there; how much less for a unit further up; the least
ABOVE_CONTROLS = 586  # the lowest place for feet that is above the controls in the lower corners
CORNERS = ((350, ABOVE_CONTROLS), -1), ((1074, ABOVE_CONTROLS), 1)  # of where they are; on which side that is
LARGE = 244  # as large as it then is; where it is as large already it stays where it is
HEAD = 105  # its eyes are so far above its feet


class Stage(Struct, frozen=True):
    """Where a story is played: the place of the companion's feet while it waits, where it comes to the front to play,
    all spots of the scene, how much larger it is at the front, and how wide its picture is while it waits. `calm`: at 0
    its walks are as quick as they may be, at 1 as calm as on the child's road. `road` and `water` are
    the scene's, () for none. At the spots of the names in `taken` something stands: it goes beside that.
    """

    x: float
    y: float
    front: Point
    spots: tuple[Spot, ...] = ()
    near: float = NEAR
    width: float = COMPANION[2]
    calm: float = 1
    road: Road = ()
    water: tuple[ScenePart, ...] = ()
    taken: frozenset[str] = frozenset()


def stage(x: float, y: float, width: float, spots: tuple[Spot, ...], road: Road = ()) -> Stage:
    """The stage for a companion whose picture lies there, so wide; a large one need not come far to the front."""
    feet, near = y + FEET * width, min(NEAR, max(1.0, LARGE / width))
    way = width * (near - 1) / (NEAR - 1)
    down = FRONT[1] * way
    if feet < ABOVE_CONTROLS:  # it waits on a road or before a door: it comes no lower than above the controls
        down = min(down, ABOVE_CONTROLS - feet)
    return Stage(x, feet, (x + FRONT[0] * way, feet + down), spots, near, width, road=road)


def path_to(start: Point, end: Point, stage: Stage) -> Road:
    """The way of its feet: along the road from place to place beside it, else straight, and past the controls."""
    along = way_along(stage.road, start, end)
    cuts = [corner for corner, side in CORNERS if _cut_off(corner, side, start, end)]
    return along if len(along) > 2 or not cuts else (start, *sorted(cuts, key=lambda corner: dist(corner, start)), end)


def _cut_off(corner: Point, side: int, start: Point, end: Point) -> bool:
    """True where the straight way leads over what is below this corner, on this side of it; who is there goes on."""
    (x, y), (from_x, from_y), (to_x, to_y) = corner, start, end
    beyond = [side * (across - x) > 0 and along > y for across, along in (start, end)]
    if any(beyond) or (from_y > y) == (to_y > y):
        return False
    return side * (from_x + (to_x - from_x) * (y - from_y) / (to_y - from_y) - x) > 0


def size_at(y: float, stage: Stage) -> float:
    """Its size with the feet there: what is further away is smaller, and to play it has come near."""
    return round(max(SMALLEST, stage.near * (1 - (stage.front[1] - y) * SMALLER)), 2)


def spot_of(name: str, stage: Stage) -> Spot | None:
    """The spot of this name; None where the scene has none."""
    return next((spot for spot in stage.spots if spot.name == name), None)


def hides(spot: Spot) -> bool:
    """True for a spot at which one stands behind what is in front of it."""
    return bool(spot.front) and HOLDS[spot.hold].lift == STANDING


def in_front(spot: Spot, x: float) -> Point:
    """Where the feet go to be at this spot: from `x` the nearest place at its lower edge; in a narrow one its middle;
    beside a vessel or a bag, which is not hidden, at the side of what changes, at tonight's lantern on the left, since
    the big hedgehog is on the right; where it hides behind something, where one lies there.
    """
    if hides(spot):
        left, top, width, height = spot.box
        return left + width / 2, top + height / 2 + FEET * spot.size
    beside = spot.vessel or spot.lit or spot.hold == "sink"
    room = spot.width / 2 if beside else max(0.0, spot.width / 2 - EDGE)
    near = spot.x + (room if x > spot.x and spot.name != NOW else -room)
    there = near if spot.changes else max(spot.x - room, min(spot.x + room, x))
    return there, spot.y + max(ON_ROAD * spot.size, spot.height / 2 - INSIDE)


def feet_at(spot: Spot, x: float, stage: Stage) -> Point:
    """Where the feet go at this spot, from `x`: beside what stands there, on the side that they come from if there is
    room, else in front of it.
    """
    if spot.name not in stage.taken:
        return in_front(spot, x)
    side = 1 if x > spot.x else -1
    if not EDGE <= spot.x + side * ASIDE <= WIDTH - EDGE:
        side = -side
    return spot.x + side * ASIDE, spot.y + spot.height / 2 - INSIDE


def goal(what: str, feet: Point, stage: Stage) -> Point:
    """Where the feet go: home, or to a spot; where there is none, nowhere."""
    spot = spot_of(what, stage)
    if spot is not None:
        return feet_at(spot, feet[0], stage)
    return stage.front if what == HOME else feet


def towards(spot: Spot, x: float, y: float) -> Point:
    """Where the face turns to a spot when the feet are there, -1 to 1 to the right and down."""
    across, down = spot.x - x, spot.y - (y - HEAD)
    far = hypot(across, down) or 1
    return across / far, down / far
