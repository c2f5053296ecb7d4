"""A records folder where our activities were read before, as all are but for the first time ever: no YAML is read."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game.art.library import Library
from game.authoring.workbook_cache import KEPT, cached_workbook
from game.system import atomic
from game.system.paths import ACTIVITIES


def read_before(records: Path) -> None:
    """What is kept of our activities lies there, unless it does already."""
    if not (records / KEPT).exists():
        atomic.make_folder(records)
        atomic.write(records / KEPT, _kept())


@cache
def _kept() -> bytes:
    with TemporaryDirectory() as records:
        cached_workbook(ACTIVITIES, Library(ACTIVITIES / "pictures"), Path(records))
        return (Path(records) / KEPT).read_bytes()
