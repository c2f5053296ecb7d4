"""When something is shown on a screen: once on arrival, once more after a while without a touch, then no more.

Pure but for the time it is handed.
"""

FIRST, AGAIN = 1.2, 20.0  # seconds after arrival, and without a touch


class Showings:
    """The showings of one screen, on which somebody arrives `now`, each `lasts` seconds long."""

    def __init__(self, lasts: float, now: float):
        self._lasts, self._starts = lasts, [now + FIRST]

    def touched(self, now: float) -> None:
        """Somebody touches: what is shown ends, and is shown once more after a long pause."""
        shown = len([start for start in self._starts if start <= now])
        self._starts = [float("-inf")] * shown + [now + AGAIN] * (shown < 2)

    def again(self, now: float) -> None:
        """Show it now, because somebody has asked for it; it is not shown by itself any more."""
        self._starts = [float("-inf"), now]

    def later(self, now: float) -> None:
        """Let the next showing begin at this time."""
        self._starts[-1] = now

    @property
    def latest(self) -> float:
        """When the latest showing began, or the next one begins."""
        return self._starts[-1]

    def running(self, now: float) -> float | None:
        """Seconds since what is shown has begun; None while nothing is."""
        since = now - self._starts[-1]
        if since > self._lasts and len(self._starts) == 1:
            self._starts.append(self._starts[0] + self._lasts + AGAIN)
        return since if 0 <= since <= self._lasts else None
