"""The desk's window where the screen has no room for its whole size, on a real window manager."""

import sys

from game.system.paths import PROGRAM
from tests.support.xvfb import Screen, until

GROWN = f"""import sys
sys.path.insert(0, {str(PROGRAM)!r})
import pygame
from game.glass.window import Window
window = Window()

def until(so):
    while not so():
        pygame.event.wait(10)
        window.flip()

window.grow()
until(lambda: window.points[0] == 1280)
window.lock()
until(lambda: window.points == (1280, 800))
window.unlock()
window._window.title = "let go"
until(lambda: False)
"""  # as it is locked for a visit, and let go after it


def fills_the_width(screen: Screen, window: str) -> bool:
    """With a title above it."""
    _, _, wide, high = screen.place(window)
    return wide == screen.size[0] and high < screen.size[1]


def test_the_desk_takes_a_small_screen_before_a_visit_and_after_it(screen):
    process = screen.start(sys.executable, "-c", GROWN)
    window = screen.window_of(process)
    until(process, lambda: screen.hand("getwindowname", window) == "let go", "the window was locked and let go")
    screen.settle(process)
    until(process, lambda: fills_the_width(screen, window), "the window filled the width of the screen")
