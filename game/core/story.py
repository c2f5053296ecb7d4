"""A little story: what the companion plays on arrival, in a few beats, and how things stand after each of them.

Pure: words, places and seconds; no clock, no files, no pygame. All places are in design units.
"""

from collections.abc import Collection
from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from game.core.poses import POSES
from game.core.puppet import DOWN, OPEN, Point, Pose
from game.core.table import Ground

LONGEST = 8.0  # seconds that a story lasts at the most
SPEED = 260.0  # design units a second
AFTER_WALK = 0.1  # seconds that it stands before the next beat
LASTS = {  # seconds on the way to what a beat shows, and seconds in which it is seen
    "carry": (0.6, 0.2),
    "think": (0.6, 1.0),
    "look": (0.4, 0.4),
    "feel": (0.9, 0.6),
    "pose": (0.9, 0.6),
}
BEATS = ("walk", *LASTS, "wait")
SHOWN = ("carry", "think", "feel", "pose")  # beats that show what their word names
HOME, NOTHING, CHILD = "home", "nothing", "child"
CARRIED = ("acorn", "scarf", "knot")  # the companion's own things, by their pictures; a knot is the scarf, tangled
THOUGHTS = {**{name: name for name in CARRIED}, "cloud": "little-cloud", "gate": "open-gate"}
LOOKS: dict[str, Point] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1), CHILD: (0, 0)}
FEELINGS = ("happy", "sad", "angry", "scared", "calm", "worried", "tired", "curious", "proud", "surprised")
STORY_POSES = ("sitting", "wondering", "hiding", "turned-away", "waving", "holding-on", "resting")
FEWEST = 3  # feelings that the step offers, which can pass over the companion in one story: fewer would be favoured
FEET = 0.415  # so many of its widths below the middle of its picture are the companion's feet
EDGE = 90  # half a companion: it stands so far inside a wide spot
FRONT = 10  # so far above a spot's lower edge are the feet
HEAD = 105  # and so far above its feet the companion's eyes
DOWNWARDS = 0.7  # from here on a look down lowers the lids


class Beat(Struct, frozen=True, omit_defaults=True):
    """One thing that the companion does: `do` is one of BEATS, `what` the word after it, `seconds` those of a wait."""

    do: str
    what: str = ""
    seconds: float = 0


Story = tuple[Beat, ...]


class Stage(Struct, frozen=True):
    """Where a story is played: the place of the companion's feet while it waits, and all spots of the scene."""

    x: float
    y: float
    grounds: tuple[Ground, ...] = ()


class Laid(Struct, frozen=True):
    """One of the companion's own things where it was laid down: the middle of its lower edge."""

    what: str
    x: float
    y: float


class Keyframe(Struct, frozen=True):
    """How things stand when a beat is done, `at` seconds after the story's beginning, `until` the next one begins.

    `x`, `y` is where the feet are, `walked` whether they walked there; `thought` is a word of THOUGHTS, a feeling or a
    spot, "" for none.
    """

    at: float
    until: float
    x: float
    y: float
    pose: Pose = POSES["sitting"]
    holds: str = ""
    laid: tuple[Laid, ...] = ()
    thought: str = ""
    walked: bool = False


def keyframes(story: Story, stage: Stage) -> tuple[Keyframe, ...]:
    """From the companion as it waits to the companion as it waits again: at its place, with nothing in its paws."""
    start = Keyframe(0, 0, stage.x, stage.y)
    frames = [start]
    for beat in story:
        frames.append(_after(frames[-1], beat, stage))
    return (*frames, *_home_again(frames[-1], start))


def seconds(story: Story, stage: Stage) -> float:
    """How long the story lasts on this stage, the way home included."""
    return keyframes(story, stage)[-1].until


def stage(x: float, y: float, width: float, grounds: tuple[Ground, ...]) -> Stage:
    """The stage for a companion whose picture lies there, so wide."""
    return Stage(x, y + FEET * width, grounds)


def favours(story: Story, offered: Collection[str], grounds: tuple[Ground, ...]) -> tuple[Beat, ...]:
    """The beats that show a picture with one of these names, which the child is to choose from.

    Feelings pass over the companion's own body: one or two of those that are offered would be favoured, more are not.
    """
    signs = {ground.name: ground.sign for ground in grounds}
    shown = [b for b in story if b.do in SHOWN and {b.what, THOUGHTS.get(b.what), signs.get(b.what)} & {*offered}]
    felt = {beat.what for beat in shown if beat.do == "feel"}
    return tuple(beat for beat in shown if beat.do != "feel" or len(felt) < FEWEST)


def _after(frame: Keyframe, beat: Beat, stage: Stage) -> Keyframe:
    """How things stand after this beat. A thought goes with the next beat; only in a wait it stays."""
    if beat.do == "wait":
        return replace(frame, at=frame.until, until=frame.until + beat.seconds)
    frame = replace(frame, thought="", walked=False)
    match beat.do:
        case "walk":
            return _walked(frame, *_place(beat.what, frame, stage))
        case "carry":
            done = _taken(frame, beat.what) if beat.what in CARRIED else _laid_down(frame, stage)
        case "think":
            done = replace(frame, thought=beat.what, pose=POSES["wondering"])
        case "look":
            done = replace(frame, pose=_looking(*_direction(beat.what, frame, stage)))
        case _:
            done = replace(frame, pose=POSES[beat.what])
    there, seen = LASTS[beat.do]
    return replace(done, at=frame.until + there, until=frame.until + there + seen)


def _walked(frame: Keyframe, x: float, y: float) -> Keyframe:
    there = frame.until + hypot(x - frame.x, y - frame.y) / SPEED
    return replace(frame, at=there, until=there + AFTER_WALK, x=x, y=y, pose=POSES["sitting"], walked=True)


def _taken(frame: Keyframe, what: str) -> Keyframe:
    """It takes the thing up, from the ground where it lies there; what it holds already it puts away."""
    return replace(frame, holds=what, laid=tuple(laid for laid in frame.laid if laid.what != what))


def _laid_down(frame: Keyframe, stage: Stage) -> Keyframe:
    """What it holds lies at its feet; in the vessel, where it stands before one."""
    if not frame.holds:
        return frame
    vessels = [g for g in stage.grounds if g.vessel and (frame.x, frame.y) == _in_front(g, frame)]
    x, y = (vessels[0].x, vessels[0].y) if vessels else (frame.x + EDGE * 0.7, frame.y + FRONT)
    return replace(frame, holds="", laid=(*frame.laid, Laid(frame.holds, x, y)))


def _home_again(last: Keyframe, start: Keyframe) -> tuple[Keyframe, ...]:
    """Everything is as it was before."""
    walked = (_walked(replace(last, thought=""), start.x, start.y),) if (last.x, last.y) != (start.x, start.y) else ()
    begins = walked[-1].until if walked else last.until
    there = begins + LASTS["carry"][0]
    return (*walked, replace(start, at=there, until=there))


def _place(what: str, frame: Keyframe, stage: Stage) -> Point:
    """Where the feet go: home, or to a spot; where there is none, nowhere."""
    ground = _ground(what, stage)
    if ground is not None:
        return _in_front(ground, frame)
    return (stage.x, stage.y) if what == HOME else (frame.x, frame.y)


def _in_front(ground: Ground, frame: Keyframe) -> Point:
    """The nearest place at a spot's lower edge; in a narrow one its middle."""
    room = max(0.0, ground.width / 2 - EDGE)
    x = max(ground.x - room, min(ground.x + room, frame.x))
    return x, ground.y + max(0.0, ground.height / 2 - FRONT)


def _direction(what: str, frame: Keyframe, stage: Stage) -> Point:
    """Where the face turns, -1 to 1 to the right and down."""
    ground = _ground(what, stage)
    if ground is None:
        return LOOKS.get(what, LOOKS[CHILD])
    across, down = ground.x - frame.x, ground.y - (frame.y - HEAD)
    far = hypot(across, down) or 1
    return across / far, down / far


def _looking(across: float, down: float) -> Pose:
    lids = DOWN if down > DOWNWARDS else OPEN
    return Pose(look=(across, down), eyes=lids, turn={"head": 3 * across}, shift={"head": (0, 6 * down)})


def _ground(name: str, stage: Stage) -> Ground | None:
    return next((ground for ground in stage.grounds if ground.name == name), None)
