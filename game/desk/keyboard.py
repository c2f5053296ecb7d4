"""The desk by keyboard alone: Tab goes from stop to stop, arrows from thing to thing, Enter and Space press, Escape
goes back. Things that are alike and stand side by side are one stop: Tab comes to the one that is chosen.

pygame_gui moves no focus by keys; this file does, and hands everything else on to the box that is typed in. It knows
pygame's key events and the view.
"""

import pygame

from game.desk.form import Entry, FormEvent, Means, means_of
from game.desk.messages import Command
from game.desk.view import FormView

OUT, LET_GO = (pygame.K_q, pygame.K_p), 1.0  # seconds
TYPED = (pygame.TEXTINPUT, pygame.TEXTEDITING)
PRESS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
NEXT = {pygame.K_DOWN: 1, pygame.K_RIGHT: 1, pygame.K_UP: -1, pygame.K_LEFT: -1}
SIDEWAYS = (pygame.K_LEFT, pygame.K_RIGHT)
BACK = FormEvent(Command.BACK)


class HeldKeys:
    """The keys that lead out of the room may still be held when the desk opens, at `now`: what they type is not meant
    for it. While one is held it comes again and again; on a busy machine as if it were pressed anew.
    """

    def __init__(self, now: float):
        down = pygame.key.get_pressed()
        self._held, self._heard = any(down[key] for key in OUT), now

    def type(self, event: pygame.event.Event, now: float) -> bool:
        """Whether this event is typed by them; another key ends that, and so does a while in which none is heard."""
        ours = event.type in TYPED or (event.type == pygame.KEYDOWN and event.key in OUT)
        if now - self._heard > LET_GO or (event.type == pygame.KEYDOWN and not ours):
            self._held = False
        if ours:
            self._heard = now
        return self._held and event.type in TYPED


def form_event(event: pygame.event.Event, view: FormView) -> FormEvent | None:
    """What this key says to the desk; None where it only moves the mark or is typed."""
    typing = view.typing()
    if event.key == pygame.K_TAB:
        _step(view, -1 if event.mod & pygame.KMOD_SHIFT else 1, view.stops())
    elif event.key == pygame.K_ESCAPE:
        return BACK
    elif typing is not None and _is_typed(event, typing):
        view.manager.process_events(event)
    elif event.key in NEXT:
        mirrored = view.shaper.rtl and event.key in SIDEWAYS
        _step(view, -NEXT[event.key] if mirrored else NEXT[event.key], [[means] for means in view.meanings()])
    elif event.key in PRESS:
        return _press(view)
    return None


def _is_typed(event: pygame.event.Event, box: Entry) -> bool:
    """A box of one line leaves up and down to whoever walks; *Enter* in it is told by pygame_gui."""
    return box.lines > 1 or event.key not in (pygame.K_UP, pygame.K_DOWN)


def _step(view: FormView, by: int, stops: list[list[Means]]) -> None:
    """On by so many stops, each of which is all that it holds; from nowhere to the first or the last."""
    if not stops:
        return
    typing = view.typing()
    at = view.focus or (typing.means if typing else None)
    here = next((n for n, stop in enumerate(stops) if at in stop), None)
    number = here + by if here is not None else (0 if by > 0 else -1)
    view.go_to(_entrance(view, stops[number % len(stops)]))


def _entrance(view: FormView, stop: list[Means]) -> Means:
    """What is chosen among what is alike, else the first."""
    there = {means_of(placed.item): placed.item for placed in view.reachable()}
    return next((means for means in stop if getattr(there[means], "on", False)), stop[0])


def _press(view: FormView) -> FormEvent | None:
    placed = view.find(view.focus)
    if placed is None or view.focus is None or isinstance(placed.item, Entry):
        return None
    return FormEvent(view.focus)
