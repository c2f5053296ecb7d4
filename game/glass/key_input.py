"""The keyboard becomes keys that the marker knows: the one place where pygame's key codes are translated.

This file knows pygame's events and nothing of what a key reaches.
"""

import pygame

from game.play.scanning import ANSWER, BACK, CHOOSE, DOWN, LEFT, NEXT, RIGHT, TO_ONWARD, UP, Key

KEYS = {
    pygame.K_SPACE: CHOOSE,
    pygame.K_RETURN: CHOOSE,
    pygame.K_KP_ENTER: CHOOSE,
    pygame.K_TAB: NEXT,
    pygame.K_RIGHT: RIGHT,
    pygame.K_LEFT: LEFT,
    pygame.K_DOWN: DOWN,
    pygame.K_UP: UP,
    pygame.K_END: TO_ONWARD,
    pygame.K_a: ANSWER,
}
SYSTEMS = pygame.KMOD_ALT | pygame.KMOD_CTRL | pygame.KMOD_META  # with these a key belongs to the system


def key_of(event: pygame.event.Event) -> Key | None:
    """The key that this event is; None for other events, and for keys that mean nothing here."""
    if event.type not in (pygame.KEYDOWN, pygame.KEYUP) or event.key not in KEYS:
        return None
    mod = getattr(event, "mod", 0)
    if event.type == pygame.KEYUP:  # whatever is held with it by then
        return Key("release", event.key, KEYS[event.key])
    if mod & SYSTEMS:
        return None
    return Key("press", event.key, BACK if event.key == pygame.K_TAB and mod & pygame.KMOD_SHIFT else KEYS[event.key])


def held_key(event: pygame.event.Event) -> tuple[int, str, bool] | None:
    """Which key goes down (True) or up: its code, and its letter, by its place where the keyboard has other letters."""
    if event.type not in (pygame.KEYDOWN, pygame.KEYUP):
        return None
    code = event.key if event.key < 128 else event.scancode - pygame.KSCAN_A + pygame.K_a
    letter = chr(code) if pygame.K_a <= code <= pygame.K_z else ""
    return event.key, letter, event.type == pygame.KEYDOWN
