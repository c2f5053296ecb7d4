"""Which part of a scene a paper shows: its places with all that lies there, as large as they can be seen.

Pure geometry in design units (1280 x 800): a screen in, edges out. What lies ready is not shown, nor who or what waits.
"""

from collections.abc import Collection

from game.core.companion import COMPANION_ID
from game.core.ids import Control, Option, Scenery, SpotId
from game.core.layout import TRAY
from game.core.picture import HEIGHT, LIGHT, WIDTH, Picture, Stamp, TouchArea, box, covers
from game.core.table import Spot
from game.core.wrapping import is_sheet

Edges = tuple[float, float, float, float]  # left, top, right, bottom

SCENE_HEIGHT = 570  # of a scene so much is there to be shown at the least: a tray lies below, with the controls
BELOW_SPOTS = 30  # so much more is, below its lowest spot, where no tray is
FLATTEST, SQUAREST = SCENE_HEIGHT / WIDTH, 0.9  # how high a part can be for its width
CLOSE = 0.36  # the same where some places are left away: what they are for is drawn beside the others
TALLEST = 1.25  # and beside what is left away
AROUND = 40  # what is seen around the places, at the least
EDGE = 90  # so near to the scene's upper edge nothing is cut through: what it shows is drawn up to there
NARROWEST = 520  # so wide is a part at the least: one sees where the place is, and it is not coarse in print
WORTH = 0.72  # a part that is nearly as wide as the whole shows hardly more, and tells less


def cut(screen: Picture, close: bool = False, away: Collection[Spot] = ()) -> Edges:
    """The part around the places of the step and all that is laid; all of it where they fill the scene, and of a way
    or a map, which has no place to lay things on. `close` where other places are left away, of which those `away` are
    still there in the scene's drawing: none of them is seen from the side, where there is room to leave it out.
    """
    whole = (0, 0, WIDTH, height(screen))
    places = [place for place in _places(screen) if isinstance(place, TouchArea)]
    if not places:
        return whole
    there: list[Stamp | TouchArea] = [*places, *left_on(screen)]
    left, top, right, bottom = zip(*map(_edges, there), strict=True)
    above = min(top) - AROUND
    around = (min(left) - AROUND, above if above > EDGE else 0, max(right) + AROUND, max(bottom) + AROUND)
    part = _in_shape(around, _between(away, (min(left), max(right)), whole), CLOSE if close else FLATTEST)
    return part if part[2] - part[0] <= (1 if close else WORTH) * WIDTH else whole


def _between(away: Collection[Spot], there: tuple[float, float], whole: Edges) -> Edges:
    """As much of the scene as lies between what is away to the left and to the right of what is there: half of what
    lies between them.
    """
    first, last = there
    edges = [(spot.x - spot.width / 2, spot.x + spot.width / 2) for spot in away]
    left = max(((right + first) / 2 for _, right in edges if right <= first), default=whole[0])
    right = min(((left + last) / 2 for left, _ in edges if left >= last), default=whole[2])
    return left, whole[1], right, whole[3]


def _in_shape(around: Edges, room: Edges, flattest: float) -> Edges:
    """As much more as makes it neither too narrow nor too high, within this room, or else within the scene."""
    left, top, right, bottom = around
    high = min(bottom, room[3]) - max(top, 0)
    whole = room if room[2] - room[0] >= high / TALLEST else (0, room[1], WIDTH, room[3])
    left, right = max(left, whole[0]), min(right, whole[2])
    wide = min(max(right - left, high / SQUAREST, NARROWEST), whole[2] - whole[0])
    high = max(high, wide * flattest)
    across, down = (left + right - wide) / 2, (top + bottom - high) / 2
    across, down = max(whole[0], min(across, whole[2] - wide)), max(0, min(down, whole[3] - high))
    return across, down, across + wide, down + high


def height(screen: Picture) -> float:
    """How much of a scene there is to be shown: where things lie ready in it, as much as holds all its places; on a
    tray, what was laid.
    """
    on_tray = any(isinstance(thing, Stamp) and thing.id == Scenery(TRAY.name) for thing in screen.things)
    places = [] if on_tray else [_edges(place)[3] + BELOW_SPOTS for place in _places(screen)]
    lying = [_edges(thing)[3] for thing in left_on(screen) if isinstance(thing.means, Option)]
    return min(HEIGHT, max([SCENE_HEIGHT, *places, *lying]))


def _places(screen: Picture) -> list[Stamp | TouchArea]:
    return [t for t in screen.things if isinstance(t, TouchArea | Stamp) and isinstance(t.means, SpotId)]


def _edges(thing: Stamp | TouchArea) -> Edges:
    wide, high = box(thing)
    return thing.x - wide / 2, thing.y - high / 2, thing.x + wide / 2, thing.y + high / 2


def left_on(screen: Picture) -> list[Stamp]:
    """What belongs to the scene and what was laid there, out of any paper that is folded round it; not what lies ready,
    nor who or what waits beside it.
    """
    trays = [thing for thing in screen.things if isinstance(thing, TouchArea) and thing.means == TRAY]
    stamps = [
        thing for thing in screen.things if isinstance(thing, Stamp) and (thing.means or thing.id != COMPANION_ID)
    ]
    there = [t for t in stamps if t.lift != LIGHT and not isinstance(t.means, Control) and not is_sheet(t)]
    return [t for t in there if not any(covers(tray, t.x, t.y) for tray in trays)]
