"""What was laid at places, where a later way leads past these: how it is called there, and several things as one.

Pure: pictures and names, no clock, no files, no pygame.
"""

from math import ceil

from game.core.ids import Option, read_option
from game.core.picture import Art, Picture, Stamp
from game.core.table import Offered, Table

UNIT = 100.0  # of the picture that is made: what would stand there alone is so wide
IN_ROW, SMALLER = 3, {1: 1.0, 2: 0.85, 3: 0.66}  # so many stand side by side; how wide each is then, in UNITs
CLOSE, BEHIND = 0.75, 0.45  # from one to the next in a row, and from one row to the one behind it, in their own widths


def laid_at(spot: str, laid: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """What lies at a place, called by that and a number, in the order in which it was laid.

    >>> [o.id for o in laid_at("swing", (Offered("fox", "fox", "Fox"), Offered("owl", "owl", "Owl")))]
    ['swing+1', 'swing+2']
    """
    return tuple(Offered(str(Option(spot, number)), o.art, o.label) for number, o in enumerate(laid, 1))


def by_place(table: Table) -> dict[str, tuple[Offered, ...]]:
    """What stands at which place of this table, as `laid_at` has called it; {} where nothing was laid at them.

    In records from before one thing stands at each, called by the place alone.
    """
    names, found = {spot.name for spot in table.spots}, dict[str, tuple[Offered, ...]]()
    for offered in table.offered:
        name = read_option(offered.id).name
        if name in names:
            found[name] = (*found.get(name, ()), offered)
    return found


def group(arts: tuple[Art, ...]) -> tuple[Art, float]:
    """These pictures as one that is as high as wide, their feet at its lower edge, and how many times as wide it is as
    one alone; the last of them stands foremost.

    >>> group(("teddy",))
    ('teddy', 1.0)
    """
    if len(arts) == 1:
        return arts[0], 1.0
    rows = ceil(len(arts) / IN_ROW)
    in_rows = [arts[len(arts) * i // rows : len(arts) * (i + 1) // rows] for i in range(rows)]
    most = max(map(len, in_rows))
    size = UNIT * SMALLER[most]
    side = size * max(1 + CLOSE * (most - 1), 1 + BEHIND * (rows - 1))
    things = tuple(
        Stamp(art, side / 2 + size * CLOSE * (i - (len(row) - 1) / 2), side - size * (0.5 + BEHIND * back), size)
        for back, row in zip(range(rows - 1, -1, -1), in_rows, strict=True)
        for i, art in enumerate(row)
    )
    return Picture(things, side, side), side / UNIT
