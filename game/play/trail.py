"""The trail: the child's home screen. A stretch of the road, its stops, and at each what was chosen there.

Pure: values in, a Picture out; no clock, no files, no pygame.
"""

from collections.abc import Callable
from itertools import pairwise

from game.core.events import GATE, Stop
from game.core.ids import Door, Gate, Scenery, StopPicture, TrailStop, Way
from game.core.layout import COMPANION_ID, FEET
from game.core.picture import STANDING, Art, Backdrop, Picture, Spot, Stamp
from game.core.table import Ground
from game.play.record import Record, chosen, companion
from game.play.road import Point, Road, road_of
from game.play.state import Visit, end_of, page_of
from game.play.stretches import BACK, ON, companion_at, in_view, stretches

TRAILS = ("trail", "trail-door", "trail-middle", "trail-gate")  # the whole way in one; its two ends, and between
FAR, NEAR = (-74, 168), (186, 180)  # a stop beyond the road and on its near side: its foot below the road, its width
FOOT = 0.4  # so many of its widths below its middle a cover stands
BASES, BASE = ("stop-stump", "stop-stone", "stop-mound"), 1.2  # what it stands on, and how much wider that is
CHOSEN = 68  # the width of a chosen picture at its stop
AROUND = {
    0: (),
    1: ((70, 36),),
    2: ((-86, 32), (86, 32)),
    3: ((-94, 28), (0, 46), (94, 28)),
}  # so many: where, from its foot
PRINTS, PRINTS_FAR, PRINTS_NEAR = 84, (-14, 22), (-128, 96)  # a footpath's width, and its middle seen from the road
COMPANION, ON_ROAD = 160, 24  # its width; how far before the middle of the road its feet are
BESIDE = 132  # so far from a stop beyond the road it stands, towards the middle of the view
ENTRY = {-1: 250, 1: 1060}  # where it has come into view from the left, from the right
WAY, AT_EDGE = 138, 78  # the stepping stones that lead on: their width, their middle from the side of the screen
WIDTH = 1280

Grounds = Callable[[str], tuple[Ground, ...]]


def trail(visit: Visit, record: Record, grounds: Grounds, led: int | None = None) -> Picture:
    """The stretch that is in view; the gate stands at the end of the last one, the door at the beginning of the first.

    On the last visit the way ends at the gate; on all others the child goes home, to the companion's own door. `led`
    is the number of the stretch to which a touch has led the view.
    """
    there, number = stretches(visit.begun.stops), in_view(visit, led)
    scene = _scene(number, len(there))
    spots = grounds(scene)
    road = road_of(spots)
    xs = _along(len(there[number]), next(ground for ground in spots if ground.name == "stops"))
    end = (Gate(), "gate") if end_of(visit) == GATE else (Door(), "door")
    ends = tuple(Spot(end[0], g.x, g.y, g.width, g.height) for g in spots if g.name == end[1])
    stops = [
        thing
        for i, (stop, x) in enumerate(zip(there[number], xs, strict=True))
        for thing in _stop(stop, i, x, road, record)
    ]
    back, on = _way(BACK, "way-back", AT_EDGE, road), _way(ON, "way-on", WIDTH - AT_EDGE, road)
    along = (*(back,) * (number > 0), *stops, *(on,) * (number < len(there) - 1))
    return Picture((Backdrop(scene, number + 1), *ends, *along, _companion(visit, record, number, xs, road)))


def _scene(number: int, many: int) -> str:
    whole, door, middle, gate = TRAILS
    if many == 1:
        return whole
    return door if number == 0 else gate if number == many - 1 else middle


def _along(many: int, ground: Ground) -> list[float]:
    """Where so many stops stand, from the left: as far from one another as there is room."""
    return [ground.x - ground.width / 2 + ground.width * (i + 0.5) / many for i in range(many)]


def _way(way: Way, art: str, x: float, road: Road) -> Stamp:
    """Where the road leads out of the view."""
    return Stamp(art, x, _road_at(road, x), WAY, id=way, means=way, loop="breathe")


def _stop(stop: Stop, number: int, x: float, road: Road, record: Record) -> list[Stamp]:
    """The landmark on what it stands on; where the child was, prints lead there, and there stands what was chosen."""
    means, far = TrailStop(stop.activity), number % 2 == 1
    (down, size), y = FAR if far else NEAR, _road_at(road, x)
    foot = y + down
    base = Stamp(BASES[number % len(BASES)], x, foot, BASE * size, id=Scenery("base", number))
    cover = Stamp(stop.cover, x, foot - FOOT * size, size, id=means, means=means, loop="breathe", lift=STANDING)
    found = latest(record, stop.activity)[: max(AROUND)]
    places = [(x + across, foot + before - FOOT * CHOSEN) for across, before in AROUND[len(found)]]
    stand = [
        Stamp(art, *at, CHOSEN, id=StopPicture(stop.activity, i), lift=STANDING)
        for i, (art, at) in enumerate(zip(found, places, strict=True))
    ]
    return [base, *_prints(stop, number, (x, y), far, record), cover, *stand]


def _prints(stop: Stop, number: int, at: Point, far: bool, record: Record) -> list[Stamp]:
    if not any(page_of(visit, stop.activity) for visit in record.visits):
        return []
    art, (across, down) = ("prints-up", PRINTS_FAR) if far else ("prints-down", PRINTS_NEAR)
    return [Stamp(art, at[0] + across, at[1] + down, PRINTS, id=Scenery("prints", number), lift="")]


def latest(record: Record, activity: str) -> tuple[Art, ...]:
    """What was chosen in the activity, as its last steps have left it; () where nothing was."""
    for visit in reversed(record.visits):
        page = page_of(visit, activity)
        results = dict.fromkeys(told.result for told in page.steps) if page else ()
        found = {o.id: o.art for result in results for o in chosen(record, activity, result)}
        if found:
            return tuple(found.values())
    return ()


def _companion(visit: Visit, record: Record, number: int, xs: list[float], road: Road) -> Stamp:
    """The companion stands on the road, at the stop where the child was last; else where it has come into view."""
    names = [stop.activity for stop in stretches(visit.begun.stops)[number]]
    if visit.last in names:
        at = names.index(visit.last)
        x = xs[at] + (0 if at % 2 == 0 else BESIDE if xs[at] < WIDTH / 2 else -BESIDE)
    else:
        x = ENTRY[1 if number < companion_at(visit) else -1]
    y = _road_at(road, x) + ON_ROAD - FEET * COMPANION
    return Stamp(f"{companion(record)}-looking", x, y, COMPANION, id=COMPANION_ID)


def _road_at(road: Road, x: float) -> float:
    """How far down the middle of the road is here; it leads from the left to the right."""
    for (ax, ay), (bx, by) in pairwise(road):
        if ax <= x <= bx:
            return ay + (by - ay) * (x - ax) / (bx - ax)
    return road[0][1] if x < road[0][0] else road[-1][1]
