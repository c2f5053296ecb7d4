"""A little story at a moment: where the companion is, how it holds itself, what lies on the ground, what it thinks of.

A pure function of time: no clock, no files, no pygame. The same for every companion; at its end all is as it was, but
that what it has laid down lies there.
"""

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from game.core.feelings import FEELINGS
from game.core.keyframe import Keyframe, Laid
from game.core.keyframes import FORWARD, keyframes
from game.core.poses import POSES
from game.core.puppet import Pose
from game.core.road import Road, at, is_wet, length
from game.core.story import BAG, LONGEST, Story
from game.core.story_stage import Stage
from game.play.companion import hugging
from game.play.gait import Gait, gait, leap
from game.play.motion import on_the_beat
from game.play.stance import ease, wave

OPENS = 0.6  # seconds in which what stands on a spot changes
FADE, CROSS_FADE = 0.6, 0.16  # seconds in which a thought goes; from one pose to another where nothing moves


LOOKS_DOWN = 0.35  # of the way, at what it holds
SWAY = 0.9  # seconds to and fro
THIN = 0.4  # how strong what hangs over it faintly is


class Standing(Struct, frozen=True):
    """The companion: its feet at `x`, `y`, so much of its `size` at home, `share` of the way between two poses.

    A pose None is the one in which it waits. What it `holds` is seen with the strength `grasp`. `walks`: it is on its
    way on foot.
    """

    x: float
    y: float
    size: float
    before: Pose | None = None
    after: Pose | None = None
    share: float = 1
    holds: str = ""
    grasp: float = 1
    strength: float = 1
    walks: Gait | None = None


class StoryMoment(Struct, frozen=True):
    """All that is seen of a story: the companion, twice in a cross-fade; things on the ground; a thought; its feelings
    with how strongly; what it has opened, the spots with how far.
    """

    standing: tuple[Standing, ...]
    lies: tuple[Laid, ...] = ()
    thought: str = ""
    thinks: float = 0
    feels: tuple[tuple[str, float], ...] = ()
    opened: tuple[tuple[str, float], ...] = ()


def lasts(story: Story, stage: Stage) -> float:
    """Seconds in which the story is over: never more than LONGEST."""
    return min(LONGEST, _frames(story, stage)[-1].until)


def moment(story: Story, stage: Stage, t: float, still: bool = False) -> StoryMoment:
    """What is seen `t` seconds after the story's beginning. `still`: nothing moves, one picture fades into the next."""
    frames = _frames(story, stage)
    at = on_the_beat(t) * max(1, frames[-1].until / LONGEST)
    number = next((n for n, frame in enumerate(frames) if at < frame.until), len(frames) - 1)
    before, after = frames[max(0, number - 1)], frames[number]
    since = at - before.until
    way = after.at - before.until
    share = ease(min(1.0, since / way)) if way > 0 else 1.0
    fades = FORWARD if after.fades else CROSS_FADE if still else 0
    standing = _faded(before, after, since / fades) if fades else (_moved(before, after, since, stage),)
    lies, thought = _lying(before, after, share, still), _thinking(before, after, since, share)
    return StoryMoment(standing, lies, *thought, _feeling(before, after, share), _opened(frames, after.opened, at))


@lru_cache(8)
def _frames(story: Story, stage: Stage) -> tuple[Keyframe, ...]:
    return keyframes(story, stage)


def _feeling(before: Keyframe, after: Keyframe, share: float) -> tuple[tuple[str, float], ...]:
    """What it feels, on the way from one feeling to the next both; nothing for a pose that is none."""
    if before.pose == after.pose:
        share = 1.0
    shares = ((before.pose, 1 - share), (after.pose, share))
    return tuple((pose.feels, far) for pose, far in shares if far and pose.feels in FEELINGS)


def _opened(frames: tuple[Keyframe, ...], opened: tuple[str, ...], at: float) -> tuple[tuple[str, float], ...]:
    """How far each of these spots has changed: it has when a paw is done with it, it begins when somebody has come."""
    first = {name: next(frame for frame in frames if name in frame.opened) for name in opened}
    begun = {name: frame.at - (0 if frame.walked else OPENS) for name, frame in first.items()}
    return tuple((name, min(1.0, (at - then) / OPENS)) for name, then in begun.items() if at > then)


def _faded(before: Keyframe, after: Keyframe, share: float) -> tuple[Standing, ...]:
    """At once there, and out of one pose into the other."""
    share = min(1.0, share)
    old, new = (_stands(frame) for frame in (before, after))
    return (new,) if share == 1 or old == new else (replace(old, strength=1 - share), replace(new, strength=share))


def _lying(before: Keyframe, after: Keyframe, share: float, still: bool) -> tuple[Laid, ...]:
    """What it has laid down comes and goes in the middle of the gesture; what it sends is on its way."""
    stays = {*before.laid} & {*after.laid}
    was, comes = ({laid.what: laid for laid in frame.laid if laid not in stays} for frame in (before, after))
    done = round(share) if still else share
    there = before.laid if share < 0.5 else after.laid
    return tuple(
        laid if laid in stays else _on_its_way(was.get(laid.what, laid), comes.get(laid.what, laid), done)
        for laid in there
    )


def _on_its_way(before: Laid, after: Laid, share: float) -> Laid:
    pairs = (before.x, after.x), (before.y, after.y), (before.size, after.size)
    x, y, size = (a + (b - a) * share for a, b in pairs)
    return replace(after, x=x, y=y, size=size)


def _stands(frame: Keyframe) -> Standing:
    pose = _held(frame.pose, frame)
    return Standing(frame.x, frame.y, frame.size, pose, pose, holds=frame.holds)


def _moved(before: Keyframe, after: Keyframe, since: float, stage: Stage) -> Standing:
    """On the way from one keyframe to the next. On foot it goes evenly, holding what it holds."""
    way = after.at - before.until
    even = min(1.0, since / way) if way > 0 else 1.0
    share = even if after.walked else ease(even)
    path = _way(before, after)
    x, y = at(path, share * length(path))
    size = before.size + (after.size - before.size) * share
    near = before if share < 0.5 else after
    grasp = 1.0 if before.holds == after.holds else abs(2 * share - 1)
    aside = wave(before.until + since, SWAY)
    poses = _held(before.pose, before, aside), _held(after.pose, after, aside)
    standing = Standing(x, y, round(size, 2), *poses, share, near.holds, grasp)
    if not after.walked or share == 1:
        return standing
    return replace(standing, size=size, walks=_walking(before, after, share, stage))


def _walking(before: Keyframe, after: Keyframe, share: float, stage: Stage) -> Gait:
    """How it walks where it has done this share of its way; over water it leaps."""
    way, side = _way(before, after), -1 if after.x < before.x else 1
    widths = before.size * stage.width, after.size * stage.width
    if is_wet(way, stage.water):
        return leap(way, share * length(way), min(widths), side)
    return gait(way, share * length(way), after.at - before.until, widths, side)


def _way(before: Keyframe, after: Keyframe) -> Road:
    return after.way or ((before.x, before.y), (after.x, after.y))


def _held(pose: Pose | None, frame: Keyframe, aside: float = 0) -> Pose | None:
    """The pose with the scarf round its neck where it wears it, and both hands on the thing that it holds before it,
    but for a hand that goes to and fro; what does is so far `aside`, -1 to 1.
    """
    if pose and pose.sways:
        pose = _swaying(pose, aside)
    if not frame.holds and not frame.wears:
        return None if pose == POSES["sitting"] else pose
    pose = replace(pose or POSES["sitting"], wears=frame.wears)
    if frame.holds in ("", BAG):
        return pose
    pose = pose if pose.sways else hugging(pose)
    return replace(pose, look=(pose.look[0], max(LOOKS_DOWN, pose.look[1])))


def _swaying(pose: Pose, aside: float) -> Pose:
    """The pose so far to one side: a hand that reaches somewhere is shifted, all else turns."""
    turn = {part: pose.turn.get(part, 0) + by * aside for part, by in pose.sways.items()}
    reach = {arm: (to, right + pose.sways.get(arm, 0) * aside, down) for arm, (to, right, down) in pose.reach.items()}
    return replace(pose, turn=pose.turn | turn, reach=reach)


def _thinking(before: Keyframe, after: Keyframe, since: float, share: float) -> tuple[str, float]:
    was, comes = (THIN if frame.thin else 1.0 for frame in (before, after))
    if after.thought == before.thought:
        return after.thought, was + (comes - was) * share if after.thought else 0.0
    if after.thought:
        return after.thought, comes * share
    return before.thought, was * max(0.0, 1 - since / FADE)
