"""Surfaces without what is clear around their paint: of most canvases that is more than half.

As much goes on both sides of the middle, so that the middle of what is left is that of the canvas. This file knows
pygame alone.
"""

import pygame


def trimmed(canvas: pygame.Surface) -> pygame.Surface:
    """The canvas without its clear edges, as a surface of its own."""
    return canvas.subsurface(around(canvas.get_size(), canvas.get_bounding_rect())).copy()


def around(canvas: tuple[int, int], paint: pygame.Rect) -> pygame.Rect:
    """What is left of a canvas of this size where the paint on it is all in this rectangle."""
    across, along = (min(near, whole - far, (whole - 1) // 2) for near, far, whole in _sides(canvas, paint))
    return pygame.Rect(across, along, canvas[0] - 2 * across, canvas[1] - 2 * along)


def _sides(canvas: tuple[int, int], paint: pygame.Rect) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Across and along: where the paint begins, where it ends, and how large the canvas is."""
    if not paint:
        return (canvas[0], 0, canvas[0]), (canvas[1], 0, canvas[1])
    return (paint.left, paint.right, canvas[0]), (paint.top, paint.bottom, canvas[1])
