"""Foot before foot: the foot on the ground stays where it is, and a long way takes more steps, not longer ones."""

from itertools import pairwise
from math import hypot

import pytest
from msgspec.structs import replace

from game.art.puppet_reader import puppet_names
from game.core.assembly import posed
from game.core.companion import COMPANION_ID, FEET, STEP, STRIDE
from game.core.picture import Backdrop, Picture, Stamp
from game.core.poses import POSES
from game.core.puppet import Puppet
from game.core.road import length
from game.core.story import LONGEST
from game.play.display_list import DisplayList
from game.play.drawn import Drawn
from game.play.figure import ABOVE, WIDER, puppet_sprite
from game.play.gait import FAR_REACH, HIGHEST, QUICKEST, REACH, Gait, gait, leap, leaped, seconds
from game.play.motion import BEAT
from game.play.stories import StoryMoment, moment
from game.play.story_view import StoryView
from game.play.walking import LEGS
from tests.support.recording_glass import RecordingGlass
from tests.support.story import LIBRARY
from tests.support.told import TOLD, told

WIDE = 168
GLIDES = 1  # design units from one pose to the next at the most: parts are laid to a unit of their drawing
IN_THE_AIR = 0.02  # of how far a foot is lifted in a step
BEND = ((300, 560), (520, 600), (640, 500), (900, 480))

Point = tuple[float, float]


def feet_alone(name: str) -> Puppet:
    """The puppet with nothing but its feet: they are pinned to nothing."""
    whole = LIBRARY.puppet(f"{name}-looking")
    return replace(whole, parts=tuple(part for part in whole.parts if part.name in LEGS))


def soles(drawn: Drawn, feet: Point, wide: float) -> list[Point]:
    """Where on the glass they are, of a companion so wide that stands there."""
    lies = sorted((one for one in drawn.sprite.posed.parts if one.part.name in LEGS), key=lambda one: one.part.name)
    return [(feet[0] + one.x * wide / 400, feet[1] + (one.y - one.part.pivot[1]) * wide / 400) for one in lies]


def setting_out(name: str, road: tuple[Point, ...], wide: float = WIDE) -> DisplayList:
    """At 1 it sets out along this road, at the end of which it is so wide."""
    puppet = feet_alone(name)
    shown = DisplayList(RecordingGlass.__new__(RecordingGlass), lambda art: puppet, roads=lambda scene: road)
    for now, (x, y) in enumerate((road[0], road[-1])):
        stamp = Stamp(f"{name}-looking", x, y, (WIDE, wide)[now], id=COMPANION_ID)
        shown.show(Picture((Backdrop("evening"), stamp)), now)
    return shown


def on_the_way(name: str, road: tuple[Point, ...], wide: float = WIDE) -> list[tuple[list[Point], Gait]]:
    """Pose by pose, while it walks along this road, at the end of which it is so wide."""
    shown, found = setting_out(name, road, wide), []
    for pose in range(1, int(seconds(length(road), wide) * BEAT)):
        drawn = shown.frame(1 + (pose + 0.5) / BEAT, loops=False).things[-1]
        is_wide, walk = drawn.width / WIDER, shown._motion.walked(COMPANION_ID, 1 + pose / BEAT)
        found.append((soles(drawn, (drawn.x, drawn.y + (ABOVE + FEET) * is_wide), is_wide), walk))
    return found


def test_who_is_on_foot_is_told_before_the_next_beat_and_once():
    """A glass lays each pose in a frame that has nothing else to do."""
    shown = setting_out("fox", BEND)
    for now in (1 + (pose + 0.5) / BEAT for pose in range(int(seconds(length(BEND), WIDE) * BEAT) - 1)):
        shown.frame(now, loops=False)
        told = shown.soon(now)
        assert told and not shown.soon(now)
        assert set(told) <= set(shown.frame(now + 1 / BEAT, loops=False).things)


def on_the_ground(walk: Gait) -> list[bool]:
    """For each foot, the left one first."""
    return [foot.lifted < IN_THE_AIR and not walk.leaps for foot in (walk.left, walk.right)]


def stays(before: tuple[list[Point], Gait], after: tuple[list[Point], Gait]) -> list[bool]:
    """For each foot that is on the ground in one pose and in the next, whether it is where it was."""
    (seen, walk), (then, walks) = before, after
    both = zip(seen, then, on_the_ground(walk), on_the_ground(walks), strict=True)
    return [hypot(b[0] - a[0], b[1] - a[1]) <= GLIDES for a, b, stood, stands in both if stood and stands]


@pytest.mark.parametrize("name", puppet_names())
@pytest.mark.parametrize("road", [BEND, BEND[::-1], ((300, 600), (1000, 600)), ((600, 700), (640, 400))])
def test_from_pose_to_pose_a_foot_on_the_ground_stays_where_it_is(name, road):
    seen = on_the_way(name, road)
    assert len(seen) > 12
    stay = [stays(*poses) for poses in pairwise(seen)]
    assert all(all(each) for each in stay) and sum(map(len, stay)) > len(seen) / 2


def test_it_stays_there_while_the_companion_grows():
    for name in puppet_names():
        assert all(all(stays(*poses)) for poses in pairwise(on_the_way(name, ((300, 600), (500, 600)), WIDE + 60)))


@pytest.mark.parametrize(("activity", "number"), TOLD)
def test_in_a_story_it_stays_there_too(activity, number):
    story, stage, _ = told(activity, number)
    stands = [moment(story, stage, pose / BEAT).standing[-1] for pose in range(int(LONGEST * BEAT))]
    for puppet in map(feet_alone, puppet_names()):
        view, waits = StoryView(puppet, stage.width, ()), puppet_sprite(posed(puppet, POSES["sitting"]), stage.width)
        shown = [(one, view.drawn(StoryMoment((one,)), waits)) for one in stands if one.walks]
        seen = [(one, next(drawn for drawn in there if drawn.id == COMPANION_ID)) for one, there in shown]
        feet = [(soles(drawn, (one.x, one.y), one.size * stage.width), one.walks) for one, drawn in seen]
        assert all(all(stays(*poses)) for poses in pairwise(feet))


def walked(far: float, lasts: float, many: int = 1000) -> list[Gait]:
    """A level way, from its beginning to its end."""
    return [gait(((0, 0), (far, 0)), far * part / (many - 1), lasts, (WIDE, WIDE), 1) for part in range(many)]


def comes_down(walk: list[Gait]) -> int:
    """How often a foot does."""
    lifts = [(found.left.lifted > IN_THE_AIR, found.right.lifted > IN_THE_AIR) for found in walk]
    return sum(was and not now for a, b in pairwise(lifts) for was, now in zip(a, b, strict=True))


def test_a_long_way_takes_more_steps_and_no_longer_ones():
    for far in (10, 100, 400, 1000, 3000):
        lasts = seconds(far, WIDE)
        steps = comes_down(walked(far, lasts)) - 1  # the other foot comes to the first
        assert far / steps <= STRIDE * WIDE
        assert QUICKEST * steps <= lasts <= max(STEP * steps, STEP)
    assert seconds(1, WIDE) == STEP


def test_it_sets_out_and_arrives_with_both_feet_where_it_stands():
    for found in (walk := walked(400, seconds(400, WIDE)))[0], walk[-1]:
        for foot in (found.left, found.right):
            assert (foot.x, foot.y, foot.lifted) == pytest.approx((0, 0, 0))
        assert (found.walks, found.rises, found.leaps) == pytest.approx((0, 0, 0))


def test_who_must_hurry_leaps_from_step_to_step_and_takes_no_more_of_them_than_feet_can():
    """As where the land slides below it."""
    walk = walked(5000, 2.4, 3000)
    assert comes_down(walk) <= 2.4 / QUICKEST + 2
    assert max(abs(foot.x) for found in walk for foot in (found.left, found.right)) <= FAR_REACH + 0.001
    assert max(found.leaps for found in walk) > 0.5
    assert all(found.left.lifted and found.right.lifted for found in walk if found.leaps)
    assert not any(found.leaps for found in walked(400, seconds(400, WIDE)))


def test_who_must_hurry_a_little_takes_longer_steps_before_it_leaps():
    """Twice as long: in most of our stories the companion hopped wherever it went."""
    far, steps = 600, 600 / (2 * STRIDE * WIDE)
    walk = walked(far, QUICKEST * steps)
    assert comes_down(walk) <= steps + 2 and max(found.leaps for found in walk) < 0.1
    assert max(abs(foot.x) for found in walk for foot in (found.left, found.right)) > REACH


def test_over_water_it_leaps_from_place_to_place_and_sets_down_no_foot_between_them():
    """From stone to stone it waded, step by step."""
    way = ((0, 0), (200, 0), (200, 300))
    seen = [leap(way, gone, WIDE, 1) for gone in range(501)]
    grounded = [gone for gone, found in enumerate(seen) if found.leaps < 0.02]
    assert grounded == [0, 200, 500]
    assert 1 < max(found.leaps for found in seen) <= HIGHEST
    assert [leaped(way, share) for share in (0, 0.5, 1)] == pytest.approx([0, 0.4, 1])
    assert leaped(way, 0.45) == pytest.approx(0.4), "it rests before it leaps again"


def test_on_a_page_it_leaps_over_water_and_walks_where_there_is_none():
    """It went from its island to the bank on foot."""
    for scene, leaps in (("island-and-shore", True), ("bother-hollow", False)):
        shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet)
        for now, (x, y) in enumerate(((385, 301), (366, 626))):
            stamp = Stamp("fox-looking", x, y, WIDE, id=COMPANION_ID)
            shown.show(Picture((Backdrop(scene), stamp)), now)
        assert shown.walks(1.2) and (shown._motion.walked(COMPANION_ID, 1.3).leaps > 1) == leaps


def test_in_passing_the_body_is_higher_than_where_the_feet_are_apart():
    walk = walked(400, seconds(400, WIDE))[200:800]
    apart = {round(found.rises, 1): abs(found.left.x - found.right.x) for found in walk}
    assert apart[1.0] < 0.06 < 0.18 < apart[0.0]


def test_who_only_grows_where_it_stands_does_not_walk():
    shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet)
    for now, wide in enumerate((WIDE, WIDE + 40)):
        stamp = Stamp("fox-looking", 600, 600, wide, id=COMPANION_ID)
        shown.show(Picture((Backdrop("evening"), stamp)), now)
    shown.frame(1.1)
    assert not shown.walks(1.1)
