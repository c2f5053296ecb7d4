"""Where things lie on a child's screen; every mechanic lays its table with these.

Geometry is written once, here, in design units (1280 x 800). Pure: no clock, no files, no pygame.
"""

from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from game.core.hold import HOLDS
from game.core.ids import Area, Control, Id, Option, Scenery
from game.core.picture import (
    FLAT,
    HELD,
    MARGIN,
    PAINTED,
    READY,
    STANDING,
    Art,
    Glow,
    Picture,
    Stamp,
    Things,
    TouchArea,
)
from game.core.seating import as_read, slots
from game.core.table import BANDS, Hand, Hands, Offered, Spot, Table

TRAY_LEFT, TRAY_RIGHT, TRAY_Y = 436, 1112, 658
TRAY_SIZE = 118
TRAY_MOST = 6  # more on the tray would be smaller than a child can touch
RIM = 24  # how much wider what pictures lie on is than where they lie
SEATS_LEFT, SEATS_RIGHT, SEATS_RIGHT_OF_TURN, SEAT_ROWS = 330, 1190, 1136, (215, 425)
SEATS_MOST = 8
SCALE = 5  # pictures whose order means something: so many lie there at once, in one row where there is room
TURN_AT = (1196, 425)
SEAT_SIZE = 190
GLEAM_ENDS = 0.125  # of its width: so much higher than other pictures ends a stone that lies in its gleam
TURN = Control("turn")
TRAY, CLOTH = Area("tray"), Area("cloth")
IN_THE_AIR = "in-the-air"  # the name of what a hand holds, where the like of it stays on the tray


class Seat(Struct, frozen=True):
    """A picture's own place while nobody has moved it: centre and width, and the `area` of the scene on which that is;
    None where the scene has none for it.
    """

    picture: Offered
    x: float
    y: float
    size: float
    area: Spot | None = None


def laid_out(table: Table, turn: int, most: int) -> tuple[Offered, ...]:
    """The pictures of this turn, at most so many; the ones that lie beside them come with every turn."""
    many = min(most, most_of_band(table))
    first = turn % turns(table, most) * many
    return table.offered[first : first + many] + table.beside


def turns(table: Table, most: int) -> int:
    """How often the pictures can be turned before the first come back; 1 when all lie there at once."""
    return max(1, -(-len(table.offered) // min(most, most_of_band(table))))


def most_of_band(table: Table) -> int:
    """So many pictures lie there at once at the most, for a child so old; a short scale is seen whole by all."""
    many = BANDS[table.band]
    return max(many, SCALE) if table.as_written and len(table.offered) <= SCALE else many


def tray_most(table: Table) -> int:
    """So many pictures that are laid onto something lie there at once at the most."""
    return _most(table, table.layout.supplies, TRAY_MOST)


def seats_most(table: Table) -> int:
    """So many pictures of which one chooses lie there at once at the most."""
    return _most(table, table.layout.options, SEATS_MOST)


def _most(table: Table, areas: tuple[Spot, ...], usual: int) -> int:
    """As the scene says of its areas, else as everywhere; a scale is not broken for it."""
    return max(sum(area.most for area in areas) or usual, SCALE if table.as_written else 0)


def tray_seats(table: Table, turn: int) -> tuple[Seat, ...]:
    """The pictures that are laid onto something: where the scene has them, else in one row at the bottom."""
    if table.layout.supplies:
        return _in_scene(table, table.layout.supplies, turn, tray_most(table))
    places = _tray_places(table)
    size = min(TRAY_SIZE, (TRAY_RIGHT - TRAY_LEFT) / len(places) - 4)
    shown = laid_out(table, turn, TRAY_MOST)
    return tuple(Seat(picture, x, TRAY_Y, size) for picture, x in zip(shown, places, strict=False))


def middle_seats(table: Table, turn: int) -> tuple[Seat, ...]:
    """The pictures of which one chooses: where the scene has them, else in the middle, in one row or, where there are
    more than five, in two, the lower one the longer."""
    if table.layout.options:
        return _in_scene(table, table.layout.options, turn, seats_most(table))
    shown = laid_out(table, turn, SEATS_MOST)
    scale = table.as_written and len(shown) - len(table.beside) <= SCALE
    split = len(shown) // 2 if len(shown) > 5 and not scale else 0
    rows = ((shown[:split], SEAT_ROWS[0]), (shown[split:], SEAT_ROWS[1]))
    right = SEATS_RIGHT if turns(table, SEATS_MOST) == 1 else SEATS_RIGHT_OF_TURN
    size = min(SEAT_SIZE, (right - SEATS_LEFT) / max(1, len(shown) - split) - 4)
    return tuple(
        Seat(picture, x, y, size)
        for row, y in rows
        for picture, x in zip(row, _row(len(row), SEATS_LEFT, right), strict=True)
    )


def _in_scene(table: Table, areas: tuple[Spot, ...], turn: int, most: int) -> tuple[Seat, ...]:
    """As large as there is room for the most that lie there at once, so that they stay as they are when turned."""
    count = min(len(table.offered), most_of_band(table), most) + len(table.beside)
    places = (as_read if table.as_written else slots)(tuple(map(_within, areas)), max(1, count))
    found = zip(laid_out(table, turn, most), places, strict=False)
    return tuple(Seat(picture, slot.x, slot.y, slot.size, slot.area) for picture, slot in found)


def _within(area: Spot) -> Spot:
    """The part of an area where pictures lie: beside them is what they come from."""
    left, top, width, height = area.box
    return replace(area, x=left + width / 2, y=top + height / 2, width=width, height=height, inside=())


def beside_options(seats: tuple[Seat, ...]) -> tuple[float, float]:
    """Where a demonstration takes its neutral sample from: just above the options, on none of them."""
    if not seats:
        return (TRAY_LEFT + TRAY_RIGHT) / 2, TRAY_Y
    top = min(seat.y - seat.size / 2 for seat in seats)
    return sum(seat.x for seat in seats) / len(seats), top - MARGIN - 6


def tray(table: Table, turn: Control = TURN) -> Things:
    """The ground of the tray and, where there is more than fits, the picture that turns it, which means `turn`.

    Where the scene has its own areas, what is taken back can be laid on each of them.
    """
    if areas := table.layout.supplies:
        spots = tuple(TouchArea(TRAY, a.x, a.y, a.width, a.height) for a in areas)
        return (*_below(areas), *spots, *turner(table, tray_most(table), *TURN_AT, 108, turn))
    places = _tray_places(table)
    size = min(100, (TRAY_RIGHT - TRAY_LEFT) / len(places) - 2)
    return tray_ground() + turner(table, TRAY_MOST, places[-1], TRAY_Y, size, turn)


def _below(areas: tuple[Spot, ...]) -> Things:
    """What the pictures lie on, where the scene names it: it is there only while something lies ready."""
    return tuple(
        Stamp(a.sign, a.x, a.y, a.width + RIM, a.height + RIM / 2, id=Scenery(f"below-{a.name}"), lift=PAINTED)
        for a in areas
        if a.sign
    )


def tray_ground() -> Things:
    """The tray without anything on it."""
    middle, width = (TRAY_LEFT + TRAY_RIGHT) / 2, TRAY_RIGHT - TRAY_LEFT
    tray = Stamp("tray", middle, TRAY_Y, width + RIM, 150, id=Scenery("tray"))
    return tray, TouchArea(TRAY, middle, TRAY_Y, width, 140)


def turner(table: Table, most: int, x: float, y: float, size: float, turn: Control = TURN) -> Things:
    """The picture that shows other pictures, where the scene has one, else here; nothing where all lie there."""
    if turns(table, most) == 1:
        return ()
    if area := table.layout.turner:
        where, lift = (area.x, area.y, area.width, area.height), HOLDS[area.hold or "stand"].lift
        return (Stamp(area.sign, *where, id=turn, means=turn, lift=lift),)
    return (Stamp("turn-tray", x, y, size, id=turn, means=turn, lift=READY),)


def _tray_places(table: Table) -> tuple[float, ...]:
    """Places for what lies on the tray at once and, at its end, for what turns it; they stay when it is turned."""
    shown = min(len(table.offered), most_of_band(table), TRAY_MOST)
    return _row(max(1, shown + len(table.beside) + (turns(table, TRAY_MOST) > 1)), TRAY_LEFT, TRAY_RIGHT)


def lying(seat: Seat) -> Things:
    """A picture at its seat, ready to be touched, with what holds it and what lies over it there."""
    option, area = Option(seat.picture.id), seat.area
    picture = Stamp(seat.picture.art, seat.x, seat.y, seat.size, id=option, means=option)
    if area is None:
        return (held(picture, ""),)
    front = "" if seat.picture.photo else area.front  # what is on it is seen down to its lower edge
    return (*_there(seat, area.vessel, "vessel"), held(picture, area.hold), *_there(seat, front, "front"))


def _there(seat: Seat, art: str, what: str) -> Things:
    """A picture of the scene in the place and size of the one that lies there."""
    id = Scenery(f"{what}-{seat.picture.id}")
    return (Stamp(art, seat.x, seat.y, seat.size, id=id, lift=PAINTED),) if art else ()


def held(stamp: Stamp, hold: str) -> Stamp:
    """The picture as a place holds it that does it in this way."""
    how = HOLDS[hold]
    stamp = _set_down(stamp) if how.lift == STANDING else stamp
    return replace(stamp, lift=how.lift, loop=how.loop, strength=how.strength)


def _set_down(stamp: Stamp) -> Stamp:
    """What gleams stands without its gleam, which has no foot, and lower: its paint ends higher than that of others."""
    if not isinstance(stamp.art, Picture) or not any(isinstance(thing, Glow) for thing in stamp.art.things):
        return stamp
    bare = tuple(thing for thing in stamp.art.things if not isinstance(thing, Glow))
    return replace(stamp, art=replace(stamp.art, things=bare), y=stamp.y + GLEAM_ENDS * stamp.width)


def trace(seat: Seat) -> Things:
    """The seat of a picture that is elsewhere now; in a scene of its own nothing is seen of it."""
    if seat.area:
        return ()
    return (Stamp(seat.picture.art, seat.x, seat.y, seat.size, strength=0.12, lift=FLAT),)


def in_the_air(hands: Hands, art: Mapping[Id, Art], size: float, endless: Collection[Id] = ()) -> tuple[Stamp, ...]:
    """The things that hands hold; `art` gives a thing's picture by its id.

    Of what is `endless` the like stays on the tray, and several fingers can have it: each has an id of its own.
    """
    ids = {hand.finger: Scenery(IN_THE_AIR, hand.finger) for hand in hands if hand.what in endless}
    held = [(hand, hand.what) for hand in hands if hand.what and hand.what in art]
    return tuple(_held(hand, what, art[what], size, ids.get(hand.finger, what)) for hand, what in held)


def _held(hand: Hand, what: Id, art: Art, size: float, id: Id) -> Stamp:
    return Stamp(art, hand.x, hand.y - 10, size * 1.08, id=id, means=what, lift=HELD)


def options(table: Table) -> dict[Id, Offered]:
    """The pictures on the table by what a touch on them is about."""
    return {Option(picture.id): picture for picture in table.offered + table.beside}


def _row(count: int, left: float, right: float) -> tuple[float, ...]:
    step = (right - left) / max(1, count)
    return tuple(left + step * (i + 0.5) for i in range(count))
