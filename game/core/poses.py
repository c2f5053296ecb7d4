"""The poses and feelings of every companion, written once, and how any of them turns its face.

Plain data: no clock, no files, no pygame. What a species needs otherwise (short wings, no ears) its puppet says.
"""

from msgspec.structs import replace

from game.core.feelings import POSE_OF
from game.core.puppet import AWAY, BACK, DOWN, FACE, LEVEL, LIMBS, RESTING, ROUND, SHUT, WIDE, Point, Pose, from_behind

LEAN, TILT = 4, 5  # degrees that the body and the head turn towards what it looks at
HEAD = (15, 9)  # units that the head goes there, sideways and down
NARROWER, EAR = 0.1, 0.24  # how much narrower a face is that is turned aside, and its farther ear

LYING = Pose(
    behind=("body",),
    eyes=SHUT,
    ears=22,
    look=(-0.2, 0.4),
    turn={"head": -6, "arm-left": 78, "arm-right": 74},
    shift={
        "head": (-62, 54),
        "arm-left": (4, 40),
        "arm-right": (-90, 42),
        "leg-left": (60, -6),
        "leg-right": (20, 2),
    },
    scale={"body": (1.3, 0.62), "leg-right": (1.3, 1), "leg-left": (0.8, 0.8), "scarf": (1, 0.7)},
)
HOLDING_UP = "holding-up"  # both paws over its head
CURLED_UP = "curled-up"  # how it sleeps where it is seen from behind: its face lies on the other side

POSES = {
    "sitting": Pose(),
    "looking-left": Pose(look=(-1, 0), turn={"head": -3}),
    "looking-right": Pose(look=(1, 0), turn={"head": 3}),
    "looking-up": Pose(look=(0, -1), shift={"head": (0, -4)}),
    "looking-down": Pose(look=(0, 1), eyes=DOWN, shift={"head": (0, 8)}),
    "wondering": Pose(
        lips=LEVEL,
        look=(0.6, -0.6),
        turn={"head": 7, "body": 2, "arm-left": 52, "tail": -10},
        reach={"arm-right": ("eyes-open", 14, 66)},
        above=("arm-right",),
        ears=8,
    ),
    "hiding": Pose(
        shift={"head": (0, 30)},
        scale={"body": (1, 0.97)},
        reach={"arm-left": ("eyes-shut", -38, -2), "arm-right": ("eyes-shut", 38, -2)},
        above=("arm-left", "arm-right"),
        eyes=SHUT,
        ears=18,
    ),
    "carrying": Pose(
        reach={"arm-left": ("thing", -56, 14), "arm-right": ("thing", 56, 14)},
        holds=True,
        hugs=True,
        look=(0, 0.5),
        above=("thing", "arm-left", "arm-right"),
    ),
    "rubbing": Pose(
        reach={"arm-left": ("thing", -58, 18), "arm-right": ("thing", 24, -14)},
        shift={"head": (0, 8)},
        eyes=DOWN,
        above=("arm-left", "arm-right"),
        look=(0, 0.7),
        sways={"arm-right": 26},
    ),
    "stroking": Pose(
        turn={"arm-right": -52, "body": 9, "head": 9, "arm-left": 10, "tail": 6},
        reach={"arm-right": ("body", 165, -56)},
        shift={"head": (12, 16)},
        eyes=DOWN,
        above=("arm-right",),
        look=(0.9, 0.7),
        sways={"arm-right": 30, "body": -1.5},
    ),
    "teetering": Pose(
        reach={"arm-left": ("body", -170, -120), "arm-right": ("body", 170, -120)},
        lips=LEVEL,
        ears=26,
        turn={"tail": 12},
        shift={"leg-left": (9, 0), "leg-right": (-9, 0), "head": (0, 4)},
        scale={"eyes-open": (1.16, 1.16)},
        look=(0, 0.5),
        sways={"body": 7, "head": -4, "arm-left": 24, "arm-right": 24, "leg-left": 7, "leg-right": 7},
        feels="worried",
    ),
    "turned-away": from_behind(Pose(ears=-4, shift={"head": (0, 4)})),
    "waving": Pose(turn={"arm-right": -128, "head": -5, "body": -2}, above=("arm-right",), look=(0, -0.1)),
    "walking-a": Pose(
        turn={"body": 5, "arm-left": 18, "arm-right": 14, "head": -3, "tail": -6},
        shift={"leg-left": (16, -20), "body": (0, -6)},
        look=(0.7, 0),
    ),
    "walking-b": Pose(
        turn={"body": 5, "arm-left": -14, "arm-right": -18, "head": -3, "tail": 6},
        shift={"leg-right": (16, -20), "body": (0, -6)},
        look=(0.7, 0),
    ),
    "side-by-side": Pose(turn={"body": 7, "head": 4}, look=(0.5, 0)),
    "holding-on": Pose(turn={"arm-right": -62, "body": 4, "head": 3}, look=(0.7, -0.2)),
    "resting": LYING,
    CURLED_UP: replace(
        LYING,
        behind=BACK,
        below=("head", "ear-left", "ear-right", *LIMBS),
        above=("tail",),
        turn=LYING.turn | {"head": -12},
        shift=LYING.shift
        | {"head": (-46, 66), "tail": (16, 14), "body": (20, 0), "leg-left": (80, -6), "leg-right": (40, 2)}
        | {"arm-right": (-82, 42)},
        scale=LYING.scale | {"body": (1.2, 0.72), "tail": (0.8, 0.7)},
    ),
    "drowsy": replace(
        LYING,
        eyes=DOWN,
        ears=10,
        look=(-0.1, 0.2),
        turn=LYING.turn | {"head": -2},
        shift=LYING.shift | {"head": (-52, 24)},
        scale=LYING.scale | {"body": (1.26, 0.68)},
    ),
    "stretching": Pose(
        eyes=SHUT,
        ears=-8,
        turn={"arm-left": 138, "arm-right": -138, "head": -8, "tail": -12},
        shift={"head": (-4, -16)},
        scale={"body": (0.96, 1.06)},
        above=("arm-left", "arm-right"),
        look=(-0.1, -0.5),
    ),
    HOLDING_UP: Pose(
        turn={"arm-left": 152, "arm-right": -152},
        shift={"head": (0, -4)},
        above=("arm-left", "arm-right"),
        look=(0, -0.5),
    ),
    "happy": Pose(
        lips=WIDE,
        arms=30,
        ears=-6,
        shift={"head": (0, -10), "body": (0, -5)},
        scale={"body": (1, 1.07)},
        turn={"head": 4, "tail": -10},
    ),
    "sad": Pose(
        lips=DOWN,
        eyes=DOWN,
        ears=34,
        arms=7,
        turn={"head": 1, "body": -2, "tail": -5},
        shift={"head": (-4, 26)},
        scale={"body": (1.03, 0.95)},
        look=(-0.3, 0.7),
    ),
    "angry": Pose(
        lips=LEVEL,
        arms=38,
        ears=30,
        turn={"tail": 11},
        shift={"head": (0, 19)},
        scale={"body": (1.05, 0.97), "eyes-open": (1, 0.6)},
        look=(0, 0.4),
    ),
    "scared": Pose(
        lips=ROUND,
        reach={"arm-left": ("eyes-open", -30, 80), "arm-right": ("eyes-open", 30, 80)},
        turn={"tail": 12},
        ears=36,
        shift={"head": (0, 14), "leg-left": (9, 0), "leg-right": (-9, 0)},
        scale={"body": (0.9, 0.97)},
        above=("arm-left", "arm-right"),
        look=(0.2, -0.2),
    ),
    "calm": Pose(
        eyes=SHUT,
        ears=10,
        arms=12,
        shift={"head": (-3, 20)},
        turn={"head": -9, "body": -1.5, "tail": 9},
        scale={"body": (1.035, 0.955)},
        look=(-0.2, 0.3),
    ),
    "worried": Pose(
        lips=DOWN,
        reach={"arm-left": ("thing", 2, 6), "arm-right": ("thing", -2, -2)},
        turn={"head": -7, "body": -2},
        ears=22,
        shift={"head": (-2, 10)},
        look=(0.5, 0.3),
        above=("arm-left", "arm-right"),
    ),
    "tired": Pose(
        lips=ROUND,
        eyes=DOWN,
        ears=24,
        turn={"head": 11, "body": 2, "tail": 4, "ear-right": -6},
        shift={"head": (5, 19), "lips-round": (0, -4)},
        scale={"body": (1.035, 0.94), "lips-round": (1.25, 1.3)},
        arms=7,
        look=(0.2, 0.4),
    ),
    "curious": Pose(
        turn={"head": 8, "body": 3, "arm-right": -30, "arm-left": 12}, ears=-8, shift={"head": (7, -4)}, look=(0.8, 0.1)
    ),
    "proud": Pose(
        arms=10, ears=-5, shift={"head": (0, -17)}, scale={"body": (1.05, 1.07)}, turn={"tail": -14}, look=(0, -0.4)
    ),
    "lonely": Pose(
        lips=DOWN,
        reach={"arm-left": ("thing", 4, 30), "arm-right": ("thing", -4, 26)},
        eyes=DOWN,
        ears=24,
        turn={"head": -5, "body": -2},
        shift={"head": (-6, 10)},
        scale={"body": (0.97, 0.97)},
        look=(-0.7, 0.4),
        above=("arm-left", "arm-right"),
    ),
    "missing-you": Pose(
        lips=LEVEL,
        reach={"arm-left": ("thing", 4, 22), "arm-right": ("thing", -4, 16)},
        ears=24,
        turn={"head": -5, "body": -2},
        shift={"head": (-6, 8)},
        scale={"body": (0.97, 0.97)},
        look=(-0.8, -0.1),
        above=("arm-left", "arm-right"),
    ),
    "surprised": Pose(
        lips=ROUND,
        arms=50,
        ears=-10,
        shift={"head": (0, -16)},
        scale={"body": (0.98, 1.07), "eyes-open": (1.24, 1.24)},
        look=(0, -0.1),
    ),
}
POSES |= {name: replace(POSES[name], feels=name) for name in POSE_OF.values()}


def from_the_back(art: str) -> tuple[str, str] | None:
    """Whose back the picture of this name shows, and the name of the pose; None for a picture of nobody's back.

    >>> from_the_back("fox-away-resting"), from_the_back("fox-resting")
    (('fox', 'curled-up'), None)
    """
    name, found, asleep = art.partition(AWAY)
    poses = {"": "turned-away", RESTING: CURLED_UP}
    return (name, poses[asleep]) if found and asleep in poses else None


def facing(pose: Pose, look: Point) -> Pose:
    """The pose with the face turned there, -1 to 1 to the right and down: seen from the side a face is narrower."""
    across, down = look
    wide = {name: 1 - NARROWER * abs(across) for name in FACE}
    wide["ear-right" if across > 0 else "ear-left"] = 1 - EAR * abs(across)
    turn = {"body": LEAN * across, "head": TILT * across}
    return replace(
        pose,
        look=(pose.look[0] + across, pose.look[1] + down),
        turn=pose.turn | {name: pose.turn.get(name, 0) + angle for name, angle in turn.items()},
        shift=pose.shift | {"head": _sum(pose.shift.get("head", (0, 0)), (HEAD[0] * across, HEAD[1] * down))},
        scale=pose.scale | {name: _by(pose.scale.get(name, (1, 1)), share) for name, share in wide.items()},
    )


def _sum(one: Point, other: Point) -> Point:
    return one[0] + other[0], one[1] + other[1]


def _by(scale: Point, share: float) -> Point:
    return scale[0] * share, scale[1]
