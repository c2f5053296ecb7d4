"""The plates of the desk: rounded pieces of paper, which its buttons and its sheets are.

This file knows pygame_gui's buttons and nothing of what lies on a plate. pygame_gui paints a rounded shape sixteen
times as large first (a tall one takes 90 MB), anew for each button and state; ours are painted once and shared.
"""

from functools import lru_cache
from itertools import product

import pygame
from pygame_gui.core.drawable_shapes import RoundedRectangleShape
from pygame_gui.elements import UIButton

from game.desk.theme import BOX, EDGE, PAPER, TONES

A4 = 297 / 210  # of its width: how high a sheet is
VEIL, CROSS = 150, 24  # of what is left out: how much paper lies on it, of 255, and pixels of its crossed corner
KEPT = 200  # plates: those of a few screens
STATES = ["normal", "hovered", "disabled", "selected", "active"]  # pygame_gui's, of a button
Rgba = tuple[int, ...]  # red, green, blue, alpha


def plate(size: tuple[int, int], colour: Rgba, radius: int) -> pygame.Surface:
    """A plate of one colour, `radius` pixels at its corners."""
    made, radius = pygame.Surface(size, pygame.SRCALPHA), max(0, min(radius, (min(size) - 1) // 2))
    made.fill((*colour[:3], 0))  # else its round corners had a dark edge
    for x, y in product((radius, size[0] - 1 - radius), (radius, size[1] - 1 - radius)):
        pygame.draw.aacircle(made, colour, (x, y), radius)
    made.fill(colour, made.get_rect().inflate(-2 * radius, 0))
    made.fill(colour, made.get_rect().inflate(0, -2 * radius))
    return made


def framed(page: pygame.Surface | None, high: int) -> pygame.Surface:
    """A small page with an edge, so that white is seen on cream; without one a blank sheet so many pixels high."""
    made = pygame.Surface(page.get_size() if page else (round(high / A4), high), pygame.SRCALPHA)
    made.fill(BOX)
    if page:
        made.blit(page, (0, 0))
    pygame.draw.rect(made, EDGE, made.get_rect(), 1)
    return made


def left_out(page: pygame.Surface) -> pygame.Surface:
    """A page that is not among the others any more: grey, pale, with a cross in its corner."""
    made, (wide, high) = pygame.transform.grayscale(page), page.get_size()
    veil = pygame.Surface((wide, high), pygame.SRCALPHA)
    veil.fill((*pygame.Color(PAPER)[:3], VEIL))
    made.blit(veil, (0, 0))
    side = max(CROSS, min(wide, high) // 4)
    corner = pygame.Rect(wide - side, 0, side, side)
    pygame.draw.rect(made, TONES["trouble"], corner, border_bottom_left_radius=side // 3)
    arms, thick = corner.inflate(-0.56 * side, -0.56 * side), max(2, side // 9)
    for begins, ends in ((arms.topleft, arms.bottomright), (arms.topright, arms.bottomleft)):
        pygame.draw.line(made, BOX, begins, ends, thick)
    return made


@lru_cache(KEPT)
def _edged(size: tuple[int, int], colour: Rgba, edge: Rgba, thick: int, radius: int) -> pygame.Surface:
    """A plate with an edge so many pixels thick, as pygame_gui wants its pictures; nobody paints on it."""
    made = plate(size, edge, radius)
    inside = made.get_rect().inflate(-2 * thick, -2 * thick)
    made.blit(plate(inside.size, colour, max(0, radius - thick)), inside)
    return made.premul_alpha()


class _Shape(RoundedRectangleShape):
    """A plate for each state of a button."""

    def build_text_layout(self) -> None:
        """No words: they lie on it."""

    def redraw_state(self, state_str: str, add_text: bool = True) -> None:
        """The plate of this state."""
        state, size, thick = self.states[state_str], self.containing_rect.size, self.border_widths["left"]
        colour, edge = (tuple(self.theming[f"{state_str}_{part}"]) for part in ("bg", "border"))
        state.surface = _edged(size, colour, edge, thick, self.shape_corner_radius[0])
        state.has_fresh_surface = state.generated = True


class PlateButton(UIButton):
    """A plate that can be pressed."""

    def rebuild(self) -> None:
        """Its shape, as the theme wants it."""
        colours = {f"{state}_{part}": self.colours[f"{state}_{part}"] for state in STATES for part in ("bg", "border")}
        form = {name: getattr(self, name) for name in ("border_width", "shadow_width", "shape_corner_radius")}
        self.drawable_shape = _Shape(self.rect, colours | form, STATES, self.ui_manager)
        self.on_fresh_drawable_shape_ready()
