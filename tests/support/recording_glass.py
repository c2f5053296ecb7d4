"""A second glass for the child's room, without a screen: it keeps what it was to show, and shows nothing.

It knows no pygame: what a glass must do beside a window and its pixels is all here. `play` plays the demonstration
on it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from game.app.demonstration import Day
from game.child.demo.driver import Clock, RoomDriver
from game.child.demo.player import DemoPlayer
from game.core.scene import ScenePart
from game.core.sprite import AnySprite
from game.core.table import Touch
from game.play.drawn import Frame
from game.play.room import RoomSession
from game.play.session import Session
from game.records.open_visit import OpenVisit, open_visit
from game.records.store import Store
from tests.support.story import LIBRARY


class RecordingGlass:
    """Keeps every Frame that differs from the one before, and what was to be made ahead. All art is there at once."""

    finished = True

    def __init__(
        self,
        session: Session,
        clock: Callable[[], float],
        ended: Callable[[], None] = lambda: None,
        still: bool = False,
    ):
        self._clock = clock
        self._touches: list[Touch] = []
        self.frames: list[Frame] = []
        self.scenes: list[str] = []
        self.made_ahead: list[AnySprite] = []
        self.room_session = RoomSession(session, self, clock(), ended, still)

    def ready(self, scene: str, sprites: Sequence[AnySprite]) -> bool:
        """Everything always is."""
        return True

    def ahead(self, sprites: Sequence[AnySprite]) -> None:
        """What may be wanted next."""
        self.made_ahead = list(sprites)

    def parts(self, scene: str) -> tuple[ScenePart, ...]:
        """As the scene's drawing names them."""
        return LIBRARY.parts(scene)

    def soon(self, scenes: Sequence[str]) -> None:
        """Scenes that may be wanted."""
        self.scenes += scenes

    def post(self, touch: Touch) -> None:
        """A finger touches it."""
        self._touches.append(touch)

    def frame(self) -> None:
        """The touches that wait, and what is to be shown then."""
        touches, self._touches = self._touches, []
        for touch in touches:
            self.room_session.touch(replace(touch, time=self._clock()))
        frame = self.room_session.tick(self._clock())
        if not self.frames or frame is not self.frames[-1]:
            self.frames.append(frame)


def play(folder: Path, day: Day, seed: str) -> tuple[OpenVisit, RecordingGlass]:
    """One visit of the demonstration, in a home of its own."""
    store = Store(folder)
    visit = open_visit(store, "0123456789abcdef", day.day, "middle", seed, day.said)
    glass = play_on_it(visit, seed, day)
    store.close()
    return visit, glass


def play_on_it(visit: OpenVisit, seed: str, day: Day, still: bool = False, stride: int = 1) -> RecordingGlass:
    """This visit, from its begin to its end."""
    clock = Clock()
    glass = RecordingGlass(visit.session, clock, visit.save_summary, still)
    DemoPlayer(RoomDriver(glass, clock, lambda *screen: None, lambda: None, stride), seed, day.opens, day.goes).run()
    return glass
