"""A stop of the trail: its landmark by the road, which waits until the child has been there, and what it holds then.

Pure: values in, Stamps out; no clock, no files, no pygame.
"""

from msgspec import Struct

from game.core.events import Stop
from game.core.ids import Scenery, StopPicture, TrailStop
from game.core.picture import CUT_ROUND, PAINTED, STANDING, Art, Stamp, pieces
from game.play.picture_source import PictureSource
from game.play.record import Record, chosen
from game.play.visit_pages import page_of

OWN_GROUND = "landmarks"  # the family of pictures that have ground of their own
OF_OTHERS = ("own", "")  # families of what a therapist or a child alone has; by content it has none
NO_KIND = (OWN_GROUND, *OF_OTHERS)  # families whose pictures are not all of one kind
WAITING = "{}-waiting"  # how a landmark is called while nobody has been there
PLACES = ((174, 0), (-54, 12), (150, -8), (-78, -10), (166, -8))  # the foot below the road, and how far aside
SIZE, NEARER = 174, 0.15  # a cover's width at the road, and how much wider it is for each unit below
FOOT, ON_BASE = 0.4, 0.36  # so many of its widths below its middle a picture stands on the ground, and on a base
BASES, BASE = ("stop-stump", "stop-mound"), 1.2  # what it stands on, and how much wider that is
LEAVES, LEAVES_FOOT, LEAVES_WIDE = "stop-leaves", 0.37, 0.96  # what is folded around it while it waits
BESIDE = (0.32, 0.26, 0.36)  # where a landmark holds something whose drawing does not say
PATH, PATH_FAR, PATH_NEAR = 230, (0, -52), (-108, 106)  # the sand that leads there, from the road
PRINTS, PRINTS_FAR, PRINTS_NEAR = 84, (-14, 22), (-128, 96)  # a footpath's width, and its middle seen from the road


class Site(Struct, frozen=True):
    """Where a landmark stands: its number on its stretch, how far from the left, and how far down the road is there."""

    number: int
    x: float
    road: float

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


def landmark(stop: Stop, site: Site, record: Record, pictures: PictureSource) -> tuple[Stamp, ...]:
    """The landmark, shut until the child has been there; then prints lead to it, and it holds what was chosen last.

    A thing of the same kind as the cover, such as the child's own stone, stands there in the cover's place.
    """
    if not been_at(stop, record):
        return (_path(site), *_waiting(stop, site, pictures))
    left = latest(record, stop.activity)
    own = own_thing(stop.activity, stop.cover, record, pictures)
    stands = _landmark(stop, own or stop.cover, site, pictures)
    held = tuple(_held(stop, art, stands[0], pictures) for art in left[-1:] if own is None)
    return (_path(site), *stands[:-1], _prints(site), stands[-1], *held)


def own_thing(activity: str, cover: str, record: Record, pictures: PictureSource) -> Art | None:
    """What the child has chosen there of the cover's own kind, which stands in its place; None where there is none.

    Where a cover has no kind nothing of the record is read.
    """
    kind = pictures.family(cover)
    left = () if kind in NO_KIND else latest(record, activity)
    return next((art for art in left if _kind(art, pictures) == kind), None)


def been_at(stop: Stop, record: Record) -> bool:
    """Whether the child has been there, on any visit."""
    return any(page_of(visit, stop.activity) for visit in record.visits)


def _kind(art: Art, pictures: PictureSource) -> str:
    return pictures.family(next(iter(pieces(art)), ""))


def _waiting(stop: Stop, site: Site, pictures: PictureSource) -> tuple[Stamp, ...]:
    """Shut, furled or in bud; around what has no such picture, leaves are folded."""
    shut = WAITING.format(stop.cover)
    if pictures.family(stop.cover) == OWN_GROUND and pictures.family(shut):
        return _landmark(stop, shut, site, pictures)
    wide = LEAVES_WIDE * site.size
    leaves = Stamp(
        LEAVES, site.x, site.foot - LEAVES_FOOT * wide, wide, id=Scenery("leaves", site.number), lift=PAINTED
    )
    return (*_landmark(stop, stop.cover, site, pictures), leaves)


def _landmark(stop: Stop, art: Art, site: Site, pictures: PictureSource) -> tuple[Stamp, ...]:
    """What has no ground of its own stands on a stump or a mound."""
    means, wide = TrailStop(stop.activity), BASE * site.size
    if pictures.family(stop.cover) == OWN_GROUND:
        y = site.foot - FOOT * wide
        return (Stamp(art, site.x, y, wide, id=means, means=means, loop="breathe", lift=PAINTED),)
    base = BASES[site.number // 2 % len(BASES)]
    y = site.foot - ON_BASE * site.size
    return (
        Stamp(base, site.x, site.foot, wide, id=Scenery("base", site.number)),
        Stamp(_cut(art, pictures), site.x, y, site.size, id=means, means=means, loop="breathe", lift=STANDING),
    )


def _cut(art: Art, pictures: PictureSource) -> Art:
    """A photo is cut round: all that stands on the land has an outline, and leaves can be folded around it."""
    return f"{art}{CUT_ROUND}" if isinstance(art, str) and pictures.family(art) in OF_OTHERS else art


def _path(site: Site) -> Stamp:
    """The road goes to all of them alike: whoever has not been there yet sees that one can."""
    art, (across, down) = ("stop-path-up", PATH_FAR) if site.far else ("stop-path-down", PATH_NEAR)
    return Stamp(art, site.x + across, site.road + down, PATH, id=Scenery("path", site.number), lift=PAINTED)


def _prints(site: Site) -> Stamp:
    art, (across, down) = ("prints-up", PRINTS_FAR) if site.far else ("prints-down", PRINTS_NEAR)
    return Stamp(art, site.x + across, site.road + down, PRINTS, id=Scenery("prints", site.number), lift=PAINTED)


def _held(stop: Stop, art: Art, by: Stamp, pictures: PictureSource) -> Stamp:
    """It stands in the landmark, or on the ground beside its base."""
    x, foot, width = pictures.holds(str(by.art)) or BESIDE
    wide = width * by.width
    return Stamp(
        _cut(art, pictures),
        by.x + x * by.width,
        by.y + foot * by.width - FOOT * wide,
        wide,
        id=StopPicture(stop.activity),
        lift=STANDING,
    )


def latest(record: Record, activity: str) -> tuple[Art, ...]:
    """What was chosen in the activity, as its last steps have left it; () where nothing was."""
    for visit in reversed(record.visits):
        page = page_of(visit, activity)
        results = dict.fromkeys(told.result for told in page.steps if told.rows) if page else ()
        found = {o.id: o.art for result in results for o in chosen(record, activity, result)}
        if found:
            return tuple(found.values())
    return ()
