"""What chance decides for the child of the demonstration within a mechanic's DemoPolicy; the chance is seeded.

Pure: values in, numbers and points out; no clock, no files, no pygame.
"""

from math import cos, pi, sin
from random import Random

from game.core.mechanic import DemoPolicy, own
from game.core.picture import TouchArea
from game.core.table import Table


def amount(table: Table, policy: DemoPolicy, chance: Random) -> int:
    """How many pictures are taken, places gone to, or strokes made here."""
    many = policy.least if policy.least == policy.most else chance.randint(policy.least, policy.most)
    return max(many, len(own(table))) if policy.all_own else many


def stroke(paper: TouchArea, chance: Random) -> tuple[tuple[float, float], ...]:
    """A round or a bow somewhere on the paper, as points."""
    x = paper.x + chance.uniform(-0.3, 0.3) * paper.width
    y = paper.y + chance.uniform(-0.2, 0.2) * paper.height
    wide, high = chance.uniform(30, 120), chance.uniform(30, 90)
    turn, end = chance.uniform(0, 2 * pi), chance.choice((pi, 2 * pi))
    return tuple((x + wide * cos(turn + end * i / 24), y + high * sin(turn + end * i / 24)) for i in range(25))
