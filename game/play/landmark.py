"""A stop of the trail: its landmark by the road, and what the child has left there.

Pure: values in, Stamps out; no clock, no files, no pygame.
"""

from msgspec import Struct

from game.core.events import Stop
from game.core.ids import Scenery, StopPicture, TrailStop
from game.core.picture import STANDING, Art, Stamp
from game.play.record import Record, chosen
from game.play.state import page_of

FAR, NEAR = (-74, 168), (186, 180)  # beyond the road and on its near side: the foot below the road, the width
FOOT = 0.4  # so many of its widths below its middle a cover stands
BASES, BASE = ("stop-stump", "stop-stone", "stop-mound"), 1.2  # what it stands on, and how much wider that is
PRINTS, PRINTS_FAR, PRINTS_NEAR = 84, (-14, 22), (-128, 96)  # a footpath's width, and its middle seen from the road
CHOSEN = 68  # the width of a chosen picture
AROUND: tuple[tuple[tuple[float, float], ...], ...] = (  # where none, one, two and three of them stand
    (),
    ((70, 36),),
    ((-86, 32), (86, 32)),
    ((-94, 28), (0, 46), (94, 28)),
)


class Site(Struct, frozen=True):
    """Where a landmark stands: its number on its stretch, how far from the left, and how far down the road is there."""

    number: int
    x: float
    road: float

    @property
    def far(self) -> bool:
        """True beyond the road; every other landmark is."""
        return self.number % 2 == 1


def landmark(stop: Stop, site: Site, record: Record) -> tuple[Stamp, ...]:
    """The cover on what it stands on; where the child was, prints lead there, and there stands what was chosen."""
    (down, size), means = FAR if site.far else NEAR, TrailStop(stop.activity)
    foot = site.road + down
    base = Stamp(BASES[site.number % len(BASES)], site.x, foot, BASE * size, id=Scenery("base", site.number))
    cover = Stamp(stop.cover, site.x, foot - FOOT * size, size, id=means, means=means, loop="breathe", lift=STANDING)
    return base, *_prints(stop, site, record), cover, *_chosen(stop, site.x, foot, record)


def _prints(stop: Stop, site: Site, record: Record) -> list[Stamp]:
    if not any(page_of(visit, stop.activity) for visit in record.visits):
        return []
    art, (across, down) = ("prints-up", PRINTS_FAR) if site.far else ("prints-down", PRINTS_NEAR)
    return [Stamp(art, site.x + across, site.road + down, PRINTS, id=Scenery("prints", site.number), lift="")]


def _chosen(stop: Stop, x: float, foot: float, record: Record) -> list[Stamp]:
    found = latest(record, stop.activity)[: len(AROUND) - 1]
    places = [(x + across, foot + before - FOOT * CHOSEN) for across, before in AROUND[len(found)]]
    ids = (StopPicture(stop.activity, number) for number in range(len(found)))
    return [Stamp(art, *at, CHOSEN, id=id, lift=STANDING) for art, at, id in zip(found, places, ids, strict=True)]


def latest(record: Record, activity: str) -> tuple[Art, ...]:
    """What was chosen in the activity, as its last steps have left it; () where nothing was."""
    for visit in reversed(record.visits):
        page = page_of(visit, activity)
        results = dict.fromkeys(told.result for told in page.steps) if page else ()
        found = {o.id: o.art for result in results for o in chosen(record, activity, result)}
        if found:
            return tuple(found.values())
    return ()
