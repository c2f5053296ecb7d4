"""What changes where a thing comes to lie, as film strips: above it is laid there, below it is taken back.

`pytest tests/glass/test_closing_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

from collections.abc import Callable

import pytest
from PIL import Image

from game.core.ids import Option, SpotId
from game.core.layout import TRAY
from tests.paths import TESTS
from tests.support.film_strip import Box, Film
from tests.support.golden import compare, names_in
from tests.support.story import Story

FILMS = TESTS / "golden-closing"
SIZE = (640, 400)
AFTER = (0.03, 0.3, 0.6, 1.2)  # seconds after a tap
ABOVE = 80  # design units over its middle: where a hand lets go of it
KEPT = {"treasure-box": ("choose-a-keepsake", 0, (672, 300, 440, 440))}
LAID = {  # the spot, and the design units that are seen: what comes and where it comes to lie
    "bothers-box": ("the-bother", 3, "box", (0, 180, 460, 460)),
    "leaf-among-others": ("leave-one-take-one", 1, "branches", (420, 60, 560, 560)),
    "pebble-in-a-jar": ("goodbye-jars", 0, "sad", (60, 180, 460, 520)),
    "envelope-with-a-page": ("what-goes-home", 0, "sleeve", (700, 60, 540, 640)),
}


Do = Callable[[Story], None]


def strip(story: Story, box: Box, there: tuple[Do, ...], back: tuple[Do, ...]) -> Image.Image:
    """What the last of these does to the screen, one row each; what is done before it is on the glass, too."""
    film = Film(story.picture, box, size=SIZE)
    for now, done in ((1, there), (3, back)):
        for number, do in enumerate(done):
            do(story)
            film.show(story.picture, now - 0.5 * (len(done) - 1 - number))
        film.take(now + after for after in AFTER)
    return film.strip(2)


def choose_first(story: Story) -> None:
    """What is offered first is chosen, or put back."""
    story.tap(Option(story.here.table.offered[0].id))


def take_back(story: Story) -> None:
    """What was laid last lies ready again."""
    story.tap(story.here.state.laid[-1].what)
    story.tap(TRAY)


@pytest.mark.parametrize("name", KEPT)
def test_it_closes_and_opens_as_it_did(name, request):
    activity, step, box = KEPT[name]
    with Story().at(activity, step) as story:
        compare(name, strip(story, box, (choose_first,), (choose_first,)), FILMS, request.config.getoption("--renew"))


@pytest.mark.parametrize("name", LAID)
def test_it_takes_what_is_laid_there_and_gives_it_back_as_it_did(name, request):
    activity, step, spot, box = LAID[name]

    def carry(story: Story) -> None:
        first, to = story.options()[0], story.thing(SpotId(spot))
        story.touch("press", first.x, first.y)
        story.touch("drag", to.x, to.y - ABOVE)

    def let_go(story: Story) -> None:
        to = story.thing(SpotId(spot))
        story.touch("release", to.x, to.y - ABOVE)

    with Story().at(activity, step) as story:
        compare(name, strip(story, box, (carry, let_go), (take_back,)), FILMS, request.config.getoption("--renew"))
        assert story.here.state.laid == ()


def test_a_first_wish_is_held_up_and_stands_on_its_easel_again_as_it_did(request):
    with Story().at("what-changed", 0) as story:
        first, second = (SpotId(spot.name) for spot in story.here.table.spots[:2])
        seen = strip(story, (120, 320, 560, 440), (lambda at: at.tap(first),), (lambda at: at.tap(second),))
        compare("first-wish", seen, FILMS, request.config.getoption("--renew"))


def test_there_is_no_strip_of_what_no_longer_closes():
    assert names_in(FILMS) == {*KEPT, *LAID, "first-wish"}
