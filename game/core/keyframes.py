"""How things stand in a little story after each of its beats, on a stage: what is seen between two of them is between.

Pure: places and seconds; no clock, no files, no pygame. All places are in design units.
"""

from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from game.core.companion import STEP, STRIDE
from game.core.hold import HOLDS
from game.core.poses import POSES
from game.core.puppet import Point, Pose
from game.core.road import Road, length
from game.core.seating import cells
from game.core.story import (
    ACORN,
    AT_HAND,
    BAG,
    BESIDE_IT,
    BURR,
    CARRIED,
    HOME,
    LASTS,
    LONGEST,
    NOTHING,
    PAPER,
    PEBBLE,
    RUBBING,
    STAYS,
    WORN,
    WRAPPED,
    Beat,
    Story,
    stays,
)
from game.core.story_looks import looking, stroking, wondering
from game.core.story_stage import Stage, feet_at, goal, path_to, size_at, spot_of
from game.core.table import Spot

SPEED, SLOWLY = 420.0, 150.0  # design units a second, at the most; the same over what it has spread
LEAST = 0.25  # seconds for a walk, however short: one step
AFTER_WALK, ARRIVED = 0.1, 1.2  # seconds that it stands before the next beat; where it has come at the end
DRIFT, FARTHEST, AFTER_DRIFT = 280.0, 1.3, 0.3  # units a second of what is sent; seconds at the most, and seen there
BESIDE, AT_ITS_FEET, LOWER = 80, 44, 12  # so far from its feet it lays something: in a spot, elsewhere; and down
LARGER = {"spread": 1.9, "hang": 1.5}  # so much larger is what lies spread over a whole spot, and what is hung up
APART = (-100, 0, 190)  # from the first place at its feet, where there are several of a kind
IN_VESSEL, SUNK = 76, 34  # from one thing in a vessel to the next; so far down it goes where things sink in
FORWARD = 0.6  # seconds in which it comes to the front


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


def keyframes(story: Story, stage: Stage) -> tuple[Keyframe, ...]:
    """From the companion as it waits to the companion as it waits again: at its place, with nothing in its paws, unless
    it stays. What it has laid down lies there still: it is seen what this page is about. It walks as calmly as there is
    time.
    """
    calmly, quickly = (_played(story, stage, calm) for calm in (1.0, 0.0))
    slow, quick = calmly[-1].until, quickly[-1].until
    if slow <= LONGEST or quick >= LONGEST:
        return calmly if slow <= LONGEST else quickly
    return _played(story, stage, (LONGEST - quick) / (slow - quick))


def _played(story: Story, stage: Stage, calm: float) -> tuple[Keyframe, ...]:
    """The same with walks so calm: 0 as quick as they can be, 1 as on the child's road."""
    stage = replace(stage, calm=calm)
    start = Keyframe(0, 0, stage.x, stage.y)
    comes = replace(start, at=FORWARD, until=FORWARD, walked=(stage.x, stage.y) != stage.front)
    frames = [start, _with_its_own(story, _in_place(comes, *stage.front, stage))]
    by_paw = {beat.what for beat in story if beat.do == "touch"}
    for beat in story:
        after = _after(frames[-1], beat, stage)
        opens = beat.do == "touch" or (beat.do == "walk" and beat.what not in by_paw)
        frames.append(_opened(after, beat.what, stage) if opens else after)
    return tuple(frames) if stays(story) else (*frames, *_home_again(frames[-1], start, stage))


def story_seconds(story: Story, stage: Stage) -> float:
    """How long the story lasts on this stage at the least, the way home included."""
    return round(_played(story, stage, 0)[-1].until, 3)


def seconds_of_beats(story: Story, stage: Stage) -> tuple[float, ...]:
    """How long each beat lasts at the least; behind them, what is left: it comes to the front, and goes home."""
    ends = [frame.until for frame in _played(story, stage, 0)]
    begun, *done = ends[1 : 2 + len(story)]
    beats = [end - before for before, end in zip((begun, *done), done, strict=False)]
    return (*beats, ends[-1] - sum(beats))


def moments(story: Story, stage: Stage) -> tuple[float, ...]:
    """When each beat is seen best, in seconds after the story's beginning, and at last how things stand after it."""
    frames = keyframes(story, stage)
    return (*((frame.at + frame.until) / 2 for frame in frames[2 : 2 + len(story)]), frames[-1].until)


def _with_its_own(story: Story, frame: Keyframe) -> Keyframe:
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


def _after(frame: Keyframe, beat: Beat, stage: Stage) -> Keyframe:
    """How things stand after this beat. A thought stays until the companion thinks of something else, looks or goes."""
    goes = beat.do == "think" or (beat.do in ("walk", "send", "look", "stay") and frame.thought != STAYS)
    frame = replace(frame, walked=False, way=(), thought="" if goes else frame.thought, thin=frame.thin and not goes)
    if beat.do == "walk":
        speed = SLOWLY if beat.what != HOME and _on_what_is_spread(frame, stage) else SPEED
        return _walked(frame, *goal(beat.what, (frame.x, frame.y), stage), stage, speed)
    if beat.do == "send":
        return _sent(frame, beat.what, stage)
    lets_go = beat == Beat("think", NOTHING)
    there, seen = LASTS["carry"] if lets_go else LASTS.get(beat.do, (0, beat.seconds))
    return replace(_done(frame, beat, stage), at=frame.until + there, until=frame.until + there + seen)


def _done(frame: Keyframe, beat: Beat, stage: Stage) -> Keyframe:
    """The same after this beat, whenever that is."""
    match beat.do:
        case "carry":
            return _taken(frame, beat.what) if beat.what in CARRIED else _laid_down(frame, stage)
        case "pose" if beat.what == RUBBING:
            return replace(frame, pose=POSES[RUBBING], thin=True)
        case "think" if beat.what != NOTHING:
            return replace(frame, thought=beat.what, pose=wondering(beat.what, (frame.x, frame.y), stage))
        case "look":
            return replace(frame, pose=looking(beat.what, (frame.x, frame.y), stage))
        case "touch":
            return replace(frame, pose=stroking(beat.what, frame.x, stage))
        case "feel" | "pose":
            return replace(frame, pose=POSES[beat.what])
    return frame


def _walked(frame: Keyframe, x: float, y: float, stage: Stage, speed: float = SPEED) -> Keyframe:
    way = path_to((frame.x, frame.y), (x, y), stage)
    far, size = length(way), (frame.size + size_at(y, stage)) / 2
    quick = max(far / speed, LEAST) if far >= 1 else 0
    calm = max(quick, far * STEP / (STRIDE * size * stage.width))
    there = frame.until + quick + (calm - quick) * stage.calm
    frame = replace(frame, at=there, until=there + AFTER_WALK, pose=POSES["sitting"], walked=True, way=way)
    return _in_place(frame, x, y, stage)


def _on_what_is_spread(frame: Keyframe, stage: Stage) -> bool:
    """True where it sets out over its own thing, which lies open at a rough place."""
    spread = (spot for spot in stage.spots if HOLDS[spot.hold].opens)
    here = next((spot for spot in spread if (frame.x, frame.y) == feet_at(spot, frame.x, stage)), None)
    return here is not None and any(abs(laid.x - here.x) <= here.width / 2 for laid in frame.laid)


def _opened(frame: Keyframe, what: str, stage: Stage) -> Keyframe:
    """The same with this spot changed, where nothing can be laid: once it has come there, or once its paw is done."""
    spot = spot_of(what, stage)
    return replace(frame, opened=tuple(dict.fromkeys((*frame.opened, what)))) if spot and spot.opens else frame


def _sent(frame: Keyframe, what: str, stage: Stage) -> Keyframe:
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
    gone = Laid(last.what, x, y, _in_place(frame, x, y, stage).size * LARGER.get(spot.hold, 1))
    pose = looking(what, (frame.x, frame.y), stage)
    return replace(frame, at=there, until=there + AFTER_DRIFT, pose=pose, laid=(gone, *others))


def _in_place(frame: Keyframe, x: float, y: float, stage: Stage) -> Keyframe:
    """The same with the feet there: what is further away is smaller, and to play the companion has come near."""
    return replace(frame, x=x, y=y, size=size_at(y, stage))


def _taken(frame: Keyframe, what: str) -> Keyframe:
    """It takes the thing from where it lies, or the scarf from its neck; what it holds it puts away, the scarf on."""
    wears = what not in WORN and (frame.wears or frame.holds in WORN)
    others = tuple(laid for laid in frame.laid if laid.what not in (what, WRAPPED.get(what)))
    if what == PEBBLE:  # there are several: the next one that lies at its feet, else one that it has with it
        near = [laid for laid in frame.laid if laid.what == PEBBLE and laid.x == frame.x - BESIDE * frame.size]
        others = tuple(laid for laid in frame.laid if laid not in near)
    thought = "" if what == STAYS else frame.thought
    return replace(frame, holds=what, wears=wears, laid=others, thought=thought)


def _laid_down(frame: Keyframe, stage: Stage) -> Keyframe:
    """What it holds lies beside it, further in the spot where it stands; in the vessel, where it stands before one."""
    if not frame.holds:
        return frame
    here = _spot_here(frame, stage)
    if here is not None and (here.vessel or here.inside):
        x, y = _in_vessel(here, frame)
    else:
        aside = AT_ITS_FEET if here is None else BESIDE if here.x >= frame.x else -BESIDE
        x, y = frame.x + aside * frame.size, frame.y + LOWER
    size = frame.size * (LARGER.get(here.hold, 1) if here else 1)
    return replace(frame, holds="", laid=(*frame.laid, Laid(frame.holds, x, y, size)))


def _spot_here(frame: Keyframe, stage: Stage) -> Spot | None:
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


def _home_again(last: Keyframe, start: Keyframe, stage: Stage) -> tuple[Keyframe, ...]:
    """It waits as it did before; what lay at its feet lies there again. Where it has walked to at the end it is seen,
    not on its way back; what it brought to a place in which things sink is left there.
    """
    away = (last.x, last.y) != stage.front
    ends = replace(last, at=last.until, until=last.until + ARRIVED, walked=False)
    thought = last.thought if last.thought == STAYS else ""
    walked = ends if last.walked else _walked(replace(last, thought=thought), *stage.front, stage)
    there = (walked.until if away else last.until) + FORWARD
    fades = away and last.walked
    goes = not fades and (start.x, start.y) != stage.front
    here = _spot_here(last, stage) if last.walked and last.holds != BAG else None
    leaves = last.holds in AT_HAND or (here is not None and here.hold == "sink")
    laid = _laid_down(walked, stage).laid if leaves else last.laid
    home = replace(start, at=there, until=there, laid=laid, walked=goes, fades=fades, opened=last.opened)
    return (walked, home) if away else (home,)
