"""Reads where a landmark's drawing holds what was chosen there: `data-holds="x foot width"` on its root, in its units.

This file knows SVG; it draws nothing.
"""

import re
from functools import cache
from pathlib import Path

SAID = re.compile(r'<svg[^>]*\sdata-holds="([\d.]+) ([\d.]+) ([\d.]+)"')
UNITS = 400  # the width of a picture's paper

Holds = tuple[float, float, float]


@cache
def holds(path: Path) -> Holds | None:
    """The middle of what it holds, seen from the picture's, its foot below that, and its width, as shares of the
    picture's width; None where the drawing says nothing."""
    said = SAID.search(path.read_text("utf-8")) if path.suffix == ".svg" else None
    if said is None:
        return None
    x, foot, width = (float(number) / UNITS for number in said.groups())
    return x - 0.5, foot - 0.5, width
