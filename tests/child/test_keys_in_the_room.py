"""Keys in the room: they come to the glass as touches do."""

import pygame
import pytest

from game.art.renderer import Renderer
from game.child.demo.driver import LONGEST, Clock
from game.child.room import Room
from game.core.picture import Stamp
from game.core.table import Touch
from game.glass.pointer_input import event_of
from game.glass.window import Window
from tests.conftest import ART
from tests.support.key_player import RIGHT, SPACE
from tests.support.story import LIBRARY, Story


@pytest.fixture
def room(monkeypatch):
    """A room at a step without a little story, in a window that nobody sees, with a clock of its own."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    with Story().at("the-bother", 1) as story:
        clock, window = Clock(), Window((640, 400))
        clock.now = story.now
        yield Room(window, story.session, Renderer(LIBRARY, ART), clock)
        window.close()


def painted(room: Room, wanted: bool) -> list[Stamp]:
    """The marker as it is on the glass, once it is there, or gone."""
    found: list[Stamp] = []
    for _ in range(LONGEST):
        room.clock.now += 1 / 60
        room.frame()
        things = room.room_session.shown.things if room.whole else ()
        found = [thing for thing in things if isinstance(thing, Stamp) and thing.art == "marker"]
        if room.whole and bool(found) == wanted:
            return found
        pygame.time.wait(10)
    raise AssertionError(f"the marker is {'nowhere' if wanted else 'still there'}")


def key(room: Room, which: int) -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        room.handle(pygame.event.Event(kind, key=which, mod=0, scancode=0))
        room.clock.now += 0.3


def test_keys_reach_the_glass_and_the_ghost_hand_gives_way(room):
    assert painted(room, wanted=False) == []
    room.clock.now += 2
    assert room.room_session._ghost.stamps(room.clock.now)
    key(room, RIGHT)
    assert room.room_session._ghost.stamps(room.clock.now) == ()
    (marker,) = painted(room, wanted=True)
    before = room.session.visit.here.state, room.session.hands
    key(room, SPACE)
    assert (room.session.visit.here.state, room.session.hands) != before
    room.handle(event_of(Touch("press", 640, 60, 1), room.window.points))
    assert painted(room, wanted=False) == []
    assert marker.means is None
