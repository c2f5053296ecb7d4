"""Finger and mouse at the desk: both become the mouse that pygame_gui knows, and drag what is too long for its room.

This file knows pygame's events and the view; it knows no form.
"""

from collections.abc import Hashable

import pygame

from game.desk.form import Means, means_of
from game.desk.view import FormView
from game.glass.pointer_input import BUTTONS, FINGERS, POSTED, TRACKPADS

SLIP = 14  # points that a finger may slip while it presses
TWICE = 0.4  # seconds: a hand that presses twice, out of habit, has pressed again by then
AWAY = (-10_000, -10_000)
POINTERS = (*FINGERS, *BUTTONS, pygame.MOUSEWHEEL)
WHEEL = 90  # pixels for one notch; a touchpad sends parts of it


class Pointer:
    """One pointer: the first finger that is down, or the mouse; `is_finger` says which of them it was last."""

    def __init__(self) -> None:
        self.is_finger = False
        self._down: tuple[int, int] | None = None
        self._last = (0, 0)
        self._drags: Hashable = None  # what is dragged, as the view names it
        self._finger: int | None = None
        self._pressed: tuple[float, tuple[int, int], Means | None] = (-TWICE, AWAY, None)

    def read(self, event: pygame.event.Event, view: FormView, points: tuple[int, int], now: float) -> bool:
        """Hand the event on as the mouse's; True when a finger has tapped."""
        if event.type == pygame.MOUSEWHEEL:
            name = view.scroll_at(self._last)
            if name:
                view.scroll_by(name, -event.precise_y * WHEEL if hasattr(event, "precise_y") else -event.y * WHEEL)
            return False
        if event.type == pygame.FINGERDOWN and self._finger is not None and view.on_keys(self._last):
            self._finger = None  # two thumbs: the next key is pressed before the last one is let go
            self._release(view, self._last)
        phase, place = self._phase(event), _place(event, view.size, points)
        if phase:
            self.is_finger = event.type in FINGERS
        if phase == "press" and not self._is_second(view, place, now):
            self._press(view, place)
        elif phase == "drag":
            self._drag(view, place)
        tapped = phase == "release" and self._down is not None and not self._drags and event.type in FINGERS
        if phase == "release":
            self._release(view, place)
        if tapped:  # a finger that is lifted is over nothing
            view.manager.mouse_position = AWAY
        return tapped

    def let_go(self, view: FormView) -> None:
        """The window has lost the pointer: nothing is pressed."""
        if self._down is not None:
            self._release(view, AWAY)
        self._finger = None

    def _phase(self, event: pygame.event.Event) -> str:
        """ "press", "drag" or "release"; "" for what is no pointer's business, such as a second finger."""
        if event.type in BUTTONS:
            left = event.type == pygame.MOUSEMOTION or event.button == 1
            return BUTTONS[event.type] if left and not getattr(event, "touch", False) else ""
        if TRACKPADS and event.touch_id != POSTED:
            return ""
        phase = FINGERS[event.type]
        if phase == "press" and self._finger is None:
            self._finger = event.finger_id
        if event.finger_id != self._finger:
            return ""
        if phase == "release":
            self._finger = None
        return phase

    def _is_second(self, view: FormView, place: tuple[int, int], now: float) -> bool:
        """True for the second press of a hand that presses twice, where the first has brought something else under it:
        that was not meant, such as *Print* where *Papers to print* was.
        """
        (when, where, before), on = self._pressed, _on(view, place)
        self._pressed = now, place, on
        near = max(abs(a - b) for a, b in zip(where, place, strict=True)) <= SLIP * view.shaper.scale
        return now - when < TWICE and near and before is not None and on != before and not view.on_keys(place)

    def _press(self, view: FormView, place: tuple[int, int]) -> None:
        self._down, self._drags, self._last = place, None, place
        view.focus = None
        _send(view, pygame.MOUSEBUTTONDOWN, place)

    def _drag(self, view: FormView, place: tuple[int, int]) -> None:
        before, self._last = self._last, place
        if self._down and not self._drags and abs(place[1] - self._down[1]) > SLIP * view.shaper.scale:
            marks = view.typing() is not None and self._finger is None  # the mouse marks words, a finger scrolls
            self._drags = None if marks else view.scroll_at(self._down)
            if self._drags:
                _send(view, pygame.MOUSEBUTTONUP, AWAY)
        if self._drags:
            view.scroll_by(self._drags, before[1] - place[1])
        else:
            _send(view, pygame.MOUSEMOTION, place)

    def _release(self, view: FormView, place: tuple[int, int]) -> None:
        if self._down is not None and not self._drags:
            _send(view, pygame.MOUSEBUTTONUP, place)
        self._down, self._drags = None, None


def _on(view: FormView, place: tuple[int, int]) -> Means | None:
    """What the thing at this point means; None for none."""
    return next((means_of(p.item) for p in view.reachable() if view.rect(p).collidepoint(place)), None)


def _place(event: pygame.event.Event, size: tuple[int, int], points: tuple[int, int]) -> tuple[int, int]:
    """Where it is, in pixels."""
    if event.type in FINGERS:
        return round(event.x * size[0]), round(event.y * size[1])
    return round(event.pos[0] * size[0] / points[0]), round(event.pos[1] * size[1] / points[1])


def _send(view: FormView, kind: int, place: tuple[int, int]) -> None:
    view.manager.mouse_position = place
    more = {"rel": (0, 0), "buttons": (0, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
    view.manager.process_events(pygame.event.Event(kind, pos=place, touch=False, **more))
