"""The light of a scene on what stands there: its colour, a warm side towards it and a cool one, the shadow behind.

This file knows pygame; it knows no file and no screen. All surfaces are premultiplied.
"""

from functools import lru_cache
from math import atan2, ceil, cos, hypot, pi, sin

import pygame
from msgspec import Struct

from game.art.renderer import DARK
from game.core.puppet import Point

SIDES = 16  # from so many sides light can come: few, so that what is lit can be kept
STEEP = 0.35  # light comes at least so much from above as from a side
WARM, COOL = (255, 250, 236), (164, 162, 190)  # by which the side towards the light is multiplied, and the other one
LARGE, STEPS = 260.0, 4  # design units: what is wider, as a sheet, has fainter sides; in how many steps
FINE = 12  # pixels across in which a side is painted; it is as large as what it lies on
THROWN, BEFORE = (0.24, 26.0), 0.02  # how far a shadow falls aside at the most, in widths and units; towards the child
LONG, HIGH, THROWS = 0.46, 0.075, 0.34  # half its length and height, in widths; how dark it is in its middle
KEPT, SIZED = 32, 3  # so many shadows are kept, and sides: who stands still holds many poses in one
MOST = 60_000  # square design units: larger sides, as a sheet's, are not kept, for what is lit in them is

Stands = tuple[float, float, float]  # the middle of a foot on the ground, x and y, and how wide what stands is: pixels


class Lit(Struct, frozen=True):
    """The light on one thing: its `colour`, #rrggbb, "" for daylight; from which of SIDES it comes, None for none."""

    colour: str = ""
    side: int | None = None

    def __bool__(self) -> bool:
        """False where it changes nothing."""
        return bool(self.colour) or self.side is not None


NO_LIGHT = Lit()


def side_of(light: Point, thing: Point) -> int:
    """From which side light at one place comes to a thing at the other; 0 is the right, a quarter of SIDES above."""
    across, up = light[0] - thing[0], thing[1] - light[1]
    return round(atan2(max(up, STEEP * abs(across), 1), across) / (2 * pi) * SIDES)


def lay_light(surface: pygame.Surface, lit: Lit, body: tuple[int, int], scale: float) -> None:
    """Lays the light on the surface; `body` is the size, in its middle, of what is no shadow, `scale` is pixels to a
    design unit.
    """
    if lit.colour:
        surface.fill(lit.colour, special_flags=pygame.BLEND_RGB_MULT)
    if lit.side is not None:
        strength = ceil(STEPS * min(1.0, LARGE * scale / body[0]))
        sized = _kept if body[0] * body[1] <= MOST * scale**2 else _sized
        sides = sized(lit.side, strength, body)
        surface.blit(sides, sides.get_rect(center=surface.get_rect().center), special_flags=pygame.BLEND_RGB_MULT)


def _sized(side: int, strength: int, size: tuple[int, int]) -> pygame.Surface:
    return pygame.transform.smoothscale(_sides(side, strength), size)


_kept = lru_cache(SIZED)(_sized)


@lru_cache
def _sides(side: int, strength: int) -> pygame.Surface:
    """What is multiplied with the light from this side."""
    sides, angle = pygame.Surface((FINE, FINE)), 2 * pi * side / SIDES
    for x in range(FINE):
        for y in range(FINE):
            across, up = 2 * x / (FINE - 1) - 1, 1 - 2 * y / (FINE - 1)
            towards = max(-1.0, min(1.0, across * cos(angle) + up * sin(angle)))
            much = abs(towards) ** 1.2 * strength / STEPS
            sides.set_at((x, y), [round(255 - (255 - part) * much) for part in (WARM if towards > 0 else COOL)])
    return sides


def thrown(side: int, stands: Stands, scale: float) -> tuple[pygame.Surface, pygame.Rect]:
    """The shadow of what stands on the ground, and where it lies: it falls away from the light. `scale` is pixels to a
    design unit.
    """
    x, y, wide = stands
    soft = _shadow(max(1, round(2 * LONG * wide)), max(1, round(2 * HIGH * wide)))
    aside = -cos(2 * pi * side / SIDES) * min(THROWN[0] * wide, THROWN[1] * scale)
    return soft, soft.get_rect(center=(round(x + aside), round(y + BEFORE * wide)))


@lru_cache(KEPT)
def _shadow(width: int, height: int) -> pygame.Surface:
    return pygame.transform.smoothscale(_soft(), (width, height))


@lru_cache
def _soft() -> pygame.Surface:
    """A shadow without an edge."""
    spot = pygame.Surface((4 * FINE, 4 * FINE), pygame.SRCALPHA)
    for x in range(4 * FINE):
        for y in range(4 * FINE):
            far = min(1.0, hypot(x - 2 * FINE + 0.5, y - 2 * FINE + 0.5) / (2 * FINE))
            spot.set_at((x, y), (*pygame.Color(DARK)[:3], round(255 * THROWS * (1 - far**2) ** 1.5)))
    return spot.premul_alpha()
