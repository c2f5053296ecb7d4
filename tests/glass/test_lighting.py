"""What stands in a scene has a warm side towards its light, a cool one, and a shadow that falls away from it."""

from math import cos, pi, sin

import pygame
import pytest
from PIL import Image, ImageStat

from game.core.companion import COMPANION_ID
from game.core.ids import Scenery
from game.core.picture import FLAT, HELD, PAINTED, READY, STANDING, Backdrop, Picture, Stamp
from game.glass import lighting
from game.glass.lighting import SIDES, Lit, lay_light, side_of
from tests.support.colours import saturation
from tests.support.glass import painted
from tests.support.story import LIBRARY

PAPER = (190, 180, 170)
ROUND = 200
EQUAL = 0.02  # what stands where light comes from another side is so much brighter at the most, or larger
SCENE, LIGHT = "rest", LIBRARY.light("rest").place


def disc(colour: pygame.typing.ColorLike = PAPER) -> pygame.Surface:
    """A round picture in one colour, with room around it."""
    surface = pygame.Surface((ROUND + 60, ROUND + 60), pygame.SRCALPHA)
    pygame.draw.circle(surface, colour, surface.get_rect().center, ROUND // 2)
    return surface


def laid(surface: pygame.Surface, light: Lit) -> pygame.Surface:
    """The same with light on it."""
    lay_light(surface, light, (ROUND, ROUND), 1)
    return surface


def as_image(surface: pygame.Surface) -> Image.Image:
    return Image.frombytes("RGBA", surface.get_size(), pygame.image.tobytes(surface, "RGBA"))


def lit(side: int) -> pygame.Surface:
    return laid(disc(), Lit("", side))


def towards(surface: pygame.Surface, side: float) -> pygame.Color:
    """The colour near the edge on that side."""
    x, y = surface.get_rect().center
    angle = 2 * pi * side / SIDES
    return surface.get_at((round(x + 85 * cos(angle)), round(y - 85 * sin(angle))))


@pytest.mark.parametrize("side", range(SIDES))
def test_the_side_towards_the_light_is_warm_and_the_other_one_cool(side):
    warm, cool = (towards(lit(side), at) for at in (side, side + SIDES / 2))
    assert warm.r - warm.b > PAPER[0] - PAPER[2] + 8 > PAPER[0] - PAPER[2] - 16 > cool.r - cool.b
    assert 0.95 * sum(PAPER) < sum(warm[:3]) and 0.68 * sum(PAPER) < sum(cool[:3]) < 0.8 * sum(PAPER), "gently"


def test_whichever_side_it_comes_from_a_thing_is_as_bright_and_as_large():
    """No option is favoured by where it stands (child rule 7)."""
    seen = [as_image(lit(side)) for side in range(SIDES)]
    for measure in (lambda image: ImageStat.Stat(image).mean[:3], lambda image: [ImageStat.Stat(image).mean[3]]):
        for one in zip(*map(measure, seen), strict=True):
            assert max(one) <= (1 + EQUAL) * min(one)


@pytest.mark.parametrize("side", [2, 4, 6])
def test_no_colour_becomes_louder_than_another(side):
    """Options of one family are as saturated as one another, within a quarter: the light takes hardly any of that."""
    found = []
    for colour in ("#e79a86", "#c9788a", "#7f6a94", "#5c8f86", "#6fb7b7", "#3f7d6b", "#d9a441"):
        lit = as_image(laid(disc(colour), Lit("", side)))
        found.append(saturation(lit, lit.getchannel("A")) - pygame.Color(colour).hsva[1] / 100)
    assert max(found) - min(found) < 0.12


@pytest.mark.parametrize(("body", "scale", "kept"), [((240, 240), 1, 1), ((300, 300), 1, 0), ((300, 300), 2, 1)])
def test_the_side_of_what_is_large_as_a_sheet_is_not_kept(body, scale, kept):
    """What is lit in it is: both would be megabytes for one sheet."""
    lighting._kept.cache_clear()
    for _ in range(2):
        lay_light(disc(), Lit("", 4), body, scale)
    assert lighting._kept.cache_info().currsize == kept


def test_light_comes_from_above_and_never_from_below():
    assert [side_of((640, 100), (x, 600)) for x in (640, 140, 1140)] == [4, 2, 6]
    assert side_of((640, 700), (640, 300)) == 4
    assert 0 < side_of((1200, 700), (100, 300)) < 4 < side_of((100, 700), (1200, 300)) < 8


def test_where_nobody_says_where_light_comes_from_it_has_no_sides():
    assert not Lit()
    tinted = laid(disc(), Lit("#808080"))
    assert towards(tinted, 0) == towards(tinted, 8) != towards(disc(), 0)


def darkened(*things: Stamp, band: tuple[int, int]) -> tuple[float, float]:
    """How much darker the land is by them, left and right of the middle of the glass between these heights."""
    bare, there = (painted(Picture((Backdrop(SCENE), *seen))) for seen in ((), things))
    top, bottom = band
    found = [0.0, 0.0]
    for x in range(there.get_width()):
        for y in range(top // 2, bottom // 2):
            more = sum(bare.get_at((x, y))[:3]) - sum(there.get_at((x, y))[:3])
            found[2 * x >= there.get_width()] += max(0, more)
    return found[0], found[1]


def halves(lift: str) -> list[float]:
    """How bright a picture is that stands to the right of the light, on its left half and on its right one."""
    x, y = LIGHT[0] + 300, LIGHT[1] + 240
    glass = painted(Picture((Backdrop(SCENE), Stamp("star", x, y, 200, lift=lift))))
    sides = [glass.subsurface(pygame.Rect(round((x + dx) / 2), round((y - 10) / 2), 10, 10)) for dx in (-50, 30)]
    return [sum(colour[:3]) for colour in map(pygame.transform.average_color, sides)]


@pytest.mark.parametrize("lift", [FLAT, READY, STANDING, HELD])
def test_what_lies_and_stands_on_the_glass_has_sides(lift):
    near, far = halves(lift)
    assert near > 1.08 * far


def test_what_is_painted_on_the_land_has_none():
    near, far = halves(PAINTED)
    assert near == pytest.approx(far, rel=0.05)


@pytest.mark.parametrize("art", ["star", "fox-looking"])
def test_what_stands_throws_its_shadow_away_from_the_light(art):
    """The light of this scene is on the left; a companion stands with its feet, another thing with its lower edge."""
    id = COMPANION_ID if art.startswith("fox") else Scenery("star")
    feet = 700
    stamp = Stamp(art, 640, feet - 83 if id == COMPANION_ID else feet - 78, 200, lift=STANDING, id=id)
    left, right = darkened(stamp, band=(feet + 2, feet + 30))
    assert right > 1.25 * left > 0
