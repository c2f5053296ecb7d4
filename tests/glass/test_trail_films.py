"""The walk along the trail as a film strip: how the land goes along, at six times after the touch that leads the view.

`pytest tests/glass/test_trail_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest
from PIL import Image

from game.core import events
from game.core.ids import Way
from game.core.picture import HEIGHT, WIDTH
from game.play.motion import SLIDE
from game.play.stretches import BACK, ON
from tests.paths import TESTS
from tests.support.film_strip import Film
from tests.support.golden import compare, names_in
from tests.support.story import Story

FILMS = TESTS / "golden-trail"
SHARES = (0, 0.2, 0.4, 0.6, 0.8, 1)  # of the time that the land takes
SIZE = (384, 240)  # of each moment
WAYS = {"on": (ON,), "back": (ON, BACK)}


def film(ways: tuple[Way, ...]) -> Image.Image:
    """Where the last of these ways leads."""
    with Story() as story:
        story.go(events.TRAIL)
        for way in ways[:-1]:
            story.tap(way)
        made = Film(story.picture, (0, 0, WIDTH, HEIGHT), size=SIZE)
        story.tap(ways[-1])
        made.show(story.picture, 1)
        made.take(1 + share * SLIDE for share in SHARES)
    return made.strip(2)


@pytest.mark.parametrize("name", WAYS)
def test_the_walk_looks_as_it_did(name, request):
    compare(name, film(WAYS[name]), FILMS, request.config.getoption("--renew"))


def test_there_is_no_film_of_a_way_that_is_gone():
    assert names_in(FILMS) == set(WAYS)
