"""How the room opens: the window comes first, and only what the first screen needs is loaded."""

import gc
import json
import os
import subprocess
import sys

import pytest

from game.app import start
from game.core.events import Plan
from game.play.screens import demonstration
from game.records.open_visit import Preparation, open_visit
from game.records.store import Store
from main import main
from tests.paths import PROJECT

# What happens in a process of its own: files of activities that are opened, and the window, in their order; and when
# what is made is looked through for garbage.
PLAY_NEW = """
import gc, json, sys
happened, looked_through = [], {}
sys.addaudithook(lambda event, found: happened.append("yaml") if event == "open" and is_yaml(found[0]) else None)
is_yaml = lambda path: isinstance(path, str) and path.endswith(".yaml")

from game.child.room import Room
from game.glass.window import Window
from main import main

opened = Window.__init__

def noted(window, *words, **more):
    opened(window, *words, **more)
    happened.append("window")
    looked_through["start"] = gc.isenabled()

def closed(room):
    looked_through["room"] = gc.isenabled()
    room.close()

Window.__init__, Room.frame = noted, closed
main(["play", "new", "--home", sys.argv[1]])
loaded = [name for name, module in sys.modules.items() if module]
print(json.dumps({"happened": happened, "loaded": loaded, "looked_through": looked_through}))
"""
LATER = {"PIL", "typst", "pygame_gui", "resvg_py", "game.desk", "game.glass.sound"}
LATER |= {"pygame.mixer", "pygame.system"}
LATER |= {"game.app.commands", "game.app.demonstration", "game.child.demo", "game.child.preview"}
LATER |= {"game.authoring.check", "game.authoring.schema", "game.authoring.template"}
LATER |= {"game.paper.registry", "game.paper.typst_press", "game.records.export", "game.records.import_zip"}


@pytest.fixture
def opened(tmp_path):
    """Plays for somebody new in this records folder; what happened, and what was loaded."""
    (tmp_path / "home").mkdir()

    def play() -> dict:
        hidden = os.environ | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
        words = [sys.executable, "-c", PLAY_NEW, str(tmp_path / "home")]
        done = subprocess.run(words, cwd=PROJECT, env=hidden, capture_output=True, text=True, check=True)
        return json.loads(done.stdout.splitlines()[-1])

    return play


def test_the_window_is_there_before_any_file_is_read(opened):
    happened = opened()["happened"]
    assert happened[0] == "window" and happened.count("window") == 1 and "yaml" in happened


def test_what_is_needed_later_is_loaded_later_and_yaml_only_where_something_has_changed(opened):
    assert "yaml" in opened()["loaded"]
    loaded = set(opened()["loaded"])
    assert "yaml" not in loaded and "game.authoring.workbook_reader" not in loaded
    assert not loaded & LATER


def test_drawings_that_nobody_has_wanted_for_long_go_once_the_window_is_closed(opened, tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_GOODBYE_CACHE", str(tmp_path / "cache"))
    old, new = (tmp_path / "cache" / name for name in (f"{0:040}.png", f"{1:040}.png"))
    old.parent.mkdir()
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))
    opened()
    assert new.exists() and not old.exists()


def test_what_a_start_makes_is_not_looked_through_for_garbage_until_the_room_is_there(opened):
    assert opened()["looked_through"] == {"start": False, "room": True}


WHO = "0123456789abcdef"
BEFORE = Plan(7, (2,))  # what was said on a visit of another day


@pytest.fixture
def home(tmp_path):
    """A records folder with that visit in it."""
    store = Store(tmp_path)
    made = open_visit(store, WHO, "2026-01-12", "middle", "a seed", Preparation(plan=BEFORE))
    for touch in demonstration(made.session.visit):
        made.session.touch(touch)
    made.end()
    store.close()
    return tmp_path


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ((), BEFORE),
        (("--last",), Plan(7, (2,), last=True)),
        (("--missed", "4"), Plan(7, (2, 4))),
        (("--planned", "9"), Plan(9, (2,))),
        (("--planned", "8", "--missed", "3", "--missed", "2", "--paused"), Plan(8, (2, 3), paused=True)),
    ],
)
def test_what_is_said_of_the_visits_is_their_plan_and_all_else_is_as_it_was_before(home, monkeypatch, words, plan):
    plans = []
    monkeypatch.setattr(gc, "disable", lambda: None)  # the next tests are in this process, too
    monkeypatch.setattr(start, "_run", lambda store, kiosk, opened, flags: plans.append(_plan(store, opened)))
    assert main(["play", WHO, "--home", str(home), *words]) == 0
    assert plans == [plan]


def _plan(store: Store, opened) -> Plan:
    plan = opened().session.visit.begun.plan
    store.close()
    return plan
