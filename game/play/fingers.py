"""Which touches count: no press at the lowest edge, where wrists rest, and none that only echoes the one before.

Pure: a touch brings its time.
"""

from game.core.table import Touch
from game.play.echo import Echo
from game.play.screens import LOWEST


class Fingers:
    """The fingers whose press did not count, until they are lifted."""

    def __init__(self) -> None:
        self.echo = Echo()
        self._deaf: set[int] = set()

    def count(self, touch: Touch) -> bool:
        """True where this touch means something; called once for each touch, in their order."""
        if touch.phase == "press":  # where the system has swallowed a release, the finger was lost before
            deaf = touch.y > LOWEST or self.echo.is_one(touch)
            (self._deaf.add if deaf else self._deaf.discard)(touch.finger)
        counts = touch.finger not in self._deaf
        if touch.phase in ("release", "lost"):
            self._deaf.discard(touch.finger)
        return counts
