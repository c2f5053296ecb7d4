"""Where lights are lit by two: who is with the companion, where it is, and which light it lights in answer.

Each lights from its own end of the row, until they meet. Pure geometry, in design units: no clock, no files, no pygame.
"""

from collections.abc import Collection

from game.core.companion import FEET
from game.core.ids import Scenery
from game.core.picture import STANDING, Stamp, Things
from game.core.table import Spot, Table

LARGE, ON_SEAT = 1.3, 0.66  # of the companion's width: who is with it, how far aside on a seat


def who(table: Table) -> str:
    """The picture of who lights with the companion: the sign of its place; "" where nobody does."""
    return str(table.layout.companion.sign) if table.layout.companion else ""


def beside(companion: Stamp, art: str) -> Things:
    """Who sits with it, on its left."""
    return _on_its_ground(companion, art, companion.x - ON_SEAT * companion.width)


def at_other_end(companion: Stamp, art: str, row: tuple[Spot, ...]) -> Things:
    """Who is with it stands as far from the last light as the companion does from the first."""
    return _on_its_ground(companion, art, row[0].x + row[-1].x - companion.x) if row else ()


def _on_its_ground(companion: Stamp, art: str, x: float) -> Things:
    wide, feet = LARGE * companion.width, companion.y + FEET * companion.width
    return (Stamp(art, x, feet - FEET * wide, wide, id=Scenery("with-it"), lift=STANDING),) if art else ()


def answers(table: Table, row: tuple[Spot, ...], lit: Collection[str]) -> dict[str, str]:
    """The lights that who is with the companion has lit, each with the one that it answers: the opposite one."""
    names = [spot.name for spot in row] if who(table) else []
    pairs = zip(names, reversed(names), strict=True)
    return {name: other for name, other in pairs if other in lit and name not in lit}
