"""A press that only echoes the one before: children press again where nothing seems to answer, and who has learnt "tap,
then tap" taps where a thing belongs though it has gone there by itself.

Pure: every touch brings its own time; no clock, no pygame.
"""

from game.core import events
from game.core.ids import Id
from game.core.table import Touch
from game.mechanics import traits
from game.play.state import Visit
from game.play.tap_effect import KEYS

ECHO = 0.5  # seconds in which the same press again is the first one's echo
NEAR = 40  # design units
THEN_TAP = 1.5  # seconds in which a press on what a tap has just laid there is the other half of "tap, then tap"


class Echo:
    """The last release that can have an echo."""

    def __init__(self) -> None:
        self._release: Touch | None = None
        self._laid: tuple[Id, Touch] | None = None

    def released(self, touch: Touch, can_have_one: bool) -> None:
        """A finger is lifted there."""
        self._release = touch if can_have_one else None
        self._laid = None

    def laid(self, what: Id, release: Touch) -> None:
        """That release has laid this thing elsewhere. Who plays by keys or a switch means what is marked."""
        self._laid = (what, release) if release.finger != KEYS else None

    def is_one(self, press: Touch) -> bool:
        """True for a press so soon and so near after that release, or on what it has laid."""
        laid, self._laid = self._laid, None
        if laid and press.on == laid[0] and press.time - laid[1].time < THEN_TAP:
            return True
        before = self._release
        if before is None or press.time - before.time >= ECHO:
            return False
        return abs(press.x - before.x) <= NEAR and abs(press.y - before.y) <= NEAR


def has_echo(visit: Visit) -> bool:
    """False where pressing again quickly means something, as in rubbing; controls have an echo everywhere."""
    at_step = visit.place == events.STEP and not visit.resting
    return traits(visit.here.table.mechanic).echo if at_step else True
