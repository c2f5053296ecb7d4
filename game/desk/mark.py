"""The mark of the keyboard: how it looks, and where it goes when what it was on is gone.

This file knows pygame's surfaces and colours; what things mean is handed in.
"""

from collections.abc import Sequence

import pygame

from game.desk.form import Means
from game.desk.theme import PAPER, RING, ROUND

FREE, THICK = 3, 5  # design units between a thing and its edge, and of the edge


def paint_mark(surface: pygame.Surface, around: pygame.Rect, scale: float) -> None:
    """An edge around this, with a little paper between: so it is seen beside every colour."""
    free, thick = max(2, round(FREE * scale)), max(3, round(THICK * scale))
    for colour, beside, wide in ((PAPER, free, free), (RING, free + thick, thick)):
        edge = around.inflate(2 * beside, 2 * beside)
        pygame.draw.rect(surface, colour, edge, wide, round((ROUND + beside) * scale))


class CameFrom:
    """What was there before something opened, and where the mark was: one step and one way, so that a question that is
    asked again begins at its careful answer.
    """

    def __init__(self) -> None:
        self._before: Sequence[Means] = ()
        self._mark: Means | None = None

    def leads(
        self, mark: Means | None, before: Sequence[Means], there: Sequence[Means], comes_next: Means | None
    ) -> Means | None:
        """Where the mark goes, now that this is `there` and not what was `before`: nowhere else while what it is on is
        there; back, when a question was answered and changed nothing; else to what comes next, is new or stands beside.
        """
        back = self._mark if there == self._before else None
        self._before, self._mark = (before, mark) if back is None else ((), None)
        if mark is None or mark in there:
            return mark
        return back or _instead_of(mark, before, there, comes_next)


def _instead_of(gone: Means, before: Sequence[Means], there: Sequence[Means], comes_next: Means | None) -> Means | None:
    """Where the mark goes: to what `comes_next` now and did not before, else to the first thing that is new, else to
    what stands in the place of what is `gone`; None where there is nothing.
    """
    if comes_next is not None:
        return comes_next
    new = next((means for means in there if means not in before), None)
    at = before.index(gone) if gone in before else 0
    return new or (there[min(at, len(there) - 1)] if there else None)
