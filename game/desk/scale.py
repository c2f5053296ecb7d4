"""How large the desk is in a window: a larger one shows more of it, not the same larger.

Pure: sizes in, a number out.
"""

LEAST = (1280, 940)  # design units that are always shown: in a smaller or a lower window all is smaller
MOST = (1920, 1200)  # design units that are shown; in a window that has more, the desk grows with it


def desk_scale(size: tuple[int, int], points: tuple[int, int]) -> float:
    """Pixels to a design unit, in a window of this size in pixels and in the points that the system counts in."""
    fitting = _within(points, LEAST)
    if fitting > 1:
        fitting = max(1.0, _within(points, MOST))
    return fitting * size[0] / points[0]


def _within(points: tuple[int, int], units: tuple[int, int]) -> float:
    return min(points[0] / units[0], points[1] / units[1])
