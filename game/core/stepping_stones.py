"""Stepping-stones: where they lie in a scene, all at once, what stands on them, who walks over them, and the sand.

Pure geometry in design units (1280 x 800): no clock, no files, no pygame.
"""

from msgspec import Struct

from game.core.companion import COMPANION_ID, FEET, companion_at
from game.core.ids import Area, Id, Scenery
from game.core.picture import FLAT, READY, Art, Picture, Stamp, Things, TouchArea
from game.core.puppet import Point
from game.core.seating import Slot, slots
from game.core.table import Spot, Table

LARGEST, OF_MANY, FEW = 250, 210, 3  # a stone's width at the most: of up to FEW stones, of more; with many it is less
WATER = Spot("stones", 760, 350, 840, 400)  # where they lie in a scene that says nothing of it
HEAP = Spot("sand", 774, 650, 150, 150, sign="sand-heap")
SAND = Area("sand")
TEETER = "teeter"  # the companion's loop on bumps, and after it how large they are, 0 to 1
STONE = "stone"
WIDE, HIGH, LOW = 1.16, 0.725, 0.15  # of a stone's size: a stone's picture, and how far below the middle its surface is
THICK = 0.055  # of a stone's size: so far below its surface is the middle of a stone's picture
ON_IT, FOOT = 0.7, 0.4  # of a stone's size: what stands on a stone; of that: how far below its middle its foot is
ASIDE, BEFORE, COMPANION = 0.29, 0.1, 0.54  # of a stone's size: where the companion stands, and how wide it is
ROOM = 0.19  # of a stone's size: so far what stands there makes room for it
PRESSED = 0.97  # a stone under a finger is this much smaller: something answers at once
TO_AND_FRO, DOWN = 0.16, 0.22  # of a stone's size: how far rows are shifted, and stones lie lower, at the most


class SteppingStone(Struct, frozen=True):
    """A stone's place: its number, its middle, and how wide it is with what stands on it."""

    number: int
    x: float
    y: float
    size: float

    @property
    def top(self) -> float:
        """Where the middle of the stone's surface is."""
        return self.y + LOW * self.size


def stepping_stones(table: Table) -> tuple[SteppingStone, ...]:
    """A place for each picture, row by row from afar, whatever the band shows: a map is whole."""
    areas = table.layout.options or (WATER,)
    count = len(table.offered) + len(table.beside)
    found = slots(areas, max(1, count), LARGEST if count <= FEW else OF_MANY)[:count]
    rows = [[place for place in found if place.y == y] for y in dict.fromkeys(place.y for place in found)]
    size = found[0].size if found else 0
    slack = max(0.0, min(area.height for area in areas) - len(rows) * size) / max(1, len(rows))
    up = slack / 2 if len(rows) == 1 else 0  # a single row lies in the middle
    spots = [_spot(row, i, number, slack) for number, row in enumerate(rows) for i in range(len(row))]
    return tuple(SteppingStone(number, x, y - up, size) for number, (x, y) in enumerate(spots))


def _spot(row: list[Slot], i: int, number: int, slack: float) -> tuple[float, float]:
    """Where a stone of this row lies: every second one a little lower, every second row a little to the side."""
    size = row[i].size
    room = row[0].area.width / len(row) - size
    aside = min(TO_AND_FRO * size, room / 2) * (1 if number % 2 else -1)
    return row[i].x + aside, row[i].y + min(DOWN * size, slack / 2) * (1 if i % 2 else -1)


def stone(at: SteppingStone, surface: str, art: Art, what: Id, pressed: bool, shared: bool) -> Things:
    """A stone with this surface, and what stands on it; all of it means `what`.

    `pressed`: a finger is on it. `shared`: the companion is there too, and what stands there makes room.
    """
    smaller = PRESSED if pressed else 1
    wide, size = smaller * WIDE * at.size, smaller * ON_IT * at.size
    id, low = Scenery(STONE, at.number), at.top + THICK * at.size
    high, x = smaller * HIGH * at.size, at.x + (ROOM * at.size if shared else 0)
    return (
        Stamp(surface, at.x, low, wide, high, id=id, lift=READY),
        TouchArea(what, at.x, low, wide, high),
        Stamp(art, x, at.top - FOOT * size, size, id=what, means=what, lift=FLAT, loop="breathe"),
    )


def companion_stamp(table: Table, at: SteppingStone | None, bumps: float) -> Stamp:
    """The companion on a stone, beside what stands there, in one place on all of them; without one where it waits.

    `bumps`: how bumpy the stone is, 0 to 1; so much it teeters there.
    """
    x, y, width = companion_at(table.layout)
    if at is not None:
        (x, y), width = _on(at.x, at.top, at.size), COMPANION * at.size
    loop = f"{TEETER} {bumps}" if at is not None and bumps else ""
    return Stamp(f"{table.companion}-looking", x, y, width, id=COMPANION_ID, loop=loop)


def _on(x: float, top: float, size: float) -> Point:
    """The middle of the companion's picture on a stone here."""
    return x - ASIDE * size, top + (BEFORE - FEET * COMPANION) * size


def teeters(companion: Stamp) -> float:
    """How much the companion teeters where it stands, 0 to 1."""
    word, _, bumps = companion.loop.partition(" ")
    return float(bumps) if word == TEETER else 0.0


def sand(table: Table) -> Stamp:
    """The sand where it lies ready."""
    heap = table.layout.sand or HEAP
    return Stamp(heap.sign, heap.x, heap.y, heap.width, id=SAND, means=SAND, lift=FLAT)


def steps_on(picture: Picture) -> tuple[Point, ...]:
    """The companion's place on each stone of a screen; () where there are none."""
    stones = [(thing, thing.width / WIDE) for thing in picture.things if isinstance(thing, Stamp) and _is_stone(thing)]
    return tuple(_on(stone.x, stone.y - THICK * size, size) for stone, size in stones)


def _is_stone(thing: Stamp) -> bool:
    return isinstance(thing.id, Scenery) and thing.id.name == STONE
