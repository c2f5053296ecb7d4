"""Which screen a visit is at, so that a room notices a new one. Pure: a Session is asked, nothing else."""

from msgspec import Struct

from game.play.display_list import backdrop_of
from game.play.session import Session

FILM = "film"  # where a visit seems to be while the film of a page is shown


class ScreenKey(Struct, frozen=True):
    """Which screen a visit is at; what lies on it may change. `stretch` is the trail's, as a Backdrop has it."""

    place: str
    resting: bool
    activity: str
    step: int
    stretch: int


def screen_of(session: Session) -> ScreenKey:
    """The screen where the visit is now, whether it is on the glass already or not."""
    visit, film = session.visit, session.film
    if film is not None:
        return ScreenKey(FILM, False, film.activity, film.visit, 0)
    stretch = backdrop_of(session.picture).stretch
    return ScreenKey(visit.place, visit.resting, visit.activity, visit.step, stretch)
