"""The child's room: events in, frames out, until a grown-up opens the door.

This file joins window, touch, play and painter; it decides nothing about any of them.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.art.renderer import Renderer
from game.core import events
from game.core.picture import Backdrop, hit
from game.core.table import Touch
from game.glass.key_input import key_of
from game.glass.painter import Painter
from game.glass.pointer_input import PointerInput
from game.glass.sprites import Sprites
from game.glass.window import Window, scale_of
from game.play.corners import Corners
from game.play.ghost import Ghost
from game.play.scanning import Key, Scanner
from game.play.screens import PLACES, SCENES, demonstration
from game.play.session import Session

if TYPE_CHECKING:  # it is imported only where it is on
    from game.glass.sound import Sound

FRAME = 1 / 60  # seconds
STILL_AFTER = 30.0  # seconds without a touch, after which the loops come to rest
THINKING = 0.7  # seconds without a touch, after which the next screen is painted in good time
TRY_AGAIN = 5.0  # seconds between tries to write what the disk has refused
LOST = (pygame.WINDOWFOCUSLOST, pygame.WINDOWHIDDEN)
RESIZED = (pygame.WINDOWSIZECHANGED, pygame.WINDOWDISPLAYCHANGED)


class Room:
    """One visit in one window. `clock` gives seconds; `ended` is called each time that the visit ends.

    `switch` is the interval in seconds at which the marker walks by itself; 0: it never does. `goes_on`: the visit
    does when the grown-ups' corners open the room, since they may come back to it.
    """

    def __init__(
        self,
        window: Window,
        play: Session,
        renderer: Renderer,
        clock: Callable[[], float] = time.monotonic,
        ended: Callable[[], None] = lambda: None,
        still: bool = False,
        sound: "Sound | None" = None,
        switch: float = 0,
        goes_on: bool = False,
    ):
        self._goes_on = goes_on
        self.window, self.play, self.renderer, self.clock, self.still = window, play, renderer, clock, still
        self._ended, self._was_closed = ended, False
        self.sound = sound
        self.open, self.closed, self.whole = True, False, False
        self._corners = Corners()
        self._last_touch = self._last_try = clock()
        self._thought_of = None
        self._screen: tuple = ()
        self._on_glass: tuple = ()
        self._ghost = Ghost((), 0)
        self.keys = Scanner(switch)
        self._laid: tuple = (None, (), None)
        self.painter: Painter | None = None
        self._fit()

    def turn(self) -> None:
        """Whatever has happened, one frame, and a rest until the next."""
        began = time.perf_counter()
        for event in pygame.event.get():
            self.handle(event)
        self.frame()
        time.sleep(max(0.001, FRAME - (time.perf_counter() - began)))

    def handle(self, event: pygame.event.Event) -> None:
        """One event. A window that is locked does not listen to the system's wish to close."""
        now = self.clock()
        touch = self._fingers.read(event, now)
        if touch is not None:
            self._touched(touch, now)
        elif (key := key_of(event)) is not None:
            self._key(key, now)
        elif event.type in RESIZED:
            self._fit()
        elif event.type == pygame.WINDOWEXPOSED:  # what lay over the window has gone
            self.window.flip()
        elif event.type in LOST:
            self.play.let_go()
            self.keys.let_go()
            self._fingers.let_go()
            self._corners.let_go()
        elif event.type in (pygame.QUIT, pygame.WINDOWCLOSE) and not self.window.locked:
            self.close()

    def frame(self) -> bool:
        """Paint what has changed; True when anything has."""
        now = self.clock()
        self._look_around(now)
        self._be_heard()
        marker = self.keys.marker(self.play, now, self._on_glass == self._screen_now())
        self.whole = self._show(marker + self._ghost.stamps(now), now)
        if self.whole:
            self._on_glass = self._screen
        dirty = self.painter.paint(now, loops=now - self._last_touch < STILL_AFTER)
        if dirty:
            self.window.flip()
        return bool(dirty)

    def _show(self, on_top: tuple, now: float) -> bool:
        """The Picture with the marker and the ghost hand on it; without, while these are not painted yet."""
        picture = self.play.picture
        if self._laid[0] is not picture or self._laid[1] != on_top:
            self._laid = picture, on_top, picture + on_top if on_top else picture
        return self.painter.show(self._laid[2], now) or self.painter.show(picture, now)

    def close(self) -> None:
        """A grown-up ends the visit, and is done here."""
        self.closed = True
        self.leave()
        self.play.end()
        self._look_around(self.clock())

    def leave(self) -> None:
        """A grown-up leaves the room; the visit goes on."""
        self.open = False
        self.play.let_go()

    def put_away(self) -> None:
        """Nothing more is painted: the thread of the sprites ends. For when the window shows something else."""
        self.painter.sprites.close()

    def _touched(self, touch: Touch, now: float) -> None:
        self._corners.feel(touch)
        self._felt(self.keys.instead_of(touch, self.play, now), now)

    def _key(self, key: Key, now: float) -> None:
        touches = self.keys.read(key, self.play, now)
        if touches is not None:
            self._felt(touches, now)

    def _felt(self, touches: tuple[Touch, ...], now: float) -> None:
        """Somebody is there, and perhaps touches something."""
        self._last_touch = now
        self._ghost.touched(now)
        for touch in touches:
            self._do(touch)

    def _do(self, touch: Touch) -> None:
        """While a new screen is being painted the old one stands there: only the controls mean what they seem."""
        on_glass = self._on_glass == self._screen_now()
        if on_glass or touch.phase != "press" or hit(self.play.picture, touch.x, touch.y) in PLACES:
            self.play.touch(touch)

    def _screen_now(self) -> tuple:
        """Which screen the visit is at; what lies on it may change."""
        visit = self.play.visit
        return visit.place, visit.resting, visit.activity, visit.step

    def _look_around(self, now: float) -> None:
        """What is not a touch: a new screen's demonstration, the grown-ups' corners, the end, a stubborn disk."""
        visit, screen = self.play.visit, self._screen_now()
        if screen != self._screen:
            self._screen, self._ghost = screen, Ghost(demonstration(visit), now)
        if visit.place == events.CLOSED and not self._was_closed:
            self._ended()
        self._was_closed = visit.place == events.CLOSED
        if self.whole:
            self._paint_ahead(now)
        if self.open and self._corners.open(now):
            self.leave() if self._goes_on else self.close()
        if self.play.journal.trouble and now - self._last_try > TRY_AGAIN:
            self._last_try = now
            self.play.journal.retry()

    def _paint_ahead(self, now: float) -> None:
        """Let be painted what may be wanted: all scenes once, and while the child thinks what *onward* would show."""
        visit = self.play.visit
        if not self._looked_ahead:
            self._looked_ahead = True
            self.painter.sprites.soon([*SCENES, *(activity.scene for activity in self.play.activities.values())])
        if visit is not self._thought_of and now - self._last_touch > THINKING:
            self._thought_of = visit
            if ahead := self.play.ahead():
                self.painter.ahead(ahead)

    def _be_heard(self) -> None:
        """What has just happened, and where: nothing where there is no sound."""
        if self.sound:
            self.sound.heard(self.play.news())
            self.sound.scene(next((t.scene for t in self.play.picture.things if isinstance(t, Backdrop)), ""))

    def _fit(self) -> None:
        """Take the window's size: sprites of the right size are made anew."""
        surface = self.window.surface
        if self.painter is not None:
            if surface.get_size() == self.painter.sprites.size:  # the surface itself has grown with its window
                return
            self.painter.sprites.close()
        self._fingers = PointerInput(self.window.points)
        sprites = Sprites(self.renderer, surface.get_size(), scale_of(surface.get_size()))
        self.painter = Painter(surface, sprites, self.still)
        self._looked_ahead = False
        self._screen = ()
