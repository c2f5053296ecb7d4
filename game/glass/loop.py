"""The one loop of room and desk: whatever has happened goes in, a frame comes out, and a rest until the next.

This file knows what events say of the window. What is touched and typed, whoever is on the glass reads.
"""

import time
from collections.abc import Callable
from typing import Protocol

import pygame

from game.glass.sdl import function
from game.glass.window import PartOfWindow, Window
from game.play.room import FRAME

RESIZED = (pygame.WINDOWSIZECHANGED, pygame.WINDOWDISPLAYCHANGED)
LOST = (pygame.WINDOWFOCUSLOST, pygame.WINDOWHIDDEN)  # no finger and no key is held any more
SHORTEST = 0.001  # seconds of rest in any case: the threads beside have their turn
NAP = 0.25  # seconds of rest where nothing goes on: what begins by itself then begins at most so late
SLEEPING = ("x11", "wayland", "windows", "cocoa")  # on other screens SDL looks for an event each millisecond


class OnGlass(Protocol):
    """What is on the glass: the child's room or the desk."""

    @property
    def pause(self) -> float:
        """Seconds from one frame to the next."""

    def handle(self, event: pygame.event.Event) -> None:
        """One event."""

    def frame(self) -> bool:
        """Paint what is new; True when anything was painted."""


def rest(seconds: float) -> None:
    """Pause for so many seconds. What is longer than a frame ends with the next event, or after a frame where no
    system's sleep ends so.
    """
    time.sleep(min(seconds, FRAME))  # however many events there are, such as of a mouse that only moves
    if seconds > FRAME and pygame.display.get_driver() in SLEEPING:
        _until_event(round(1000 * (seconds - FRAME)))


def _until_event(milliseconds: int) -> bool:
    """SDL's own sleep: until the next event, which stays where it is, or for so long; True when there is one. That of
    `pygame.event.wait` is none, it looks each millisecond.
    """
    wait = function("SDL_WaitEventTimeout")
    return bool(wait and wait(None, milliseconds))


def turn(on_glass: OnGlass, rest: Callable[[float], None] = rest) -> None:
    """Whatever has happened, one frame, and a rest until the next. `rest` pauses for so many seconds."""
    began = time.perf_counter()
    for event in pygame.event.get():
        on_glass.handle(event)
    on_glass.frame()
    rest(max(SHORTEST, on_glass.pause - (time.perf_counter() - began)))


def closes(event: pygame.event.Event, window: Window | PartOfWindow) -> bool:
    """True for the system's wish to close the window. One that is locked does not listen to it."""
    return event.type in (pygame.QUIT, pygame.WINDOWCLOSE) and not window.locked
