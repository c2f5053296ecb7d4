"""An activity in which nothing is wrong, to be broken in one place, and what is told of mistakes, in short."""

from pathlib import Path

from game.art.library import Library
from game.authoring.activity_reader import read_text
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from game.core.activity import Activity

HEAD = "title: Our road\npurpose: We walk a little.\ncover: kite\nscene: two-banks\n"
GOOD = "steps:\n  - choose: thing\n    pictures: [kite, boat]\n"
LIBRARY = Library()


def told(mistakes) -> list[str]:
    """Line, column and sentence of each."""
    return [f"{mistake.line}:{mistake.column}: {mistake.sentence}" for mistake in mistakes]


def said(text: str) -> list[str]:
    """Line, column and sentence of each mistake in an activity."""
    found = read_text(text, Context(Source(Path("our-road.yaml"), text), LIBRARY, "our-road"))
    return [] if isinstance(found, Activity) else told(found)
