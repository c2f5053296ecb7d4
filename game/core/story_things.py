"""What becomes of the companion's own things in a little story: where each lies when it is taken, laid down or sent.

Pure: places; no clock, no files, no pygame. All places are in design units. When that is, `keyframes.py` says.
"""

from math import copysign, hypot

from msgspec.structs import replace

from game.core.hold import HOLDS
from game.core.keyframe import Keyframe, Laid
from game.core.puppet import Point
from game.core.seating import cells
from game.core.story import (
    ACORN,
    AT_HAND,
    BESIDE_IT,
    BURR,
    PAPER,
    PEBBLE,
    STAYS,
    WORN,
    WRAPPED,
    Story,
)
from game.core.story_looks import looking
from game.core.story_stage import Stage, feet_at, size_at, spot_of
from game.core.table import Spot

DRIFT, FARTHEST, AFTER_DRIFT = 280.0, 1.3, 0.3  # units a second of what is sent; seconds at the most, and seen there
BESIDE, AT_ITS_FEET, LOWER = 80, 44, 12  # so far from its feet it lays something: in a spot, elsewhere; and down
LARGER = {"spread": 1.9, "hang": 1.5}  # so much larger is what lies spread over a whole spot, and what is hung up
APART = (-100, 0, 190)  # from the first place at its feet, where there are several of a kind
IN_VESSEL, SUNK = 76, 34  # from one thing in a vessel to the next; so far down it goes where things sink in


def with_its_own(story: Story, frame: Keyframe) -> Keyframe:
    """What it takes in this story is seen to be its own from the beginning: the scarf round its neck, the acorn in its
    paws, or at its feet where it takes something else first, as the pebble is, and one more where it takes several; a
    burr clings to it; its paper figures are several.
    """
    takes = [beat.what for beat in story if beat.do == "carry"]
    frame = replace(frame, wears=not {*WORN}.isdisjoint(takes))
    if BURR in takes:
        return replace(frame, holds=BURR)
    if takes[:1] == [ACORN]:
        return replace(frame, holds=ACORN)
    x, y = frame.x - BESIDE * frame.size, frame.y + LOWER
    more = (Laid(PEBBLE, frame.x + BESIDE * frame.size, y, frame.size),) if takes.count(PEBBLE) > 1 else ()
    with_it = zip(BESIDE_IT, APART, strict=True) if PAPER in takes else ()
    others = (Laid(one, x + far * frame.size, y, frame.size) for one, far in with_it)
    return replace(frame, laid=(*more, *others, *(Laid(own, x, y, frame.size) for own in AT_HAND if own in takes)))


def sent(frame: Keyframe, what: str, stage: Stage) -> Keyframe:
    """What it has laid down last goes to that spot by itself, to the nearest place; the companion looks after it. Of
    several things the one before that goes next.
    """
    spot = spot_of(what, stage)
    if spot is None or not frame.laid:
        return frame
    *others, last = frame.laid
    left, top, width, height = spot.box
    room = min(spot.size, width) / 2
    x, y = min(max(last.x, left + room), left + width - room), min(max(last.y, top), top + height)
    x = _nearest_hook(spot, x) if spot.hold == "hang" else x
    there = frame.until + min(FARTHEST, hypot(x - last.x, y - last.y) / DRIFT)
    gone = Laid(last.what, x, y, size_at(y, stage) * LARGER.get(spot.hold, 1))
    pose = looking(what, (frame.x, frame.y), stage)
    return replace(frame, at=there, until=there + AFTER_DRIFT, pose=pose, laid=(gone, *others))


def taken_up(frame: Keyframe, what: str) -> Keyframe:
    """It takes the thing from where it lies, or the scarf from its neck; what it holds it puts away, the scarf on."""
    wears = what not in WORN and (frame.wears or frame.holds in WORN)
    others = tuple(laid for laid in frame.laid if laid.what not in (what, WRAPPED.get(what)))
    if what == PEBBLE:  # there are several: the next one that lies at its feet, else one that it has with it
        near = [laid for laid in frame.laid if laid.what == PEBBLE and laid.x == frame.x - BESIDE * frame.size]
        others = tuple(laid for laid in frame.laid if laid not in near)
    thought = "" if what == STAYS else frame.thought
    return replace(frame, holds=what, wears=wears, laid=others, thought=thought)


def laid_down(frame: Keyframe, stage: Stage) -> Keyframe:
    """What it holds lies beside it, further in the spot where it stands; in the vessel, where it stands before one."""
    if not frame.holds:
        return frame
    here = spot_here(frame, stage)
    if here is not None and (here.vessel or here.inside):
        x, y = _in_vessel(here, frame)
    else:
        aside = AT_ITS_FEET if here is None else BESIDE if here.x >= frame.x else -BESIDE
        x, y = frame.x + aside * frame.size, frame.y + LOWER
        x += copysign(IN_VESSEL * frame.size, aside) * sum((laid.x, laid.y) == (x, y) for laid in frame.laid)
    size = frame.size * (LARGER.get(here.hold, 1) if here else 1)
    return replace(frame, holds="", laid=(*frame.laid, Laid(frame.holds, x, y, size)))


def spot_here(frame: Keyframe, stage: Stage) -> Spot | None:
    return next((spot for spot in stage.spots if (frame.x, frame.y) == feet_at(spot, frame.x, stage)), None)


def _in_vessel(spot: Spot, frame: Keyframe) -> Point:
    """The next place in what stands here; on the companion's side where things sink in, on the nearest hook."""
    left, top, width, height = spot.box
    y = top + height - LOWER + (SUNK if spot.hold == "sink" else 0) if spot.inside else spot.y
    there = sum(laid.y == y for laid in frame.laid)
    if not spot.inside:
        return spot.x + IN_VESSEL * (there - 0.5), y
    if spot.hold == "hang":
        return _nearest_hook(spot, frame.x), y
    near = min(max(frame.x, left + IN_VESSEL), left + width - IN_VESSEL)
    return near + (IN_VESSEL if frame.x < spot.x else -IN_VESSEL) * there, y


def _nearest_hook(spot: Spot, x: float) -> float:
    return min((hook for hook, _ in cells(spot, spot.size or spot.box[2])), key=lambda hook: abs(hook - x))


def on_what_is_spread(frame: Keyframe, stage: Stage) -> bool:
    """True where it sets out over its own thing, which lies open at a rough place."""
    spread = (spot for spot in stage.spots if HOLDS[spot.hold].opens)
    here = next((spot for spot in spread if (frame.x, frame.y) == feet_at(spot, frame.x, stage)), None)
    return here is not None and any(abs(laid.x - here.x) <= here.width / 2 for laid in frame.laid)
