"""The room: fingers and the mouse, the way out, and what is touched while a screen is being painted."""

import gc
import threading
import time
from threading import Event

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.art.renderer import Renderer
from game.child.room import SETTLED, Room
from game.core import events
from game.core.picture import find, hit
from game.core.table import Touch
from game.glass.loop import NAP
from game.glass.pointer_input import PointerInput, event_of
from game.glass.sprites import PAPER
from game.glass.window import Window
from game.play import screens
from game.play.corners import HELD, NEXT, Corners
from game.play.room import FRAME, STILL_AFTER
from game.play.showings import AGAIN
from tests.conftest import ART
from tests.support.glass import PATIENCE
from tests.support.story import LIBRARY, Story

WINDOW = (640, 400)


class Glass:
    """A real room in a window that nobody sees, with its own clock."""

    def __init__(self, story: Story, kiosk: bool = False):
        self.now, self.story, self.ended = 100.0, story, 0
        self.window = Window(WINDOW)
        self.window.locked = kiosk
        self.room = Room(self.window, story.session, Renderer(LIBRARY, ART), lambda: self.now, self._end)

    def _end(self) -> None:
        self.ended += 1

    def settle(self) -> None:
        """Until the screen is whole."""
        for _ in range(6000):
            self.room.frame()
            if self.room.whole and self.room.painter.finished:
                return
            time.sleep(0.002)
        raise AssertionError("never painted")

    def mouse(self, kind: int, x: float, y: float, **more) -> None:
        """A mouse event at a place in design units."""
        self.room.handle(pygame.event.Event(kind, pos=(x / 2, y / 2), button=1, buttons=(1, 0, 0), rel=(0, 0), **more))

    def hold(self, x: float, y: float, seconds: float) -> None:
        """The mouse held at a place, frames going on meanwhile."""
        self.mouse(pygame.MOUSEBUTTONDOWN, x, y)
        for _ in range(10):
            self.now += seconds / 10
            self.room.frame()
        self.mouse(pygame.MOUSEBUTTONUP, x, y)


@pytest.fixture
def glass():
    with Story() as story:
        made = Glass(story)
        yield made
        made.room.put_away()
        made.window.close()


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


def test_loops_come_to_rest_when_nobody_has_touched_for_long(glass):
    glass.settle()
    glass.now += STILL_AFTER - 1
    assert glass.room.frame()  # it breathes
    glass.now += AGAIN + STILL_AFTER  # and no ghost hand is due any more
    glass.room.frame()
    glass.now += 60
    glass.room.frame()
    changed = []
    for _ in range(20):
        glass.now += 0.3
        changed.append(glass.room.frame())
    assert not any(changed)


def test_a_room_where_nobody_has_touched_for_long_wakes_four_times_a_second_until_somebody_does(glass):
    glass.settle()
    glass.now += STILL_AFTER - 1
    glass.room.frame()
    assert glass.room.pause == FRAME
    for later in (AGAIN, STILL_AFTER, 60):  # no ghost hand is due any more
        glass.now += later
        glass.room.frame()
    began, wakes = glass.now, 0
    while glass.now < began + 60:
        glass.now += glass.room.pause
        glass.room.frame()
        wakes += 1
    assert wakes < 60 / NAP + 2 * SETTLED / FRAME
    glass.mouse(pygame.MOUSEBUTTONDOWN, 640, 500)
    assert glass.room.pause <= FRAME


def test_what_is_shown_by_itself_lets_no_room_rest(glass):
    here, story = glass.room.room_session, glass.story
    story.go("who-sees-this")
    glass.settle()
    later = glass.now + STILL_AFTER
    assert here.has_story and here.rests(later)
    here.plays = True
    assert not here.rests(later)
    here.plays, here._scanner.interval = False, 1.5
    assert not here.rests(later)


@pytest.mark.parametrize("size", [(800, 600), (960, 540)])
def test_a_window_of_another_size_is_painted_anew_and_touched_where_it_shows(glass, size):
    glass.settle()
    glass.window._window.size = size
    for event in pygame.event.get():
        glass.room.handle(event)
    glass.settle()
    surface = glass.window.surface
    assert surface.get_size() == size
    scale = min(size[0] / 1280, size[1] / 800)
    assert glass.room.painter.scale == pytest.approx(scale)
    corners = [(x, y) for x in (0, size[0] - 1) for y in (0, size[1] - 1)]
    assert all(surface.get_at(at)[:3] not in ((0, 0, 0), tuple(pygame.Color(PAPER))[:3]) for at in corners)
    x, y = size[0] / 2, (size[1] - 800 * scale) / 2 + 500 * scale
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        glass.room.handle(pygame.event.Event(kind, pos=(x, y), button=1))
    assert glass.story.visit.place != events.ASLEEP


def test_a_room_that_is_put_away_leaves_nobody_at_work(glass, monkeypatch):
    """Pygame and Python may end then, and a thread that still paints would bring the process down with them."""
    renderer, painting, closing, first = glass.room.renderer, Event(), Event(), glass.room.painter.sprites

    def backdrop(name: str, width: int, height: int) -> bytes:
        painting.set()
        closing.wait()
        return Renderer.backdrop(renderer, name, width, height)

    monkeypatch.setattr(renderer, "backdrop", backdrop)
    until = time.monotonic() + PATIENCE
    while not painting.wait(0.002) and time.monotonic() < until:
        glass.room.frame()
    glass.window._window.size = (800, 600)
    for event in pygame.event.get():
        glass.room.handle(event)
    glass.room.frame()
    other = glass.room.painter.sprites
    assert other is not first and {first._artist, other._artist} <= set(threading.enumerate())
    closing.set()
    glass.room.put_away()
    assert {first._artist, other._artist}.isdisjoint(threading.enumerate())


def test_while_the_child_thinks_the_next_screen_is_painted(glass):
    glass.story.at("pick-a-worry-stone", 1)
    glass.room.room_session.session = glass.story.session
    glass.settle()
    glass.story.choose(2)
    glass.settle()
    before = glass.story.session.journal.path.read_bytes()
    glass.now += 1
    for _ in range(6000):
        glass.room.frame()
        if not glass.room.painter.sprites._asked:
            break
        time.sleep(0.002)
    assert glass.story.session.journal.path.read_bytes() == before  # thinking ahead is no move
    glass.story.tap(screens.ONWARD)
    assert glass.story.visit.step == 2
    glass.room.frame()
    assert glass.room.whole and glass.room.painter.finished


def test_what_a_frame_has_made_goes_with_it(glass):
    """What holds itself stays until it is searched for, and a frame waits for the search."""
    glass.story.wake()
    glass.settle()
    for _ in range(60):  # what is made once
        pass_frame(glass)
    gc.collect()
    gc.disable()
    for _ in range(60):
        pass_frame(glass)
    found = gc.collect()
    gc.enable()
    assert found == 0


def pass_frame(glass: Glass) -> None:
    """The next frame, in its time."""
    glass.now += FRAME
    glass.room.frame()
