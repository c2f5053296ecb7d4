"""The places for pictures in a scene: where they lie ready, all of one size, and where they can be laid.

Pure geometry in design units (1280 x 800): areas and spots in, places out.
"""

from functools import lru_cache
from itertools import combinations
from math import ceil, cos, hypot, pi, sin

from msgspec import Struct
from msgspec.structs import replace

from game.core.hold import HOLDS, Hold
from game.core.picture import STANDING
from game.core.puppet import Point
from game.core.table import Spot

LARGEST, SMALLEST, STEP = 260, 70, 2  # widths that are tried, from the largest down
GAP = 10  # between two pictures
IN_ROW, LEAST_IN_ROW = 7, 96  # so many pictures whose order means something share a row, as long as each is so wide
TOGETHER, AROUND = 0.52, 0.19  # how wide what shares a place is, and how far from its middle, in the place's width
TIED = 0.17  # of its width: so far up what is wrapped lies, that the ribbon round it is seen over a front
CLEAR = 0.3  # of what lies between two spots, so much is on none of them, to each side of its middle
COVERED = 0.25  # so much of what stands in a row may be covered by the next one
NONE = 0.01  # the room of an area that is too small: the others are taken first


class Slot(Struct, frozen=True):
    """A place for one picture: its centre and width, and the area on which it is."""

    x: float
    y: float
    size: float
    area: Spot


@lru_cache(64)  # asked anew for each picture of a finger on its way
def slots(areas: tuple[Spot, ...], count: int, largest: int = LARGEST) -> tuple[Slot, ...]:
    """Places for so many pictures, area by area, each row from the left; as large as there is room for all.

    Each area takes its part of them, so that none is crowded while another one is empty. `areas` must not be empty.
    Where areas say how wide things are there, they are so wide at the most.
    """
    largest = max(int(area.size) for area in areas) or largest
    size = next((size for size in range(largest, SMALLEST, -STEP) if _room(areas, size) >= count), SMALLEST)
    return tuple(place for area, many in _shared(areas, count, size) for place in _rows(area, many, size))


def as_read(areas: tuple[Spot, ...], count: int) -> tuple[Slot, ...]:
    """The same for pictures whose order means something: in one row, where up to IN_ROW of them are large enough in it,
    else from row to row as a text is read, areas side by side together.
    """
    row = max((_row(area, count) for area in areas), key=lambda places: places[0].size)
    if count <= IN_ROW and row[0].size >= LEAST_IN_ROW:
        return row
    rest, lines = sorted(slots(areas, count), key=lambda place: place.y), []
    while rest:
        line = [place for place in rest if place.y - rest[0].y < place.size / 2]
        lines += sorted(line, key=lambda place: place.x)
        rest = rest[len(line) :]
    return tuple(lines)


def _row(area: Spot, count: int) -> tuple[Slot, ...]:
    """So many places in one row; what hangs does so from the upper edge."""
    size = min(LARGEST, int((area.width + GAP) / count) - GAP, int(area.height))
    up = area.height - size if area.hold == "hang" else 0
    return tuple(replace(place, y=place.y - up) for place in _rows(area, count, size))


def heap(area: Spot, count: int) -> tuple[Slot, ...]:
    """Places for so many pictures that share one round place and lie over each other a little, around its middle; what
    is wrapped there lies higher behind a front, which would hide what its paper is tied with.
    """
    size, away = TOGETHER * area.width, AROUND * area.width if count > 1 else 0
    up = TIED * size if area.front and HOLDS[area.hold].wraps else 0
    turns = [2 * pi * i / max(1, count) - pi * (0.5 + 0.5 / max(1, count)) for i in range(count)]
    return tuple(Slot(area.x + away * cos(turn), area.y + away * sin(turn) - up, size, area) for turn in turns)


def shared(at: Point, size: float, number: int, many: int) -> tuple[float, Point]:
    """How large a thing is, and where it lies, which is one of so many where there is room for one of this size: the
    more there are, the less is seen of each, but something of all.
    """
    if many == 1:
        return size, at
    place = heap(Spot("", *at, size, size), many)[number]
    return place.size, (place.x, place.y)


def cells(spot: Spot, size: float, heaped: bool = False) -> tuple[Point, ...]:
    """The middles of the places on a spot where a picture can lie, row by row.

    None lies upon another, but where things sink in, lie in a heap or stand before one another; that reach beyond the
    spot only where the scene says how large they are there. `heaped`: of many things there is room for more, as in a
    heap, where the scene says nothing else.
    """
    how = HOLDS[spot.hold]
    how = HOLDS["heap"] if heaped and how.step == 1 else how
    left, top, width, height = spot.box if spot.size else _within(spot.box, size, how)
    columns, rows = max(1, int(width // (size * how.step))), max(1, int(height // (size * how.down)))
    wide, high = width / columns, height / rows
    up = max(0.0, size - high) if how.lift == STANDING and not spot.size else 0  # what is higher stands there, too
    places = ((left + (i + 0.5) * wide, top + (j + 0.5) * high - up / 2) for j in range(rows) for i in range(columns))
    return tuple(places)


def with_room(spot: Spot, size: float, at: tuple[Point, ...]) -> tuple[float, tuple[Point, ...]]:
    """How large things are that lie on a spot at these places, and where: the more there are, the smaller they are
    where they would hide one another, but where the scene says how large they are, or how they lie over each other.
    """
    how = HOLDS[spot.hold]
    if spot.size or not at:
        return size, at
    if how.lift == STANDING:
        return _side_by_side(spot, size, at)
    return _in_more_cells(spot, size, at) if how.step == 1 else (size, at)


def _side_by_side(spot: Spot, size: float, at: tuple[Point, ...]) -> tuple[float, tuple[Point, ...]]:
    """What stands in rows: where one is covered too far, its row makes room; where that has not enough of it, all are
    smaller. Each stays on its line, and in the same order.
    """
    rows = [sorted({place for place in at if place[1] == y}) for y in {y for _, y in at}]
    crowded = [row for row in rows if any(overlap(a, b, size) > COVERED for a, b in combinations(row, 2))]
    left, _, width, _ = spot.box
    small = min((max(SMALLEST, width / len(row)) for row in crowded), default=size)
    small, moved = min(size, small), dict[Point, float]()
    for row in crowded:
        edge = max(small, width / len(row)) / 2
        apart = max(width - 2 * edge, 0) / (len(row) - 1)
        moved |= {place: left + edge + i * apart for i, place in enumerate(row)}
    return small, tuple((moved.get(place, place[0]), place[1] + (size - small) / 2) for place in at)


def _in_more_cells(spot: Spot, size: float, at: tuple[Point, ...]) -> tuple[float, tuple[Point, ...]]:
    """What lies side by side: where two would share a cell, each in the nearest of as many smaller ones as it takes."""
    if len({*at}) == len(at):
        return size, at
    sizes = (float(small) for small in range(int(size), SMALLEST, -STEP) if len(cells(spot, small)) >= len(at))
    small, taken = next(sizes, float(SMALLEST)), list[int]()
    found = cells(spot, small)
    for place in at:
        taken.append(free_cell((small, found), taken, place, False))
    return small, tuple(found[cell] for cell in taken)


def room(spot: Spot, size: float, small: float, again: bool) -> tuple[float, tuple[Point, ...]]:
    """How large things are on a spot that says nothing else, and where they can lie; what can be laid `again` lies in a
    heap, or is `small` in a vessel, which it fills.
    """
    wide = spot.size or (small if again and spot.vessel else size)
    return wide, cells(spot, wide, again and not spot.vessel)


def largest(spot: Spot, many: int, least: float, standing: float) -> float:
    """How wide things are of which so many at the most lie on a spot: as wide as there is room for all side by side;
    what stands there is in one row, and so high at the most as there is room `standing`.

    `least`, where there may be any number (0), and where the scene says how large they are or has something to lay them
    into.
    """
    _, _, wide, high = spot.box
    if not many or spot.size or spot.vessel or spot.front:
        return least
    sizes = range(LARGEST, int(least), -STEP)
    if HOLDS[spot.hold].lift == STANDING:
        return next((float(size) for size in sizes if wide // size >= many and size <= standing), least)
    return next((float(size) for size in sizes if (wide // size) * (high // size) >= many), least)


def free_cell(room: tuple[float, tuple[Point, ...]], taken: list[int], near: Point, again: bool) -> int:
    """The number of the free cell in this `room` that is nearest, or of the one that is covered least; what is laid
    `again` and again falls to the bottom, as pebbles do.
    """
    size, places = room

    def how_far(cell: int) -> tuple[float, ...]:
        x, y = places[cell]
        if again:
            return taken.count(cell), -y, abs(x - near[0])
        covered = sum(overlap(places[cell], places[other], size) for other in taken)
        return taken.count(cell), round(covered, 2), hypot(x - near[0], y - near[1])

    return min(range(len(places)), key=how_far)


def _within(box: tuple[float, ...], size: float, how: Hold) -> tuple[float, ...]:
    """The part of this box over which places that lie so close are spread, that what lies there stays in it."""
    left, top, width, height = box
    aside = max(0.0, min(size * (1 - how.step), width - size)) / 2
    down = max(0.0, min(size * (1 - how.down), height - size)) / 2
    return left + aside, top + down, width - 2 * aside, height - 2 * down


def halfway(spots: tuple[Spot, ...], size: float) -> tuple[Spot, ...]:
    """The places between two spots that are next to each other, so wide; what lies there is at neither.

    >>> halfway((Spot("near", 100, 100, 100, 100), Spot("far", 400, 100, 100, 100)), 80)[0].box
    (210.0, 60.0, 80, 80)
    """
    pairs = [(one, other, *_middle(one, other)) for one, other in combinations(spots, 2)]
    return tuple(
        Spot(f"{one.name}+{other.name}", x, y, size, size, f"{one.label} / {other.label}", hold=one.hold)
        for one, other, x, y in pairs
        if all(max(abs(x - g.x) * 2 - g.width, abs(y - g.y) * 2 - g.height) >= size * CLEAR for g in spots)
    )


def _middle(one: Spot, other: Spot) -> Point:
    """The middle of what lies between two spots."""
    edges = [
        sorted((a - wide / 2, a + wide / 2, b - broad / 2, b + broad / 2))
        for a, wide, b, broad in ((one.x, one.width, other.x, other.width), (one.y, one.height, other.y, other.height))
    ]
    return (edges[0][1] + edges[0][2]) / 2, (edges[1][1] + edges[1][2]) / 2


def _room(areas: tuple[Spot, ...], size: float) -> int:
    return sum(_columns(area, size) * _lines(area, size) for area in areas)


def _columns(area: Spot, size: float) -> int:
    return int((area.width + GAP) // (size + GAP))


def _lines(area: Spot, size: float) -> int:
    return int((area.height + GAP) // (size + GAP))


def _shared(areas: tuple[Spot, ...], count: int, size: float) -> list[tuple[Spot, int]]:
    """How many lie on each area: one after the other goes to where the smallest part of the room is taken."""
    rooms = [_columns(area, size) * _lines(area, size) or NONE for area in areas]
    many = [0] * len(areas)
    for _ in range(count):
        emptiest = min(range(len(areas)), key=lambda i: (many[i] + 1) / rooms[i])
        many[emptiest] += 1
    return list(zip(areas, many, strict=True))


def _rows(area: Spot, many: int, size: float) -> list[Slot]:
    """So many places on one area, in as few rows as they need, each row spread over its width."""
    lines = max(1, ceil(many / max(1, _columns(area, size))))
    left, top = area.x - area.width / 2, area.y - area.height / 2
    found = []
    for line in range(lines):
        row = many * (line + 1) // lines - many * line // lines
        y = top + area.height * (line + 1) / lines - size / 2 if lines > 1 else top + area.height - size / 2
        found += [Slot(left + area.width * (i + 0.5) / row, y, size, area) for i in range(row)]
    return found


def overlap(a: Point, b: Point, size: float) -> float:
    """The share of a picture of this size at `a` that one at `b` covers."""
    return max(0.0, 1 - abs(a[0] - b[0]) / size) * max(0.0, 1 - abs(a[1] - b[1]) / size)
