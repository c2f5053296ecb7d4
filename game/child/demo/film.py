"""Films of the demonstration: the first seconds of a screen as an animated picture on disk, or side by side in one.

This file knows pygame and Pillow; what is on the screen it is shown.
"""

from collections.abc import Callable, Collection, Mapping
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Protocol

import pygame
from PIL import Image

from game.child.demo.saving import saving

LASTS, BEAT = 10, 12  # seconds, and pictures in each: as many as a companion has poses
WIDTH = 640  # pixels
IN_ROW = 4  # moments of a little story
QUALITY, SPEED = 80, 2  # of WebP


class Watched(Protocol):
    """Who lets time go by for what is filmed."""

    def wait(self, seconds: float) -> None:
        """So many seconds go by."""

    def wait_until_the_story_plays(self) -> None:
        """Until the little story of the screen begins."""


class Film:
    """Saves `LASTS` seconds of each screen, of those `only` where some are named, as NAME.webp in the folder.

    Raises Trouble where it cannot.
    """

    def __init__(self, folder: Path, only: Collection[str] = ()):
        self.folder, self._only = folder, frozenset(only)
        self._taken: set[str] = set()
        self.seen: dict[str, None] = {}  # the names of all screens that were there, in their order
        with saving(folder):
            folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, watched: Watched, surface: Callable[[], pygame.Surface]) -> None:
        """A screen of this name is there. It is watched the first time."""
        self.seen[name] = None
        if name in self._taken or (self._only and name not in self._only):
            return
        self._taken.add(name)
        frames: list[Image.Image] = []
        times: list[int] = []
        for _ in range(LASTS * BEAT):
            frame = _small(surface())
            if frames and frame.tobytes() == frames[-1].tobytes():
                times[-1] += 1000 // BEAT
            else:
                frames.append(frame)
                times.append(1000 // BEAT)
            watched.wait(1 / BEAT)
        self._save(name, frames, times)

    def _save(self, name: str, frames: list[Image.Image], times: list[int]) -> None:
        path, more = self.folder / f"{name}.webp", frames[1:]
        with saving(self.folder):
            frames[0].save(
                path, save_all=True, append_images=more, duration=times, loop=0, quality=QUALITY, method=SPEED
            )

    def has_enough(self) -> bool:
        """True once all that was named is saved; never where nothing was."""
        return bool(self._only) and self._only <= self._taken

    @property
    def missed(self) -> tuple[str, ...]:
        """What was wanted and never there."""
        return tuple(sorted(self._only - self.seen.keys()))


class StoryStrip:
    """Saves the little story of each of `screens` as one picture, NAME-story.png in the folder: its moments, so many
    seconds after it begins, row by row. Raises Trouble where it cannot.
    """

    def __init__(self, folder: Path, screens: Mapping[str, tuple[float, ...]]):
        self.folder, self._left = folder, dict(screens)

    def take(self, name: str, watched: Watched, surface: Callable[[], pygame.Surface]) -> None:
        """A screen of this name is there; see Film.take."""
        if name not in self._left:
            return
        moments, times = [], self._left.pop(name)
        watched.wait_until_the_story_plays()
        for before, time in pairwise((0.0, *times)):
            watched.wait(time - before)
            moments.append(_small(surface()))
        with saving(self.folder):
            _side_by_side(moments).save(self.folder / f"{name}-story.png")


def _side_by_side(moments: list[Image.Image]) -> Image.Image:
    wide, high = moments[0].size
    strip = Image.new("RGB", (min(IN_ROW, len(moments)) * wide, ceil(len(moments) / IN_ROW) * high))
    for number, moment in enumerate(moments):
        strip.paste(moment, (number % IN_ROW * wide, number // IN_ROW * high))
    return strip


def _small(surface: pygame.Surface) -> Image.Image:
    whole = Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
    return whole.resize((WIDTH, round(WIDTH * whole.height / whole.width)), Image.Resampling.BILINEAR)
