"""A second tap within half a second is the first one's echo, wherever the first one has led."""

import pytest

from game.play import screens
from game.play.session import ECHO
from tests.support.story import STEPS, Story

ONWARD = screens.CONTROLS_AT[screens.ONWARD]


def tap_twice(story: Story, x: float, y: float, pause: float) -> None:
    """Two taps on the same place, the second so many seconds after the first."""
    for _ in range(2):
        story.touch("press", x, y)
        story.touch("release", x, y)
        story.now += pause


@pytest.mark.parametrize(("activity", "number"), STEPS)
def test_a_child_that_presses_onward_twice_goes_on_once(activity, number):
    with Story().at(activity, number) as once, Story().at(activity, number) as twice:
        for story in (once, twice):
            story.choose(1)
        once.tap(screens.ONWARD)
        twice.now += 1
        tap_twice(twice, *ONWARD, ECHO * 0.6)
        assert (twice.visit.place, twice.visit.activity, twice.visit.step) == (
            once.visit.place,
            once.visit.activity,
            once.visit.step,
        )


def test_two_slow_taps_on_onward_go_on_twice():
    with Story().at("pick-a-worry-stone", 0) as story:
        story.choose(1)
        story.now += 1
        tap_twice(story, *ONWARD, ECHO * 1.2)
        assert story.visit.step == 2


def test_rubbing_has_no_echo():
    with Story().at("pick-a-worry-stone", 2) as story:
        story.now += 1
        tap_twice(story, 690, 330, ECHO * 0.3)
        assert [move.do for move in story.moves()][-2:] == ["rub", "rub"]
