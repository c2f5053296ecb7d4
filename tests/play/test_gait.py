"""Foot before foot: the foot on the ground stays where it is, and a long way takes more steps, not longer ones."""

from itertools import pairwise
from math import hypot

import pytest

from game.art.puppet_reader import names
from game.core.layout import COMPANION_ID
from game.core.picture import Backdrop, Picture, Stamp
from game.play.display_list import DisplayList
from game.play.gait import QUICKEST, STEP, STRIDE, gait, seconds
from game.play.motion import BEAT
from game.play.road import length
from tests.support.recording_glass import RecordingGlass
from tests.support.story import LIBRARY

FEET = ("leg-left", "leg-right")
WIDE = 168
GLIDES = 1  # design units from one pose to the next at the most: parts are laid to a unit of their drawing
BEND = ((300, 560), (520, 600), (640, 500), (900, 480))

Point = tuple[float, float]


def feet_on_the_way(name: str, road: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    """Where both feet of a companion are on the glass, pose by pose, while it walks along this road."""
    shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet, roads=lambda scene: road)
    for now, (x, y) in enumerate((road[0], road[-1])):
        stamp = Stamp(f"{name}-looking", x, y, WIDE, id=COMPANION_ID)
        shown.show(Picture((Backdrop("evening"), stamp)), now)
    found = []
    for pose in range(1, int(seconds(length(road), WIDE) * BEAT)):
        drawn = shown.frame(1 + (pose + 0.5) / BEAT, loops=False).things[-1]
        lies = {one.part.name: (drawn.x + one.x * WIDE / 400, drawn.y + one.y * WIDE / 400) for one in _parts(drawn)}
        found.append((lies["leg-left"], lies["leg-right"]))
    return found


def _parts(drawn):
    return drawn.sprite.posed.parts


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("road", [BEND, BEND[::-1], ((300, 600), (1000, 600)), ((600, 700), (640, 400))])
def test_from_pose_to_pose_one_foot_stays_where_it_is(name, road):
    seen = feet_on_the_way(name, road)
    assert len(seen) > 12
    for before, after in pairwise(seen):
        glides = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(before, after, strict=True)]
        assert min(glides) <= GLIDES


def test_a_long_way_takes_more_steps_and_no_longer_ones():
    for far in (10, 100, 400, 1000, 3000):
        lasts = seconds(far, WIDE)
        walk = [gait(((0, 0), (far, 0)), far * part / 999, lasts, WIDE, 1) for part in range(1000)]
        steps = 1 + sum(before.lifted != after.lifted for before, after in pairwise(walk))
        assert far / steps <= STRIDE * WIDE
        assert QUICKEST * (steps - 1) <= lasts <= max(STEP * steps, STEP)
    assert seconds(1, WIDE) == STEP


def test_it_sets_out_and_arrives_with_both_feet_where_it_stands():
    way = ((0, 0), (400, 0))
    lasts = seconds(400, WIDE)
    for gone in (0, 400):
        found = gait(way, gone, lasts, WIDE, 1)
        assert found.left == found.right == pytest.approx((0, 0)) and found.high == pytest.approx(0)


def test_who_must_hurry_takes_no_more_steps_than_feet_can():
    """As where the land slides below it: the legs reach as far as they can, and the rest glides."""
    ends = [gait(((0, 0), (5000, 0)), gone, 2.4, WIDE, 1) for gone in range(0, 5000, 20)]
    changes = sum(before.lifted != after.lifted for before, after in pairwise(ends))
    assert changes <= 2.4 / QUICKEST + 1
    assert max(abs(foot[0]) for found in ends for foot in (found.left, found.right)) < 0.2


def test_who_only_grows_where_it_stands_does_not_walk():
    shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet)
    for now, wide in enumerate((WIDE, WIDE + 40)):
        stamp = Stamp("fox-looking", 600, 600, wide, id=COMPANION_ID)
        shown.show(Picture((Backdrop("evening"), stamp)), now)
    shown.frame(1.1)
    assert not shown.walks(1.1)
