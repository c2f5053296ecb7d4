"""The air before what stands far away: the same as on the papers, for far less work.

This file knows pygame; it knows no file and no screen.
"""

import pygame


def in_air(picture: pygame.Surface, air: str) -> pygame.Surface:
    """The premultiplied picture with so much of a colour over its paint, #rrggbbaa; the very same where that is ""."""
    if not air:
        return picture
    red, green, blue, much = pygame.Color(air)
    veil, behind = picture.copy(), picture.copy()
    veil.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_ADD)
    veil = veil.premul_alpha()
    veil.fill((*(part * much // 255 for part in (red, green, blue)), 0), special_flags=pygame.BLEND_RGBA_MULT)
    behind.fill((*[255 - much] * 3, 255), special_flags=pygame.BLEND_RGBA_MULT)
    behind.blit(veil, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return behind
