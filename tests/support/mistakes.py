"""An activity in which nothing is wrong, to be broken in one place, and what is told of mistakes, in short."""

from game.art.library import Library

HEAD = "title: Our road\npurpose: We walk a little.\ncover: kite\nscene: two-banks\n"
GOOD = "steps:\n  - choose: thing\n    pictures: [kite, boat]\n"
LIBRARY = Library()


def told(mistakes) -> list[str]:
    """Line, column and sentence of each."""
    return [f"{mistake.line}:{mistake.column}: {mistake.sentence}" for mistake in mistakes]
