"""A real room in a window that nobody sees, for whoever tests what it hears or what it paints."""

import time

import pygame
import pytest

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.art.renderer import Renderer
from game.child.room import Room
from game.glass.window import Window
from tests.conftest import ART
from tests.support.story import LIBRARY, Story

WINDOW = (640, 400)


class Glass:
    """A real room in a window that nobody sees, with its own clock."""

    def __init__(self, story: Story, kiosk: bool = False):
        self.now, self.story, self.ended = 100.0, story, 0
        self.window = Window(WINDOW)
        self.window.locked = kiosk
        self.room = Room(self.window, story.session, Renderer(LIBRARY, ART), lambda: self.now, self._end)

    def _end(self) -> None:
        self.ended += 1

    def settle(self) -> None:
        """Until the screen is whole."""
        for _ in range(6000):
            self.room.frame()
            if self.room.whole and self.room.painter.finished:
                return
            time.sleep(0.002)
        raise AssertionError("never painted")

    def mouse(self, kind: int, x: float, y: float, **more) -> None:
        """A mouse event at a place in design units."""
        self.room.handle(pygame.event.Event(kind, pos=(x / 2, y / 2), button=1, buttons=(1, 0, 0), rel=(0, 0), **more))

    def hold(self, x: float, y: float, seconds: float) -> None:
        """The mouse held at a place, frames going on meanwhile."""
        self.mouse(pygame.MOUSEBUTTONDOWN, x, y)
        for _ in range(10):
            self.now += seconds / 10
            self.room.frame()
        self.mouse(pygame.MOUSEBUTTONUP, x, y)


@pytest.fixture
def glass():
    with Story() as story:
        made = Glass(story)
        yield made
        made.room.put_away()
        made.window.close()
