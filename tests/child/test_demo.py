"""The demonstration: a whole visit through posted finger events, the same each time, and stuck without its touches.

Pictures are plain sheets here, so that only what is done counts; how screens look is for the golden pictures.
"""

import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from game.app.demonstration import STORIES
from game.art.pixels import PixelBox, packed
from game.art.puppet_reader import sheet_boxes, sheet_rows
from game.child.demo.driver import STRIDE, Clock, NoProgress, RoomDriver
from game.child.demo.player import DemoPlayer
from game.child.demo.window_glass import WindowGlass
from game.child.room import Room
from game.core import events
from game.glass.pointer_input import PointerInput
from game.glass.window import Window
from game.play.room import RoomSession
from game.records.open_visit import OpenVisit, open_visit
from game.records.store import Store
from tests.paths import PROJECT
from tests.support import recording_glass
from tests.support.command import FEW
from tests.support.examples import SEARCHING
from tests.support.story import ACTIVITIES, LIBRARY, NAMES

(DAY,) = STORIES[1]
GLASS = (640, 400)
OPENS = () if SEARCHING else FEW  # (): all there are


class Plain:
    """An artist who lays sheets of one colour."""

    library = LIBRARY

    def layer(self, art, width: int, height: int, keep: bool = True, tilt: tuple = (0, 0)) -> bytes:
        """A sheet as large as the picture."""
        return sheet(width, height)

    def backdrop(self, name: str, width: int, height: int) -> bytes:
        """A sheet as large as the window."""
        return sheet(width, height)

    def puppet(self, name: str, width: int, height: int) -> bytes:
        """A sheet as large as that of all its parts."""
        boxes = tuple(box for _, box in sheet_boxes(name, width, height))
        return sheet(width, height * len(sheet_rows(name)), boxes)

    def scene_part(self, name: str, part: str, rect: tuple[int, int, int, int], size: tuple[int, int]) -> bytes:
        """A sheet as large as the part."""
        return sheet(*rect[2:])

    def grain(self) -> bytes:
        """None to be seen."""
        return sheet(512, 512)


@cache
def sheet(width: int, height: int, boxes: tuple[PixelBox, ...] = ()) -> bytes:
    """Packed pixels of one colour."""
    png = BytesIO()
    Image.new("RGBA", (width, height), "#d9c9b0").save(png, "PNG")
    return packed(png.getvalue(), boxes)


def play(folder, seed: str, opens: tuple[str, ...] = (), said=DAY.said, activities=ACTIVITIES, stride=1) -> OpenVisit:
    """The demonstration's visit of one day, in a home of its own."""
    home = Store(folder)
    visit = open_visit(home, "0123456789abcdef", DAY.day, "middle", seed, said, activities)
    window, clock = Window(GLASS), Clock()
    room = Room(window, visit.session, Plain(), clock)
    try:
        driver = RoomDriver(WindowGlass(room), clock, lambda *shown: None, lambda: None, stride)
        DemoPlayer(driver, seed, opens).run()
    finally:
        room.painter.sprites.close()
        window.close()
        home.close()
    return visit


class Fingers:
    """What the room reads of the events, and what reaches the play."""

    def __init__(self, patch: pytest.MonkeyPatch):
        self.read, self.reached = [], []
        read, do = PointerInput.read, RoomSession._apply

        def reading(pointers, event, now):
            touch = read(pointers, event, now)
            self.read.extend([touch] if touch else [])
            return touch

        patch.setattr(PointerInput, "read", reading)
        patch.setattr(RoomSession, "_apply", lambda room, touch: (self.reached.append(touch), do(room, touch)))


@pytest.fixture(scope="module")
def fingers_and_visit(tmp_path_factory) -> tuple[Fingers, OpenVisit]:
    """One visit: in a search a whole one, as the command's own is that `tests/app/test_demo_command.py` looks at."""
    with pytest.MonkeyPatch.context() as patch:
        fingers = Fingers(patch)
        return fingers, play(tmp_path_factory.mktemp("once"), "7", OPENS, stride=STRIDE)


@pytest.fixture(scope="module")
def played(fingers_and_visit) -> OpenVisit:
    """The visit alone."""
    return fingers_and_visit[1]


@pytest.mark.search
def test_every_activity_is_visited_and_nothing_breaks(played):
    visit = played.session.visit
    assert visit.place == events.CLOSED
    assert set(visit.how) == set(OPENS or NAMES)
    assert set(visit.how.values()) <= {events.DONE, events.PASSED_BY}
    assert visit.failures == () and played.troubles() == ()


ANOTHER_GLASS = """
import sys
from pathlib import Path
from game.app.demonstration import STORIES
from msgspec.structs import replace
from tests.support.recording_glass import play

visit, glass = play(Path(sys.argv[1]), replace(STORIES[1][0], opens=tuple(sys.argv[2:])), "7")
print(visit.session.journal.path)
print(len(glass.frames) > 1000, glass.frames[-1].scene, "pygame" in sys.modules)
"""


WAYS = ("on another glass", "frame by frame", "in strides") if SEARCHING else ("on another glass",)


def on_another_glass(folder: Path) -> Path:
    """The journal of the same visit, each frame of it, in a process without pygame."""
    command = [sys.executable, "-c", ANOTHER_GLASS, str(folder), *OPENS]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    path, seen = done.stdout.splitlines()
    assert seen == "True closing False"
    return Path(path)


@pytest.mark.search
@pytest.mark.parametrize("way", WAYS)
def test_the_same_seed_gives_the_same_journal_to_the_byte(way, played, tmp_path):
    """Painted or not, in this process or another, however many frames go by at once while it waits."""
    if way == "on another glass":
        again = on_another_glass(tmp_path)
    else:
        again = play(tmp_path, "7", OPENS, stride=STRIDE if way == "in strides" else 1).session.journal.path
    assert again.read_bytes() == played.session.journal.path.read_bytes()


def test_another_seed_chooses_otherwise(played, tmp_path):
    other, _ = recording_glass.play(tmp_path, replace(DAY, opens=("my-traveller",)), "8")
    assert other.session.visit.laid["my-traveller", 0].state != played.session.visit.laid["my-traveller", 0].state


def test_without_its_touches_it_is_stuck(tmp_path, monkeypatch):
    monkeypatch.setattr(PointerInput, "read", lambda self, event, now: None)
    with pytest.raises(NoProgress):
        play(tmp_path, "7")


@pytest.mark.search
def test_it_touches_nothing_but_by_posted_fingers(fingers_and_visit):
    """Whatever reaches the play comes through the room's reading of events."""
    fingers, visit = fingers_and_visit
    assert visit.session.visit.how["my-traveller"] == events.DONE
    assert fingers.reached and fingers.reached == fingers.read
