"""How large the desk is in a window: a larger one shows more of it, not the same larger.

Pure: sizes in, a number out.
"""

from game.core.picture import scale_of

MOST = (1920, 1200)  # design units that are shown; in a window that has more, the desk grows with it


def desk_scale(size: tuple[int, int], points: tuple[int, int]) -> float:
    """Pixels to a design unit, in a window of this size in pixels and in the points that the system counts in."""
    fitting = scale_of(points)
    if fitting > 1:
        fitting = max(1.0, min(points[0] / MOST[0], points[1] / MOST[1]))
    return fitting * size[0] / points[0]
