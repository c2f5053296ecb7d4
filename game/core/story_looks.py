"""Where a companion turns in a little story: to a spot of the scene, to a side, to the child.

Pure: poses and places in design units; no clock, no files, no pygame.
"""

from msgspec.structs import replace

from game.core.poses import POSES, facing
from game.core.puppet import DOWN, OPEN, Point, Pose, mirrored
from game.core.story import CHILD, LOOKS, MOON, STROKING
from game.core.story_stage import Stage, spot_of, towards

DOWNWARDS = 0.7  # from here on a look down lowers the lids


def looking(what: str, feet: Point, stage: Stage) -> Pose:
    """The pose that looks at this spot, or to this one of LOOKS, from where its feet are."""
    spot = spot_of(what, stage)
    across, down = LOOKS.get(what, LOOKS[CHILD]) if spot is None else towards(spot, *feet)
    return facing(Pose(eyes=DOWN if down > DOWNWARDS else OPEN), (across, down))


def wondering(what: str, feet: Point, stage: Stage) -> Pose:
    """The pose in which it thinks: of a place, it looks there; under the moon it sleeps."""
    if what == MOON:
        return POSES["resting"]
    pose, spot = POSES["wondering"], spot_of(what, stage)
    return facing(replace(pose, look=(0, 0)), towards(spot, *feet)) if spot else pose


def stroking(what: str, x: float, stage: Stage) -> Pose:
    """The pose of a paw that goes over what is at this spot, on whichever side of the companion that is."""
    spot = spot_of(what, stage)
    return mirrored(POSES[STROKING]) if spot and spot.x < x else POSES[STROKING]
