"""A visit to every activity, in either look."""

from functools import cache

from game.core import events
from game.core.events import Moved
from game.core.ids import to_builtins
from game.core.picture import Picture, Stamp
from game.play import screens
from game.records.journal_reader import read
from tests.support.story import NAMES, Story


@cache
def whole_visit(quiet: bool) -> tuple[list[Moved], list[Picture], dict]:
    """A child that does two things at each step of every activity: its moves, its screens, what it has left."""
    seen = []
    with Story(quiet=quiet) as story:
        for activity in NAMES:
            story.go(activity)
            while story.visit.place == events.STEP:
                seen.append(story.picture)
                story.choose(2)
                story.tap(screens.ONWARD)
        moves = [event for event in read(story.session.journal.path) if isinstance(event, Moved)]
        return moves, seen, {where: to_builtins(laid.state) for where, laid in story.visit.laid.items()}


def stamps(picture: Picture) -> list[Stamp]:
    return [thing for thing in picture.things if isinstance(thing, Stamp)]
