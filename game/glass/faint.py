"""Lays a surface on another one, as faint as it is while it comes or goes.

This file knows pygame alone. All surfaces are premultiplied.
"""

import pygame

STRIP = 64  # rows at a time: a fainter copy of all that is large takes megabytes, anew in each frame of a fade


def lay_faint(onto: pygame.Surface, surface: pygame.Surface, rect: pygame.Rect, strength: float, flags: int) -> None:
    """Lay it in this rectangle, which is as large as it is, where the clip of `onto` is. `strength` is 0 to 1."""
    if strength == 1:
        onto.blit(surface, rect, special_flags=flags)
        return
    there = rect.clip(onto.get_clip())
    for top in range(there.top, there.bottom, STRIP):
        strip = pygame.Rect(there.left, top, there.width, min(STRIP, there.bottom - top))
        onto.blit(_faint(surface.subsurface(strip.move(-rect.left, -rect.top)), strength), strip, special_flags=flags)


def _faint(surface: pygame.Surface, strength: float) -> pygame.Surface:
    faint, part = surface.copy(), round(255 * strength)
    faint.fill((part, part, part, part), special_flags=pygame.BLEND_RGBA_MULT)
    return faint
