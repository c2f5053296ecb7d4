"""What stands at a place can be covered until somebody has been there: the easels of the first wishes."""

import pytest

from game.core.companion import companion_on
from game.core.ids import Scenery, SpotId
from game.core.picture import Stamp, hit
from game.core.poses import HOLDING_UP
from tests.support.story import Story


def easels(story: Story) -> dict[str, str]:
    """Each place with what lies over it."""
    stamps = (thing for thing in story.picture.things if isinstance(thing, Stamp))
    covers = [stamp for stamp in stamps if str(stamp.id.name).startswith("front-")]
    assert all(isinstance(cover.id, Scenery) and cover.means is None for cover in covers)
    return {cover.id.name.removeprefix("front-"): cover.art for cover in covers}


def test_an_easel_is_in_light_where_the_companion_goes_and_stays_so():
    with Story().at("what-changed", 0) as story:
        first, second = shut = easels(story)
        assert set(shut.values()) == {"wish-easel"}
        story.tap(SpotId(second))
        assert easels(story) == shut | {second: "wish-easel-lit"}
        story.tap(SpotId(first))
        assert set(easels(story).values()) == {"wish-easel-lit"}


def test_the_companion_waits_before_the_first_easel_and_covers_none():
    with Story().at("what-changed", 0) as story:
        waits = companion_on(story.picture)
        first = story.thing(SpotId(next(iter(easels(story)))))
        assert waits.x < first.x - first.width / 2
        story.tap(first)
        assert waits.x < companion_on(story.picture).x


def test_what_was_wished_is_held_up_and_later_stands_on_its_easel_again_as_large_as_all_others():
    with Story().at("what-changed", 0) as story:
        first, second = easels(story)
        shut = story.thing(SpotId(first))
        story.tap(SpotId(first))
        up, companion = story.thing(SpotId(first)), companion_on(story.picture)
        assert (up.x, companion.loop) == (companion.x, HOLDING_UP) and up.y < companion.y - companion.width / 2
        assert [*story.picture.things].index(up) > [*story.picture.things].index(companion), (
            "over its head, in its paws"
        )
        story.tap(SpotId(second))
        again, next_up = story.thing(SpotId(first)), story.thing(SpotId(second))
        assert (again.x, again.strength) == (shut.x, shut.strength) and (again.y, again.width) == (shut.y, shut.width)
        assert next_up.width == up.width and companion_on(story.picture).loop == HOLDING_UP
        story.tap(SpotId(first))
        assert story.thing(SpotId(first)) == up and story.thing(SpotId(second)).width == again.width


@pytest.mark.parametrize("quiet", (False, True))
def test_what_is_held_up_is_right_over_whoever_holds_it(quiet):
    with Story(quiet=quiet) as story:
        story.walk_to("what-changed", 0)
        first = SpotId(next(iter(easels(story))))
        story.tap(first)
        up, companion = story.thing(first), companion_on(story.picture)
        assert up.y + up.width / 2 == pytest.approx(companion.y - 0.4 * companion.width)


def test_the_stone_of_the_way_before_an_easel_means_it_too():
    with Story().at("what-changed", 0) as story:
        for name in easels(story):
            spot = next(spot for spot in story.here.table.spots if spot.name == name)
            assert hit(story.picture, spot.x, spot.y + 0.2 * spot.size) == SpotId(name)
