"""Feelings are worn by the child's own companion: on what is offered, and on the page."""

import pytest

from game.art.puppet_reader import puppet_names
from game.core.companion import COMPANION_ID, companion_on
from game.core.events import NOBODY_YET
from game.core.feelings import POSE_OF, wearing, worn
from game.core.ids import Option, SpotId
from game.core.layout import TRAY
from game.core.picture import Stamp, find
from game.core.puppet import LOOKING
from game.play.record import companion_of
from game.play.screens import ONWARD
from tests.support.story import LIBRARY, Story


@pytest.mark.parametrize("name", puppet_names())
def test_every_companion_wears_every_feeling(name):
    drawings = {LIBRARY.worn_svg(wearing(name, feeling)) for feeling in POSE_OF}
    assert len(drawings) == len(POSE_OF) and "" not in drawings
    assert LIBRARY.worn_svg(wearing("nobody", "sad")) == LIBRARY.worn_svg(name) == ""


def test_what_is_offered_is_the_childs_own_companion_in_each_feeling():
    with Story().at("coming-here", 1) as story:
        who = companion_of(story.session.record)
        offered = story.here.table.offered + story.here.table.beside
        assert who != NOBODY_YET
        assert {o.art for o in offered if o.id in POSE_OF} == {wearing(who, o.id) for o in offered if o.id in POSE_OF}


def test_where_no_animal_was_chosen_it_is_who_keeps_the_door():
    with Story() as story:
        story.go("coming-here")
        story.tap(ONWARD)
        assert {worn(o.art)[0] for o in story.here.table.offered} == {NOBODY_YET}


def test_the_companion_wears_what_was_chosen_last_and_nothing_when_all_is_put_back():
    with Story().at("coming-here", 1) as story:
        before, first, second = companion_on(story.picture).art, *(o.means for o in story.options()[:2])
        seen = []
        for touched in (first, second, second, first):
            story.tap(touched)
            seen.append(companion_on(story.picture).art)
        who = before.removesuffix(LOOKING)
        assert seen == [wearing(who, first.name), wearing(who, second.name), wearing(who, first.name), before]


def test_where_the_companion_is_laid_it_is_there_once_and_goes_there_itself():
    with Story().at("coming-here", 0) as story:
        for to in (SpotId("bush"), SpotId("chair"), TRAY):
            story.tap(Option("companion"))
            story.tap(to)
            shown = [t for t in story.picture.things if isinstance(t, Stamp) and t.id == COMPANION_ID]
            assert shown == [find(story.picture, Option("companion"))]


def test_a_spot_for_a_feeling_shows_the_childs_own_companion_and_in_the_quiet_look_none():
    for quiet in (False, True):
        with Story(quiet=quiet) as story:
            story.go("goodbye-jars")
            who = companion_of(story.session.record)
            signs = {spot.name: spot.sign for spot in story.here.table.spots if spot.name in POSE_OF}
            assert signs and all((sign == wearing(who, name)) != quiet for name, sign in signs.items())
