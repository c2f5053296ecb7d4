"""Ways to part are shown by the child's own companion and who keeps the door."""

import pytest

from game.art.puppet_reader import names
from game.core.events import NOBODY_YET
from game.core.partings import WAYS, parted, parting
from game.play.record import companion
from game.play.screens import ONWARD
from tests.support.story import LIBRARY, Story


@pytest.mark.parametrize("name", names())
def test_every_companion_parts_in_every_way(name):
    drawings = {LIBRARY.worn_svg(parting(name, way)) for way in WAYS}
    assert len(drawings) == len(WAYS) and "" not in drawings
    assert LIBRARY.worn_svg(parting("nobody", "bow")) == ""


def test_what_is_offered_is_the_childs_own_companion():
    with Story().at("our-last-day", 2) as story:
        who = companion(story.session.record)
        assert who != NOBODY_YET
        assert [parted(o.art) for o in story.here.table.offered] == [(who, o.id) for o in story.here.table.offered]


def test_in_the_quiet_look_it_is_so_too():
    with Story(quiet=True) as story:
        story.go("our-last-day")
        story.tap(ONWARD)
        story.tap(ONWARD)
        assert story.here.table.quiet
        assert [parted(o.art) for o in story.here.table.offered] == [
            (NOBODY_YET, o.id) for o in story.here.table.offered
        ]
