"""The desk by keyboard alone: Tab and arrows go from thing to thing, Enter and Space press, Escape goes back.

pygame_gui moves no focus by keys; this file does, and hands everything else on to the box that is typed in. It knows
pygame's key events and the view.
"""

import pygame

from game.desk.form import Entry, FormEvent
from game.desk.messages import Command
from game.desk.view import FormView

PRESS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
NEXT = {pygame.K_DOWN: 1, pygame.K_RIGHT: 1, pygame.K_UP: -1, pygame.K_LEFT: -1}
BACK = FormEvent(Command.BACK)


def pressed(event: pygame.event.Event, view: FormView) -> FormEvent | None:
    """What this key says to the desk; None where it only moves the mark or is typed."""
    typing = view.typing()
    if event.key == pygame.K_TAB:
        _step(view, -1 if event.mod & pygame.KMOD_SHIFT else 1)
    elif event.key == pygame.K_ESCAPE:
        return BACK
    elif typing is not None and _is_typed(event, typing):
        view.manager.process_events(event)
    elif event.key in NEXT:
        _step(view, NEXT[event.key])
    elif event.key in PRESS:
        return _press(view)
    return None


def _is_typed(event: pygame.event.Event, box: Entry) -> bool:
    """A box of one line leaves up and down to whoever walks; *Enter* in it is told by pygame_gui."""
    return box.lines > 1 or event.key not in (pygame.K_UP, pygame.K_DOWN)


def _step(view: FormView, by: int) -> None:
    there = view.meanings()
    if not there:
        return
    typing = view.typing()
    at = view.focus or (typing.means if typing else None)
    number = there.index(at) + by if at in there else (0 if by > 0 else -1)
    view.go_to(there[number % len(there)])


def _press(view: FormView) -> FormEvent | None:
    placed = view.find(view.focus)
    if placed is None or view.focus is None or isinstance(placed.item, Entry):
        return None
    return FormEvent(view.focus)
