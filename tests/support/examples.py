"""How many examples a test tries: few while somebody waits for it, many more in a search."""

from collections.abc import Sequence
from itertools import product
from typing import Any

from hypothesis import settings

from tests.conftest import EXAMPLES

SEARCHING = settings.default.max_examples > EXAMPLES


def examples(few: int, many: int = 0) -> settings:
    """So many in the house's profile; `many` with `--hypothesis-profile=search`, without that ten times as many."""
    return settings(max_examples=(many or 10 * few) if SEARCHING else few)


def among(cases: Sequence[Any], few: int, many: int) -> settings:
    """So many for each of these cases in the house's profile; in a search `many` in all, shared by the cases.

    So a search takes as long as it did when activities are added; no case has fewer than in the house's profile.
    """
    return settings(max_examples=max(few, many // len(cases)) if SEARCHING else few)


def seeds(few: int, many: int) -> list[str]:
    """So many seeds of chance in the house's profile, and so many in a search: for tests marked `search`."""
    return [str(number) for number in range(1, (many if SEARCHING else few) + 1)]


def together(these: Sequence[Any], *others: Sequence[Any]) -> list[tuple]:
    """Each of these with each of the others in a search; else each of these once, and the others take turns.

    For tests marked `search`.
    """
    beside = list(product(*others))
    if SEARCHING:
        return list(product(these, *others))
    return [(one, *beside[(turn + turn // len(beside)) % len(beside)]) for turn, one in enumerate(these)]
