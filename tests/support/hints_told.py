"""What is told of a good activity besides: no mistake, and perhaps not what was meant."""

from pathlib import Path

from game.authoring.activity_reader import read_text
from game.authoring.hints import hints
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from tests.support.mistakes import LIBRARY, told

CUT = (
    "What stands after '#' is for you alone, so the words end before it. "
    "Where it belongs to them, put them all in quotes."
)
WITHOUT_FONT = "\U0001f98a\U0001f389"


def hints_told(text: str) -> list[str]:
    """Line, column and sentence of each hint."""
    path = Path("our-road.yaml")
    activity = read_text(text, Context(Source(path, text), LIBRARY, "our-road"))
    return told(hints(path, activity, LIBRARY, lambda words: tuple(sign for sign in WITHOUT_FONT if sign in words)))
