"""A sheet of glass to paint on, without a window: a Picture as pixels, and screens by name for the golden pictures."""

import time
from collections.abc import Iterator
from functools import cache

import pygame

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.art.renderer import Renderer
from game.core import events
from game.core.picture import Picture
from game.glass.painter import Painter
from game.glass.sprites import Sprites
from game.glass.window import scale_of
from game.play import screens
from game.play.display_list import DisplayList, Frame
from tests.conftest import ART
from tests.support.story import LIBRARY, NAMES, STEPS, Story

SMALL = (640, 400)
PATIENCE = 60  # seconds for the slowest screen on the slowest machine; nothing is measured with it


def sprites(size: tuple[int, int], grain: bool = False) -> Sprites:
    """The painted pictures of one window size, made once; a window that another test has closed is not missed."""
    if pygame.display.get_surface() is None:
        pygame.display.init()
        pygame.display.set_mode((1, 1))
    return _sprites(size, grain)


@cache
def _sprites(size: tuple[int, int], grain: bool) -> Sprites:
    return Sprites(Renderer(LIBRARY, ART), size, scale_of(size), grain)


class Sheet(Painter):
    """A painter on fresh glass, with what it is to show."""

    def __init__(self, size: tuple[int, int], still: bool):
        super().__init__(pygame.Surface(size), sprites(size))
        self._list = DisplayList(self.sprites, still)

    def show(self, picture: Picture, now: float) -> bool:
        """Take the Picture up; False while its art is still being made."""
        return self._list.show(picture, now)

    @property
    def frame(self) -> Frame:
        """What was put on it last."""
        return self._frame

    def paint(self, now: float, loops: bool = True) -> list[pygame.Rect]:
        """Paint it as it is now; the rectangles that changed."""
        return self.put(self._list.frame(now, loops))


def painter(size: tuple[int, int] = SMALL, still: bool = True) -> Sheet:
    """A painter on fresh glass."""
    return Sheet(size, still)


def show(painter: Sheet, picture: Picture, now: float) -> None:
    """Until the picture is whole, every part of it at its right size, and painted."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if painter.show(picture, now):
            painter.paint(now)
            if painter.finished:
                return
        time.sleep(0.002)
    raise AssertionError(f"never painted: {picture}")


def painted(picture: Picture, size: tuple[int, int] = SMALL) -> pygame.Surface:
    """The picture at rest, on fresh glass."""
    glass = painter(size)
    show(glass, picture, 0)
    return glass.surface


def named_screens() -> Iterator[tuple[str, Picture]]:
    """Every screen by name: where a visit can be, each step as it is found, and most of them with something done."""
    with Story() as story:
        yield "asleep", story.picture
        story.go("trail")
        yield "trail-new", story.picture
        story.tap(screens.REST)
        yield "rest", story.picture
        story.tap(screens.ONWARD)
        story.go(events.GATE)
        yield "gate", story.picture
        story.tap(screens.ONWARD)
        yield "closing", story.picture
    with Story() as story:
        for activity in NAMES:
            story.go(activity)
            while story.visit.place == "step":
                story.choose(3)
                story.tap(screens.ONWARD)
        yield "trail-full", story.picture
    with Story("little").at("when-we-are-done", 0) as story:
        story.tap(story.options()[0])
        yield "in-the-air", story.picture
    for activity, number in STEPS:
        with Story().at(activity, number) as story:
            yield f"{activity}-{number + 1}", story.picture
            story.choose(2)
            yield f"{activity}-{number + 1}-done", story.picture
