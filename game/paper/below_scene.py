"""Where the words of places stand below their scene: each near its place, and none upon another. Pure geometry."""

from game.core.events import StepSummary
from game.core.ids import SpotId
from game.core.picture import Picture, TouchArea
from game.paper.scene_cut import FLATTEST

ROOM = 0.24  # of a frame's width for the words of one place, at the least where there are few


def places_of_words(told: StepSummary, scene: dict | None) -> list[float]:
    """Row by row the middle of its words, 0 (left) to 1 of the frame in which the `scene` stands, if any."""
    screen = told.screen or Picture(())
    spots = {s.means: _across(s.x, screen, scene) for s in screen.things if isinstance(s, TouchArea)}
    middles = [spots.get(SpotId(row.spot), 0.5) for row in told.rows]
    return apart(middles, min(ROOM, 1 / max(1, len(middles))))


def _across(x: float, screen: Picture, scene: dict | None) -> float:
    """Where in the frame of a page this is, 0 to 1: a part that is higher than the frame stands in its middle."""
    if scene is None:
        return x / screen.width
    share = min(1, FLATTEST * scene["width"] / scene["height"])
    return 0.5 + share * ((x - scene["left"]) / scene["width"] - 0.5)


def apart(middles: list[float], least: float) -> list[float]:
    """These places, 0 to 1, with so much between two of them: each near where it was, in their order.

    >>> apart([0.25, 0.75, 0.25], 0.25)
    [0.25, 0.75, 0.5]
    """
    order, found = sorted(range(len(middles)), key=middles.__getitem__), list(middles)
    edge = least / 2
    for number in order:
        found[number] = max(found[number], edge)
        edge = found[number] + least
    edge = 1 - least / 2
    for number in reversed(order):
        found[number] = min(found[number], edge)
        edge = found[number] - least
    return found
