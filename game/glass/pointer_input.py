"""Fingers and the mouse become touches in design units: the one place where pixels are translated.

This file knows pygame's events and nothing of activities or painting.
"""

import sys
from itertools import count

import pygame

from game.core.picture import HEIGHT, WIDTH
from game.core.table import Touch

MOUSE = 0  # the mouse is one more finger
FINGERS = {pygame.FINGERDOWN: "press", pygame.FINGERMOTION: "drag", pygame.FINGERUP: "release"}
BUTTONS = {pygame.MOUSEBUTTONDOWN: "press", pygame.MOUSEMOTION: "drag", pygame.MOUSEBUTTONUP: "release"}
POSTED = 7331  # the touch device of the demonstration and the tests
TRACKPADS = sys.platform == "darwin"  # a Mac's finger events come from its trackpad, not from the glass


class PointerInput:
    """Reads events of a window of `points` x `points` (what the system counts the mouse in)."""

    def __init__(self, points: tuple[int, int]):
        self.points = points
        self._numbers: dict[int, int] = {}
        self._next = count(1)
        self._mouse_down = False

    def read(self, event: pygame.event.Event, now: float) -> Touch | None:
        """The touch that this event is; None for events that are none, and for a mouse made from a finger."""
        width, height = self.points
        if event.type in FINGERS:
            if TRACKPADS and event.touch_id != POSTED:
                return None
            finger = self._number(event.finger_id, event.type == pygame.FINGERUP)
            return self._touch(FINGERS[event.type], event.x * width, event.y * height, finger, now)
        if event.type in BUTTONS and not getattr(event, "touch", False):
            return self._mouse(event, now)
        return None

    def let_go(self) -> None:
        """The window has lost the mouse: its release will not be told."""
        self._mouse_down = False

    def _mouse(self, event: pygame.event.Event, now: float) -> Touch | None:
        """The left button only; the pointer without it is nothing."""
        moved = event.type == pygame.MOUSEMOTION
        if (moved and not self._mouse_down) or (not moved and event.button != 1):
            return None
        self._mouse_down = event.type != pygame.MOUSEBUTTONUP
        x, y = event.pos
        return self._touch(BUTTONS[event.type], x, y, MOUSE, now)

    def _number(self, id: int, gone: bool) -> int:
        """A small number for a finger as long as it is down."""
        if id not in self._numbers:
            self._numbers[id] = next(self._next)
        return self._numbers.pop(id) if gone else self._numbers[id]

    def _touch(self, phase: str, x: float, y: float, finger: int, now: float) -> Touch:
        """From the window's points to design units: the screen of 1280 x 800 lies in the middle."""
        width, height = self.points
        scale = min(width / WIDTH, height / HEIGHT)
        left, top = (width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2
        return Touch(phase, round((x - left) / scale, 1), round((y - top) / scale, 1), finger, time=now)


def event_of(touch: Touch, points: tuple[int, int]) -> pygame.event.Event:
    """The finger event that a touch would come from: for the demonstration and the tests."""
    width, height = points
    scale = min(width / WIDTH, height / HEIGHT)
    x = ((width - WIDTH * scale) / 2 + touch.x * scale) / width
    y = ((height - HEIGHT * scale) / 2 + touch.y * scale) / height
    kind = next(kind for kind, phase in FINGERS.items() if phase == touch.phase)
    return pygame.event.Event(kind, x=x, y=y, dx=0.0, dy=0.0, finger_id=touch.finger, touch_id=POSTED, pressure=1.0)
