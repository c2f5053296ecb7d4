"""The lock of the child's room, tried with real keys on a real window manager: no chord leads out, two corners do."""

import subprocess
import sys
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

import pytest

from game.records import find
from game.records.store import Store
from tests.paths import PROJECT
from tests.support.told_desk import command
from tests.support.xvfb import MOMENT, Screen, passes, until

CHORDS = ("Escape", "alt+F4", "ctrl+q", "ctrl+w", "super", "super+d", "alt+Tab", "F11", "ctrl+c", "ctrl+Escape")
MORE = ("alt+Escape", "alt+space", "ctrl+alt+Right", "super+F2", "super+e", "ctrl+alt+Delete")  # openbox knows most
CORNERS = ((20, 20), (1260, 20))
PROGRAM = (sys.executable, str(PROJECT / "main.py"))
ANSWER = 0.2  # seconds, after which a touch is tried again
SPOTS = ((80, 670), (640, 300))  # the companion lies down; a tap anywhere wakes it
LATER = f"""import sys
sys.path.insert(0, {str(PROJECT)!r})
from game.glass.window import Window
first = Window.__init__
def opened(self, *size, kiosk):
    first(self, *size)
    self.lock()
Window.__init__ = opened
import main
main.main(sys.argv[1:])
"""  # as the desk locks it: in a window that was an ordinary one before

FILLED = """
from game.glass.window import Window
window = Window(kiosk=True)
window.surface.fill("red")
window.flip()
before = window.surface.get_size()
window.fill_screen()
print(*before, *window.surface.get_size(), *window.surface.get_at((0, 0)))
"""


class Locked:
    """The room in a process of its own, full screen and locked."""

    def __init__(self, screen: Screen, home: Path, program: Sequence[str] = PROGRAM):
        self.screen, self.home, self._spots = screen, home, cycle(SPOTS)
        self.process = screen.start(*program, "play", "new", "--kiosk", "--home", str(home))
        self.window = screen.window_of(self.process)
        self.screen.settle(self.process)
        self.tap()
        self.held = True

    def moves(self) -> int:
        """How much of the visit is on the disk."""
        return sum(len(path.read_bytes().splitlines()) for path in self.home.glob("travellers/*/visit-*.jsonl"))

    def tap(self) -> None:
        """Somebody touches the screen, and the room has answered: by then all that came earlier was handled too."""
        before = self.moves()

        def answered() -> bool:
            self.screen.hand("mousemove", *next(self._spots), "click", 1)
            return any(self.moves() > before or passes(self.process, MOMENT) for _ in range(round(ANSWER / MOMENT)))

        until(self.process, answered, "the room answered a touch")

    def assert_locked(self) -> None:
        """It lives, has the keyboard, covers the whole screen, is to be seen, and plays on."""
        self.held = False
        self.screen.settle(self.process)
        self.tap()
        assert self.process.poll() is None
        assert self.screen.focus() == self.window
        assert self.screen.windows(self.process) == [self.window]
        assert self.screen.place(self.window) == (0, 0, *self.screen.size)
        self.held = True

    def end(self) -> None:
        """A room that is locked hears no wish to end."""
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def rooms():
    """The room that was locked last: opened once for all chords, and anew when one has got out."""
    opened: list[Locked] = []
    yield opened
    for room in opened:
        room.end()


@pytest.fixture
def locked(screen, rooms, tmp_path_factory):
    if not rooms or rooms[-1].process.poll() is not None:
        rooms.append(Locked(screen, tmp_path_factory.mktemp("home")))
    yield rooms[-1]
    if not rooms[-1].held:  # the next chord begins with a room that is locked
        rooms[-1].end()


@pytest.mark.parametrize("chord", [*CHORDS, *(f"shift+{chord}" for chord in CHORDS), *MORE])
def test_no_chord_leads_out_of_the_room(locked, chord):
    locked.screen.hand("key", chord)
    locked.assert_locked()


def test_the_system_s_wish_to_close_is_not_heard(locked):
    close(locked.screen, locked.window)
    locked.assert_locked()


def test_all_chords_one_after_the_other_do_not_lead_out_either(locked):
    locked.screen.hand("key", *CHORDS, *MORE, *reversed(CHORDS))
    locked.assert_locked()


def test_a_room_that_the_desk_has_locked_holds_as_well(screen, tmp_path):
    room = Locked(screen, tmp_path / "home", (sys.executable, "-c", LATER))
    try:
        until(room.process, lambda: screen.place(room.window) == (0, 0, *screen.size), "it filled the screen")
        for chord in (*CHORDS, *MORE):
            screen.hand("key", chord)
            room.assert_locked()
        close(screen, room.window)
        room.assert_locked()
    finally:
        room.end()


def close(screen: Screen, window: str) -> None:
    """As a click on the window's cross: the window manager asks the window to close."""
    screen.ask("wmctrl", "-i", "-c", window)


# What shows that the chords would be heard


@pytest.fixture
def plain(screen, tmp_path):
    """The room in a window, not locked."""
    process = screen.play("play", "new", "--home", str(tmp_path / "home"))
    window = screen.window_of(process)
    screen.settle(process)
    yield process, window
    process.kill()
    process.wait()


@pytest.mark.parametrize("how", ["alt+F4", "its cross"])
def test_a_room_that_is_not_locked_is_closed(screen, plain, how):
    process, window = plain
    close(screen, window) if how == "its cross" else screen.hand("key", how)
    assert passes(process, 60) and process.returncode == 0


@pytest.mark.parametrize("chord", ["alt+Tab", "super+d", "alt+Escape"])
def test_a_room_that_is_not_locked_is_left(screen, plain, chord):
    process, window = plain
    screen.hand("key", chord)
    until(process, lambda: screen.focus() != window or not screen.windows(process), f"{chord} led elsewhere")
    screen.hand("key", "super+d") if chord == "super+d" else None


# The grown-ups' way out


def hold(screen: Screen, process: subprocess.Popen, corner: tuple[int, int], seconds: float) -> None:
    """The mouse is held down in this corner, as long as the room is there."""
    screen.hand("mousemove", *corner, "mousedown", 1)
    passes(process, seconds)
    screen.hand("mouseup", 1)


@pytest.fixture
def told(tmp_path):
    """Where a desk says what stands on it: a file that is there once the desk is."""
    return tmp_path / "told.json"


@pytest.fixture
def room(screen, tmp_path, told):
    """A locked room, behind which there is a desk that tells."""
    room = Locked(screen, tmp_path / "home", command(told))
    yield room
    screen.hand("keyup", "q", "keyup", "p")
    room.end()


def test_both_upper_corners_one_after_the_other_are_the_way_out(screen, room, told):
    """Three seconds each are enough; a machine that is busy may count late, so they are held longer the next time."""
    hold(screen, room.process, CORNERS[0], 3.5)
    room.assert_locked()
    assert not told.exists(), "one corner is not enough"
    for corner, seconds in zip(CORNERS[::-1] * 3, (3.5, 5, 5, 8, 8, 8), strict=True):
        hold(screen, room.process, corner, 0 if told.exists() else seconds)
    until(room.process, told.exists, "two corners were the way out")


def test_two_keys_held_together_are_the_way_out_by_keyboard_alone(screen, room, told):
    """They are held until the desk is there, however late a busy machine counts: any other key would end it."""
    screen.hand("keydown", "q")
    assert not passes(room.process, 3.5) and not told.exists(), "one key is not enough"
    screen.hand("keydown", "p")
    until(room.process, told.exists, "two keys were the way out")


# To switch off


def test_a_computer_that_shuts_down_does_not_wait_for_a_locked_room(screen, tmp_path):
    room = Locked(screen, tmp_path / "home")
    room.process.terminate()
    assert passes(room.process, 60)
    again = Store(tmp_path / "home")
    (traveller,) = again.travellers()
    assert find.unfinished(again, traveller.last) and not again.troubles, "nothing is lost"


def test_the_first_picture_of_a_kiosk_fills_the_screen_before_the_window_manager_says_so_and_stays(screen):
    done = subprocess.run(
        [sys.executable, "-c", FILLED], cwd=PROJECT, env=screen.environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [*map(str, 2 * screen.size), "255", "0", "0", "255"]
