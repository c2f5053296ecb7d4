"""The companion's walks as film strips, and that of the animal that is chosen: six moments of each.

`pytest tests/glass/test_walk_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

from collections.abc import Callable

import pytest
from PIL import Image

from game.core import events
from game.core.ids import SpotId
from game.core.picture import HEIGHT, WIDTH, Picture
from game.play import screens
from tests.paths import TESTS
from tests.support.film_strip import Film
from tests.support.golden import compare, names_in
from tests.support.story import Story

FILMS = TESTS / "golden-walks"
SIZE = (384, 240)  # of each moment
MOMENTS = 6


def to_the_gate(story: Story) -> Picture:
    """It comes to the gate from the trail."""
    story.go(events.TRAIL)
    before = story.picture
    story.go(events.GATE)
    return before


def out_of_the_gate(story: Story) -> Picture:
    """It comes out of the gate, and the visit is closed."""
    story.go(events.GATE)
    before = story.picture
    story.tap(screens.ONWARD)
    return before


def on_our_road(story: Story) -> Picture:
    """It goes along one stretch of its road."""
    story.walk_to("our-road", 1)
    before = story.picture
    story.choose(1)
    return before


def who_was_chosen(story: Story) -> Picture:
    """The animal that is chosen gets up and walks to its place."""
    story.walk_to("my-traveller", 0)
    before = story.picture
    story.tap(story.options()[0])
    return before


def with_help(story: Story) -> Picture:
    """Over the first rough stone, on which help lies."""
    story.walk_to("bumpy-bit", 1)
    before = story.picture
    story.tap(SpotId("stone-1"))
    return before


def without_help(story: Story) -> Picture:
    """Past the second one, on which nothing lies."""
    with_help(story)
    before = story.picture
    story.tap(SpotId("stone-2"))
    return before


WALKS: dict[str, tuple[Callable[[Story], Picture], float]] = {
    "to-the-gate": (to_the_gate, 3.4),
    "out-of-the-gate": (out_of_the_gate, 4.5),
    "our-road": (on_our_road, 2.5),
    "my-traveller": (who_was_chosen, 2.4),
    "with-help": (with_help, 5.0),
    "without-help": (without_help, 4.7),
}


def film(walk: Callable[[Story], Picture], lasts: float) -> Image.Image:
    """From its first step to its last."""
    with Story() as story:
        made = Film(walk(story), (0, 0, WIDTH, HEIGHT), size=SIZE)
        made.show(story.picture, 10)
        made.take(10 + lasts * share / (MOMENTS - 1) for share in range(MOMENTS))
    return made.strip(2)


@pytest.mark.parametrize("name", WALKS)
def test_a_walk_looks_as_it_did(name, request):
    compare(name, film(*WALKS[name]), FILMS, request.config.getoption("--renew"))


def test_there_is_no_film_of_a_walk_that_is_gone():
    assert names_in(FILMS) == set(WALKS)
