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


def on_companion(picture: Picture) -> tuple[bool, str]:
    """Whether there is light on it, and how it is."""
    it = companion_on(picture)
    lights = [thing for thing in picture.things if isinstance(thing, Glow)]
    return any((light.x, light.y) == (it.x, it.y) for light in lights), it.loop


def test_once_the_glow_is_whole_its_light_is_on_the_companion_which_holds_out_a_paw():
    with Story().at("pick-a-worry-stone", 2) as story:
        seen, sizes = [on_companion(story.picture)], {glow(story.picture).radius}
        for _ in range(FULL):
            story.tap(BASE)
            seen.append(on_companion(story.picture))
            sizes.add(glow(story.picture).radius)
    assert seen == [(False, "")] * FULL + [(True, "holding-on")]
    assert len(sizes) == 1  # a glow that grows is made anew in each frame: 30 MB of light on a large screen
