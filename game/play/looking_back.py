"""Where the road ends on the last visits the child's first pictures hang on a line: one of each page that has a film.

On the last visit of all that is before the gate; on those shortly before it, before the companion's own door.

A touch on one shows its film, a touch anywhere ends it. What hangs there and what is shown is only seen: no event tells
of it. Pure: values in, Stamps out; no clock, no files, no pygame.
"""

from collections.abc import Mapping

from game.core import events
from game.core.activity import VISIT, Activity
from game.core.events import Begun
from game.core.ids import Control, FirstPicture, Id, Scenery
from game.core.picture import FLAT, HEIGHT, PAINTED, STANDING, WIDTH, Picture, Stamp
from game.core.seating import Slot, slots
from game.core.table import BANDS, SceneLayout
from game.play.look import quieter
from game.play.page_film import PageFilm, first_films
from game.play.picture_source import PictureSource
from game.play.record import Record
from game.play.state import Visit

FEW = 2  # after one of the last visits so many of those planned are left at the most
LINES = {events.GATE: ("gate", "picture-line", HEIGHT / 4), events.HOME: ("evening", "home-line", HEIGHT / 2)}
# Where they hang: the scene, the line, which is half as high as the screen, and its middle.
MORE = Control("more")  # brings the pictures that do not hang there yet
PEGS, RIM, BELOW = 100, 44, 60  # units of a print above its paper, on its sides and above, and below what is seen
PAGES = f"{VISIT}.pages"
LARGEST = 186  # of a first picture's width, so that it does not hide the place

Films = tuple[PageFilm, ...]


class LookingBack:
    """What hangs at the road's end on one visit, and the `film` that is shown of it; None while none is."""

    def __init__(self, activities: Mapping[str, Activity], library: PictureSource):
        self._activities, self._library = activities, library
        self._made: tuple[Visit | None, Films] = None, ()
        self._turn = self._moment = 0
        self.film: PageFilm | None = None

    @property
    def seen(self) -> tuple[object, ...]:
        """Equal as long as the same is to be seen: which pictures hang, which film is shown, and which moment of it."""
        return self._turn, self._moment, self.film

    @property
    def picture(self) -> Picture | None:
        """The moment of the film that is seen; None where none is."""
        return self.film.pictures[self._moment] if self.film else None

    def hung(self, visit: Visit, record: Record) -> tuple[Stamp, ...]:
        """The first pictures, where they hang."""
        if visit.place not in LINES or visit.resting or not self._is_one_of_the_last(visit.begun):
            return ()
        if self._made[0] is not visit:
            self._made = visit, first_films(record, lambda name: self._may_be_seen(visit, name), self._quieter)
        scene, line, middle = LINES[visit.place]
        return first_pictures(self._made[1], visit.begun.band, self._library.layout(scene), self._turn, line, middle)

    def _quieter(self, page: Picture) -> Picture:
        return quieter(page, self._library)

    def touched(self, means: Id) -> None:
        """A first picture, or what brings others, was touched."""
        if means == MORE:
            self._turn += 1
        self.film = next((film for film in self._made[1] if film.id == means and film.pictures), None)

    def end(self) -> None:
        """No film is shown any more."""
        self._moment, self.film = 0, None

    def watch(self, since: float) -> None:
        """The film has begun so many seconds ago."""
        self._moment = self.film.at(since) if self.film else 0

    def _is_one_of_the_last(self, begun: Begun) -> bool:
        """Whether the child looks back on this visit: it is the last one, or by the plan a FEW are left after it. Where
        nobody knows how many come, the grown-up says it by the trail: the child's pages are divided there.
        """
        plan = begun.plan
        if plan.last or plan.planned:
            return plan.last or plan.left_after(begun.number) <= FEW
        on_trail = (self._activities.get(stop.activity) for stop in begun.stops)
        return begun.number > 1 and any(activity and PAGES in activity.elsewhere() for activity in on_trail)

    def _may_be_seen(self, visit: Visit, name: str) -> bool:
        """Of what is sensitive there is no trace but on a visit for which it was opened."""
        activity = self._activities.get(name)
        on_trail = any(stop.activity == name for stop in visit.begun.stops)
        return on_trail or (activity is not None and not activity.locked)


def is_hung(means: Id | None) -> bool:
    """True for a first picture and for what brings others."""
    return isinstance(means, FirstPicture) or means == MORE


def first_pictures(
    films: Films, band: str, layout: SceneLayout, turn: int, line_art: str, line_y: float
) -> tuple[Stamp, ...]:
    """As many as this child is shown at once; where there are more, the basket, which brings the next ones."""
    areas = layout.supplies
    many = min(len(films), BANDS[band], sum(area.most for area in areas) or len(films))
    if not areas or not films:
        return ()
    first = turn % -(-len(films) // many) * many
    places = zip(films[first : first + many], slots(areas, many, LARGEST), strict=False)
    line = Stamp(line_art, WIDTH / 2, line_y, WIDTH, HEIGHT / 2, id=Scenery("picture-line"), lift=PAINTED)
    hung = (line, *(_hung(film.id, film.last, slot) for film, slot in places if film.last))
    return hung + _more(layout) if many < len(films) else hung


def _hung(id: FirstPicture, page: Picture, slot: Slot) -> Stamp:
    """A print of how the page was left, held by its pegs."""
    paper = _print(page)
    high = slot.size * paper.height / paper.width
    return Stamp(paper, slot.x, slot.y - (slot.size - high) / 2, slot.size, high, id, id, "sway", FLAT)


def _print(page: Picture) -> Picture:
    """The page on white paper."""
    width, height = WIDTH + 2 * RIM, PEGS + RIM + HEIGHT + BELOW
    seen = Stamp(page, width / 2, PEGS + RIM + HEIGHT / 2, WIDTH, HEIGHT)
    return Picture((Stamp("print-paper", width / 2, height / 2, width, height), seen), width, height)


def _more(layout: SceneLayout) -> tuple[Stamp, ...]:
    area = layout.turner
    return (Stamp(area.sign, area.x, area.y, area.width, area.height, MORE, MORE, lift=STANDING),) if area else ()
