"""Waking and falling asleep: seen between two screens, ended by any touch, kept nowhere."""

import pytest

from game.art.puppet_reader import puppet, puppet_names
from game.core import events
from game.core.assembly import posed
from game.core.companion import COMPANION_ID
from game.core.ids import Door
from game.core.picture import TouchArea
from game.core.poses import POSES
from game.core.sleep import FALLING_ASLEEP, SETTLING, WAKING
from game.core.sprite import PuppetSprite
from game.mechanics.decorate import BASE
from game.play import screens
from game.play.acts import STILL, act_between, acted
from game.play.display_list import scene_of
from tests.support.child import Child
from tests.support.story import Story

EITHER = pytest.mark.parametrize(
    "act", [WAKING, FALLING_ASLEEP, SETTLING], ids=["waking", "falling-asleep", "settling"]
)
LONGEST = 2.5  # seconds


@pytest.fixture
def child():
    with Story() as story:
        yield Child(story)


def wake(child: Child) -> None:
    child.tap(640, 300)


def acts(child: Child) -> bool:
    """True while somebody who wakes is seen where it has slept."""
    seen = child.things[COMPANION_ID]
    return seen.x == screens.ASLEEP[0] and isinstance(seen.sprite, PuppetSprite) and not child.room.whole


@EITHER
def test_an_act_is_short_and_its_poses_are_there_in_good_order(act):
    times = [time for time, _ in act]
    assert times[0] == 0 and times == sorted(set(times)) and times[-1] <= LONGEST
    assert {name for _, name in act} <= POSES.keys()


@EITHER
@pytest.mark.parametrize("name", puppet_names())
def test_each_companion_plays_it_from_its_first_pose_to_its_last(name, act):
    first, last = (posed(puppet(name), POSES[pose]) for pose in (act[0][1], act[-1][1]))
    assert acted(puppet(name), act, 0) == first
    assert acted(puppet(name), act, act[-1][0]) == acted(puppet(name), act, 100) == last
    assert len({acted(puppet(name), act, number / 12) for number in range(31)}) > 10, "it moves"


def test_it_wakes_with_the_next_frame_and_then_the_visit_goes_on(child):
    wake(child)
    assert child.story.visit.place != events.ASLEEP
    assert acts(child)
    child.wait(WAKING[-1][0] - 0.1)
    assert acts(child)
    child.wait(0.2)
    assert not acts(child) and child.room.whole and child.room.shown == child.story.picture


def test_while_it_wakes_the_next_screen_is_being_made(child, monkeypatch):
    asked = set()
    glass = child.room._list._sprites
    monkeypatch.setattr(glass, "ready", lambda scene, sprites: asked.add(scene) or True)
    wake(child)
    assert acts(child) and scene_of(child.story.picture) in asked


@pytest.mark.parametrize("seconds", [0.02, 0.4, 1.2, 2.2])
def test_any_touch_ends_it_at_once_and_means_nothing_else(child, seconds):
    wake(child)
    child.wait(seconds)
    kept, visit = child.story.session.journal.path.read_bytes(), child.story.visit
    child.touch("press", 640, 300)
    assert not acts(child) and child.room.whole
    child.touch("release", 640, 300)
    assert (child.story.session.journal.path.read_bytes(), child.story.visit) == (kept, visit)


def test_the_controls_work_meanwhile(child):
    wake(child)
    child.wait(0.7)
    x, y = screens.CONTROLS_AT[screens.REST]
    child.tap(x, y)
    assert child.story.visit.resting


def test_nothing_of_it_is_kept(child):
    wake(child)
    kept = child.story.session.journal.path.read_bytes()
    child.wait(LONGEST + 1)
    assert child.story.session.journal.path.read_bytes() == kept


def in_the_calm_place(story: Story, laid: int) -> Child:
    """At the end of its page, with so many things laid there."""
    story.tap(story.options()[0])
    story.tap(screens.ONWARD)
    for number in range(laid):
        story.carry(story.options()[0], TouchArea(BASE, 500 + 200 * number, 400, 10, 10))
    child = Child(story)
    child.wait(1)
    return child


def test_in_the_place_that_the_child_has_made_it_settles_when_the_way_goes_on():
    with Story().at("my-calm-place", 0) as story:
        child = in_the_calm_place(story, laid=1)
        waits = child.things[COMPANION_ID]
        child.tap(*screens.CONTROLS_AT[screens.ONWARD])
        kept = story.session.journal.path.read_bytes()
        assert story.visit.place == events.TRAIL and not child.room.whole, "the visit has gone on already"
        child.wait(SETTLING[-1][0] - 0.2)
        settled = child.things[COMPANION_ID]
        assert (settled.x, settled.y) == (waits.x, waits.y) and settled.sprite != waits.sprite
        child.wait(0.4)
        assert child.room.whole and child.room.shown == story.picture
        assert story.session.journal.path.read_bytes() == kept


@pytest.mark.parametrize(("laid", "control"), [(0, screens.ONWARD), (1, screens.TRAIL), (1, screens.REST)])
def test_where_nothing_was_laid_or_the_child_goes_elsewhere_nobody_waits_for_it(laid, control):
    with Story().at("my-calm-place", 0) as story:
        child = in_the_calm_place(story, laid)
        child.tap(*screens.CONTROLS_AT[control])
        child.wait(0.1)
        assert child.room._act is None


def test_at_home_it_falls_asleep_before_the_lantern_is_lit():
    with Story() as story:
        story.weekly()
        story.go(events.TRAIL)
        story.tap(Door())
        child = Child(story)
        child.wait(1)
        child.tap(*screens.CONTROLS_AT[screens.ONWARD])
        assert story.visit.place == events.CLOSED and child.ended == 1
        assert isinstance(child.things[COMPANION_ID].sprite, PuppetSprite)
        child.wait(FALLING_ASLEEP[-1][0] + 0.1)
        assert not isinstance(child.things[COMPANION_ID].sprite, PuppetSprite) and child.room.whole


def test_where_nothing_moves_it_is_awake_at_once_for_a_moment():
    with Story() as story:
        child = Child(story)
        child.room._still = True
        wake(child)
        seen = child.things[COMPANION_ID].sprite
        child.wait(STILL / 2)
        assert acts(child) and child.things[COMPANION_ID].sprite == seen
        child.wait(STILL)
        assert not acts(child)


def test_between_all_other_places_nobody_acts():
    places = (events.ASLEEP, events.TRAIL, events.STEP, events.HOME, events.GATE, events.CLOSED)
    found = {(before, after) for before in places for after in places if before != after and act_between(before, after)}
    assert {before for before, _ in found if (before, _) != (events.HOME, events.CLOSED)} == {events.ASLEEP}
    assert (events.HOME, events.CLOSED) in found
