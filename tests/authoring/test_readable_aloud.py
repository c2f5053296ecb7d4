"""Our own activities can be read aloud: each has ten to twenty lines, comments aside, and none is very wide."""

import pytest

from game.system.paths import ACTIVITIES

LINES, WIDE = range(10, 21), 130
LONGER = {  # what is done in so many steps; none of them is packed together
    "leave-one-take-one": 28,  # five: a leaf is drawn, let go, the envelope, the certificate, and what comes afterwards
    "the-bother": 22,  # four: eyes come first, then what is tucked under the fur
}


@pytest.mark.parametrize("path", sorted(ACTIVITIES.glob("*.yaml")), ids=lambda path: path.stem)
def test_an_activity_of_ours_is_read_aloud_in_twenty_lines(path):
    written = path.read_text("utf-8").splitlines()
    lines = [line for line in written if line.strip() and not line.lstrip().startswith("#")]
    if path.stem != "workbook":  # the list of all of them
        assert len(lines) == LONGER[path.stem] if path.stem in LONGER else len(lines) in LINES
    assert max(map(len, written)) <= WIDE
