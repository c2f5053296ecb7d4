"""Lanterns that two light: the child from its end, who is with the companion from the other one."""

import pytest
from msgspec.structs import replace

from game.core.ids import Scenery, SpotId
from game.core.lanterns import OPEN
from game.core.picture import Glow, Stamp, find
from game.core.table import Move, Offered
from game.mechanics import light
from game.mechanics.light import OPENING, RISING, WAITING
from tests.support.story import Story


def burning(story: Story) -> list[int]:
    """The numbers of the lanterns that burn, each with its light."""
    there = {t.id: t for t in story.picture.things if isinstance(t, Stamp | Glow) and t.id}
    row = range(1, 8)
    lit = [n for n in row if there[SpotId(f"light-{n}")].art == OPEN]
    assert lit == [n for n in row if there[Scenery(f"glow-light-{n}")].strength]
    return lit


def test_each_light_is_answered_from_the_other_end_until_they_meet():
    with Story().at("how-we-celebrate", 0) as story:
        seen = []
        for number in (1, 2, 4, 3):
            story.tap(SpotId(f"light-{number}"))
            seen.append(burning(story))
        assert seen == [[1, 7], [1, 2, 6, 7], [1, 2, 4, 6, 7], [1, 2, 3, 4, 5, 6, 7]]
        assert [move.to for move in story.moves()] == ["light-1", "light-2", "light-4", "light-3"], "the child's alone"


@pytest.mark.parametrize("first", range(1, 8))
def test_whichever_of_two_that_burn_is_touched_both_are_dark_again(first):
    with Story().at("how-we-celebrate", 0) as story:
        for touched in (first, 8 - first):
            story.tap(SpotId(f"light-{first}"))
            assert burning(story) == sorted({first, 8 - first})
            story.tap(SpotId(f"light-{touched}"))
            assert burning(story) == [] and story.rows == ()


def test_the_answer_rises_with_the_finger_and_comes_a_little_later_after_a_tap():
    with Story().at("how-we-celebrate", 0) as story:
        lamp, seen = story.thing(SpotId("light-2")), []
        story.touch("press", lamp.x, lamp.y)
        for up in (0, 30, 60, 80):
            story.touch("drag", lamp.x, lamp.y - up)
            seen.append([find(story.picture, SpotId(f"light-{n}")).art for n in (2, 6)])
        assert seen == [[art] * 2 for art in (WAITING, RISING, OPENING, OPEN)]
        story.touch("release", lamp.x, lamp.y - 80)
        own, answer = (find(story.picture, SpotId(f"light-{n}")).through for n in (2, 6))
        assert answer == (*[WAITING] * (len(answer) - len(own)), *own) and len(answer) > len(own)


def test_a_child_and_a_grown_up_who_light_both_ends_at_once_both_have_theirs_lit():
    with Story().at("how-we-celebrate", 0) as story:
        lamps = [story.thing(SpotId(f"light-{number}")) for number in (1, 7)]
        for phase in ("press", "release"):
            for finger, lamp in enumerate(lamps, 1):
                story.touch(phase, lamp.x, lamp.y, finger)
        assert burning(story) == [1, 7]


@pytest.mark.parametrize("many", [1, 2, 4])
def test_only_what_can_be_lit_is_answered(many):
    """On seven places there are fewer pictures: where none is, nothing burns, and nothing is answered from there."""
    offered = tuple(Offered(name, name, name) for name in ("candle", "star", "moon", "sun")[:many])
    with Story().at("how-we-celebrate", 0) as story:
        here = replace(story.here.table, offered=offered)
    lit = light.after(here, light.State(), Move("light", to="light-1"))
    burn = {t.id.name.removeprefix("glow-") for t in light.view(here, lit, ()).things if _burns(t)}
    assert burn == {"light-1", f"light-{many}"}


def _burns(thing) -> bool:
    return isinstance(thing, Glow) and thing.strength > 0
