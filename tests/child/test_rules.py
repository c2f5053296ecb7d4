"""The child rules, on every screen that random touches lead to: no mechanic and no activity is named here."""

from typing import get_args, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import events
from game.core.ids import Gate, TrailStop, dec_hook
from game.core.picture import (
    HEIGHT,
    PAINTED,
    WIDTH,
    Backdrop,
    Glow,
    Line,
    Picture,
    Stamp,
    Strokes,
    TouchArea,
    covers,
    meaningful,
)
from game.core.scene import is_trail
from game.play import screens
from game.play.replay import after, replay
from game.play.visit_pages import activity_pages
from game.system.paths import ASSETS
from tests.conftest import EXAMPLES
from tests.support.examples import among, together
from tests.support.round_trip import kept, round_trip
from tests.support.story import BANDS, LIBRARY, NAMES, ONLY_SHOWN, SHELF, STEPS, Story, reachable

CORNER = 130  # design units of the upper corners, which are the grown-ups'
FINGERS = (1, 2, 3)
everywhere = pytest.mark.parametrize("band", BANDS)
each_step = pytest.mark.parametrize(("activity", "number"), STEPS)
IN_BANDS = together(NAMES, BANDS)

wild = st.tuples(
    st.just("wild"),
    st.sampled_from(("press", "drag", "release", "lost")),
    st.integers(-900, 2200),
    st.integers(-900, 1700),
)
aimed = st.tuples(
    st.sampled_from(("press", "drag", "release", "tap", "tap")),
    st.integers(0, 60),
    st.integers(-60, 60),
    st.integers(-60, 60),
)
actions = st.lists(
    st.tuples(st.sampled_from(FINGERS), st.sampled_from((0.05, 0.7)), aimed | wild), min_size=12, max_size=60
)


def act(story: Story, finger: int, wait: float, action: tuple) -> None:
    """One of the random things that a finger does: anywhere at all, or about something on the screen."""
    story.now += wait
    if action[0] == "wild":
        story.touch(*action[1:], finger)
        return
    phase, which, across, down = action
    things = meaningful(story.picture)
    thing = things[which % len(things)]
    for each in ("press", "release") if phase == "tap" else (phase,):
        story.touch(each, thing.x + across, thing.y + down, finger)


class Follower:
    """Reads along in the journal's file and plays what stands there again."""

    def __init__(self, story: Story):
        self.story, self.visit = story, None
        self.file = story.session.journal.path.open("rb")

    def agrees(self) -> bool:
        """True where what is on disk tells the visit as it is."""
        for line in self.file:
            self.visit = after(self.visit, msgspec.json.decode(line, type=events.Event, dec_hook=dec_hook))
        return self.visit == self.story.visit


@pytest.mark.parametrize(("activity", "band"), IN_BANDS)
@among(IN_BANDS, EXAMPLES, 1500)
@given(actions=actions)
def test_whatever_fingers_do(activity, band, actions):
    with Story(band) as story:
        story.go(activity)
        follower = Follower(story)
        down = set()
        for finger, wait, action in actions:
            act(story, finger, wait, action)
            phase = action[1] if action[0] == "wild" else action[0]
            down = (
                down | {finger}
                if phase == "press"
                else down - {finger}
                if phase in ("release", "tap", "lost")
                else down
            )
            assert story.visit.failures == ()
            assert follower.agrees()
            holds(story.picture, pressed=bool(down))
        holds_for_values(story)
        assert replay(story.events()) == story.visit


def holds(picture: Picture, pressed: bool = False) -> None:
    """What is true of each screen that a child can see."""
    stamps = [thing for thing in picture.things if isinstance(thing, Stamp)]
    named = [thing.id for thing in picture.things if isinstance(thing, Stamp | Glow) and thing.id]
    assert len(named) == len(set(named)), f"two things of one name: the painter knows them apart by it: {sorted(named)}"
    assert [type(thing) for thing in picture.things].count(Backdrop) == 1
    assert isinstance(picture.things[0], Backdrop)
    arts = [stamp.art for stamp in stamps if not isinstance(stamp.art, Picture)]
    assert all(LIBRARY.read(art) or LIBRARY.puppet(art) or LIBRARY.worn_svg(art) for art in arts)
    _controls(picture, pressed)
    controls = [thing for thing in picture.things if isinstance(thing, Stamp) and thing.means in screens.CONTROLS_AT]
    for thing in meaningful(picture):
        assert thing.y <= screens.LOWEST, f"{thing.means} lies where wrists rest"
        assert thing.y > CORNER or CORNER < thing.x < WIDTH - CORNER, f"{thing.means} lies in a corner for grown-ups"
        _within(thing)
        if thing.means not in screens.CONTROLS_AT:
            assert not any(_overlap(thing, each) for each in controls), f"{thing.means} lies under a control"


def _controls(picture: Picture, pressed: bool) -> None:
    """Rest, trail and onward, always the same; only the trail itself leaves out the way to the trail."""
    found = {t.means: t for t in picture.things if isinstance(t, Stamp) and t.means in screens.CONTROLS_AT}
    assert found.keys() == set(screens.CONTROLS_AT) or (
        found.keys() == {screens.REST, screens.ONWARD} and is_trail(picture.things[0].scene)
    )
    assert picture.things[-len(found) :] == tuple(found.values()), "something lies on a control"
    for means, thing in found.items():
        assert (thing.x, thing.y) == screens.CONTROLS_AT[means]
        assert thing.width >= (120 * screens.PRESSED if pressed else 120)
        assert (thing.lift, thing.strength) == (PAINTED, 1)


def _within(thing: Stamp | TouchArea) -> None:
    wide, high = thing.width / 2, (thing.height or thing.width) / 2
    assert wide <= thing.x <= WIDTH - wide, f"{thing.means} is cut off at a side"
    assert high <= thing.y <= HEIGHT - high, f"{thing.means} is cut off above or below"


def _overlap(thing: Stamp | TouchArea, control: Stamp) -> bool:
    wide, high = thing.width, thing.height or thing.width
    across, down = abs(thing.x - control.x), abs(thing.y - control.y)
    return across < (wide + screens.SIZE) / 2 and down < (high + screens.SIZE) / 2


def holds_for_values(story: Story) -> None:
    """Everything that is kept or shown survives the way to the disk and back."""
    assert round_trip(story.picture) == story.picture
    for laid in story.visit.laid.values():
        assert kept(laid.table) == laid.table
        assert round_trip(laid.state) == laid.state
    for event in story.events():
        assert round_trip(event, events.Event) == event
    assert round_trip(activity_pages(story.visit), tuple[events.ActivityPage, ...]) == activity_pages(story.visit)


@everywhere
@each_step
def test_nothing_is_preselected(activity, number, band):
    with Story(band).at(activity, number) as story:
        assert story.here.state == story.mechanic.State()
        assert story.rows == ()
        assert len({(s.width, s.height, s.loop, s.lift, s.strength) for s in story.options()}) <= 1
        assert all(reachable(story.picture, thing) for thing in story.options())


@everywhere
@each_step
def test_what_can_be_touched_is_large_and_lies_apart(activity, number, band):
    with Story(band).at(activity, number) as story:
        things = [thing for thing in meaningful(story.picture) if isinstance(thing, Stamp)]
        assert all(thing.width >= 70 for thing in story.options())
        for thing in things:
            assert not any(covers(other, thing.x, thing.y) for other in things if other.means != thing.means)


@everywhere
@pytest.mark.parametrize("place", [events.ASLEEP, events.TRAIL, events.GATE, events.CLOSED, "rest"])
def test_every_place_holds_to_the_rules(place, band):
    with Story(band) as story:
        if place != events.ASLEEP:
            story.go(events.GATE if place == events.CLOSED else events.TRAIL if place == "rest" else place)
        if place in (events.CLOSED, "rest"):
            story.tap(screens.ONWARD if place == events.CLOSED else screens.REST)
        assert (story.visit.place, story.visit.resting) == ((events.TRAIL, True) if place == "rest" else (place, False))
        holds(story.picture)


@everywhere
def test_every_stop_can_be_reached_before_and_after_it_was_visited(band):
    with Story(band) as story:
        story.go(events.TRAIL)
        for name in NAMES:
            for stop in (TrailStop(other) for other in NAMES):
                story.lead_to(stop)
                assert reachable(story.picture, story.thing(stop))
            story.go(name)
            story.choose(8)
            story.go(events.TRAIL)
            holds(story.picture)
        story.lead_to(Gate())
        assert reachable(story.picture, story.thing(Gate()))


def test_no_primitive_can_hold_a_word():
    """What a Picture is made of, and what each part says in words: names of files and things, never words to read."""
    things = get_args(get_args(get_type_hints(Picture)["things"])[0])
    assert set(things) == {Backdrop, Stamp, TouchArea, Glow, Strokes}
    hints = [(kind.__name__, name, hint) for kind in (*things, Line) for name, hint in get_type_hints(kind).items()]
    said = {(kind, name) for kind, name, hint in hints if str in (hint, *get_args(hint))}
    assert said == {
        ("Backdrop", "scene"),
        ("Stamp", "art"),
        ("Stamp", "loop"),
        ("Stamp", "lift"),
        ("Stamp", "air"),
        ("Line", "colour"),
    }


def test_no_picture_of_ours_holds_a_word():
    drawn = [*ASSETS.glob("pictures/**/*.svg"), *ASSETS.glob("scenes/*.svg")]
    assert drawn and [path.name for path in drawn if "<text" in path.read_text(encoding="utf-8")] == []


@each_step
def test_no_label_reaches_a_screen(activity, number):
    with Story().at(activity, number) as story:
        story.choose(2)
        table = story.here.table
        labels = {o.label for o in (*table.offered, *table.beside, *table.spots, table.base) if o and o.label}
        shown = {word for thing in story.picture.things for word in _words(thing)}
        assert (labels or activity in ONLY_SHOWN) and not labels & shown


def _words(thing) -> set:
    fields = [getattr(thing, name) for name in thing.__struct_fields__]
    inside = [word for f in fields if isinstance(f, Picture) for each in f.things for word in _words(each)]
    return {f for f in fields if isinstance(f, str)} | set(inside)


@pytest.mark.parametrize("activity", NAMES)
def test_the_order_is_fixed_within_a_visit_and_differs_between_travellers(activity):
    """Step by step, as twelve children come to it."""
    steps = range(len(SHELF.activities[activity].steps))
    tables, orders = {}, {number: set() for number in steps}
    for seed in map(str, range(12)):
        with Story(seed=seed).at(activity, 0) as story:
            for number in steps:
                order = tuple(o.id for o in story.here.table.offered)
                story.go(events.TRAIL)
                story.go(activity)
                assert story.visit.step == number
                assert tuple(o.id for o in story.here.table.offered) == order
                tables[number] = order, story.mechanic.TRAITS.in_order
                orders[number].add(order)
                story.choose(1)
                story.tap(screens.ONWARD)
    for number, (order, in_order) in tables.items():
        if len(order) > 2 and not in_order:
            assert len(orders[number]) > 3
            assert len({order[0] for order in orders[number]}) > 1, "the first place favours some picture"


def test_every_activity_of_the_folder_is_on_the_trail():
    assert SHELF.mistakes == ()
    assert set(NAMES) == set(SHELF.activities)
