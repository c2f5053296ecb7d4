"""Films of the demonstration: the first seconds of a screen as an animated picture on disk, or side by side in one.

This file knows pygame and Pillow; what is on the screen it is shown.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import islice, pairwise
from math import ceil
from pathlib import Path
from typing import Protocol

import pygame
from PIL import Image

from game.child.demo.saving import saving
from game.play.room import FRAME

LASTS, BEAT = 10, 12  # seconds, and pictures in each: as many as a companion has poses
WIDTH = 640  # pixels
INEXACT = 1e-9  # seconds: whole frames go by
IN_ROW = 4  # moments of a little story
QUALITY, SPEED = 80, 2  # of WebP


class Watched(Protocol):
    """Who lets time go by for what is filmed."""

    def wait(self, seconds: float) -> None:
        """So many seconds go by."""

    @property
    def story_has_begun(self) -> bool:
        """True once the little story of the screen plays, or where it has none."""


class Takes(Protocol):
    """What films screens."""

    def take(self, name: str, watched: Watched, surface: Callable[[], pygame.Surface]) -> Iterator[float]:
        """Take what is wanted of the screen of this name; gives the seconds that must go by before it goes on."""


def watch(films: Iterable[Takes], name: str, watched: Watched, surface: Callable[[], pygame.Surface]) -> None:
    """A screen of this name is there: all of these films take it at the same time, so that each sees the story."""
    now, going = 0.0, [(0.0, number, film.take(name, watched, surface)) for number, film in enumerate(films)]
    while going:
        due, number, takes = heappop(going)
        if due > now:
            watched.wait(due - now - INEXACT)
            now = due
        for seconds in islice(takes, 1):
            heappush(going, (due + seconds, number, takes))


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

    def take(self, name: str, watched: Watched, surface: Callable[[], pygame.Surface]) -> Iterator[float]:
        """See Takes. A screen is watched the first time that it is there."""
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
            yield 1 / BEAT
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

    def take(self, name: str, watched: Watched, surface: Callable[[], pygame.Surface]) -> Iterator[float]:
        """See Takes."""
        if name not in self._left:
            return
        moments, times = [], self._left.pop(name)
        while not watched.story_has_begun:
            yield FRAME
        for before, time in pairwise((0.0, *times)):
            yield time - before
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
