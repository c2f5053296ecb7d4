"""The companion where a Picture shows it awake: a puppet takes the picture's place on the glass.

Pure but for the time it is handed: no pygame, no files. How it moves, `companion.py` says; how its parts lie, a Puppet.
"""

from collections.abc import Callable

from msgspec.structs import replace

from game.core.assembly import Posed
from game.core.companion import CARRIED_ID, COMPANION_ID, PAWS_ID, companion_on
from game.core.feelings import worn
from game.core.ids import Area, Control, Option, Scenery, SpotId, TrailStop
from game.core.picture import HELD, STANDING, Glow, Picture, Stamp, TouchArea, covers, meaningful
from game.core.poses import POSES
from game.core.puppet import ARMS, Puppet
from game.core.sprite import AnySprite, PuppetSprite, sprite_of
from game.core.stepping_stones import teeters
from game.play.companion import Companion, direction
from game.play.drawn import Drawn
from game.play.gait import Gait
from game.play.motion import ThingId

ONWARD = Control("onward")
WIDER, HIGHER, ABOVE = 1.2, 1.15, 0.075  # a puppet's box beside a picture's, and how much higher its middle is

WANTED = ((Option, TrailStop), (Area, SpotId, Scenery))  # what it looks at, the first that there is

Puppets = Callable[[str], Puppet | None]  # the companion of a picture as a puppet, None for all other pictures


class Figure:
    """The companion on one screen after the other. `still`: nothing moves by itself."""

    def __init__(self, puppets: Puppets, still: bool):
        self._puppets, self._still = puppets, still
        self._stamp: Stamp | None = None
        self._companion: Companion | None = None

    @property
    def is_there(self) -> bool:
        """True where the screen shows a companion that is a puppet."""
        return self._companion is not None

    def meet(self, picture: Picture, now: float) -> None:
        """Another Picture. It looks at the middle of what can be touched."""
        self._stamp = companion_on(picture)
        puppet = _puppet(self._stamp, self._puppets)
        if puppet is None or self._companion is None or self._companion.puppet != puppet:
            self._companion = Companion(puppet, self._still) if puppet else None
        if self._companion and self._stamp:
            self._companion.carries = any(isinstance(t, Stamp) and t.id == CARRIED_ID for t in picture.things)
            self._companion.teeters = teeters(self._stamp)
            self._companion.wear(_worn(self._stamp), now)
            self._companion.face(_towards_choice(picture, self._stamp), now)

    def touched(self, x: float, y: float, now: float) -> None:
        """A finger is there: the companion looks at it, and answers where it is touched itself."""
        if self._companion and self._stamp:
            self._companion.attend(direction((self._stamp.x, self._stamp.y), (x, y)), now)
            if covers(self._stamp, x, y):
                self._companion.greet(now)

    def moves(self, now: float) -> bool:
        """True while it turns or answers. Breaths and blinks do not count."""
        return self._companion is not None and self._companion.moves(now)

    def closer(self, now: float) -> float:
        """How far it has come closer to who touches it, 0 to 1."""
        return self._companion.closer(now) if self._companion else 0.0

    def sprite(self, width: float, now: float, loops: bool, walked: Gait | None) -> PuppetSprite:
        """What is painted of it now where its picture is so wide. Raises ValueError where it is not there."""
        if self._companion is None:
            raise ValueError("there is no companion on this screen")
        return puppet_sprite(self._companion.posed(now, loops, walked), width)


def goes_on_foot(thing: Stamp | Glow, puppets: Puppets) -> bool:
    """True for an animal that can be chosen, where it stands on the ground: it gets up and walks to its new place."""
    stands = isinstance(thing, Stamp) and isinstance(thing.means, Option) and thing.lift == STANDING
    return stands and _puppet(thing, puppets) is not None


def on_foot(thing: Stamp, puppets: Puppets, walked: Gait) -> PuppetSprite | None:
    """What is painted of it on its way; None for what is no puppet. `walked`: as `Companion.posed` has it."""
    puppet = _puppet(thing, puppets)
    return puppet_sprite(Companion(puppet).posed(0, False, walked), thing.width) if puppet else None


def first_sprite(thing: Stamp | Glow, puppets: Puppets) -> AnySprite:
    """What must be made before this thing can be seen: of a companion all parts, in whatever pose."""
    puppet = _puppet(thing, puppets) if thing.id == COMPANION_ID else None
    if puppet is None:
        return sprite_of(thing)
    return puppet_sprite(Companion(puppet, still=True).posed(0), thing.width if isinstance(thing, Stamp) else 0)


def puppet_sprite(posed: Posed, width: float) -> PuppetSprite:
    """What is painted of a puppet in the place of a picture so wide."""
    return PuppetSprite(posed, width * WIDER, width * HIGHER)


def puppet_at(x: float, y: float, width: float, sprite: PuppetSprite, id: ThingId = COMPANION_ID) -> Drawn:
    """The puppet in the place of a picture with this centre and width; its box is larger."""
    return Drawn(id, sprite, x, y - width * ABOVE, width * WIDER)


def paws_over(body: Drawn) -> tuple[Drawn, ...]:
    """The arms that lie over all else of a companion, once more: they close round what lies before its belly."""
    if not isinstance(body.sprite, PuppetSprite) or body.sprite.posed.behind:
        return ()
    parts = body.sprite.posed.parts
    head = next((number for number, one in enumerate(parts) if one.part.name == "head"), len(parts))
    arms = tuple(one for one in parts[head:] if one.part.name in ARMS)
    posed = replace(body.sprite.posed, parts=arms)
    return (replace(body, id=PAWS_ID, sprite=replace(body.sprite, posed=posed)),) if arms else ()


def _puppet(thing: Stamp | Glow | None, puppets: Puppets) -> Puppet | None:
    return puppets(thing.art) if isinstance(thing, Stamp) and isinstance(thing.art, str) else None


def _worn(stamp: Stamp) -> str:
    """The pose in which it waits."""
    if stamp.loop in POSES:
        return stamp.loop
    wears = worn(stamp.art) if isinstance(stamp.art, str) else None
    return wears[1] if wears else "sitting"


def _towards_choice(picture: Picture, stamp: Stamp) -> tuple[float, float]:
    """To the middle of all that can be touched, at none of it more than at the others: what can be chosen, else what
    something can be done to, else where the way goes on. Where there is none of these it looks at the child."""
    seen = [thing for thing in meaningful(picture) if not (isinstance(thing, Stamp) and thing.lift == HELD)]
    for kinds in WANTED:
        found = [thing for thing in seen if isinstance(thing.means, kinds)]
        if found:
            middle = sum(t.x for t in found) / len(found), sum(t.y for t in found) / len(found)
            return direction((stamp.x, stamp.y), middle)
    ways = [thing for thing in seen if isinstance(thing, TouchArea) and thing.means == ONWARD]
    return direction((stamp.x, stamp.y), (ways[0].x, ways[0].y)) if ways else (0, 0)
