"""The mark of the keyboard: how it looks, and where it goes when what it was on is gone.

This file knows pygame's surfaces and colours; what things mean is handed in.
"""

from collections import deque
from collections.abc import Sequence

import pygame

from game.desk.form import Means
from game.desk.theme import PAPER, RING, ROUND

MOST_LEFT = 8  # so many places are remembered: no question lies deeper
FREE, THICK = 3, 5  # design units between a thing and its edge, and of the edge


def paint_mark(surface: pygame.Surface, around: pygame.Rect, scale: float) -> None:
    """An edge around this, with a little paper between: so it is seen beside every colour."""
    free, thick = max(2, round(FREE * scale)), max(3, round(THICK * scale))
    for colour, beside, wide in ((PAPER, free, free), (RING, free + thick, thick)):
        edge = around.inflate(2 * beside, 2 * beside)
        pygame.draw.rect(surface, colour, edge, wide, round((ROUND + beside) * scale))


class Mark:
    """Remembers where it was before it was elsewhere."""

    def __init__(self) -> None:
        self._left: deque[Means] = deque(maxlen=MOST_LEFT)

    def instead_of(
        self, gone: Means, before: Sequence[Means], there: Sequence[Means], comes_next: Means | None
    ) -> Means | None:
        """Where it goes: to what led elsewhere, when that is there again and was not, as after a question; else to what
        `comes_next` now and did not before, else to the first thing that is new, else to what stands in the place of
        what is `gone`; None where there is nothing.
        """
        new = [means for means in there if means not in before]
        back = next((means for means in reversed(self._left) if means in new), None)
        self._left.append(gone)
        at = before.index(gone) if gone in before else 0
        beside = there[min(at, len(there) - 1)] if there else None
        return next((one for one in (back, comes_next, *new) if one is not None), beside)
