"""A visit at risk: played by random touches in a process of its own, which may be killed at any moment.

`python -m tests.support.at_risk HOME SEED` goes on with the one visit in HOME until somebody kills it.
As soon as a move is kept, a line on the standard output says so: its number in the journal, and the fingerprint of
the screen after it.
"""

import os
import random
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from game.core.events import Event
from game.core.gesture import drag, tap
from game.core.ids import enc_hook
from game.core.picture import meaningful
from game.core.table import Touch
from game.play import screens
from game.play.replay import after
from game.play.session import Session
from game.play.state import Visit
from game.records.journal_reader import look
from game.records.open_visit import OpenVisit, open_visit
from game.records.store import Store
from tests.support.round_trip import round_trip

WHO, DAY = "0123456789abcdef", "2026-01-12"


def visit_in(home: Path) -> OpenVisit:
    """The one visit in this home, begun or taken up again."""
    return open_visit(Store(home), WHO, DAY, "middle", "a seed")


def journal_in(home: Path) -> Path:
    """Where that visit's moves are."""
    return home / "travellers" / WHO / "visit-0001.jsonl"


def play_on(session: Session, chance: random.Random, many: int | None = None) -> None:
    """So many random gestures, each well after the one before; without a number, for ever."""
    now = 0.0
    while many is None or many > 0:
        for touch in _gesture(session, chance):
            now += 1 if touch.phase == "press" else 0.05
            session.touch(replace(touch, time=now))
        many = many and many - 1


def _gesture(session: Session, chance: random.Random) -> Iterator[Touch]:
    """A tap or a way across the glass, mostly from something that means something to something else that does."""
    points = [(thing.x, thing.y) for thing in meaningful(session.picture)]
    points += [(chance.uniform(0, 1280), chance.uniform(0, 800))]
    if chance.random() < 0.6:
        yield from tap(*chance.choice(points))
    else:
        yield from drag(tuple(chance.choice(points) for _ in range(chance.randint(2, 5))))


def fingerprint(visit: Visit, now: OpenVisit) -> str:
    """Of the screen that a child sees at this point of the visit."""
    screen = screens.screen(visit, now.session.record + visit, (), now.session.library)
    return sha256(msgspec.json.encode(round_trip(screen), enc_hook=enc_hook)).hexdigest()


def main(home: str, seed: str) -> None:
    """Play, and acknowledge every move."""
    now = visit_in(Path(home))
    path, append = journal_in(Path(home)), now.session.journal.append
    number = len(look(path).events) if path.exists() else 1  # the first line goes with the first move

    def acknowledged(event: Event) -> None:
        nonlocal number
        append(event)
        number += 1
        print(number, fingerprint(after(now.session.visit, event), now), flush=True)

    now.session.journal.append = acknowledged
    play_on(now.session, random.Random(seed))


if __name__ == "__main__":
    os.environ.setdefault("GOOD_GOODBYE_CACHE", os.devnull)
    main(*sys.argv[1:])
