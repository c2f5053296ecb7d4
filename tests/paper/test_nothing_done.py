"""A step in which nothing was done: said in plain words, with what could have been done there."""

import pytest

from game.core.events import StepSummary
from game.core.table import CHOSEN, Outcome
from game.paper.nothing_done import nothing_said
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


def test_what_lies_as_a_visit_before_has_left_it_was_no_refusal():
    step = StepSummary(1, "where", "place", "riverbank", (), (), from_before=(Outcome(CHOSEN, (), "keep"),))
    assert nothing_said(step, words("en")) == "Left as it was."
