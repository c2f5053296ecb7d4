"""The trail: the child's home screen. The road with all its stops, and at each what was chosen there.

Pure: values in, a Picture out; no clock, no files, no pygame.
"""

from game.core.events import GATE, Stop
from game.core.ids import Door, Gate, Scenery, StopPicture, TrailStop
from game.core.layout import COMPANION_ID
from game.core.picture import READY, Art, Backdrop, Picture, Spot, Stamp
from game.core.table import Ground
from game.play.record import Record, chosen, companion
from game.play.road import at, length, road_of
from game.play.state import Visit, end_of, page_of

LARGEST, SMALLEST = 142, 112  # a stop's width: the fewer there are, the larger each is
GAP = 0.65  # so much longer is the way between two chapters than between two stops
WAYMARKS, WAYMARK = ("stepping-stones", "lantern-row", "green-hill"), 84
SHOWN = 3  # so many of the chosen pictures stand at a stop
SHARES = {1: (0.8, 0), 2: (0.56, 0.40), 3: (0.48, 0.32)}  # of the stop's width: a picture's width, the step to the next
BESIDE, COMPANION = (-62, -76), 116  # where the companion stands, seen from the stop where it was last; its width


def trail(visit: Visit, record: Record, scene: str, grounds: tuple[Ground, ...]) -> Picture:
    """The whole road, from the door to the gate, its chapters as stretches with a waymark between them.

    On the last visit it ends at the gate; on all others the child goes home, to the companion's own door.
    """
    road = road_of(grounds)
    long = length(road)
    shares, between = spread(visit.begun.stops)
    places = [at(road, share * long) for share in shares]
    size = max(SMALLEST, min(LARGEST, 1400 / max(1, len(places))))
    marks = [_waymark(number, at(road, share * long)) for number, share in enumerate(between)]
    placed = zip(visit.begun.stops, places, strict=True)
    stops = [thing for stop, at in placed for thing in _stop(stop, at, size, record)]
    name, means = ("gate", Gate()) if end_of(visit) == GATE else ("door", Door())
    end = tuple(Spot(means, g.x, g.y, g.width, g.height) for g in grounds if g.name == name)
    return Picture((Backdrop(scene), *end, *marks, *stops, _companion(visit, record, places or list(road))))


def spread(stops: tuple[Stop, ...]) -> tuple[list[float], list[float]]:
    """How far along the road each stop is, and each place between two chapters: shares of its length, 0 to 1."""
    at, stands, between = 0.0, [], []
    for before, stop in zip((None, *stops), stops, strict=False):
        step = 0 if before is None else 1 + GAP * (before.chapter != stop.chapter)
        if step > 1:
            between.append(at + step / 2)
        at += step
        stands.append(at)
    if not at:
        return [0.5] * len(stops), []
    return [stand / at for stand in stands], [place / at for place in between]


def _waymark(number: int, at: tuple[float, float]) -> Stamp:
    """A small thing by the road where a chapter ends; it can be passed and means nothing."""
    return Stamp(WAYMARKS[number % len(WAYMARKS)], at[0], at[1] - 12, WAYMARK, id=Scenery("waymark", number))


def _stop(stop: Stop, at: tuple[float, float], size: float, record: Record) -> list[Stamp]:
    """The stop's round of paper, and on it what was chosen here, else its cover."""
    means = TrailStop(stop.activity)
    x, y = at
    disc = Stamp("stop", x, y, size, id=means, means=means, loop="breathe", lift=READY)
    found = latest(record, stop.activity)[:SHOWN] or (stop.cover,)
    share, step = SHARES[len(found)]
    left = x - size * step * (len(found) - 1) / 2
    return [disc] + [
        Stamp(art, left + i * step * size, y - 0.05 * size, share * size, id=StopPicture(means.name, i), loop="breathe")
        for i, art in enumerate(found)
    ]


def latest(record: Record, activity: str) -> tuple[Art, ...]:
    """What was chosen in the activity, as its last steps have left it; () where nothing was."""
    for visit in reversed(record.visits):
        page = page_of(visit, activity)
        results = dict.fromkeys(told.result for told in page.steps) if page else ()
        found = {o.id: o.art for result in results for o in chosen(record, activity, result)}
        if found:
            return tuple(found.values())
    return ()


def _companion(visit: Visit, record: Record, places: list[tuple[float, float]]) -> Stamp:
    """The companion stands by the stop where the child was last; at the first one, at the beginning."""
    names = [stop.activity for stop in visit.begun.stops]
    x, y = places[names.index(visit.last)] if visit.last in names else places[0]
    return Stamp(f"{companion(record)}-looking", x + BESIDE[0], y + BESIDE[1], COMPANION, id=COMPANION_ID)
