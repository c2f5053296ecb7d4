"""What the child of the demonstration wants at a step: how much, and what first. All of it is seeded chance.

Pure: a Table in, numbers, ids and points out; no clock, no files, no pygame.
"""

from math import cos, pi, sin
from random import Random

from game.core.activity import ANY
from game.core.picture import Spot
from game.core.table import Table
from game.mechanics.walk import REACHED


def how_many(table: Table, chance: Random) -> int:
    """How many pictures are taken, places gone to, or strokes made here; in a bag or a jar, all that is its own."""
    match table.mechanic:
        case "choose":
            most = 3 if table.step.up_to == ANY else table.step.up_to
            # One more than one: the child changes its mind. What is its own it keeps.
            return 1 if most == 1 and own(table) else chance.randint(1, max(2, most))
        case "place":
            return max(len(own(table)), chance.randint(4, 6))
        case "walk":
            return _until_tonight(table)
        case "breathe" | "reveal":
            return 1
    return chance.randint(3, 6)


def _until_tonight(table: Table) -> int:
    """To the lantern that is lit on this visit, else along the whole road."""
    arts = [offered.art for offered in table.offered]
    tonight = [arts.index(art) + 1 for art in REACHED if art in arts]
    return tonight[0] if tonight else len(arts) or len(table.grounds)


def own(table: Table) -> set[str]:
    """What came from earlier choices, by id: a child reaches for that first."""
    listed = {p.name for what in ("pictures", "with_") for p in getattr(table.step, what, ())}
    return {offered.id for offered in table.offered} - listed


def may_come_again(table: Table) -> bool:
    """True where the same picture can be laid more than once."""
    return table.mechanic == "decorate" or getattr(table.step, "again", False)


def stroke(paper: Spot, chance: Random) -> tuple[tuple[float, float], ...]:
    """A round or a bow somewhere on the paper, as points."""
    x = paper.x + chance.uniform(-0.3, 0.3) * paper.width
    y = paper.y + chance.uniform(-0.2, 0.2) * paper.height
    wide, high = chance.uniform(30, 120), chance.uniform(30, 90)
    turn, end = chance.uniform(0, 2 * pi), chance.choice((pi, 2 * pi))
    return tuple((x + wide * cos(turn + end * i / 24), y + high * sin(turn + end * i / 24)) for i in range(25))
