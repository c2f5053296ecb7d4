"""How a companion wakes, settles and falls asleep: poses in a row, the same for every companion.

Plain data: no clock, no files, no pygame. The poses are in `poses.py`; on which screen which is played, `play/acts.py`
says.
"""

Act = tuple[tuple[float, str], ...]  # when which pose is reached, in seconds; a pose twice is held

WAKING: Act = (
    *((0.0, "resting"), (0.25, "resting"), (0.7, "drowsy"), (1.0, "drowsy")),
    *((1.45, "stretching"), (1.75, "stretching"), (2.05, "sitting"), (2.4, "sitting")),
)
FALLING_ASLEEP: Act = (
    (0.0, "sitting"),
    (0.5, "tired"),
    (0.8, "tired"),
    (1.3, "drowsy"),
    (1.5, "drowsy"),
    (2.0, "resting"),
)
SETTLING: Act = ((0.0, "sitting"), (0.5, "calm"), (0.9, "calm"), (1.5, "resting"), (2.1, "resting"))
