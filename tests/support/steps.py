"""The steps of the shipped activities, to try something at each of them."""

import pytest

from tests.support.story import BANDS, SHELF, STEPS

bands = pytest.mark.parametrize("band", BANDS)


def steps(*wanted: str):
    """All shipped steps, or those of some mechanics."""
    chosen = [(a, n) for a, n in STEPS if not wanted or SHELF.activities[a].steps[n].mechanic in wanted]
    return pytest.mark.parametrize(("activity", "number"), chosen)


carrying = ("choose", "place", "decorate")  # what lifts things; rub lifts nothing
