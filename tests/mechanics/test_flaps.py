"""What stands at a place can be covered until somebody has been there: the boxes of the first wishes."""

from game.core.companion import companion_on
from game.core.ids import Scenery, SpotId
from game.core.picture import Stamp
from game.core.poses import HOLDING_UP
from tests.support.story import Story


def boxes(story: Story) -> dict[str, str]:
    """Each place with what lies over it."""
    stamps = (thing for thing in story.picture.things if isinstance(thing, Stamp))
    covers = [stamp for stamp in stamps if str(stamp.id.name).startswith("front-")]
    assert all(isinstance(cover.id, Scenery) and cover.means is None for cover in covers)
    return {cover.id.name.removeprefix("front-"): cover.art for cover in covers}


def test_a_box_opens_where_the_companion_goes_and_stays_open():
    with Story().at("what-changed", 0) as story:
        first, second = shut = boxes(story)
        assert set(shut.values()) == {"wish-box"}
        story.tap(SpotId(second))
        assert boxes(story) == shut | {second: "wish-box-open"}
        story.tap(SpotId(first))
        assert set(boxes(story).values()) == {"wish-box-open"}


def test_the_companion_waits_before_the_first_box_and_covers_none():
    with Story().at("what-changed", 0) as story:
        waits = companion_on(story.picture)
        first = story.thing(SpotId(next(iter(boxes(story)))))
        assert waits.x < first.x - first.width / 2
        story.tap(first)
        assert waits.x < companion_on(story.picture).x


def test_what_was_wished_is_held_up_and_later_lies_before_its_open_box_as_large_as_all_others():
    with Story().at("what-changed", 0) as story:
        first, second = boxes(story)
        shut = story.thing(SpotId(first))
        story.tap(SpotId(first))
        up, companion = story.thing(SpotId(first)), companion_on(story.picture)
        assert (up.x, companion.loop) == (companion.x, HOLDING_UP) and up.y < companion.y - companion.width / 2
        assert [*story.picture.things].index(up) > [*story.picture.things].index(companion), (
            "over its head, in its paws"
        )
        story.tap(SpotId(second))
        lies, next_up = story.thing(SpotId(first)), story.thing(SpotId(second))
        assert (lies.x, lies.strength) == (shut.x, shut.strength) and lies.y > up.y
        assert next_up.width == up.width and companion_on(story.picture).loop == HOLDING_UP
        story.tap(SpotId(first))
        assert story.thing(SpotId(first)) == up and story.thing(SpotId(second)).width == lies.width
