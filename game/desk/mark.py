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


def instead_of(gone: Means, before: Sequence[Means], there: Sequence[Means], comes_next: Means | None) -> Means | None:
    """Where the mark goes: to what `comes_next` now and did not before, else to the first thing that is new, else to
    what stands in the place of what is `gone`; None where there is nothing.
    """
    if comes_next is not None:
        return comes_next
    new = next((means for means in there if means not in before), None)
    at = before.index(gone) if gone in before else 0
    return new or (there[min(at, len(there) - 1)] if there else None)
