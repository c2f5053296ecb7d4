"""The film of a page, from the print before the gate to its last moment, as film strips.

`pytest tests/glass/test_page_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest
from PIL import Image

from game.core import events
from game.core.ids import FirstPicture
from game.core.picture import HEIGHT, WIDTH
from tests.paths import TESTS
from tests.support.film_strip import Film
from tests.support.golden import compare, names_in
from tests.support.story import Story

FILMS = TESTS / "golden-page-films"
SIZE = (384, 240)  # of each moment
PAGES = ("when-we-are-done", "pick-a-worry-stone")


def film(activity: str) -> Image.Image:
    """The gate, and the film of what was done in the activity, each of the first moments on its way and the last."""
    with Story() as story:
        story.go_through([activity], 3)
        story.go(events.GATE)
        made = Film(story.picture, (0, 0, WIDTH, HEIGHT), size=SIZE)
        made.take([1])
        story.tap(FirstPicture(activity, 1))
        pace, last = story.session.film.pace, len(story.session.film.moments) - 1
        for number in (0, 1, 2, last):
            story.session.watch((number + 0.1) * pace)
            made.show(story.picture, 2 + number * pace)
            made.take([2 + (number + 0.15) * pace] if number < last else [2 + number * pace, 10])
    return made.strip(2)


@pytest.mark.parametrize("activity", PAGES)
def test_the_film_of_a_page_looks_as_it_did(activity, request):
    compare(activity, film(activity), FILMS, request.config.getoption("--renew"))


def test_there_is_no_strip_of_what_is_no_longer_filmed():
    assert names_in(FILMS) == set(PAGES)
