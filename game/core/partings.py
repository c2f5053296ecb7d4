"""The ways in which two part, the companion and who keeps the door: how each holds itself; what the picture is called.

Plain data: no clock, no files, no pygame. Who goes stands to the left, smaller.
"""

from msgspec import Struct

from game.core.poses import POSES
from game.core.puppet import DOWN, SHUT, Point, Pose, mirrored

PARTS = "-parts-"
TO = (0.7, 0)  # who goes looks to the right: at who stays


class Parting(Struct, frozen=True):
    """How who goes and who stays hold themselves, how far each stands from the middle, and what lies `behind` them."""

    goes: Pose
    stays: Pose
    apart: float = 98
    behind: str = ""


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
_WAVES = Pose(turn={"arm-left": 158, "head": 4}, scale={"arm-left": (1.2, 1.9)}, above=("arm-left",), look=TO)

# Each is told from the others by its outline alone: by how far apart the two are, how high, and what is between them.
WAYS = {
    "waving": Parting(_WAVES, mirrored(_WAVES), 86, behind="path-between-two"),
    "high-five": Parting(_reaches(-158, 2, 3), mirrored(_reaches(-142, 1.6)), 66, behind="clap-between-two"),
    "bow": Parting(_BOWED, mirrored(_BOWED), 86),
    "hand-on-heart": Parting(_HEART, mirrored(_HEART), 74, behind="heart-behind-two"),
    "fist-bump": Parting(_reaches(-82, 1.45, 2), mirrored(_reaches(-68, 1.15, 2)), 88, behind="spark-between-two"),
    "look-away": Parting(POSES["turned-away"], POSES["turned-away"], 64, behind="pond-before-two"),
    "no-goodbye": Parting(mirrored(POSES["walking-a"]), POSES["sitting"], 88),
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
