"""Spots for any number: what `up to` says of the others does not hold there, and what lies there is not counted."""

import pytest

from game.core.ids import Option, SpotId
from game.core.picture import find
from tests.mechanics.test_at_most import KEEP, lay, lies
from tests.support.story import Story, read_activities

PLACE = (
    "  - place: guests\n    scene: quiet-valley\n    onto: [show, keep]\n    pictures: [drum, kite, ball, star, leaf]\n"
    "    order: as written\n    up to: {}\n    any number: keep\n"
)


@pytest.mark.parametrize("most", [1, "1 each"])
def test_at_these_spots_any_number_lies_and_at_the_others_so_many(tmp_path, most):
    with Story(loaded=read_activities(tmp_path, here=PLACE.format(most)), band="big") as story:
        story.go("here")
        for name in ("drum", "kite", "ball"):
            lay(story, name, KEEP)
        lay(story, "star", SpotId("show"))
        lay(story, "leaf", SpotId("show"))
        assert (lies(story)["keep"], lies(story)["show"]) == (("drum", "kite", "ball"), ("leaf",))
        large, *small = (find(story.picture, Option(name)).width for name in ("leaf", "drum", "kite", "ball"))
        assert {*small} == {min(small)} and large > small[0]
        before = story.visit
        story.reopen()
        assert story.visit == before
