"""SDL's own functions that pygame does not hand on. This file knows SDL's library and nothing that is on the glass."""

from array import array
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pygame


@cache
def function(name: str) -> Callable | None:
    """SDL's function of this name; None on a system where it is not to be found so."""
    from ctypes import CDLL  # no start waits for it

    beside: Any = pygame.display.__file__, Path(pygame.__file__).with_name("SDL2.dll")
    for library in beside:
        try:
            return getattr(CDLL(str(library)), name)
        except (OSError, AttributeError):
            continue
    return None


def flip_parts(window: int, parts: Sequence[pygame.Rect]) -> bool:
    """Bring these parts of a window's surface to the glass; False where that cannot be done."""
    find, update = function("SDL_GetWindowFromID"), function("SDL_UpdateWindowSurfaceRects")
    if find is None or update is None:
        return False
    from ctypes import c_void_p

    find.restype = c_void_p  # type: ignore[attr-defined]
    numbers = array("i", (number for part in parts for number in part)).tobytes()  # an array of ctypes is a cycle
    return update(c_void_p(find(window)), numbers, len(parts)) == 0
