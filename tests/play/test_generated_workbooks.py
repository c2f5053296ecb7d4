"""What `check` calls good can be played: workbooks made up at random, with every mechanic and odd but legal names.

Each is played with random touches on two visits. Nothing fails, *onward* always gets somewhere, no two things on a
screen share an id, everything can be told, and the journal tells the same visit again.
"""

from random import Random

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.art.library import Library
from game.authoring.values.story import about
from game.authoring.workbook_reader import ActivityFolder, read_workbook
from game.core import events
from game.core.activity import ALONE, ANY_NUMBER, BESIDE, BLANK, STAYS_HERE, VISIT, VISIT_PICTURES, fields_of, yaml_key
from game.core.companion import companion_on
from game.core.events import Begun, Event
from game.core.gesture import drag, tap
from game.core.picture import CUT_ROUND, Glow, Stamp, Strokes, meaningful
from game.core.sprite import Sprite
from game.core.story import BEATS, LONGEST
from game.core.story_stage import stage
from game.core.table import BANDS, Touch
from game.mechanics import mechanic, names
from game.play import screens
from game.play.ahead import ahead
from game.play.record import Record
from game.play.replay import after, replay
from game.play.screen_story import spots_on, story_of
from game.play.session import Session
from game.play.stories import lasts, moment
from game.play.story_view import StoryView
from game.records.open_visit import stops
from tests.support.examples import examples
from tests.support.own_scenes import make_scene
from tests.support.round_trip import round_trip
from tests.support.story import DAY, ENVELOPE, NEXT_DAY, PLAN

FILES = ("gate", "trail", "rest", "visit", "my-traveller", "companion", "هدية", "Grüße", "mum+dad", "control-onward")
OWN = (
    *("gate", "companion", "mum+dad", "a+7", "base", "glow", "inside", "strokes", "ملك", "our dog", "=kite", "7"),
    *("star-0", "sign-keep", "keep", "stop-gate", "spot", "visit-1", "in-the-air-1", "drawing", "+", "no", "card-x"),
)
RESULTS = ("gate", "companion", "card", "card-x", "base", "animal", "thing", "visit", "no", "a1")
TOUCHES = 25  # on each visit


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    """Ours, and a therapist's own: pictures, which nobody looks into here, and a scene; activities lie beside them."""
    folder = tmp_path_factory.mktemp("activities")
    (folder / "pictures").mkdir()
    for name in OWN:
        (folder / "pictures" / f"{name}.png").touch()
    make_scene(folder, "mum's garden")
    library = Library(folder / "pictures")
    read_workbook(folder, library)
    return library


class Writer:
    """Writes activities that `check` should call good; `draw` is hypothesis's."""

    def __init__(self, draw, library: Library):
        self.draw, self.library = draw, library
        feelings = {name for both in library.feelings() for name in both}  # which must be in balance
        self.pictures = (*BESIDE, *OWN, *(name for name in library.names() if name not in feelings))
        scenes = [scene for scene in library.scenes() if library.spots(scene)]
        self.scenes = scenes + len(scenes) // 4 * ["mum's garden"]
        self.elsewhere: list[str] = [f"{VISIT}.{name}" for name in VISIT_PICTURES]

    def one(self, among):
        return self.draw(st.sampled_from(among))

    def some(self, among, least: int) -> list:
        return self.draw(st.lists(st.sampled_from(among), min_size=least, max_size=9, unique=True))

    def picture(self) -> str:
        """One of ours, an odd one, or one of those that lie beside the tray: each as often."""
        return self.one(self.one((BESIDE, OWN, self.pictures)))

    def activity(self, name: str) -> dict:
        """A whole file; what it makes can be referred to by the next one."""
        self.made: list[str] = []
        self.spots: list[str] = []
        steps = [self.step() for _ in range(self.draw(st.integers(1, 5)))]
        if "." not in name:
            self.elsewhere += [f"{name}.{made}" for made in (*self.made, *self.spots)]
        more = {"each visit": "anew"} if self.draw(st.booleans()) else {}
        scene = self.one(self.scenes)
        return {"title": "A", "purpose": "B", "cover": self.picture(), "scene": scene, "steps": steps, **more}

    def step(self) -> dict:
        """A step with some mechanic, its scene its own."""
        own, scene = self.one(names()), self.one(self.scenes)
        schema = mechanic(own).Step
        fields = fields_of(schema)
        with_one = self.one(schema.ONE_OF) if schema.ONE_OF else ""
        used = [f for f in fields if f.needed or f.name == with_one or self.draw(st.booleans())]
        here = {f.name for f in used}
        used = [
            f
            for f in used
            if f.kind not in (STAYS_HERE, ALONE, ANY_NUMBER)
            and all(other in here for name, other in schema.ONLY_WITH if name == f.name)
        ]
        written = {f.key: self.value(f.kind.name, scene) for f in used} | {"scene": scene}
        for many, places in schema.NO_MORE_THAN:
            if yaml_key(many) in written and len(written[yaml_key(many)]) > len(written[yaml_key(places)]):
                del written[yaml_key(many)]
        if any(field.kind == STAYS_HERE for field in fields) and self.draw(st.booleans()):
            written |= {"stays here": self.one(written["onto"])} if len(written["onto"]) > 1 else {}
        if "up to" in written and len(written.get("onto", ())) > 1 and self.draw(st.booleans()):
            written["any number"] = self.one(written["onto"])
        offered = [name for name in written.get("pictures", ()) if name != BLANK]
        if any(field.kind == ALONE for field in fields) and offered and self.draw(st.booleans()):
            written["alone"] = self.one(offered)
        if self.draw(st.booleans()):
            written["story"] = self.story(scene)
        if next(f.kind.name for f in fields if f.name == own) == "new name":
            self.made.append(written[yaml_key(own)])
            self.spots += [f"{written[own]}.{spot}" for f in used if f.kind.name == "spots" for spot in written[f.key]]
        return written

    def story(self, scene: str) -> list[dict]:
        """Few beats: never too long."""
        there = self.library.spots(scene)
        spots, signs = tuple(g.name for g in there), tuple(g.name for g in there if g.sign)
        beats = []
        for _ in range(self.draw(st.integers(1, 3))):
            lies = {"carry": "nothing"} in beats and spots
            do = self.one([do for do in BEATS if do != "send" or lies])
            beats.append({do: "0.5" if do == "wait" else self.one(about(do, spots, signs))})
        return beats

    def value(self, kind: str, scene: str):
        match kind:
            case "new name":
                return self.one([name for name in RESULTS if name not in self.made])
            case "earlier name":
                return self.one([*self.made, *(name for name in self.elsewhere if name.count(".") < 2)])
            case "reference":
                names = [*self.made, *self.spots, *self.elsewhere]
                return self.some(names, 1) if self.draw(st.booleans()) else self.one(names)
            case "signs":
                return self.one([*self.made, *self.spots, *self.elsewhere])
            case "picture" | "stand-in":
                return self.picture()
            case "pictures" | "otherwise":
                return self.some(self.pictures, 2) if self.draw(st.booleans()) else self.some((*BESIDE, *OWN), 2)
            case "spots":
                return self.some([spot.name for spot in self.library.spots(scene)], 1)
            case "yes":
                return "yes"
            case "again":
                return self.one(("yes", "once each"))
            case "as written":
                return "as written"
            case "breaths":
                return self.one(("1", "3"))
            case "how many":
                return self.one(("1", "2", "any"))
            case "at most":
                return self.one(("1", "2", "any", "1 each"))
            case "words":
                return self.one(("Now", "Still so"))
        raise NotImplementedError(f"no value is made up for '{kind}' yet")


@st.composite
def workbooks(draw, library: Library, files: tuple[str, ...] = ()) -> ActivityFolder:
    """A folder of activities, in these files or in some, that `check` has nothing to say against."""
    writer = Writer(draw, library)
    files = list(files) or draw(st.lists(st.sampled_from(FILES), min_size=1, max_size=3, unique=True))
    written = {name: writer.activity(name) for name in files}
    written["workbook"] = {"title": "All", "chapters": [{"title": "One", "activities": files}]}
    folder = library.own.parent
    for before in folder.glob("*.yaml"):
        before.unlink()
    for name, data in written.items():
        text = yaml.dump(data, allow_unicode=True, sort_keys=False, default_style='"')
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    loaded = read_workbook(folder, library)
    assume(loaded.mistakes == ())
    return loaded


class Kept:
    """A journal in memory."""

    trouble = ""

    def __init__(self, begun: Begun):
        self.events: list[Event] = [begun]

    def append(self, event: Event) -> None:
        self.events.append(event)


class Child:
    """Plays one visit; looks after every touch whether all is well."""

    def __init__(self, loaded: ActivityFolder, library: Library, record: Record, begun: Begun):
        self.kept, self.now = Kept(begun), 0.0
        self.session = Session(self.kept, after(None, begun), record, loaded.activities, library)
        self.perform(screens.demonstration(self.session.visit))

    def perform(self, touches: tuple[Touch, ...]) -> None:
        """A gesture, slowly enough to be no echo."""
        for touch in touches:
            self.now += 1 if touch.phase == "press" else 0.05
            self.session.touch(replace(touch, time=self.now))
            self.all_is_well()

    def all_is_well(self) -> None:
        """Nothing has failed, no two things share an id, and every step can be told."""
        ahead(self.session)
        visit, things = self.session.visit, self.session.picture.things
        assert visit.failures == ()
        ids = [t.id for t in things if isinstance(t, Stamp | Glow | Strokes) and t.id is not None]
        assert len(set(ids)) == len(ids), sorted(map(str, ids))
        means = [t.means for t in meaningful(self.session.picture) if isinstance(t, Stamp)]
        assert len(set(means)) == len(means), sorted(map(str, means))
        for laid in visit.laid.values():
            mechanic(laid.table.mechanic).told(laid.table, laid.state)
        self.the_story_can_be_told()

    def the_story_can_be_told(self) -> None:
        """The little story of this screen, where it has one, whatever lies on the table."""
        library, visit, stamp = self.session.library, self.session.visit, companion_on(self.session.picture)
        if stamp and (story := story_of(visit, self.session.activities, library.spots, self.session.picture)):
            around = spots_on(self.session.picture, library.spots)
            where = stage(stamp.x, stamp.y, stamp.width, around)
            for share in (0, 0.3, 0.7, 1):
                moment(story, where, share * lasts(story, where))
            assert lasts(story, where) <= LONGEST
            shown = StoryView(library.puppet("fox-looking"), stamp.width, around).sprites(story)
            arts = [
                one.art.removesuffix(CUT_ROUND) for one in shown if isinstance(one, Sprite) and isinstance(one.art, str)
            ]
            assert all(library.file(art) or library.worn_svg(art) for art in arts)

    def play_about(self, chance: Random) -> None:
        """Taps and ways across the glass, mostly from one thing that means something to another."""
        for _ in range(TOUCHES):
            points = [(t.x, t.y) for t in meaningful(self.session.picture)] + [(chance.uniform(0, 1280), 300.0)]
            many = chance.randint(2, 4)
            way = tuple(chance.choice(points) for _ in range(many))
            self.perform(tap(*way[0]) if chance.random() < 0.6 else drag(way, chance.randint(0, 2)))
            if chance.random() < 0.2:
                self.onward()

    def onward(self) -> None:
        """A tap on *onward* gets somewhere, from anywhere but the end; at rest it wakes, and it ends a film."""
        before = self.where()
        self.perform(tap(*screens.CONTROLS_AT[screens.ONWARD]))
        assert self.where() != before or self.session.visit.place == events.CLOSED

    def where(self) -> tuple:
        visit = self.session.visit
        return visit.place, visit.activity, visit.step, visit.resting, self.session.film is None

    def to_the_end(self, most: int) -> None:
        """By *onward* alone, in no more taps than there are steps, stops and cards."""
        for _ in range(most):
            if self.session.visit.place == events.CLOSED:
                break
            self.onward()
        assert self.session.visit.place == events.CLOSED

    def is_told_again(self) -> None:
        """The journal tells the same visit."""
        assert replay([round_trip(event, Event) for event in self.kept.events]) == self.session.visit


@examples(30)
@given(data=st.data(), band=st.sampled_from(sorted(BANDS)), seed=st.integers(0, 99), edited=st.booleans())
def test_what_check_calls_good_can_be_played(library, data, band, seed, edited):
    """On the second visit from the same files, or from files that the therapist has written anew in between."""
    loaded, chance, record = data.draw(workbooks(library)), Random(seed), Record(())
    for number, day in ((1, DAY), (2, NEXT_DAY)):
        if number > 1 and edited:
            loaded = data.draw(workbooks(library, loaded.workbook.order()))
        shown = stops(loaded, tuple(loaded.activities))
        begun = Begun("0" * 16, number, day, band, shown, f"{seed}", plan=PLAN, envelope=ENVELOPE)
        child = Child(loaded, library, record, begun)
        child.play_about(chance)
        child.to_the_end(12 + sum(2 + len(activity.steps) for activity in loaded.activities.values()))
        child.is_told_again()
        record += child.session.visit
