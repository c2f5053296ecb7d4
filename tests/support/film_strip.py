"""Film strips: what moves on a glass, at a few fixed times, side by side in one picture."""

import time
from collections.abc import Callable, Iterable

import pygame
from PIL import Image

from game.core.picture import Backdrop, Picture
from game.play.display_list import DisplayList
from game.play.drawn import Frame
from tests.support.glass import PATIENCE, FreshPainter, painter, show

SIZE = (960, 600)
GAP = 4  # pixels between two moments

Box = tuple[float, float, float, float]
Over = Callable[[Frame, float], Frame]


class Film:
    """A glass on which time goes on, and a part of which is taken again and again: `box` is in design units.

    `over` says what is on the glass instead of the Picture at that time; `moments` are what was taken.
    """

    def __init__(
        self,
        picture: Picture,
        box: Box,
        still: bool = False,
        size: tuple[int, int] = SIZE,
        over: Over = lambda frame, now: frame,
    ):
        self._glass: FreshPainter = painter(size, still)
        show(self._glass, picture, 0)
        self._box, self._over = box, over
        self.moments: list[Image.Image] = []

    @property
    def list(self) -> DisplayList:
        """What is on the glass."""
        return self._glass._list

    def show(self, picture: Picture, now: float) -> None:
        """Another Picture follows."""
        show(self._glass, picture, now)

    def take(self, times: Iterable[float]) -> None:
        """How it looks at each of these times, loops at rest."""
        for now in times:
            until = time.monotonic() + PATIENCE
            self._paint(now)
            while self._glass.waits and time.monotonic() < until:
                time.sleep(0.002)
                self._paint(now)
            self.moments.append(self._seen())

    def _paint(self, now: float) -> None:
        self._glass.put(self._over(self.list.frame(now, loops=False), now))

    def _seen(self) -> Image.Image:
        left, top, width, height = (round(side * self._glass.scale) for side in self._box)
        area = self._glass.surface.subsurface(pygame.Rect(left, top, width, height))
        return Image.frombytes("RGB", area.get_size(), pygame.image.tobytes(area, "RGB"))

    def strip(self, rows: int = 1) -> Image.Image:
        """All that was taken, from left to right, row by row."""
        width, height = (side + GAP for side in self.moments[0].size)
        columns = len(self.moments) // rows
        whole = Image.new("RGB", (columns * width - GAP, rows * height - GAP), "white")
        for number, moment in enumerate(self.moments):
            whole.paste(moment, (number % columns * width, number // columns * height))
        return whole


def played(picture: Picture, box: Box, size: tuple[int, int], over: Over, lasts: float, many: int) -> Image.Image:
    """What plays on this screen for so many seconds: so many moments in two rows, each in the middle of its share."""
    film = Film(picture, box, size=size, over=over)
    film.take(lasts * (moment + 0.5) / many for moment in range(many))
    return film.strip(2)


def of_scene(scene: str) -> Picture:
    """A scene with nothing on it."""
    return Picture((Backdrop(scene),))
