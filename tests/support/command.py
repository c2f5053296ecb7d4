"""`main.py` as a grown-up starts it: a process of its own, on a system without a screen."""

import os
import subprocess
import sys
from pathlib import Path

from tests.paths import PROJECT

PATIENCE = 600  # seconds; long, since only what never ends may fail: all pictures may have to be drawn first
SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SDL_VIDEODRIVER"}


def run_in(folder: Path, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
    """What these words come to, said in this folder; `more` is of the environment. There is never a traceback."""
    there = {name: value for name, value in os.environ.items() if name not in SCREENS} | more
    command = [sys.executable, str(PROJECT / "main.py"), *map(str, words)]
    done = subprocess.run(command, cwd=folder, env=there, capture_output=True, text=True, timeout=PATIENCE)
    assert "Traceback" not in done.stderr, done.stderr
    return done
