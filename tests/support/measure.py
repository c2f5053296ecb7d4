"""What the benchmark measures in a process of its own: `python -m tests.support.measure PART ...` prints it as JSON."""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path

WHO, DAY = "0123456789abcdef", "2026-01-12"
LISTEN = 10  # seconds, for a share of the processor


def start(home: str) -> str:
    """The door as a person opens it, until the first screen is whole; the parent takes the time."""
    from game.child.room import Room
    from main import main

    turn = Room.turn

    def until_whole(room: Room) -> None:
        while not room.whole:
            turn(room)
        print(flush=True)
        room.close()

    Room.turn = until_whole
    main(["play", "--home", home])
    return "opened"


def visit(size: str, home: str) -> dict:
    """A whole visit in real touches, as the demonstration plays it: seconds by place, and by what was waited for.

    "touch" is from a touch to the painted frame with the sync of its move in it, "frame" is any other frame that
    was painted, "screen" from a touch until the next screen is whole. `peak` is memory in MB.
    """
    from game.app.demonstration import STORIES
    from game.child.demo.driver import Clock, RoomDriver
    from game.child.demo.player import DemoPlayer
    from game.child.demo.window_glass import WindowGlass, pygame
    from game.child.room import Room
    from game.glass.window import Window
    from game.play import room as play_room

    play_room.THINKING = float("inf")  # the demonstration's clock runs ahead of the machine's: no time to think
    taken: dict = defaultdict(lambda: defaultdict(list))

    class Timed(WindowGlass):
        """Takes the time of each frame."""

        left = None  # where the screen that the child waits for was asked for, and when

        def frame(self) -> None:
            visit, events = self.room.play.visit, pygame.event.get()
            where = visit.activity if visit.place == "step" else visit.place
            began = time.perf_counter()
            for event in events:
                self.room.handle(event)
            painted = self.room.frame()
            now = time.perf_counter()
            if events or painted:
                taken[where]["touch" if events else "frame"].append(now - began)
            if events and not self.room.whole:
                self.left = where, began
            elif self.left and self.room.whole:
                taken[self.left[0]]["screen"].append(now - self.left[1])
                self.left = None

    day = STORIES[1][0]
    clock, opener = Clock(), _opener(home, day.said)
    room = Room(Window(tuple(map(int, size.split("x")))), opener.play, opener.renderer, clock)
    DemoPlayer(RoomDriver(Timed(room), clock, lambda *screen: None, lambda: None), "1", day.opens, day.gate).run()
    return {"taken": taken, "peak": _peak()}


def quiet(home: str) -> dict:
    """The share of one processor that the room takes on the trail, while all breathes and when it has come to rest."""
    from game.child.room import Room
    from game.core.gesture import tap
    from game.glass.window import Window
    from game.play.room import STILL_AFTER
    from game.play.screens import PLACES, TRAIL, demonstration

    later, opener = 0.0, _opener(home)
    for touch in demonstration(opener.play.visit) + tap(*PLACES[TRAIL]):
        opener.play.touch(touch)
    room = Room(Window((1280, 800)), opener.play, opener.renderer, lambda: time.monotonic() + later)

    def share(seconds: float) -> float:
        began, used = time.monotonic(), time.process_time()
        while time.monotonic() - began < seconds:
            room.turn()
        return (time.process_time() - used) / (time.monotonic() - began)

    share(2)
    loops = share(LISTEN)
    later = STILL_AFTER
    share(2)
    return {"loops": loops, "rest": share(LISTEN)}


def _opener(home: str, *said):
    from game.records.open_visit import VisitOpener
    from game.records.store import Store

    return VisitOpener(Store(Path(home)), WHO, DAY, "middle", "a seed", *said)


def _peak() -> float:
    """The most memory that this process has had, in MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))
