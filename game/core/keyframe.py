"""How things stand at a moment of a little story: the companion, what it holds, what it has laid down.

Plain frozen values: no clock, no files, no pygame. All places are in design units.
"""

from msgspec import Struct

from game.core.poses import POSES
from game.core.puppet import Pose
from game.core.road import Road


class Laid(Struct, frozen=True):
    """One of the companion's own things where it was laid down: its lower edge's middle; `size` as a Keyframe's."""

    what: str
    x: float
    y: float
    size: float = 1


class Keyframe(Struct, frozen=True):
    """How things stand when a beat is done, `at` seconds after the story's beginning, `until` the next one begins.

    `x`, `y` is where the feet are, `walked` whether they walked there, by the `way`, or straight where that is ();
    `size` is 1 for the companion that waits.
    `thought` is a word of THOUGHTS, a feeling or a spot, "" for none; `thin`: it hangs there faintly. `wears`: its
    scarf is round its neck. `fades`: it is not seen on its way there. `opened` are the spots that have changed because
    it came there, or under its paw.
    """

    at: float
    until: float
    x: float
    y: float
    size: float = 1
    pose: Pose = POSES["sitting"]
    holds: str = ""
    laid: tuple[Laid, ...] = ()
    thought: str = ""
    thin: bool = False
    walked: bool = False
    wears: bool = False
    fades: bool = False
    opened: tuple[str, ...] = ()
    way: Road = ()
