"""What stands before a child whose room cannot be shown: a calm picture, until a grown-up opens the desk.

It needs nothing of the room but its drawings, so that what broke there does not break here.
"""

from collections.abc import Callable
from io import BytesIO

import pygame

from game.art.renderer import Renderer
from game.glass.key_input import held_key
from game.glass.loop import LOST, NAP, RESIZED, closes
from game.glass.pointer_input import PointerInput
from game.glass.window import Window
from game.play.corners import CornerKeys, Corners

SCENE, EVENING = "rest", "#8d87ad"  # where it is quiet, and the colour of its sky where even that cannot be drawn


class CalmPicture:
    """In one window. `open` is False once a grown-up has held the corners, or closed the window: then it is `closed`,
    too. `clock` gives seconds.
    """

    pause = NAP

    def __init__(self, window: Window, renderer: Renderer, clock: Callable[[], float]):
        self._window, self._renderer, self._clock = window, renderer, clock
        self.open, self.closed, self.whole = True, False, False
        self._corners, self._corner_keys = Corners(), CornerKeys()
        self._pointers = PointerInput(window.points)

    def handle(self, event: pygame.event.Event) -> None:
        """One event: nothing answers but the grown-ups' ways."""
        if (touch := self._pointers.read(event, self._clock())) is not None:
            self._corners.feel(touch)
        elif (held := held_key(event)) is not None:
            self._corner_keys.feel(*held, self._clock())
        elif event.type in RESIZED or event.type == pygame.WINDOWEXPOSED:
            self._pointers, self.whole = PointerInput(self._window.points), False
        elif event.type in LOST:
            for held_here in (self._pointers, self._corners, self._corner_keys):
                held_here.let_go()
        elif closes(event, self._window):
            self.open, self.closed = False, True

    def frame(self) -> bool:
        """Paint the picture where it is not on the glass yet; True when it was."""
        now = self._clock()
        self.open = self.open and not (self._corners.open(now) or self._corner_keys.open(now))
        if self.whole:
            return False
        self._paint(self._window.surface)
        self._window.flip()
        self.whole = True
        return True

    def put_away(self) -> None:
        """There is nothing that goes on."""

    def _paint(self, surface: pygame.Surface) -> None:
        surface.fill(EVENING)
        try:
            png = self._renderer.scene(SCENE, *surface.get_size())
            surface.blit(pygame.image.load(BytesIO(png)), (0, 0))
        except Exception:  # it may be the drawings that broke the room
            return
