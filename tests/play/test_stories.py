"""Little stories: a pure function of time that ends as it began, but for what it leaves; and when one is shown."""

from itertools import pairwise
from math import hypot

import pytest
from msgspec.structs import replace

from game.art.library import Library
from game.core.ids import SpotId
from game.core.keyframes import SPEED, keyframes, moments, story_seconds
from game.core.layout import COMPANION_ID, companion_on
from game.core.picture import Picture, Stamp, TouchArea
from game.core.poses import POSES
from game.core.puppet import posed
from game.core.sprite import PuppetSprite, Sprite
from game.core.story import LONGEST, Beat
from game.core.story_stage import NEAR, Stage, stage
from game.core.table import Spot, Touch
from game.play.drawn import Drawn, Frame
from game.play.motion import BEAT
from game.play.showings import AGAIN, FIRST, Showings
from game.play.stories import SWAY, THIN, lasts, moment
from game.play.story_player import StoryPlayer
from game.play.story_view import StoryView
from tests.support.story import LIBRARY
from tests.support.told import TOLD, told

POND = Spot("pond", 900, 500, 300, 100, sign="keep-sign")
STAGE = stage(366, 626, 168, (POND,))
STORY = (
    *(Beat("think", "acorn"), Beat("wait", seconds=0.5), Beat("carry", "scarf"), Beat("walk", "pond")),
    Beat("carry", "nothing"),
)
FRAMES = [n / BEAT for n in range(int(LONGEST * BEAT) + 2)]
PUPPET = Library().puppet("fox-looking")
assert PUPPET is not None


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


# When it is shown


def running(shown: Showings, start: float, end: float) -> int:
    """How often something begins to be shown in this time."""
    there = [shown.running(start + n / 10) is not None for n in range(int((end - start) * 10))]
    return sum(now and not before for before, now in zip([False, *there], there, strict=False))


def test_once_on_arrival_once_more_after_a_while_and_then_no_more():
    shown = Showings(5, 0)
    assert [running(shown, *times) for times in ((0, FIRST), (FIRST, 10), (10, 60), (60, 500))] == [0, 1, 1, 0]


@pytest.mark.parametrize("number", [1, 2])
def test_a_touch_ends_it_at_once_the_second_time_too(number):
    shown, now = Showings(5, 0), FIRST + 1
    assert shown.running(now) == pytest.approx(1)
    if number == 2:
        shown.running(now + 5)
        now += 5 + AGAIN
        assert shown.running(now) == pytest.approx(1)
    shown.touched(now)
    assert shown.running(now) is None and shown.running(now + 0.1) is None
    assert running(shown, now, 500) == 2 - number


def test_it_is_shown_again_when_it_is_asked_for_and_only_then():
    shown = Showings(5, 0)
    shown.touched(3)
    shown.again(4)
    assert shown.running(4) == 0
    assert running(shown, 9.1, 500) == 0


# On a screen

BLURRED = 1.25  # enlarged by more than this a picture is seen to be soft
WAITING = Stamp("fox-looking", 366, 626, 168, id=COMPANION_ID)
PICTURE = Picture((TouchArea(SpotId("pond"), 366, 560, 40, 40), WAITING))
BASE = Frame("rest", (Drawn(COMPANION_ID, PuppetSprite(posed(PUPPET, POSES["sitting"]), 200, 193), 366, 613, 200),))


class Making:
    """A glass whose pictures are made after a while."""

    made = True

    def ready(self, scene, sprites) -> bool:
        self.wanted = sprites
        return self.made

    def ahead(self, sprites) -> None:
        """Nothing."""

    def soon(self, scenes) -> None:
        """Nothing."""


def player(story=STORY) -> StoryPlayer:
    return StoryPlayer(story, PUPPET, STAGE.spots, 0)


def on_glass(played: StoryPlayer, now: float) -> set[str]:
    """What is on the glass beside or in place of the companion, by name."""
    return {drawn.id.name for drawn in played.on(BASE, PICTURE, now).things}


def test_what_is_on_the_glass():
    played, glass = player(), Making()
    assert not played.playing(PICTURE, glass, FIRST - 0.1) and played.on(BASE, PICTURE, FIRST - 0.1) is BASE
    assert played.playing(PICTURE, glass, FIRST)
    things = {sprite.art for sprite in glass.wanted if isinstance(sprite, Sprite)}
    assert things == {"acorn", "scarf", "thought-bubble"}
    assert any(isinstance(sprite, PuppetSprite) for sprite in glass.wanted), "the companion as large as it plays"
    assert on_glass(played, FIRST + 1.5) == {"companion", "story-bubble", "story-thought"}
    assert "story-held" in on_glass(played, FIRST + 3.5)
    assert played.on(BASE, PICTURE, FIRST + 1.5) is played.on(BASE, PICTURE, FIRST + 1.5)
    assert not played.playing(PICTURE, glass, FIRST + LONGEST + 0.1)


@pytest.mark.parametrize(("activity", "number"), TOLD)
def test_nothing_is_shown_much_larger_than_it_was_made(activity, number):
    story, here, picture = told(activity, number)
    waits = companion_on(picture)
    puppet = LIBRARY.puppet(waits.art)
    view = StoryView(puppet, waits.width, here.spots)
    waiting = PuppetSprite(posed(puppet, POSES["sitting"]), 200, 193)
    for at in range(round(10 * lasts(story, here))):
        seen = moment(story, here, at / 10)
        for drawn in (*view.drawn(seen, waiting), *view.lying(seen)):
            assert drawn.width <= BLURRED * drawn.sprite.width, drawn.id


def test_it_waits_until_its_pictures_are_made():
    played, glass = player(), Making()
    glass.made = False
    assert not played.playing(PICTURE, glass, 0) and glass.wanted, "they are made before it is time"
    assert not played.playing(PICTURE, glass, FIRST + 3)
    glass.made = True
    assert played.playing(PICTURE, glass, FIRST + 3.1)
    assert on_glass(played, FIRST + 3.1) == {"companion"}


def asked(played: StoryPlayer, *touches: tuple[str, float, float], now: float = 50) -> bool:
    return [played.is_asked_for(Touch(phase, x, y, 1, time=now), PICTURE) for phase, x, y in touches][-1]


def test_a_tap_on_the_companion_asks_for_it_where_nothing_else_is_meant():
    assert asked(player(), ("press", 366, 640), ("drag", 370, 640), ("release", 370, 645))
    assert not asked(player(), ("press", 366, 560), ("release", 366, 560)), "there lies a spot"
    assert not asked(player(), ("press", 366, 300), ("release", 366, 300))
    assert not asked(player(), ("press", 366, 640), ("drag", 600, 640), ("release", 366, 640)), "no tap"
    assert not asked(player(), ("press", 366, 640), ("lost", 366, 640), ("release", 366, 640))
    assert not asked(player(), ("release", 366, 640))


def test_so_does_a_tap_on_it_where_it_plays():
    at, now = (440.0, 700.0), FIRST + 1.5
    assert asked(player(), ("press", *at), ("release", *at), now=now)
    far = (560.0, 700.0)
    assert not asked(player(), ("press", *far), ("release", *far), now=now)


def test_where_there_is_no_companion_nothing_plays():
    played, bare = player(), Picture(())
    assert not played.playing(bare, Making(), FIRST) and played.on(BASE, bare, FIRST) is BASE


def test_what_goes_to_and_fro_in_a_pose_turns_and_a_hand_that_reaches_somewhere_is_shifted():
    flap = Spot("flap", 700, 500, 300, 100, lit="own-chest-open")
    story, here = (Beat("touch", "flap"),), stage(366, 626, 168, (flap,))
    done = keyframes(story, here)[2].at
    poses = [moment(story, here, done + t).standing[0].after for t in (0, SWAY / 4)]
    (one, other), paw = poses, "arm-right"
    assert one.turn["body"] != other.turn["body"] and one.reach[paw][2:] == other.reach[paw][2:]
    assert one.reach[paw][1] != other.reach[paw][1]


STAYS = (Beat("walk", "pond"), Beat("pose", "resting"), Beat("stay", "there"))


def at(frame: Frame) -> tuple[float, ...]:
    """Where the companion is seen."""
    (one,) = (drawn for drawn in frame.things if drawn.id == COMPANION_ID)
    return round(one.x), round(one.y), one.width


def test_where_it_stays_it_is_seen_there_until_somebody_touches_or_does_something():
    played, glass, over = player(STAYS), Making(), FIRST + lasts(STAYS, STAGE)
    assert played.playing(PICTURE, glass, over)
    there = at(played.on(BASE, PICTURE, over))
    assert there != at(BASE)
    for now in (over + 0.2, over + LONGEST, over + LONGEST + 2 * AGAIN):
        assert not played.playing(PICTURE, glass, now), "it is there already, and does not come once more"
        assert at(played.after(BASE, PICTURE, now)) == there
    assert at(played.after(BASE, replace(PICTURE, width=1281), over + 60)) == at(BASE), "another screen"
    assert asked(played, ("press", *there[:2]), ("release", *there[:2]), now=over + 60)
    played.touched(over + 61)
    assert not played.playing(PICTURE, glass, over + 62)
    assert at(played.after(BASE, PICTURE, over + 62)) == at(BASE)
    played.again(over + 70)
    assert played.playing(PICTURE, glass, over + 71), "and it plays anew where that is asked for"


def test_any_other_story_ends_where_the_companion_waits():
    played, glass, over = player(), Making(), FIRST + LONGEST
    assert played.playing(PICTURE, glass, FIRST + 1)
    assert not played.playing(PICTURE, glass, over + 1)
    assert at(played.after(BASE, PICTURE, over + 1)) == at(BASE)
