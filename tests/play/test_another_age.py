"""An age, or a look, that is chosen at the desk while a page lies open is seen on that page at once."""

import pytest

from game.core import events
from game.core.activity import BLANK
from game.core.ids import Option
from game.core.layout import TRAY_MOST
from game.core.table import BANDS
from game.play import screens
from tests.support.story import Story

OPEN = "backpack"


def choose_age(story: Story, band: str, quiet: bool = False) -> None:
    begun = story.visit.begun
    story.session.prepare(events.Prepared(begun.stops, begun.plan, begun.envelope, band, quiet))


def tray(story: Story) -> list[str]:
    return [o.means.name for o in story.options() if o.means.name in {p.id for p in story.here.table.offered}]


@pytest.mark.parametrize("band", ["little", "big"])
def test_there_are_as_many_pictures_as_for_this_age_and_what_was_laid_still_lies(band):
    with Story("middle") as story:
        story.go(OPEN)
        assert len(tray(story)) == BANDS["middle"] < len(story.here.table.offered)
        story.choose(1)
        before = story.here.state
        choose_age(story, band)
        assert story.here.table.band == band and story.here.state == before
        (laid,) = [row.pictures[0].id for row in story.rows]
        many = min(BANDS[band], TRAY_MOST)
        assert len({*tray(story)} - {laid}) in (many - 1, many)
        shown = story.picture
        story.reopen()
        assert story.picture == shown


def test_who_rests_goes_on_resting():
    with Story("middle") as story:
        story.go(OPEN)
        story.tap(screens.REST)
        choose_age(story, "little")
        assert story.visit.resting
        for phase in ("press", "release"):
            story.touch(phase, 600, 300)
        assert len(tray(story)) == BANDS["little"]


def test_a_card_that_is_being_drawn_stays():
    with Story("middle") as story:
        story.go("inside-weather")
        story.tap(Option(BLANK))
        card = story.visit.step
        choose_age(story, "little")
        assert story.visit.step == card


def test_the_quiet_look_is_seen_at_once():
    with Story("middle") as story:
        story.go("inside-weather")
        choose_age(story, "middle", quiet=True)
        assert story.here.table.quiet


def test_on_the_trail_no_page_is_opened_for_it():
    with Story("middle") as story:
        story.go(events.TRAIL)
        choose_age(story, "little")
        assert story.visit.place == events.TRAIL and story.visit.begun.band == "little"
