"""Unfolding: what a picture goes through to become another, as light does that comes up."""

from game.core.ids import SpotId
from game.core.lanterns import OPEN
from game.core.picture import Stamp
from game.mechanics.light import OPENING, RISING, WAITING
from game.play.unfolding import EACH, Unfolding

FIRST = SpotId("lantern-1")


def test_light_comes_up_through_all_that_lies_between_and_goes_the_same_way():
    def seen(before: str, after: str, *times: float) -> list:
        through = (RISING, OPENING) if after == OPEN else (OPENING, RISING)
        unfolding = Unfolding(still=False)
        for now, each in ((0, before), (1, after)):
            unfolding.set_out([(FIRST, Stamp(each, 0, 0, 10, through=through))], now)
        return [unfolding.art(FIRST, 1 + time) for time in times]

    times = (0, EACH * 1.1, EACH * 2.1)
    assert seen(WAITING, OPEN, *times) == [RISING, OPENING, None]
    assert seen(OPEN, WAITING, *times) == [OPENING, RISING, None]
    assert seen(OPENING, OPEN, *times) == [None, None, None]
    assert seen(WAITING, WAITING, *times) == [None, None, None]


def test_where_nothing_moves_the_light_is_there_at_once():
    unfolding = Unfolding(still=True)
    for art in (WAITING, OPEN):
        unfolding.set_out([(FIRST, Stamp(art, 0, 0, 10, through=(RISING, OPENING)))], 0)
    assert unfolding.art(FIRST, 0) is None and not unfolding.going_on(0)


def test_what_comes_while_others_are_there_is_unfolded_and_what_stands_in_another_scene_is_not():
    paper, unfolding = SpotId("paper"), Unfolding(still=False)
    before, after = (FIRST, Stamp(WAITING, 0, 0, 10)), (paper, Stamp(OPEN, 0, 0, 10, through=(OPENING,)))
    unfolding.set_out([before], 0)
    unfolding.set_out([before, after], 1)
    assert [unfolding.art(paper, 1 + time) for time in (0, EACH * 1.1)] == [OPENING, None]
    unfolding.enter()
    unfolding.set_out([before, after], 2)
    assert unfolding.art(paper, 2) is None and not unfolding.going_on(2)
