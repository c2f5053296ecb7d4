"""The grown-ups' way out: both upper corners, or two keys, held for three seconds; nothing of it shows.

Pure but for what it is handed: touches and keys with their times. No pygame, no files.
"""

from msgspec import Struct

from game.core.picture import WIDTH
from game.core.table import Touch

HELD = 3.0  # seconds
NEXT = 10.0  # seconds in which the second corner must follow, when one finger or the mouse holds them in turn
CORNER_KEYS = frozenset("qp")  # the upper corners of the letters
REPEATS = 0.25  # seconds in which a key that is pressed anew was not let go
CORNER = 130  # design units from the side; above the screen's edge counts too, where the window is taller


class _Held(Struct):
    side: str
    since: float


class Corners:
    """Watches touches; `open(now)` is True once both corners were held long enough."""

    def __init__(self) -> None:
        self._holding: dict[int, _Held] = {}
        self._done: dict[str, float] = {}

    def feel(self, touch: Touch) -> None:
        """Every touch of every finger comes by here. Before a press its finger held nothing, whatever was not told."""
        side = corner_of(touch)
        before = self._holding.pop(touch.finger, None)
        if touch.phase == "press":
            if side:
                self._holding[touch.finger] = _Held(side, touch.time)
        elif before and touch.phase == "drag" and side == before.side:
            self._holding[touch.finger] = before
        elif before and touch.time - before.since >= HELD:
            self._done[before.side] = touch.time

    def let_go(self) -> None:
        """The window has lost its fingers: no corner is held."""
        self._holding.clear()

    def open(self, now: float) -> bool:
        """True when both were held: at once by two fingers, or one after the other."""
        for held in self._holding.values():
            if now - held.since >= HELD:
                self._done[held.side] = now
        return len([side for side, when in self._done.items() if now - when <= NEXT]) == 2


def corner_of(touch: Touch) -> str:
    """Which of the upper corners it is in: "left", "right", or "" for neither."""
    if touch.y > CORNER:
        return ""
    return "left" if touch.x < CORNER else "right" if touch.x > WIDTH - CORNER else ""


class CornerKeys:
    """The same by keyboard: both keys at once, and no other, so that neither fists nor a cat on the keys find it.

    A key that is held down repeats itself; on a busy machine the system tells that as let go and pressed anew.
    """

    def __init__(self) -> None:
        self._down: dict[int, str] = {}
        self._let_go: dict[int, float] = {}
        self._since = 0.0

    def feel(self, code: int, letter: str, down: bool, now: float) -> None:
        """Note that a key goes down or up; any key but the two spoils the gesture."""
        for gone in [key for key, when in self._let_go.items() if now - when > REPEATS]:
            del self._let_go[gone], self._down[gone]
        if code not in self._down:
            if down:
                self._down[code], self._since = letter, now
        elif down:
            self._let_go.pop(code, None)
        else:
            self._let_go.setdefault(code, now)

    def let_go(self) -> None:
        """The window has lost its keys: none is held."""
        self._down.clear()
        self._let_go.clear()

    def open(self, now: float) -> bool:
        """True when both, and nothing else, were held."""
        held = [letter for code, letter in self._down.items() if code not in self._let_go]
        return len(held) == len(CORNER_KEYS) == len(CORNER_KEYS & set(held)) and now - self._since >= HELD
