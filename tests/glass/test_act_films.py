"""The acts of the companion as film strips: it wakes on the first screen, settles in the child's place, and falls
asleep at home.

`pytest tests/glass/test_act_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest
from msgspec.structs import replace
from PIL import Image

from game.core.companion import companion_on
from game.core.picture import Picture
from game.core.sleep import FALLING_ASLEEP, SETTLING, WAKING, Act
from game.play.acts import player_of
from tests.paths import TESTS
from tests.support.film_strip import played
from tests.support.glass import screen
from tests.support.golden import compare, names_in
from tests.support.story import LIBRARY

FILMS = TESTS / "golden-acts"
MOMENTS = 8
SIZE = (640, 400)
BOX = (460, 350, 480, 350)  # design units that are seen: the companion before the door
IN_ITS_PLACE = (0, 250, 480, 350)  # the same where it settles
ACTS = {
    "settling-rabbit": (SETTLING, "my-calm-place-2-done", "rabbit-looking"),
    "waking-fox": (WAKING, "asleep", "fox-resting"),
    "waking-paper-lantern": (WAKING, "asleep", "paper-lantern-resting"),
    "falling-asleep-owl": (FALLING_ASLEEP, "home", "owl-looking"),
}


class AllThere:
    """Says that everything is made; the glass makes it then, and the film waits for it."""

    def ready(self, scene: str, sprites: object) -> bool:
        return True


def picture_with(name: str, art: str) -> Picture:
    """The screen with this companion in the place of the one who is there."""
    there = screen(name)
    things = (replace(one, art=art) if one == companion_on(there) else one for one in there.things)
    return replace(there, things=tuple(things))


def film(act: Act, name: str, art: str) -> Image.Image:
    """The act on this screen, from its beginning to its end."""
    picture = picture_with(name, art)
    player = player_of(act, picture, LIBRARY.puppet, 0, still=False)
    box = IN_ITS_PLACE if act == SETTLING else BOX
    return played(picture, box, SIZE, lambda frame, now: player.on(frame, AllThere(), now), player.lasts, MOMENTS)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_looks_as_it_did(name, request):
    compare(name, film(*ACTS[name]), FILMS, request.config.getoption("--renew"))


def test_there_is_no_film_of_an_act_that_is_gone():
    assert names_in(FILMS) == set(ACTS)
