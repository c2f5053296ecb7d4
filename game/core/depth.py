"""What is laid into a landscape stands on its ground: nearer it is larger, further away smaller and paler; on water it
floats. Only what belongs there hangs in the sky.

Geometry in design units (1280 x 800). Pure: no clock, no files, no pygame.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from game.core.ids import Scenery
from game.core.layout import held
from game.core.picture import PAINTED, STANDING, Stamp, Things
from game.core.table import Far, SceneLayout, Spot

SKY = "sky"  # where what does not stand on the ground belongs
NEAR = 540  # the foot of what is as large there as it was made
FOOT = 0.28  # of its width: so far below its middle the paint of any picture reaches at the least
STEP = 0.05  # sizes go by steps: the same few paintings of a picture do for many places
AIR = 0.6  # how much of the air's colour would lie on what is so far away that nothing is seen of it
UNSAID = Far(440, 0.65)  # of a landscape in a journal from before they said it
ASIDE = 40  # how far one step aside is
ALOFT = 0.6  # of its width, how wide what hangs in the sky is there
STANDS = 0.62  # of its width and height: so much of a picture's box is surely painted


def laid_on_ground(things: Iterable[Stamp], layout: SceneLayout) -> Things:
    """These as they are seen in a scene, the furthest first; their places are where they would be if they were near.

    What is above the horizon stands at the nearest ground below it.
    """
    far = layout.far or UNSAID
    seen = sorted((_on_ground(thing, far) for thing in things), key=foot)
    return tuple(part for thing in seen for part in _afloat(thing, layout.water))


def hung_in_sky(things: Iterable[Stamp], sky: Spot) -> Things:
    """These as they are seen in the sky of a scene: wherever they were laid, nearest to there."""
    return tuple(_in_sky(replace(thing, width=ALOFT * thing.width, lift=PAINTED), sky) for thing in things)


def _in_sky(stamp: Stamp, sky: Spot) -> Stamp:
    across, down = ((side - stamp.width) / 2 for side in (sky.width, sky.height))
    x = min(max(stamp.x, sky.x - across), sky.x + across)
    return replace(stamp, x=x, y=min(max(stamp.y, sky.y - down), sky.y + down))


def foot(stamp: Stamp) -> float:
    """How far down a picture touches the ground."""
    return stamp.y + FOOT * stamp.width


def _on_ground(stamp: Stamp, far: Far) -> Stamp:
    down = max(foot(stamp), far.y)
    share = min(1.0, (down - far.y) / (NEAR - far.y))
    size = round((far.size + share * (1 - far.size)) / STEP) * STEP
    width = round(size * stamp.width, 1)
    return replace(stamp, y=down - FOOT * width, width=width, lift=STANDING, air=_air(far, size))


def _air(far: Far, size: float) -> str:
    """#rrggbbaa: the colour that lies on what is of this size there."""
    much = round(255 * AIR * (1 - size))
    return f"{far.air}{much:02x}" if far.air and much else ""


def _afloat(stamp: Stamp, waters: tuple[Spot, ...]) -> Things:
    """What stands in water floats there, and the water lies before its foot."""
    water = next((water for water in waters if _is_in(water, stamp.x, foot(stamp))), None)
    if water is None:
        return (stamp,)
    before = Stamp(water.front, stamp.x, foot(stamp), stamp.width, id=Scenery(f"water {stamp.id}"), lift=PAINTED)
    return (held(stamp, water.hold), before) if water.front else (held(stamp, water.hold),)


def _is_in(spot: Spot, x: float, y: float) -> bool:
    return abs(x - spot.x) <= spot.width / 2 and abs(y - spot.y) <= spot.height / 2


def out_of_the_way(who: Stamp, laid: Iterable[Stamp], right: float) -> Stamp:
    """Who stands before what is laid, aside where that is needed to cover nothing of it, or as little as can be; its
    middle no further to the right than this.
    """
    things = list(laid)
    ways = (replace(who, x=who.x + n * ASIDE) for n in range(int((right - who.x) / ASIDE) + 1))
    return min(ways, key=lambda there: (sum(_covered(there, thing) for thing in things), there.x))


def _covered(one: Stamp, other: Stamp) -> float:
    """The area that two pictures share, as far as they are surely painted."""
    reach = STANDS * (one.width + other.width) / 2
    small = STANDS * min(one.width, other.width)
    across, down = (max(0.0, min(small, reach - abs(a - b))) for a, b in ((one.x, other.x), (one.y, other.y)))
    return across * down
