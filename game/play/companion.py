"""The companion by itself: it breathes, blinks, turns an ear, looks at what is touched, walks where it goes.

Pure but for the time it is handed: no pygame, no files, no clock. Everything comes back to the pose at rest; nothing
of it is kept, and nothing of it says that one picture is better than another.
"""

from math import cos, hypot, pi, sin

from msgspec.structs import replace

from game.core.assembly import Posed, blend, posed, rounded
from game.core.poses import POSES, facing
from game.core.puppet import SHUT, Point, Pose, Puppet
from game.play.gait import Gait
from game.play.stance import ease, wave
from game.play.walking import striding

SMALL_GESTURE = 0.6  # seconds from one pose to another, of a paw or a head
LOOK, LOOKS_FOR = 0.4, 2.5  # seconds to turn the face, and for which it stays with what was touched
FAR = 240  # design units away, where the face is turned wholly
SIDEWAYS = 0.85  # how far it turns at the most: it still faces the child
BODY_BREATH, BODY_RISE = 3.2, 0.02  # seconds for a breath, and how much higher the body is then
BREATH_STEPS = 4  # of a breath, each less than a pixel on most glass: few poses, so that a glass can keep them all
IN = 0.44  # the share of a breath that is breathing in
BLINK, BLINKS = 0.14, (4, 3)  # seconds with its eyes shut; at least so many from one to the next, and so many more
EAR, EARS, EAR_LASTS = 7, (8, 4), 0.9  # degrees; the same for an ear; seconds
TEETER, TEETERS = 2.6, 5  # seconds to one side and the other on a bumpy stone, and how many degrees at the most
HUGS = {"arm-left": ("thing", -64.0, 14.0), "arm-right": ("thing", 64.0, 14.0)}  # a paw on each side of what it holds
RAISED = 90  # degrees: a paw that is so high holds nothing
CLOSER = "sitting"  # the third time it only sits closer: who goes on touching is given no more for it
GREETINGS = ("looking-up", "waving", CLOSER)  # what a touch on it is answered with, one after the other
GREETING = 1.8  # seconds


class Companion:
    """One companion on one screen, at rest in "sitting". `still`: nothing moves by itself, and poses change at once.

    While it `carries` something its paws stay on it; `teeters` is how bumpy what it stands on is, 0 to 1.
    """

    def __init__(self, puppet: Puppet, still: bool = False):
        self.puppet, self._still, self.carries, self.teeters = puppet, still, False, 0.0
        self._look: tuple[Point, Point, float] = (0, 0), (0, 0), float("-inf")
        self._attentive_until = float("-inf")
        self._usual: Point = (0, 0)
        self._greeted: tuple[int, float] = 0, float("-inf")
        self._worn: tuple[str, str, float] = "sitting", "sitting", float("-inf")

    def face(self, direction: Point, now: float) -> None:
        """Where it looks when nothing is touched: -1 to 1 to the right and down."""
        self._usual = direction
        if now >= self._attentive_until:
            self._turn(direction, now)

    def wear(self, pose: str, now: float) -> None:
        """It holds itself so while nothing else is asked of it: a feeling that it wears, or "sitting"."""
        if pose != self._worn[1]:
            self._worn = self._worn[1], pose, now

    def attend(self, direction: Point, now: float) -> None:
        """Something is touched there: it looks at it for a while."""
        self._turn(direction, now)
        self._attentive_until = now + LOOKS_FOR

    def greet(self, now: float) -> None:
        """It is touched itself: it answers, each time a little otherwise. While it does, another touch is let be."""
        count, since = self._greeted
        if now - since >= GREETING:
            self._greeted = count + 1, now

    def moves(self, now: float) -> bool:
        """True while it turns or answers. Breaths and blinks do not count."""
        since = (self._look[2], LOOK), (self._greeted[1], GREETING), (self._worn[2], SMALL_GESTURE)
        return not self._still and any(now - begun <= lasts for begun, lasts in since)

    def posed(self, now: float, loops: bool = True, walked: Gait | None = None) -> Posed:
        """How it is seen now. `loops`: it lives by itself. `walked`: it is on its way."""
        look = self._looking(now)
        if walked is not None and not self._still:
            return rounded(posed(self.puppet, striding(self.puppet, self._pose("sitting"), walked)))
        found = self._wearing(look, now, loops and not self._still)
        greeting, share = self._greeting(now)
        if share and greeting != CLOSER:
            found = blend(found, posed(self.puppet, self._pose(greeting)), share)
        return rounded(found)

    def closer(self, now: float) -> float:
        """How far it has come closer just now, 0 to 1."""
        greeting, share = self._greeting(now)
        return share if greeting == CLOSER else 0.0

    def _greeting(self, now: float) -> tuple[str, float]:
        """What it answers with, and how far it has gone."""
        count, since = self._greeted
        share = _there_and_back(now - since) if now - since < GREETING and not self._still else 0.0
        return GREETINGS[(count - 1) % len(GREETINGS)], round(share, 3)

    def _wearing(self, look: Point, now: float, lives: bool) -> Posed:
        """As it holds itself while it waits, on the way from what it wore before."""
        before, after, since = self._worn
        share = 1.0 if self._still else ease((now - since) / SMALL_GESTURE)
        found = posed(self.puppet, self._living(self._pose(after), look, now, lives))
        if share == 1:
            return found
        return blend(posed(self.puppet, self._living(self._pose(before), look, now, lives)), found, share)

    def _pose(self, name: str) -> Pose:
        return self._hugged(POSES[name])

    def _hugged(self, pose: Pose) -> Pose:
        return hugging(pose) if self.carries else pose

    def _turn(self, direction: Point, now: float) -> None:
        before = self._looking(now)
        if direction != self._look[1]:
            self._look = before, direction, now

    def _looking(self, now: float) -> Point:
        """Where the face is turned now."""
        if now >= self._attentive_until and self._look[1] != self._usual:
            self._look = self._look[1], self._usual, max(self._attentive_until, self._look[2])
        before, after, since = self._look
        share = 1.0 if self._still else ease((now - since) / LOOK)
        return before[0] + (after[0] - before[0]) * share, before[1] + (after[1] - before[1]) * share

    def _living(self, pose: Pose, look: Point, now: float, lives: bool) -> Pose:
        """The pose with its small life: the face turned, a breath, a blink, an ear."""
        pose = facing(pose, look)
        if not lives:
            return pose
        wide, high = pose.scale.get("body", (1, 1))
        if self.teeters:
            pose = _teetering(pose, self.teeters * wave(now, TEETER))
        pose = replace(pose, scale=pose.scale | {"body": (wide, high * (1 + BODY_RISE * _breath(now)))})
        if _within(now, BLINKS, BLINK) is not None:
            pose = replace(pose, eyes=SHUT)
        if (ear := _within(now, EARS, EAR_LASTS)) is not None:
            pose = replace(pose, turn=pose.turn | {"ear-right": EAR * sin(pi * ear)})
        return pose


def hugging(pose: Pose) -> Pose:
    """The pose with both paws on what it holds, but for a paw that is raised."""
    hugs = {arm: to for arm, to in HUGS.items() if abs(pose.turn.get(arm, 0)) < RAISED}
    return replace(pose, reach=pose.reach | hugs, hugs=True, above=tuple(dict.fromkeys((*pose.above, *hugs))))


def direction(start: Point, end: Point) -> Point:
    """Where a face at the start turns to see the end: -1 to 1 to the right and down, never wholly away."""
    across, along = end[0] - start[0], end[1] - start[1]
    far = max(FAR, hypot(across, along))
    return SIDEWAYS * across / far, SIDEWAYS * along / far


def _teetering(pose: Pose, aside: float) -> Pose:
    """The pose on bumps: the body to one side, -1 to 1, and the head upright."""
    turns = {"body": TEETERS * aside, "head": -TEETERS * aside / 2}
    return replace(pose, turn=pose.turn | {part: pose.turn.get(part, 0) + turn for part, turn in turns.items()})


def _there_and_back(seconds: float) -> float:
    """How far a small gesture has gone: there, held, and back before GREETING is over."""
    return min(ease(seconds / SMALL_GESTURE), ease((GREETING - seconds) / SMALL_GESTURE))


def _breath(now: float) -> float:
    """0 when breathed out, 1 when breathed in; breathing out takes longer."""
    share = now / BODY_BREATH % 1
    full = (1 - cos(pi * share / IN)) / 2 if share < IN else (1 + cos(pi * (share - IN) / (1 - IN))) / 2
    return round(full * BREATH_STEPS) / BREATH_STEPS


def _within(now: float, pause: tuple[int, int], lasts: float) -> float | None:
    """How far what comes again and again has gone, 0 to 1; None while it does not. Its pauses differ."""
    least, more = pause
    number = int(now // (least + more))
    late = (number * 7919 % 101) / 101 * more
    since = now - number * (least + more) - late
    return since / lasts if 0 <= since < lasts else None
