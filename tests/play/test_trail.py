"""The trail: its stretches, what stands on each, and the view that is led along the road."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core import events
from game.core.events import Stop
from game.core.ids import Control, Scenery, StopPicture, TrailStop
from game.core.layout import COMPANION_ID
from game.core.picture import WIDTH, Backdrop, Picture, Stamp, find, hit, pieces
from game.core.sprite import PartSprite
from game.core.table import Touch
from game.play import screens
from game.play.display_list import DisplayList, backdrop_of
from game.play.landmark import LEAVES, WAITING
from game.play.motion import SLIDE
from game.play.stretches import BACK, MOST, ON, stretches
from tests.child.test_rules import holds
from tests.support.child import Child
from tests.support.examples import examples
from tests.support.key_player import Child as Player
from tests.support.key_player import by_keys, by_switch
from tests.support.recording_glass import RecordingGlass
from tests.support.story import LIBRARY, NAMES, SHELF, Story, reachable

MANY = range(1, 41)
ONE = SHELF.activities["pick-a-worry-stone"]


def long_trail(many: int, chapters: int = 1) -> Story:
    """A story on whose trail stand so many stops."""
    story = Story()
    names = [f"stone-{number}" for number in range(many)]
    story.session.activities = {name: replace(ONE, name=name) for name in names}
    stops = tuple(Stop(name, name, ONE.cover, number * chapters // many) for number, name in enumerate(names))
    begun = story.visit.begun
    story.session.prepare(stops, begun.plan, begun.envelope)
    story.wake()
    return story


def all_views(story: Story) -> list[Picture]:
    """Every stretch, from the first to the last."""
    story.tap(screens.TRAIL) if story.visit.place != events.TRAIL else None
    while find(story.picture, BACK):
        story.tap(BACK)
    found = [story.picture]
    while find(story.picture, ON):
        story.tap(ON)
        found.append(story.picture)
    return found


def on_one_another(a: Stamp, b: Stamp) -> bool:
    apart = (a.width + b.width) / 2
    return abs(a.x - b.x) < apart and abs(a.y - b.y) < apart


def prints(picture: Picture) -> int:
    """How many footpaths lead to stops."""
    return sum(isinstance(thing, Stamp) and thing.art in ("prints-up", "prints-down") for thing in picture.things)


def companion(picture: Picture) -> Stamp:
    return next(t for t in picture.things if isinstance(t, Stamp) and t.id == COMPANION_ID)


@given(chapters=st.lists(st.integers(1, 9), min_size=1, max_size=10))
def test_each_stop_stands_on_one_stretch_in_its_order_and_few_stand_on_each(chapters):
    stops = tuple(Stop(f"{c}-{n}", "", "", c) for c, many in enumerate(chapters) for n in range(many))
    there = stretches(stops)
    assert tuple(stop for stretch in there for stop in stretch) == stops
    assert all(1 <= len(stretch) <= MOST for stretch in there)


def test_a_chapter_that_can_stay_together_does():
    stops = tuple(Stop(f"{c}-{n}", "", "", c) for c, many in enumerate((4, 3, 5, 4, 7)) for n in range(many))
    assert [len(stretch) for stretch in stretches(stops)] == [4, 3, 5, 4, 4, 3]
    assert stretches(()) == ((),), "where nothing is on the trail there still is a land"


@pytest.mark.parametrize("many", MANY)
def test_every_stop_can_be_seen_and_touched_on_some_stretch_and_none_lies_upon_another(many):
    with long_trail(many, chapters=1 + many % 4) as story:
        seen = []
        for picture in all_views(story):
            holds(picture)
            stops = [t for t in picture.things if isinstance(t, Stamp) and isinstance(t.means, TrailStop)]
            assert all(t.width >= 112 and reachable(picture, t) for t in stops)
            assert not any(on_one_another(a, b) for a, b in combinations(stops, 2))
            seen += [stop.means.name for stop in stops]
        assert seen == [stop.activity for stop in story.visit.begun.stops]


@pytest.mark.parametrize("many", (1, 5, 6, 18, 40))
def test_any_stop_opens_first(many):
    for number in {0, many // 2, many - 1}:
        with long_trail(many) as story:
            story.tap(TrailStop(f"stone-{number}"))
            assert story.visit.activity == f"stone-{number}"


@pytest.mark.parametrize("interval", [by_keys, by_switch])
@pytest.mark.parametrize("many", (1, 6, 18, 40))
def test_every_stop_opens_by_keys_and_by_one_switch(many, interval):
    with long_trail(many) as story:
        player = Player(story, interval)
        for number in sorted({0, many // 3, many - 1}, reverse=True):
            player.tap(TrailStop(f"stone-{number}"))
            assert story.visit.activity == f"stone-{number}"
            player.tap(screens.TRAIL)


@pytest.mark.parametrize("many", (1, 4, 5, 6, 11, 40))
def test_the_companion_stands_on_the_road_in_every_view(many):
    with long_trail(many) as story:
        for last in (None, 0, many // 2, many - 1):
            if last is not None:
                story.tap(TrailStop(f"stone-{last}"))
            for picture in all_views(story):
                it = companion(picture)
                assert it.width >= 150 and it.width / 2 <= it.x <= WIDTH - it.width / 2
                stops = [t for t in picture.things if isinstance(t, Stamp) and isinstance(t.means, TrailStop)]
                assert not any(abs(t.x - it.x) < 0.45 * it.width and t.y < it.y + 40 for t in stops), "it hides a stop"


def test_the_view_is_where_the_companion_is_until_it_is_led_elsewhere():
    with long_trail(18) as story:
        story.tap(TrailStop("stone-7"))
        story.tap(screens.TRAIL)
        here = story.session.stretch
        assert find(story.picture, TrailStop("stone-7"))
        story.tap(ON)
        assert story.session.stretch == here + 1
        story.tap(screens.REST)
        story.perform((Touch("press", 640, 300, 1), Touch("release", 640, 300, 1)))
        assert story.session.stretch == here + 1, "resting leaves it"
        story.tap(TrailStop("stone-0"))
        story.tap(screens.TRAIL)
        assert story.session.stretch == 0


def test_where_the_view_is_led_the_companion_comes_in_from_the_side_on_which_it_was():
    with long_trail(18) as story:
        assert companion(story.picture).x < WIDTH / 2
        story.tap(ON)
        assert companion(story.picture).x < WIDTH / 2, "it comes after the view, from the door's side"
        story.tap(TrailStop("stone-17"))
        story.tap(screens.TRAIL)
        story.tap(BACK)
        assert companion(story.picture).x > WIDTH / 2, "it comes back from the gate's side"


def test_where_stops_are_taken_away_meanwhile_the_view_is_on_what_is_left():
    with long_trail(18) as story:
        while find(story.picture, ON):
            story.tap(ON)
        begun = story.visit.begun
        story.session.prepare(begun.stops[:3], begun.plan, begun.envelope)
        assert story.session.stretch == 0 and find(story.picture, TrailStop("stone-0"))


def test_a_finger_that_wanders_makes_no_new_picture():
    with Story() as story:
        story.go("trail")
        picture = story.picture
        for phase, x in (("press", 600), ("drag", 640), ("drag", 700), ("release", 700)):
            story.session.touch(Touch(phase, x, 40))
            assert story.session.picture is picture


def test_leading_the_view_leaves_the_journal_as_it_was():
    with long_trail(18) as story:
        path, before, visit = story.session.journal.path, story.session.journal.path.read_bytes(), story.visit
        all_views(story)
        story.lead_to(TrailStop("stone-3"))
        assert path.read_bytes() == before and story.visit == visit


def test_prints_lead_to_where_the_child_has_been():
    with Story() as story:
        story.go("pick-a-worry-stone")
        story.choose(1)
        story.tap(screens.TRAIL)
        assert prints(story.picture) == 1
        story.lead_to(TrailStop(NAMES[0]))
        assert list(story.visit.opened) == [NAMES[0], "pick-a-worry-stone"] and prints(story.picture) == 1
        story.tap(ON)
        assert prints(story.picture) == 0


def test_a_thing_of_the_same_kind_as_the_cover_stands_in_its_place():
    with Story() as story:
        story.go("pick-a-worry-stone")
        story.choose(1)
        story.tap(screens.TRAIL)
        art = story.thing(TrailStop("pick-a-worry-stone")).art
        assert art != ONE.cover and {LIBRARY.family(name) for name in pieces(art)[:1]} == {LIBRARY.family(ONE.cover)}
        assert "pick-a-worry-stone" not in holds_one(story.picture)


@pytest.mark.parametrize("many", (1, 5, 12, 40))
def test_one_thing_that_was_chosen_stands_in_its_landmark_and_on_no_other(many):
    names = [f"stone-{number}" for number in range(many)]
    with Story() as story:
        hopes = SHELF.activities["when-we-are-done"]
        story.session.activities = {name: replace(hopes, name=name) for name in names}
        stops = tuple(Stop(name, name, hopes.cover, 0) for name in names)
        story.session.prepare(stops, story.visit.begun.plan, story.visit.begun.envelope)
        for name in names[:MOST]:
            story.go(name)
            story.choose(3)
        held = [thing for picture in all_views(story) for thing in holds_one(picture)]
        assert held == names[:MOST]


def holds_one(picture: Picture) -> list[str]:
    """The stops whose landmark holds something, each of them one thing, large enough and within the landmark."""
    stands = [t for t in picture.things if isinstance(t, Stamp) and isinstance(t.id, StopPicture)]
    stops = {t.means.name: t for t in picture.things if isinstance(t, Stamp) and isinstance(t.means, TrailStop)}
    for thing in stands:
        stop = stops[thing.id.name]
        assert thing.width >= 50 and on_one_another(stop, thing)
        assert not any(on_one_another(other, thing) for other in stops.values() if other is not stop)
    return [thing.id.name for thing in stands]


def test_a_landmark_is_shut_until_the_child_has_been_there_and_passed_by_opens_it_as_done_does():
    with Story() as story:
        for name in NAMES:
            story.go(events.TRAIL)
            story.lead_to(TrailStop(name))
            cover = SHELF.activities[name].cover
            assert (around(story, name) == [cover]) == (name in story.visit.opened), "a first visit begins at one"
            story.tap(TrailStop(name))
            while story.visit.place == events.STEP:
                story.tap(screens.ONWARD)
            story.lead_to(TrailStop(name))
            assert around(story, name) == [cover]


def around(story: Story, name: str) -> list[object]:
    """The pictures at the stop that are no base: its own, and what is folded around it."""
    stop = story.thing(TrailStop(name))
    leaves = [t for t in story.picture.things if isinstance(t, Stamp) and t.art == LEAVES and t.x == stop.x]
    return [stop.art, *(t.art for t in leaves)]


def test_no_stop_that_waits_is_dressed_otherwise_than_the_others_of_its_kind():
    with long_trail(12) as story:
        for picture in all_views(story):
            stops = [t for t in picture.things if isinstance(t, Stamp) and isinstance(t.means, TrailStop)]
            leaves = [t for t in picture.things if isinstance(t, Stamp) and t.art == LEAVES]
            assert len({round(leaf.width / stop.width, 6) for leaf, stop in zip(leaves, stops, strict=True)}) == 1


@pytest.mark.parametrize("name", LIBRARY.families()[0]["landmarks"])
def test_each_landmark_of_ours_has_a_picture_for_when_it_waits_and_a_place_for_what_is_chosen_there(name):
    assert LIBRARY.family(WAITING.format(name)) == "waiting"
    across, foot, width = LIBRARY.holds(name)
    assert abs(across) + width / 2 <= 0.5 and 0.2 <= width <= 0.5 and foot - 0.9 * width >= -0.5 and foot <= 0.45


def test_a_picture_of_the_land_has_its_own_ground_and_any_other_has_a_base_to_stand_on():
    with Story() as story:
        story.wake()
        seen = [thing for picture in all_views(story) for thing in picture.things if isinstance(thing, Stamp)]
    stops = [t for t in seen if isinstance(t.means, TrailStop)]
    bases = [t for t in seen if isinstance(t.id, Scenery) and t.id.name == "base"]
    owns = [LIBRARY.family(SHELF.activities[stop.means.name].cover) == "landmarks" for stop in stops]
    assert any(owns) and not all(owns) and len(bases) == owns.count(False)


# The land slides


@pytest.fixture
def child():
    with long_trail(18) as story:
        child = Child(story)
        child.wait(1)
        yield child


def press(child: Child, means) -> None:
    thing = child.story.thing(means)
    for phase in ("press", "release"):
        child.glass.post(Touch(phase, thing.x, thing.y, 1))
        child.glass.frame()


def test_the_land_slides_to_the_next_stretch_and_comes_to_rest(child):
    press(child, ON)
    asides = []
    while child.room.slides(child.now):
        child.wait(0.01)
        asides.append(child.frame.aside)
        by_id = {drawn.id: drawn for drawn in child.frame.things}
        assert by_id[screens.REST].aside == 0 and 0 <= by_id[COMPANION_ID].x <= WIDTH
    assert (
        asides[0] > 0.9 and asides[-2:] == sorted(asides[-2:], reverse=True) and asides == sorted(asides, reverse=True)
    )
    child.wait(0.1)
    assert (child.frame.aside, child.frame.beside) == (0, "")
    assert all(drawn.aside == 0 for drawn in child.frame.things)


def test_it_slides_back_the_other_way(child):
    press(child, ON)
    child.wait(SLIDE + 0.2)
    press(child, BACK)
    child.wait(0.2)
    assert child.frame.aside < 0 and child.frame.beside == "trail-middle" and child.frame.scene == "trail-door"


def test_while_it_slides_only_the_controls_mean_what_they_seem(child):
    press(child, ON)
    stop = next(t for t in child.story.picture.things if isinstance(t, Stamp) and isinstance(t.means, TrailStop))
    press(child, stop.means)
    assert child.story.visit.place == events.TRAIL
    press(child, screens.REST)
    assert child.story.visit.resting


def test_where_all_is_still_the_view_changes_at_once():
    def land(scene: str, stretch: int) -> Picture:
        return Picture((Backdrop(scene, stretch), Stamp("fox-looking", 300, 400, 160, id=COMPANION_ID)))

    for still in (True, False):
        shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet, still)
        shown.show(land("trail-door", 1), 0)
        shown.show(land("trail-middle", 2), 1)
        assert shown.slides(1.1) != still
        assert (shown.frame(1.1).aside == 0) == still


def test_what_leaves_is_what_was_there(child):
    before = [d for d in child.frame.things if not isinstance(d.id, Control) and d.id != COMPANION_ID]
    press(child, ON)
    child.wait(0.3)
    left = [drawn for drawn in child.frame.things if isinstance(drawn.id, tuple)]
    assert [type(d.sprite) for d in left] == [type(d.sprite) for d in before]
    assert [(d.x, d.y) for d in left] == [(d.x, d.y) for d in before]
    assert any(isinstance(d.sprite, PartSprite) for d in left)


@examples(20)
@given(ways=st.lists(st.sampled_from((ON, BACK)), max_size=12))
def test_wherever_it_is_led_there_is_a_stretch(ways):
    with long_trail(12) as story:
        for way in ways:
            if find(story.picture, way):
                story.tap(way)
            assert 0 <= story.session.stretch < len(stretches(story.visit.begun.stops))
            assert backdrop_of(story.picture).stretch == story.session.stretch + 1
            assert hit(story.picture, *screens.CONTROLS_AT[screens.REST]) == screens.REST
