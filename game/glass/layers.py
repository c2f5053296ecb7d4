"""A picture alone as a surface, without its shadow: drawn, or put together of what is drawn already.

This file knows pygame and the renderer; it keeps nothing.
"""

import pygame
from msgspec.structs import replace

from game.art.renderer import Renderer
from game.core.picture import PAINTED, STANDING, Art, Picture, Stamp, box
from game.core.puppet import Point
from game.glass.air import in_air
from game.glass.opened import surface_of
from game.glass.shadow import lay_shadow


def layer(
    renderer: Renderer, art: Art, width: float, height: float, lift: str = "", tilt: Point = (0, 0)
) -> pygame.Surface:
    """The picture alone, premultiplied, perhaps without what is clear around it (`trimmed.py`).

    What a child has put together is put together here, of what is there: so its own stone with its stickers is there
    as soon as the bare stone is; resvg would need a second.
    """
    if isinstance(art, Picture) and any(isinstance(thing, Stamp) for thing in art.things):
        return _composed(renderer, art, width, height)
    in_the_making = lift == PAINTED and isinstance(art, Picture)  # the next stroke makes another of a drawing
    return _loaded(renderer.layer(art, *whole_size(width, height), not in_the_making, tilt))


def _composed(renderer: Renderer, art: Picture, width: float, height: float) -> pygame.Surface:
    """Its layers from back to front: each Stamp, and whatever else it holds over the whole paper."""
    paper = transparent(width, height)
    scale = min(width / art.width, height / art.height)
    left, top = (width - art.width * scale) / 2, (height - art.height * scale) / 2
    for thing in art.things:
        if not isinstance(thing, Stamp):
            thing = Stamp(replace(art, things=(thing,)), art.width / 2, art.height / 2, art.width, art.height)
        wide, high = (side * scale for side in box(thing))
        at = round(left + thing.x * scale - wide / 2), round(top + thing.y * scale - high / 2)
        laid = in_air(layer(renderer, thing.art, wide, high, tilt=thing.tilt), thing.air)
        at = laid.get_rect(center=pygame.Rect(at, whole_size(wide, high)).center).topleft
        if thing.lift == STANDING:
            lay_shadow(paper, laid, at, thing.lift, scale)
        paper.blit(laid, at, special_flags=pygame.BLEND_PREMULTIPLIED)
    return paper


def _loaded(data: bytes) -> pygame.Surface:
    """Premultiplied."""
    surface = surface_of(data)
    surface.premul_alpha_ip()
    return surface


def transparent(width: float, height: float) -> pygame.Surface:
    """Premultiplied, with nothing on it."""
    return pygame.Surface(whole_size(width, height), pygame.SRCALPHA)


def whole_size(width: float, height: float) -> tuple[int, int]:
    """In pixels."""
    return max(1, round(width)), max(1, round(height))
