"""Plays a little story on one screen: when, and what is on the glass then in place of the companion that waits.

Which one a screen has says `screen_story.py`; what it has laid down stays there (`story_left.py`). Nothing of a story
means anything, and nothing of it is kept. Pure but for the time it is handed: no pygame, no files.
"""

from collections.abc import Callable
from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from game.core.companion import CARRIED_ID, COMPANION_ID, FEELING_ID, FEET, PAWS_ID, companion_on
from game.core.gesture import TAP
from game.core.ids import Id, Scenery, Vessel
from game.core.picture import Picture, Stamp, covers, hit
from game.core.puppet import Puppet
from game.core.road import Road
from game.core.scene import ScenePart
from game.core.sprite import AnySprite, PuppetSprite
from game.core.story import CARRIED, LONGEST, Story, ready, stays
from game.core.story_stage import Stage, hides, stage
from game.core.table import Spot, Touch
from game.play.display_list import SpriteSource
from game.play.drawn import Drawn, Frame
from game.play.glide import Position
from game.play.motion import BEAT, beat
from game.play.screen_story import companion_is_set, taken
from game.play.showings import Showings
from game.play.state import Visit
from game.play.stories import StoryMoment, lasts, moment
from game.play.story_left import GOES, StoryLeft, laid_behind
from game.play.story_view import StoryView

ITS_OWN = (COMPANION_ID, CARRIED_ID, PAWS_ID, FEELING_ID)
BEFORE_IT = Vessel("receiver")  # what the companion holds before it
READY = {ready(what) for what in CARRIED}
BACK_AGAIN = 0.5  # of what it has left: as soon as that is fainter, it lies ready again
OVER_IT = Scenery("front-receiver")  # what lies over the things in that


class StoryPlayer:
    """The story of one screen, with this puppet among these spots, by this road and water. `still`: one picture fades
    into the next.
    """

    def __init__(
        self,
        story: Story,
        puppet: Puppet,
        spots: tuple[Spot, ...],
        now: float,
        still: bool = False,
        road: Road = (),
        water: tuple[ScenePart, ...] = (),
    ):
        self._story, self._puppet, self._still = story, puppet, still
        self._spots, self._road, self._water = spots, road, water
        self._showings = Showings(LONGEST, now)
        self._seen: tuple[Frame, tuple[str, float], Frame] | None = None
        self._told: tuple[str, float] | None = None  # whose next moment has been told
        self._left = StoryLeft()
        self._latest: Performance | None = None
        self._pressed: Touch | None = None
        self._made = False
        self._begun: StoryBegun | None = None  # of what nobody has ended
        self._set: tuple[Picture, bool] | None = None
        self._laid: set[Id] = set()

    @property
    def made(self) -> bool:
        """True once all its pictures are there; it waits for them."""
        return self._made

    def touched(self, now: float) -> None:
        """Somebody touches: the story ends, and who has stayed is at its place again."""
        self._begun = None
        self._showings.touched(now)

    def again(self, now: float) -> None:
        """It is played from its beginning."""
        self._begun = None
        self._showings.again(now)

    def later(self, now: float) -> None:
        """Whoever plays it is on its way still, or the screen is not there yet: what would be shown now begins then."""
        if self._showings.running(now) is None:
            return
        if self._begun and not self._begun.is_over(now):
            self._begun = None
        self._showings.later(now)

    def is_asked_for(self, touch: Touch, picture: Picture) -> bool:
        """True when a tap ends on the companion, where it waits or where it plays, or on what lies ready for it.

        What means something comes first.
        """
        before = self._pressed
        self._pressed = touch if touch.phase == "press" and self._is_on_it(touch, picture) else None
        if before is None or touch.finger != before.finger or touch.phase == "press":
            return False
        near = hypot(touch.x - before.x, touch.y - before.y) < TAP
        if touch.phase == "drag" and near:
            self._pressed = before
        return touch.phase == "release" and near

    def _is_on_it(self, touch: Touch, picture: Picture) -> bool:
        here, since = self._performance(picture), self._showings.running(touch.time)
        if here is None or hit(picture, touch.x, touch.y) is not None:
            return False
        stamp = here.stamp
        since = here.lasts if self._stays_on(picture, touch.time) else since
        played = moment(self._story, here.stage, since, self._still).standing if since is not None else ()
        there = [replace(stamp, x=one.x, y=one.y - FEET * stamp.width * one.size) for one in played]
        lying = (thing for thing in picture.things if isinstance(thing, Stamp) and thing.id in READY)
        return any(covers(one, touch.x, touch.y) for one in (stamp, *there, *lying))

    def is_fetched(self, visit: Visit, picture: Picture) -> bool:
        """True where the companion may be fetched from where it is on this screen; asked of each screen once."""
        if self._set is None or self._set[0] is not picture:
            self._set = picture, companion_is_set(visit, picture)
        return not self._set[1]

    def playing(self, picture: Picture, sprites: SpriteSource, now: float) -> bool:
        """True while it plays on this screen. Its pictures are made meanwhile; until they are it waits for them."""
        since = self._showings.running(now)
        if (since is None and self._made) or self._stays_on(picture, now):
            return False
        here = self._performance(picture)
        self._made = here is not None and sprites.ready("", here.sprites)
        if since is None or here is None:
            return False
        if not self._made:
            self._showings.later(now)
        return self._made and since <= here.lasts

    def on(self, frame: Frame, picture: Picture, now: float) -> Frame:
        """The same Frame, with the story in place of the companion that waits."""
        here, since = self._performance(picture), self._showings.running(now)
        if here is None or since is None:
            return frame
        self._begun = StoryBegun(picture, self._showings.latest, here.lasts)
        return self._once(frame, ("on", beat(since)), lambda: self._played(frame, here, picture, since))

    def soon(self, picture: Picture, now: float) -> tuple[Drawn, ...]:
        """Who plays, as it will be on the next beat; told once, while nothing is new on this one."""
        here, since = self._performance(picture), self._showings.running(now)
        if here is None or since is None or self._seen is None or self._seen[1] == self._told:
            return ()
        (frame, self._told, _), later = self._seen, moment(self._story, here.stage, since + 1 / BEAT, self._still)
        return self._players(frame, here, later) or ()

    def after(self, frame: Frame, picture: Picture, now: float) -> Frame:
        """The same Frame while the story is not played, with what it has laid down; with itself, where it stays."""
        if self._stays_on(picture, now) and (here := self._performance(picture)):
            return self._once(frame, ("stays", here.lasts), lambda: self._played(frame, here, picture, here.lasts))
        strength = self._left.strength(picture, now)
        return self._once(
            frame, ("after", strength), lambda: self._left.on(self._without_laid(frame, strength), strength)
        )

    def plays_at(self, picture: Picture, now: float) -> Position | None:
        """Where the companion is while it plays on this screen, or has stayed; None where it waits."""
        here, since = self._performance(picture), self._showings.running(now)
        if here is not None and self._stays_on(picture, now):
            since = here.lasts
        if here is None or since is None or not self._made or since > here.lasts:
            return None
        it = moment(self._story, here.stage, since, self._still).standing[-1]
        width = here.stamp.width * it.size
        return Position(it.x, it.y - FEET * width, width)

    def _stays_on(self, picture: Picture, now: float) -> bool:
        """True where it has stayed on this screen, and nobody has done anything since."""
        begun = self._begun
        return stays(self._story) and begun is not None and begun.picture is picture and begun.is_over(now)

    def _once(self, frame: Frame, moment: tuple[str, float], seen: Callable[[], Frame]) -> Frame:
        """What is seen at a moment of this Frame: the very same until another begins."""
        if self._seen is None or self._seen[0] is not frame or self._seen[1] != moment:
            self._seen = frame, moment, seen()
        return self._seen[2]

    def _played(self, frame: Frame, here: "Performance", picture: Picture, since: float) -> Frame:
        seen = moment(self._story, here.stage, since, self._still)
        players = self._players(frame, here, seen)
        if players is None:
            return frame
        self._laid = {ready(laid.what) for laid in seen.lies}
        elsewhere = {*ITS_OWN, *self._laid, ready(seen.standing[-1].holds)}
        others = tuple(drawn for drawn in frame.things if drawn.id not in elsewhere)
        hiding, lies = _hiding(self._spots, seen.standing[-1].y), here.view.lying(seen)
        over = {OVER_IT, *hiding, *_sunk_behind(self._spots)}
        if since >= GOES:
            self._left.lay(lies, over, picture)
        there = laid_behind(others, players, {BEFORE_IT, *hiding})
        return self._left.on(replace(frame, things=laid_behind(there, lies, over)), 1 - since / GOES)

    def _players(self, frame: Frame, here: "Performance", seen: StoryMoment) -> tuple[Drawn, ...] | None:
        """The companion at this moment of its story, in place of the one that waits; None where that is no puppet."""
        waiting = next((drawn.sprite for drawn in frame.things if drawn.id == COMPANION_ID), None)
        carried = next((drawn for drawn in frame.things if drawn.id == CARRIED_ID), None)
        return here.view.drawn(seen, waiting, carried) if isinstance(waiting, PuppetSprite) else None

    def _without_laid(self, frame: Frame, strength: float) -> Frame:
        """Of what lay ready only what it has not laid elsewhere, until that has gone."""
        if strength < BACK_AGAIN:
            return frame
        return replace(frame, things=tuple(drawn for drawn in frame.things if drawn.id not in self._laid))

    def _performance(self, picture: Picture) -> "Performance | None":
        """The story where the companion waits on this screen, None where there is none; made anew where it moved."""
        stamp = companion_on(picture)
        if stamp is None:
            return None
        if self._latest is None or self._latest.stamp != stamp:
            view = StoryView(self._puppet, stamp.width, self._spots)
            there = stage(stamp.x, stamp.y, stamp.width, self._spots, self._road)
            there = replace(there, water=self._water, taken=taken(picture, self._spots))
            self._latest = Performance(stamp, there, view, view.sprites(self._story), lasts(self._story, there))
        return self._latest


def _sunk_behind(spots: tuple[Spot, ...]) -> set[Id]:
    """What is in front of things that have sunk into something."""
    return {Scenery(f"front-{g.name}") for g in spots if g.front and g.hold == "sink"}


def _hiding(spots: tuple[Spot, ...], feet: float) -> set[Id]:
    """What is in front of a companion whose feet are there: they are further away than where that stands."""
    return {Scenery(f"front-{g.name}") for g in spots if hides(g) and feet < g.y + g.height / 2}


class Performance(Struct, frozen=True):
    """The story of a companion that waits as `stamp`: what must be made for it, and how many seconds it lasts."""

    stamp: Stamp
    stage: Stage
    view: StoryView
    sprites: tuple[AnySprite, ...]
    lasts: float


class StoryBegun(Struct, frozen=True):
    """A story that began on this screen at this time, and how many seconds it lasts there."""

    picture: Picture
    at: float
    lasts: float

    def is_over(self, now: float) -> bool:
        """True when it has come to its end, whether or not a frame fell into its last moments."""
        return now - self.at > self.lasts
