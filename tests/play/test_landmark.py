"""What stands at a stop of the trail: shut until the child has been there, then with what was chosen last."""

import pytest
from msgspec.structs import replace

from game.core import events
from game.core.events import Stop
from game.core.ids import Scenery, StopPicture, TrailStop
from game.core.picture import Picture, Stamp, pieces
from game.play import screens
from game.play.landmark import LEAVES, WAITING
from game.play.stretches import MOST, ON
from tests.support.long_trail import ONE, all_views, long_trail, on_one_another
from tests.support.story import LIBRARY, NAMES, SHELF, Story


def prints(picture: Picture) -> int:
    """How many footpaths lead to stops."""
    return sum(isinstance(thing, Stamp) and thing.art in ("prints-up", "prints-down") for thing in picture.things)


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


def test_sand_leads_to_each_stop_alike_whether_the_child_has_been_there_or_not():
    with Story() as story:
        story.go("pick-a-worry-stone")
        story.tap(screens.TRAIL)
        things = story.picture.things
        ways = [t for t in things if isinstance(t, Stamp) and t.art in ("stop-path-up", "stop-path-down")]
        stops = [t for t in things if isinstance(t, Stamp) and isinstance(t.means, TrailStop)]
        assert len(ways) == len(stops) > 1 and len({way.width for way in ways}) == 1
        assert all(
            way.means is None and things.index(way) < things.index(stop) for way, stop in zip(ways, stops, strict=True)
        )


@pytest.mark.parametrize("quiet", [False, True])
def test_a_thing_of_the_same_kind_as_the_cover_stands_in_its_place(quiet):
    with Story(quiet=quiet) as story:
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
        story.session.prepare(events.Prepared(stops, story.visit.begun.plan, story.visit.begun.envelope))
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
