"""A press that only echoes the one before: children press again where nothing seems to answer.

Pure: every touch brings its own time; no clock, no pygame.
"""

from game.core import events
from game.core.table import Touch
from game.mechanics import traits
from game.play.state import Visit

ECHO = 0.5  # seconds in which the same press again is the first one's echo
NEAR = 40  # design units


class Echo:
    """The last release that can have an echo."""

    def __init__(self) -> None:
        self._release: Touch | None = None

    def released(self, touch: Touch, can_have_one: bool) -> None:
        """A finger is lifted there."""
        self._release = touch if can_have_one else None

    def is_one(self, press: Touch) -> bool:
        """True for a press so soon and so near after that release."""
        before = self._release
        if before is None or press.time - before.time >= ECHO:
            return False
        return abs(press.x - before.x) <= NEAR and abs(press.y - before.y) <= NEAR


def has_echo(visit: Visit) -> bool:
    """False where pressing again quickly means something, as in rubbing; controls have an echo everywhere."""
    at_step = visit.place == events.STEP and not visit.resting
    return traits(visit.here.table.mechanic).echo if at_step else True
