"""Light on a land: where things lie and wait it is as it was painted, around them it is deeper and calmer.

So what is asked stands forward, and the strip with the controls steps back. This file knows pygame and the places of a
scene; it knows no file and no screen.
"""

from math import ceil, floor

import pygame

from game.core.picture import HEIGHT, WIDTH
from game.core.table import SceneLayout, Spot

STEP = 8  # design units to a pixel of a shade: it has no edges
AROUND = 95  # design units beside a place that are as light as it
ROUNDS, RADIUS = 3, 10  # box blurs, one after the other, in pixels of a shade
OUTSIDE = 2 * ROUNDS * RADIUS  # so far beyond the screen it is as deep as at the edge
DEEP, STRIP = 180, 150  # of 255: far from all places; at the lower edge, whatever lies there
STRIP_TOP = 0.68  # of the height: there the strip begins
ROWS = 128  # pixels of a land that are shaded at a time: as much again for all of a screen would be ten megabytes
ALL_DEEPER = (14, 16, 14)  # so much deeper is what is white, too


def lit_places(layout: SceneLayout, spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Where on a scene things lie, wait or are laid. Beside a receiver, spots are only walked to; what
    only changes in a story is in the light of what is asked, or beside it.
    """
    single = (layout.receiver, layout.companion, layout.alone)
    areas = (*layout.options, *layout.supplies, *(area for area in single if area))
    return areas if layout.receiver else areas + tuple(spot for spot in spots if not spot.changes)


def shade(land: pygame.Surface, light: tuple[Spot, ...], scale: float) -> pygame.Surface:
    """What a land is to be multiplied with, small. `light` are its `lit_places`, `scale` is pixels to a design unit.

    A place darkens by the colours around it, so that it keeps its hue and has less contrast.
    """
    size = [max(2, round(side / scale / STEP)) for side in land.get_size()]
    around = pygame.transform.box_blur(pygame.transform.smoothscale(land, size), RADIUS // 2)
    darker = _from_white(around)
    darker.fill(ALL_DEEPER, special_flags=pygame.BLEND_RGB_ADD)
    darker.blit(_depth(light, darker.get_size()), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    return _from_white(darker)


def lay_shade(surface: pygame.Surface, shade: pygame.Surface, size: tuple[int, int], at: tuple[int, int]) -> None:
    """Lay the shade of a land of this size on what is `at` this place of it. What is clear stays clear."""
    wide, high = surface.get_size()
    for top in range(0, high, ROWS):
        rows = surface.subsurface((0, top, wide, min(ROWS, high - top)))
        _lay_on_rows(rows, shade, size, (at[0], at[1] + top))


def _lay_on_rows(surface: pygame.Surface, shade: pygame.Surface, size: tuple[int, int], at: tuple[int, int]) -> None:
    across, down = (side / own for side, own in zip(size, shade.get_size(), strict=True))
    wide, high = surface.get_size()
    left, top = floor(at[0] / across) - 1, floor(at[1] / down) - 1  # no more of it is made large than lies there
    right, bottom = ceil((at[0] + wide) / across) + 1, ceil((at[1] + high) / down) + 1
    there = pygame.Rect(left, top, right - left, bottom - top).clip(shade.get_rect())
    large = pygame.transform.smoothscale(shade.subsurface(there), (round(there.w * across), round(there.h * down)))
    where = round(there.x * across) - at[0], round(there.y * down) - at[1]
    surface.blit(large, where, special_flags=pygame.BLEND_RGB_MULT)


def _from_white(surface: pygame.Surface) -> pygame.Surface:
    """What is missing to white."""
    missing = pygame.Surface(surface.get_size())
    missing.fill("white")
    missing.blit(surface, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    return missing


def _depth(light: tuple[Spot, ...], size: tuple[int, int]) -> pygame.Surface:
    """How deep each pixel of a shade becomes, in grey."""
    wide, high = size
    around = pygame.Surface((wide + 2 * OUTSIDE, high + 2 * OUTSIDE))
    around.fill((DEEP, DEEP, DEEP))
    left, top = OUTSIDE + (wide - WIDTH / STEP) / 2, OUTSIDE + (high - HEIGHT / STEP) / 2
    for place in light:
        rect = pygame.Rect(0, 0, (place.width + 2 * AROUND) / STEP, (place.height + 2 * AROUND) / STEP)
        rect.center = round(left + place.x / STEP), round(top + place.y / STEP)
        pygame.draw.ellipse(around, "black", rect)
    for _ in range(ROUNDS):
        around = pygame.transform.box_blur(around, RADIUS)
    depth = around.subsurface((OUTSIDE, OUTSIDE, wide, high)).copy()
    _deepen_strip(depth)
    return depth


def _deepen_strip(depth: pygame.Surface) -> None:
    """Downwards it becomes deeper, whatever lies there."""
    wide, high = depth.get_size()
    top = round(STRIP_TOP * high)
    for y in range(top, high):
        level = round(STRIP * (y - top) / (high - top))
        depth.fill((level, level, level), (0, y, wide, 1), special_flags=pygame.BLEND_RGB_MAX)
