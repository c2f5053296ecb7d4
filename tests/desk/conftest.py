"""What every test at the desk can ask for."""

import pytest

from tests.support.at_the_desk import GrownUp


@pytest.fixture
def at_the_desk(tmp_path):
    """Opens a grown-up's house; what is open at the end is closed."""
    opened = []

    def open_(by="mouse", folder=tmp_path / "home", **more):
        opened.append(GrownUp(folder, by, **more))
        return opened[-1]

    yield open_
    for grown_up in opened:
        grown_up.close()
