"""Film strips: what moves on a glass, at a few fixed times, side by side in one picture."""

import time
from collections.abc import Iterable

import pygame
from PIL import Image

from game.core.picture import Backdrop, Picture
from game.play.display_list import DisplayList
from tests.support.glass import PATIENCE, Sheet, painter, show

SIZE = (960, 600)
GAP = 4  # pixels between two moments


class Film:
    """A glass on which time goes on, and a part of which is taken again and again: `box` is in design units."""

    def __init__(self, picture: Picture, box: tuple[float, float, float, float], still: bool = False):
        self._glass: Sheet = painter(SIZE, still)
        show(self._glass, picture, 0)
        self._box = box
        self._moments: list[Image.Image] = []

    @property
    def list(self) -> DisplayList:
        """What is on the glass."""
        return self._glass._list

    def take(self, times: Iterable[float]) -> None:
        """How it looks at each of these times, loops at rest."""
        for now in times:
            until = time.monotonic() + PATIENCE
            self._glass.paint(now, loops=False)
            while not self._glass.finished and time.monotonic() < until:
                time.sleep(0.002)
                self._glass.paint(now, loops=False)
            self._moments.append(self._seen())

    def _seen(self) -> Image.Image:
        left, top, width, height = (round(side * self._glass.scale) for side in self._box)
        area = self._glass.surface.subsurface(pygame.Rect(left, top, width, height))
        return Image.frombytes("RGB", area.get_size(), pygame.image.tobytes(area, "RGB"))

    def strip(self) -> Image.Image:
        """All that was taken, from left to right."""
        width, height = self._moments[0].size
        whole = Image.new("RGB", (len(self._moments) * (width + GAP) - GAP, height), "white")
        for number, moment in enumerate(self._moments):
            whole.paste(moment, (number * (width + GAP), 0))
        return whole


def of_scene(scene: str) -> Picture:
    """A scene with nothing on it."""
    return Picture((Backdrop(scene),))
