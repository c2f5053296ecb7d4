"""The demonstration: a whole visit through posted finger events, the same each time, and stuck without its touches.

Pictures are plain sheets here, so that only what is done counts; how screens look is for the golden pictures.
"""

import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from game.app.demonstration import STORIES
from game.art.puppet_reader import COLUMNS, cells
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
        return sheet(COLUMNS * width, height * len(cells(name)))

    def scene_part(self, name: str, part: str, rect: tuple[int, int, int, int], size: tuple[int, int]) -> bytes:
        """A sheet as large as the part."""
        return sheet(*rect[2:])

    def grain(self) -> bytes:
        """None to be seen."""
        return sheet(512, 512)


@cache
def sheet(width: int, height: int) -> bytes:
    """A PNG of one colour."""
    png = BytesIO()
    Image.new("RGBA", (width, height), "#d9c9b0").save(png, "PNG")
    return png.getvalue()


def play(folder, seed: str, opens: tuple[str, ...] = (), said=DAY.said, activities=ACTIVITIES, stride=1) -> OpenVisit:
    """The demonstration's visit of one day, in a home of its own."""
    home = Store(folder)
    opener = open_visit(home, "0123456789abcdef", DAY.day, "middle", seed, said, activities)
    window, clock = Window(GLASS), Clock()
    room = Room(window, opener.session, Plain(), clock)
    try:
        driver = RoomDriver(WindowGlass(room), clock, lambda *shown: None, lambda: None, stride)
        DemoPlayer(driver, seed, opens).run()
    finally:
        room.painter.sprites.close()
        window.close()
        home.close()
    return opener


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> OpenVisit:
    """One visit: in a search a whole one, as the command's own is that `tests/app/test_demo_command.py` looks at."""
    return play(tmp_path_factory.mktemp("once"), "7", OPENS)


@pytest.mark.search
def test_every_activity_is_visited_and_nothing_breaks(played):
    visit = played.session.visit
    assert visit.place == events.CLOSED
    assert set(visit.how) == set(OPENS or NAMES)
    assert set(visit.how.values()) <= {events.DONE, events.PASSED_BY}
    assert visit.failures == () and played.troubles() == ()


@pytest.mark.search
@pytest.mark.parametrize("stride", [1, STRIDE] if SEARCHING else [STRIDE])
def test_the_same_seed_gives_the_same_journal_to_the_byte(stride, played, tmp_path):
    """However many frames go by at once while it waits."""
    again = play(tmp_path, "7", OPENS, stride=stride)
    assert again.session.journal.path.read_bytes() == played.session.journal.path.read_bytes()


ANOTHER_GLASS = """
import sys
from pathlib import Path
from game.app.demonstration import STORIES
from msgspec.structs import replace
from tests.support.recording_glass import play

opener, glass = play(Path(sys.argv[1]), replace(STORIES[1][0], opens=tuple(sys.argv[2:])), "7")
print(opener.session.journal.path)
print(len(glass.frames) > 1000, glass.frames[-1].scene, "pygame" in sys.modules)
"""


@pytest.mark.search
def test_on_another_glass_without_pygame_the_journal_is_the_same_to_the_byte(played, tmp_path):
    command = [sys.executable, "-c", ANOTHER_GLASS, str(tmp_path), *OPENS]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    path, seen = done.stdout.splitlines()
    assert Path(path).read_bytes() == played.session.journal.path.read_bytes()
    assert seen == "True closing False"


def test_another_seed_chooses_otherwise(played, tmp_path):
    other = play(tmp_path, "8", ("my-traveller",), stride=STRIDE)
    assert other.session.visit.laid["my-traveller", 0].state != played.session.visit.laid["my-traveller", 0].state


def test_without_its_touches_it_is_stuck(tmp_path, monkeypatch):
    monkeypatch.setattr(PointerInput, "read", lambda self, event, now: None)
    with pytest.raises(NoProgress):
        play(tmp_path, "7")


def test_it_touches_nothing_but_by_posted_fingers(tmp_path, monkeypatch):
    """Whatever reaches the play comes through the room's reading of events."""
    read, reached = [], []
    real_read, real_do = PointerInput.read, RoomSession._apply

    def reading(self, event, now):
        touch = real_read(self, event, now)
        read.extend([touch] if touch else [])
        return touch

    monkeypatch.setattr(PointerInput, "read", reading)
    monkeypatch.setattr(RoomSession, "_apply", lambda self, touch: (reached.append(touch), real_do(self, touch)))
    opener = play(tmp_path, "7", ("my-traveller",), stride=STRIDE)
    assert opener.session.visit.how == {"my-traveller": events.DONE}
    assert reached and reached == read
