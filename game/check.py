"""`main.py check`: every mistake in activities and workbooks, told in plain words. Never raises.

This file knows how mistakes are printed. What is a mistake it learns from `shelf.py`. No pygame.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from game.library import Library
from game.mistake import TOP, Mistake, Page
from game.shelf import WORKBOOK, read_workbook

PICTURES = "pictures"  # a therapist's own, in the folder of the activities


def check(paths: Iterable[Path], out: TextIO | None = None) -> int:
    """Checks files, and all files of folders; 0 where everything is good, else 1. Writes to `out`, or to the screen."""
    found = [told for path in paths for told in _told(path)]
    wrong = [mistake for _, mistakes in found for mistake in mistakes]
    lines = [str(m) for mistakes in (mistakes for _, mistakes in found) for m in mistakes]
    lines += [f"{name}: good" for name, mistakes in found if not mistakes]
    if wrong:
        lines.append(_count(wrong))
    _write("\n".join(lines), out or sys.stdout)
    return 1 if wrong else 0
