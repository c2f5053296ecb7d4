"""The companion by itself: small life, looks, greetings and walks, for every puppet alike."""

from itertools import pairwise

import pytest

from game.art.puppet_reader import puppet, puppet_names
from game.core import events
from game.core.assembly import blend, posed, rounded
from game.core.companion import CARRIED_ID, COMPANION_ID, companion_on
from game.core.feelings import worn
from game.core.ids import Control, Door, Gate, Option, TrailStop, Way
from game.core.picture import meaningful
from game.core.poses import POSES
from game.core.puppet import mirrored
from game.play.companion import GREETING, LOOK, LOOKS_FOR, Companion, direction
from game.play.figure import Figure
from game.play.gait import gait
from game.play.screens import ONWARD
from tests.support.child import Child
from tests.support.glass import screen
from tests.support.story import LIBRARY, STEPS, Story

MOMENTS = [number / 12 for number in range(12 * 60)]  # a minute, a pose at each beat
EVERYBODY = pytest.mark.parametrize("name", puppet_names())


def companion(name: str = "fox", still: bool = False) -> Companion:
    return Companion(puppet(name), still)


def eyes(found) -> str:
    return next((one.part.name for one in found.parts if one.part.name.startswith("eyes")), "")


@EVERYBODY
def test_it_breathes_blinks_and_turns_an_ear_and_at_rest_it_sits_as_it_is_drawn(name):
    sitting = rounded(posed(puppet(name), POSES["sitting"]))
    one = companion(name)
    seen = [one.posed(now) for now in MOMENTS]
    blinks = sum(a != b for a, b in zip(map(eyes, seen), [eyes(p) for p in seen[1:]], strict=False)) // 2
    if eyes(sitting):
        assert 60 / 7 - 1 <= blinks <= 60 / 4 + 1
    assert len({tuple(p.parts) for p in seen}) > 5, "it breathes"
    assert one.posed(1e6, loops=False) == sitting
    assert {companion(name, still=True).posed(now) for now in MOMENTS} == {sitting}


def test_a_glass_has_few_pictures_of_it_to_make():
    one = companion()
    assert len({one.posed(now) for now in MOMENTS}) <= 40


@EVERYBODY
def test_it_looks_at_what_is_touched_for_a_while_and_then_again_where_it_did(name):
    one = companion(name)
    one.face((0, 0), 0)
    before = one.posed(1, loops=False)
    one.attend((0.8, 0), 1)
    there = one.posed(1 + LOOK, loops=False)
    one.attend((-0.8, 0), 2)
    other = one.posed(2 + LOOK, loops=False)
    assert len({before, there, other}) == 3
    assert one.posed(2 + LOOKS_FOR + 2 * LOOK, loops=False) == before


def test_it_turns_towards_a_place_and_never_wholly_away():
    assert direction((0, 0), (10_000, 0)) == (0.85, 0)
    x, y = direction((500, 500), (400, 450))
    assert -1 < x < 0 and -1 < y < 0
    assert direction((5, 5), (5, 5)) == (0, 0)


@EVERYBODY
def test_touched_itself_it_answers_each_time_a_little_otherwise_and_sits_again(name):
    one, answers = companion(name), []
    sitting = one.posed(0, loops=False)
    for number in range(6):
        began = 10 * number
        one.greet(began)
        one.greet(began + 0.3)  # while it answers another touch is let be
        answers.append((one.posed(began + GREETING / 2, loops=False), one.closer(began + GREETING / 2)))
        assert one.moves(began + GREETING / 2)
        assert (one.posed(began + GREETING, loops=False), one.closer(began + GREETING)) == (sitting, 0)
        assert not one.moves(began + GREETING + 0.01)
    assert answers[:3] == answers[3:] and len(set(answers)) == 3
    assert [closer for _, closer in answers[:3]] == [0, 0, 1]
    assert [pose == sitting for pose, _ in answers[:3]] == [False, False, True], "the third time it only sits closer"


def test_sitting_closer_it_is_a_little_larger_and_lower_with_what_it_carries_and_then_back():
    with Story() as story:
        story.go(events.TRAVELLER)
        while story.visit.place == events.STEP:
            story.tap(story.options()[0])
            story.tap(ONWARD)
        story.go(events.GATE)
        child = Child(story)
        child.wait(GREETING)
        stamp = companion_on(story.picture)
        before = seen = child.things
        for _ in range(3):
            child.tap(stamp.x, stamp.y)
            child.wait(GREETING / 2)
            seen = child.things
            child.wait(GREETING)
        for what in (COMPANION_ID, CARRIED_ID):
            assert 1 < seen[what].width / before[what].width < 1.1
            assert 0 < seen[what].y - before[what].y < 12
            assert (child.things[what].width, child.things[what].y) == (before[what].width, before[what].y)


@EVERYBODY
def test_it_walks_foot_before_foot_to_either_side(name):
    one, way = companion(name), ((0, 0), (120, 0))
    gaits = [[gait(way, 10 * n, 2, (168, 168), side) for n in range(1, 12)] for side in (1, -1)]
    ways = [[one.posed(0, walked=walked) for walked in each] for each in gaits]
    assert ways[0] != ways[1]
    assert all(len(set(way)) > 3 for way in ways)
    assert companion(name, still=True).posed(0, walked=gaits[0][0]) == companion(name, still=True).posed(0)


@EVERYBODY
def test_poses_blend_without_a_jump_and_end_where_they_end(name):
    one = puppet(name)
    first, last = posed(one, POSES["sitting"]), posed(one, POSES["waving"])
    assert blend(first, last, 0) == first
    assert rounded(blend(first, last, 1)) == rounded(last)
    way = [blend(first, last, share / 20) for share in range(21)]
    for before, after in pairwise(way):
        places = {p.part.name: p for p in before.parts}
        assert all(abs(p.x - places[p.part.name].x) < 20 for p in after.parts if p.part.name in places)


def test_what_is_mirrored_twice_is_as_it_was():
    for pose in POSES.values():
        assert mirrored(mirrored(pose)) == pose
    assert mirrored(POSES["looking-left"]) == POSES["looking-right"]


SCREENS = [f"{activity}-{number + 1}" for activity, number in STEPS]


ONE_MAY_READ = "who-sees-this-1"  # nothing can be touched there but the way on


@pytest.mark.parametrize("name", [*(name for name in SCREENS if name != ONE_MAY_READ), "trail-new", "trail-led"])
def test_at_rest_it_looks_at_the_middle_of_what_can_be_touched_and_at_nothing_more_than_at_the_rest(name):
    picture = screen(name)
    it = companion_on(picture)
    wanted = [t for t in meaningful(picture) if not isinstance(t.means, Control | Way | Door | Gate)]
    kinds = [t for t in wanted if isinstance(t.means, Option | TrailStop)] or wanted
    assert it is not None and kinds
    x, y = (sum(getattr(t, axis) for t in kinds) / len(kinds) for axis in "xy")
    figure = Figure(LIBRARY.puppet, still=True)
    figure.meet(picture, 0)
    other = Companion(LIBRARY.puppet(it.art), still=True)
    other.face(direction((it.x, it.y), (x, y)), 0)
    _, pose = worn(it.art) or ("", "sitting")
    other.wear(pose, 0)
    assert figure.sprite(it.width, 1, False, None).posed == other.posed(1)
