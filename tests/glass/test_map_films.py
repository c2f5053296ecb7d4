"""A stepping-stone under a finger and under sand, and the companion that goes there, as film strips.

`pytest tests/glass/test_map_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest
from PIL import Image

from game.core.picture import HEIGHT, WIDTH
from game.core.stepping_stones import SAND
from game.mechanics.smooth import STROKE
from tests.paths import TESTS
from tests.support.film_strip import Film
from tests.support.golden import compare, names_in
from tests.support.story import Story

FILMS = TESTS / "golden-map"
SIZE = (384, 240)  # of each moment
STEPS = ("what-changed", 1)


def stroked(story: Story, film: Film) -> None:
    """A finger that strokes the second stone smooth; then the companion goes there: over water it leaps."""
    stone = story.options()[1]
    film.take([0])
    story.touch("press", stone.x, stone.y)
    for number, x in enumerate((stone.x - STROKE / 2, stone.x + STROKE / 2) * 2, 1):
        story.touch("drag", x, stone.y)
        if number % 2 == 0:
            film.show(story.picture, number)
            film.take([number])
    story.touch("release", stone.x, stone.y)
    film.show(story.picture, 5)
    film.take([5.2, 6.15, 14])


def sanded(story: Story, film: Film) -> None:
    """Sand is lifted by a tap, and falls on a stone that was smooth."""
    stone = story.options()[0].means
    for now, touched in enumerate((stone, stone, SAND, stone)):
        story.tap(touched)
        film.show(story.picture, 10 * now)
        film.take([10 * now + 9] if touched == SAND or now == 1 else [10 * now + 1, 10 * now + 9])


DONE = {"stroked": stroked, "sanded": sanded}


def film(name: str) -> Image.Image:
    """What is done, from the map as it is found."""
    with Story().at(*STEPS) as story:
        made = Film(story.picture, (0, 0, WIDTH, HEIGHT), size=SIZE)
        DONE[name](story, made)
    return made.strip(2)


@pytest.mark.parametrize("name", DONE)
def test_a_map_in_motion_looks_as_it_did(name, request):
    compare(name, film(name), FILMS, request.config.getoption("--renew"))


def test_there_is_no_film_of_what_is_no_longer_done():
    assert names_in(FILMS) == set(DONE)
