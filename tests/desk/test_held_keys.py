"""Keys that led out of the room and are still held when the desk opens type nothing there."""

from collections import defaultdict

import pygame
import pytest

from game.desk.keyboard import LET_GO, HeldKeys

P, OTHER = pygame.K_p, pygame.K_4


@pytest.fixture
def held(monkeypatch):
    down = defaultdict(bool, {pygame.K_p: True})
    monkeypatch.setattr(pygame.key, "get_pressed", lambda: down)
    return HeldKeys(0.0)


def typed(held: HeldKeys, text: str, now: float) -> bool:
    """Whether the text comes to the desk."""
    return not held.type(pygame.event.Event(pygame.TEXTINPUT, text=text), now)


def down(held: HeldKeys, key: int, now: float) -> None:
    held.type(pygame.event.Event(pygame.KEYDOWN, key=key), now)


def test_a_held_key_types_nothing_though_it_comes_again_and_again_as_if_pressed_anew(held):
    for number in range(60):
        now = number * LET_GO / 2
        down(held, P, now)
        assert not typed(held, "p", now)


def test_another_key_is_heard_at_once(held):
    assert not typed(held, "p", 0.1)
    down(held, OTHER, 0.2)
    assert typed(held, "4", 0.2)


def test_once_let_go_for_a_while_the_same_key_is_a_letter(held):
    assert not typed(held, "p", 0.1)
    later = 0.2 + LET_GO
    down(held, P, later)
    assert typed(held, "p", later)


def test_where_nothing_is_held_the_first_letter_counts(monkeypatch):
    monkeypatch.setattr(pygame.key, "get_pressed", lambda: defaultdict(bool))
    assert typed(HeldKeys(0.0), "p", 0.0)
