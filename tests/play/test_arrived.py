"""Who has arrived by a touch before it set out walks no more."""

from game.core.ids import Scenery
from game.play.motion import Glide, Motion, Position

WHO = Scenery("who")


def test_who_arrives_before_it_sets_out_walks_no_more():
    motion = Motion(still=False)
    here, there = Position(100, 500, 120), Position(700, 500, 120)
    motion._ways[WHO] = Glide(here, there, 10, 4, way=((100, 500), (400, 500), (700, 500)), marks=((0.5, 0.5),))
    motion.arrive()
    assert motion.walked(WHO, 9) is None
    assert motion.place(WHO, 10) == there
