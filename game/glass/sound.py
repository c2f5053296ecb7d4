"""The room's sound: soft tones for what a hand does, a quiet bed under a scene. It is imported only when it is on.

This file knows pygame's mixer and the files in `assets/sounds`; which sound belongs to what stands in `tones.py`.
Where there is no sound card there is no Sound, and the room is the same without.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pygame

from game.glass import all_of_pygame
from game.play import tones
from game.system.paths import ASSETS

all_of_pygame()
with suppress(ImportError):  # where pygame was built without it, its first use says so
    import pygame.mixer

FOLDER = ASSETS / "sounds"
RATE, BUFFER = 22_050, 512  # samples a second, and samples made at once: a tone answers within 25 ms
COMES, GOES, CLOSES = 1500, 1000, 400  # milliseconds in which a bed comes, goes, and all becomes still at the end
MOST = 3  # tones in a second (child rule 17)


class Sound:
    """The mixer while the room is open. Raises pygame.error where there is no sound card."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self._clock, self._bed = clock, ""
        self._last: deque[float] = deque(maxlen=MOST)
        with _hush():
            pygame.mixer.init(RATE, -16, 1, BUFFER, allowedchanges=0)
        self._sounds = {path.stem: pygame.mixer.Sound(path) for path in FOLDER.glob("*.wav")}
        self._beds = [pygame.mixer.Channel(number) for number in range(2)]  # one comes while the other goes
        pygame.mixer.set_reserved(len(self._beds))

    def heard(self, news: tuple[tones.News, ...]) -> None:
        """One tone for what has just happened, unless a second has had enough of them."""
        tone, now = tones.tone(news), self._clock()
        if tone not in self._sounds or (len(self._last) == MOST and now - self._last[0] < 1):
            return
        self._last.append(now)
        self._sounds[tone].play()

    def bed(self, bed: str) -> None:
        """This bed comes, the one before goes; one that is no file is silence. To be said anew in each frame."""
        free = next((channel for channel in self._beds if not channel.get_busy()), None)
        if bed == self._bed or free is None:  # while one still goes and another is there, the next one waits
            return
        for channel in self._beds:
            channel.fadeout(GOES)
        if bed in self._sounds:
            free.play(self._sounds[bed], loops=-1, fade_ms=COMES)
        self._bed = bed

    def close(self) -> None:
        """Fade out all that sounds, within CLOSES milliseconds, and give the sound card back."""
        if pygame.mixer.get_busy():
            pygame.mixer.fadeout(CLOSES)
            pygame.time.wait(CLOSES)
        pygame.mixer.quit()


def turned_on() -> Sound | None:
    """The room's sound; None where this machine has no sound card."""
    try:
        return Sound()
    except (pygame.error, NotImplementedError):  # the second where pygame was built without a mixer
        return None


@contextmanager
def _hush() -> Iterator[None]:
    """A sound system that finds no card writes a page about it onto the terminal; nobody needs it."""
    try:
        sys.stderr.flush()
        kept = os.dup(2)
    except (AttributeError, OSError):  # there is no terminal
        yield
        return
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
