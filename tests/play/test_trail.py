"""The trail: its stretches, what stands on each, and the view that is led along the road."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import events
from game.core.companion import companion_on
from game.core.events import Stop
from game.core.ids import Gate, TrailStop
from game.core.picture import LIGHT, WIDTH, Stamp, find, hit
from game.core.table import Touch
from game.play import screens
from game.play.display_list import backdrop_of
from game.play.scan_targets import goals
from game.play.screen_story import story_of
from game.play.stretches import BACK, MOST, ON, stretches
from tests.child.test_rules import holds
from tests.support.examples import examples
from tests.support.key_player import Child as Player
from tests.support.key_player import by_keys, by_switch
from tests.support.long_trail import all_views, long_trail, on_one_another
from tests.support.story import NAMES, NEXT_DAY, PLAN, Story, reachable

MANY = range(1, 41)
FAR_GATE = 671, 262  # where it stands on the horizon


@given(chapters=st.lists(st.integers(1, 9), min_size=1, max_size=10))
def test_each_stop_stands_on_one_stretch_in_its_order_and_few_stand_on_each(chapters):
    stops = tuple(Stop(f"{c}-{n}", "", "", c) for c, many in enumerate(chapters) for n in range(many))
    there = stretches(stops)
    assert tuple(stop for stretch in there for stop in stretch) == stops
    assert all(1 <= len(stretch) <= MOST for stretch in there)


def test_a_chapter_that_can_stay_together_does():
    stops = tuple(Stop(f"{c}-{n}", "", "", c) for c, many in enumerate((3, 2, 4, 1, 1)) for n in range(many))
    assert [len(stretch) for stretch in stretches(stops)] == [3, 2, 2, 3, 1]
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
                it = companion_on(picture)
                assert it.width >= 150 and it.width / 2 <= it.x <= WIDTH - it.width / 2
                stops = [t for t in picture.things if isinstance(t, Stamp) and isinstance(t.means, TrailStop)]
                assert not any(abs(t.x - it.x) < 0.45 * it.width and t.y < it.y + 40 for t in stops), "it hides a stop"
                ways = [t for t in picture.things if isinstance(t, Stamp) and t.means in (BACK, ON)]
                assert all(abs(way.x - it.x) > 0.6 * it.width for way in ways), "it hides the way"


def test_no_landmark_is_favoured_the_companion_thinks_of_each_that_is_in_view_and_of_no_other():
    with long_trail(5) as story:
        for view in all_views(story):
            stops = [t.means.name for t in view.things if isinstance(getattr(t, "means", None), TrailStop)]
            told = story_of(story.visit, story.session.activities, story.library.spots, view)
            assert sorted(beat.what for beat in told if beat.do == "think") == sorted(stops) != []
            assert not any(isinstance(t, Stamp) and t.lift == LIGHT for t in view.things), "no light lies on one alone"


def test_the_first_of_two_stretches_is_no_shorter_than_the_second():
    with long_trail(5) as story:
        assert [len(stretch) for stretch in stretches(story.visit.begun.stops)] == [3, 2]


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


def test_on_the_last_visit_the_gate_means_the_same_wherever_it_is_seen():
    """It shines on the horizon of each stretch: a touch there goes to it, and light on it answers on press."""
    with long_trail(18) as story:
        story.weekly()
        assert hit(story.picture, *FAR_GATE) is None, "on all other visits one goes home"
        story.plan(PLAN)
        there = [goal.means for goal in goals(story.visit, story.picture, ())]
        assert there.count(Gate()) == there.count(ON) == 1
        story.touch("press", *FAR_GATE)
        light = [t for t in story.picture.things if isinstance(t, Stamp) and t.lift == LIGHT]
        assert [(t.x, t.y) for t in light] == [FAR_GATE]
        story.touch("release", *FAR_GATE)
        assert story.visit.place == events.GATE
        assert hit(story.picture, *FAR_GATE) is None, "a second touch there ends nothing"


def test_onward_never_leads_to_choose_a_traveller_that_was_met_before_and_goes_from_one_stop_to_the_next():
    with Story() as story:
        story.go_through(NAMES[:2], 1)
        story.begin(NEXT_DAY)
        begun = story.visit.begun
        story.session.prepare(events.Prepared(begun.stops[:4], begun.plan, begun.envelope))
        story.go(NAMES[1])
        story.tap(screens.TRAIL)
        led = []
        while story.visit.place == events.TRAIL:
            story.tap(screens.ONWARD)
            led.append(story.visit.activity if story.visit.place == events.STEP else story.visit.place)
            story.tap(screens.TRAIL) if story.visit.place == events.STEP else None
        assert led == [*NAMES[2:4], events.GATE]


def test_on_a_first_visit_onward_leads_to_the_traveller_also_where_the_program_was_ended_there():
    with Story() as story:
        story.wake()
        assert story.visit.activity == events.TRAVELLER
        story.tap(screens.TRAIL)
        story.reopen()
        story.session.visit.how.pop(events.TRAVELLER)
        story.tap(screens.ONWARD)
        assert story.visit.activity == events.TRAVELLER


def test_from_stop_to_stop_it_walks_along_the_road_on_each_stretch():
    """It never stands where it stood at the stop before."""
    with Story() as story:
        story.go(events.TRAIL)
        stood: dict[int, list[float]] = {}
        for stop in story.visit.begun.stops:
            story.tap(TrailStop(stop.activity))
            story.tap(screens.TRAIL)
            stood.setdefault(story.session.stretch, []).append(companion_on(story.picture).x)
    assert len(stood) > 1
    assert all(places == sorted(set(places)) for places in stood.values()), stood


def test_where_the_view_is_led_the_companion_comes_in_from_the_side_on_which_it_was():
    with long_trail(18) as story:
        assert companion_on(story.picture).x < WIDTH / 2
        story.tap(ON)
        assert companion_on(story.picture).x < WIDTH / 2, "it comes after the view, from the door's side"
        story.tap(TrailStop("stone-17"))
        story.tap(screens.TRAIL)
        story.tap(BACK)
        assert companion_on(story.picture).x > WIDTH / 2, "it comes back from the gate's side"


def test_where_stops_are_taken_away_meanwhile_the_view_is_on_what_is_left():
    with long_trail(18) as story:
        while find(story.picture, ON):
            story.tap(ON)
        begun = story.visit.begun
        story.session.prepare(events.Prepared(begun.stops[:3], begun.plan, begun.envelope))
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
