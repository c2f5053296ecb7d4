"""The room's frames: what is painted, what is painted ahead, when it rests, and that nothing stays behind."""

import gc
import threading
import time
from threading import Event

import pygame
import pytest

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.art.renderer import Renderer
from game.child.room import SETTLED
from game.core import events
from game.glass.loop import NAP
from game.glass.sprites import PAPER
from game.play import screens
from game.play.room import FRAME, STILL_AFTER
from game.play.showings import AGAIN
from tests.child.conftest import Glass
from tests.support.glass import PATIENCE


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
