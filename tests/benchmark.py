"""`python -m tests.benchmark`: how quick, how light and how quiet the program is, beside what we aim at.

Every figure is taken in a process of its own (`measure.py`), with a records folder and a cache of pictures that go
away again. Start and pages are measured on a real X server with a window manager (Xvfb and openbox) where these are
installed, beside a bare window of pygame-ce with one picture: the yardstick. Other work on the machine makes all
figures worse, the yardstick's too: look at how many times as long. Elsewhere SDL's dummy driver is used.

Words name tables (`starts`, `visits`, `years`, `processor`, `land`, `commands`); without a word all are measured.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from game.art.renderer import PIXELS
from game.system.paths import ASSETS
from tests.paths import PROJECT
from tests.support.many import many
from tests.support.measure import WHO
from tests.support.pixels import image_of
from tests.support.xvfb import PROGRAMS, Screen

SIZES = ("1280x800", "1920x1200", "2736x1824")
STARTS = 11  # of each kind, one after the other in turn, of which the middle one counts
PEAKS = {SIZES[0]: "64 MB", SIZES[1]: "120 MB"}
MANY = 1000  # activity files
EARLIER = "2026-01-05"  # a day before those of measure.py
BARE, FULL = "a bare window with one picture", "--kiosk"
Rows = Iterable[tuple[str, str, str]]


class NotMeasured(Exception):
    """What was to be measured broke off; the message is its last line."""


@contextmanager
def screen(size: str) -> Iterator[None]:
    """A real screen of this size, where there is one; else SDL's dummy driver."""
    before = dict(os.environ)
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    shown = None if missing else Screen(tuple(map(int, size.split("x"))))
    try:
        os.environ |= shown.environ if shown else {}
        yield
    finally:
        if shown:
            shown.close()
        os.environ.clear()
        os.environ |= before


def starts(folder: Path) -> Rows:
    """From the command to the first whole picture: a window of its own size, and full screen."""
    yield "cold start, all art painted anew", f"{_started(folder, *_room('new', folder / 'new'))[0]:.2f} s", ""
    _measured("begin", folder / "home")
    picture = str(folder / "picture.png")
    image_of(max((folder / "cache").glob(f"*.{PIXELS}"), key=_bytes).read_bytes()).save(picture)
    for where, full in (("in a window", ()), ("full screen", (FULL,))):
        kinds = {
            BARE: ("bare", picture, *full),
            "somebody new": _room("new", folder / "home", *full),
            "a visit of today goes on": _room(WHO, folder / "home", *full),
        }
        taken = _in_turn(folder, kinds)
        for kind, (seconds, processor, _) in taken.items():
            aim = "" if kind == BARE else "0.25 s" if full else "0.20 s"
            times = "" if kind == BARE else f", {seconds / taken[BARE][0]:.1f} times"
            yield f"{kind}, {where}", f"{seconds:.3f} s{times} (processor {processor:.3f} s)", aim


def _bytes(path: Path) -> int:
    return path.stat().st_size


def _room(traveller: str, home: Path, *more: str) -> tuple[str, ...]:
    return "start", "play", traveller, "--home", str(home), *more


def _in_turn(folder: Path, kinds: dict[str, tuple[str, ...]]) -> dict[str, tuple[float, ...]]:
    """The middle of many starts of each kind: seconds, seconds of the processor, MB."""
    taken: dict = defaultdict(list)
    for _ in range(STARTS):
        for kind, words in kinds.items():
            taken[kind].append(_started(folder, *words))
    return {kind: tuple(map(median, zip(*found, strict=True))) for kind, found in taken.items()}


def visits(folder: Path) -> Rows:
    """A whole visit in each size, once to paint the art and once for the figures."""
    yield "ms (median, 99 of 100)", "touch to painted    frame    next page", ""
    for size in SIZES:
        with screen(size):
            first, again = (_visited(size, folder / f"{which}-{size}") for which in ("first", "again"))
        whole: dict = defaultdict(list)
        for where, taken in again["taken"].items():
            yield f"{size} {where}", _times(taken), ""
            for what, times in taken.items():
                whole[what] += times
        yield f"{size} the whole visit", _times(whole), "8, 8, 150 for 99 of 100" if size == SIZES[1] else ""
        yield f"{size} peak memory", f"{again['peak']:.0f} MB", PEAKS.get(size, "")
        yield f"{size} peak memory while art is painted", f"{first['peak']:.0f} MB", ""


def years(folder: Path) -> Rows:
    """What grown-ups see with one traveller, with 300 of six visits each, after years, and with ten times as many."""
    aims = {1: ("", ""), 300: ("1 s, 150 MB", "0.5 s"), 3000: ("twice as long as of 300", "")}
    for travellers, times in aims.items():
        home = folder / f"of-{travellers}"
        many(home, travellers)
        for when in ("the first time", "later"):
            seconds, processor, peak = _started(folder, "start", "--desk", "--home", str(home))
            told = f"{seconds:.2f} s, {peak:.0f} MB (processor {processor:.2f} s)"
            yield f"desk of {travellers}, {when}", told, times[0] if when == "later" else ""
        yield f"`travellers`, of {travellers}", f"{_seconds('travellers', '--home', home):.2f} s", times[1]


def processor(folder: Path) -> Rows:
    """The share of one processor that the trail takes."""
    found = _measured("quiet", folder / "quiet")
    yield "processor while all breathes", f"{100 * found['loops']:.1f} %", ""
    yield "processor from 30 s after the last touch", f"{100 * found['rest']:.2f} %", "0.2 %"


def land(folder: Path) -> Rows:
    """At 1920x1200 the trail while ten of its parts live, and while ten fingers ask for answers without end; a little
    story that plays, and a walk."""
    size = SIZES[1]
    with screen(size):
        found = _measured("land", size, folder / "land") | _measured("companion", size, folder / "companion")
    live = ("live", "ten parts live", ", 5 %"), ("storm", "ten fingers, an answer each", "")
    for what, told, aim in (*live, ("story", "a little story", ""), ("walk", "a walk along the trail", "")):
        share = f"processor {100 * found[what]['share']:.1f} %"
        yield f"{size} {told}", f"frame {_two(found[what]['taken'])} ms; {share}", f"8 ms for 99 of 100{aim}"


def commands(folder: Path) -> Rows:
    """The grown-ups' side."""
    many = folder / "many"
    many.mkdir()
    text = (PROJECT / "activities" / "pick-a-worry-stone.yaml").read_text("utf-8")
    for number in range(MANY):
        (many / f"activity-{number}.yaml").write_text(text, "utf-8")
    yield f"check of {MANY:,} activity files", f"{_seconds('check', many):.2f} s", "2 s"
    _visited(SIZES[0], folder / "whole")
    paper = ("certificate", WHO, "--home", folder / "whole", "--out", folder / "certificate.pdf")
    yield "certificate, the first time", f"{_seconds(*paper):.2f} s", ""
    yield "certificate, its art in the cache", f"{median(_seconds(*paper) for _ in range(5)):.2f} s", "0.5 s"


def _visited(size: str, home: Path) -> dict:
    """A whole visit of somebody who was there before, and has a photo in the envelope. Raises NotMeasured."""
    _measured("begin", home, EARLIER, ASSETS / "readme" / "stone.jpg")
    return _measured("visit", size, home)


def _measured(*words: str | Path) -> dict:
    """What a part of measure.py has measured. Raises NotMeasured."""
    command = [sys.executable, "-m", "tests.support.measure", *map(str, words)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    if done.returncode:
        raise NotMeasured((done.stderr.strip().splitlines() or ["it ended without a word"])[-1])
    return json.loads(done.stdout.splitlines()[-1])


def _started(folder: Path, *words: str) -> tuple[float, ...]:
    """Until the first whole picture: seconds since the command, seconds of the processor, and the most MB."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "tests.support.measure", *words]
    with (
        (folder / "said").open("w") as said,
        subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=said, text=True) as process,
    ):
        told = process.stdout.readline()
        took = time.perf_counter() - began
        process.communicate()
    if not told:
        raise NotMeasured(((folder / "said").read_text().strip().splitlines() or ["it ended without a word"])[-1])
    return took, *map(float, told.split())


def _seconds(*words: str | Path) -> float:
    """How long `main.py` takes for these words."""
    began = time.perf_counter()
    command = [sys.executable, "main.py", *map(str, words)]
    subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _times(taken: dict[str, list[float]]) -> str:
    """Median and 99th percentile of each kind of wait, in milliseconds."""
    return "    ".join(_two(taken.get(what, [])) for what in ("touch", "frame", "screen"))


def _two(times: list[float]) -> str:
    ordered = [1000 * seconds for seconds in sorted(times)]
    return f"{median(ordered):5.1f} {ordered[int(0.99 * len(ordered))]:5.1f}" if ordered else " " * 11


def main() -> None:
    """Measure what is asked for, or everything, and print the tables; what breaks off is told, and the rest goes on."""
    tables = {table.__name__: table for table in (starts, visits, years, processor, land, commands)}
    with tempfile.TemporaryDirectory(prefix="good-goodbye-benchmark-") as name:
        folder = Path(name)
        os.environ["GOOD_GOODBYE_CACHE"] = str(folder / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # code is compiled at the first start only, as it is elsewhere
        _say_where()
        print(f"{'what':48} {'measured':56} to aim at")
        for table in sys.argv[1:] or tables:
            _print(table, tables[table], folder)


def _say_where() -> None:
    if hasattr(os, "getloadavg"):
        print(f"other work before the start: {os.getloadavg()[0]:.1f} of {os.cpu_count()} processors")
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    print(f"no real screen: {', '.join(missing)} is missing" if missing else "on Xvfb with openbox")


def _print(name: str, table: Callable[[Path], Rows], folder: Path) -> None:
    try:
        with screen(SIZES[0]):
            for what, found, aim in table(folder):
                print(f"{what:48} {found:56} {aim}".rstrip(), flush=True)
    except NotMeasured as broken:
        print(f"{name:48} broke off: {broken}", flush=True)


if __name__ == "__main__":
    main()
