"""The ways in which two part, the companion and who keeps the door: how each holds itself; what the picture is called.

Plain data: no clock, no files, no pygame. Who goes stands to the left, smaller.
"""

from msgspec import Struct
from msgspec.structs import replace

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


def _both(pose: Pose, apart: float = 98) -> Parting:
    """The two do the same, each to the other."""
    return Parting(pose, mirrored(pose), apart)


def _raised(angle: float) -> Pose:
    return Pose(turn={"arm-right": angle, "body": 3, "head": 3}, above=("arm-right",), look=TO)


def _on_heart(look: Point) -> Pose:
    return Pose(reach={"arm-right": ("thing", 2, -26)}, turn={"head": 6}, above=("arm-right",), look=look, eyes=DOWN)


_BOWED = Pose(
    turn={"body": 9, "head": 17, "arm-left": -6, "arm-right": -4},
    shift={"head": (6, 34)},
    scale={"body": (1.02, 0.94)},
    ears=10,
    eyes=SHUT,
    look=(0.5, 0.7),
)
_WAVES = replace(mirrored(POSES["waving"]), look=TO)

WAYS = {
    "waving": _both(_WAVES),
    "high-five": Parting(_raised(-142), mirrored(_raised(-112)), 84),
    "bow": _both(_BOWED, 104),
    "hand-on-heart": _both(_on_heart((0.4, 0))),
    "fist-bump": Parting(_raised(-92), mirrored(_raised(-70)), 86),
    "look-away": Parting(POSES["turned-away"], POSES["turned-away"], 96, behind="pond-before-two"),
    "no-goodbye": Parting(POSES["sitting"], POSES["sitting"]),
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
