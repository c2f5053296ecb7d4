"""What stands at a place can be covered until somebody has been there: the boxes of the first wishes."""

from game.core.ids import Scenery, SpotId
from game.core.layout import companion_on
from game.core.picture import Stamp
from tests.support.story import Story


def boxes(story: Story) -> dict[str, str]:
    """Each place with what lies over it."""
    stamps = (thing for thing in story.picture.things if isinstance(thing, Stamp))
    covers = [stamp for stamp in stamps if str(stamp.art).startswith("wish-")]
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
