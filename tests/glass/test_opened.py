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
    size, strips = strips_of(large(), 300)
    assert size == (SIDE, SIDE) and [strip.get_size() for strip in strips] == [(SIDE, 300)] * 3 + [(SIDE, 100)]
