"""Each little story as a film strip: six moments, each in the middle of its share of the time.

`pytest tests/glass/test_story_films.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest
from PIL import Image

from game.core import events
from game.core.companion import companion_on
from game.core.picture import HEIGHT, WIDTH, Picture
from game.core.story import Story as Beats
from game.core.story_stage import Stage
from game.play.showings import FIRST
from game.play.stories import lasts
from game.play.story_player import StoryPlayer
from tests.paths import TESTS
from tests.support.film_strip import played
from tests.support.golden import compare, names_in
from tests.support.story import LIBRARY, Story
from tests.support.told import TOLD, told, told_here

FILMS = TESTS / "golden-stories"
MOMENTS = 6
SIZE = (384, 240)  # of each moment
NAMES = {f"{activity}-{number + 1}": (activity, number) for activity, number in TOLD}


def film(story: Beats, stage: Stage, picture: Picture) -> Image.Image:
    """The story on this stage."""
    player = StoryPlayer(
        story, LIBRARY.puppet(companion_on(picture).art), stage.spots, -FIRST, road=stage.road, water=stage.water
    )
    box, long = (0, 0, WIDTH, HEIGHT), lasts(story, stage)
    return played(picture, box, SIZE, lambda frame, now: player.on(frame, picture, now), long, MOMENTS)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_looks_as_it_did(name, request):
    compare(name, film(*told(*NAMES[name])), FILMS, request.config.getoption("--renew"))


def test_the_story_on_the_trail_looks_as_it_did(request):
    with Story() as story:
        story.go(events.TRAIL)
        compare(events.TRAIL, film(*told_here(story)), FILMS, request.config.getoption("--renew"))


def test_there_is_no_film_of_a_story_that_is_gone():
    assert names_in(FILMS) == {*NAMES, events.TRAIL}
