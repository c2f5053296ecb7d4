"""A child with a keyboard or one switch, in a visit without a glass: what is within reach, and presses that tap it."""

import pygame
import pytest

from game.core.ids import Id, Option
from game.core.layout import TRAY
from game.core.picture import Stamp
from game.core.table import Touch
from game.glass.key_input import KEYS, key_of
from game.play import screens
from game.play.scan_targets import ScanTarget
from game.play.scanning import CHOOSE, Scanner
from game.play.stretches import way_to
from tests.support.story import BANDS, Story

bands = pytest.mark.parametrize("band", BANDS)


by_keys, by_switch = pytest.param(0, id="keys"), pytest.param(1.5, id="switch")


CHOOSING = [code for code, does in KEYS.items() if does == CHOOSE]


SPACE, TAB, RIGHT, ESCAPE = pygame.K_SPACE, pygame.K_TAB, pygame.K_RIGHT, pygame.K_ESCAPE


class Child:
    """Plays a story with keys alone; with an `interval`, with the space bar as its one switch."""

    def __init__(self, story: Story, interval: float = 0):
        self.story, self.keys, self.interval = story, Scanner(interval), interval
        self.marker()
        if not interval:
            self.press(TAB)

    def event(self, kind: int, key: int, mod: int = 0) -> tuple[Touch, ...]:
        """One key event reaches the story as the touches that it is."""
        known = key_of(pygame.event.Event(kind, key=key, mod=mod))
        touches = (known and self.keys.read(known, self.story.session, self.story.now)) or ()
        for touch in touches:
            self.story.session.touch(touch)
        return touches

    def press(self, key: int, mod: int = 0) -> None:
        """A key goes down and up, with time enough before and after it."""
        self.story.now += 0.6
        self.event(pygame.KEYDOWN, key, mod)
        self.story.now += 0.1
        self.event(pygame.KEYUP, key, mod)
        self.marker()

    def marker(self) -> tuple[Stamp, ...]:
        """What is laid on top of the Picture now."""
        return self.keys.marker(self.story.session, self.story.now)

    def goals(self) -> tuple[ScanTarget, ...]:
        """All that can be reached here."""
        self.marker()
        return self.keys.there

    def go(self, goal: ScanTarget) -> None:
        """Until the marker stands there: key by key, or by waiting."""
        for _ in range(len(self.goals()) + 1):
            if self.keys.at == goal:
                return
            if self.interval:
                self.story.now += self.interval
                self.marker()
            else:
                self.press(TAB)
        raise AssertionError(f"the marker never comes to {goal.means}")

    def tap(self, goal: ScanTarget | Id | str | None) -> None:
        """The marker goes there, and a key taps; to a picture by its name."""
        means = Option(goal) if isinstance(goal, str) else goal
        if isinstance(goal, Id) and (way := way_to(self.story.visit, self.story.session.stretch, goal)):
            self.tap(way)
            self.tap(goal)
            return
        self.go(goal if isinstance(goal, ScanTarget) else next(g for g in self.goals() if g.means == means))
        self.story.now += 0.01 if self.interval else 0
        self.event(pygame.KEYDOWN, SPACE)
        self.event(pygame.KEYUP, SPACE)
        self.story.now += 0.6
        self.marker()

    def things(self) -> list[ScanTarget]:
        """What can be reached, without the controls."""
        return [goal for goal in self.goals() if goal.means not in screens.CONTROLS_AT]

    def areas(self) -> list[ScanTarget]:
        """Bare ground on which something can be laid."""
        return [goal for goal in self.goals() if goal.area and goal.means not in (TRAY, None)]
