"""Walk: the companion goes along a path from place to place, onward or back, as far as the child likes.

Pure: places and moves, no clock, no files, no pygame.
"""

from collections.abc import Collection
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import MechanicStep, NewName, Otherwise, Reference, Signs, Spots
from game.core.at_places import by_place, group
from game.core.companion import COMPANION_ID, FEET, PAST, companion_at, scenery
from game.core.gesture import tap
from game.core.hold import HOLDS
from game.core.ids import Id, Scenery, SpotId
from game.core.lanterns import (
    BENCHES,
    LIGHTS,
    OF_VISITS,
    OPEN,
    TODAY,
    TONIGHT,
    USED,
    Lanterns,
    haze,
    keeper,
    on_bench,
    standing,
)
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import GLOWING, PAINTED, READY, STANDING, Art, Picture, Stamp, Things, TouchArea
from game.core.puppet import LOOKING
from game.core.rough_road import past, rough, waiting, way_on
from game.core.spots import LEFT, SIGN, pools, spot_signs, touch_area
from game.core.table import STOOD, Hand, Hands, Move, Offered, Outcome, Spot, Table, Touch
from game.core.wish_easels import FRAME, WishEasel, on_easels
from game.system.language import N_

STONE, PICTURE, COMPANION_SIZE = 104, 110, 150
BESIDE = (-92, -18)  # where the companion stands, seen from its place: its feet are at the lower edge of that
ON_ROAD, BEHIND = 1.7, 0.44  # its width where a place says its own, in widths of the place; so far behind in its own
BEFORE, AHEAD, LOWER = 1.05, 0.5, 0.32  # the same before what stands there; so far nearer to the child in its own width
ON_STONE = 0.22  # the same before an easel: on the stone of the way there
AT_FIRST = 1.0  # so far from the first of what stands there it waits at first, in its own width
TO_PASS = 2.2  # the same before the first rough stone, from where it is past it
COVER = 1.12  # of what stands there: how wide what lies over it is
LARGEST = 190  # however large what stands there is: it must be seen beside the companion
NEAREST_EDGE = 84
FURTHER = 0.8  # from several the companion is so much of that further away by which they are wider than one
RIGHT, TUCKED = 0.2, 0.28  # of its size: how far help stands to the right on a stone, how far its sign comes behind it
SIDE_BY_SIDE = (
    1.15  # how wide several are that stand together, in ways to the next stop: at its sides a picture is empty
)
REACHED: dict[Art, Art] = {TONIGHT: OPEN, TODAY: USED}  # what changes its look when the companion has been there
WALKED, WALKED_TO = N_("walked to"), N_("walked to {place}")  # the papers say the latter where no picture stands
TRAITS = Traits(
    N_("Walking"),
    cue=N_("The child leads the companion along a way."),
    tones={"walk": Tone.ONWARD},
    in_order=True,
    looks_back=True,
)


class Step(MechanicStep, frozen=True):
    """`walk: road`, `along:` the places of the scene in order; `from:` pictures that stand at them, `otherwise`: which,
    where nothing was chosen there; `signs:` pictures that stand behind those, in place of the scene's own."""

    ONLY_WITH = (("otherwise", "from_"),)
    NO_MORE_THAN = (("otherwise", "along"),)

    walk: NewName
    along: Spots
    from_: Reference = ""
    otherwise: Otherwise = ()
    signs: Signs = ""


class State(Struct, frozen=True):
    """The place where the companion is, "" before the first step; and where it has been, in the order of going."""

    at: str = ""
    been: tuple[str, ...] = ()


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap on a place is a step to it."""
    places = {SpotId(spot.name) for spot in _path(table)}
    if touch.phase == "press":
        return Hand(touch.finger, touch.on, touch.x, touch.y, (touch.x, touch.y)) if touch.on in places else None
    if hand is None or touch.phase == "lost":
        return None
    if touch.phase == "drag":
        return hand
    return Move("walk", to=touch.on.name) if touch.on and touch.on == hand.what else None


def after(table: Table, state: State, move: Move) -> State:
    """The companion is there now."""
    return State(move.to, tuple(dict.fromkeys((*state.been, move.to))))


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The path with its places and what stands at them, covered where the scene says so until the companion has been
    there; the companion where it is, at first before the first place.
    """
    path, standing = _path(table), _standing(table)
    together = {spot.name: _together(spot, standing[spot.name], path) for spot in path if spot.name in standing}
    stands = {spot.name: _standing_at(spot, together[spot.name], state) for spot in path if spot.name in together}
    filled = [spot for spot in path if spot.front and spot.name in stands]
    easels = [_easel(spot, stands[spot.name], state) for spot in filled]
    covers = [*(easel.frame for easel in easels), *_veils(path, stands, state)]
    companion = _companion(table, state, together, covered=bool(covers))
    if easels and HOLDS[_here(path, state).hold].rises:
        return Picture((*scenery(table), *on_easels(easels, state.been, state.at, companion)))
    signs = waiting(spot_signs(tuple(_sign_beside(spot, together.get(spot.name)) for spot in path)), path)
    behind = (*haze(_places(table), table.offered), *signs, *(() if standing else _light(path, state)))
    things = [stands.get(spot.name) or _bare(spot) for spot in path]
    end = way_on(path, state.at, _companion_at(path[-1], True, False))
    return Picture((*scenery(table), *end, *behind, *things, *covers, *keeper(_visits(table)), companion))


def _here(path: tuple[Spot, ...], state: State) -> Spot:
    """The place where the companion is, at first the first."""
    return next((spot for spot in path if spot.name == state.at), path[0])


def _companion(table: Table, state: State, together: dict[str, Stamp], covered: bool) -> Stamp:
    """The companion beside the place where it is, or before the first of them; there it stands further back where what
    is at the places is `covered` or rough.
    """
    path, here = _path(table), _here(_path(table), state)
    benches = any(o.art in BENCHES for stands in _standing(table).values() for o in stands)
    x, y, width = _companion_at(here, here.name in together or any(spot.sign for spot in path), benches)
    x = max(min(x, NEAREST_EDGE), x - _aside(here, together.get(here.name)))
    loop = past(here, here.name in together)
    if not state.at and (benches or not any(spot.size for spot in path)):  # it waits where it always does
        x, y, width = companion_at(table.layout)
    if not state.at and (covered or loop):  # nothing is stepped on yet
        x, loop = max(NEAREST_EDGE, x - TO_PASS * width if loop else here.x - AT_FIRST * width), ""
    return Stamp(table.companion + LOOKING, x, y, width, id=COMPANION_ID, loop=f"{loop} {width:g}" if loop else "")


def _light(path: tuple[Spot, ...], state: State) -> Things:
    """Light on the prints that come next on the road: where nothing stands on it, it asks for no hand by itself."""
    if rough(path[0]):
        return ()
    names = [spot.name for spot in path]
    after = path[names.index(state.at) + 1 :] if state.at else path
    return pools(after[:1], ())


def _companion_at(here: Spot, before: bool, benches: bool) -> tuple[float, float, float]:
    """Beside the place; where the scene says how large things are there, on the road, `before` what stands there; on
    a bench, where there are `benches`.

    Centre and width.
    """
    if not here.size:
        return max(NEAREST_EDGE, here.x + BESIDE[0]), _foot(here) + BESIDE[1], COMPANION_SIZE
    if benches:
        x, feet, width = on_bench(here)
        return x, feet - FEET * width, width
    rises = HOLDS[here.hold].rises
    size, behind = (BEFORE, 0 if rises else AHEAD) if before else (ON_ROAD, BEHIND)
    width = min(size * here.size, LARGEST if before else inf)
    if past(here, before):
        return here.x + PAST[0] * width, here.y + (PAST[1] - FEET) * width, width
    feet = here.y + ((ON_STONE if rises else LOWER) * width if before else 0)
    return max(NEAREST_EDGE, here.x - behind * width), feet - FEET * width, width


def _aside(here: Spot, stands: Stamp | None) -> float:
    """How much further from several than from one the companion is, so that it stands before none of them."""
    return 0 if stands is None or past(here, True) else FURTHER * (stands.width - (here.size or PICTURE))


def _standing(table: Table) -> dict[str, tuple[Offered, ...]]:
    """What stands at which place: all that was laid at a place of this name, else the pictures in their order."""
    return by_place(table) or {spot.name: (offered,) for spot, offered in _visits(table)}


def _visits(table: Table) -> Lanterns:
    """The pictures in their order, each at its place."""
    return standing(_places(table), table.offered)


def _together(spot: Spot, stands: tuple[Offered, ...], path: tuple[Spot, ...]) -> Stamp:
    """What stands at this place, its feet on the path: several side by side, as large as the next stops let them be."""
    art, wide = group(tuple(picture.on(spot.hold) for picture in stands))
    size, ways = spot.size or PICTURE, [max(abs(to.x - spot.x), abs(to.y - spot.y)) for to in path if to != spot]
    room = max(size, SIDE_BY_SIDE * min(ways, default=inf))
    width = size if spot.front else min(size * wide, room)  # under what lies over it there is no more room
    aside = RIGHT * size if rough(spot) and spot.sign else 0
    return Stamp(art, spot.x + aside, _foot(spot) - size / 3 - (width - size) / 2, width)


def _sign_beside(spot: Spot, stands: Stamp | None) -> Spot:
    """A rough stone with its sign to the left of the help that lies there, so that neither hides the other."""
    if stands is None or not rough(spot):
        return spot
    return replace(spot, x=stands.x - stands.width / 2 - SIGN / 2 + (TUCKED + LEFT) * spot.size)


def _bare(spot: Spot) -> Stamp | TouchArea:
    """Footprints on the path, where nothing stands; on a rough stone none: nothing has been laid there."""
    means, size = SpotId(spot.name), min(STONE, spot.size)
    if rough(spot):
        return touch_area(spot)
    if size:
        return Stamp("footprints", spot.x, spot.y, size, id=means, means=means, loop="breathe", lift=PAINTED)
    return Stamp("two-footprints", spot.x, _foot(spot), STONE, id=means, means=means, loop="breathe", lift=READY)


def _standing_at(spot: Spot, stands: Stamp, state: State) -> Stamp:
    """What stands there, as it is now."""
    art, means = stands.art, SpotId(spot.name)
    if isinstance(art, str) and spot.name in state.been:
        art = REACHED.get(art, art)
    lift = GLOWING if art in LIGHTS else STANDING if art in OF_VISITS else READY
    return replace(stands, art=art, id=means, means=means, loop="breathe", lift=lift)


def _cover(spot: Spot, been: bool) -> Stamp:
    """What lies over the picture at this place until somebody has been there, and what it is then."""
    art = spot.closed[-1] if been and spot.closed else spot.front
    size = spot.size or PICTURE
    place = (spot.x, _foot(spot) - size / 3, COVER * size)
    return Stamp(art, *place, id=Scenery(f"front-{spot.name}"), lift=PAINTED)


def _easel(spot: Spot, stands: Stamp, state: State) -> WishEasel:
    """What stands at this place in its frame."""
    frame = _cover(spot, spot.name in state.been)
    return WishEasel(spot, stands, replace(frame, width=FRAME * (spot.size or PICTURE)))


def _veils(path: tuple[Spot, ...], stands: Collection[str], state: State) -> Things:
    """What lies over a rough stone on which no help is: mist, which is thin once somebody has been there."""
    bare = (spot for spot in path if spot.front and rough(spot) and spot.name not in stands)
    return waiting(tuple(_cover(spot, spot.name in state.been) for spot in bare), path)


def _foot(spot: Spot) -> float:
    """Where the path is: at the foot of a spot that is higher than a stone."""
    return spot.y + max(0.0, (spot.height - STONE) / 2)


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """Taps on the first places, one after the other."""
    return tuple(touch for spot in _path(table)[:2] for touch in tap(spot.x, _foot(spot)))


def demo_policy(table: Table) -> DemoPolicy:
    """To the lantern that is lit on this visit, else along the whole road, as far as something stands there."""
    path, standing = _path(table), _standing(table)
    stops = [number for number, spot in enumerate(path, 1) if spot.name in standing]
    tonight = [n for n in stops if any(o.art in REACHED for o in standing[path[n - 1].name])]
    many = tonight[0] if tonight else max(stops, default=len(table.spots))
    return DemoPolicy(many, many)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """How far the walk went: the last place, and the pictures that the companion has been at; where these were laid at
    places before, what stood at each.
    """
    standing, laid = _standing(table), by_place(table)
    been = [spot for spot in _path(table) if spot.name in state.been]
    if laid and laid.keys().isdisjoint(o.id for o in table.offered):  # else it is of a record from before
        stood = [(spot, laid.get(spot.name, ())) for spot in been]
        return tuple(Outcome(STOOD if some else WALKED, some, spot.name, spot.label) for spot, some in stood)
    seen = tuple(offered for spot in been for offered in standing.get(spot.name, ()))
    return (Outcome(WALKED, seen, been[-1].name, been[-1].label),) if been else ()


def _path(table: Table) -> tuple[Spot, ...]:
    """The places in the order of the activity; where pictures stand there one after another, as many as pictures, and
    those that have a sign: a child sees what they are.
    """
    places, standing, laid = _places(table), _standing(table), by_place(table)
    apart = {} if laid else {spot.name: spot for spot, _ in _visits(table)}
    seen = (g for g in places if laid or not table.offered or g.sign or g.name in standing)
    return tuple(apart.get(spot.name, spot) for spot in seen)


def _places(table: Table) -> tuple[Spot, ...]:
    """All places, in the order of the activity."""
    order = [spot.name for spot in table.step.along]
    return tuple(sorted(table.spots, key=lambda spot: order.index(spot.name)))
