"""The pictures of the desk as surfaces: made beside it by the renderer, and kept while the program runs.

This file knows pygame's surfaces, the renderer and what a form can show as a picture.
"""

from collections.abc import Callable, Collection
from functools import cache
from io import BytesIO

import pygame

from game.art.draw_process import here
from game.art.renderer import Renderer
from game.core.picture import Picture
from game.desk.background import Background, Task
from game.desk.form import FileImage, Shown
from game.system.paths import ASSETS

GROUND = ASSETS / "desk" / "ground.svg"
MOST = 400  # surfaces that are kept


class DrawImage(Task, frozen=True):
    """A picture, as large as fits into so many pixels."""

    art: Shown
    width: int
    height: int


class ImageCache:
    """`renderer` gives the renderer for whoever is at the desk now, since drawings are a child's own."""

    def __init__(self, renderer: Callable[[], Renderer], background: Background):
        self._renderer, self._background = renderer, background
        self._kept: dict[DrawImage, pygame.Surface | None] = {}

    def __call__(self, art: Shown, width: int, height: int) -> pygame.Surface | None:
        """The picture as large as fits; None while it is being made."""
        key = DrawImage(art, width, height)
        if key in self._kept:
            return self._kept[key]
        if isinstance(art, bytes):
            return self._keep(key, _loaded(art, width, height))
        renderer, side = self._renderer(), max(width, height)
        if isinstance(art, FileImage):
            self._background.ask(key, lambda: _of_file(art, side))
        else:
            self._background.ask(key, lambda: renderer.paper_png(art, side))
        return None

    def draw_only(self, shown: Collection[Shown]) -> None:
        """What is not shown any more, and was not begun, is not drawn: other work does not wait for it."""
        self._background.drop(lambda task: isinstance(task, DrawImage) and task.art not in shown)

    def take(self, key: DrawImage, png: bytes | None) -> None:
        """What was being made is here; without a PNG it cannot be drawn, and its place stays empty."""
        art, width, height = key.art, key.width, key.height
        shape = art.height / art.width if isinstance(art, Picture) else 1
        room = (width, height) if shape >= 1 else (max(width, height), max(width, height))
        self._keep(key, _loaded(png, *room) if png else pygame.Surface((1, 1), pygame.SRCALPHA))

    def forget(self) -> None:
        """Pictures may have changed: all are made anew when they are wanted."""
        self._kept.clear()

    def _keep(self, key: DrawImage, surface: pygame.Surface) -> pygame.Surface:
        while len(self._kept) >= MOST:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = surface
        return surface


def _of_file(file: FileImage, side: int) -> bytes:
    """A small PNG of what lies in the file. Raises PictureRefused."""
    from game.art import sanitize  # only where a file is chosen

    return sanitize.png(file.path, sanitize.read_file(file.path), side)


@cache
def hills(width: int, height: int) -> pygame.Surface:
    """The hills at the foot of the desk."""
    svg = GROUND.read_text(encoding="utf-8")
    return pygame.image.load(BytesIO(here(svg, width, height))).convert_alpha()


def _loaded(png: bytes, width: int, height: int) -> pygame.Surface:
    """The PNG in this room, its shape kept."""
    whole = pygame.image.load(BytesIO(png)).convert_alpha()
    part = min(width / whole.get_width(), height / whole.get_height())
    size = max(1, round(whole.get_width() * part)), max(1, round(whole.get_height() * part))
    return pygame.transform.smoothscale(whole, size)
