"""A stop of the trail: its landmark by the road, and what the child has left there.

Pure: values in, Stamps out; no clock, no files, no pygame.
"""

from collections.abc import Callable

from msgspec import Struct

from game.core.events import Stop
from game.core.ids import Scenery, StopPicture, TrailStop
from game.core.picture import PAINTED, STANDING, WIDTH, Art, Stamp, pieces
from game.play.record import Record, chosen
from game.play.state import page_of

OWN_GROUND = "landmarks"  # the family of pictures that have ground of their own
NO_KIND = (OWN_GROUND, "own", "")  # families whose pictures are not all of one kind
PLACES = ((174, 0), (-54, 12), (150, -8), (-78, -10), (166, -8))  # the foot below the road, and how far aside
SIZE, NEARER = 152, 0.15  # a cover's width at the road, and how much wider it is for each unit below
FOOT, ON_BASE = 0.4, 0.36  # so many of its widths below its middle a picture stands on the ground, and on a base
BASES, BASE = ("stop-stump", "stop-mound"), 1.2  # what it stands on, and how much wider that is
PRINTS, PRINTS_FAR, PRINTS_NEAR = 84, (-14, 22), (-128, 96)  # a footpath's width, and its middle seen from the road
CHOSEN, GAP, BEFORE = 70, 4, 4  # a chosen picture's width, its distance from the landmark, how far before it
SPARE = 0.44  # the paint of a landmark ends so many of its widths beside its middle
ROOM_FOR_TWO = 350  # between two landmarks on the same side of the road

Family = Callable[[str], str]


class Site(Struct, frozen=True):
    """Where a landmark stands: its number on its stretch, how far from the left, and how far down the road is there.

    `room` is how far it is to the next landmark on the same side of the road.
    """

    number: int
    x: float
    road: float
    room: float

    @property
    def far(self) -> bool:
        """True beyond the road; every other landmark is."""
        return self.number % 2 == 1

    @property
    def foot(self) -> float:
        """How far down the landmark meets the ground."""
        return self.road + PLACES[self.number % len(PLACES)][0]

    @property
    def size(self) -> float:
        """A cover's width: the farther the smaller."""
        return SIZE + NEARER * (self.foot - self.road)


def aside(number: int) -> float:
    """How far to the right of the even distance a landmark stands: a land is not laid out with a ruler."""
    return PLACES[number % len(PLACES)][1]


def landmark(stop: Stop, site: Site, record: Record, family: Family) -> tuple[Stamp, ...]:
    """The landmark; where the child was, prints lead there, and beside it stands what was chosen.

    A thing of the same kind as the cover, such as the child's own stone, stands there in the cover's place.
    """
    left = latest(record, stop.activity)
    kind = family(stop.cover)
    own = next((art for art in left if kind not in NO_KIND and _kind(art, family) == kind), None)
    beside = tuple(art for art in left if art is not own)
    stands = _landmark(stop, own or stop.cover, site, family)
    return (*stands[:-1], *_prints(stop, site, record), stands[-1], *_beside(stop, site, beside))


def _kind(art: Art, family: Family) -> str:
    return family(next(iter(pieces(art)), ""))


def _landmark(stop: Stop, art: Art, site: Site, family: Family) -> tuple[Stamp, ...]:
    """What has no ground of its own stands on a stump or a mound."""
    means, wide = TrailStop(stop.activity), BASE * site.size
    if _kind(art, family) == OWN_GROUND:
        y = site.foot - FOOT * wide
        return (Stamp(art, site.x, y, wide, id=means, means=means, loop="breathe", lift=PAINTED),)
    base = BASES[site.number // 2 % len(BASES)]
    y = site.foot - ON_BASE * site.size
    return (
        Stamp(base, site.x, site.foot, wide, id=Scenery("base", site.number)),
        Stamp(art, site.x, y, site.size, id=means, means=means, loop="breathe", lift=STANDING),
    )


def _prints(stop: Stop, site: Site, record: Record) -> list[Stamp]:
    if not any(page_of(visit, stop.activity) for visit in record.visits):
        return []
    art, (across, down) = ("prints-up", PRINTS_FAR) if site.far else ("prints-down", PRINTS_NEAR)
    return [Stamp(art, site.x + across, site.road + down, PRINTS, id=Scenery("prints", site.number), lift=PAINTED)]


def _beside(stop: Stop, site: Site, arts: tuple[Art, ...]) -> list[Stamp]:
    """On the ground beside the landmark: one on each side where there is room for two."""
    away = SPARE * BASE * site.size + GAP + CHOSEN / 2
    sides = (-1, 1) if site.room >= ROOM_FOR_TWO else (1,) if site.x > WIDTH / 2 else (-1,)
    y = site.foot + BEFORE - FOOT * CHOSEN
    found = enumerate(zip(arts, sides, strict=False))
    return [
        Stamp(art, site.x + side * away, y, CHOSEN, id=StopPicture(stop.activity, number), lift=STANDING)
        for number, (art, side) in found
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
