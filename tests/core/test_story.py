"""What happens in a little story, beat by beat, and how long it lasts."""

import pytest

from game.core.poses import POSES
from game.core.story import BEATS, FEELINGS, LASTS, SPEED, STORY_POSES, Beat, Laid, Stage, favours, keyframes, seconds
from game.core.table import Ground

POND = Ground("pond", 700, 500, 300, 100, sign="keep-sign")
BAG = Ground("bag", 200, 500, 60, 100, vessel="backpack")
STAGE = Stage(300, 700, (POND, BAG))


def played(*beats: tuple[str, str]) -> tuple:
    return keyframes(tuple(Beat(do, what) for do, what in beats), STAGE)


def after(*beats: tuple[str, str]):
    """How things stand when these beats are done."""
    return played(*beats)[len(beats)]


def test_all_feelings_and_poses_of_stories_are_poses_of_every_companion():
    assert {*FEELINGS, *STORY_POSES} <= POSES.keys()
    assert {*LASTS, "walk", "wait"} == {*BEATS}


def test_it_walks_to_the_nearest_place_in_a_spot_at_a_calm_speed():
    frame = after(("walk", "pond"))
    assert (frame.x, frame.y) == (700 - 60, 540)
    assert frame.at == pytest.approx(((640 - 300) ** 2 + (700 - 540) ** 2) ** 0.5 / SPEED)
    assert after(("walk", "bag")).x == 200


def test_what_it_lays_down_stays_where_it_is_for_the_rest_of_the_story():
    frames = played(("carry", "acorn"), ("walk", "pond"), ("carry", "nothing"), ("walk", "home"), ("carry", "scarf"))
    laid = (Laid("acorn", frames[3].x + 63, frames[3].y + 10),)
    assert [frame.holds for frame in frames] == ["", "acorn", "acorn", "", "", "scarf", ""]
    assert [frame.laid for frame in frames] == [(), (), (), laid, laid, laid, ()]
    assert after(("carry", "acorn"), ("carry", "nothing"), ("carry", "acorn")).laid == ()


def test_before_a_vessel_it_is_laid_into_it():
    assert after(("carry", "acorn"), ("walk", "bag"), ("carry", "nothing")).laid == (Laid("acorn", 200, 500),)


def test_a_thought_goes_with_the_next_beat_and_only_in_a_wait_it_stays():
    story = (Beat("think", "acorn"), Beat("wait", seconds=1), Beat("look", "child"))
    assert [frame.thought for frame in keyframes(story, STAGE)] == ["", "acorn", "acorn", "", ""]


def test_it_looks_at_a_spot_from_where_it_is():
    assert after(("look", "pond")).pose.look[0] > 0.9
    assert after(("look", "bag")).pose.look[0] < 0
    assert after(("look", "child")).pose.look == (0, 0)
    assert after(("look", "down")).pose.eyes == "down"


def test_at_the_end_everything_is_as_it_was_and_the_way_home_counts():
    for beats in ((), (("walk", "pond"), ("carry", "scarf")), (("feel", "sad"),)):
        first, *_, last = played(*beats)
        assert last == type(last)(last.at, last.until, 300, 700) and first.pose == last.pose
    there = played(("walk", "pond"))
    assert there[-1].until > 2 * there[1].at
    assert seconds((Beat("wait", seconds=3),), STAGE) == pytest.approx(3 + LASTS["carry"][0])


def test_a_spot_that_is_gone_since_is_passed_over():
    assert (after(("walk", "gone")).x, after(("look", "gone")).pose.look) == (300, (0, 0))


def test_a_story_shows_nothing_of_what_is_offered():
    think, feel, sign, look = Beat("think", "sad"), Beat("feel", "sad"), Beat("think", "pond"), Beat("look", "sad")
    assert favours((think, feel, sign, look), {"sad", "keep-sign", "pond"}, (POND,)) == (think, feel, sign)
    assert favours((think, feel, sign, look), {"kite"}, (POND,)) == ()
    assert favours((Beat("think", "gate"),), {"open-gate"}, ()) != ()
    three = tuple(Beat("feel", what) for what in ("sad", "angry", "happy"))
    assert favours(three, {"sad", "angry", "happy"}, ()) == () != favours(three[:2], {"sad", "angry"}, ())
