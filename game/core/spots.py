"""What is seen of a scene's spots: signs, vessels, what lies over things, light, and the way from one to the next.

Geometry in design units (1280 x 800). Pure: no clock, no files, no pygame.
"""

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from game.core.hold import HOLDS
from game.core.ids import Scenery, Sign, SpotId, Vessel
from game.core.labels import on_label, vessel_label
from game.core.layout import TURN, TURN_AT
from game.core.picture import FLAT, LIGHT, PAINTED, READY, STANDING, Art, Stamp, Things, TouchArea
from game.core.puppet import Point
from game.core.table import Spot, Table

VESSEL = 1.2  # of the height of a spot: how large its vessel is
SIGN, SIGN_UP = 118, 22  # how large a sign is, and how far its middle lies above the spot
LEFT = 0.5  # of its size: so far to the left of a rough place's middle its sign stands
SIGN_HIGHEST = 66  # its middle is never so near to the screen's upper edge that some of it could not be seen
POOL, AROUND, POOL_MOST = (1.3, 0.9), 50, (420, 190)  # how large the light on a spot is: so many of its sizes, and more
IN_FRAME, LARGEST_ALONE = 0.9, 300  # so much of a spot is filled by what lies there alone, up to so wide
LOW = 0.68  # of a spot's height: so far down is the middle of its light
NEXT, NEXT_UP = 190, 0.425  # what leads from a spot that is shown by itself to the next: its width, its foot below it


def spots(shown: tuple[Spot, ...]) -> Things:
    """The spots of the scene, each with its sign above it and, where there is one, the vessel that stands on it."""
    vessels = tuple(
        Stamp(g.vessel, g.x, g.y, g.height * VESSEL, id=Vessel(g.name), lift=STANDING) for g in shown if g.vessel
    )
    labels = tuple(vessel_label(spot) for spot in shown if spot.vessel and spot.sign)
    return vessels + labels + spot_signs(shown) + tuple(touch_area(spot) for spot in shown)


def touch_area(spot: Spot) -> TouchArea:
    """Where a touch means this spot."""
    return TouchArea(SpotId(spot.name), spot.x, spot.y, spot.width, spot.height)


def spot_signs(shown: tuple[Spot, ...]) -> Things:
    """What tells, without words, what each spot is for."""
    return tuple(_sign(spot) for spot in shown if spot.sign)


def fronts(shown: tuple[Spot, ...], filled: Collection[str] = ()) -> Things:
    """What lies over the things on these spots: the rim of a bag, mist, water. On those of the names in `filled`
    something lies: paper is folded round it, a lid closes."""
    return tuple(_front(spot, spot.name in filled) for spot in shown if spot.front)


def _front(spot: Spot, filled: bool) -> Stamp:
    """On its way from open to closed and back it goes through all that lies between."""
    states = (spot.front, *spot.closed)
    art, through = (states[-1], states[1:-1]) if filled else (spot.front, states[-2:0:-1])
    where, id = (spot.x, spot.y, spot.width, spot.height), Scenery(f"front-{spot.name}")
    return Stamp(art, *where, id=id, lift=PAINTED, through=through)


def _sign(spot: Spot) -> Stamp:
    """On a vessel it is on the label that is tied to its neck, else it stands above the spot; of a rough place to the
    left there, so that the help that is laid there does not hide what it is for."""
    if spot.vessel:
        return on_label(spot)
    aside = LEFT * spot.size if HOLDS[spot.hold].opens else 0
    return Stamp(spot.sign, spot.x - aside, _sign_at(spot), SIGN, id=Sign(spot.name))


def _sign_at(spot: Spot) -> float:
    return max(spot.y - spot.height / 2 - SIGN_UP, SIGN_HIGHEST)


def below_sign(spot: Spot) -> Spot:
    """The spot with what is laid there below its sign, so that it never covers it; as it is, where it has no sign."""
    if not spot.sign:
        return spot
    left, top, width, height = spot.whole
    down = _sign_at(spot) + SIGN / 2 - top
    return replace(spot, inside=(left, top + down, width, height - down))


def alone_on(spot: Spot, size: float) -> tuple[float, Point] | None:
    """How large a thing is that lies alone on this spot, and where: as a photo in its frame, what stands at its foot.

    None where the scene says how large things are there, or has something to lay them into. No smaller than `size`.
    """
    if spot.size or spot.vessel or spot.front:
        return None
    left, top, wide, high = spot.box
    stands = HOLDS[spot.hold].lift == STANDING
    room = standing_room(spot) if stands else high
    large = max(size, min(IN_FRAME * min(wide, room), LARGEST_ALONE))
    return large, (left + wide / 2, top + high - large / 2 if stands else top + high / 2)


def is_one_of(name: str, places: Collection[str]) -> bool:
    """True for the name of one of these places, and of one between it and another."""
    return not {*name.split("+")}.isdisjoint(places)


def standing_room(spot: Spot) -> float:
    """How high a thing can be that stands on this spot, below its sign."""
    _, top, _, high = spot.box
    return top + high - below_sign(replace(spot, inside=())).box[1]


def taking_signs(shown: Iterable[Spot]) -> list[Spot]:
    """Those at which pictures chosen earlier can stand as signs: which have one, or all where none has."""
    there = list(shown)
    return [spot for spot in there if spot.sign] or there


def signed(spot: Spot, sign: Art, label: str) -> Spot:
    """The spot with this sign and its words; where it had none, what is laid there lies below it from now on."""
    found = replace(spot, sign=sign, label=label)
    if spot.sign or spot.vessel:
        return found
    left, top, width, height = spot.box
    lower = min(max(top, _sign_at(spot) + SIGN / 2), top + height / 2)
    return replace(found, inside=(left, lower, width, top + height - lower))


def at_once(table: Table) -> int:
    """So many vessels stand there at once: as the scene says; where it says nothing all, for the little ones one."""
    most = table.layout.alone.most if table.layout.alone else 0
    return most or (1 if table.band == "little" else len(table.spots))


def how_often(table: Table) -> int:
    """In so many turns all of them come."""
    return -(-len(table.spots) // at_once(table))


def in_turn(table: Table, turn: int) -> tuple[Spot, ...]:
    """The spots of this turn, side by side where the scene has them come in turns; no turn is nearly empty."""
    turns, turn = how_often(table), turn % how_often(table)
    first, end, many = (-(-len(table.spots) * part // turns) for part in (turn, turn + 1, 1))
    shown, there = table.spots[first:end], table.layout.alone
    return tuple(by_itself(spot, there and _share(there, i, many)) for i, spot in enumerate(shown))


def turned(table: Table, turn: int, tray: bool) -> int:
    """The count of turns after another one of the tray, or of the jars: the first come again after the last."""
    each, often = len(table.spots), how_often(table)
    if tray or each % often == 0:
        return turn + (each if tray else 1)
    return turn - turn % each + (turn % each + 1) % often


def come_in_turns(table: Table) -> bool:
    """Only vessels do: what is part of the land stays there, whether or not anything can be laid on it."""
    vessels = any(spot.vessel for spot in table.spots)
    return table.step.again and vessels and at_once(table) < len(table.spots)


def _share(there: Spot, number: int, many: int) -> Spot:
    """Of so many places side by side in this one the one of this number."""
    wide = there.width / many
    return replace(there, x=there.x - there.width / 2 + (number + 0.5) * wide, width=wide)


def by_itself(spot: Spot, there: Spot | None) -> Spot:
    """The spot where it is shown alone, as large as there is room; where the scene has no place for that, as it is."""
    if there is None:
        return spot
    by = min(there.width / spot.width, there.height / spot.height)
    down = there.y + (there.height - by * spot.height) / 2
    left, top, wide, high = (by * measure for measure in spot.box)
    inside = (left + there.x - by * spot.x, top + down - by * spot.y, wide, high)
    size = {"width": by * spot.width, "height": by * spot.height, "size": by * spot.size}
    return replace(spot, x=there.x, y=down, inside=inside if spot.inside else (), **size)


def next_one(table: Table) -> Things:
    """What leads from a spot that is shown by itself to the next one, beside it."""
    there = table.layout.alone
    if there is None:
        return (Stamp("turn-tray", *TURN_AT, 108, id=TURN, means=TURN, lift=READY),)
    x, y = there.x + there.width / 2 + NEXT / 2 + 20, there.y + there.height / 2 - NEXT_UP * NEXT
    return (Stamp(there.sign, x, y, NEXT, id=TURN, means=TURN, lift=FLAT),)


def pools(shown: tuple[Spot, ...], filled: Collection[str]) -> Things:
    """A pool of light on each spot that waits, the same on all; on those of the names in `filled` something lies, and
    it is gone."""
    return tuple(_pool(spot, spot.name in filled) for spot in shown)


def _pool(spot: Spot, filled: bool) -> Stamp:
    """It lies where things do, and is veiled as they are."""
    left, top, wide, high = spot.box
    size = min(POOL_MOST[0], POOL[0] * wide + AROUND), min(POOL_MOST[1], POOL[1] * high + AROUND)
    x, y, id = left + wide / 2, top + LOW * high, Scenery(f"pool-{spot.name}")
    return Stamp("pool-of-light", x, y, *size, id=id, lift=LIGHT, strength=0 if filled else HOLDS[spot.hold].strength)


def lights(shown: tuple[Spot, ...], filled: Collection[str]) -> tuple[Stamp, ...]:
    """The light in the vessels on the spots of these names, the same however much lies in them."""
    return tuple(
        Stamp(g.lit, g.x, g.y, g.height * VESSEL, id=Scenery(f"lit-{g.name}"), lift=PAINTED)
        for g in shown
        if g.lit and g.name in filled
    )
