"""Where the demonstration's screens are saved: what the system refuses there becomes a sentence. No pygame."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.system.errors import Trouble, reason


@contextmanager
def saving(folder: Path) -> Iterator[None]:
    """What is done meanwhile writes into this folder. Raises Trouble where that fails, which names it."""
    try:
        yield
    except OSError as error:
        raise Trouble(f"The screens cannot be saved in '{folder}': {reason(error)}.") from error
