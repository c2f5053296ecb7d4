"""What is opened is never all beside its surface, and a puppet's parts never all at once."""

import tracemalloc
from io import BytesIO

import pygame
from PIL import Image

from game.art.pixels import packed
from game.glass.opened import strips_of, surface_of

SIDE = 1000


def large() -> bytes:
    """Packed pixels that change from the left to the right."""
    png = BytesIO()
    Image.linear_gradient("L").rotate(90).resize((SIDE, SIDE)).convert("RGBA").save(png, "PNG")
    return packed(png.getvalue())


def test_it_has_the_pixels_that_were_packed_and_what_is_opaque_has_no_alpha():
    data = large()
    for opaque in (True, False):
        surface = surface_of(data, opaque)
        assert surface.get_size() == (SIDE, SIDE) and bool(surface.get_flags() & pygame.SRCALPHA) is not opaque
        assert [surface.get_at((x, SIDE - 1))[0] for x in (0, SIDE - 1)] == [0, 255]


def test_a_small_part_of_its_pixels_lies_beside_the_surface():
    data = large()
    tracemalloc.start()
    surface_of(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4 * SIDE * SIDE / 4


def test_strips_are_as_high_as_wanted():
    size, painted = strips_of(large(), 300)
    heights = [[strip.get_size() for strip in strips] for _, strips in painted]
    assert (size, heights) == ((SIDE, SIDE), [[(SIDE, 300)] * 3 + [(SIDE, 100)]])


def test_what_is_clear_around_it_is_left_out_about_its_middle_and_of_what_is_opaque_nothing_is():
    image, png = Image.new("RGBA", (80, 60)), BytesIO()
    image.paste("#305030", (30, 20, 40, 35))
    image.save(png, "PNG")
    left, whole = (surface_of(packed(png.getvalue()), opaque) for opaque in (False, True))
    assert (left.get_size(), left.get_bounding_rect()) == ((20, 20), pygame.Rect(0, 0, 10, 15))
    assert (whole.get_size(), whole.get_at((30, 20))) == ((80, 60), pygame.Color("#305030"))
