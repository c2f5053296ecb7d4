"""The program as it is, whose desk tells what stands where: for hands that are in another process.

After each picture a JSON file says what can be pressed, where on the glass, what is read, and where the keyboard is.
"""

import json
import sys
from enum import Enum
from pathlib import Path
from typing import Any

from game.desk.desk import Desk
from game.desk.form import Entry, Means, Text
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


def _told(desk: Desk) -> dict[str, Any]:
    view = desk.view
    rooms = {p.item.name: view.rect(p) for p in view.placed if hasattr(p.item, "name")}
    whole = desk.window.surface.get_rect()
    things = {}
    for placed in view.reachable():
        rect, room = view.rect(placed), rooms.get(placed.within, whole)
        value = placed.item.value if isinstance(placed.item, Entry) else ""
        things[name_of(placed.item.means)] = {"at": rect.center, "room": [*room], "value": value}
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
    return main(words)
