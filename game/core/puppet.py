"""A paper puppet: the parts of a companion, and a pose, which turns and shifts them.

Plain frozen values, the same for every companion: no clock, no files, no pygame. Angles are in degrees, clockwise as in
SVG; places are in the units of the puppet's own drawing, in which it is some 400 high. Where each part lies in a pose
is `assembly.py`'s; the poses themselves are in `poses.py`.
"""

from msgspec import Struct
from msgspec.structs import replace

LOOKING, RESTING = "-looking", "-resting"  # how the names of a companion's two pictures end: awake, and asleep
QUIET = "-quiet"  # how the name of a picture ends that is shown in the quiet look instead of another one
AWAY = "-away"  # and how it is called where it is seen from behind, as a puppet alone
PARTS = (  # from the lowest to the topmost; a companion may leave some out
    *("tail", "body", "leg-left", "leg-right", "thing", "arm-left", "arm-right"),
    *("scarf", "ear-left", "ear-right", "head", "mouth"),
    *("lips-easy", "lips-level", "lips-down", "lips-round", "lips-wide"),
    *("eyes-open", "eyes-shut", "eyes-down"),
)
FACE = PARTS[PARTS.index("mouth") :]  # what a head that is seen from behind has not
BACK = ("body", "head", "ear-left", "ear-right")  # what has a back of its own
ARMS = ("arm-left", "arm-right")
LIMBS = (*ARMS, "leg-left", "leg-right")  # what lies behind a body that is seen from behind
OPEN, SHUT, DOWN = "open", "shut", "down"
EASY, LEVEL, ROUND, WIDE = "easy", "level", "round", "wide"  # the line of a mouth; it goes DOWN, too

SIDES = {"left": "right", "right": "left"}

Point = tuple[float, float]


class Part(Struct, frozen=True):
    """A piece of paper: it turns about `pivot`, is pinned to the part `on` ("": to nothing), and lies `lift` above it.

    `tip` is the middle of a hand, None for what has none; `holds` is where the pin of an arm is while it holds
    something before the belly, None where it stays where it is.
    """

    name: str
    pivot: Point
    on: str = ""
    lift: int = 0
    tip: Point | None = None
    holds: Point | None = None


class Puppet(Struct, frozen=True):
    """The parts of a companion, from the lowest to the topmost. A puppet may leave parts out, such as ears.

    `away`: whatever it does, it is seen from behind. `feels` says by how much it must move more or less in a feeling
    than the others, so that each of its feelings weighs the same.
    """

    name: str
    parts: tuple[Part, ...]
    away: bool = False
    feels: dict[str, float] = {}


class Pose(Struct, frozen=True):
    """How a puppet holds itself: turns of its parts in degrees, shifts in units, scales; the same for every companion.

    `arms` and `ears` turn both sides outwards. `eyes` and `lips`, the line of the mouth, name what is seen of several
    that lie in one place. `look` is where the face turns, -1 to 1 to the right and down.
    `above` are parts that lie over all others, `below` those under all others, `behind` those seen from behind; `holds`
    says whether the thing is seen, `hugs` that arms hold something, `wears` whether the scarf is seen. `reach` leads
    a hand to a place on another part, so many units to the right of its pin and below it: long and short arms all come
    there, and an arm stays as it is turned where there is no such part. `feels` is the feeling that it shows, "" for
    none. `sways` are parts that go to and fro in it, so many degrees to each
    side, or units where they reach somewhere.
    """

    turn: dict[str, float] = {}
    shift: dict[str, Point] = {}
    scale: dict[str, Point] = {}
    arms: float = 0
    ears: float = 0
    look: Point = (0, 0)
    eyes: str = OPEN
    lips: str = EASY
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    holds: bool = False
    hugs: bool = False
    wears: bool = False
    reach: dict[str, tuple[str, float, float]] = {}
    feels: str = ""
    sways: dict[str, float] = {}


def from_behind(pose: Pose) -> Pose:
    """The same pose, turned away from the child: no face is seen, and what the hands do is before it. One that shows no
    face stays as it is.
    """
    return pose if "head" in pose.behind else replace(pose, behind=BACK, below=LIMBS, above=("tail",))


def mirrored(pose: Pose) -> Pose:
    """The same pose to the other side: what turned to the right turns to the left."""
    return replace(
        pose,
        turn={_other(name): -angle for name, angle in pose.turn.items()},
        shift={_other(name): (-x, y) for name, (x, y) in pose.shift.items()},
        scale={_other(name): scale for name, scale in pose.scale.items()},
        look=(-pose.look[0], pose.look[1]),
        above=tuple(map(_other, pose.above)),
        below=tuple(map(_other, pose.below)),
        behind=tuple(map(_other, pose.behind)),
        reach={_other(name): (_other(to), -right, down) for name, (to, right, down) in pose.reach.items()},
        sways={_other(name): -angle for name, angle in pose.sways.items()},
    )


def _other(name: str) -> str:
    """The part of the other side; what is in the middle is its own other."""
    kind, _, side = name.partition("-")
    return f"{kind}-{SIDES[side]}" if side in SIDES else name
