"""What a touch on the companion is answered with, as film strips: the first, the second and the third time in a row.

`pytest tests/glass/test_greeting_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest
from PIL import Image

from game.core.companion import companion_on
from game.play.companion import GREETING, GREETINGS
from tests.paths import TESTS
from tests.support.film_strip import Film
from tests.support.glass import screen
from tests.support.golden import compare, names_in

FILMS = TESTS / "golden-greetings"
SIZE = (640, 400)
BOX = (470, 400, 360, 320)  # design units that are seen: the companion before the gate
MOMENTS = 6
TIMES = {f"{number + 1}-{greeting}": number for number, greeting in enumerate(GREETINGS)}


def film(number: int) -> Image.Image:
    """The last of so many touches and one more, each once the one before is answered."""
    picture = screen("gate-carrying")
    stamp = companion_on(picture)
    made = Film(picture, BOX, size=SIZE)
    for touch in range(number + 1):
        made.list.touched(stamp.x, stamp.y, 10 * touch)
    made.take(10 * number + GREETING * moment / (MOMENTS - 1) for moment in range(MOMENTS))
    return made.strip()


@pytest.mark.parametrize("name", TIMES)
def test_a_greeting_looks_as_it_did(name, request):
    compare(name, film(TIMES[name]), FILMS, request.config.getoption("--renew"))


def test_there_is_no_film_of_a_greeting_that_is_gone():
    assert names_in(FILMS) == set(TIMES)
