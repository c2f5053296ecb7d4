"""What the desk is told where the lock cannot hold, and our kiosk, where it does."""

import subprocess
from pathlib import Path

import pytest

from game.system.lock_limits import MAC, WAYLAND, WINDOWS, lock_warning
from tests.paths import PROJECT
from tests.support.needs import lacks, needs

UNIT = PROJECT / "assets/kiosk/good-goodbye-kiosk.service"

WHERE = [
    ("x11", "linux", {}, ""),
    ("x11", "linux", {"XDG_SESSION_TYPE": "x11", "XDG_CURRENT_DESKTOP": "GNOME"}, ""),
    ("kmsdrm", "linux", {"XDG_SESSION_TYPE": "tty"}, ""),
    ("x11", "freebsd14", {}, ""),
    ("dummy", "win32", {}, ""),
    ("offscreen", "linux", {"WAYLAND_DISPLAY": "wayland-0"}, ""),
    ("wayland", "linux", {}, WAYLAND),
    ("x11", "linux", {"WAYLAND_DISPLAY": "wayland-0"}, WAYLAND),
    ("x11", "linux", {"XDG_SESSION_TYPE": "wayland", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, WAYLAND),
    ("wayland", "linux", {"XDG_CURRENT_DESKTOP": "cage"}, ""),
    ("x11", "linux", {"WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "Cage:wlroots"}, ""),
    ("wayland", "linux", {"XDG_CURRENT_DESKTOP": "cagebreak"}, WAYLAND),
    ("windows", "win32", {}, WINDOWS),
    ("cocoa", "darwin", {}, MAC),
]


@pytest.mark.parametrize(("driver", "platform", "environ", "said"), WHERE)
def test_the_desk_hears_where_the_lock_cannot_hold(driver, platform, environ, said):
    assert lock_warning(driver, platform, environ) == said


def test_our_kiosk_is_known_as_one_that_holds():
    lines = UNIT.read_text("utf-8").splitlines()
    said = dict(line.removeprefix("Environment=").split("=") for line in lines if line.startswith("Environment="))
    assert lock_warning("wayland", "linux", said | {"WAYLAND_DISPLAY": "wayland-0"}) == ""


def test_systemd_finds_nothing_wrong_with_our_kiosk(tmp_path):
    """With a program that is there: `systemd-analyze` looks for it."""
    needs("systemd-analyze")
    text = UNIT.read_text("utf-8").replace("/usr/bin/cage", "/bin/sh")
    unit = tmp_path / UNIT.name
    unit.write_text(text.replace("Restart=on-failure", "Restart=sometimes"))
    if "sometimes" not in verified(unit):
        lacks("a systemd-analyze that tells what is wrong")
    unit.write_text(text)
    assert verified(unit) == ""


def verified(unit: Path) -> str:
    """What systemd says of this file itself; of the machine's other units it may say what it likes."""
    verify = ["systemd-analyze", "verify", "--man=no", unit]  # whether a manual is installed here is no matter of ours
    said = subprocess.run(verify, capture_output=True, text=True).stderr
    return "\n".join(line for line in said.splitlines() if unit.name in line)
