"""By taps alone everything can be put back, however full the tray is, and the blank card like any other."""

import pytest

from game.core.activity import BLANK
from game.core.ids import Id, SpotId, Sticker
from game.core.layout import TRAY, TURN
from game.core.table import CHOSEN, Touch
from tests.support.story import Story


def lay(story: Story, many: int) -> list[Id]:
    """The first so many pictures, each onto the first spot, by taps."""
    ids = [thing.means for thing in story.options()[:many]]
    for means in ids:
        story.tap(means)
        spot = next(spot for spot in story.spots() if spot.means != TRAY)
        story.perform((Touch("press", spot.x, spot.y, 1), Touch("release", spot.x, spot.y, 1)))
    return ids


@pytest.mark.parametrize("onto", ["a tray picture", "the tray"])
def test_a_laid_picture_goes_back_by_a_tap_on_it_and_a_tap_on_the_tray(onto):
    with Story().at("when-we-are-done", 0) as story:
        what = lay(story, 1)[0]
        story.tap(TURN)  # every place on the tray has another picture now
        story.tap(what)
        story.tap(story.options()[0] if onto == "a tray picture" else TRAY)
        assert not [row for row in story.rows if row.how == CHOSEN]


def test_a_sticker_comes_off_by_a_tap_on_it_and_a_tap_on_the_tray():
    with Story().at("pick-a-worry-stone", 1) as story:
        lay(story, 1)
        story.tap(Sticker(number=0))
        story.tap(story.options()[0])
        assert not story.here.state.stuck


def test_a_blank_card_that_lies_somewhere_is_lifted_by_a_tap_and_not_drawn_on():
    with Story().at("when-we-are-done", 0) as story:
        spot = next(spot for spot in story.spots() if spot.means == SpotId("keep"))
        story.carry(BLANK, spot)
        assert [o.id for row in story.rows for o in row.pictures] == [BLANK]
        story.tap(BLANK)
        assert story.here.table.mechanic == "place"
        story.tap(TRAY)
        assert not [row for row in story.rows if row.how == CHOSEN]
        story.tap(BLANK)
        assert story.here.table.mechanic == "draw"


def test_a_blank_card_of_an_activity_that_is_gone_stays_where_it_lies():
    with Story().at("when-we-are-done", 0) as story:
        story.session.activities = {}
        story.tap(BLANK)
        assert story.here.table.mechanic == "place" and story.visit.failures == ()
