"""The stroke of a finger that is still down, painted at once; what is finished is a picture like any other.

This file knows pygame and lines; it knows no crayon and no paper.
"""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from math import ceil, hypot

import pygame

from game.core.picture import Line, Strokes

Pixels = Callable[[float, float], tuple[int, int]]


class Ink:
    """The strokes on top of a Frame. `scale` is pixels to a design unit, `pixels` gives a place on the glass."""

    def __init__(self, scale: float, pixels: Pixels):
        self._scale, self._pixels = scale, pixels
        self._lines: dict[str, Line] = {}

    def take(self, strokes: tuple[Strokes, ...]) -> list[pygame.Rect]:
        """The strokes of another Frame; the rectangles where they differ from the last one's."""
        lines = {f"{thing.id} {i}": line for thing in strokes for i, line in enumerate(thing.lines)}
        before, self._lines = self._lines, lines
        changed = [key for key in before.keys() | lines.keys() if before.get(key) != lines.get(key)]
        return [rect for key in changed for rect in self._between(before.get(key), lines.get(key))]

    def paint(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Paint what lies in this rectangle."""
        for line in self._lines.values():
            for a, b in pairwise(line.points if len(line.points) > 1 else line.points * 2):
                if rect.colliderect(self._around(line, (a, b))):
                    self._stroke(surface, line, self._pixels(*a), self._pixels(*b))

    def _between(self, old: Line | None, new: Line | None) -> list[pygame.Rect]:
        """Where two states of one stroke differ: only its new end, where it has grown."""
        if old and new and new.points[: len(old.points)] == old.points:
            return [self._around(new, new.points[max(0, len(old.points) - 1) :])]
        return [self._around(line, line.points) for line in (old, new) if line]

    def _around(self, line: Line, points: tuple) -> pygame.Rect:
        places = [self._pixels(*point) for point in points]
        reach = ceil(line.width * self._scale / 2) + 2
        left, top = min(x for x, _ in places), min(y for _, y in places)
        right, bottom = max(x for x, _ in places), max(y for _, y in places)
        return pygame.Rect(left, top, right - left, bottom - top).inflate(2 * reach, 2 * reach)

    def _stroke(self, surface: pygame.Surface, line: Line, a: tuple[int, int], b: tuple[int, int]) -> None:
        """Round dabs close together are a line with round ends."""
        dab = _dab(line.colour, max(2, round(line.width * self._scale / 2)))
        many = max(1, ceil(hypot(b[0] - a[0], b[1] - a[1]) / max(1.0, dab.get_width() / 6)))
        for i in range(many + 1):
            x, y = a[0] + (b[0] - a[0]) * i / many, a[1] + (b[1] - a[1]) * i / many
            surface.blit(dab, dab.get_rect(center=(round(x), round(y))))


@cache
def _dab(colour: str, radius: int) -> pygame.Surface:
    dab = pygame.Surface((2 * radius + 2, 2 * radius + 2), pygame.SRCALPHA)
    pygame.draw.aacircle(dab, colour, (radius + 1, radius + 1), radius)
    return dab
