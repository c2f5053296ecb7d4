"""Memory that was let go goes back to the system: glibc keeps it, for the program alone, once it has been large."""

import sys
from collections.abc import Callable
from functools import cache

LARGE = 128 * 1024  # bytes: a surface or a picture on its way; from there on each has memory of its own
M_MMAP_THRESHOLD = -3  # of malloc.h


def give_back() -> None:
    """What is free in this process is the system's again. It takes a millisecond; where the system does so, nothing.

    From the first time on, whatever is LARGE goes back as soon as it is let go.
    """
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    from ctypes import CDLL  # no start waits for it

    try:
        libc = CDLL(None) if sys.platform == "linux" else None
        found: Callable[[int], object] = libc.malloc_trim if libc else bool
        if libc:  # else each that is freed raises what glibc takes for large, up to 32 MB
            libc.mallopt(M_MMAP_THRESHOLD, LARGE)
    except (OSError, AttributeError):  # another library than glibc, which keeps nothing
        return bool
    return found
