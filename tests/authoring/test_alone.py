"""What is wrong with `alone`: the file beside the exact sentence."""

import pytest

from tests.support.mistakes import HEAD, said

CHOSEN = "  - choose: who\n    pictures: [mum, nobody: Nobody, blank-card]\n    up to: any\n"
BROKEN = {
    "near to one": (
        "    alone: nobdy\n",
        "9:12: 'alone' names 'nobdy', and that is no picture of this step. Did you mean 'nobody'?",
    ),
    "of another step": (
        "    alone: [nobody, kite]\n",
        "9:21: 'alone' names 'kite', and that is no picture of this step. There are 'mum', 'nobody' and 'blank-card'.",
    ),
    "with words": (
        "    alone: [nobody: Nobody]\n",
        "9:13: 'alone' takes names alone: the words for 'nobody' stand after it at 'pictures'.",
    ),
    "what is drawn": (
        "    alone: blank-card\n",
        "9:12: What a child draws can lie beside all else. Leave 'blank-card' out after 'alone'.",
    ),
    "none": ("    alone: []\n", "9:12: 'alone' needs at least one picture, or leave it out."),
    "nothing": ("    alone:\n", "9:11: Nothing stands after 'alone'."),
    "twice": ("    alone: [mum, mum]\n", "9:18: The picture 'mum' is here twice; it stands already in line 9."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_it(name):
    more, sentence = BROKEN[name]
    assert said(HEAD + "steps:\n" + CHOSEN + more) == [sentence]
