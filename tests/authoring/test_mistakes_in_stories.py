"""Mistakes that people have made in little stories: each kind once, the broken text beside the exact sentence."""

import pytest

from game import mechanics
from game.authoring.mistake import one_of
from game.authoring.values.missing import FOR_PEOPLE
from game.authoring.values.story import about
from game.core.story import CARRIED, NOTHING
from game.core.take_home import OF_OWN_PLACE
from tests.support.mistakes import HEAD, LIBRARY, said

OURS = ", ".join(f"'{word}'" for word in OF_OWN_PLACE[:-1]) + f" or '{OF_OWN_PLACE[-1]}'"

PUT_ONE = "Put a picture of this name into activities/pictures, or see all: python main.py pictures."
ELSE_PUT_ONE = f"If not, {PUT_ONE[0].lower()}{PUT_ONE[1:]}"
PEOPLE = one_of([name for name in LIBRARY.families()[0]["people"] if name not in FOR_PEOPLE], "and")
NO_PICTURE = "A picture cannot be looked at; 'look: right' is towards the pictures."
NO_SIGNS = (
    "'signs' takes the name of an earlier step, and what was chosen there stands at the spots. A picture of your "
    "choice stands at a place of a scene of your own: write 'sign' at the place in the scene's file."
)
STORIES = {
    "a picture to be carried": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - carry: heart\n",
        f"9:16: The companion has nothing called 'heart' to carry. There are {one_of((*CARRIED, NOTHING), 'and')}.",
    ),
    "a story and nothing else": (
        "  - story: quiet\n",
        f"6:5: A step needs {one_of(mechanics.names())}; 'story' is none of them. A page with a story and nothing to "
        "choose is '- watch: NAME', with 'story' below it.",
    ),
    "a picture to think of": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - think: kite\n",
        "9:16: There is nothing called 'kite' here to think of. A picture that a child can choose is not thought of. "
        f"There are {one_of(about('think', (), ('far-gate',)), 'and')}.",
    ),
    "a story that goes on after it stays": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - stay: there\n      - look: child\n",
        "9:9: After 'stay: there' the story is over. Put it at the end.",
    ),
    "a story that looks at a picture": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - look: kite\n",
        f"9:15: There is nothing called 'kite' here to look at. {NO_PICTURE} "
        "There are 'left', 'right', 'up', 'down', 'child', 'different', 'keep' and 'far-gate'.",
    ),
    "a story that looks at words": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - look: Unser Baum\n",
        f"9:15: There is nothing called 'Unser Baum' here to look at. {NO_PICTURE} "
        "There are 'left', 'right', 'up', 'down', 'child', 'different', 'keep' and 'far-gate'.",
    ),
    "a story that looks at a spot, but for a slip": (
        "  - choose: thing\n    pictures: [kite, boat]\n    story:\n      - look: keeep\n",
        "9:15: There is nothing called 'keeep' here to look at. Did you mean 'keep'?",
    ),
}


@pytest.mark.parametrize(("steps", "sentence"), STORIES.values(), ids=STORIES)
def test_each_kind_of_mistake_in_a_story_is_told_by_its_own_sentence(steps, sentence):
    assert said(f"{HEAD}steps:\n{steps}") == [sentence]
