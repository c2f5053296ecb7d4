"""Little stories as keyframes, on a stage with a pond and a bag."""

from game.core.keyframes import keyframes
from game.core.story import Beat
from game.core.story_stage import Stage
from game.core.table import Spot

POND = Spot("pond", 700, 500, 300, 100, sign="keep-sign")


BAG = Spot("bag", 200, 500, 60, 100, vessel="backpack")


STAGE = Stage(300, 700, (350, 710), (POND, BAG))


def played(*beats: tuple[str, str]) -> tuple:
    return keyframes(tuple(Beat(do, what) for do, what in beats), STAGE)


def after(*beats: tuple[str, str]):
    """How things stand when these beats are done."""
    return played(*beats)[len(beats) + 1]
