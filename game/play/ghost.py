"""The ghost hand: shows a gesture once on arrival, once more after a while without a touch, then no more.

Pure but for the time it is handed: stamps to lay on top of the Picture. No pygame, no files.
"""

from itertools import accumulate
from math import hypot

from game.core.gesture import SAMPLE
from game.core.ids import Id, Scenery
from game.core.picture import HELD, Stamp
from game.core.table import Touch
from game.play.showings import Showings

SPEED = 330  # design units a second
PAUSE, FADE = 0.45, 0.35  # seconds on a press or release; to come and to go
HAND_ART = "hand"  # in the quiet look another one
HAND, TIP = 150, (90 / 400, 70 / 400)  # the hand's size, and where in it the fingertip is
SAMPLE_SIZE = 88
STRENGTH = 0.88
GLASS = Scenery("glass")  # what a finger is down on that carries nothing


class Ghost:
    """One screen's demonstration. A new one begins with each new screen."""

    def __init__(self, touches: tuple[Touch, ...], now: float, art: str = HAND_ART):
        self._touches, self._art = touches, art
        self._times = list(accumulate(_seconds(a, b) for a, b in zip(touches[:1] + touches, touches, strict=False)))
        self._lasts = self._times[-1] + 2 * FADE if touches else 0
        self._showings = Showings(self._lasts, now)

    def touched(self, now: float) -> None:
        """Somebody touches: the hand goes away, and shows the gesture once more after a long pause."""
        self._showings.touched(now)

    def stamps(self, now: float) -> tuple[Stamp, ...]:
        """The hand, and the neutral sample that it carries, as they are now; () while nothing is shown."""
        running = self._showings.running(now)
        if not self._touches or running is None:
            return ()
        strength = round(STRENGTH * min(1, running / FADE, (self._lasts - running) / FADE), 2)
        return self._laid(running - FADE, strength)

    def _laid(self, at: float, strength: float) -> tuple[Stamp, ...]:
        """The hand at this time of the gesture, smaller while it presses, and the sample while it carries one."""
        x, y, down = self._where(at)
        size = HAND * (0.94 if down else 1)
        left, top = x + (0.5 - TIP[0]) * size, y + (0.5 - TIP[1]) * size
        hand = Stamp(self._art, left, top, size, id=Scenery("ghost-hand"), lift=HELD, strength=strength)
        sample = Stamp("sample", x, y, SAMPLE_SIZE, id=Scenery("ghost-sample"), lift=HELD, strength=strength)
        return (sample, hand) if down == SAMPLE else (hand,)

    def _where(self, at: float) -> tuple[float, float, Id | None]:
        """The fingertip's place at this time, and what it is down on: None while it is up."""
        index = next((i for i, time in enumerate(self._times) if time >= at), len(self._times) - 1)
        b, a = self._touches[index], self._touches[max(0, index - 1)]
        began = self._times[index - 1] if index else 0.0
        share = min(1.0, max(0.0, (at - began) / max(1e-6, self._times[index] - began)))
        down = a.phase != "release" and b.phase != "press"
        return a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, (a.on or GLASS) if down else None


def _seconds(a: Touch, b: Touch) -> float:
    """How long the way from one touch to the next takes."""
    return hypot(b.x - a.x, b.y - a.y) / SPEED + (PAUSE if b.phase in ("press", "release") else 0)
