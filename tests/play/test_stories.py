"""Little stories: a pure function of time that ends as it began, but for what it leaves; and when one is shown."""

from itertools import pairwise
from math import hypot

import pytest
from msgspec.structs import replace

from game.core.assembly import posed
from game.core.companion import companion_on
from game.core.keyframes import SPEED, keyframes, moments, story_seconds
from game.core.poses import POSES
from game.core.sprite import PuppetSprite
from game.core.story import DRAWN, LONGEST, Beat, ready
from game.core.story_stage import NEAR, Stage, stage
from game.core.table import Spot
from game.play.motion import BEAT
from game.play.stories import SWAY, THIN, lasts, moment
from game.play.story_view import StoryView
from tests.support.child import Child
from tests.support.played_stories import PUPPET, STAGE, STORY
from tests.support.story import Story
from tests.support.told import TOLD, told

FRAMES = [n / BEAT for n in range(int(LONGEST * BEAT) + 2)]


def begins_and_ends_as_it_waits(story, stage) -> None:
    for t, lies in ((0, ()), (lasts(story, stage) + 1 / BEAT, keyframes(story, stage)[-1].laid)):
        seen = moment(story, stage, t)
        assert (seen.lies, seen.thinks) == (lies, 0)
        (one,) = seen.standing
        assert (one.x, one.y, one.size, one.holds, one.strength) == (stage.x, stage.y, 1, "", 1)
        assert (one.after if one.share else one.before) is None


def leaps_nowhere(story, stage) -> None:
    for before, after in pairwise(moment(story, stage, t).standing for t in FRAMES):
        for one in after:
            way = min(hypot(one.x - was.x, one.y - was.y) for was in before)
            faint = one.strength < 0.5  # it fades in
            assert faint or way <= SPEED / BEAT + 1


def test_a_story_begins_and_ends_with_the_companion_as_it_waits_and_nothing_leaps():
    begins_and_ends_as_it_waits(STORY, STAGE)
    leaps_nowhere(STORY, STAGE)


@pytest.mark.parametrize(("activity", "number"), TOLD)
def test_so_do_our_own_stories_and_none_is_hurried(activity, number):
    story, stage, _ = told(activity, number)
    begins_and_ends_as_it_waits(story, stage)
    leaps_nowhere(story, stage)
    assert story_seconds(story, stage) <= LONGEST, "`check` measures from where most companions wait"


@pytest.mark.parametrize(("activity", "number"), TOLD)
def test_the_acorn_that_it_takes_is_in_its_paws_or_lies_before_it(activity, number):
    story, stage, _ = told(activity, number)
    for before, after in pairwise(keyframes(story, stage)[1:]):
        lies = {laid.what: hypot(laid.x - before.x, laid.y - before.y) for laid in before.laid}
        assert after.holds in ("", before.holds) or after.holds != "acorn" or lies["acorn"] < 120


def test_the_acorn_that_it_wraps_is_taken_from_where_it_lies():
    down = Beat("carry", "nothing")
    story = (Beat("carry", "acorn"), Beat("walk", "pond"), down, Beat("carry", "parcel"), down)
    assert [[laid.what for laid in frame.laid] for frame in keyframes(story, STAGE)[4:7]] == [["acorn"], [], ["parcel"]]


@pytest.mark.parametrize("away", [False, True])
def test_a_bag_is_on_its_back_and_its_paws_are_as_they_were(away):
    story, puppet = (Beat("carry", "bag"), Beat("walk", "pond")), replace(PUPPET, away=away)
    view, waits = StoryView(puppet, STAGE.width, ()), PuppetSprite(posed(puppet, POSES["sitting"]), 200, 193)
    for at in (1.9, 2.4):
        seen = moment(story, STAGE, at)
        ids = [drawn.id.name for drawn in view.drawn(seen, waits)]
        assert ids == (["companion", "story-on-back"] if away else ["story-on-back", "companion"])
        assert not any(standing.after and standing.after.reach for standing in seen.standing)


def test_what_it_feels_is_in_the_air_around_it_until_it_holds_itself_otherwise():
    story = (Beat("feel", "sad"), Beat("carry", "acorn"), Beat("feel", "calm"), Beat("pose", "sitting"))
    at = moments(story, STAGE)
    seen = [moment(story, STAGE, t) for t in at]
    assert [m.feels for m in seen] == [(("sad", 1),), (("sad", 1),), (("calm", 1),), (), ()]
    between = moment(story, STAGE, (at[1] + at[2]) / 2).feels
    assert {name for name, _ in between} == {"sad", "calm"} and sum(far for _, far in between) == pytest.approx(1)


def test_the_same_moment_is_the_same_whenever_it_is_asked_for():
    there = [moment(STORY, STAGE, t) for t in FRAMES]
    assert there == [moment(STORY, STAGE, t) for t in FRAMES]
    assert there[::-1] == [moment(STORY, STAGE, t) for t in FRAMES[::-1]]


def test_a_story_that_would_be_longer_here_is_told_more_quickly():
    far = Stage(20, 700, (40, 710), (Spot("pond", 1200, 300, 100, 60),))
    there_and_back = (Beat("walk", "pond"), Beat("wait", seconds=2), Beat("walk", "home"), Beat("walk", "pond"))
    assert lasts(there_and_back, far) == LONGEST
    (end,) = moment(there_and_back, far, LONGEST + 1 / BEAT).standing
    assert (end.x, end.y) == (20, 700)


def test_it_comes_to_the_front_and_what_is_further_away_is_smaller():
    sizes = [one.size for t in FRAMES for one in moment(STORY, STAGE, t).standing]
    assert max(sizes) == NEAR and sizes[0] == sizes[-1] == 1
    at_the_pond = max((one for t in FRAMES for one in moment(STORY, STAGE, t).standing), key=lambda one: one.x)
    assert 1 < at_the_pond.size < NEAR


def test_what_is_still_is_there_at_once_and_fades_from_pose_to_pose():
    seen = [moment(STORY, STAGE, t, still=True) for t in FRAMES]
    places = {(one.x, one.y) for at in seen for one in at.standing}
    assert places == {(STAGE.x, STAGE.y), STAGE.front, (840, 540)}
    assert all(one.before == one.after for at in seen for one in at.standing), "no pose is on its way to another"
    crossing = [at.standing for at in seen if len(at.standing) == 2]
    assert crossing and all(sum(one.strength for one in two) == pytest.approx(1) for two in crossing)


def test_a_paw_goes_to_and_fro_on_what_it_rubs_and_the_cloud_over_it_thins_and_stays():
    story = (Beat("think", "cloud"), Beat("carry", "pebble"), Beat("pose", "rubbing"), Beat("wait", seconds=1))
    begins, ends = (keyframes(story, STAGE)[n].at for n in (4, 5))
    seen = [moment(story, STAGE, t) for t in FRAMES if begins <= t <= ends]
    places = [one.reach["arm-right"] for at in seen for one in (at.standing[0].after,)]
    assert len({right for _, right, _ in places}) > 5 and len({(to, down) for to, _, down in places}) == 1
    assert [(at.thought, at.thinks) for at in seen] == [("cloud", THIN)] * len(seen)
    still = [moment(story, STAGE, t, still=True).standing[0].after for t in FRAMES if begins <= t <= ends]
    assert len({one.reach["arm-right"] for one in still}) == 1


def test_what_goes_to_and_fro_in_a_pose_turns_and_a_hand_that_reaches_somewhere_is_shifted():
    flap = Spot("flap", 700, 500, 300, 100, lit="own-chest-open")
    story, here = (Beat("touch", "flap"),), stage(366, 626, 168, (flap,))
    done = keyframes(story, here)[2].at
    poses = [moment(story, here, done + t).standing[0].after for t in (0, SWAY / 4)]
    (one, other), paw = poses, "arm-right"
    assert one.turn["body"] != other.turn["body"] and one.reach[paw][2:] == other.reach[paw][2:]
    assert one.reach[paw][1] != other.reach[paw][1]


def test_what_lies_ready_is_gone_while_the_story_has_it_elsewhere_and_lies_there_when_it_begins_again():
    with Story().at("who-sees-this", 0) as story:
        child = Child(story)
        child.wait(0.3)
        ready_now = {what for what in DRAWN if ready(what) in child.things}
        assert ready_now == {*DRAWN}, "before the story"
        seen = []
        for _ in range(40):
            child.wait(0.25)
            seen.append({what for what in DRAWN if ready(what) in child.things})
        assert set() in seen and {"drawn-acorn", "drawn-scarf"} in seen, "one after the other is carried away"
        here = companion_on(story.picture)
        child.tap(here.x, here.y)
        child.wait(0.2)
        assert {what for what in DRAWN if ready(what) in child.things} == {*DRAWN}, "it is played again"


def test_what_a_touch_took_out_of_its_paws_lies_ready_again():
    with Story().at("who-sees-this", 0) as story:
        child = Child(story)
        while ready("drawn-leaf") in child.things or not child.plays:
            child.wait(0.25)
        child.tap(1000, 60)
        child.wait(2)
        assert ready("drawn-leaf") in child.things


def test_a_tap_on_what_lies_ready_plays_the_story_again():
    with Story().at("who-sees-this", 0) as story:
        child = Child(story)
        child.tap(1000, 60)
        child.wait(3)
        assert not child.plays
        child.tap_on(next(t for t in story.picture.things if getattr(t, "id", None) == ready("drawn-leaf")))
        child.wait(1.5)
        assert child.plays
