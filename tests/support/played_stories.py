"""A little story to look at, the stage on which it is played, and the puppet that plays it."""

from game.art.library import Library
from game.core.story import Beat
from game.core.story_stage import stage
from game.core.table import Spot

POND = Spot("pond", 900, 500, 300, 100, sign="keep-sign")


STAGE = stage(366, 626, 168, (POND,))


STORY = (
    *(Beat("think", "acorn"), Beat("wait", seconds=0.5), Beat("carry", "scarf"), Beat("walk", "pond")),
    Beat("carry", "nothing"),
)


PUPPET = Library().puppet("fox-looking")
assert PUPPET is not None
