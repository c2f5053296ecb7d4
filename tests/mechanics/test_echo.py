"""A second tap within half a second is the first one's echo, wherever the first one has led."""

import pytest

from game.mechanics.rub import BASE as STONE
from game.play import screens
from game.play.echo import ECHO, THEN_TAP
from tests.support.steps import carrying, steps
from tests.support.story import STEPS, Story


def tap_at(story: Story, thing, *times: float) -> None:
    """A tap on the middle of this thing at each of these times."""
    for time in times:
        story.now = time
        for phase in ("press", "release"):
            story.touch(phase, thing.x, thing.y)


@steps(*carrying)
def test_a_second_tap_on_a_thing_is_an_echo(activity, number):
    with Story().at(activity, number) as story:
        at = story.options()[0]
        tap_at(story, at, 10)
        once = story.visit, story.session.hands
        tap_at(story, at, 10 + 0.8 * ECHO)
        assert (story.visit, story.session.hands) == once


def done(story: Story, before: int) -> list[str]:
    """What was done since so many moves."""
    return [move.do for move in story.moves()[before:]]


@steps("choose")
def test_a_tap_on_where_it_has_gone_by_itself_right_after_is_the_other_half_of_tap_then_tap(activity, number):
    with Story().at(activity, number) as story:
        at, before, now = story.options()[0], len(story.moves()), story.now + 10
        tap_at(story, at, now)
        chosen, there = story.visit, story.thing(at.means)
        assert done(story, before) == ["choose"]
        tap_at(story, there, now + 0.9 * THEN_TAP)
        assert story.visit == chosen and not story.session.hands
        tap_at(story, there, now + THEN_TAP)
        assert done(story, before) == ["choose", "put back"], "whoever means it taps again"


@steps("choose")
def test_later_or_where_it_was_carried_there_the_first_tap_puts_it_back(activity, number):
    with Story().at(activity, number) as story:
        at, before, now = story.options()[0], len(story.moves()), story.now + 10
        tap_at(story, at, now)
        there = story.thing(at.means)
        tap_at(story, there, now + 1.1 * THEN_TAP)
        assert done(story, before) == ["choose", "put back"]
        story.now = now + 10
        for phase, thing in (("press", at), ("drag", there), ("release", there)):
            story.touch(phase, thing.x, thing.y)
        tap_at(story, there, now + 10 + 1.1 * ECHO)
        assert done(story, before)[2:] == ["choose", "put back"]


@pytest.mark.parametrize(("activity", "number"), STEPS)
def test_a_child_that_presses_onward_twice_goes_on_once(activity, number):
    with Story().at(activity, number) as once, Story().at(activity, number) as twice:
        for story in (once, twice):
            story.choose(1)
        once.tap(screens.ONWARD)
        start, onward = twice.now + 1, twice.thing(screens.ONWARD)
        tap_at(twice, onward, start, start + 0.6 * ECHO, start + 0.9 * ECHO)
        there = [(story.visit.place, story.visit.activity, story.visit.step) for story in (once, twice)]
        assert there[0] == there[1]


def test_two_slow_taps_on_onward_go_on_twice():
    with Story().at("pick-a-worry-stone", 0) as story:
        story.choose(1)
        tap_at(story, story.thing(screens.ONWARD), story.now + 1, story.now + 1 + 1.2 * ECHO)
        assert story.visit.step == 2


@steps("rub")
def test_rubbing_has_no_echo(activity, number):
    with Story().at(activity, number) as story:
        before = len(story.moves())
        tap_at(story, story.thing(STONE), 10, 10.1, 10.2, 10.3)
        assert len(story.moves()) == before + 4
