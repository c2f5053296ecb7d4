"""Rough stones that bar a road: who comes past one, with help or without, and what is seen at them.

Geometry in design units; plain values, no clock, no files, no pygame.
"""

from msgspec.structs import replace

from game.core.companion import ALONE, HELPED
from game.core.hold import HOLDS
from game.core.ids import Scenery
from game.core.picture import Glow, Stamp, Things
from game.core.table import Spot

WAY_ON, UP, SOFT = 2.4, 0.4, 0.6  # of who has come there: how far that light goes, and up; and how strong it is


def rough(spot: Spot) -> bool:
    """A rough stone: what can be open lies open there."""
    return HOLDS[spot.hold].opens


def past(here: Spot, helped: bool) -> str:
    """How it comes there: what opens at a rough place is help."""
    return "" if not rough(here) else HELPED if helped else ALONE


def waiting(things: Things, path: tuple[Spot, ...]) -> Things:
    """These at rough stones, which wait with or without help: there, too, something breathes."""
    breathe = rough(path[0])
    return tuple(replace(t, loop="breathe") if breathe and isinstance(t, Stamp) else t for t in things)


def way_on(path: tuple[Spot, ...], at: str, where: tuple[float, float, float]) -> Things:
    """Light where the road goes on behind the last rough stone: it comes up as somebody gets past that, with help or
    without. `where`: who is there then, as centre and width.
    """
    x, y, width = where
    light = Glow(Scenery("way-on"), x, y - UP * width, WAY_ON * width, SOFT * (at == path[-1].name))
    return (light,) if rough(path[-1]) else ()
