"""The child's room on the glass: events in, frames out, until a grown-up opens the door.

This file joins window, pointer, keys and painter with a RoomSession, which decides what happens; it decides nothing.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.art.renderer import Renderer
from game.core.picture import scale_of
from game.glass.key_input import held_key, key_of
from game.glass.loop import LOST, NAP, RESIZED, closes
from game.glass.painter import Painter
from game.glass.pointer_input import PointerInput
from game.glass.sprites import Sprites
from game.glass.window import PartOfWindow, Window
from game.play.display_list import scene_of
from game.play.room import FRAME, RoomSession
from game.play.session import Session

if TYPE_CHECKING:  # it is imported only where it is on
    from game.glass.sound import Sound

AWAITED = 0.008  # seconds from one look to the next while a screen is awaited: each look holds up who paints it
SETTLED = 1.0  # seconds without a change on the glass: a motion that is slow is not taken for none


class Room:
    """One visit in one window. `clock` gives seconds; all else is as RoomSession says it."""

    def __init__(
        self,
        window: Window | PartOfWindow,
        session: Session,
        renderer: Renderer,
        clock: Callable[[], float] = time.monotonic,
        ended: Callable[[], None] = lambda: None,
        still: bool = False,
        sound: "Sound | None" = None,
        switch: float = 0,
        goes_on: bool = False,
    ):
        self.window, self.renderer, self.clock, self.sound = window, renderer, clock, sound
        self.painter = self._new_painter(after=None)
        self.room_session = RoomSession(session, self.painter.sprites, clock(), ended, still, switch, goes_on)
        self._pointers = PointerInput(window.points)
        self._painted = clock()

    @property
    def session(self) -> Session:
        """The visit that is played."""
        return self.room_session.session

    @property
    def open(self) -> bool:
        """False once a grown-up has left."""
        return self.room_session.open

    @property
    def closed(self) -> bool:
        """True when a grown-up has ended the visit, too."""
        return self.room_session.closed

    @property
    def whole(self) -> bool:
        """True when the screen where the visit is now is the one on the glass."""
        return self.room_session.whole

    @property
    def pause(self) -> float:
        """Seconds from one frame to the next, if nobody touches anything meanwhile."""
        now = self.clock()
        if self.room_session.rests(now) and now - self._painted > SETTLED and self.painter.finished:
            return NAP
        return FRAME if self.whole or self.room_session.slides(now) else AWAITED

    def handle(self, event: pygame.event.Event) -> None:
        """One event."""
        now = self.clock()
        if (touch := self._pointers.read(event, now)) is not None:
            self.room_session.touch(touch)
            return
        if (held := held_key(event)) is not None:
            self.room_session.held_key(*held, now)
        if (key := key_of(event)) is not None:
            self.room_session.key(key, now)
        elif event.type in RESIZED:
            self._fit()
        elif event.type == pygame.WINDOWEXPOSED:  # what lay over the window has gone
            self.window.flip()
        elif event.type in LOST:
            self._pointers.let_go()
            self.room_session.let_go()
        elif closes(event, self.window):
            self.close()

    def frame(self) -> bool:
        """Paint what has changed; True when anything has."""
        now = self.clock()
        dirty = self.painter.put(self.room_session.tick(now))
        self._be_heard()
        if not dirty:
            self.painter.lay_ahead(self.room_session.soon(now))
        else:
            self._painted = now
            self.window.flip(dirty)
        return bool(dirty)

    def close(self) -> None:
        """A grown-up ends the visit, and is done here."""
        self.room_session.close()

    def show(self, session: Session, renderer: Renderer) -> None:
        """Another visit, with pictures of another renderer."""
        self.renderer, self.room_session.session = renderer, session
        self._paint_anew()

    def put_away(self) -> None:
        """Nothing more is painted: the thread of the sprites has ended. For when the window shows something else."""
        self.painter.sprites.close()
        self.painter.sprites.join()

    def _be_heard(self) -> None:
        """What has just happened, and where: nothing where there is no sound."""
        if self.sound:
            self.sound.heard(self.room_session.news())
            self.sound.bed(self.session.library.sound(scene_of(self.session.picture)))

    def _fit(self) -> None:
        """Take the window's size: sprites of the right size are made anew."""
        if self.window.surface.get_size() == self.painter.sprites.size:  # the surface itself has grown with its window
            return
        self._pointers = PointerInput(self.window.points)
        self._paint_anew()

    def _paint_anew(self) -> None:
        """Nothing that was painted can be used any more. No frame waits for a picture that is being made."""
        self.painter.sprites.close()
        self.painter = self._new_painter(after=self.painter.sprites)
        self.room_session.refit(self.painter.sprites)

    def _new_painter(self, after: Sprites | None) -> Painter:
        surface = self.window.surface
        size = surface.get_size()
        return Painter(surface, Sprites(self.renderer, size, scale_of(size), after=after))
