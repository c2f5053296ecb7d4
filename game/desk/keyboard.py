"""The desk by keyboard alone: Tab goes from stop to stop, arrows, Home and End in a stop from thing to thing, Enter and
Space press, Escape goes back; with Ctrl, Enter presses what comes next, S saves, P prints, 1 to 4 show a tab. What can
be pressed in one row is one stop, and so is what is alike one below the other; a box to type in is a stop of its own.
Tab comes to the one that is chosen, or comes next.

pygame_gui moves no focus by keys; this file does, and hands everything else on to the box that is typed in. It knows
pygame's key events and the view.
"""

import pygame

from game.desk.form import Entry, FormEvent, Means, means_of
from game.desk.messages import Choose, Command, ShowTab
from game.desk.tabs import TABS
from game.desk.view import FormView

OUT, LET_GO = (pygame.K_q, pygame.K_p), 1.0  # seconds
TYPED = (pygame.TEXTINPUT, pygame.TEXTEDITING)
PRESS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
NEXT = {pygame.K_DOWN: 1, pygame.K_RIGHT: 1, pygame.K_UP: -1, pygame.K_LEFT: -1}
NEXT |= {pygame.K_HOME: -1000, pygame.K_END: 1000}  # more than stand in any row
SIDEWAYS = (pygame.K_LEFT, pygame.K_RIGHT)
BACK = FormEvent(Command.BACK)
TOGETHER = pygame.KMOD_CTRL | pygame.KMOD_META  # Command, on a Mac
DIGITS = {getattr(pygame, f"K_{number}"): number for number in range(1, 10)}
SHORT: dict[int, Means | None] = {  # with it, from everywhere; None is what comes next on this screen
    pygame.K_s: Command.SAVE,
    pygame.K_p: Command.PRINT,
    pygame.K_RETURN: None,
    pygame.K_KP_ENTER: None,
    **{key: ShowTab(name) for key, name in zip(DIGITS, TABS, strict=False)},
}
COUNTING = (Command.FEWER_VISITS, Command.MORE_VISITS)  # beside them a digit says how many


class HeldKeys:
    """The keys that lead out of the room may still be held when the desk opens, at `now`: what they type is not meant
    for it. While one is held it comes again and again; on a busy machine as if it were pressed anew. `led_here`: who is
    at the desk came by them.
    """

    def __init__(self, now: float):
        down = pygame.key.get_pressed()
        self._held, self._heard = any(down[key] for key in OUT), now
        self.led_here = self._held

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
    if event.key in SHORT and event.mod & TOGETHER:
        means = SHORT[event.key] or view.main
        return FormEvent(means) if means is not None and view.find(means) else None
    if event.key == pygame.K_TAB:
        _step(view, -1 if event.mod & pygame.KMOD_SHIFT else 1)
    elif event.key == pygame.K_ESCAPE:
        return BACK
    elif typing is not None and _is_typed(event, typing):
        view.manager.process_events(event)
    elif view.focus in COUNTING and event.key in DIGITS:
        return FormEvent(Choose("planned", DIGITS[event.key]))
    elif event.key in NEXT:
        mirrored = view.shaper.rtl and event.key in SIDEWAYS
        _along(view, -NEXT[event.key] if mirrored else NEXT[event.key])
    elif event.key in PRESS:
        return _press(view)
    return None


def _is_typed(event: pygame.event.Event, box: Entry) -> bool:
    """A box of one line leaves up and down to whoever walks; *Enter* in it is told by pygame_gui."""
    return box.lines > 1 or event.key not in (pygame.K_UP, pygame.K_DOWN)


def _step(view: FormView, by: int) -> None:
    """On by so many stops, from the last to the first; from nowhere to the first or the last."""
    stops, number = view.stops(), _here(view)
    if stops:
        number = number + by if number is not None else (0 if by > 0 else -1)
        view.go_to(_entrance(view, stops[number % len(stops)]))


def _along(view: FormView, by: int) -> None:
    """On by so many things in a stop that holds several, to its ends and no further; from nowhere to the first stop."""
    number, typing = _here(view), view.typing()
    if number is None:
        _step(view, 1)
        return
    stop = view.stops()[number]
    if len(stop) > 1 and view.focus in stop and typing is None:
        view.go_to(stop[min(max(stop.index(view.focus) + by, 0), len(stop) - 1)])


def _here(view: FormView) -> int | None:
    """The number of the stop at which the keyboard is; None: it is nowhere."""
    typing = view.typing()
    at = view.focus or (typing.means if typing else None)
    return next((n for n, stop in enumerate(view.stops()) if at in stop), None)


def _entrance(view: FormView, stop: list[Means]) -> Means:
    """What is chosen among what is alike, else what comes next, else the first."""
    there = {means_of(placed.item): placed.item for placed in view.reachable()}
    comes_next = view.main if view.main in stop else stop[0]
    return next((means for means in stop if getattr(there[means], "on", False)), comes_next)


def _press(view: FormView) -> FormEvent | None:
    placed = view.find(view.focus)
    if placed is None or view.focus is None or isinstance(placed.item, Entry):
        return None
    return FormEvent(view.focus)
