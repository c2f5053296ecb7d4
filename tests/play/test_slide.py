"""A land that slides from one stretch to the next."""

import pytest

from game.core import events
from game.core.companion import COMPANION_ID
from game.core.ids import Control, TrailStop
from game.core.picture import WIDTH, Backdrop, Picture, Stamp
from game.core.sprite import PartSprite
from game.core.table import Touch
from game.play import screens
from game.play.display_list import DisplayList
from game.play.motion import SLIDE
from game.play.stretches import BACK, ON
from tests.support.child import Child
from tests.support.long_trail import long_trail
from tests.support.recording_glass import RecordingGlass
from tests.support.story import LIBRARY


@pytest.fixture
def child():
    with long_trail(18) as story:
        child = Child(story)
        child.wait(1)
        yield child


def press(child: Child, means) -> None:
    thing = child.story.thing(means)
    for phase in ("press", "release"):
        child.glass.post(Touch(phase, thing.x, thing.y, 1))
        child.glass.frame()


def test_the_land_slides_to_the_next_stretch_and_comes_to_rest(child):
    press(child, ON)
    asides = []
    while child.room.slides(child.now):
        child.wait(0.01)
        asides.append(child.frame.aside)
        by_id = {drawn.id: drawn for drawn in child.frame.things}
        assert by_id[screens.REST].aside == 0 and 0 <= by_id[COMPANION_ID].x <= WIDTH
    assert asides[0] > 0.9 and asides == sorted(asides, reverse=True)
    child.wait(0.1)
    assert (child.frame.aside, child.frame.beside) == (0, "")
    assert all(drawn.aside == 0 for drawn in child.frame.things)


def test_it_slides_back_the_other_way(child):
    press(child, ON)
    child.wait(SLIDE + 0.2)
    press(child, BACK)
    child.wait(0.2)
    assert child.frame.aside < 0 and child.frame.beside == "trail-middle" and child.frame.scene == "trail-door"


def test_while_it_slides_only_the_controls_mean_what_they_seem(child):
    press(child, ON)
    stop = next(t for t in child.story.picture.things if isinstance(t, Stamp) and isinstance(t.means, TrailStop))
    press(child, stop.means)
    assert child.story.visit.place == events.TRAIL
    press(child, screens.REST)
    assert child.story.visit.resting


def test_where_all_is_still_the_view_changes_at_once():
    def land(scene: str, stretch: int) -> Picture:
        return Picture((Backdrop(scene, stretch), Stamp("fox-looking", 300, 400, 160, id=COMPANION_ID)))

    for still in (True, False):
        shown = DisplayList(RecordingGlass.__new__(RecordingGlass), LIBRARY.puppet, still)
        shown.show(land("trail-door", 1), 0)
        shown.show(land("trail-middle", 2), 1)
        assert shown.slides(1.1) != still
        assert (shown.frame(1.1).aside == 0) == still


def test_what_leaves_is_what_was_there(child):
    before = [d for d in child.frame.things if not isinstance(d.id, Control) and d.id != COMPANION_ID]
    press(child, ON)
    child.wait(0.3)
    left = [drawn for drawn in child.frame.things if isinstance(drawn.id, tuple)]
    assert [type(d.sprite) for d in left] == [type(d.sprite) for d in before]
    assert [(d.x, d.y) for d in left] == [(d.x, d.y) for d in before]
    assert any(isinstance(d.sprite, PartSprite) for d in left)
