"""What tests with real keys on a real window can ask for."""

import pytest

from tests.support.needs import needs
from tests.support.xvfb import PROGRAMS, Screen


@pytest.fixture(scope="module")
def screen(tmp_path_factory):
    """A screen with a window manager, on which the tests of one file play."""
    needs(*PROGRAMS)
    screen = Screen(folder=tmp_path_factory.mktemp("nobody"))
    yield screen
    screen.close()
