"""When a little story is shown: once on arrival, once more after a while, and when it is asked for."""

import pytest

from game.play.showings import AGAIN, FIRST, Showings


def running(shown: Showings, start: float, end: float) -> int:
    """How often something begins to be shown in this time."""
    there = [shown.running(start + n / 10) is not None for n in range(int((end - start) * 10))]
    return sum(now and not before for before, now in zip([False, *there], there, strict=False))


def test_once_on_arrival_once_more_after_a_while_and_then_no_more():
    shown = Showings(5, 0)
    assert [running(shown, *times) for times in ((0, FIRST), (FIRST, 10), (10, 60), (60, 500))] == [0, 1, 1, 0]


@pytest.mark.parametrize("number", [1, 2])
def test_a_touch_ends_it_at_once_the_second_time_too(number):
    shown, now = Showings(5, 0), FIRST + 1
    assert shown.running(now) == pytest.approx(1)
    if number == 2:
        shown.running(now + 5)
        now += 5 + AGAIN
        assert shown.running(now) == pytest.approx(1)
    shown.touched(now)
    assert shown.running(now) is None and shown.running(now + 0.1) is None
    assert running(shown, now, 500) == 2 - number


def test_it_is_shown_again_when_it_is_asked_for_and_only_then():
    shown = Showings(5, 0)
    shown.touched(3)
    shown.again(4)
    assert shown.running(4) == 0
    assert running(shown, 9.1, 500) == 0
