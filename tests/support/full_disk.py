"""A disk that takes nothing, in the place of whatever writes."""

from errno import ENOSPC


def full_disk(*_: object) -> None:
    """Raises what the system says then."""
    raise OSError(ENOSPC, "No space left on device")
