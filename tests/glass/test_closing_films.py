"""What changes before a thing that is kept, as film strips: above it is laid there, below it is taken back.

`pytest tests/glass/test_closing_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest

from game.core.ids import Option
from tests.paths import TESTS
from tests.support.film_strip import Film
from tests.support.golden import compare
from tests.support.story import Story

FILMS = TESTS / "golden-closing"
SIZE = (640, 400)
AFTER = (0.03, 0.3, 0.6, 1.2)  # seconds after a tap
CLOSING = {"treasure-box": ("choose-a-keepsake", 0, (672, 300, 440, 440))}


@pytest.mark.parametrize("name", CLOSING)
def test_it_closes_and_opens_as_it_did(name, request):
    activity, step, box = CLOSING[name]
    with Story().at(activity, step) as story:
        film, what = Film(story.picture, box, size=SIZE), Option(story.here.table.offered[0].id)
        for now in (1, 3):
            story.tap(what)
            film.show(story.picture, now)
            film.take(now + after for after in AFTER)
        compare(name, film.strip(2), FILMS, request.config.getoption("--renew"))
