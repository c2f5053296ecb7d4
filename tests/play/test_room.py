"""The room without a glass: what it shows at each tick, what it wants made ahead, and what it does with the disk.

No pygame: a RecordingGlass stands in for a window.
"""

import subprocess
import sys
from itertools import pairwise

import pytest
from msgspec.structs import replace

from game.core import events
from game.core.ids import Option
from game.core.layout import TURN
from game.core.picture import Backdrop, Glow, Picture, Stamp, Strokes, find, hit
from game.core.sleep import WAKING
from game.core.sprite import AnySprite, PartSprite, Sprite
from game.core.table import Touch
from game.play import screens
from game.play.ahead import ahead
from game.play.display_list import DisplayList, backdrop_of, scene_of, sprites_of
from game.play.drawn import Drawn, Frame
from game.play.motion import GLIDE, GLOW_TIME
from game.play.room import FRAME, STILL_AFTER, THINKING, TRY_AGAIN
from game.play.scanning import CHOOSE, NEXT, Key
from game.play.showings import AGAIN, FIRST
from tests.paths import PROJECT
from tests.support.child import Child
from tests.support.recording_glass import RecordingGlass
from tests.support.story import LIBRARY, NAMES, SHELF, Story


def arts(frame: Frame) -> list:
    """What is on the glass, by its art."""
    return [drawn.sprite.art for drawn in things_of(frame) if isinstance(drawn.sprite, Sprite)]


def things_of(frame: Frame) -> list[Drawn]:
    """What lies on the scene: all but the scene's own parts."""
    return [drawn for drawn in frame.things if not isinstance(drawn.sprite, PartSprite)]


def _is(sprite: AnySprite, art: str) -> bool:
    return isinstance(sprite, Sprite) and sprite.art == art


@pytest.fixture
def child():
    with Story() as story:
        yield Child(story)


def test_what_is_on_the_glass_is_the_picture_from_back_to_front(child):
    picture = child.story.picture
    assert child.room.whole and child.room.shown == picture
    assert child.frame.scene == "burrow"
    stamps = [thing for thing in picture.things if isinstance(thing, Stamp)]
    assert [(d.sprite.art, d.x, d.y, d.angle, d.strength) for d in things_of(child.frame)] == [
        (s.art, s.x, s.y, 0, 1) for s in stamps
    ]


def test_a_touch_is_seen_with_the_next_frame(child):
    before = child.frame
    child.tap_on(find_companion(child))
    assert child.story.visit.place != events.ASLEEP
    assert child.frame != before and child.frame.scene == before.scene  # it wakes
    child.wait(WAKING[-1][0])
    assert child.room.shown == child.story.picture
    assert child.frame.scene == scene_of(child.story.picture)


def find_companion(child: Child) -> Stamp:
    """Where the companion sleeps."""
    return next(t for t in child.story.picture.things if isinstance(t, Stamp) and t.loop == "breathe")


def test_while_its_art_is_made_the_old_screen_stays_and_only_controls_mean_what_they_seem(child, monkeypatch):
    story = child.story
    before = child.frame.scene
    monkeypatch.setattr(child.glass, "ready", lambda scene, sprites: scene == before)
    story.go("when-we-are-done")  # behind the room's back
    child.glass.frame()
    assert not child.room.whole and child.frame.scene == before
    option = story.options()[0]
    child.tap_on(option)
    assert hit(story.picture, option.x, option.y) == option.means and story.session.hands == () and story.moves() == []
    child.tap_on(find(story.picture, screens.REST))
    assert story.visit.resting


def test_what_is_not_ready_is_only_the_marker_or_the_ghost_hand(child, monkeypatch):
    """The screen itself does not wait for them."""
    monkeypatch.setattr(child.glass, "ready", lambda scene, sprites: not any(_is(s, "hand") for s in sprites))
    child.wait(FIRST + 1)
    assert child.room.whole and "hand" not in arts(child.frame)


def test_the_ghost_hand_comes_on_arrival_and_goes_with_a_touch(child):
    child.wait(FIRST + 1)
    assert "hand" in arts(child.frame)
    child.glass.post(Touch("press", 640, 100, 1))
    child.glass.frame()
    assert "hand" not in arts(child.frame)


def test_keys_show_the_marker_and_choose(child):
    child.room.key(Key("press", 1, NEXT), child.now)
    child.glass.frame()
    assert "marker" in arts(child.frame)
    child.room.key(Key("press", 2, CHOOSE), child.now)
    child.room.key(Key("release", 2, CHOOSE), child.now)
    assert child.story.visit.place != events.ASLEEP


def test_loops_come_to_rest_when_nobody_has_touched_for_long(child):
    child.wait(1)
    seen = len(child.glass.frames)
    child.wait(1)
    assert len(child.glass.frames) > seen + 5  # it breathes
    child.now += STILL_AFTER + 2 * AGAIN  # no ghost hand is due any more either
    for _ in range(2):
        child.wait(60 * FRAME)
        seen = len(child.glass.frames)
    child.wait(2)
    assert len(child.glass.frames) == seen


def test_all_scenes_are_made_ahead_and_while_the_child_thinks_what_onward_would_show(child):
    story = child.story
    assert child.glass.scenes == []
    child.wait(FRAME)  # once the first screen is there
    steps = [step for name in NAMES for step in SHELF.activities[name].steps]
    assert set(child.glass.scenes) == {*screens.SCENES, *(step.scene for step in steps)}
    story.go("pick-a-worry-stone")
    story.choose(1)
    child.wait(WAKING[-1][0])
    child.glass.made_ahead = []
    child.room.touch(Touch("press", 640, 790, 1, "", child.now))  # somebody is there
    child.wait(THINKING - 0.1)
    assert child.glass.made_ahead == []
    before = story.session.journal.path.read_bytes()
    child.wait(0.2)
    assert child.glass.made_ahead == sprites_of(ahead(story.session), story.session.library.puppet)
    assert story.session.journal.path.read_bytes() == before  # thinking ahead is no move
    child.glass.made_ahead = []
    child.wait(1)
    assert child.glass.made_ahead == []  # it is thought of once, not at each tick


def test_in_the_quiet_look_its_own_scenes_are_made_ahead_also_where_it_comes_during_the_visit(child):
    def wanted(look) -> set[str]:
        steps = [step for name in NAMES for step in SHELF.activities[name].steps]
        return {*map(look, (*screens.SCENES, *(step.scene for step in steps)))}

    quiet, usual = wanted(LIBRARY.quiet_scene), wanted(str)
    with Story(quiet=True) as story:
        other = Child(story)
        other.wait(FRAME)
        assert set(other.glass.scenes) == quiet != usual
    child.wait(FRAME)
    child.story.go(events.TRAVELLER)
    while Option("paper-boat") not in {thing.means for thing in child.story.options()}:
        child.story.tap(TURN)
    child.story.tap(Option("paper-boat"))
    child.wait(FRAME)
    assert set(child.glass.scenes) == usual | quiet


def test_a_place_that_may_be_entered_is_painted_while_the_child_thinks(child):
    child.story.go("my-calm-place")
    scenes = {step.scene for step in SHELF.activities["my-calm-place"].steps}
    child.story.tap(next(place for place in child.story.options() if place.means.name not in scenes))
    child.wait(FRAME)
    entered = backdrop_of(ahead(child.story.session)).scene
    child.glass.scenes.clear()
    child.wait(WAKING[-1][0] + THINKING)
    assert child.glass.scenes == [entered] and entered not in scenes


def test_what_the_disk_has_refused_is_tried_again_now_and_then(child):
    tries = []

    class Stubborn:
        trouble = "full"

        def append(self, event) -> None:
            """Kept in memory."""

        def retry(self) -> None:
            tries.append(child.now)

    child.story.session.journal = Stubborn()
    child.wait(3 * TRY_AGAIN)
    assert len(tries) >= 2
    assert all(b - a > TRY_AGAIN for a, b in pairwise(tries))


def test_the_end_is_told_once_each_time(child):
    child.story.wake()
    child.glass.frame()
    assert child.ended == 0
    child.room.close()
    child.wait(0.1)
    assert child.ended == 1 and child.room.closed and not child.room.open


def test_another_glass_is_shown_everything_anew(child):
    child.story.go(events.TRAIL)
    child.wait(1)
    other = RecordingGlass(child.story.session, lambda: child.now)
    child.room.refit(other)
    assert not child.room.whole
    frame = child.room.tick(child.now)
    assert child.room.whole and frame.scene == "trail-door"
    child.room.tick(child.now)
    assert other.scenes  # its art is made ahead for the new size


# What is on the glass now


def shown(*pictures: Picture, still: bool = False) -> DisplayList:
    """These Pictures one after the other, at second 0, 1, 2 ..."""
    found = DisplayList(RecordingGlass.__new__(RecordingGlass), lambda art: None, still)
    for now, picture in enumerate(pictures):
        found.show(picture, now)
    return found


STAR = Stamp("star", 100, 100, 50, id=Option("star"))
THERE = replace(STAR, x=500)


def test_a_thing_glides_from_its_old_place_to_the_new_one():
    moving = shown(Picture((STAR,)), Picture((THERE,)))
    on_the_way = [moving.frame(1 + share * GLIDE).things[0].x for share in (0, 0.3, 0.9, 1)]
    assert (
        on_the_way[0] == pytest.approx(100)
        and 101 < on_the_way[1] < 500
        and on_the_way[2] > 400
        and on_the_way[3] == 500
    )


def test_what_is_still_is_there_at_once():
    still = shown(Picture((STAR,)), Picture((THERE,)), still=True)
    assert still.frame(1).things[0].x == 500


def test_a_glow_comes_slowly_and_what_is_too_faint_is_not_there():
    glowing = shown(Picture((Glow(Option("light"), 300, 300, 80, 1.0),)))
    strengths = [sum(d.strength for d in glowing.frame(share * GLOW_TIME).things) for share in (0, 0.5, 1)]
    assert strengths[0] == 0 < strengths[1] < strengths[2] == 1


def test_where_nothing_can_have_moved_the_frame_is_the_very_same():
    found = shown(Picture((Backdrop("rest"), STAR)))
    at_rest = found.frame(10, loops=False)
    assert found.frame(11, loops=False) is at_rest
    assert found.frame(11, loops=True) is not at_rest


def test_strokes_and_scene_are_as_the_picture_has_them():
    ink = Strokes(Option("ink"), ())
    frame = shown(Picture((Backdrop("rest"), ink))).frame(0)
    assert (frame.scene, things_of(frame), frame.strokes) == ("rest", [], (ink,))


def test_nothing_is_on_the_glass_before_the_first_picture():
    assert shown().frame(5) == Frame()


def test_none_of_this_needs_pygame():
    code = "import sys, tests.support.recording_glass; print('pygame' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("False\n", "")
