"""Where the marker of keyboard and one switch can stand, and where it stands first."""

import pygame

from game.core import events
from game.core.ids import Gate, SpotId, TrailStop
from game.core.picture import HELD, Stamp
from game.core.table import Touch
from game.play import screens
from game.play.stretches import BACK, ON
from tests.support.key_player import Child
from tests.support.story import NAMES, Story


def test_a_road_is_walked_from_its_beginning_to_its_end():
    with Story() as story:
        story.go(events.TRAIL)
        child, there = Child(story), []
        while True:
            here = [goal.means for goal in child.goals()[:-2]]
            there += here
            if ON not in here:
                break
            child.tap(ON)
        assert {Gate(), ON} <= set(there) and there[-1] == Gate(), "it is seen from afar, and stands at the end"
        assert [means for means in there if means not in (ON, BACK, Gate())] == [*map(TrailStop, NAMES)]
        first = there.index(ON)  # what is in view of the trail's beginning
        assert there[: first + 3] == [*(TrailStop(name) for name in NAMES[:first]), ON, Gate(), BACK]
        story.at("our-road", 0)
        along = [SpotId(spot.name) for spot in story.here.table.step.along]
        assert [goal.means for goal in Child(story).goals()[:-3]] == along


def test_what_is_in_the_air_goes_along_in_it_until_it_is_laid_down():
    with Story().at("coming-here", 0) as story:
        child = Child(story)
        child.tap("companion")
        assert len(child.marker()) == 1  # it is on what was lifted
        child.go(child.areas()[-1])
        ring, carried = child.marker()
        (held,) = (thing for thing in story.picture.things if isinstance(thing, Stamp) and thing.lift == HELD)
        assert (carried.art, carried.x, carried.y) == (held.art, ring.x, ring.y)
        assert carried.width < ring.width and carried.means is None
        child.tap(child.areas()[-1])
        assert story.moves() and len(child.marker()) == 1


def test_what_a_finger_holds_besides_does_not_go_along_in_it():
    with Story().at("when-we-are-done", 0) as story:
        child = Child(story)
        first, second = story.options()[:2]
        story.session.touch(Touch("press", first.x, first.y, 7))
        story.session.touch(Touch("drag", first.x, first.y - 150, 7))
        child.tap(second.means)
        child.go(child.areas()[0])
        held = {t.art for t in story.picture.things if isinstance(t, Stamp) and t.lift == HELD}
        assert held == {first.art, second.art}
        _, carried = child.marker()
        assert carried.art == second.art


def test_on_the_trail_it_stands_first_on_the_stop_from_which_the_child_comes():
    """The companion waits beside it; a way out of the view may be nearer, and is not where the child was."""
    for name in NAMES:
        with Story().at(name, 0) as story:
            story.go(events.TRAIL)
            assert Child(story).keys.at.means == TrailStop(name)


def test_where_there_is_nothing_to_do_but_watch_it_stands_first_on_what_leads_on():
    with Story().at("who-sees-this", 0) as story:
        child = Child(story)
        assert [goal.means for goal in child.goals()] == [screens.REST, screens.TRAIL, screens.ONWARD]
        assert child.keys.at.means == screens.ONWARD


def test_one_key_leads_to_what_leads_onward_from_wherever_the_marker_is():
    """Past what lies higher up, an arrow did not: a child swapped what it had chosen."""
    for name in NAMES:
        with Story().at(name, 0) as story:
            child = Child(story)
            for _ in range(2):
                child.press(pygame.K_END)
                assert child.keys.at.means == screens.ONWARD, name
                child.press(pygame.K_LEFT)
    with Story() as story:  # nothing leads onward where the companion sleeps
        child = Child(story)
        before = child.keys.at
        child.press(pygame.K_END)
        assert child.keys.at == before
