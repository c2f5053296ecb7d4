"""A little story on a screen: it takes the ghost hand's place, gives way to every touch, and is never recorded."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from math import hypot

import pytest
from msgspec.structs import replace

from game.core.companion import COMPANION_ID, PAWS_ID, companion_on
from game.core.ids import SpotId, TrailStop
from game.core.keyframes import keyframes
from game.core.layout import TRAY, TURN
from game.core.picture import find
from game.core.story import LONGEST
from game.play import screens
from game.play.room import FRAME
from game.play.scanning import CHOOSE, NEXT, SLOWEST, Key, Scanner
from game.play.screen_key import screen_of
from game.play.showings import AGAIN, FIRST
from game.play.stretches import ON
from tests.support.child import Child
from tests.support.story import Story, read_activities
from tests.support.told import told as told_at

TOLD = "when-we-are-done"
LAYING = """  - place: where
    from: visit.companion
    pictures: [star, kite, boat, leaf, drum, moon, tent, shell, feather, ball, sofa, sand]
    onto: [different, keep]
    story: [walk: keep, pose: waving, walk: different, pose: waving]
"""
PLAYING = FIRST + 2.5  # seconds after arrival, in the middle of its story
LEFT = keyframes(*told_at(TOLD, 0)[:2])[-1].laid  # what lies there when it is over


@contextmanager
def arrived(activity: str = TOLD, step: int = 0, told: bool = True) -> Iterator[Child]:
    """A child who has just come to this step; its activity has no story where none is `told`."""
    with Story().at(activity, step) as story:
        if not told:
            story.session.activities = {name: untold(a) for name, a in story.session.activities.items()}
        yield Child(story)


def companion(child: Child) -> tuple[float, float]:
    """Where it waits on this screen."""
    here = companion_on(child.story.picture)
    assert here is not None
    return here.x, here.y


def untold(activity):
    """The same activity, from the same text, without its stories."""
    return replace(activity, steps=tuple(replace(step, story=()) for step in activity.steps))


@pytest.fixture
def child():
    with arrived() as child:
        yield child


def test_it_waits_for_a_screen_that_is_long_in_the_making(monkeypatch):
    """As on a slow machine, where a new land takes longer to be drawn than the story to be played."""
    with arrived() as child:
        monkeypatch.setattr(child.glass, "ready", lambda scene, sprites: not scene)
        child.room.refit(child.glass)
        child.wait(FIRST + LONGEST + 5)
        assert not child.room.whole
        monkeypatch.undo()
        child.wait(FIRST + 2.5)
        assert child.plays


def test_it_comes_on_arrival_in_place_of_the_ghost_hand_once_more_and_then_no_more(child):
    child.wait(FIRST - 0.1)
    assert not child.plays
    child.wait(2.6)
    assert child.plays and not child.hand
    child.wait(8)
    assert not child.plays
    child.wait(AGAIN - 2)
    assert child.plays and not child.hand
    seen = []
    for _ in range(60):
        child.wait(1)
        seen.append(child.plays)
    assert not any(seen[10:]), "a thinking child is left alone"


def test_where_there_is_no_story_the_ghost_hand_comes_as_ever():
    with arrived(told=False) as child:
        child.wait(FIRST + 1)
        assert child.hand and not child.plays


def test_what_only_a_hand_can_show_it_shows_when_the_story_is_over():
    with arrived("pick-a-worry-stone", 2) as child:
        activity = child.story.session.activities["pick-a-worry-stone"]
        story = child.story.session.activities[TOLD].steps[0].story
        steps = tuple(replace(step, story=story) for step in activity.steps)
        told = child.story.session.activities | {activity.name: replace(activity, steps=steps)}
        child.story.session.activities = told
        child = Child(child.story)
        child.wait(PLAYING)
        assert child.plays and not child.hand
        child.wait(8)
        assert child.hand and not child.plays


def test_a_touch_ends_it_at_once_and_means_what_it_means(child):
    child.wait(PLAYING)
    option = child.story.options()[1]
    child.tap(option.x, option.y)
    assert not child.plays
    assert [hand.what for hand in child.story.session.hands] == [option.means]


def test_when_a_touch_ends_it_the_companion_walks_back_from_where_it_is():
    with arrived("coming-here") as child:
        child.wait(2 * PLAYING)
        waits, played = companion_on(child.story.picture), child.things[COMPANION_ID]
        child.tap(640, 60)
        there = [child.things[COMPANION_ID]]
        while child.room._list.walks(child.now):
            child.wait(FRAME)
            there.append(child.things[COMPANION_ID])
        steps = [hypot(b.x - a.x, b.y - a.y) for a, b in pairwise((played, *there))]
        child.wait(0.1)
        assert child.things[COMPANION_ID].x == waits.x and 10 < len(there) < 60
        assert max(steps) < hypot(waits.x - played.x, waits.y - played.y) / 4, "it is nowhere all of a sudden"


@pytest.mark.parametrize("control", [screens.REST, screens.TRAIL, screens.ONWARD])
def test_rest_trail_and_onward_work_with_the_next_frame_while_it_plays(child, control):
    child.wait(PLAYING)
    before = screen_of(child.room.session)
    where = find(child.story.picture, control)
    child.tap(where.x, where.y)
    assert screen_of(child.room.session) != before
    assert child.glass.frames[-1].scene != "two-banks" or control == screens.ONWARD


def test_a_second_press_is_the_echo_of_the_first_one_as_ever(child):
    child.wait(PLAYING)
    option = child.story.options()[0]
    for _ in range(2):
        child.tap(option.x, option.y)
    assert len(child.story.session.hands) == 1


def test_keys_and_the_switch_end_it_and_choose(child):
    child.wait(PLAYING)
    child.room.key(Key("press", 1, NEXT), child.now)
    child.glass.frame()
    assert not child.plays and any(getattr(d.sprite, "art", "") == "marker" for d in child.things.values())
    child.room.key(Key("release", 1, NEXT), child.now)
    child.room.key(Key("press", 1, NEXT), child.now)  # from the raft with others to the first picture
    child.room.key(Key("press", 2, CHOOSE), child.now)
    child.room.key(Key("release", 2, CHOOSE), child.now)
    assert child.story.session.hands


def test_where_a_tap_anywhere_is_the_switch_it_ends_the_story_and_asks_for_none(child):
    child.room._scanner = Scanner(SLOWEST)  # it still marks the first thing: no other screen opens
    child.wait(PLAYING)
    child.tap(*companion(child))
    assert not child.plays and any(getattr(d.sprite, "art", "") == "marker" for d in child.things.values())
    child.wait(1)
    assert not child.plays


def test_a_tap_on_the_companion_plays_it_again_as_often_as_the_child_likes(child):
    for _ in range(3):
        child.wait(PLAYING)
        child.tap(*companion(child))
        child.wait(2)
        assert child.plays
        child.tap(640, 100)
        assert not child.plays


def test_where_something_waits_in_the_air_a_tap_on_the_companion_sends_it_home_and_plays_nothing(child):
    option = child.story.options()[0]
    child.tap(option.x, option.y)
    child.wait(1)
    assert child.story.session.hands
    child.tap(*companion(child))
    child.wait(2)
    assert child.story.session.hands == () and not child.plays


@pytest.mark.parametrize(("activity", "step"), [("coming-here", 0), ("our-last-day", 1)])
def test_a_companion_that_the_child_has_set_somewhere_stays_there(activity, step):
    with arrived(activity, step) as child:
        child.wait(PLAYING)
        assert child.plays
        child.story.choose(1)
        child.wait(LONGEST)  # it walks there
        for _ in range(int(LONGEST + AGAIN)):
            child.wait(1)
            assert not child.plays


@pytest.mark.parametrize("done", ["turned", "another laid", "put back"])
def test_while_the_companion_itself_is_not_laid_its_story_is_played_whatever_else_was_done(done, tmp_path):
    loaded = read_activities(tmp_path, where=LAYING)
    with Story(loaded=loaded) as story:
        story.go("where")
        while (own := companion_on(story.picture)) is None:
            story.tap(TURN)
        if done == "turned":
            story.tap(TURN)
            while companion_on(story.picture) is None:
                story.tap(TURN)
        elif done == "another laid":
            story.tap(next(o for o in story.options() if o.id != COMPANION_ID))
            story.tap(SpotId("keep"))
        else:
            for to in (SpotId("keep"), TRAY):
                story.tap(own.means)
                story.tap(to)
        child = Child(story)
        child.wait(PLAYING)
        assert child.plays


def test_while_it_plays_nothing_else_moves(child):
    child.wait(PLAYING)
    before = {id: drawn for id, drawn in child.things.items() if getattr(id, "name", "").partition("-")[0] != "story"}
    child.wait(1)
    moved = {id for id, drawn in before.items() if child.things[id] != drawn}
    assert COMPANION_ID in moved and moved <= {COMPANION_ID, PAWS_ID}, "its paws are on what it holds"


def test_where_nothing_moves_it_is_there_at_once():
    with Story().at(TOLD, 0) as story:
        child = Child(story)
        child.room._still = True
        child.room.refit(child.glass)
        places = set()
        for _ in range(12):
            child.wait(1)
            places.add((round(child.things[COMPANION_ID].x, 1), round(child.things[COMPANION_ID].y, 1)))
        assert len(places) == 4, "where it waits, where it plays, and two spots"


def test_a_story_is_in_no_journal():
    """The same touches at the same time, with the story and what it leaves, and without: byte for byte the same."""
    kept = []
    for told in (True, False):
        with arrived(told=told) as child:
            child.wait(PLAYING)
            child.tap(*companion(child))
            child.wait(PLAYING)
            child.wait(8)
            for thing in (*LEFT, *child.story.options()[:2], *child.story.spots()[-1:]):
                child.tap(thing.x, thing.y)
                child.wait(1)
            kept.append(child.story.session.journal.path.read_bytes())
    assert kept[0] == kept[1]


def test_a_story_that_would_show_what_is_offered_is_not_told():
    """What is chosen earlier can be anything; `check` knows only what stands in the file."""
    with Story().at("backpack", 0) as story:
        activity = story.session.activities["backpack"]
        offered = story.here.table.offered[0]
        for name, told in ((offered.id, False), ("acorn", True)):
            beats = (replace(activity.steps[0].story[0], do="think", what=name),)
            steps = (replace(activity.steps[0], story=beats),)
            story.session.activities = story.session.activities | {"backpack": replace(activity, steps=steps)}
            assert (Child(story).room._story is not None) is told


def test_on_the_trail_it_begins_when_the_companion_has_come_there_and_a_touch_ends_it():
    with Story() as story:
        story.go("my-traveller")
        story.tap(screens.TRAIL)
        child = Child(story)
        child.wait(FIRST + 1)
        child.tap_on(find(story.picture, ON))
        child.wait(3)
        child.tap_on(find(story.picture, TrailStop("our-road")))
        child.wait(1)
        child.tap_on(find(story.picture, screens.TRAIL))
        walks = [child.now]
        while child.room._list.walks(child.now):
            child.wait(0.1)
            walks.append(child.now)
        assert walks[-1] - walks[0] > FIRST, "the way is long enough to be in the story's way"
        child.wait(2)
        assert child.plays
        child.tap(640, 60)
        child.wait(0.1)
        assert not child.plays
