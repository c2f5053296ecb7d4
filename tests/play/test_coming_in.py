"""The companion walks to the gate, and out of it on the last page: seen once, ended by any touch, kept nowhere."""

from math import hypot

import pytest

from game.core import events
from game.core.companion import BESIDE_ID, CARRIED, CARRIED_ID, COMPANION_ID, companion_on, in_paws
from game.core.ids import Scenery
from game.core.picture import HEIGHT, Stamp
from game.play import screens
from game.play.figure import ABOVE
from game.play.room import FRAME
from game.play.walking import ACROSS, RISES
from tests.support.child import Child
from tests.support.story import Story

BEFORE = {events.GATE: events.TRAIL, events.CLOSED: events.GATE}  # where one comes from
LONGEST = 5  # seconds
each_place = pytest.mark.parametrize("place", BEFORE)


def arriving(story: Story, place: str, still: bool = False) -> Child:
    """A child before a glass on which this screen has just followed another."""
    story.go(BEFORE[place])
    child = Child(story)
    child.room._still = still
    child.room.refit(child.glass)
    child.wait(LONGEST)
    story.tap(screens.ONWARD) if place == events.CLOSED else story.go(place)
    child.wait(FRAME)
    return child


def is_there(child: Child) -> bool:
    """True where it stands in its place, in no pose of a walk."""
    stamp, seen = companion_on(child.story.picture), child.things[COMPANION_ID]
    return seen.x == stamp.x and not child.room._list.walks(child.now)


@each_place
def test_it_comes_in_from_below_step_by_step_to_where_it_stands(place):
    with Story() as story:
        child = arriving(story, place)
        stamp = companion_on(story.picture)
        seen = [child.things[COMPANION_ID]]
        assert seen[0].y - stamp.width / 2 > HEIGHT * 0.9, "hardly more of it than its ears is there at first"
        while not is_there(child):
            child.wait(1 / 12)
            seen.append(child.things[COMPANION_ID])
        assert 2 < len(seen) / 12 < LONGEST
        assert len({drawn.sprite for drawn in seen}) > 4, "foot before foot"
        far = [hypot(drawn.x - stamp.x, drawn.y - seen[-1].y) for drawn in seen]
        assert far == sorted(far, reverse=True)


@each_place
@pytest.mark.parametrize("seconds", [0.02, 1, 2])
def test_any_touch_ends_it_and_leaves_the_journal_as_it_was(place, seconds):
    with Story() as story:
        child = arriving(story, place)
        child.wait(seconds)
        assert not is_there(child)
        kept = story.session.journal.path.read_bytes()
        child.touch("press", 640, 60)
        assert is_there(child)
        child.touch("release", 640, 60)
        assert story.session.journal.path.read_bytes() == kept


def test_the_controls_work_meanwhile():
    with Story() as story:
        child = arriving(story, events.GATE)
        child.wait(0.2)
        child.tap(*screens.CONTROLS_AT[screens.REST])
        assert story.visit.resting and child.room.whole
        child.tap(*screens.CONTROLS_AT[screens.ONWARD])
        assert story.visit.place == events.GATE and is_there(child), "back from resting it stands where it stood"


@each_place
def test_where_all_is_still_it_stands_there_at_once(place):
    with Story() as story:
        assert is_there(arriving(story, place, still=True))


def test_on_a_glass_that_begins_there_it_stands_there():
    with Story() as story:
        story.go(events.GATE)
        child = Child(story)
        child.wait(FRAME)
        assert is_there(child)


def test_what_it_has_with_it_comes_along():
    for quiet, what in ((False, CARRIED_ID), (True, BESIDE_ID)):
        with Story(quiet=quiet) as story:
            story.go(events.TRAVELLER)
            while story.visit.place == events.STEP:
                animals = [each for each in story.options() if not str(each.art).startswith("paper-")]
                story.tap(animals[0])
                story.tap(screens.ONWARD)
            child = arriving(story, events.GATE)
            stamp, rests = companion_on(story.picture), find_stamp(story, what)
            for _ in range(4):
                child.wait(0.4)
                it, thing = child.things[COMPANION_ID], child.things[what]
                if what == CARRIED_ID:
                    x, y, width = in_paws(it.x, _middle(it, stamp), stamp.width)
                    assert thing.x == pytest.approx(x) and 0 <= y - thing.y <= RISES * width / (ACROSS * CARRIED), (
                        "it rises with the body"
                    )
                else:  # the companion goes in steps, twelve a second
                    assert thing.x - it.x == pytest.approx(rests.x - stamp.x, abs=12)


def find_stamp(story: Story, id: Scenery) -> Stamp:
    return next(t for t in story.picture.things if isinstance(t, Stamp) and t.id == id)


def _middle(drawn, stamp) -> float:
    """The middle of the picture in whose place the puppet is."""
    return drawn.y + stamp.width * ABOVE
