"""What is clear around a picture takes no room, and the picture stays where it was."""

import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.glass.trimmed import around, painted, trimmed

SIDES = st.integers(1, 60)


@given(SIDES, SIDES, st.data())
def test_all_paint_is_left_about_the_same_middle(wide, high, data):
    paint = pygame.Rect(data.draw(st.integers(0, wide - 1)), data.draw(st.integers(0, high - 1)), 0, 0)
    paint.size = data.draw(st.integers(1, wide - paint.x)), data.draw(st.integers(1, high - paint.y))
    left = around((wide, high), paint)
    assert left.contains(paint) and pygame.Rect(0, 0, wide, high).contains(left)
    assert 2 * left.x + left.width == wide and 2 * left.y + left.height == high
    assert paint.left == left.left or paint.right == left.right or left.width <= 2


@given(SIDES, SIDES, st.data())
def test_its_paint_is_where_pygame_itself_finds_it(wide, high, data):
    surface = pygame.Surface((wide, high), pygame.SRCALPHA)
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, wide - 1)), data.draw(st.integers(0, high - 1))
        surface.set_at(at, (9, 9, 9, data.draw(st.integers(0, 255))))
    for least in (1, 200):
        assert painted(surface, least) == surface.get_bounding_rect(least)


def test_a_canvas_without_paint_is_hardly_anything():
    assert max(trimmed(pygame.Surface((80, 61), pygame.SRCALPHA)).get_size()) <= 2


def test_what_is_left_of_a_canvas_does_not_hold_the_rest():
    canvas = pygame.Surface((80, 60), pygame.SRCALPHA)
    canvas.fill("#305030", (30, 20, 10, 10))
    left = trimmed(canvas)
    assert left.get_size() == (20, 20) and left.get_parent() is None
    assert left.get_at((0, 0)) == canvas.get_at((30, 20))
