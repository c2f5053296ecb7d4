"""Light on the lands: what waits lies in it, what is around is deeper, and nothing else is changed."""

import pygame
import pytest

from game.core.picture import HEIGHT, WIDTH
from game.core.scene import TRAILS
from game.glass.vignette import lay_shade, lit_places, shade
from tests.support.glass import SMALL, sprites
from tests.support.story import LIBRARY

SCALE = SMALL[0] / WIDTH
WITH_PLACES = [name for name in LIBRARY.scenes() if lit_places(LIBRARY.layout(name), LIBRARY.spots(name))]
CORNERS = ((20, 20), (WIDTH - 20, 20), (20, HEIGHT - 8), (WIDTH - 20, HEIGHT - 8))


@pytest.mark.parametrize("scene", WITH_PLACES)
def test_where_things_lie_it_is_lighter_than_in_the_darkest_corner(scene):
    grey = _shaded(scene, _plain((128, 128, 128)))
    light = lit_places(LIBRARY.layout(scene), LIBRARY.spots(scene))
    lit = [_at(grey, place.x, place.y) for place in light if 0 < place.y < 540 and 0 < place.x < WIDTH]
    corner = min(_at(grey, *corner) for corner in CORNERS)
    assert corner < 128 and all(level > corner for level in lit)


def test_a_land_keeps_its_hue():
    land = _shaded("riverbank", _plain((60, 120, 180)))
    red, green, blue, _ = land.get_at((2, SMALL[1] - 2))
    assert red < green < blue and (red, green, blue) < (60, 120, 180)


def test_what_is_clear_stays_clear():
    part = pygame.Surface((40, 40), pygame.SRCALPHA)
    part.fill((200, 180, 160, 90))
    lay_shade(part, _shade("riverbank", _plain((128, 128, 128))), SMALL, (0, SMALL[1] - 40))
    assert {part.get_at((x, y)).a for x in (0, 39) for y in (0, 39)} == {90}


@pytest.mark.parametrize("trail", [*TRAILS, *map(LIBRARY.quiet_scene, TRAILS)])
def test_what_slides_past_another_land_has_no_edge(trail):
    plain = _plain((128, 128, 128))
    assert sprites(SMALL).shade_of(trail, plain) is None


def _plain(colour: tuple[int, int, int]) -> pygame.Surface:
    sprites(SMALL)  # a display is there
    land = pygame.Surface(SMALL)
    land.fill(colour)
    return land


def _shade(scene: str, land: pygame.Surface) -> pygame.Surface:
    return shade(land, lit_places(LIBRARY.layout(scene), LIBRARY.spots(scene)), SCALE)


def _shaded(scene: str, land: pygame.Surface) -> pygame.Surface:
    lay_shade(land, _shade(scene, land), SMALL, (0, 0))
    return land


def _at(land: pygame.Surface, x: float, y: float) -> int:
    return land.get_at((round(x * SCALE), round(y * SCALE))).r
