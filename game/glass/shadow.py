"""The soft shadow below a lifted picture: the same as resvg's feDropShadow on the papers, for far less work.

This file knows pygame and the renderer's measures of a shadow; it knows no file and no screen.
"""

from math import ceil

import pygame

from game.art.renderer import AT_FEET, DARK, SHADOWS
from game.core.picture import STANDING
from game.glass.trimmed import painted

CLEAR = (*pygame.Color(DARK)[:3], 0)
ROUNDS, RADIUS = 2, 2  # box blurs, one after the other, come near to a Gaussian
SPREAD = 2.1  # their standard deviation in pixels, with that of making smaller and larger


def casts_shadow(lift: str) -> bool:
    """True where there is one below what is lifted so."""
    return lift == STANDING or lift in SHADOWS


def lay_shadow(canvas: pygame.Surface, picture: pygame.Surface, at: tuple[int, int], lift: str, scale: float) -> None:
    """Lay the shadow of `picture`, which will lie at `at`, on the canvas, which is clear where this lift casts one of
    the picture's own outline; nothing where it has none.

    `scale` is pixels to a design unit. Both surfaces are premultiplied. Of what is large there is no third one.
    """
    if lift == STANDING:
        _lay_at_its_feet(canvas, picture, at, scale)
    if lift not in SHADOWS:
        return
    down, soft, dark = SHADOWS[lift]
    canvas.blit(picture, at)
    _soft(_dark(_small(canvas, soft * scale), dark), canvas)
    canvas.scroll(0, round(down * scale), pygame.SCROLL_ERASE)


def _lay_at_its_feet(canvas: pygame.Surface, picture: pygame.Surface, at: tuple[int, int], scale: float) -> None:
    """The shadow on the ground of what stands there: an ellipse below its paint."""
    paint = painted(picture).move(at)
    wide, high, soft, dark = AT_FEET
    rect = pygame.Rect(0, 0, round(2 * wide * paint.width), round(2 * high * paint.width))
    rect.center = paint.centerx, round(paint.bottom - high * paint.width / 2)
    there = rect.inflate([2 * ceil(ROUNDS * RADIUS * soft * scale / SPREAD)] * 2).clip(canvas.get_rect())
    if not there:
        return
    cast = pygame.Surface(there.size, pygame.SRCALPHA)  # no more than it reaches: a page has dozens of things
    cast.fill(CLEAR)
    pygame.draw.ellipse(cast, (*CLEAR[:3], round(255 * dark)), rect.move(-there.x, -there.y))
    _soft(_small(cast, soft * scale), cast)
    canvas.blit(cast, there)


def _dark(picture: pygame.Surface, dark: float) -> pygame.Surface:
    """Its outline in the colour of shadows: straight alpha, one colour all over."""
    picture.fill((0, 0, 0, round(255 * dark)), special_flags=pygame.BLEND_RGBA_MULT)
    picture.fill(CLEAR, special_flags=pygame.BLEND_RGBA_ADD)
    return picture


def _small(picture: pygame.Surface, spread: float) -> pygame.Surface:
    """What is soft has no detail, so that a small copy is blurred instead; of a large one there is none besides it."""
    return pygame.transform.smoothscale(picture, [max(2, round(side * SPREAD / spread)) for side in picture.get_size()])


def _soft(small: pygame.Surface, surface: pygame.Surface) -> None:
    """Blurred, in place of all that is on this surface, premultiplied."""
    around = small.get_bounding_rect().inflate([2 * ROUNDS * RADIUS] * 2).clip(small.get_rect())  # further is nothing
    there = small.subsurface(around).copy()
    for _ in range(ROUNDS):
        there = pygame.transform.box_blur(there, RADIUS)
    small.fill(CLEAR)
    small.blit(there, around)
    pygame.transform.smoothscale(small, surface.get_size(), surface)
    surface.premul_alpha_ip()
