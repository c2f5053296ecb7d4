"""What becomes another picture goes through some in between, one after the other: paper that is unfolded, or folded.

Pure but for the time it is handed: no pygame, no files. `display_list.py` asks which picture is seen now.
"""

from collections.abc import Iterable

from msgspec import Struct

from game.core.picture import Art, Glow, Stamp
from game.play.motion import ThingId

EACH = 0.14  # seconds in which each picture in between is seen


class Turn(Struct, frozen=True):
    """The pictures in between, one after the other, and since when."""

    through: tuple[Art, ...]
    since: float


class Unfolding:
    """All that is on its way from one picture to another. `still`: everything is there at once."""

    def __init__(self, still: bool):
        self._still = still
        self._seen: dict[ThingId, Art] = {}
        self._turns: dict[ThingId, Turn] = {}

    def set_out(self, things: Iterable[tuple[ThingId, Stamp | Glow]], now: float) -> None:
        """The things of another Picture: one that has become another goes through what lies between."""
        stamps = {key: thing for key, thing in things if isinstance(thing, Stamp)}
        self._turns = {key: turn for key, stamp in stamps.items() if (turn := self._turn(key, stamp, now)).through}
        self._seen = {key: stamp.art for key, stamp in stamps.items()}

    def enter(self) -> None:
        """Another scene: what stands there is what it is."""
        self._seen, self._turns = {}, {}

    def going_on(self, now: float) -> bool:
        """True while something is on its way."""
        return any(now - turn.since < EACH * len(turn.through) for turn in self._turns.values())

    def art(self, key: ThingId, now: float) -> Art | None:
        """The picture in between that is seen now; None where the thing is what it is."""
        turn = self._turns.get(key)
        number = int((now - turn.since) / EACH) if turn else 0
        return turn.through[number] if turn and number < len(turn.through) else None

    def _turn(self, key: ThingId, stamp: Stamp, now: float) -> Turn:
        """What it was shown as half-way lies behind it. What comes while others are there goes through all of it."""
        before = self._seen.get(key)
        if self._still or not self._seen:
            return Turn((), now)
        if before == stamp.art:
            return self._turns.get(key, Turn((), now))
        behind = stamp.through.index(before) + 1 if before in stamp.through else 0
        return Turn(stamp.through[behind:], now)
