"""Whatever hands, a cat or a window system do at the desk: nothing raises, and nothing of a record is lost."""

import random
import shutil

import pygame
import pytest

from game.art import renderer
from game.desk.desk import Desk
from game.desk.form import FormEvent
from game.desk.messages import Command, OpenFile
from game.records.settings import Settings, keep
from game.system.language import LANGUAGES
from tests.support.at_the_desk import GrownUp
from tests.support.examples import seeds
from tests.support.proofs import ProofRenderer

KEYS = (pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_UP, pygame.K_DOWN, pygame.K_BACKSPACE)
NEVER = (
    Command.CLOSE_PROGRAM,
    Command.DELETE_FOR_GOOD,
    Command.PREVIEW,
    Command.EDIT,
    Command.SHOW,
    Command.SAVE,
    Command.EXPORT,
)  # they leave this house


def anything(chance: random.Random, grown_up: GrownUp) -> list[pygame.event.Event]:
    """Something that hands, a cat or a window system might do."""
    width, height = grown_up.window.surface.get_size()
    x, y = chance.random(), chance.random()
    pos, rel = (round(x * width), round(y * height)), {"rel": (1, 1), "touch": False}
    finger = {"x": x, "y": y, "dx": 0.0, "dy": 0.0, "finger_id": chance.randrange(3), "touch_id": 7331, "pressure": 1.0}
    key = {"key": chance.choice(KEYS), "mod": chance.choice((0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL)), "unicode": ""}
    made = {
        pygame.MOUSEBUTTONDOWN: {"pos": pos, "button": chance.randrange(1, 4), "touch": False},
        pygame.MOUSEBUTTONUP: {"pos": pos, "button": chance.randrange(1, 4), "touch": False},
        pygame.MOUSEMOTION: {"pos": pos, "buttons": (0, 0, 0), **rel},
        pygame.MOUSEWHEEL: {"x": 0, "y": chance.randrange(-3, 4), "precise_x": 0.0, "precise_y": 1.0},
        pygame.FINGERDOWN: finger,
        pygame.FINGERMOTION: finger,
        pygame.FINGERUP: finger,
        pygame.KEYDOWN: key | {"scancode": 0},
        pygame.KEYUP: key | {"scancode": 0},
        pygame.TEXTINPUT: {"text": chance.choice(("a", "ß", "م", "<b>", "&", "\u0301", "星", "🙂"))},
        pygame.WINDOWFOCUSLOST: {},
        pygame.WINDOWSIZECHANGED: {"x": width, "y": height},
    }
    kind = chance.choice(list(made))
    return [pygame.event.Event(kind, **made[kind])]


@pytest.mark.search
@pytest.mark.parametrize("seed", seeds(1, 6))
def test_whatever_happens_nothing_raises_and_nothing_is_lost(seed, records, tmp_path, monkeypatch):
    monkeypatch.setattr(renderer, "Renderer", ProofRenderer)  # what is pressed counts, not how fine papers are
    shutil.copytree(records / "home", tmp_path / "home")
    shutil.copytree(records / "activities", tmp_path / "activities")
    journals = {path: path.read_bytes() for path in (tmp_path / "home").rglob("visit-*.jsonl")}
    keep(Settings(language=list(LANGUAGES)[-int(seed) % len(LANGUAGES)]), tmp_path / "home")
    chance, grown_up = random.Random(int(seed)), GrownUp(tmp_path / "home", activities=tmp_path / "activities")
    try:
        for step in range(700):
            if not grown_up.shell.open:
                break
            if isinstance(grown_up.shell.place, Desk):
                meant = [means for means in grown_up.there if means not in NEVER and not isinstance(means, OpenFile)]
                if meant and step % 3 == 0:
                    grown_up.desk.say(FormEvent(chance.choice(meant), chance.choice(("", "Ünï", "7"))))
            elif step % 50 == 0:
                grown_up.hold_corners()
            for event in anything(chance, grown_up):
                pygame.event.post(event)
            grown_up.turn(chance.choice((1 / 60, 0.3)))
    finally:
        grown_up.close()
    kept = {path: path.read_bytes() for path in journals}
    assert all(kept[path].startswith(text) for path, text in journals.items())
