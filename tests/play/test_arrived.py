"""What sets out, and when it has arrived: who did so by a touch walks no more, what is let go of falls."""

from game.core.ids import Option, Scenery
from game.core.layout import IN_THE_AIR
from game.core.picture import HELD, Stamp
from game.play.glide import Glide, Position
from game.play.motion import Motion

WHO = Scenery("who")


def test_who_arrives_before_it_sets_out_walks_no_more():
    motion = Motion(still=False)
    here, there = Position(100, 500, 120), Position(700, 500, 120)
    motion._ways[WHO] = Glide(here, there, 10, 4, way=((100, 500), (400, 500), (700, 500)), marks=((0.5, 0.5),))
    motion.arrive()
    assert motion.walked(WHO, 9) is None
    assert motion.place(WHO, 10) == there


def test_a_copy_falls_from_the_hand_that_lets_go_of_it_and_what_lies_ready_stays():
    held = Stamp("pebble-warm", 300, 200, 60, id=Scenery(IN_THE_AIR, 1), lift=HELD)
    ready = Stamp("pebble-warm", 100, 600, 90, id=Option("pebble-warm"))
    lies = Stamp("pebble-warm", 310, 500, 40, id=Option("pebble-warm", 0))
    motion = Motion(still=False)
    motion.set_out([(ready.id, ready), (held.id, held)], 0)
    motion.set_out([(ready.id, ready), (lies.id, lies)], 1)
    falls = [motion.place(lies.id, 1 + t).y for t in (0, 0.05, 2)]
    assert falls == sorted(falls) and (round(falls[0]), falls[2]) == (held.y, lies.y)
    assert motion.place(ready.id, 1.05).y == ready.y
