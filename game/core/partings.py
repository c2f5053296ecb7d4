"""The ways in which two part, the companion and who keeps the door: how each holds itself; what the picture is called.

Plain data: no clock, no files, no pygame. Who goes stands to the left, smaller.
"""

from msgspec import Struct

from game.core.poses import POSES
from game.core.puppet import DOWN, SHUT, Point, Pose, mirrored

PARTS = "-parts-"
TO = (0.7, 0)  # who goes looks to the right: at who stays


class Parting(Struct, frozen=True):
    """How who goes and who stays hold themselves, how far each stands from the middle, and what lies `behind` them;
    `size` is how large both are: who are far apart are smaller.
    """

    goes: Pose
    stays: Pose
    apart: float = 98
    behind: str = ""
    size: float = 1


def _reaches(angle: float, long: float, lean: float = 0) -> Pose:
    """The arm towards the other is out, so much longer than it hangs, and the body leans there."""
    turn = {"arm-right": angle, "body": lean, "head": lean}
    return Pose(turn=turn, scale={"arm-right": (1, long)}, above=("arm-right",), look=TO)


def _on_heart(look: Point) -> Pose:
    return Pose(reach={"arm-right": ("thing", 2, -26)}, turn={"head": 6}, above=("arm-right",), look=look, eyes=DOWN)


_BOWED = Pose(
    turn={"body": 14, "head": 26, "arm-left": -6, "arm-right": -4},
    shift={"head": (14, 74)},
    scale={"body": (1.06, 0.84)},
    ears=14,
    eyes=SHUT,
    look=(0.5, 0.8),
)
_HEART = _on_heart((0.4, 0))
_WAVES = Pose(turn={"arm-left": 146, "head": 4}, scale={"arm-left": (1, 1.5)}, above=("arm-left",), look=TO)

# Each is told from the others by its outline alone: by how far apart the two are, how high, and what is between them.
WAYS = {
    "waving": Parting(_WAVES, mirrored(_WAVES), 118, behind="path-between-two", size=0.72),
    "high-five": Parting(_reaches(-148, 1.75, 3), mirrored(_reaches(-130, 1.45)), 100, size=0.92),
    "bow": Parting(_BOWED, mirrored(_BOWED), 110, size=0.92),
    "hand-on-heart": Parting(_HEART, mirrored(_HEART), 82, behind="heart-behind-two", size=0.8),
    "fist-bump": Parting(_reaches(-80, 1.1), mirrored(_reaches(-64, 1.02)), 92, size=0.88),
    "look-away": Parting(POSES["turned-away"], POSES["turned-away"], 78, behind="pond-before-two", size=0.8),
    "no-goodbye": Parting(mirrored(POSES["walking-a"]), POSES["sitting"], 106, size=0.9),
}


def parting(companion: str, way: str) -> str:
    """The picture in which this companion parts in this way, one of WAYS."""
    return f"{companion}{PARTS}{way}"


def parted(art: str) -> tuple[str, str] | None:
    """Whose picture this is, and in which way it parts; None for any other picture.

    >>> parted("paper-boat-parts-high-five"), parted("high-five")
    (('paper-boat', 'high-five'), None)
    """
    companion, found, way = art.partition(PARTS)
    return (companion, way) if found and way in WAYS else None
