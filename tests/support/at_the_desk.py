"""A grown-up at the desk, for tests: real events go into the shell in an unseen window, and what is shown comes out.

Nothing here calls what the desk does; it looks at what stands on the glass, and posts what a hand would cause.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.app.shell import Shell
from game.child.calm_picture import CalmPicture
from game.child.room import Room
from game.core.gesture import tap
from game.core.ids import Id
from game.core.picture import WIDTH, find
from game.core.table import Touch
from game.desk.desk import Desk
from game.desk.form import Means, Text
from game.desk.messages import ShowSection
from game.desk.placed import Placed
from game.desk.pointer import TWICE
from game.glass.pointer_input import POSTED, event_of
from game.glass.sprites import NOW
from game.glass.window import Window
from game.play.corners import CORNER, HELD
from game.play.motion import SLIDE
from game.play.stretches import way_to
from game.records.store import Store
from game.system.paths import ACTIVITIES
from tests.support.glass import SMALL
from tests.support.read_before import read_before

HANDS = ("mouse", "finger", "keys")
DAY = "2026-11-20"
SIZE = (1280, 800)
PATIENCE = 240  # seconds for the slowest screen on the slowest machine; nothing is measured with it


def by_hand(one: str) -> Callable:
    """A test by this hand while somebody waits, by each of HANDS in a search."""
    from tests.support.examples import SEARCHING  # it is known later than the conftest of a named file is read

    each = pytest.mark.parametrize("by", HANDS if SEARCHING else [one])
    return lambda test: pytest.mark.search(each(test))


class Clock:
    """Seconds that pass with each turn, and when told to."""

    def __init__(self):
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def no_rest(seconds: float) -> None:
    """A pause between two frames that is none: what is waited for is work, not time."""


class SmallScreen(Window):
    """A window on a screen that is smaller than it: what the child's room fills is painted soonest."""

    def lock(self) -> None:
        """As large as the screen, and held."""
        if not self.locked:
            self._before, self._window.size = self._window.size, SMALL
        self._hold(True)

    def unlock(self) -> None:
        """As large as before."""
        if self.locked:
            self._window.size = self._before
        self._hold(False)


class GrownUp:
    """One shell, and the hands in it. `by` is "mouse", "finger" or "keys"."""

    def __init__(self, folder: Path, by: str = "mouse", activities: Path = ACTIVITIES, visit=None, size=SIZE):
        self.by, self.clock = by, Clock()
        self.store = Store(folder)
        if activities == ACTIVITIES:
            read_before(folder)
        self.window = SmallScreen(size)
        self.shell = Shell(self.window, self.store, visit, self.clock, lambda: DAY, activities, rest=no_rest)
        self.shell.begin()
        self.settle()
        self.shell.clean_up()

    def close(self) -> None:
        """Whatever happened, the window goes."""
        if self.shell.open:
            self.shell.close()
        self.window.close()
        self.store.close()

    @property
    def desk(self) -> Desk:
        """The desk, where the grown-up is at it."""
        assert isinstance(self.shell.place, Desk), "nobody is at the desk"
        return self.shell.place

    @property
    def room(self) -> Room:
        """The child's room, where that is open."""
        assert isinstance(self.shell.place, Room), "nobody is in the room"
        return self.shell.place

    @property
    def words(self) -> list[str]:
        """All that can be read on the desk now."""
        return [p.item.text for p in self.desk.view.placed if isinstance(p.item, Text)]

    @property
    def there(self) -> list[Means]:
        """What can be pressed or typed into now."""
        return [p.item.means for p in self.desk.view.reachable()]

    def means(self, words: str) -> Means:
        """What the button with these words means."""
        self._look_for(lambda p: getattr(p.item, "words", "") == words)
        return next(p.item.means for p in self.desk.view.reachable() if getattr(p.item, "words", "") == words)

    def _look_for(self, wanted: Callable[[Placed], bool]) -> None:
        """What is not there may be in another section of Today: they are opened one after the other."""
        for section in [means for means in self.there if isinstance(means, ShowSection)]:
            if any(map(wanted, self.desk.view.reachable())):
                return
            self.press(section)

    def turn(self, seconds: float = 1 / 60) -> None:
        """One turn of the shell; the clock goes on."""
        self.clock.now += seconds
        self.shell.turn()

    def settle(self) -> None:
        """Until all is painted, nothing is waited for, and nothing has happened that was not heard yet: a second time,
        since what was laid out just now has not asked for its pictures yet.
        """
        until = time.monotonic() + PATIENCE
        at_rest = 0
        while self.shell.open and (at_rest < 2 or pygame.event.peek()):
            assert time.monotonic() < until, "the screen never came to rest"
            was_whole = self.shell.place.whole
            self.turn()
            place = self.shell.place
            rests = was_whole and place.whole and not (isinstance(place, Room) and not place.painter.finished)
            at_rest = at_rest + 1 if rests else 0
            if not rests:
                self._let_work(place)

    def _let_work(self, place: Desk | Room | CalmPicture) -> None:
        """Leave the processor to what is drawn or made beside, until some of it is there."""
        if isinstance(place, Desk):
            place.background.wait(PATIENCE)
        if not isinstance(place, Room):
            return
        until, asked = time.monotonic() + PATIENCE, place.painter.sprites._asked
        while NOW in list(asked.values()) and time.monotonic() < until:
            time.sleep(0.001)

    def press(self, means: Means) -> None:
        """Press what means this, however this grown-up does it."""
        if not isinstance(means, ShowSection):
            self._look_for(lambda p: p.item.means == means)
        if self.by == "keys":
            self._walk_to(means)
            self.key(pygame.K_RETURN)
            return
        place = self._bring(means)
        self.point(*place)

    def point(self, x: float, y: float, soon: bool = False) -> None:
        """A click or a tap at this pixel; `soon` after the one before, as a hand does that presses twice."""
        self.clock.now += 0 if soon else TWICE
        down, up = self._down_and_up(x, y)
        for event in (down, up):
            pygame.event.post(event)
            self.turn()
        self.settle()

    def type(self, means: Means, text: str) -> None:
        """Go to the box and type."""
        self._look_for(lambda p: p.item.means == means)
        if self.by == "keys":
            self._walk_to(means)
        else:
            self.point(*self._bring(means))
        for sign in text:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=sign))
        self.settle()

    def key(self, key: int, mod: int = 0) -> None:
        """A key goes down and up."""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=key, mod=mod, unicode="", scancode=0))
        self.settle()

    def wait(self, seconds: float) -> None:
        """Time goes by."""
        for _ in range(4):
            self.turn(seconds / 4)
        self.settle()

    def drop(self, path: Path) -> None:
        """A file is dropped on the window."""
        pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(path)))
        self.settle()

    def hold_corners(self) -> None:
        """Two fingers on the room's upper corners, for as long as it takes."""
        places = list(enumerate((CORNER / 2, WIDTH - CORNER / 2), 5))
        for finger, x in places:
            pygame.event.post(event_of(Touch("press", x, CORNER / 2, finger), self.window.points))
        self.turn()
        self.wait(HELD + 0.1)
        for finger, x in places:
            pygame.event.post(event_of(Touch("release", x, CORNER / 2, finger), self.window.points))
        self.settle()

    def hold_keys(self, *keys: int, seconds: float = HELD + 0.1) -> None:
        """These keys of the keyboard are held down together."""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            for key in keys:
                pygame.event.post(pygame.event.Event(kind, key=key, mod=0, unicode="", scancode=0))
            self.turn()
            self.wait(seconds if kind == pygame.KEYDOWN else 0)

    def child_taps(self, means: Id) -> None:
        """The child taps what means this in its room; on the trail, where it is in view."""
        while way := way_to(self.room.session.visit, self.room.session.stretch, means):
            self._child_taps(way)
            self.wait(SLIDE)
        self._child_taps(means)

    def _child_taps(self, means: Id) -> None:
        thing = find(self.room.session.picture, means)
        assert thing is not None, f"nothing means {means}"
        for touch in tap(thing.x, thing.y, 1):
            pygame.event.post(event_of(touch, self.window.points))
            self.turn()
        self.wait(0.8)

    def _walk_to(self, means: Means) -> None:
        view = self.desk.view
        stop = next((stop for stop in view.stops() if means in stop), [means])
        for _ in range(len(view.stops()) + 2):
            if view.focus in stop:
                break
            self.key(pygame.K_TAB)
        for _ in stop:
            if view.focus == means:
                return
            self.key(pygame.K_DOWN if stop.index(view.focus) < stop.index(means) else pygame.K_UP)
        assert view.focus == means, f"the keyboard never comes to {means}"

    def _bring(self, means: Means) -> tuple[float, float]:
        """Where it is; what lies outside its scroll is scrolled to by the wheel first."""
        view = self.desk.view
        placed = view.find(means)
        assert placed is not None, f"nothing means {means}; there is {self.there}"
        for _ in range(200):
            rect, room = view.rect(placed), self._room_of(placed)
            middle = rect.center
            if room.collidepoint(middle) and rect.clip(room).height > rect.height / 2:
                return middle
            self._wheel(room, -1 if rect.centery > room.centery else 1)
        raise AssertionError(f"{means} cannot be scrolled to")

    def _room_of(self, placed) -> pygame.Rect:
        if not placed.within:
            return pygame.Rect((0, 0), self.window.surface.get_size())
        outer = next(p for p in self.desk.view.placed if getattr(p.item, "name", "") == placed.within)
        return self.desk.view.rect(outer)

    def _wheel(self, room: pygame.Rect, notches: int) -> None:
        move = {"rel": (0, 0), "buttons": (0, 0, 0), "touch": False}
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=room.center, **move))
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notches, precise_x=0.0, precise_y=float(notches))
        )
        self.turn()
        self.turn()

    def _down_and_up(self, x: float, y: float) -> tuple:
        if self.by == "finger":
            width, height = self.window.surface.get_size()
            at = {"x": x / width, "y": y / height, "dx": 0.0, "dy": 0.0, "finger_id": 1, "touch_id": POSTED}
            return tuple(pygame.event.Event(kind, pressure=1.0, **at) for kind in (pygame.FINGERDOWN, pygame.FINGERUP))
        kinds = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        return tuple(pygame.event.Event(kind, pos=(round(x), round(y)), button=1, touch=False) for kind in kinds)
