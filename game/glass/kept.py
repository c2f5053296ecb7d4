"""Surfaces that were made and may be wanted again, as many as there is room for. This file knows pygame alone."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from threading import Lock

import pygame


class KeptSurfaces:
    """Surfaces by their keys, of `most` pixels together; the least lately used go first. Threads may share it.

    Those that are held stay, however many they are.
    """

    def __init__(self, most: float):
        self._most, self._pixels = most, 0
        self._surfaces: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._held: set[Hashable] = set()
        self._lock = Lock()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._surfaces

    def get(self, key: Hashable) -> pygame.Surface | None:
        """The surface, used just now; None where it is not kept."""
        with self._lock:
            found = self._surfaces.get(key)
            if found is not None:
                self._surfaces.move_to_end(key)
            return found

    def hold(self, keys: Iterable[Hashable], more: bool = False) -> None:
        """These are needed together: none goes, now or once it is kept, for another. `more`: those held before, too."""
        with self._lock:
            self._held = set(keys) | (self._held if more else set())

    def keep(self, key: Hashable, surface: pygame.Surface) -> None:
        """From now on this one is kept under its key, whatever its size; others give way."""
        with self._lock:
            self._drop(key)
            self._surfaces[key] = surface
            self._pixels += _pixels(surface)
            if self._pixels > self._most:
                self._make_room(key)

    def _make_room(self, newest: Hashable) -> None:
        for key in [key for key in self._surfaces if key != newest and key not in self._held]:
            self._drop(key)
            if self._pixels <= self._most:
                return

    def _drop(self, key: Hashable) -> None:
        if (found := self._surfaces.pop(key, None)) is not None:
            self._pixels -= _pixels(found)


def _pixels(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height()
