"""A trail of many stops, and its views one after the other."""

from msgspec.structs import replace

from game.core import events
from game.core.events import Stop
from game.core.picture import Picture, Stamp, find
from game.play import screens
from game.play.stretches import BACK, ON
from tests.support.story import SHELF, Story

ONE = SHELF.activities["pick-a-worry-stone"]


def long_trail(many: int, chapters: int = 1) -> Story:
    """A story on whose trail stand so many stops."""
    story = Story()
    names = [f"stone-{number}" for number in range(many)]
    story.session.activities = {name: replace(ONE, name=name) for name in names}
    stops = tuple(Stop(name, name, ONE.cover, number * chapters // many) for number, name in enumerate(names))
    begun = story.visit.begun
    story.session.prepare(events.Prepared(stops, begun.plan, begun.envelope))
    story.wake()
    return story


def all_views(story: Story) -> list[Picture]:
    """Every stretch, from the first to the last."""
    story.tap(screens.TRAIL) if story.visit.place != events.TRAIL else None
    while find(story.picture, BACK):
        story.tap(BACK)
    found = [story.picture]
    while find(story.picture, ON):
        story.tap(ON)
        found.append(story.picture)
    return found


def on_one_another(a: Stamp, b: Stamp) -> bool:
    """True where their boxes overlap."""
    apart = (a.width + b.width) / 2
    return abs(a.x - b.x) < apart and abs(a.y - b.y) < apart
