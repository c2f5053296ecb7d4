"""Mistakes that people have made in their activities: each kind once, the broken text beside the exact sentence."""

from pathlib import Path

import pytest

from game.art.library import Library
from game.authoring.activity_reader import read_text
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from game.core.take_home import OF_OWN_PLACE

HEAD = "title: Our road\npurpose: We walk a little.\ncover: kite\nscene: two-banks\n"
OURS = ", ".join(f"'{word}'" for word in OF_OWN_PLACE[:-1]) + f" or '{OF_OWN_PLACE[-1]}'"
LIBRARY = Library()

STEPS = {
    "take home, of another kind": (
        "  - choose: thing\n    pictures: [kite, boat]\n    take home: poster\n",
        f"8:16: 'take home' can be 'page', 'card', 'letter' or 'no', or one of our own papers: {OURS}. "
        "'poster' is none of them.",
    ),
    "take home, where nothing is made": (
        "  - choose: thing\n    pictures: [kite, boat]\n  - rub: thing\n    take home: card\n",
        "9:5: 'take home' stands in the step that makes a thing; 'rub' works on what is there already.",
    ),
    "for the paper, and nothing after it": (
        "  - choose: thing\n    pictures: [kite, boat]\n    for the paper:\n",
        "8:19: Nothing stands after 'for the paper'.",
    ),
}


@pytest.mark.parametrize(("steps", "sentence"), STEPS.values(), ids=STEPS)
def test_each_kind_of_mistake_in_a_step_is_told_by_its_own_sentence(steps, sentence):
    assert said(f"{HEAD}steps:\n{steps}") == [sentence]


def said(text: str) -> list[str]:
    """Line, column and sentence of each mistake in an activity."""
    found = read_text(text, Context(Source(Path("our-road.yaml"), text), LIBRARY, "our-road"))
    return [f"{mistake.line}:{mistake.column}: {mistake.sentence}" for mistake in found]
