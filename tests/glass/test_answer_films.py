"""Each word of the land's answers as a film strip: at rest, then how it looks at five times after the touch.

`pytest tests/glass/test_answer_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from game.core.ids import Option
from game.core.picture import STANDING, Backdrop, Picture, Stamp
from game.play.answers import ANSWERS
from tests.paths import TESTS
from tests.support.film_strip import Film, of_scene
from tests.support.golden import compare, names_in
from tests.support.story import LIBRARY

FILMS = TESTS / "golden-films"
TIMES = (0.12, 0.4, 0.9, 1.5, 2.2)
WIDTH, HEIGHT = 200, 160  # design units that are seen of the scene
CLEARLY = 12  # of 255 levels
SHOWN = {  # a part for each word
    "bend": ("trail", "tree-meadow"),
    "chime": ("keepsake-shelf", "drawer"),
    "dim": ("burrow", "window"),
    "drift": ("morning-road", "boat"),
    "glow": ("trail", "lantern"),
    "lift": ("trail", "butterfly"),
    "line": ("riverbank", "sand"),
    "mote": ("trail", "bank"),
    "part": ("near-far-map", "mist-3"),
    "puff": ("burrow", "chimney"),
    "ripple": ("trail-gate", "pond"),
    "roll": ("workbench", "twine"),
    "shift": ("trail", "birds"),
    "swing": ("open-sky", "swing"),
    "warm": ("trail", "hills"),
    "widen": ("rest", "reflection"),
    "withdraw": ("trail", "snail"),
}
USED = {  # a picture for each word that only pictures have yet
    "blow": "dandelion",
    "close": "small-tent",
    "dent": "squeeze-ball",
    "kindle": "candle",
    "sip": "glass-of-water",
    "thud": "drum",
}
THING = Option("thing")


def film(word: str, still: bool = False) -> Film:
    """The part of this word, touched a little left of its middle."""
    scene, name = SHOWN[word]
    part = next(part for part in LIBRARY.parts(scene) if part.name == name)
    assert part.answer == word
    x, y = part.middle[0] - part.box[2] / 5, part.middle[1]
    left, top = min(max(0.0, x - WIDTH / 2), 1280 - WIDTH), min(max(0.0, y - HEIGHT / 2), 800 - HEIGHT)
    made = Film(of_scene(scene), (left, top, WIDTH, HEIGHT), still)
    made.take((0,))
    assert made.list.answer(x, y, 1) == word
    made.take(1 + time for time in TIMES)
    return made


def film_of_use(word: str) -> Film:
    """A thing of this word, which is used: at rest, and then at the same times."""
    thing = Stamp(USED[word], 640, 420, 200, id=THING, means=THING, lift=STANDING, used=0)
    assert LIBRARY.answer(USED[word]).word == word
    made = Film(Picture((Backdrop("workbench"), thing)), (510, 280, 260, 260))
    made.take((0,))
    made.show(Picture((Backdrop("workbench"), replace(thing, used=1))), 1)
    made.take(1 + time for time in TIMES)
    return made


@pytest.mark.parametrize("word", USED)
def test_what_is_used_looks_as_it_did(word, request):
    compare(word, film_of_use(word).strip(), FILMS, request.config.getoption("--renew"))


@pytest.mark.parametrize("word", SHOWN)
def test_an_answer_looks_as_it_did(word, request):
    compare(word, film(word).strip(), FILMS, request.config.getoption("--renew"))


def test_each_word_has_a_film_and_there_is_none_of_a_word_that_is_gone():
    assert {*SHOWN, *USED} == set(ANSWERS)
    assert names_in(FILMS) == {*SHOWN, *USED}


def test_where_all_is_still_only_light_comes_and_goes():
    """No paper moves: nothing is darker than at rest, where a boat that drifts leaves other water and covers some."""
    rest, *still = film("drift", still=True).moments
    assert _darker(still[1], rest) and not any(_darker(rest, lit) for lit in still)
    assert still[-1] == rest
    rest, *moving = film("drift").moments
    assert all(_darker(rest, moved) for moved in moving)


def _darker(one: Image.Image, other: Image.Image) -> int:
    """How many pixels are clearly darker in the other picture."""
    found = ImageChops.subtract(one.convert("L"), other.convert("L"))
    return sum(found.histogram()[CLEARLY:])
