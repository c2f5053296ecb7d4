"""What is told of `take home` where nothing goes home: the text beside the exact sentence, and where none is."""

from pathlib import Path

import pytest

from game.authoring.activity_reader import read_text
from game.authoring.hints import hints
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from tests.support.mistakes import HEAD, LIBRARY, told

HINTS = {
    "what is taken home where nothing can be": (
        HEAD
        + "steps:\n  - choose: thing\n    pictures: [kite, boat]\n"
        + "  - walk: road\n    along: [different, keep]\n    take home: page\n"
        + "  - watch: song\n    take home: card\n    story: [look: child]\n"
        + "  - light: lights\n    along: [different, keep]\n    take home: card\n",
        [
            "8:5: Of 'walk: road' nothing can go home, as nothing is chosen or made there. Write 'take home' in a step "
            "where something is, such as 'choose', 'place' or 'draw'.",
            "11:5: Of 'watch: song' nothing can go home, as there is only something to see. Leave 'take home' out: a "
            "whole sentence after 'for the paper' stands on the certificate.",
            "14:5: Of 'light: lights' nothing can go home, as no picture is lit there. Name some, such as "
            "'pictures: [candle]', or write 'take home' in another step.",
        ],
    ),
    "a letter that a child draws": (
        HEAD + "steps:\n  - draw: letter\n    take home: letter\n  - draw: other\n    take home: page\n",
        [
            "6:5: What is drawn in 'draw: letter' can stand around your letter, and has no page of its own. Where the "
            "child's own letter shall go home, write 'take home: page'.",
        ],
    ),
    "a letter of what is chosen, and a word for which there is no paper": (
        HEAD
        + "steps:\n  - choose: thing\n    pictures: [kite, boat]\n    take home: letter\n"
        + "  - choose: sky\n    pictures: [sun, moon]\n    take home: weather\n",
        [
            "6:5: What is made in 'choose: thing' can stand around your letter, and has no page of its own. Where it "
            "shall have one, write 'take home: page'.",
            "9:5: Of 'choose: sky' nothing goes home: there is no paper of this name any more. Write 'take home: page' "
            "for a page of it.",
        ],
    ),
    "what stays here of what does not go home": (
        HEAD
        + "take home: no\nsteps:\n  - place: guests\n    pictures: [kite, boat]\n    onto: [different, keep]\n"
        + "    stays here: keep\n",
        [
            "7:5: Of 'place: guests' nothing goes home, so 'stays here' changes nothing. Write 'take home: page' or "
            "'take home: card' beside it.",
        ],
    ),
    "what is taken home where something is lit, tried or breathed, and what is not, of a walk": (
        HEAD
        + "steps:\n  - light: lights\n    pictures: [candle]\n    along: [different, keep]\n    take home: card\n"
        + "  - breathe: slow\n    picture: star\n    take home: page\n"
        + "  - use: tools\n    pictures: [drum, song]\n    take home: page\n"
        + "  - walk: road\n    along: [different, keep]\n    take home: no\n",
        [],
    ),
    "an activity of which something is taken home, and nothing can be": (
        HEAD + "take home: page\nsteps:\n  - walk: road\n    along: [different, keep]\n",
        [
            "5:1: Nothing here goes home by itself. Below a step in which something is lit, tried or breathed with, "
            "'take home: page' makes a page of it; of a way and of what is only watched there is none.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "sentences"), HINTS.values(), ids=HINTS)
def test_what_does_not_go_home_is_told(text, sentences):
    path = Path("our-road.yaml")
    activity = read_text(text, Context(Source(path, text), LIBRARY, "our-road"))
    assert told(hints(path, activity, LIBRARY, lambda words: ())) == sentences
