"""What comes or goes: laid in strips, it is the same as a fainter copy of it all."""

import pygame
import pytest

from game.glass.faint import STRIP, lay_faint

SIZE = 40, 3 * STRIP + 7


def picture() -> pygame.Surface:
    made = pygame.Surface(SIZE, pygame.SRCALPHA)
    for row in range(SIZE[1]):
        made.fill((row % 200, 90, 40, 100 + row % 156), (0, row, SIZE[0], 1))
    return made.premul_alpha()


def glass() -> pygame.Surface:
    made = pygame.Surface((100, 4 * STRIP))
    made.fill((30, 120, 200))
    return made


@pytest.mark.parametrize("strength", [0.0, 1 / 24, 0.5, 1.0])
@pytest.mark.parametrize("flags", [pygame.BLEND_PREMULTIPLIED, pygame.BLEND_RGB_ADD])
@pytest.mark.parametrize("clip", [None, (20, 30, 30, 100), (0, STRIP - 1, 100, 2), (90, 0, 5, 5)])
def test_it_is_laid_as_faint_as_asked_and_only_where_the_clip_is(strength, flags, clip):
    whole, strips, laid = glass(), glass(), picture().get_rect(topleft=(15, -20))
    copy, part = picture(), round(255 * strength)
    copy.fill((part, part, part, part), special_flags=pygame.BLEND_RGBA_MULT)
    for surface in (whole, strips):
        surface.set_clip(clip)
    whole.blit(copy, laid, special_flags=flags)
    lay_faint(strips, picture(), laid, strength, flags)
    assert pygame.image.tobytes(strips, "RGB") == pygame.image.tobytes(whole, "RGB")
