"""The program as it is, whose desk tells what stands where: for hands that are in another process.

After each picture a JSON file says what can be pressed, where on the glass, what is read, and where the keyboard is.
Fingers are put into the window's own queue of events from a file beside it: no X server here has a touch screen.
"""

import json
import sys
from collections import deque
from enum import Enum
from pathlib import Path
from typing import Any

import pygame

from game.desk.desk import Desk
from game.desk.form import Entry, Means, Text
from game.glass.pointer_input import POSTED
from main import main
from tests.paths import PROJECT

RUN = f"""import sys
sys.path.insert(0, {str(PROJECT)!r})
from pathlib import Path
from tests.support.told_desk import run
sys.exit(run(Path(sys.argv[1]), sys.argv[2:]))
"""


def command(told: Path, *words: str) -> tuple[str, ...]:
    """What starts the program with these words, in a process of its own, telling into this file."""
    return sys.executable, "-c", RUN, str(told), *words


def name_of(means: Means | None) -> str:
    """What a thing means, as a test writes it: "Command.SAVE", "ShowTab(name='today')"."""
    return str(means) if isinstance(means, Enum) else repr(means)


FINGERS = {"down": pygame.FINGERDOWN, "move": pygame.FINGERMOTION, "up": pygame.FINGERUP}


def fingers_beside(told: Path) -> Path:
    """The file with what fingers do: lists of a word of FINGERS, a finger's number, and where, in shares of the window.

    It is gone once all of it has been felt.
    """
    return told.with_name("fingers.json")


def _feel(fingers: Path) -> None:
    get, waiting = pygame.event.get, deque()

    def with_fingers(*said: Any, **more: Any) -> list[pygame.event.Event]:
        """What has happened, and the next thing that a finger does."""
        if not waiting and fingers.exists():
            waiting.extend(json.loads(fingers.read_text("utf-8")))
        if waiting:
            does, finger, x, y = waiting.popleft()
            more_of_it = {"x": x, "y": y, "dx": 0.0, "dy": 0.0, "pressure": 1.0}
            pygame.event.post(pygame.event.Event(FINGERS[does], finger_id=finger, touch_id=POSTED, **more_of_it))
            if not waiting:
                fingers.unlink()
        return get(*said, **more)

    pygame.event.get = with_fingers


def _told(desk: Desk) -> dict[str, Any]:
    view = desk.view
    rooms = {p.item.name: view.rect(p) for p in view.placed if hasattr(p.item, "name")}
    whole = desk.window.surface.get_rect()
    things = {}
    for placed in view.reachable():
        rect, room = view.rect(placed), rooms.get(placed.within, whole)
        value = placed.item.value if isinstance(placed.item, Entry) else ""
        things[name_of(placed.item.means)] = {"at": rect.center, "size": rect.size, "room": [*room], "value": value}
    return {
        "things": things,
        "stops": [[name_of(means) for means in stop] for stop in view.stops()],
        "focus": name_of(view.focus),
        "read": [p.item.text for p in view.placed if isinstance(p.item, Text)],
        "whole": desk.whole,
    }


def run(told: Path, words: list[str]) -> int:
    """The program with these words, telling into this file."""
    paint, before = Desk.frame, [""]

    def frame(self: Desk) -> bool:
        painted = paint(self)
        text = json.dumps(_told(self)) if self.view and self.view.placed else before[0]
        if text != before[0] or not told.exists():
            before[0] = text
            new = told.with_suffix(".new")
            new.write_text(text, "utf-8")
            new.replace(told)
        return painted

    Desk.frame = frame
    _feel(fingers_beside(told))
    return main(words)
