"""What is wrong with `any number`: the file beside the exact sentence."""

import pytest

from tests.support.mistakes import HEAD, said

LAID = "  - place: guests\n    pictures: [kite, boat]\n    onto: [different, keep]\n    up to: 1 each\n"
BROKEN = {
    "near to one": (
        LAID + "    any number: kep\n",
        "10:17: 'any number' names 'kep', and nothing is laid there in this step. Did you mean 'keep'?",
    ),
    "all of them": (
        LAID + "    any number: [different, keep]\n",
        "10:17: With 'any number' at all of them 'up to' holds nowhere. Leave both out, or name fewer there.",
    ),
    "none": (LAID + "    any number: []\n", "10:17: 'any number' needs at least one spot."),
    "where there is no number": (
        LAID.replace("    up to: 1 each\n", "") + "    any number: keep\n",
        "9:5: 'any number' means something only beside 'up to', which is missing here.",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_it(name):
    written, sentence = BROKEN[name]
    assert said(HEAD + "steps:\n" + written) == [sentence]
