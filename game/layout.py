"""Where things lie on a child's screen; every mechanic lays its table with these.

Geometry is written once, here, in design units (1280 x 800). Pure: no clock, no files, no pygame.
"""

from msgspec import Struct

from game.picture import FLAT, HELD, READY, Backdrop, Spot, Stamp
from game.table import BANDS, Ground, Hand, Hands, Offered, Table

COMPANION = (366, 626, 168)  # centre and width: lower left, between the controls and the tray
SAMPLE_AT = (362, 560)  # a demonstration begins at the companion's paws, never on an option
TRAY_LEFT, TRAY_RIGHT, TRAY_Y = 436, 1112, 658
TRAY_SIZE = 118
SEATS_LEFT, SEATS_RIGHT, SEAT_ROWS = 340, 1180, (215, 425)
SEAT_SIZE = 190
TURN = "control-turn"
TRAY = "spot-tray"


class Seat(Struct, frozen=True):
    """A picture's own place while nobody has moved it: centre and width."""

    picture: Offered
    x: float
    y: float
    size: float


def setting(table: Table, looks: str = "looking") -> tuple:
    """What lies behind every step: the scene, and the companion looking towards what can be touched."""
    x, y, width = COMPANION
    return (Backdrop(table.scene), Stamp(f"{table.companion}-{looks}", x, y, width, id="companion"))


def laid_out(table: Table, turn: int) -> tuple[Offered, ...]:
    """The pictures of this turn of the tray; the ones that lie beside it come with every turn."""
    many = BANDS[table.band]
    if len(table.offered) <= many:
        return table.offered + table.beside
    first = turn % turns(table) * many
    return table.offered[first : first + many] + table.beside


def turns(table: Table) -> int:
    """How many different trays there are; 1 when all pictures lie on it at once."""
    return max(1, -(-len(table.offered) // BANDS[table.band]))


def tray_seats(table: Table, turn: int) -> tuple[Seat, ...]:
    """The pictures in one row at the bottom, left to right."""
    shown = laid_out(table, turn)
    places = _row(_slots(table), TRAY_LEFT, TRAY_RIGHT)
    size = min(TRAY_SIZE, places[1] - places[0] - 4) if len(places) > 1 else TRAY_SIZE
    return tuple(Seat(picture, x, TRAY_Y, size) for picture, x in zip(shown, places, strict=False))


def middle_seats(table: Table, turn: int) -> tuple[Seat, ...]:
    """The pictures in the middle: one row, or two where there are more than five, the lower one the longer."""
    shown = laid_out(table, turn)
    if len(shown) <= 5:
        rows = ((shown, SEAT_ROWS[1]),)
    else:
        split = len(shown) // 2
        rows = ((shown[:split], SEAT_ROWS[0]), (shown[split:], SEAT_ROWS[1]))
    columns = max(len(row) for row, _ in rows)
    size = min(SEAT_SIZE, (SEATS_RIGHT - SEATS_LEFT) / columns - 4)
    return tuple(
        Seat(picture, x, y, size)
        for row, y in rows
        for picture, x in zip(row, _row(len(row), SEATS_LEFT, SEATS_RIGHT), strict=True)
    )


def tray(table: Table) -> tuple:
    """The ground of the tray and, where there is more than fits, the picture that turns it."""
    width = TRAY_RIGHT - TRAY_LEFT
    things = (
        Stamp("tray", (TRAY_LEFT + TRAY_RIGHT) / 2, TRAY_Y, width + 24, 150, id="tray"),
        Spot(TRAY, (TRAY_LEFT + TRAY_RIGHT) / 2, TRAY_Y, width, 140),
    )
    at = _row(_slots(table), TRAY_LEFT, TRAY_RIGHT)[-1]
    return things + turner(table, at, TRAY_Y, 96)


def turner(table: Table, x: float, y: float, size: float) -> tuple:
    """The picture that turns the tray; nothing where all lies there already."""
    if turns(table) == 1:
        return ()
    return (Stamp("turn-tray", x, y, size, id=TURN, means=TURN, lift=READY),)


def grounds(table: Table) -> tuple:
    """The spots of the scene, each with its sign."""
    signs = tuple(
        Stamp(g.sign, g.x, g.y - g.height / 2 - 22, 118, id=f"sign-{g.name}") for g in table.grounds if g.sign
    )
    return signs + tuple(Spot(f"spot-{g.name}", g.x, g.y, g.width, g.height) for g in table.grounds)


def cells(ground: Ground, size: float = 112) -> tuple[tuple[float, float], ...]:
    """The places inside a spot where a picture can lie, none upon another, row by row."""
    columns, rows = max(1, int(ground.width // size)), max(1, int(ground.height // size))
    wide, high = ground.width / columns, ground.height / rows
    left, top = ground.x - ground.width / 2, ground.y - ground.height / 2
    return tuple((left + (i + 0.5) * wide, top + (j + 0.5) * high) for j in range(rows) for i in range(columns))


def lying(seat: Seat, loop: str = "breathe") -> Stamp:
    """A picture at its seat, ready to be touched."""
    picture = seat.picture
    return Stamp(picture.art, seat.x, seat.y, seat.size, id=picture.id, means=picture.id, loop=loop, lift=READY)


def trace(seat: Seat) -> Stamp:
    """The seat of a picture that is elsewhere now."""
    return Stamp(seat.picture.art, seat.x, seat.y, seat.size, strength=0.15, lift=FLAT)


def in_the_air(hands: Hands, art: dict, size: float) -> tuple[Stamp, ...]:
    """The things that hands hold; `art` gives a thing's picture by its id."""
    return tuple(_held(hand, art[hand.what], size) for hand in hands if hand.what in art)


def _held(hand: Hand, art, size: float) -> Stamp:
    return Stamp(art, hand.x, hand.y - 10, size * 1.08, id=hand.what, means=hand.what, lift=HELD)


def _slots(table: Table) -> int:
    shown = min(len(table.offered), BANDS[table.band])
    return max(1, shown + len(table.beside) + (turns(table) > 1))


def _row(count: int, left: float, right: float) -> tuple[float, ...]:
    step = (right - left) / max(1, count)
    return tuple(left + step * (i + 0.5) for i in range(count))

