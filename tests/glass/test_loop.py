"""The rest between two frames: how long it is, and what ends it."""

import pygame
import pytest

from game.glass import loop
from game.glass.loop import NAP
from game.play.room import FRAME

MINUTE = 60_000  # milliseconds


@pytest.fixture
def display():
    pygame.display.init()
    pygame.event.clear()
    yield
    pygame.display.quit()


@pytest.fixture
def rests(monkeypatch):
    """What is slept, in seconds, and what is waited for, in milliseconds, while a rest is taken on a screen."""

    def taken(seconds: float, driver: str) -> tuple[list[float], list[int]]:
        slept, waited = [], []
        monkeypatch.setattr(loop.time, "sleep", slept.append)
        monkeypatch.setattr(loop.pygame.display, "get_driver", lambda: driver)
        monkeypatch.setattr(loop, "_until_event", waited.append)
        loop.rest(seconds)
        return slept, waited

    return taken


def test_a_rest_of_a_frame_is_slept(rests):
    assert rests(FRAME, "x11") == ([FRAME], [])


def test_a_nap_waits_for_what_happens_behind_a_frame(rests):
    assert rests(NAP, "x11") == ([FRAME], [round(1000 * (NAP - FRAME))])


def test_where_no_sleep_ends_with_an_event_a_nap_is_as_long_as_a_frame(rests):
    assert rests(NAP, "kmsdrm") == ([FRAME], [])


def test_what_ends_a_nap_stays_where_it_is(display):
    first, second = (pygame.event.Event(pygame.USEREVENT, {"number": number}) for number in (1, 2))
    pygame.event.post(first)
    pygame.event.post(second)
    assert loop._until_event(MINUTE)
    assert [event.number for event in pygame.event.get(pygame.USEREVENT)] == [1, 2]


def test_a_nap_in_which_nothing_happens_ends_by_itself(display):
    pygame.event.get()
    assert not loop._until_event(1)
