"""The films of what may go home, frame by frame, as a flip-book has them.

As in a HomeRecord there is nothing here that the child keeps, nor what was offered beside what it chose. Pure: a record
in, values out; no clock, no files, no pygame, no words.
"""

from msgspec import Struct
from msgspec.structs import replace

from game.core.events import StepSummary
from game.core.picture import Art, Backdrop, Picture, Stamp, TouchArea
from game.play.consent import EMBLEM, MY_ANIMAL, MY_THING, Made, by_its_activity, makes
from game.play.going_home import going_home, held_back
from game.play.home_record import HomeRecord, secret_of, with_what_was_chosen
from game.play.page_film import film_of
from game.play.record import Record
from game.play.state import Visit
from game.play.take import StepState
from game.play.visit_pages import activity_pages, step_summary

FRAMES = 11
NO_PAGE = (MY_ANIMAL, MY_THING, EMBLEM)  # who walks, and what stands on the certificate


class HomeFilm(Struct, frozen=True):
    """How a result was made on the first visit: its activity's title, and the step at each frame, with its screen."""

    title: str
    frames: tuple[StepSummary, ...]


def home_films(record: Record, home: HomeRecord) -> tuple[HomeFilm, ...]:
    """The film of each result that may go home, `home` being what may of this record."""
    films = (_film(record, made) for made in home.results if made not in NO_PAGE)
    return tuple(film for film in films if film)


def has_films(record: Record, home: HomeRecord) -> bool:
    """True where there is one; none is made for that."""
    return any(_first_made(record, made) for made in home.results if made not in NO_PAGE)


def _film(record: Record, made: Made) -> HomeFilm | None:
    found = _first_made(record, made)
    if found is None:
        return None
    (title, activity, moments), secret = found, secret_of(record, made)
    held = held_back(record, activity, moments[-1].table.result)
    return HomeFilm(title, tuple(_frame(moments, number, secret, held) for number in range(FRAMES)))


def _first_made(record: Record, made: Made) -> tuple[str, str, list[StepState]] | None:
    """Where this was made first, moment by moment, with the activity's title and name."""
    named = by_its_activity(record, made)
    found = (one for visit in record.visits for one in _made_of(visit, named))
    return next((one for one in found if len(one[-1]) > 1), None)


def _made_of(visit: Visit, made: Made) -> list[tuple[str, str, list[StepState]]]:
    """The activities in which this was made, by their titles and names, with the moments of its steps alone."""
    found = []
    for page in activity_pages(visit):
        named = {told.result for told in page.steps if makes(page.activity, told, made)}
        film = film_of(visit, page.activity) if named else None
        if film is not None:
            moments = [moment for moment in film.moments if moment.table.result in named]
            found.append((page.title, page.activity, moments))
    return found


def _frame(moments: list[StepState], number: int, secret: frozenset[Art], held: frozenset[str]) -> StepSummary:
    """As far into the film as this frame is: between two moments, whatever is laid is on its way."""
    last = len(moments) - 1
    at = min(number * last / (FRAMES - 1), last)
    both = (step_summary(0, moments[n], screens=True) for n in (int(at), min(int(at) + 1, last)))
    before, after = (going_home(told, held) for told in both)
    share = at - int(at)
    if share == 0 or before.screen is None or after.screen is None or _stage(before.screen) != _stage(after.screen):
        return with_what_was_chosen(before if share < 0.5 else after, secret)
    seen = with_what_was_chosen(after, secret)
    return replace(seen, screen=seen.screen and tween(before.screen, seen.screen, share))


def tween(before: Picture, after: Picture, share: float) -> Picture:
    """The Picture `after`, its things on their way from where they are in `before`; what is not there comes halfway."""
    at = {thing.id: thing for thing in before.things if isinstance(thing, Stamp) and thing.id}
    things = (_on_its_way(at.get(t.id), t, share) if isinstance(t, Stamp) and t.id else t for t in after.things)
    return replace(after, things=tuple(thing for thing in things if thing))


def _on_its_way(before: Stamp | None, after: Stamp, share: float) -> Stamp | None:
    if before is None:
        return after if share >= 0.5 else None
    x, y = before.x + (after.x - before.x) * share, before.y + (after.y - before.y) * share
    return replace(after, x=x, y=y)


def _stage(picture: Picture) -> tuple[object, ...]:
    """The scene, and the places in it: on two others nothing is on its way from one to the other."""
    scenes = (thing.scene for thing in picture.things if isinstance(thing, Backdrop))
    return (*scenes, *(thing.means for thing in picture.things if isinstance(thing, TouchArea)))
