"""`main.py` as a grown-up starts it: a process of its own, on a system without a screen.

Run as a program it is `main.py` with a small window, papers whose pictures have few pixels, and a demonstration of few
activities.
"""

import os
import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace

from tests.paths import PROJECT

SMALL = (640, 400)
FEW = ("my-traveller", "pick-a-worry-stone", "goodbye-jars")  # what a short demonstration opens
PATIENCE = 600  # seconds; long, since only what never ends may fail: all pictures may have to be drawn first
SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SDL_VIDEODRIVER"}


def run_in(folder: Path, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
    """What these words come to, said in this folder; `more` is of the environment. There is never a traceback."""
    return _run([str(PROJECT / "main.py"), *map(str, words)], folder, more)


def run_small(*words: object) -> subprocess.CompletedProcess[str]:
    """The same with a quarter of the window's pixels, fewer on papers, and a short demonstration; in our folder."""
    return _run(["-m", "tests.support.command", *map(str, words)], PROJECT, {})


def _run(words: list[str], folder: Path, more: dict[str, str]) -> subprocess.CompletedProcess[str]:
    there = {name: value for name, value in os.environ.items() if name not in SCREENS} | more
    command = [sys.executable, *words]
    done = subprocess.run(command, cwd=folder, env=there, capture_output=True, text=True, timeout=PATIENCE)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def main() -> None:
    """What the words come to, with a small window, and a demonstration of few activities."""
    import main
    from game.app.demonstration import STORIES
    from game.art import renderer
    from game.glass import window
    from tests.support.proofs import ProofRenderer

    (day,) = STORIES[1]
    window._fitting, renderer.Renderer = lambda wide: SMALL, ProofRenderer  # type: ignore[misc]
    STORIES[1] = (replace(day, opens=FEW),)
    main.main(sys.argv[1:])


if __name__ == "__main__":
    main()
