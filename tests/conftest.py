"""What all tests share: no screen, no sound, one folder of painted pictures, nobody's real records.

Everything is set before pygame is imported, so this file imports nothing of the game.
"""

import getpass
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

ART = Path(tempfile.gettempdir()) / f"good-goodbye-tests-{getpass.getuser()}"

os.environ["LC_ALL"] = "C.UTF-8"  # the desk speaks the system's language until it is told another one
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["GOOD_GOODBYE_CACHE"] = str(ART)  # painted once, whatever the number of runs and of workers
os.environ["GOOD_GOODBYE_HOME"] = str(ART / "no-home")  # a test that forgets to say a home does not find the real one

# The same touches on each run, so that a red test is a change of ours; the first that fails is told at once.
# `--hypothesis-profile=search` looks much further, and for the shortest example.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    max_examples=10,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search", settings.get_profile("house"), derandomize=False, max_examples=300, phases=tuple(Phase)
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """One switch renews the golden pictures."""
    parser.addoption("--renew", action="store_true", help="save the golden pictures anew instead of comparing them")


@pytest.fixture(autouse=True)
def nobodys_home(tmp_path, monkeypatch):
    """Each test has a records folder of its own, even where it forgets to name one."""
    monkeypatch.setenv("GOOD_GOODBYE_HOME", str(tmp_path / "home"))
