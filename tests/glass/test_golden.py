"""Golden pictures: every screen, painted at rest, beside what it looked like when somebody last looked and nodded.

`pytest tests/glass/test_golden.py --renew` saves them anew, for a commit of its own with a before and after.
"""

import pytest

from tests.paths import TESTS
from tests.support.glass import painted, screen, screen_names
from tests.support.golden import HOW_MANY, as_image, compare, differing, names_in

GOLDEN = TESTS / "golden"
SCREENS = tuple(screen_names())


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_looks_as_it_did(name, request):
    compare(name, as_image(painted(screen(name))), GOLDEN, request.config.getoption("--renew"))


def test_there_is_no_golden_picture_of_a_screen_that_is_gone():
    assert names_in(GOLDEN) == set(SCREENS)


def test_a_changed_screen_is_seen():
    here, there = as_image(painted(screen("rest"))), as_image(painted(screen("gate")))
    assert differing(here, there) > 0.5 and differing(here, here) == 0
    small = here.copy()
    small.paste((200, 30, 30), (300, 200, 325, 225))  # a picture of 50 design units, gone wrong
    assert differing(here, small) > HOW_MANY
