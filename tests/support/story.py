"""A child at the glass, without a screen: real visits with a real journal, in a folder that goes away.

A Story sees what a child sees, the Picture, and does what a child does, touch it. It knows no pygame.
"""

from collections.abc import Iterable
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from game.art.library import Library
from game.authoring.activity_folder import ActivityFolder
from game.authoring.workbook_reader import read_workbook
from game.core import events
from game.core.activity import BLANK
from game.core.events import Begun, Event, Moved, Plan
from game.core.ids import Gate, Id, Option, TrailStop
from game.core.layout import TRAY
from game.core.picture import Picture, Stamp, TouchArea, find, hit, meaningful
from game.core.scene import OUR_SCENES
from game.core.table import Touch
from game.mechanics import mechanic
from game.mechanics.decorate import STONE
from game.play import screens
from game.play.session import Session
from game.play.state import Visit
from game.play.stretches import way_to
from game.play.take import StepState
from game.records.journal_reader import read
from game.records.open_visit import stops
from game.records.store import Store
from tests.paths import PROJECT

ACTIVITIES = PROJECT / "activities"
LIBRARY = Library()
USUAL_SCENES = (*LIBRARY.scenes(), *OUR_SCENES)
SHELF = read_workbook(ACTIVITIES, LIBRARY)
BANDS = ("little", "middle", "big")
NAMES = SHELF.workbook.order()
ONLY_SHOWN = {n for n in NAMES if all(mechanic(s.mechanic).TRAITS.only_shows for s in SHELF.activities[n].steps)}
STEPS = tuple((name, number) for name in NAMES for number in range(len(SHELF.activities[name].steps)))
DAY, NEXT_DAY = "2026-01-12", "2026-01-19"
LATER = {"lanterns": 3}  # where a child comes on a later visit, on which: some lanterns burn
APART, LOWER = (-0.2, 0.2, 0.0), (-0.08, 0.04, 0.24)  # of a stone: where one thing after another is laid
PLAN, ENVELOPE = Plan(planned=6, missed=(1,), last=True, may_return=True), "kite"


class Story:
    """A traveller and its visits, every activity open. `now` is the story's own clock: no two taps are an echo."""

    def __init__(
        self,
        band: str = "middle",
        seed: str = "a seed",
        loaded: ActivityFolder = SHELF,
        library: Library = LIBRARY,
        quiet: bool = False,
    ):
        self.band, self.seed, self.loaded, self.library, self.quiet = band, seed, loaded, library, quiet
        self.id, self.now = "0123456789abcdef", 100.0
        self._folder = TemporaryDirectory(prefix="good-goodbye-story-")
        self.store = Store(Path(self._folder.name))
        self.begin(DAY)

    def __enter__(self) -> "Story":
        return self

    def __exit__(self, *error) -> None:
        self.store.close()
        self._folder.cleanup()

    def begin(self, day: str, number: int = 0) -> None:
        """A new visit of this traveller; of this `number`, as if there had been others before it."""
        shown = stops(self.loaded, tuple(self.loaded.activities))
        number = number or self.store.next_number(self.id)
        begun = Begun(self.id, number, day, self.band, shown, self.seed, plan=PLAN, envelope=ENVELOPE)
        begun = replace(begun, quiet=self.quiet)
        self._play(*self.store.begin(begun))

    def reopen(self) -> None:
        """The program was ended, whatever happened, and is started again on the same day."""
        self._play(*self.store.go_on(self.id))

    def _play(self, journal, visit) -> None:
        record = self.store.traveller(self.id).record
        self.session = Session(journal, visit, record, self.loaded.activities, self.library)

    def twin(self) -> "Story":
        """Another child who has done the same until now; what is in the air is not there."""
        return Story(self.band, self.seed, self.loaded, self.library).resume(self.session.journal.path.read_bytes())

    def resume(self, lines: bytes) -> "Story":
        """This story from a journal on."""
        path = self.session.journal.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(lines)
        self.reopen()
        return self

    # What there is to see

    @property
    def picture(self) -> Picture:
        """What the child sees."""
        return self.session.picture

    @property
    def visit(self) -> Visit:
        """Where the child is."""
        return self.session.visit

    @property
    def here(self) -> StepState:
        """The step where the child is."""
        return self.visit.here

    @property
    def mechanic(self):
        """The mechanic of this step."""
        return mechanic(self.here.table.mechanic)

    @property
    def rows(self):
        """What the papers may tell of this step."""
        return self.mechanic.told(self.here.table, self.here.state)

    def options(self) -> list[Stamp]:
        """The pictures that can be chosen now, as they lie there; the blank card is not one before it is drawn.

        Of one that means the same as what it stands on, only itself.
        """
        offered = {Option(o.id) for o in self.here.table.offered + self.here.table.beside} - {Option(BLANK)}
        ready = [t for t in meaningful(self.picture) if isinstance(t, Stamp) and t.means in offered]
        return list({thing.means: thing for thing in ready}.values())

    def spots(self) -> list[TouchArea]:
        """The areas that mean something."""
        return [thing for thing in meaningful(self.picture) if isinstance(thing, TouchArea)]

    def events(self) -> list[Event]:
        """The journal as it is on disk."""
        return read(self.session.journal.path)

    def moves(self) -> list:
        """All moves of this visit, from disk."""
        return [event.move for event in self.events() if isinstance(event, Moved)]

    # What there is to do

    def touch(self, phase: str, x: float, y: float, finger: int = 1) -> None:
        """One finger does one thing."""
        self.session.touch(Touch(phase, x, y, finger, time=self.now))

    def perform(self, touches: tuple[Touch, ...]) -> None:
        """A whole gesture, slowly enough."""
        for touch in touches:
            self.now += 1 if touch.phase == "press" else 0.05
            self.session.touch(replace(touch, time=self.now))
        self.now += 1

    def tap(self, at: Id | str | Stamp | TouchArea, finger: int = 1) -> None:
        """A tap on the middle of what means this; a picture by its name. On the trail, where it is in view."""
        if isinstance(at, Id) and self.visit.place == events.TRAIL:
            self.lead_to(at)
        thing = self.thing(at) if isinstance(at, Id | str) else at
        self.now += 1
        self.touch("press", thing.x, thing.y, finger)
        self.touch("release", thing.x, thing.y, finger)
        self.now += 1

    def carry(self, what: Id | str | Stamp, to: TouchArea, finger: int = 1) -> None:
        """A picture is drawn to a spot in one go."""
        thing = self.thing(what) if isinstance(what, Id | str) else what
        self.now += 1
        self.touch("press", thing.x, thing.y, finger)
        for part in (0.3, 0.7, 1):
            self.touch("drag", thing.x + (to.x - thing.x) * part, thing.y + (to.y - thing.y) * part, finger)
        self.touch("release", to.x, to.y, finger)
        self.now += 1

    def thing(self, means: Id | str) -> Stamp | TouchArea:
        """What means this on the screen. Fails where nothing does."""
        found = find(self.picture, Option(means) if isinstance(means, str) else means)
        assert found is not None, (
            f"nothing on the screen means '{means}': {[t.means for t in meaningful(self.picture)]}"
        )
        return found

    def weekly(self) -> None:
        """The grown-up has not made this visit the last one."""
        self.plan(replace(self.visit.begun.plan, last=False))

    def plan(self, plan: Plan) -> None:
        """The grown-up has planned the visits so."""
        begun = self.visit.begun
        self.session.prepare(events.Prepared(begun.stops, plan, begun.envelope))

    def wake(self) -> None:
        """A tap on the companion before the door."""
        if self.visit.place == events.ASLEEP:
            self.perform(screens.demonstration(self.visit))

    def go(self, place: str) -> None:
        """To an activity, the trail or the gate, as a child goes there: over the trail."""
        self.wake()
        if self.visit.place != events.TRAIL:
            self.tap(screens.TRAIL)
        if place != events.TRAIL:
            self.tap(Gate() if place == events.GATE else TrailStop(place))

    def lead_to(self, goal: Id) -> None:
        """Along the trail's road to where this stop, or an end of the trail, is in view."""
        while way := way_to(self.visit, self.session.stretch, goal):
            self.tap(way)

    def at(self, activity: str, number: int) -> "Story":
        """At a step, on a first visit, but for LATER; what it builds on was chosen on the way there."""
        return self.resume(_on_the_way(activity, number, self.band, self.seed))

    def walk_to(self, activity: str, number: int) -> None:
        """Through an activity to one of its steps, with a choice at each before it."""
        self.go(activity)
        for _ in range(number):
            self.choose(1)
            self.tap(screens.ONWARD)
        where = self.visit.place, self.visit.activity, self.visit.step
        assert where == (events.STEP, activity, number), f"the way to {activity} {number} led to {where}"

    def go_through(self, activities: Iterable[str], many: int) -> None:
        """Through all steps of these activities, with so many choices at each."""
        for activity in activities:
            self.go(activity)
            while self.visit.place == events.STEP:
                self.choose(many)
                self.tap(screens.ONWARD)

    def choose(self, many: int) -> None:
        """The first so many pictures, by the mechanic's own gesture, with a place of its own where there are spots."""
        ids = [thing.means for thing in islice(self.options(), many)]
        for number, means in enumerate(ids):
            if find(self.picture, means):
                self.tap(means)
                spots = [s for s in self.spots() if s.means != TRAY]
                if self.session.hands and spots:
                    spot = spots[number % len(spots)]
                    x, y = spot.x + (number - 1) * spot.width / 6, spot.y
                    if spot.width == 2 * STONE.reach[0]:
                        x, y = spot.x + APART[number % 3] * spot.width, spot.y + LOWER[number % 3] * spot.height
                    self.perform((Touch("press", x, y, 1), Touch("release", x, y, 1)))
        if not ids:
            self.perform(self.mechanic.demo(self.here.table))


def read_activities(folder: Path, library: Library = LIBRARY, **files: str) -> ActivityFolder:
    """The activities with these steps, each in a file of its own, as `check` reads them; it has nothing to say."""
    for name, steps in files.items():
        text = f"title: {name}\npurpose: To be tried.\ncover: kite\nscene: two-banks\nsteps:\n{steps}"
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    loaded = read_workbook(folder, library)
    assert loaded.mistakes == ()
    return loaded


@cache
def _on_the_way(activity: str, number: int, band: str, seed: str) -> bytes:
    """The journal of a child who has just come to this step. What it refers to was chosen before."""
    with Story(band, seed) as story:
        if activity in LATER:
            story.begin(NEXT_DAY, LATER[activity])
        for name in _referred(activity):
            story.go(name)
            for _ in SHELF.activities[name].steps:
                story.choose(2)
                story.tap(screens.ONWARD)
        story.walk_to(activity, number)
        return story.session.journal.path.read_bytes()


def _referred(activity: str) -> list[str]:
    """The activities that this one builds on, in the order of the trail; the first ones for what a visit gives, as far
    as they come before it.
    """
    said = [name.split(".") for step in SHELF.activities[activity].steps for name in step.references()]
    named = {parts[0] for parts in said if len(parts) > 1 and parts != ["visit", "afterwards"]}
    first = NAMES[: min(4, NAMES.index(activity))] if "visit" in named else ()
    return [name for name in NAMES if name in named or name in first]


def reachable(picture: Picture, thing: Stamp | TouchArea) -> bool:
    """A tap on its middle means it."""
    return hit(picture, thing.x, thing.y) == thing.means
