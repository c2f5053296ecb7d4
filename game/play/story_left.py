"""What a little story leaves lying: the companion's own things, until the child does something; then they go softly.

Pure but for the time it is handed: no pygame, no files. Nothing of it is in a Picture, so no touch can mean it.
"""

from msgspec.structs import replace

from game.core.companion import COMPANION_ID
from game.core.ids import Id, Scenery
from game.core.picture import Picture, Stamp, box
from game.play.drawn import FAINT, Drawn, Frame, quantized

GOES = 0.6  # seconds in which it goes
CHANGED = "story-changed"  # what stands there already and only looks otherwise now: it is in nobody's way
FADING_ID = Scenery("story-companion")  # the companion once more, while it fades from one pose into another
HIDDEN = 0.1  # so much of what can be touched may lie under it


class StoryLeft:
    """What the story on one screen has left lying, and until when."""

    def __init__(self) -> None:
        self._things: tuple[Drawn, ...] = ()
        self._before: set[Id] = set()
        self._picture: Picture | None = None
        self._in_the_way = False
        self._goes: float | None = None

    def lay(self, things: tuple[Drawn, ...], before: set[Id], picture: Picture) -> None:
        """These lie on this screen now, behind all that is `before` them."""
        self._things, self._before, self._picture, self._goes = things, before, picture, None
        self._in_the_way = covers_touchable(things, picture)

    def strength(self, picture: Picture, now: float) -> float:
        """How opaque they are: 1 until the screen is no longer as it was; where they hide an option they go at once."""
        if self._goes is None and (picture is not self._picture or self._in_the_way):
            self._goes = now
        left = 1.0 if self._goes is None else quantized(max(0.0, 1 - (now - self._goes) / GOES))
        self._things = self._things if left else ()
        return left

    def on(self, frame: Frame, strength: float) -> Frame:
        """The Frame with them, so opaque."""
        if not self._things or quantized(strength) < FAINT:
            return frame
        things = tuple(replace(thing, strength=quantized(strength * thing.strength)) for thing in self._things)
        return replace(frame, things=laid_behind(frame.things, things, self._before))


def covers_touchable(things: tuple[Drawn, ...], picture: Picture) -> bool:
    """True where a good part of something that can be touched would lie under these."""
    stamps = [thing for thing in picture.things if isinstance(thing, Stamp) and thing.means]
    new = [drawn for drawn in things if not _is_land(drawn)]
    return any(_shared(drawn, stamp) > HIDDEN for drawn in new for stamp in stamps)


def laid_behind(there: tuple[Drawn, ...], things: tuple[Drawn, ...], before: set[Id]) -> tuple[Drawn, ...]:
    """All of these from back to front: the `things` on top, but behind the first that is `before` them. What stands in
    the land and only looks otherwise is behind the companion, too.
    """
    land = tuple(drawn for drawn in things if _is_land(drawn))
    own = tuple(drawn for drawn in things if drawn not in land)
    return _laid(_laid(there, land, {*before, COMPANION_ID, FADING_ID}), own, before)


def _laid(there: tuple[Drawn, ...], things: tuple[Drawn, ...], before: set[Id]) -> tuple[Drawn, ...]:
    behind = next((number for number, drawn in enumerate(there) if drawn.id in before), len(there))
    return (*there[:behind], *things, *there[behind:])


def _is_land(drawn: Drawn) -> bool:
    return isinstance(drawn.id, Scenery) and drawn.id.name == CHANGED


def _shared(drawn: Drawn, stamp: Stamp) -> float:
    """The part of a Stamp's box that lies under this."""
    width, height = box(stamp)
    across = (width + drawn.width) / 2 - abs(stamp.x - drawn.x)
    down = (height + drawn.width) / 2 - abs(stamp.y - drawn.y)
    return max(0.0, min(across, width, drawn.width)) * max(0.0, min(down, height, drawn.width)) / (width * height)
