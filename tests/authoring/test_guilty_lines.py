"""Slips of typing: each is told where it was made, by the sentence that mends it, and brings no second mistake."""

from pathlib import Path

import pytest

from game.authoring.activity_reader import read_text
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from game.authoring.values.missing import ELSE_PUT_ONE, ELSE_PUT_THESE, OURS
from game.authoring.values.words import with_spots
from tests.support.mistakes import HEAD, LIBRARY, told

COLON = "There is no colon here. Write a key, a colon, a space and the words."
EQUALS = "There is '=' here where a colon belongs. Write a colon and a space."
QUOTE = (
    "The words end at the quote before this, since they begin with one. "
    'Put all the words between quotes of the other kind: "At mum\'s".'
)
COMMA = "Between names stands a comma; in a list below one another each is on a line of its own, after '- '."
BULLET = "'\u2022' is a bullet of a word processor. Write '- ' instead: a hyphen and a space."
TAB = "There is a tab here. Write spaces instead: two for each step further in."
LABEL = "Between a name and its label stand a colon and a space:"
PLACE = "  - place: thing\n    pictures: [kite, boat]\n    onto"
KINDS = {
    "a step without its colon": ("  - choose thing\n    pictures: [kite, boat]\n  - rub: thing\n", [f"6:5: {COLON}"]),
    "a step with equals": (
        "  - choose = thing\n    pictures: [kite, boat]\n  - rub: thing\n",
        [f"6:12: {EQUALS}"],
    ),
    "a second colon in a list that is closed, and a number that is none in the same step": (
        "  - choose: thing\n    pictures: [kite, boat: Siren: very loud, star]\n    up to: all\n",
        [
            "7:33: There is a second colon in this line. Put words that hold a colon in quotes.",
            "8:12: 'up to' needs a number from 1 to 99, or 'any'; 'all' is neither.",
        ],
    ),
    "a second colon, and a number that is none in the same step": (
        "  - choose: thing\n    pictures: [kite, boat]\n    up to: all\n    for the paper: Too loud: for me\n",
        [
            "8:12: 'up to' needs a number from 1 to 99, or 'any'; 'all' is neither.",
            "9:28: There is a second colon in this line. Put words that hold a colon in quotes.",
        ],
    ),
    "a key without its colon": ("  - choose: thing\n    pictures [kite, boat]\n", [f"7:5: {COLON}"]),
    "a key with another sign": ("  - choose: thing\n    pictures = [kite, boat]\n", [f"7:14: {EQUALS}"]),
    "a quote between quotes, in a row": (f"{PLACE}: [keep: 'At mum's', different: 'At dad's']\n", [f"8:26: {QUOTE}"]),
    "a quote between quotes": (f"{PLACE}:\n      - keep: 'At mum's'\n      - different\n", [f"9:23: {QUOTE}"]),
    "names without a comma": (
        "  - choose: thing\n    pictures: [kite boat, star]\n",
        [f"7:16: There is no picture called 'kite boat'. {COMMA} {ELSE_PUT_ONE.format(folder=OURS)}"],
    ),
    "a comma before a label": (
        "  - choose: thing\n    pictures:\n      - kite, The kite\n      - boat\n",
        [f"8:9: There is no picture called 'kite, The kite'. {LABEL} 'kite: The kite'."],
    ),
    "nothing before a label": (
        "  - choose: thing\n    pictures:\n      - kite The kite\n      - boat\n",
        [f"8:9: There is no picture called 'kite The kite'. {LABEL} 'kite: The kite'."],
    ),
    "a comma for the colon before a label, in a row": (
        "  - choose: thing\n    pictures: [kite, The kite, boat, star]\n",
        [f"7:22: There is no picture called 'The kite'. {LABEL} 'kite: The kite'. {ELSE_PUT_ONE.format(folder=OURS)}"],
    ),
    "several such commas": (
        "  - choose: thing\n    pictures: [kite, The kite, boat, Our boat]\n",
        [
            "7:22: There are no pictures called 'The kite' and 'Our boat'. "
            f"{LABEL} 'kite: The kite'. {ELSE_PUT_THESE.format(folder=OURS)}"
        ],
    ),
    "a comma for the colon before the words for a spot, in a row": (
        f"{PLACE}: [keep, At mum's]\n",
        [f"8:18: The scene 'two-banks' has no spot called 'At mum's'. {LABEL} 'keep: At mum's'."],
    ),
    "spots without a comma": (
        f"{PLACE}: [keep different]\n",
        [f"8:12: The scene 'two-banks' has no spot called 'keep different'. {COMMA}"],
    ),
    "a comma before the words for a spot": (
        f"{PLACE}:\n      - keep, At mum's\n",
        [f"9:9: The scene 'two-banks' has no spot called 'keep, At mum's'. {LABEL} 'keep: At mum's'."],
    ),
    "a bullet and a tab before a step": (
        "\u2022\tchoose: thing\n    pictures: [kite, boat]\n\u2022\trub: thing\n",
        [f"6:1: {BULLET}", f"8:1: {BULLET}"],
    ),
    "a bullet of a step in the first column": (
        "\u2022 choose: thing\n    pictures: [kite, boat]\n\u2022 rub: thing\n",
        [f"6:1: {BULLET}", f"8:1: {BULLET}"],
    ),
    "tabs before all of a step": (
        "\t- choose: thing\n\t  pictures: [kite, boat]\n",
        [f"6:1: {TAB}", f"7:1: {TAB}"],
    ),
    "a tab before a key": ("  - choose: thing\n\tpictures: [kite, boat]\n  - rub: thing\n", [f"7:1: {TAB}"]),
    "tabs before a list": (
        "  - choose: thing\n    pictures:\n\t- kite\n\t- boat\n  - rub: thing\n",
        [f"8:1: {TAB}", f"9:1: {TAB}"],
    ),
    "tabs before a step": (
        "\t- choose: thing\n\t  pictures: [kite, boat]\n  - rub: thing\n",
        [f"6:1: {TAB}", f"7:1: {TAB}"],
    ),
}
NONE = {
    "a picture that nobody has": "  - choose: thing\n    pictures: [brown boat, kite]\n",
    "words of which the name before has its label already": "  - choose: thing\n    pictures: [kite: Mine, The kite]\n",
    "a name with a capital letter": "  - choose: thing\n    pictures: [kite, Rocket]\n",
    "a spot with a capital letter and a blank": f"{PLACE}: [keep, Differen T]\n",
    "words that begin further in": "  - choose: thing\n    pictures:\n      - kite\n        boat: A boat\n",
}


@pytest.mark.parametrize(("steps", "sentences"), KINDS.values(), ids=KINDS)
def test_a_slip_is_told_where_it_was_made_and_nothing_else(steps, sentences):
    assert said(steps) == sentences


@pytest.mark.parametrize("steps", NONE.values(), ids=NONE)
def test_no_such_slip_is_seen_where_there_is_another_mistake(steps):
    (sentence,) = said(steps)
    assert not any(known in sentence for known in (COLON, EQUALS, COMMA, LABEL))


@pytest.mark.parametrize(("scene", "name"), [("washing-line", "quiet-keeper"), ("stony-road", "quiet-1")])
def test_what_lies_over_the_land_in_the_quiet_look_alone_is_no_spot_and_is_offered_to_nobody(scene, name):
    steps = f"  - place: thing\n    scene: {scene}\n    pictures: [kite, boat]\n    onto: [{name}]\n"
    (sentence,) = said(steps)
    assert sentence.startswith(f"9:12: The scene '{scene}' has no spot called '{name}'. There ")
    assert sentence.count(name) == 1 and "quiet" not in with_spots(LIBRARY).replace("quiet-valley", "")


def said(steps: str) -> list[str]:
    """Line, column and sentence of each mistake in an activity with these steps."""
    text = f"{HEAD}steps:\n{steps}"
    return told(read_text(text, Context(Source(Path("our-road.yaml"), text), LIBRARY, "our-road")))
