"""How large the desk is in a window: a larger one shows more of it, not the same larger.

Pure: sizes in, a number out.
"""

LEAST = (1280, 940)  # design units that are always shown: in a smaller or a lower window all is smaller
USUAL = 800 / 940  # points to a design unit in every window that has room for them: as at 1280x800
MOST = (2256, 1410)  # design units that are shown; in a window that has more, the desk grows with it


def desk_scale(size: tuple[int, int], points: tuple[int, int]) -> float:
    """Pixels to a design unit, in a window of this size in pixels and in the points that the system counts in."""
    fitting = max(min(USUAL, _within(points, LEAST)), _within(points, MOST))
    return fitting * size[0] / points[0]


def _within(points: tuple[int, int], units: tuple[int, int]) -> float:
    return min(points[0] / units[0], points[1] / units[1])
