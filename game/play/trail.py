"""The trail: the child's home screen. A stretch of the road with its stops, and the companion on it.

Pure: values in, a Picture out; no clock, no files, no pygame.
"""

from collections.abc import Iterable
from itertools import chain, pairwise, product

from game.core.companion import COMPANION_ID, FEET
from game.core.events import GATE
from game.core.ids import Door, Gate, Id, TrailStop, Way
from game.core.picture import WIDTH, Backdrop, Picture, Stamp, TouchArea
from game.core.puppet import LOOKING
from game.core.road import Road, road_of
from game.core.scene import TRAILS
from game.core.table import Spot
from game.play.landmark import Site, aside, landmark
from game.play.picture_source import PictureSource
from game.play.record import Record, companion_of
from game.play.state import Visit, end_of
from game.play.stretches import BACK, ON, companion_stretch, in_view, stretches

COMPANION, ON_ROAD = 192, 12  # its width; how far before the middle of the road its feet are
FROM_LEFT, FROM_RIGHT = 350, 1090  # where it comes into view
LEAST, MOST = 200, 1120  # between these it finds a place
BEHIND = 0.75  # so much of their widths are what is beyond the road and it apart
NEAR = 200  # so near to where it would be there is mostly a place
BEFORE = (0.6, 0.5, 0.4, 0.3, 0.18, 0)  # and what is before it, the first of these for which there is a place
WAY, AT_EDGE = 138, 78  # the stepping stones that lead on: their width, their middle from the side of the screen


def trail(visit: Visit, record: Record, library: PictureSource, led: int | None = None) -> Picture:
    """The stretch that is in view; the gate stands at the end of the last one, the door at the beginning of the first.

    `led` is the number of the stretch to which a touch has led the view.
    """
    there, number = stretches(visit.begun.stops), in_view(visit, led)
    scene = _scene(number, len(there))
    spots = library.spots(scene)
    road = road_of(spots)
    sites = _sites(len(there[number]), spots, road)
    stands = [landmark(stop, site, record, library) for stop, site in zip(there[number], sites, strict=True)]
    back, on = _way(BACK, "way-back", AT_EDGE, road), _way(ON, "way-on", WIDTH - AT_EDGE, road)
    before, after = (back,) * (number > 0), (on,) * (number < len(there) - 1)
    along = (*before, *chain(*stands), *after)
    x = _free(_wish(visit, number, sites), zip(sites, stands, strict=True), before + after)
    it = _companion(companion_of(record), x, road)
    return Picture((Backdrop(scene, number + 1), *along, *_end(visit, spots), it))


def choices(picture: Picture) -> tuple[Spot, ...]:
    """The landmarks on this screen from the left, as spots of which each is its own sign; () where it is no trail."""
    stamps = [thing for thing in picture.things if isinstance(thing, Stamp)]
    return tuple(
        Spot(one.means.name, one.x, one.y, one.width, one.width, sign=one.art)
        for one in stamps
        if isinstance(one.means, TrailStop)
    )


def _scene(number: int, many: int) -> str:
    whole, door, middle, gate = TRAILS
    if many == 1:
        return whole
    return door if number == 0 else gate if number == many - 1 else middle


def _end(visit: Visit, spots: tuple[Spot, ...]) -> tuple[TouchArea, ...]:
    """On the last visit the way ends at the gate, which is also seen from afar; on all others the child goes home, to
    the companion's own door.
    """
    ends: dict[str, Id] = {"gate": Gate(), "far-gate": Gate()} if end_of(visit) == GATE else {"door": Door()}
    return tuple(TouchArea(ends[g.name], g.x, g.y, g.width, g.height) for g in spots if g.name in ends)


def _sites(many: int, spots: tuple[Spot, ...], road: Road) -> list[Site]:
    """Where so many stops stand, from the left: as far from one another as there is room."""
    room = next(spot for spot in spots if spot.name == "stops")
    apart = room.width / many if many else 0
    xs = [room.x - room.width / 2 + apart * (number + 0.5) + aside(number) for number in range(many)]
    return [Site(number, x, _road_at(road, x)) for number, x in enumerate(xs)]


def _way(way: Way, art: str, x: float, road: Road) -> Stamp:
    """Where the road leads out of the view."""
    return Stamp(art, x, _road_at(road, x), WAY, id=way, means=way, loop="breathe")


def _wish(visit: Visit, number: int, sites: list[Site]) -> float:
    """How far from the left the companion would stand: at the child's last stop, else where it comes into view."""
    names = [stop.activity for stop in stretches(visit.begun.stops)[number]]
    if visit.last in names:
        return sites[names.index(visit.last)].x
    return FROM_RIGHT if number < companion_stretch(visit) else FROM_LEFT


def _free(wish: float, stands: Iterable[tuple[Site, tuple[Stamp, ...]]], ways: tuple[Stamp, ...]) -> float:
    """The place nearest to it where the companion hides nothing, and no landmark reaches up to it if that can be."""
    things = [(thing, site.far) for site, there in stands for thing in there if thing.means]
    things += [(way, True) for way in ways]
    places = sorted(range(LEAST, MOST + 1, 10), key=lambda x: abs(x - wish))
    for far_off, before in product((NEAR, WIDTH), BEFORE):
        apart = [(thing.x, (BEHIND if far else before) * (thing.width + COMPANION) / 2) for thing, far in things]
        for x in places:
            if abs(x - wish) <= far_off and all(abs(x - there) >= least for there, least in apart):
                return x
    return wish


def _companion(who: str, x: float, road: Road) -> Stamp:
    """It stands on the road."""
    y = _road_at(road, x) + ON_ROAD - FEET * COMPANION
    return Stamp(f"{who}{LOOKING}", x, y, COMPANION, id=COMPANION_ID)


def _road_at(road: Road, x: float) -> float:
    """How far down the middle of the road is here; it leads from the left to the right."""
    for (ax, ay), (bx, by) in pairwise(road):
        if ax <= x <= bx:
            return ay + (by - ay) * (x - ax) / (bx - ax)
    return road[0][1] if x < road[0][0] else road[-1][1]
