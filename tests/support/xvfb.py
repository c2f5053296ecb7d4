"""A screen of its own for a test: Xvfb with a window manager, and a hand that types and points there (xdotool).

The keys and clicks are real ones: they come to the program from the X server, through the window manager.
"""

import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.paths import PROJECT
from tests.support.needs import lacks

PROGRAMS = ("Xvfb", "openbox", "xdotool", "wmctrl", "xterm")
PATIENCE = 60.0  # seconds; long, since only what never comes may fail
TRIES = 5  # servers that may come down, and screens whose window manager may, before one stands
MOMENT = 0.02  # seconds between two looks
SIZE = (1280, 800)


class Gone(AssertionError):
    """The program has ended while something was waited for."""


class Program(subprocess.Popen):
    """A program that nobody reads; what it says of errors is kept in a file, so that it never waits for a reader."""

    def __init__(self, words: Sequence[str], environ: Mapping[str, str]):
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        super().__init__(words, env=environ, stdout=subprocess.DEVNULL, stderr=self._errors)

    def said(self) -> str:
        """What it has said of errors so far."""
        return os.pread(self._errors.fileno(), os.fstat(self._errors.fileno()).st_size, 0).decode(errors="replace")


def until(process: Program, so: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Wait until it is so, as long as the process lives."""
    late = time.monotonic() + patience
    while not so():
        if process.poll() is not None:
            raise Gone(f"the program ended ({process.returncode}) before {what}: {process.said()}")
        if time.monotonic() > late:
            raise AssertionError(f"never {what}: {process.said()}")
        passes(process, MOMENT)


def passes(process: subprocess.Popen, seconds: float) -> bool:
    """So many seconds pass, or less when the process ends; True when it has ended."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


class Screen:
    """Xvfb and openbox on a free display, with one other window on it for Alt+Tab to go to."""

    def __init__(self, size: tuple[int, int] = SIZE, folder: Path | None = None):
        self.running: list[subprocess.Popen] = []
        self._desktops = 1
        self.size = size
        self.environ = os.environ | {"SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}
        self.environ.pop("WAYLAND_DISPLAY", None)
        if folder:  # nobody's own settings of the window manager
            self.environ |= {"XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
        for left in reversed(range(TRIES)):
            try:
                self._open()
                return
            except BaseException as error:
                self.close()
                if not (left and isinstance(error, Gone)):
                    raise

    def _open(self) -> None:
        """Server, window manager and the other window. Raises Gone where one of them does not stay."""
        self.environ["DISPLAY"] = self._display()
        self.manager = self.start("openbox")
        until(self.manager, lambda: bool(self.manages()), "a window manager was there")
        self.other = self.window_of(self.start("xterm"))

    def close(self) -> None:
        """End everything that was started here, the last first."""
        while self.running:
            process = self.running.pop()
            process.kill()
            process.wait()

    def _display(self) -> str:
        """The server's display, such as `:7`. A server ends where another takes its number: then one more is begun."""
        number = next(filter(None, (self._server() for _ in range(TRIES))), "")
        if not number:
            lacks("an Xvfb that runs")
        return f":{number}"

    def _server(self) -> str:
        """The free number that a new server has chosen, once it is ready; "" where it came down.

        `-noreset`: else it begins anew whenever its last client leaves, and each question to it is such a client.
        """
        told, tells = os.pipe()
        words = ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{self.size[0]}x{self.size[1]}x24", "-noreset"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        server = subprocess.Popen([*words, "-nolisten", "tcp"], pass_fds=[tells], **quiet)
        os.close(tells)
        with os.fdopen(told) as pipe:
            number = pipe.readline().strip() if select.select([pipe], [], [], PATIENCE)[0] else ""
        if number:
            self.running.append(server)
        else:
            server.kill()
            server.wait()
        return number

    def start(self, *words: str, **more: str) -> Program:
        """A program on this screen."""
        process = Program(words, self.environ | more)
        self.running.append(process)
        return process

    def play(self, *words: str, **more: str) -> Program:
        """`main.py` on this screen, with these words."""
        return self.start(sys.executable, str(PROJECT / "main.py"), *words, **more)

    def ask(self, *words: str) -> str:
        """What a small program says, "" where it cannot."""
        return subprocess.run(words, env=self.environ, capture_output=True, text=True, timeout=PATIENCE).stdout.strip()

    def hand(self, *words: str | int) -> str:
        """Keys, clicks and questions: `hand("key", "alt+F4")`."""
        return self.ask("xdotool", *map(str, words))

    def manages(self) -> str:
        """What the window manager calls itself."""
        return self.ask("wmctrl", "-m")

    def window_of(self, process: Program) -> str:
        """The number of its window, once it stands on the screen and has the keyboard."""
        found: list[str] = []

        def there() -> bool:
            found[:] = self.windows(process)
            return len(found) == 1 and self.focus() == found[0]

        until(process, there, "its window was there and had the keyboard")
        return found[0]

    def windows(self, process: Program) -> list[str]:
        """Its windows that can be seen."""
        return self.hand("search", "--onlyvisible", "--pid", process.pid).split()

    def focus(self) -> str:
        """The window that has the keyboard."""
        return self.hand("getwindowfocus")

    def place(self, window: str) -> tuple[int, int, int, int]:
        """Left, top, width, height."""
        said = dict(line.split("=") for line in self.hand("getwindowgeometry", "--shell", window).split())
        return tuple(int(said[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def settle(self, process: Program) -> None:
        """Until the window manager has done everything that came before: it answers in the order it was asked."""
        self._desktops = 5 - self._desktops if self._desktops in (2, 3) else 2
        self.hand("set_num_desktops", self._desktops)
        until(process, lambda: self.hand("get_num_desktops") == str(self._desktops), "the window manager answered")
