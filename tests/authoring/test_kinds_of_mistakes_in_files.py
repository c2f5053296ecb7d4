"""Mistakes that reach beyond one step: each kind once, the broken file beside all sentences; the rest is read on."""

import pytest

from game.authoring.activity_reader import read_activity
from tests.support.mistakes import GOOD, HEAD, LIBRARY, told

PUT_ONE = "Put a picture of this name into activities/pictures, or see all: python main.py pictures."
FILES = {
    "capitals in every key": (
        "Title: Our road\nPurpose: We walk a little.\ncover: kite\nScene: two-bancs\nSteps:\n  - Choose: thing\n"
        "    Pictures: [kite, boat]\n    Up-To: three\n    Story:\n      - Look: keep\n",
        [
            "1:1: An activity has no key 'Title'. Did you mean 'title'?",
            "2:1: An activity has no key 'Purpose'. Did you mean 'purpose'?",
            "4:1: An activity has no key 'Scene'. Did you mean 'scene'?",
            "4:8: There is no scene called 'two-bancs'. Did you mean 'two-banks'? If not, lay a picture of your own "
            "into the folder activities/scenes, or see all with their spots: python main.py pictures.",
            "5:1: An activity has no key 'Steps'. Did you mean 'steps'?",
            "6:5: The key 'Choose' is written 'choose'.",
            "7:5: The key 'Pictures' is written 'pictures'.",
            "8:5: The key 'Up-To' is written 'up to'.",
            "8:12: 'up to' needs a number from 1 to 99, or 'any'; 'three' is neither.",
            "9:5: The key 'Story' is written 'story'.",
            "10:9: The key 'Look' is written 'look'.",
        ],
    ),
    "one picture of several, of which the first is not there": (
        HEAD + "steps:\n  - breathe: slowly\n    picture: [volcano, kite]\n",
        [
            "7:14: 'picture' takes the name of one picture, without brackets. Write 'volcano' alone.",
            f"7:15: There is no picture called 'volcano'. {PUT_ONE}",
        ],
    ),
    "a wide colon": (
        HEAD.replace("cover:", "cover\uff1a") + GOOD,
        ["3:6: '\uff1a' is a wide colon. Write ': ' instead: a plain colon and a space."],
    ),
    "a no-break space behind the colon": (
        HEAD.replace("cover: ", "cover:\u00a0") + GOOD,
        ["3:7: This looks like a space and is none: it is a word processor's no-break space. Type it anew."],
    ),
    "a key without its colon": (
        HEAD.replace("cover:", "cover") + GOOD,
        ["3:1: There is no colon here. Write a key, a colon, a space and the words."],
    ),
    "no YAML in one step, and mistakes before and after it": (
        HEAD.replace("kite", "kyte") + "steps:\n  - choose: thing\n    pictures: [kite, boat\n  - rub: thingg\n",
        [
            "3:8: There is no picture called 'kyte'. Did you mean 'kite'? "
            "If not, put a picture of this name into activities/pictures, or see all: python main.py pictures.",
            "7:15: The list that begins here with '[' is not closed by ']', or a comma is missing.",
            "8:10: No earlier step of this activity makes 'thingg'. Did you mean 'thing'?",
        ],
    ),
    "a quote that is not closed, and a mistake far below": (
        HEAD.replace("We walk", '"We walk') + GOOD + "    up to: three\n",
        [
            "2:10: This quote is not closed. Write it again where the words end.",
            "8:12: 'up to' needs a number from 1 to 99, or 'any'; 'three' is neither.",
        ],
    ),
    "a word processor's file": (
        "{\\rtf1\\ansi title: Our road}",
        ["1:1: This is a word processor's file (RTF). Save it as plain text in the encoding UTF-8."],
    ),
}


@pytest.mark.parametrize(("text", "sentences"), FILES.values(), ids=FILES)
def test_each_kind_of_mistake_in_a_file_is_told_and_the_rest_is_read_on(text, sentences, tmp_path):
    (tmp_path / "our-road.yaml").write_text(text, "utf-8")
    assert told(read_activity(tmp_path / "our-road.yaml", LIBRARY)) == sentences
