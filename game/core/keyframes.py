"""How things stand in a little story after each of its beats, on a stage: what is seen between two of them is between.

Pure: places and seconds; no clock, no files, no pygame. All places are in design units. What lies where is
`story_things.py`'s.
"""

from msgspec.structs import replace

from game.core.companion import STEP, STRIDE
from game.core.keyframe import Keyframe
from game.core.poses import POSES
from game.core.road import length
from game.core.story import (
    AT_HAND,
    BAG,
    CARRIED,
    HOME,
    LASTS,
    LONGEST,
    NOTHING,
    RUBBING,
    STAYS,
    Beat,
    Story,
    stays,
)
from game.core.story_looks import looking, stroking, wondering
from game.core.story_stage import Stage, goal, path_to, size_at, spot_of
from game.core.story_things import laid_down, on_what_is_spread, sent, spot_here, taken_up, with_its_own

SPEED, SLOWLY = 420.0, 150.0  # design units a second, at the most; the same over what it has spread
LEAST = 0.25  # seconds for a walk, however short: one step
AFTER_WALK, ARRIVED = 0.1, 1.2  # seconds that it stands before the next beat; where it has come at the end
FORWARD = 0.6  # seconds in which it comes to the front


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
    frames = [start, with_its_own(story, _in_place(comes, *stage.front, stage))]
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


def _after(frame: Keyframe, beat: Beat, stage: Stage) -> Keyframe:
    """How things stand after this beat. A thought stays until the companion thinks of something else, looks or goes."""
    goes = beat.do == "think" or (beat.do in ("walk", "send", "look", "stay") and frame.thought != STAYS)
    frame = replace(frame, walked=False, way=(), thought="" if goes else frame.thought, thin=frame.thin and not goes)
    if beat.do == "walk":
        speed = SLOWLY if beat.what != HOME and on_what_is_spread(frame, stage) else SPEED
        return _walked(frame, *goal(beat.what, (frame.x, frame.y), stage), stage, speed)
    if beat.do == "send":
        return sent(frame, beat.what, stage)
    lets_go = beat == Beat("think", NOTHING)
    there, seen = LASTS["carry"] if lets_go else LASTS.get(beat.do, (0, beat.seconds))
    return replace(_done(frame, beat, stage), at=frame.until + there, until=frame.until + there + seen)


def _done(frame: Keyframe, beat: Beat, stage: Stage) -> Keyframe:
    """The same after this beat, whenever that is."""
    match beat.do:
        case "carry":
            return taken_up(frame, beat.what) if beat.what in CARRIED else laid_down(frame, stage)
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


def _opened(frame: Keyframe, what: str, stage: Stage) -> Keyframe:
    """The same with this spot changed, where nothing can be laid: once it has come there, or once its paw is done."""
    spot = spot_of(what, stage)
    return replace(frame, opened=tuple(dict.fromkeys((*frame.opened, what)))) if spot and spot.opens else frame


def _in_place(frame: Keyframe, x: float, y: float, stage: Stage) -> Keyframe:
    """The same with the feet there: what is further away is smaller, and to play the companion has come near."""
    return replace(frame, x=x, y=y, size=size_at(y, stage))


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
    here = spot_here(last, stage) if last.walked and last.holds != BAG else None
    leaves = last.holds in AT_HAND or (here is not None and here.hold == "sink")
    laid = laid_down(walked, stage).laid if leaves else last.laid
    home = replace(start, at=there, until=there, laid=laid, walked=goes, fades=fades, opened=last.opened)
    return (walked, home) if away else (home,)
