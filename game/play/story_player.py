"""Plays a little story on one screen: when, and what is on the glass then in place of the companion that waits.

Pure but for the time it is handed: no pygame, no files. Nothing of a story means anything, and nothing of it is kept.
"""

from collections.abc import Mapping
from math import hypot

from msgspec.structs import replace

from game.core import events
from game.core.activity import Activity
from game.core.gesture import TAP
from game.core.ids import Vessel
from game.core.layout import COMPANION_ID, FEET
from game.core.picture import Picture, Stamp, covers, hit, pieces
from game.core.puppet import Puppet
from game.core.sprite import PuppetSprite
from game.core.story import LONGEST, Stage, Story, favours, stage
from game.core.table import Ground, Touch
from game.play.display_list import SpriteSource
from game.play.drawn import Frame
from game.play.screens import Grounds
from game.play.showings import Showings
from game.play.state import Visit
from game.play.stories import Moment, lasts, moment
from game.play.story_view import StoryView

BEFORE_IT = Vessel("receiver")  # what the companion holds before it, and all that is laid upon that


class StoryPlayer:
    """The story of one screen, with this puppet among these spots. `still`: one picture fades into the next."""

    def __init__(self, story: Story, puppet: Puppet, grounds: tuple[Ground, ...], now: float, still: bool = False):
        self._story, self._puppet, self._grounds, self._still = story, puppet, grounds, still
        self._showings = Showings(LONGEST, now)
        self._seen: tuple[Frame, Moment, Frame] | None = None
        self._pressed: Touch | None = None
        self._made = False

    def touched(self, now: float) -> None:
        """Somebody touches: the story ends."""
        self._showings.touched(now)

    def again(self, now: float) -> None:
        """It is played from its beginning."""
        self._showings.again(now)

    def is_asked_for(self, touch: Touch, picture: Picture) -> bool:
        """True when a tap on the companion ends, where it waits or where it plays; what means something comes first."""
        before = self._pressed
        self._pressed = touch if touch.phase == "press" and self._is_on_it(touch, picture) else None
        if before is None or touch.finger != before.finger or touch.phase == "press":
            return False
        near = hypot(touch.x - before.x, touch.y - before.y) < TAP
        if touch.phase == "drag" and near:
            self._pressed = before
        return touch.phase == "release" and near

    def _is_on_it(self, touch: Touch, picture: Picture) -> bool:
        stamp, since = companion_on(picture), self._showings.running(touch.time)
        if stamp is None or hit(picture, touch.x, touch.y) is not None:
            return False
        played = moment(self._story, self._stage(stamp), since, self._still).standing if since is not None else ()
        there = [replace(stamp, x=one.x, y=one.y - FEET * stamp.width * one.size) for one in played]
        return any(covers(one, touch.x, touch.y) for one in (stamp, *there))

    def playing(self, picture: Picture, sprites: SpriteSource, now: float) -> bool:
        """True while it plays on this screen. Its pictures are made meanwhile; until they are it waits for them."""
        since = self._showings.running(now)
        if since is None and self._made:
            return False
        stamp = companion_on(picture)
        self._made = stamp is not None and sprites.ready("", self._view(stamp).sprites(self._story))
        if since is None or stamp is None:
            return False
        if not self._made:
            self._showings.later(now)
        return self._made and since <= lasts(self._story, self._stage(stamp))

    def on(self, frame: Frame, picture: Picture, now: float) -> Frame:
        """The same Frame, with the story in place of the companion that waits."""
        stamp, since = companion_on(picture), self._showings.running(now)
        waiting = next((drawn for drawn in frame.things if drawn.id == COMPANION_ID), None)
        if stamp is None or since is None or waiting is None or not isinstance(waiting.sprite, PuppetSprite):
            return frame
        seen = moment(self._story, self._stage(stamp), since, self._still)
        if self._seen is None or self._seen[0] is not frame or self._seen[1] != seen:
            others = tuple(drawn for drawn in frame.things if drawn.id != COMPANION_ID)
            behind = next((i for i, drawn in enumerate(others) if drawn.id == BEFORE_IT), len(others))
            played = self._view(stamp).drawn(seen, waiting.sprite)
            self._seen = frame, seen, replace(frame, things=(*others[:behind], *played, *others[behind:]))
        return self._seen[2]

    def _stage(self, stamp: Stamp) -> Stage:
        return stage(stamp.x, stamp.y, stamp.width, self._grounds)

    def _view(self, stamp: Stamp) -> StoryView:
        return StoryView(self._puppet, stamp.width, self._grounds)


def companion_on(picture: Picture) -> Stamp | None:
    """The companion where it waits, None where there is none."""
    return next((thing for thing in picture.things if isinstance(thing, Stamp) and thing.id == COMPANION_ID), None)


def story_of(visit: Visit, activities: Mapping[str, Activity], grounds: Grounds) -> Story:
    """What the companion plays where the visit is now: () where there is nothing, or what would favour an option."""
    if visit.place != events.STEP or visit.resting or visit.activity not in activities:
        return ()
    steps, table = activities[visit.activity].steps, visit.here.table
    story = steps[visit.step].story if visit.step < len(steps) else ()
    offered = {name for o in (*table.offered, *table.beside) for name in (o.id, *pieces(o.art))}
    return () if favours(story, offered, grounds(table.scene)) else story
