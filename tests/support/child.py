"""A child before a glass that only records: the room is real, its clock is the test's own."""

from game.core.companion import COMPANION_ID, companion_on
from game.core.ids import Scenery
from game.core.picture import Stamp, TouchArea
from game.core.table import Touch
from game.play.display_list import Frame
from game.play.room import FRAME, RoomSession
from tests.support.recording_glass import RecordingGlass
from tests.support.story import Story

LEFT = ("story-thing", "story-changed")  # what a story leaves lying, and what has changed by it


class Child:
    """Somebody who plays this story in a room. `now` is the room's clock; `ended` counts how often the visit ended."""

    def __init__(self, story: Story):
        self.story, self.now, self.ended = story, 200.0, 0
        self.glass = RecordingGlass(story.session, lambda: self.now, self._end)
        self.room: RoomSession = self.glass.room_session
        self.glass.frame()

    def _end(self) -> None:
        self.ended += 1

    def wait(self, seconds: float) -> None:
        """Time goes by, frame by frame."""
        until = self.now + seconds
        while self.now < until:
            self.now += FRAME
            self.glass.frame()

    def touch(self, phase: str, x: float, y: float, finger: int = 1) -> None:
        """A finger does something; what follows is on the glass with the next frame."""
        self.glass.post(Touch(phase, x, y, finger))
        self.glass.frame()

    def tap(self, x: float, y: float, finger: int = 1) -> None:
        """A finger comes down, a frame is shown, and it is gone again."""
        for phase in ("press", "release"):
            self.touch(phase, x, y, finger)

    def tap_on(self, thing: Stamp | TouchArea) -> None:
        """A finger taps the middle of it; then an echo's time goes by."""
        self.tap(thing.x, thing.y)
        self.wait(0.6)

    @property
    def frame(self) -> Frame:
        """What is on the glass."""
        return self.glass.frames[-1]

    @property
    def things(self) -> dict:
        """What is on the glass, by its id."""
        return {drawn.id: drawn for drawn in self.frame.things}

    @property
    def plays(self) -> bool:
        """True while the companion plays a story: it is not where it waits, or has something in paws or mind. When
        somebody has ended it, it only goes back to its place.
        """
        waits = companion_on(self.story.picture)
        own = any(isinstance(id, Scenery) and id.name.startswith("story-") for id in {*self.things} - {*self.left})
        return own or (self.room.plays and waits is not None and self.things[COMPANION_ID].x != waits.x)

    @property
    def left(self) -> tuple[Scenery, ...]:
        """The companion's own things that lie there."""
        return tuple(id for id in self.things if isinstance(id, Scenery) and id.name in LEFT)

    @property
    def hand(self) -> bool:
        """True while the ghost hand is there."""
        return any(getattr(drawn.sprite, "art", "") in ("hand", "hand-quiet") for drawn in self.things.values())
