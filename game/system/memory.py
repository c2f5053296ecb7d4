"""Memory that was let go goes back to the system: glibc keeps it, for the program alone, once it has been large."""

import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """What is free in this process is the system's again. It takes a millisecond; where the system does so, nothing."""
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    from ctypes import CDLL  # no start waits for it

    try:
        found: Callable[[int], object] = CDLL(None).malloc_trim if sys.platform == "linux" else bool
    except (OSError, AttributeError):  # another library than glibc, which keeps nothing
        return bool
    return found
