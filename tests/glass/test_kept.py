"""Surfaces that are kept: which of them go, and that a thread that keeps more takes none from a frame's hands."""

from collections.abc import Callable
from threading import Thread

import pygame

from game.glass import painter, puppet_sprites, sprites
from game.glass.kept import KeptSurfaces


def square(side: int) -> pygame.Surface:
    return pygame.Surface((side, side))


def test_the_least_lately_used_goes_first_and_the_last_one_stays_however_large():
    kept = KeptSurfaces(200)
    for name in "ab":
        kept.keep(name, square(10))
    assert kept.get("a") is not None
    kept.keep("c", square(10))
    assert [name in kept for name in "abc"] == [True, False, True]
    kept.keep("large", square(100))
    assert [name in kept for name in ("a", "c", "large")] == [False, False, True]


def test_one_that_is_made_anew_takes_the_place_of_its_own_alone():
    kept = KeptSurfaces(200)
    for _ in range(5):
        kept.keep("a", square(10))
    kept.keep("b", square(10))
    assert "a" in kept and "b" in kept


def test_what_is_held_stays_however_large_and_goes_as_others_do_when_others_are_held():
    kept = KeptSurfaces(200)
    kept.hold("ab")
    for name in "abcd":
        kept.keep(name, square(10))
    assert [name in kept for name in "abcd"] == [True, True, False, True]
    kept.hold("e", more=True)
    kept.keep("e", square(10))
    kept.keep("f", square(10))
    assert [name in kept for name in "abdef"] == [True, True, False, True, True]
    kept.hold("f")
    kept.keep("g", square(10))
    assert [name in kept for name in "abefg"] == [False, False, False, True, True]


class Asked:
    """A key that is asked for: while it is compared for the second time, another thread does something."""

    def __init__(self, key: str, do: Callable[[], None]):
        self.key, self.beside, self.compared = key, Thread(target=do), 0

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        self.compared += 1
        if self.compared == 2:
            self.beside.start()
            self.beside.join(0.1)  # it is done by then, or it waits for us
        return self.key == other


def test_what_is_dropped_while_it_is_looked_for_breaks_no_frame():
    kept, one = KeptSurfaces(1), square(10)
    kept.keep("a", one)
    asked = Asked("a", lambda: kept.keep("b", square(10)))
    assert kept.get(asked) is one
    asked.beside.join()
    assert "a" not in kept and "b" in kept


def test_what_is_kept_for_a_window_of_1280_x_800_takes_no_more_than_18_mb():
    """Of the 64 that the room is to do with: Python, its libraries and the glass itself take the most."""
    things = sprites.KEPT_PIXELS + painter.KEPT_PIXELS
    puppets = puppet_sprites.KEPT_PIXELS + puppet_sprites.KEPT_ARMS
    assert 4 * (sprites.KEPT_SCENES * 1280 * 800 + things + puppets) <= 18_000_000
