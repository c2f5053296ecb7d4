"""The film of a page: how it was found on a visit, and the child's own moves on it again, in a few seconds.

Journals replay exactly, so a film is made of what the record holds; it is only seen, and nothing of it is kept. What
the child put back is not seen in it, as nothing of that is seen on the page. Pure: no clock, no files, no pygame.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from game.core.ids import FirstPicture
from game.core.picture import LIGHT, Picture, Stamp, TouchArea
from game.core.table import CHOSEN, PUT_BACK
from game.mechanics import mechanic
from game.play.record import Record
from game.play.state import Visit
from game.play.take import StepState, Take
from game.play.visit_pages import page_of

LONGEST = 6.0  # seconds of a whole film, with what its last move sets in motion
CALM = 0.8  # seconds for a move, where there are few
SETTLES = 0.6  # seconds in which the last move comes to rest
MOST = 16  # moments: of many moves a few are left out, evenly


Look = Callable[[Picture], Picture]


def _as_it_is(picture: Picture) -> Picture:
    return picture


class PageFilm(Struct, frozen=True, dict=True):
    """A page as it was on one visit: the stays at its steps on which something was done.

    Of all that hangs before the gate one is looked at: the rest is worked out only then.
    """

    activity: str
    visit: int
    takes: tuple[Take, ...]
    look: Look = _as_it_is

    @property
    def id(self) -> FirstPicture:
        """What a touch on the first picture of this film means."""
        return FirstPicture(self.activity, self.visit)

    @cached_property
    def moments(self) -> tuple[StepState, ...]:
        """The steps from how the first was found to how the last was left; () where our code cannot tell them."""
        try:
            return _evenly([moment for moment, _ in groupby(_moments(self.takes))])
        except Exception:  # what a mechanic has become since can raise anything; nothing else may break by it
            return ()

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """What is seen of each moment; a touch on it means nothing. () where our code cannot show them."""
        try:
            return tuple(self.look(_seen(moment)) for moment in self.moments)
        except Exception:
            return ()

    @cached_property
    def last(self) -> Picture | None:
        """What is seen of the last moment; None where our code cannot show it."""
        try:
            *_, left = self.takes[-1].states()
            return self.look(_seen(left))
        except Exception:
            return None

    @property
    def pace(self) -> float:
        """Seconds from one moment to the next."""
        return min(CALM, (LONGEST - SETTLES) / max(1, len(self.moments) - 1))

    def at(self, since: float) -> int:
        """The number of the moment that is seen so many seconds after it has begun; at the last it stays."""
        return min(len(self.moments) - 1, max(0, int(since / self.pace)))


def first_films(record: Record, may_be_seen: Callable[[str], bool], quieter: Look = _as_it_is) -> tuple[PageFilm, ...]:
    """The film of each page that may be seen, from the first visit that has one, in the order in which they were made.

    What the child has passed by has none. A page of a visit in the quiet look is seen as `quieter` makes it.
    """
    found: dict[str, PageFilm] = {}
    for visit in record.visits:
        for activity in dict.fromkeys(take.activity for take in visit.takes):
            film = film_of(visit, activity) if activity not in found and may_be_seen(activity) else None
            if film is not None:
                was_quiet = film.takes[0].found.table.quiet
                found[activity] = replace(film, look=quieter) if was_quiet else film
    return tuple(found.values())


def film_of(visit: Visit, activity: str) -> PageFilm | None:
    """The film of this page on this visit; None where nothing was chosen or done, or our code cannot show it."""
    takes = tuple(take for take in visit.takes if take.activity == activity and take.moves)
    if not takes or not _has_choice(visit, activity) or not any(map(_has_changed, takes)):
        return None
    film = PageFilm(activity, visit.begun.number, takes)
    return film if film.last is not None else None


def _has_changed(take: Take) -> bool:
    return any(state != take.found for state in take.states())


def _has_choice(visit: Visit, activity: str) -> bool:
    page = page_of(visit, activity)
    return page is not None and any(row.how != PUT_BACK for told in page.steps for row in told.rows)


def _moments(takes: Sequence[Take]) -> Iterator[StepState]:
    """What is chosen on none of the step's last moments was put back: with that, no moment is seen."""
    states = [(take.step, list(take.states())) for take in takes]
    stays = {step: _chosen(found[-1]) for step, found in states}
    for step, found in states:
        yield from (state for state in found if _chosen(state) <= stays[step] or state is found[-1])


def _chosen(here: StepState) -> set[str]:
    rows = mechanic(here.table.mechanic).told(here.table, here.state)
    return {picture.id for row in rows if row.how == CHOSEN for picture in row.pictures}


def _evenly(moments: list[StepState]) -> tuple[StepState, ...]:
    """At most so many of them, the first and the last among them."""
    if len(moments) <= MOST:
        return tuple(moments)
    return tuple(moments[round(number * (len(moments) - 1) / (MOST - 1))] for number in range(MOST))


def _seen(moment: StepState) -> Picture:
    """The screen of this moment, on which nothing can be touched and nothing waits."""
    picture = mechanic(moment.table.mechanic).view(moment.table, moment.state, ())
    left = (t for t in picture.things if not isinstance(t, TouchArea) and getattr(t, "lift", "") != LIGHT)
    return replace(picture, things=tuple(replace(t, means=None) if isinstance(t, Stamp) else t for t in left))
