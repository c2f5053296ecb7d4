"""One stretch of a land slides away and the next one in: what lies on the glass meanwhile.

Pure but for the time it is handed: no pygame, no files, no pixels.
"""

from msgspec import Struct
from msgspec.structs import replace

from game.core.companion import CARRIED_ID, COMPANION_ID, PAWS_ID
from game.core.ids import Control
from game.play.drawn import Drawn, Frame
from game.play.motion import SLIDE
from game.play.stance import eased


class Slide(Struct, frozen=True):
    """A land sets out: it leaves as it was `before`. `to` is 1 where it goes to the left, since the road leads on."""

    before: Frame
    to: int
    since: float

    def over(self, now: float) -> bool:
        """True once the next stretch lies where it belongs."""
        return now - self.since >= SLIDE

    def on(self, frame: Frame, now: float) -> Frame:
        """The next stretch as it slides in, and what leaves beside it. Controls stay, and the companion walks."""
        aside = self.to * (1 - eased(now - self.since, 0, SLIDE))
        leaving = tuple(
            replace(drawn, id=(-1 - number, 0.0, 0.0), aside=aside - self.to)
            for number, drawn in enumerate(self.before.things)
            if _goes_along(drawn)
        )
        here = tuple(replace(drawn, aside=aside) if _goes_along(drawn) else drawn for drawn in frame.things)
        return replace(frame, things=leaving + here, aside=aside, beside=self.before.scene)


def _goes_along(drawn: Drawn) -> bool:
    return drawn.id not in (COMPANION_ID, CARRIED_ID, PAWS_ID) and not isinstance(drawn.id, Control)
