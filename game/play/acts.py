"""What the companion plays between two screens: it wakes on the first one, settles in the place that the child has
made, and falls asleep where a visit ends at home.

Pure but for the time it is handed: no pygame, no files. The visit is on its next screen already; an act is only seen,
any touch ends it, and nothing of it is kept.
"""

from itertools import pairwise

from msgspec.structs import replace

from game.core import events
from game.core.assembly import Posed, blend, posed, rounded
from game.core.companion import COMPANION_ID, companion_on
from game.core.ids import Id, Scenery, Sticker
from game.core.picture import Picture, Stamp
from game.core.poses import CURLED_UP, POSES
from game.core.puppet import RESTING, Puppet
from game.core.sleep import FALLING_ASLEEP, SETTLING, WAKING, Act
from game.core.sprite import PuppetSprite
from game.play.display_list import SpriteSource, scene_of
from game.play.drawn import FAINT, Drawn, Frame, quantized
from game.play.figure import Puppets, puppet_at, puppet_sprite
from game.play.motion import on_the_beat
from game.play.picture_source import PictureSource
from game.play.screens import ONWARD
from game.play.stance import ease

FADE = 0.16  # seconds in which the picture of the one who sleeps gives way to the puppet
STILL = 0.8  # seconds: where nothing moves, the last pose alone is seen


class ActPlayer:
    """One act on one screen, whose companion is this Stamp, from `since` on. `still`: nothing moves."""

    def __init__(self, act: Act, puppet: Puppet, stamp: Stamp, since: float, still: bool = False):
        self._act, self._puppet, self._stamp = act, puppet, stamp
        self._since, self._still = since, still
        self._seen: tuple[Frame, float, Frame] | None = None

    @property
    def lasts(self) -> float:
        """Seconds in which it is over."""
        return STILL if self._still else self._act[-1][0]

    @property
    def sprite(self) -> PuppetSprite:
        """What must be made before it can be seen."""
        return self._sprite(self.lasts)

    def plays(self, now: float) -> bool:
        """True until it is over."""
        return now - self._since < self.lasts

    def on(self, frame: Frame, sprites: SpriteSource, now: float) -> Frame:
        """The same Frame with the act in place of the companion; as it was while its puppet is not made yet."""
        if not sprites.ready("", (self.sprite,)):
            return frame
        t = on_the_beat(max(0.0, now - self._since))
        if self._seen is None or self._seen[:2] != (frame, t):
            things = [one for drawn in frame.things for one in self._drawn(drawn, t)]
            self._seen = frame, t, replace(frame, things=tuple(things))
        return self._seen[2]

    def _drawn(self, drawn: Drawn, t: float) -> tuple[Drawn, ...]:
        """The puppet for the companion; before it, for a moment, the picture in which it slept."""
        if drawn.id != COMPANION_ID:
            return (drawn,)
        stamp = self._stamp
        body = puppet_at(stamp.x, stamp.y, stamp.width, self._sprite(t))
        left = 0 if self._still or isinstance(drawn.sprite, PuppetSprite) else quantized(1 - t / FADE)
        return (body, replace(drawn, id=Scenery("asleep"), strength=left)) if left >= FAINT else (body,)

    def _sprite(self, t: float) -> PuppetSprite:
        found = acted(self._puppet, self._act, self.lasts if self._still else t)
        return puppet_sprite(rounded(found), self._stamp.width)


def acted(puppet: Puppet, act: Act, t: float) -> Posed:
    """The puppet `t` seconds after the act's beginning: on its way from one pose to the next."""
    for (start, before), (end, after) in pairwise(act):
        if t < end:
            near, far = (_held(puppet, name) for name in (before, after))
            return blend(near, far, ease((t - start) / (end - start)))
    return _held(puppet, act[-1][1])


def _held(puppet: Puppet, pose: str) -> Posed:
    """Whoever turns its back lies curled up."""
    return posed(puppet, POSES[CURLED_UP if puppet.away and pose == "resting" else pose])


def act_between(before: str, after: str) -> Act:
    """What is played on the way from one place of a visit to another, () for nothing."""
    if before == events.ASLEEP != after:
        return WAKING
    return FALLING_ASLEEP if (before, after) == (events.HOME, events.CLOSED) else ()


def act_on_leaving(picture: Picture | None, by: Id | None, pictures: PictureSource) -> Act:
    """What is played on a screen that is left `by` this: it settles in a landscape into which the child has put things,
    where the way goes on; () for nothing.
    """
    if picture is None or by != ONWARD or pictures.layout(scene_of(picture)).far is None:
        return ()
    lived_in = any(isinstance(thing, Stamp) and isinstance(thing.means, Sticker) for thing in picture.things)
    return SETTLING if lived_in else ()


def player_of(act: Act, picture: Picture | None, puppets: Puppets, now: float, still: bool) -> ActPlayer | None:
    """Who plays this act on this screen, from now on; None where nobody can."""
    stamp = companion_on(picture) if picture else None
    if not act or stamp is None or not isinstance(stamp.art, str):
        return None
    puppet = puppets(stamp.art.removesuffix(RESTING))
    return ActPlayer(act, puppet, stamp, now, still) if puppet else None
