"""The feelings that pass over a companion in stories, and what the pictures are called in which it wears one.

Plain values: no clock, no files, no pygame. How each is held, `core/poses.py` says.
"""

FEELINGS = ("happy", "sad", "angry", "scared", "calm", "worried", "tired", "curious", "proud", "surprised")
# Where feelings are offered, these are, too.
POSE_OF = {feeling: feeling for feeling in (*FEELINGS, "lonely", "missing-you")} | {"dont-know": "wondering"}
WEARS = "-feels-"
AIR = "air"  # the companion of a picture in which nobody is, only what is in the air around who feels so
AIR_WIDE = 1.35  # of its width, how wide that is on a screen: larger than on its pictures, it is seen from afar
AIR_CLOSE = 1.0  # the same around who is seen from behind: its head is small, and further off it hung on the wall


def wearing(companion: str, feeling: str) -> str:
    """The picture of this companion in which it wears this feeling, one of POSE_OF."""
    return f"{companion}{WEARS}{feeling}"


def worn(art: str) -> tuple[str, str] | None:
    """Whose picture this is, and the name of the pose; None for a picture in which nobody wears a feeling.

    >>> worn("paper-boat-feels-dont-know"), worn("fox")
    (('paper-boat', 'wondering'), None)
    """
    companion, found, feeling = art.partition(WEARS)
    return (companion, POSE_OF[feeling]) if found and feeling in POSE_OF else None
