"""What in the words of a good activity is probably not meant: a remark that cuts them, quotes, signs without a font."""

import pytest

from tests.support.hints_told import CUT, hints_told
from tests.support.mistakes import GOOD, HEAD

HINTS = {
    "a number in a title": (HEAD.replace("road", "road #2") + GOOD, [f"1:17: {CUT}"]),
    "a number in a label": (
        HEAD + "steps:\n  - choose: thing\n    pictures:\n      - kite: Number #1\n      - boat\n",
        [f"8:22: {CUT}"],
    ),
    "a number in a list over several lines": (
        HEAD + "steps:\n  - choose: thing\n    pictures: [kite, boat: My friend #2\n      , star]\n",
        [f"7:38: {CUT}"],
    ),
    "words, with a space, that end with a comma there": (
        HEAD + "steps:\n  - choose: thing\n    pictures: [kite: Mine # one,\n      , boat, star]\n",
        [f"7:27: {CUT}"],
    ),
    "an entry of such a list that begins with it": (
        HEAD + "steps:\n  - choose: thing\n    pictures: [kite,\n      boat, #2 star,\n      moon]\n",
        [f"8:13: {CUT}"],
    ),
    "a number in a list of lines": (
        HEAD + "steps:\n  - choose: thing\n    pictures:\n      - kite\n      - boat #2\n",
        [f"9:14: {CUT}"],
    ),
    "a number behind quotes, and in words with an apostrophe or quotes inside": (
        HEAD.replace("Our road", "'Our road' #2").replace("We walk", 'Mum\'s "big" walk #3') + GOOD,
        [f"1:19: {CUT}", f"2:27: {CUT}"],
    ),
    "a number within quotes, or stuck to a word": (
        HEAD.replace("Our road", "'Our road #2'").replace("We walk", "We walk#3") + GOOD,
        [],
    ),
    "words on several lines, in which it is no remark": (
        HEAD.replace("We walk", "|\n  We walk #2\n  and: so on #3") + GOOD,
        [],
    ),
    "remarks in lists, on lines of their own and behind brackets": (
        HEAD + "steps:\n  - choose: thing\n    pictures: [kite, # the red one\n      # star,\n      boat] #2\n",
        [],
    ),
    "quotes of a word processor around a title": (
        HEAD.replace("Our road", "\u201cOur road\u201d") + GOOD,
        ["1:8: These are quotes of a word processor: they are printed with the words. Write straight ones, or none."],
    ),
    "a sign that no font has": (
        HEAD.replace("road", "road \U0001f98a") + GOOD,
        ["1:17: No font here has the sign '\U0001f98a': on papers, '?' stands in its place."],
    ),
    "several signs that no font has, in one line": (
        HEAD.replace("road", "\U0001f98a road \U0001f389") + GOOD,
        ["1:12: No font here has the signs '\U0001f98a' and '\U0001f389': on papers, '?' stands in the place of each."],
    ),
    "words behind a title and a purpose": (
        HEAD.replace("Our road", "Our day # the best").replace("a little.", "# together") + GOOD,
        [f"1:16: {CUT}", f"2:18: {CUT}"],
    ),
    "words behind labels and behind what papers call a step": (
        HEAD
        + "steps:\n  - choose: thing\n    for the paper: We sail # every day\n    pictures:\n"
        + "      - star: The star # ours\n      - {boat: The boat # mine\n        }\n",
        [f"7:28: {CUT}", f"9:24: {CUT}", f"10:25: {CUT}"],
    ),
    "remarks in a column of their own, and behind names and lists": (
        HEAD.replace("Our road", "Our road   # for the new ones")
        + "steps:\n  - choose: thing # which?\n    take home: no # not this\n    order: as written # by size\n"
        + "    up to: 1 # no more\n    pictures: # of the sea\n      - kite: Ours  # red\n      - boat # blue\n"
        + "    story: # short\n      - look: child # first\n",
        [],
    ),
    "a remark behind a value, and one of a whole line": (HEAD.replace("kite", "kite # red") + "# all\n" + GOOD, []),
    "quotes inside a sentence, and letters of other scripts": (
        HEAD.replace("We walk", "We \u201cwalk\u201d \u042f \u00e4") + GOOD,
        [],
    ),
}


@pytest.mark.parametrize(("text", "sentences"), HINTS.values(), ids=HINTS)
def test_what_is_probably_not_meant_in_words_is_said(text, sentences):
    assert hints_told(text) == sentences
