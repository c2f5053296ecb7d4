"""A step in which nothing was done: said in plain words, with what could have been done there."""

import pytest

from game.core.events import StepSummary
from game.paper.words import nothing_said
from game.system.language import words


@pytest.mark.parametrize(
    ("mechanic", "says", "said"),
    [
        ("place", "", "Nothing was laid."),
        ("choose", "", "Nothing chosen."),
        ("place", "Where I would be", "Where I would be: nothing was laid"),
        ("breathe", "", "Breathing: not begun"),
    ],
)
def test_the_desk_says_that_nothing_was_laid_and_not_laying_nothing_chosen(mechanic, says, said):
    step = StepSummary(1, "where", mechanic, "riverbank", (), (), says=says)
    assert nothing_said(step, words("en")) == said
