"""Where things lie that were laid onto the spots of a scene, and how large: alone, side by side, in a heap.

Geometry in design units (1280 x 800). Pure: no clock, no files, no pygame.
"""

from msgspec import Struct

from game.core.activity import ANY
from game.core.at_most import ONE_ALONE, on_one
from game.core.ids import Option
from game.core.puppet import Point
from game.core.seating import largest, room, shared, with_room
from game.core.spots import alone_on, standing_room
from game.core.table import Spot, Table

SIZE, SMALL = 112, 40  # of what is laid; small, where many of one kind are laid into a vessel


class Placement(Struct, frozen=True):
    """A picture on the spot of this name, in the cell of this number; a copy, where it can be laid again."""

    what: Option
    spot: str
    cell: int


def where_it_lies(table: Table, laid: tuple[Placement, ...], one: Placement, spot: Spot) -> tuple[float, Point]:
    """How large one of these is on its spot, and where its middle is."""
    size, places = room_on(table, spot)
    alone = alone_on(spot, SIZE) if _lies_alone(table, laid, one) else None
    return alone or _beside_others(table, laid, one, spot, size, places)


def room_on(table: Table, spot: Spot) -> tuple[float, tuple[Point, ...]]:
    """How large things are on this spot, and where they can lie: the larger, the fewer can lie there."""
    size = SIZE if makes_heaps(table) else largest(spot, on_one(_most_on(table, spot.name)), SIZE, standing_room(spot))
    return room(spot, size, SMALL, makes_heaps(table))


def _most_on(table: Table, spot: str) -> int | str:
    """What `up to` says of this spot."""
    return ANY if spot in table.step.any_number else table.step.up_to


def makes_heaps(table: Table) -> bool:
    """True where many of one kind can lie on a spot, as pebbles do."""
    return table.step.again is True


def has_copies(table: Table) -> bool:
    """True where a picture can be there more than once: none of them is then the companion itself."""
    return bool(table.step.again or table.step.also_onto)


def _beside_others(
    table: Table, laid: tuple[Placement, ...], one: Placement, spot: Spot, size: float, places: tuple[Point, ...]
) -> tuple[float, Point]:
    """How large and where it lies with what lies on the same spot; what is there again and again makes a heap."""
    if makes_heaps(table):
        return size, places[one.cell % len(places)]
    on_it = [other for other in laid if other.spot == one.spot]
    size, at = with_room(spot, size, tuple(places[other.cell % len(places)] for other in on_it))
    here = at[on_it.index(one)]
    there = [other.what for other, place in zip(on_it, at, strict=True) if place == here]
    return shared(here, size, there.index(one.what), len(there))


def _lies_alone(table: Table, laid: tuple[Placement, ...], one: Placement) -> bool:
    """True where no two things can lie on one spot, and none lies beside this one since they could."""
    only = len(table.offered) == 1 and not table.beside and not has_copies(table)
    can = only or (_most_on(table, one.spot) in ONE_ALONE and not table.step.also_onto)
    return can and [other.spot for other in laid].count(one.spot) == 1
