"""What happens in a little story, beat by beat, and how long it lasts."""

import pytest
from msgspec.structs import replace

from game.core.companion import STEP, STRIDE
from game.core.feelings import FEELINGS
from game.core.keyframes import FORWARD, LEAST, SLOWLY, SPEED, keyframes, seconds_of_beats, story_seconds
from game.core.poses import POSES
from game.core.puppet import mirrored
from game.core.story import BEATS, LASTS, LONGEST, STORY_POSES, Beat
from game.core.story_favours import favours
from game.core.story_stage import Stage, path_to, stage
from game.core.table import Spot
from game.play.stories import moment
from tests.support.keyframes import BAG, POND, STAGE, after, played

NO_TIME = Beat("wait", seconds=9)


def test_all_feelings_and_poses_of_stories_are_poses_of_every_companion():
    assert {*FEELINGS, *STORY_POSES} <= POSES.keys()
    assert {*LASTS, "walk", "send", "wait"} == {*BEATS}


def test_it_walks_to_the_nearest_place_in_a_spot_as_calmly_as_there_is_time():
    far, calm = ((640 - 350) ** 2 + (710 - 540) ** 2) ** 0.5, STRIDE * STAGE.width / STEP
    for waits, least, most in ((0, calm, 1.5 * calm), (4, 1.6 * calm, SPEED - 1), (9, SPEED, SPEED)):
        begins, frame = (frames := keyframes((Beat("walk", "pond"), Beat("wait", seconds=waits)), STAGE))[1:3]
        assert (frame.x, frame.y) == (700 - 60, 540)
        assert least - 0.001 <= far / (frame.at - begins.until) <= most + 0.001
        assert frames[-1].until <= LONGEST + 0.001 or waits == 9
    assert after(("walk", "bag")).x == 200 + 30, "beside a vessel: what is in it can be seen"


def test_it_walks_home_unless_the_story_says_that_it_stays():
    goes = ("walk", "pond"), ("pose", "resting")
    there, home = played(*goes)[-3], played(*goes)[-1]
    stays = played(*goes, ("stay", "there"))[-1]
    assert (home.x, home.y) == (300, 700) != (stays.x, stays.y) == (there.x, there.y)
    assert (stays.pose, stays.size, stays.laid) == (POSES["resting"], there.size, there.laid)
    assert stays.until < played(*goes)[-1].until, "it needs no way home"


def test_however_short_a_walk_is_it_takes_a_step():
    near = Spot("near", 352, 708, 10, 10)
    begins, there = keyframes((Beat("walk", "near"),), replace(STAGE, spots=(near,)))[1:3]
    assert 0 < there.x - begins.x < 10 and there.at - begins.until == pytest.approx(LEAST)


def test_over_what_it_has_spread_at_a_rough_place_it_goes_slowly_and_elsewhere_as_ever():
    rough = Spot("rough", 700, 500, 300, 100, hold="spread")
    for what, slowly in (("scarf", True), ("nothing", False)):
        story = Beat("carry", what), Beat("walk", "rough"), Beat("carry", "nothing"), Beat("walk", "bag"), NO_TIME
        down, gone = keyframes(story, Stage(300, 700, (350, 710), (rough, BAG)))[4:6]
        speed = ((gone.x - down.x) ** 2 + (gone.y - down.y) ** 2) ** 0.5 / (gone.at - down.until)
        assert speed == pytest.approx(SLOWLY if slowly else SPEED)
    story = Beat("carry", "scarf"), Beat("walk", "rough"), NO_TIME, Beat("carry", "nothing")
    home = keyframes(story, Stage(300, 700, (350, 710), (rough,)))
    assert home[-1].at - home[5].until < 2, "the way home is no part of what it tells"


def test_a_small_companion_comes_to_the_front_to_play_and_a_large_one_plays_where_it_is():
    small, large = (keyframes((), stage(400, 300, width, ()))[1] for width in (168, 300))
    assert small.y > 300 + 168 / 2 and small.size > 1.4
    assert (large.x, large.size) == (400, 1)


def test_a_thought_stays_until_it_thinks_of_something_else_looks_or_goes():
    think = Beat("think", "acorn")
    for beat, stays in (
        (Beat("wait", seconds=1), True),
        (Beat("feel", "sad"), True),
        (Beat("carry", "acorn"), True),
        (Beat("pose", "hiding"), True),
        (Beat("look", "child"), False),
        (Beat("walk", "home"), False),
        (Beat("think", "nothing"), False),
    ):
        thinks, then = keyframes((think, beat), STAGE)[2:4]
        assert (bool(thinks.thought), bool(then.thought)) == (True, stays), beat
    assert after(("think", "acorn"), ("think", "nothing")).pose == POSES["wondering"]


def test_its_cloud_hangs_over_it_wherever_it_goes_until_it_takes_it_and_rubbing_thins_it():
    for beat in (("look", "child"), ("walk", "pond"), ("carry", "pebble"), ("feel", "sad")):
        frame = after(("think", "cloud"), beat)
        assert (frame.thought, frame.thin) == ("cloud", False)
    assert after(("think", "cloud"), ("carry", "cloud")).thought == ""
    rubs = ("think", "cloud"), ("carry", "pebble"), ("pose", "rubbing")
    assert (after(*rubs).thought, after(*rubs).thin) == ("cloud", True)
    *_, home, ends = played(*rubs, ("walk", "pond"))
    assert (home.thought, home.thin, ends.thought) == ("cloud", True, ""), "it thins, and does not vanish"
    assert not after(*rubs, ("think", "cloud")).thin, "another cloud is as it was"


def test_it_looks_at_a_spot_from_where_it_is():
    assert after(("look", "pond")).pose.look[0] > 0.9
    assert after(("look", "bag")).pose.look[0] < 0
    assert after(("look", "child")).pose.look == (0, 0)
    assert after(("look", "down")).pose.eyes == "down"


def test_at_the_end_everything_is_as_it_was_and_the_way_home_counts():
    for beats in ((), (("walk", "pond"), ("carry", "scarf")), (("feel", "sad"),)):
        first, *_, last = played(*beats)
        assert last == type(last)(last.at, last.until, 300, 700, walked=last.walked)
        assert first == type(first)(0, 0, 300, 700)
    there = played(("walk", "pond"), ("look", "left"))
    assert there[-1].until > 2 * there[2].at
    assert story_seconds((Beat("wait", seconds=3),), STAGE) == pytest.approx(3 + 2 * FORWARD)


def test_the_seconds_of_all_beats_with_the_way_home_are_the_story_s():
    story = (Beat("feel", "happy"), Beat("walk", "pond"), Beat("wait", seconds=0.5), Beat("look", "child"))
    feel, walk, wait, look, rest = seconds_of_beats(story, STAGE)
    assert (feel, wait, look) == pytest.approx((1.5, 0.5, 0.8)) and walk > LEAST and rest > 2 * FORWARD
    assert feel + walk + wait + look + rest == pytest.approx(story_seconds(story, STAGE), abs=0.001)


def test_where_it_walks_at_the_end_it_is_seen_for_a_while_and_fades_home():
    *_, walks, stays, home = played(("walk", "pond"))
    assert (stays.x, stays.y) == (walks.x, walks.y) and stays.until - walks.until > 1
    assert home.fades and (home.x, home.y) == (300, 700)
    assert not played(("walk", "pond"), ("look", "left"))[-1].fades, "it walks home"
    assert not played(("walk", "pond"), ("walk", "home"))[-1].fades


def test_what_stands_where_nothing_can_be_laid_changes_under_its_paw_and_stays_so():
    stands = Spot("flap", 700, 500, 300, 100, lit="acorn")
    for spot, opened in ((stands, ("flap",)), (replace(stands, inside=(650, 480, 100, 40)), ()), (POND, ())):
        story = (Beat("walk", spot.name), Beat("touch", spot.name), Beat("walk", "home"))
        frames = keyframes(story, replace(STAGE, spots=(spot,)))
        assert [frame.opened for frame in frames] == [(), (), (), opened, opened, opened]
        frames = keyframes(story[::2], replace(STAGE, spots=(spot,)))
        assert [frame.opened for frame in frames] == [(), (), opened, opened, opened], "where no paw is asked for"


def test_its_paw_goes_to_the_side_on_which_that_is():
    flap = replace(POND, lit="acorn")
    for x, pose in ((300, POSES["stroking"]), (1100, mirrored(POSES["stroking"]))):
        assert keyframes((Beat("touch", "pond"),), Stage(x, 700, (x, 710), (flap,)))[2].pose == pose


def test_a_spot_that_is_gone_since_is_passed_over():
    assert (after(("walk", "gone")).x, after(("look", "gone")).pose.look) == (350, (0, 0))


def test_a_story_shows_nothing_of_what_is_offered():
    think, feel, sign, look = Beat("think", "sad"), Beat("feel", "sad"), Beat("think", "pond"), Beat("look", "sad")
    assert favours((think, feel, sign, look), {"sad", "keep-sign"}, (POND,)) == (think, feel, sign)
    assert favours((think, feel, sign, look), {"kite"}, (POND,)) == ()
    assert favours((Beat("think", "gate"),), {"open-gate"}, ()) != ()
    three = tuple(Beat("feel", what) for what in ("sad", "angry", "happy"))
    assert favours(three, {"sad", "angry", "happy"}, ()) == () != favours(three[:2], {"sad", "angry"}, ())


def test_where_it_goes_it_does_not_walk_over_the_controls():
    """It went straight over the hammock and the map, or where one goes on, to what lies above them."""
    here = Stage(590, 772, (590, 772))
    for ends, corner in (((590, 772), (102, 504)), (350, 586)), (((700, 780), (1190, 560)), (1074, 586)):
        assert path_to(*ends, here) == (ends[0], corner, ends[1])
        assert path_to(*ends[::-1], here) == (ends[1], corner, ends[0])
    for straight in (
        ((590, 772), (420, 560)),
        ((366, 700), (900, 720)),
        ((366, 500), (300, 500)),
        ((200, 700), (90, 400)),
    ):
        assert path_to(*straight, here) == straight


def test_in_a_story_it_goes_along_the_road_from_place_to_place_beside_it():
    road = ((200, 400), (600, 400), (600, 700))
    gate, well = Spot("gate", 600, 680, 20, 20), Spot("well", 320, 400, 20, 20)
    story, there = (Beat("walk", "well"), Beat("walk", "gate")), Stage(250, 420, (250, 420), (gate, well), road=road)
    *_, frame = keyframes(story, there)[:4]
    assert len(frame.way) == 3 and frame.way[1] == pytest.approx((600, 400), abs=60)
    seen = [moment(story, there, n / 24).standing[-1] for n in range(24 * 8)]
    assert all(min(abs(one.y - 400), abs(one.x - 600)) < 60 for one in seen)
