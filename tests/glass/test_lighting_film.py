"""A lantern that is lit, as a film strip: by a tap it unfolds and glows, by another it is folded; it follows a finger;
where two light it is answered from the other end.

`pytest tests/glass/test_lighting_film.py --renew` saves it anew, for a commit of its own with a before and after.
"""

from game.core.events import Plan
from game.core.ids import SpotId
from tests.paths import TESTS
from tests.support.film_strip import Film
from tests.support.golden import compare
from tests.support.story import NEXT_DAY, Story

FILMS = TESTS / "golden-lighting"
TONIGHT = SpotId("lantern-4")
WIDE, HIGH, SIZE = 190, 240, (640, 400)
ROW = (100, 240, 940, 370)  # from one end of the lights to the other
AFTER = (0.03, 0.17, 0.31, 1.6)  # seconds after a tap: a third open, two thirds, whole, and in its full light
UP = (10, 30, 60, 80)  # how far a finger has drawn it


def test_a_lantern_unfolds_as_it_did(request):
    with Story() as story:
        story.begin(NEXT_DAY, number=4)
        story.plan(Plan(6))
        story.walk_to("lanterns", 0)
        lamp = story.thing(TONIGHT)
        film = Film(story.picture, (lamp.x - WIDE / 2, lamp.y - WIDE / 2, WIDE, HIGH), size=SIZE)
        for now in (1, 3):
            story.tap(TONIGHT)
            film.show(story.picture, now)
            film.take(now + after for after in AFTER)
        story.touch("press", lamp.x, lamp.y)
        for step, up in enumerate(UP):
            story.touch("drag", lamp.x, lamp.y - up)
            film.show(story.picture, 5 + step)
            film.take((5.5 + step,))
        compare("lantern", film.strip(3), FILMS, request.config.getoption("--renew"))


def test_a_lantern_is_answered_from_the_other_end_as_it_was(request):
    with Story().at("how-we-celebrate", 0) as story:
        film = Film(story.picture, ROW, size=SIZE)
        story.tap(SpotId("light-1"))
        film.show(story.picture, 1)
        film.take(1 + after for after in (*AFTER, 0.8))
        story.tap(SpotId("light-2"))
        film.show(story.picture, 4)
        film.take(4 + after for after in (0.31, 1.6))
        compare("answered", film.strip(2), FILMS, request.config.getoption("--renew"))
