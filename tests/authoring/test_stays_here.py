"""What is wrong with `stays here`, and where it changes nothing: the file beside the exact sentence."""

import pytest

from tests.support.mistakes import HEAD, said

LAID = "  - place: guests\n    pictures: [kite, boat]\n    onto: [different: On the cloth, keep: Behind the hedge]\n"
BROKEN = {
    "near to one": (
        "    stays here: kep\n",
        "9:17: 'stays here' names 'kep', and nothing is laid there in this step. Did you mean 'keep'?",
    ),
    "of the scene, and not of the step": (
        "    stays here: [keep, far-gate]\n",
        "9:24: 'stays here' names 'far-gate', and nothing is laid there in this step. There are 'different' and "
        "'keep'.",
    ),
    "with words": (
        "    stays here: [keep: Not for home]\n",
        "9:18: 'stays here' takes names alone: the words for 'keep' stand after it where things are laid.",
    ),
    "all of them": (
        "    stays here: [different, keep]\n",
        "9:17: Nothing is left to go home. Write 'take home: no' instead of 'stays here', or name fewer there.",
    ),
    "none": ("    stays here: []\n", "9:17: 'stays here' needs at least one spot."),
    "nothing": ("    stays here:\n", "9:16: Nothing stands after 'stays here'."),
    "twice": ("    stays here: [keep, keep]\n", "9:24: The spot 'keep' is here twice; it stands already in line 9."),
    "of what is chosen": (
        "  - choose: thing\n    pictures: [kite, boat]\n    stays here: keep\n",
        "11:5: A step with 'choose' has no key 'stays here'. It can have 'choose', 'pictures', 'from', 'otherwise', "
        "'order', 'up to', 'alone', 'story', 'scene', 'take home' and 'for the paper'. 'stays here' stands in a step "
        "with 'place'.",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_it(name):
    more, sentence = BROKEN[name]
    assert said(HEAD + "steps:\n" + LAID + more) == [sentence]
