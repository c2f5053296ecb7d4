"""What the benchmark measures in a process of its own: `python -m tests.support.measure PART ...` prints it as JSON.

What a part needs it imports itself: a bare window bears nothing of the others.
"""

import os
import sys
import time
from collections.abc import Callable

WHO, DAY = "0123456789abcdef", "2026-01-12"
FINGERS = 10
LISTEN = 10  # seconds, for a share of the processor
PAINTING = 600  # seconds, at most, until all scenes are painted
STOP, PATIENCE = "who-sees-this", 60  # on the first stretch of the trail, with a story; seconds to wait for what begins


def bare(picture: str, *full: str) -> str:
    """The yardstick: pygame-ce alone, a window with one picture. `full` as a word: full screen."""
    os.environ |= {"SDL_FRAMEBUFFER_ACCELERATION": "0", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    import pygame

    pygame.display.init()
    window = pygame.Window("bare", (1178, 704), resizable=True, fullscreen_desktop=bool(full))
    surface = window.get_surface()
    surface.blit(pygame.image.load(picture).convert(), (0, 0))
    window.flip()
    tell_painted()
    return "painted"


def start(*words: str) -> str:
    """`main.py` with these words, until the room's or the desk's first screen is whole; all is loaded in its turn."""
    import gc

    gc.disable()  # as main.py does before it loads what is loaded here
    from game.app import start as program
    from main import main

    made = program._shell

    def shell(*given):
        opened = made(*given)
        opened.run = lambda: _until_whole(opened)
        return opened

    program._shell = shell
    main(list(words))
    return "never painted"


def _until_whole(shell) -> None:
    while not shell.place.whole:
        shell.turn()
    tell_painted()
    os._exit(0)  # as a power cut: the visit is not ended, and goes on at the next start


def begin(home: str, day: str = "", photo: str = "") -> str:
    """A visit that goes on: its companion is awake, and the trail is open. Of today, where no other day is said."""
    from datetime import date
    from pathlib import Path

    from game.records.open_visit import Preparation

    said = Preparation(envelope=Path(photo) if photo else None)
    _to_the_trail(_visit_in(home, said, day=day or date.today().isoformat()).session)
    return "begun"


def tell_painted() -> None:
    """The parent takes the time; the seconds of the processor until now and the most memory in MB are told here."""
    print(time.process_time(), _peak(), flush=True)


def visit(size: str, home: str) -> dict:
    """A whole visit in real touches, as the demonstration plays it: seconds by place, and by what was waited for.

    "touch" is from a touch to the painted frame with the sync of its move in it, "frame" is any other frame that
    was painted, "screen" from a touch until the next page is whole. `peak` is memory in MB. On a real screen the
    window fills it; `size` is for the others. A visit has been begun there on an earlier day: what read its
    workbook and its photo is not in the memory of this room.
    """
    from collections import defaultdict

    from msgspec.structs import replace

    from game.app.demonstration import STORIES
    from game.child.demo import driver
    from game.child.demo.player import DemoPlayer
    from game.child.demo.window_glass import WindowGlass, pygame
    from game.child.room import AWAITED, Room
    from game.glass.window import Window
    from game.play import room as rooms

    rooms.THINKING = float("inf")  # the demonstration's clock runs ahead of the machine's: it leaves no time to think
    driver.LONGEST = 100_000  # frames; while art is painted anew on a busy machine a screen takes long
    taken: dict = defaultdict(lambda: defaultdict(list))

    class Timed(WindowGlass):
        """Takes the time of each frame, and of each page."""

        left = None  # where the page that the child waits for was asked for, and when

        def frame(self) -> None:
            page, events, began = self._page(), pygame.event.get(), time.perf_counter()
            for event in events:
                self.room.handle(event)
            painted = self.room.frame()
            now = time.perf_counter()
            if events or painted:
                taken[page[0]]["touch" if events else "frame"].append(now - began)
            if self._page() != page:
                self.left = page[0], began
            if self.left and self._acts():  # nobody waits for the next page before the act is over
                self.left = self.left[0], began
            if self.left and self.room.whole:
                taken[self.left[0]]["screen"].append(now - self.left[1])
                self.left = None
            if not self.room.whole:  # the room rests too while it waits: the painting has its time
                time.sleep(AWAITED)

        def _acts(self) -> bool:
            act = self.room.room_session._act
            return act is not None and act.plays(self.room.clock())

        def _page(self) -> tuple:
            visit = self.room.session.visit
            return visit.activity if visit.place == "step" else visit.place, visit.place, visit.resting, visit.step

    day = STORIES[1][0]
    clock, opened = driver.Clock(), _visit_in(home, replace(day.said, envelope=None))
    window = Window(tuple(map(int, size.split("x"))), kiosk=os.environ.get("SDL_VIDEODRIVER") != "dummy")
    room = Room(window, opened.session, opened.renderer, clock)
    _set_aside()
    DemoPlayer(
        driver.RoomDriver(Timed(room), clock, lambda *screen: None, lambda: None), "1", day.opens, day.goes
    ).run()
    return {"taken": taken, "peak": _peak(), "size": "{}x{}".format(*window.surface.get_size())}


def quiet(home: str) -> dict:
    """The share of one processor that the room takes on the trail, while all breathes and when it has come to rest."""
    from game.child.room import Room
    from game.glass.loop import turn
    from game.glass.window import Window
    from game.play.room import STILL_AFTER

    later, opened = 0.0, _visit_in(home)
    _to_the_trail(opened.session)
    room = Room(Window((1280, 800)), opened.session, opened.renderer, lambda: time.monotonic() + later)
    _set_aside()

    def share(seconds: float) -> float:
        began, used = time.monotonic(), time.process_time()
        while time.monotonic() - began < seconds:
            turn(room)
        return (time.process_time() - used) / (time.monotonic() - began)

    share(2)
    loops = share(LISTEN)
    later = STILL_AFTER
    share(2)
    return {"loops": loops, "rest": share(LISTEN)}


def land(size: str, home: str) -> dict:
    """The trail while ten of its parts live, and while ten fingers ask for answers without end.

    Seconds of each painted frame with the touches in it, and the share of one processor.
    """
    from msgspec.structs import replace

    from game.child.room import Room
    from game.core.table import Touch
    from game.glass.window import Window

    opened = _visit_in(home)
    _to_the_trail(opened.session)
    library = opened.renderer.library
    parts = library.parts("trail-door")
    alive = {part.name for part in [part for part in parts if part.cut][:FINGERS]}
    shown = tuple(replace(part, life="sway" if part.name in alive else "") for part in parts)
    library.parts = lambda scene: shown
    room = Room(Window(tuple(map(int, size.split("x")))), opened.session, opened.renderer)
    _set_aside()
    places = [part.middle for part in parts if part.answer]

    def touched(number: int) -> None:
        for finger in range(FINGERS if number % 20 == 0 else 0):  # three times a second
            place = places[(number + finger) % len(places)]
            room.room_session.touch(Touch("press", *place, finger, time=time.monotonic()))

    def live(each: Callable[[int], None] = lambda number: None) -> dict:
        until = time.monotonic() + LISTEN
        return _taken(room, lambda: time.monotonic() < until, each)

    _paint_all(room)
    room.room_session.touch(Touch("press", 640, 790, time=time.monotonic()))
    return {"live": live(), "storm": live(touched)}


def companion(size: str, home: str) -> dict:
    """A little story from its beginning to its end, and a walk along the trail to the stop where the child was.

    Seconds of each painted frame, and the share of one processor.
    """
    from msgspec.structs import replace

    from game.child.room import Room
    from game.core.gesture import tap
    from game.core.ids import TrailStop
    from game.core.picture import find
    from game.glass.window import Window
    from game.play.screens import CONTROLS_AT, TRAIL

    opened = _visit_in(home)
    _to_the_trail(opened.session)
    room = Room(Window(tuple(map(int, size.split("x")))), opened.session, opened.renderer)
    _set_aside()
    _paint_all(room)
    here, stop = room.room_session, find(opened.session.picture, TrailStop(STOP))

    def seen(place: tuple[float, float], goes_on: Callable[[], bool]) -> dict:
        """From its beginning to its end, after a tap there."""
        for touch in tap(*place):
            here.touch(replace(touch, time=time.monotonic()))
        room.frame()
        _taken(room, lambda: not goes_on())
        return _taken(room, goes_on)

    story = seen((stop.x, stop.y), lambda: here.plays)
    return {"story": story, "walk": seen(CONTROLS_AT[TRAIL], lambda: here._list.walks(time.monotonic()))}


def _set_aside() -> None:
    """What was made until now stays to the end, and is not looked through for garbage: as where the program starts."""
    import gc

    gc.freeze()


def _paint_all(room) -> None:
    """Until all that is on the glass is painted, and all that is painted ahead: where no picture is in the cache yet,
    that takes twice the processor of what is measured, for minutes.
    """
    until = time.monotonic() + PAINTING
    for _ in range(200):
        room.frame()
        time.sleep(0.02)
    while room.painter.sprites._asked and time.monotonic() < until:
        room.frame()
        time.sleep(0.02)


def _taken(room, goes_on: Callable[[], bool], each: Callable[[int], None] = lambda number: None) -> dict:
    """Seconds of each painted frame as long as it goes on, with what is done in `each`; the share of one processor."""
    from game.play.room import FRAME

    began, used, taken, number = time.monotonic(), time.process_time(), [], 0
    while goes_on() and time.monotonic() - began < PATIENCE:
        start = time.perf_counter()
        each(number)
        if room.frame():
            taken.append(time.perf_counter() - start)
        number += 1
        time.sleep(max(0.001, FRAME - (time.perf_counter() - start)))
    return {"taken": taken, "share": (time.process_time() - used) / max(0.001, time.monotonic() - began)}


def _visit_in(home: str, *said, day: str = DAY):
    from pathlib import Path

    from game.records.open_visit import open_visit
    from game.records.store import Store

    return open_visit(Store(Path(home)), WHO, day, "middle", "a seed", *said)


def _to_the_trail(session) -> None:
    """The companion is woken, and the trail opened."""
    from game.core.gesture import tap
    from game.play.screens import CONTROLS_AT, TRAIL, demonstration

    for touch in demonstration(session.visit) + tap(*CONTROLS_AT[TRAIL]):
        session.touch(touch)


def _peak() -> float:
    """The most memory that this process has had, in MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    import json

    sys.modules["typing_extensions"] = None  # the type checker brings it; msgspec would load it, as at no child's
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))
