"""What all tests share: no screen, no sound, one folder of painted pictures, nobody's real records.

Everything is set before pygame is imported, so this file imports nothing that needs it.
"""

import gc
import getpass
import os
import shutil
import sys
import tempfile
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from game.system.memory import give_back

number = count()  # of the next test
peaks: list[float] = []  # the most memory of each worker, in MB
LARGEST = 700  # MB

# Settled by the first process of a run: those that it begins have another temporary folder.
PAINTED = os.environ.setdefault(
    "GOOD_GOODBYE_TESTS_ART", f"{tempfile.gettempdir()}/good-goodbye-tests-{getpass.getuser()}"
)
ART = Path(PAINTED)
MEMORY = Path("/dev/shm")  # a folder is made and removed there in a tenth of the time; tests make ten thousand
WRITTEN = "good-goodbye-tests-"  # what lies there is called, with the number of the process that began the run
ROOM = 1_000_000_000  # bytes that must be free there: a container often has no more than 64 MB

os.environ["LC_ALL"] = "C.UTF-8"  # the desk speaks the system's language until it is told another one
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["GOOD_GOODBYE_CACHE"] = str(ART)  # painted once, whatever the number of runs and of workers
os.environ["GOOD_GOODBYE_HOME"] = str(ART / "no-home")  # a test that forgets to say a home does not find the real one
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is started often is compiled once, as everywhere

# No test can cut the power, so none waits for a disk: who tests that something is synced looks for the call itself.
# A handle that is not open is told as ever, and programs of their own sync as ever.
os.fsync = lambda handle: os.fstat(handle) and None

# A program that starts sets all aside that is there, for good; here many start, one after the other. What is set aside
# is what is there before the first test: it is looked through no more.
set_aside, gc.freeze = gc.freeze, lambda: None

# The same touches on each run, so that a red test is a change of ours; the first that fails is told at once.
# `--hypothesis-profile=search` looks further, elsewhere each time, and for the shortest example; `.ci/run` does it too.
EXAMPLES = 10
settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    max_examples=EXAMPLES,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search", settings.get_profile("house"), derandomize=False, max_examples=10 * EXAMPLES, phases=tuple(Phase)
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """One switch renews the golden pictures."""
    parser.addoption("--renew", action="store_true", help="save the golden pictures anew instead of comparing them")


def may_lie_in(folder: Path) -> bool:
    """True where what tests write can lie: there is room, and programs that some of them write may be run."""
    if not os.access(folder, os.W_OK):
        return False
    there = os.statvfs(folder)
    return there.f_bavail * there.f_frsize > ROOM and not there.f_flag & os.ST_NOEXEC


def pytest_configure(config: pytest.Config) -> None:
    """What tests write lies in memory, where it can; what is painted stays on the disk for the next run."""
    if not hasattr(config, "workerinput") and may_lie_in(MEMORY):
        for left in MEMORY.glob(f"{WRITTEN}*-*"):
            if not Path("/proc", left.name.removeprefix(WRITTEN).partition("-")[0]).exists():
                shutil.rmtree(left, ignore_errors=True)
        os.environ["TMPDIR"] = tempfile.tempdir = tempfile.mkdtemp(prefix=f"{WRITTEN}{os.getpid()}-", dir=MEMORY)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """What lies in memory goes; where a test failed it stays until the next run. Too large a worker is a fault."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["peak"] = most_memory()
    searches = session.config.getoption("--hypothesis-profile", None) == "search"  # ten times as much in one process
    if max(peaks, default=0) > LARGEST and not searches:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    written = Path(tempfile.gettempdir())
    if not hasattr(session.config, "workerinput") and written.parent == MEMORY and not exitstatus:
        shutil.rmtree(written, ignore_errors=True)


def most_memory() -> float:
    """The most that this process has had, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node) -> None:
    """A worker has ended; one that came down has told nothing."""
    peaks.append(getattr(node, "workeroutput", {}).get("peak", 0))


def pytest_terminal_summary(terminalreporter) -> None:
    """How large the largest worker became."""
    if peaks:
        terminalreporter.write_line(f"the largest worker: {max(peaks):.0f} MB ({LARGEST} MB where somebody waits)")


def pytest_collection_finish() -> None:
    """What is loaded now stays to the end of the run; what tests make is looked through less often than usual."""
    gc.collect()
    set_aside()
    give_back()
    gc.set_threshold(20_000)


@pytest.fixture(scope="module", autouse=True)
def no_garbage_of_other_files():
    """Windows and screens hold their pictures in circles: they go at the end of a file, not a hundred megabytes on."""
    yield
    gc.collect()
    set_aside()
    give_back()


@pytest.fixture(autouse=True)
def nobodys_home(tmp_path_factory, monkeypatch):
    """Each test has a records folder and downloads of its own, even where it names none; they are made when used."""
    home = tmp_path_factory.getbasetemp() / "nobody" / str(next(number))
    monkeypatch.setenv("GOOD_GOODBYE_HOME", str(home))
    monkeypatch.setattr("game.records.outbox._downloads", lambda: made(home.with_name(f"{home.name}-downloads")))


def made(folder: Path) -> Path:
    """This folder, from now on."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session", autouse=True)
def papers_compiled_once(tmp_path_factory):
    """All processes of this run share what typst has made; see `tests/support/papers.py`."""
    from game.paper import typst_press
    from tests.support.papers import compiled_once

    run = tmp_path_factory.getbasetemp()
    folder = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "papers"
    folder.mkdir(exist_ok=True)
    typst_press._compile = compiled_once(folder)
