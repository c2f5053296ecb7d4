"""A disk that takes nothing, in the place of whatever writes."""

from contextlib import contextmanager
from errno import ENOSPC

import pytest


def full_disk(*_: object) -> None:
    """Raises what the system says then."""
    raise OSError(ENOSPC, "No space left on device")


@contextmanager
def disk_of(size: int):
    """No file can grow beyond so many bytes: as a full disk, a part of what is written is taken and then no more.

    Where the system knows no such limit, the test is skipped.
    """
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
