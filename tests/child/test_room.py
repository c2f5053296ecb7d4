"""The room: fingers and the mouse, the way out, and what is touched while a screen is being painted."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.core import events
from game.core.picture import find, hit
from game.core.table import Touch
from game.glass.pointer_input import PointerInput, event_of
from game.play import screens
from game.play.corners import HELD, NEXT, Corners
from tests.child.conftest import WINDOW, Glass

places = st.tuples(st.integers(0, 1280), st.integers(0, 800))
sizes = st.sampled_from(((640, 400), (1024, 768), (1280, 800), (1366, 768), (2736, 1824)))


@given(at=places, points=sizes, phase=st.sampled_from(("press", "drag", "release")))
def test_a_finger_event_is_the_touch_that_it_came_from(at, points, phase):
    touch = PointerInput(points).read(event_of(Touch(phase, *at, 5), points), 7.0)
    assert (touch.phase, touch.time) == (phase, 7.0)
    assert (touch.x, touch.y) == pytest.approx(at, abs=0.1)


def test_fingers_have_numbers_of_their_own_as_long_as_they_are_down():
    fingers, points = PointerInput(WINDOW), WINDOW
    down = [fingers.read(event_of(Touch("press", 1, 1, id), points), 0).finger for id in (70, 80)]
    assert len(set(down)) == 2
    assert fingers.read(event_of(Touch("drag", 5, 5, 80), points), 0).finger == down[1]


def test_a_mouse_that_is_made_from_a_finger_is_no_touch(glass):
    for more, happens in (({"touch": True}, False), ({"touch": False}, True)):
        glass.mouse(pygame.MOUSEBUTTONDOWN, 640, 500, **more)
        glass.mouse(pygame.MOUSEBUTTONUP, 640, 500, **more)
        assert (glass.story.visit.place != events.ASLEEP) is happens


def test_both_corners_held_close_the_room_once(glass):
    glass.settle()
    glass.hold(640, 500, 0.1)  # somebody is awake: there is a visit that can end
    glass.hold(20, 20, HELD + 0.2)
    assert glass.room.open
    glass.hold(1260, 20, HELD + 0.2)
    assert not glass.room.open
    assert glass.story.visit.place == events.CLOSED and glass.ended == 1


def corner(finger: int, side: str, phase: str, at: float) -> Touch:
    return Touch(phase, 30 if side == "left" else 1250, 30, finger, time=at)


@pytest.mark.parametrize(
    ("touches", "opens"),
    [
        ([(1, "left", "press", 0), (2, "right", "press", 0.5)], True),
        ([(1, "left", "press", 0), (1, "left", "release", HELD + 0.1), (1, "right", "press", HELD + 1)], True),
        ([(1, "left", "press", 0)], False),
        ([(1, "left", "press", 0), (1, "left", "release", 1), (1, "right", "press", 2)], False),
        ([(1, "left", "press", -99), (1, "left", "release", -99 + HELD), (1, "right", "press", -99 + NEXT + 9)], False),
    ],
)
def test_the_corners_open_only_when_both_were_held_long_enough(touches, opens):
    corners = Corners()
    for touch in touches:
        corners.feel(corner(*touch))
    now = max(touch[3] for touch in touches) + HELD + 0.1
    assert corners.open(now) is opens


def test_a_locked_window_does_not_close_on_the_system_s_wish(glass):
    glass.window.locked = True
    glass.room.handle(pygame.event.Event(pygame.QUIT))
    assert glass.room.open
    glass.window.locked = False
    glass.room.handle(pygame.event.Event(pygame.QUIT))
    assert not glass.room.open


def test_while_a_screen_is_being_painted_only_the_controls_mean_what_they_seem(glass):
    story = glass.story
    story.go("my-traveller")  # behind the room's back: the glass still shows the door
    option = story.options()[0]
    assert hit(story.picture, option.x, option.y) == option.means
    glass.mouse(pygame.MOUSEBUTTONDOWN, option.x, option.y)
    assert story.session.hands == ()
    glass.mouse(pygame.MOUSEBUTTONUP, option.x, option.y)
    glass.now += 2
    rest = find(story.picture, screens.REST)
    glass.mouse(pygame.MOUSEBUTTONDOWN, rest.x, rest.y)
    glass.mouse(pygame.MOUSEBUTTONUP, rest.x, rest.y)
    assert story.visit.resting


def test_a_finger_that_is_lost_with_the_window_lets_go(glass):
    story = glass.story
    story.go("when-we-are-done")
    glass.settle()
    option = story.options()[0]
    glass.mouse(pygame.MOUSEBUTTONDOWN, option.x, option.y)
    assert story.session.hands
    glass.room.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert story.session.hands == () and story.moves() == []


def lose_focus(glass: Glass) -> None:
    """The window loses keyboard and mouse; what is let go meanwhile, nobody tells it. Much later it has them again."""
    glass.room.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    for _ in range(100):
        glass.now += 6
        glass.room.frame()


def test_a_release_lost_with_the_focus_holds_no_corner_down(glass):
    glass.settle()
    glass.hold(640, 500, 0.1)
    glass.mouse(pygame.MOUSEBUTTONDOWN, 20, 20)
    lose_focus(glass)
    glass.hold(1260, 20, HELD + 0.2)
    assert glass.room.open


@pytest.mark.parametrize("fresh", [{"y": 790}, {"y": 20}], ids=["at the rim", "in a corner"])
@pytest.mark.parametrize("finger", [False, True], ids=["mouse", "finger"])
def test_a_tap_after_a_release_lost_with_the_focus_is_not_swallowed(glass, fresh, finger):
    story = glass.story
    story.go("when-we-are-done")
    glass.settle()
    touch(glass, "press", 30, fresh["y"], finger)
    lose_focus(glass)
    glass.settle()
    option = story.options()[0]
    touch(glass, "press", option.x, option.y, finger)
    touch(glass, "release", option.x, option.y, finger)
    assert [hand.what for hand in story.session.hands] == [option.means]


def touch(glass: Glass, phase: str, x: float, y: float, finger: bool) -> None:
    """One touch of the mouse, or of the finger that the system calls 9."""
    if finger:
        glass.room.handle(event_of(Touch(phase, x, y, 9), glass.window.points))
    else:
        glass.mouse(pygame.MOUSEBUTTONDOWN if phase == "press" else pygame.MOUSEBUTTONUP, x, y)


def test_after_a_release_lost_with_the_focus_the_pointer_alone_is_no_touch():
    fingers = PointerInput(WINDOW)
    moved = pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0))
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1)
    assert fingers.read(down, 0).phase == "press" and fingers.read(moved, 0).phase == "drag"
    fingers.let_go()
    assert fingers.read(moved, 0) is None
