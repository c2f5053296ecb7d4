"""What stands at a place can be covered until somebody has been there: the flaps of the painted map."""

from game.core.ids import Place, Scenery
from game.core.layout import companion_on
from game.core.picture import Stamp
from tests.support.story import Story


def flaps(story: Story) -> dict[str, str]:
    """Each place with what lies over it."""
    covers = [thing for thing in story.picture.things if isinstance(thing, Stamp) and str(thing.art).startswith("map-")]
    assert all(isinstance(cover.id, Scenery) and cover.means is None for cover in covers)
    return {cover.id.name.removeprefix("front-"): cover.art for cover in covers}


def test_a_flap_opens_where_the_companion_goes_and_stays_open():
    with Story().at("what-changed", 0) as story:
        first, second = shut = flaps(story)
        assert set(shut.values()) == {"map-flap"}
        story.tap(Place(second))
        assert flaps(story) == shut | {second: "map-flap-open"}
        story.tap(Place(first))
        assert set(flaps(story).values()) == {"map-flap-open"}


def test_the_companion_waits_before_the_first_flap_and_covers_none():
    with Story().at("what-changed", 0) as story:
        waits = companion_on(story.picture)
        first = story.thing(Place(next(iter(flaps(story)))))
        assert waits.x < first.x - first.width / 2
        story.tap(first)
        assert waits.x < companion_on(story.picture).x
