"""What a page has received is seen in its place: light behind the last rough stone, a stone that glows wholly."""

import pytest

from game.core.companion import companion_on
from game.core.ids import SpotId
from game.core.picture import Glow, Picture
from game.mechanics.rub import BASE, FULL
from tests.support.story import Story


def glow(picture: Picture) -> Glow:
    return next(thing for thing in picture.things if isinstance(thing, Glow))


@pytest.mark.parametrize("helped", [True, False])
def test_behind_the_last_rough_stone_there_is_light_with_help_and_without(helped):
    with Story() as story:
        story.walk_to("bumpy-bit", 0)
        story.choose(2 if helped else 0)
        story.walk_to("bumpy-bit", 1)
        *others, last = (spot.name for spot in story.here.table.step.along)
        seen = []
        for name in ("", *others, last, others[0]):
            story.tap(SpotId(name)) if name else None
            seen.append(glow(story.picture).strength > 0)
    assert seen == [False, *(False for _ in others), True, False]


def test_on_a_road_without_rough_stones_there_is_none():
    with Story().at("our-road", 0) as story:
        story.choose(9)
        assert not any(isinstance(thing, Glow) for thing in story.picture.things)


def test_once_the_glow_is_whole_it_goes_further_and_the_companion_holds_out_a_paw():
    with Story().at("pick-a-worry-stone", 2) as story:
        seen = [(glow(story.picture).radius, companion_on(story.picture).loop)]
        for _ in range(FULL):
            story.tap(BASE)
            seen.append((glow(story.picture).radius, companion_on(story.picture).loop))
    *before, (reaches, pose) = seen
    assert set(before) == {seen[0]} and seen[0][1] == "" and reaches > seen[0][0] and pose == "holding-on"
