"""The lock of the child's room, tried with real keys on a real window manager: no chord leads out, two corners do."""

import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest

from game.records.store import Store
from tests.paths import PROJECT
from tests.support.needs import needs
from tests.support.xvfb import MOMENT, PROGRAMS, Gone, Screen, passes, until

CHORDS = ("Escape", "alt+F4", "ctrl+q", "ctrl+w", "super", "super+d", "alt+Tab", "F11", "ctrl+c", "ctrl+Escape")
MORE = ("alt+Escape", "alt+space", "ctrl+alt+Right", "super+F2", "super+e", "ctrl+alt+Delete")  # openbox knows most
CORNERS = ((20, 20), (1260, 20))
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

    def __init__(self, screen: Screen, home: Path, later: bool = False):
        self.screen, self.home, self._spots = screen, home, cycle(SPOTS)
        words = ["play", "new", "--kiosk", "--home", str(home)]
        self.process = screen.start(sys.executable, "-c", LATER, *words) if later else screen.play(*words)
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
def screen(tmp_path_factory):
    needs(*PROGRAMS)
    screen = Screen(folder=tmp_path_factory.mktemp("nobody"))
    yield screen
    screen.close()


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
    room = Locked(screen, tmp_path / "home", later=True)
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


def let_go(screen: Screen, process: subprocess.Popen, window: str) -> bool:
    """Whether the room has ended, or holds the keyboard no more: Alt+Tab leads elsewhere."""
    if process.poll() is not None:
        return True
    screen.hand("key", "alt+Tab")
    try:
        screen.settle(process)
    except Gone:
        return True
    return screen.focus() != window


def test_both_upper_corners_one_after_the_other_are_the_way_out(screen, tmp_path):
    """Three seconds each are enough; a machine that is busy may count late, so a new room is held longer."""
    assert any(led_out(screen, tmp_path / f"home {seconds}", seconds) for seconds in (3.5, 5, 8))


def led_out(screen: Screen, home: Path, seconds: float) -> bool:
    """Whether both corners of a new room, held for so long, are the way out of it; the first alone must not be."""
    room = Locked(screen, home)
    try:
        hold(screen, room.process, CORNERS[0], seconds)
        assert not let_go(screen, room.process, room.window), "one corner is not enough"
        hold(screen, room.process, CORNERS[1], seconds)
        return let_go(screen, room.process, room.window)
    finally:
        room.end()


def test_two_keys_held_together_are_the_way_out_by_keyboard_alone(screen, tmp_path):
    """Three seconds are enough; a machine that is busy may count late, so a new room is held longer."""
    assert any(keys_led_out(screen, tmp_path / f"home {seconds}", seconds) for seconds in (3.5, 5, 8))


def keys_led_out(screen: Screen, home: Path, seconds: float) -> bool:
    """Whether both keys, held for so long in a new room, are the way out of it; the first alone must not be."""
    room = Locked(screen, home)
    try:
        screen.hand("keydown", "q")
        passes(room.process, seconds)
        assert room.process.poll() is None, "one key is not enough"
        screen.hand("keydown", "p")
        passes(room.process, seconds)
        return let_go(screen, room.process, room.window)
    finally:
        screen.hand("keyup", "q", "keyup", "p")
        room.end()


# To switch off


def test_a_computer_that_shuts_down_does_not_wait_for_a_locked_room(screen, tmp_path):
    room = Locked(screen, tmp_path / "home")
    room.process.terminate()
    assert passes(room.process, 60)
    again = Store(tmp_path / "home")
    (traveller,) = again.travellers()
    assert again.unfinished(traveller.last) and not again.troubles, "nothing is lost"


def test_the_first_picture_of_a_kiosk_fills_the_screen_before_the_window_manager_says_so_and_stays(screen):
    done = subprocess.run(
        [sys.executable, "-c", FILLED], cwd=PROJECT, env=screen.environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [*map(str, 2 * screen.size), "255", "0", "0", "255"]
