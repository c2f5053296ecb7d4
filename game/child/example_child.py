"""An example child for the preview: it makes choices in the activities before, so that there is what a page builds on.

It plays as the demonstration does, on a Session without a window; nothing of it is recorded. No pygame.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from game.child.demo.driver import FINGER, NoProgress
from game.child.demo.player import DemoPlayer
from game.core import events
from game.core.activity import VISIT, Activity
from game.core.events import TRAVELLER, Begun, Event, Plan, Stop
from game.core.gesture import tap
from game.core.ids import Id, Option, Way
from game.core.picture import Picture, find
from game.core.table import Hands, Offered, Touch
from game.mechanics import mechanic
from game.play.record import Record, chosen
from game.play.session import Session
from game.play.state import Visit
from game.play.stretches import way_to
from game.play.visit_pictures import visit_pictures

OF_PAGES = (f"{VISIT}.first-pictures", f"{VISIT}.pages")  # what only whole activities give
PAGES = 5  # so many of them are enough
PLAN = Plan(planned=7, may_return=True, may_show=True)
ENVELOPE = "butterfly"
PERSONAL = ("family-photo", "dog-friend")  # as if they were for this child alone
DAYS = {1: "2026-01-12", 2: "2026-01-19", 3: "2026-01-26"}  # of its visits
BETWEEN, MOMENT = 1.0, 0.05  # seconds from one touch to the next, and within one
MOST_STEPS = 40  # with blank cards


class NullJournal:
    """A journal that keeps nothing."""

    trouble = changed = ""

    def append(self, event: Event) -> None:
        """Nothing is written."""

    def retry(self) -> None:
        """There is nothing to try again."""


class SessionDriver:
    """The finger of a DemoPlayer on a Session alone."""

    def __init__(self, session: Session):
        self.session, self.open, self._now = session, True, 0.0

    @property
    def visit(self) -> Visit:
        """Where the child is."""
        return self.session.visit

    @property
    def picture(self) -> Picture:
        """What the child sees."""
        return self.session.picture

    @property
    def hands(self) -> Hands:
        """What is in the air."""
        return self.session.hands

    def way_to(self, goal: Id) -> Way | None:
        """Which way leads along the trail to this stop."""
        return way_to(self.visit, self.session.stretch, goal)

    def tap(self, means: Id | None) -> None:
        """A tap on what means this. Raises NoProgress where nothing does."""
        thing = find(self.picture, means)
        if thing is None:
            raise NoProgress(f"The example child finds nothing that means '{means}'.")
        self.touch(tap(thing.x, thing.y, FINGER))

    def touch(self, touches: Iterable[Touch]) -> None:
        """The touches, slowly enough to be no echo."""
        for touch in touches:
            self._now += BETWEEN if touch.phase == "press" else MOMENT
            self.session.touch(replace(touch, time=self._now))

    def hold_corners(self) -> None:
        """A grown-up ends the visit."""
        self.open = False

    def look(self) -> None:
        """There is no glass to wait for."""

    def wait(self, seconds: float) -> None:
        """Time goes by."""
        self._now += seconds


def session_of(
    activity: Activity,
    activities: Mapping[str, Activity],
    library: Any,
    band: str,
    chose: bool = True,
    quiet: bool = False,
) -> Session:
    """The activity, opened on a second visit, after a first one on which an example child has chosen what it needs.

    `chose` False: it has chosen its animal and its thing, and nothing else, and there are no pictures for it alone.
    `quiet`: it sees the quiet look.
    """
    names = needed(activity, activities) if chose else (TRAVELLER,)
    before = _record(replace(_begun(1, names, activities, band), quiet=quiet), activities, library)
    begun = replace(_begun(2, (activity.name,), activities, band), quiet=quiet)
    visit = Visit(begun if chose else replace(begun, personal=()))
    session = Session(NullJournal(), visit, before, dict(activities), library)
    session.open(activity.name)
    session.let_go()
    return session


def go_to(session: Session, step: int) -> None:
    """The example child plays the opened activity up to this step, as far as it gets."""
    player = DemoPlayer(SessionDriver(session), "preview")
    for _ in range(MOST_STEPS):
        visit = session.visit
        if visit.place != events.STEP or visit.step >= step:
            return
        try:
            player.play_step()
        except NoProgress:
            return


def with_pages_shown(session: Session, activities: Mapping[str, Activity], library: Any) -> Record:
    """The record with this visit and another one, on which the example child lays each page that it is asked about on
    its wall; without that one where no activity asks.
    """
    record, begun = session.record + session.visit, session.visit.begun
    asks = next((a for a in activities.values() if f"{VISIT}.pages" in a.elsewhere()), None)
    if asks is None:
        return record
    later = replace(_begun(3, (asks.name,), activities, begun.band), quiet=begun.quiet)
    asked = Session(NullJournal(), Visit(later), record, dict(activities), library)
    asked.open(asks.name)
    asked.let_go()
    table = asked.visit.here.table
    for page in table.offered:
        SessionDriver(asked).touch(mechanic(table.mechanic).demo(table, Option(page.id)))
    return record + asked.visit


def stand_ins(activity: Activity, session: Session) -> tuple[tuple[str, tuple[Offered, ...]], ...]:
    """What the activity takes from elsewhere, as its file names it, each with what the example child has chosen."""
    record, begun = session.record, session.visit.begun
    return tuple((name, _meant(name, record, begun)) for name in activity.elsewhere())


def needed(activity: Activity, activities: Mapping[str, Activity]) -> tuple[str, ...]:
    """The activities before this one that it builds on, and those that these build on; in the order of the folder."""
    found, ahead = {TRAVELLER} - {activity.name}, [activity]
    while ahead:
        names = [name.split(".")[0] for name in ahead.pop().elsewhere()]
        new = [name for name in names if name in activities and name not in found]
        found.update(new)
        ahead += [activities[name] for name in new]
    before = [name for name in activities if name != activity.name]
    pages = before[:PAGES] if any(name in OF_PAGES for name in activity.elsewhere()) else ()
    return tuple(name for name in before if name in found or name in pages)


def _meant(name: str, record: Record, begun: Begun) -> tuple[Offered, ...]:
    of, made, spot = (*name.split("."), "")[:3]
    return visit_pictures(made, record, begun) if of == VISIT else chosen(record, of, made, spot)


def _begun(number: int, names: tuple[str, ...], activities: Mapping[str, Activity], band: str) -> Begun:
    stops = tuple(Stop(name, activities[name].title, activities[name].cover) for name in names if name in activities)
    return Begun(
        "preview", number, DAYS[number], band, stops, "preview", plan=PLAN, envelope=ENVELOPE, personal=PERSONAL
    )


def _record(begun: Begun, activities: Mapping[str, Activity], library: Any) -> Record:
    """The example child's first visit; as far as it got, where a page of the therapist's does not go on."""
    session = Session(NullJournal(), Visit(begun), Record(()), dict(activities), library)
    try:
        DemoPlayer(SessionDriver(session), "preview", goes=False).run()
    except NoProgress:
        pass
    return Record((session.visit,))
