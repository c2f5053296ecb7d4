"""`python -m tests.benchmark`: how quick, how light and how quiet the program is, beside what we aim at.

Every figure is taken in a process of its own (`measure.py`), with a records folder and a cache of pictures that go
away again; without a screen SDL's dummy driver is used. Other work on the machine makes the figures worse.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from tests.paths import PROJECT
from tests.support.measure import WHO

SIZES = ("1280x800", "1920x1200", "2736x1824")
STARTS = 9  # warm starts, of which the middle one counts
MANY = 1000  # activity files
Rows = Iterable[tuple[str, str, str]]


def starts(folder: Path) -> Rows:
    """From the command to the first screen that answers a touch."""
    yield "cold start, all art painted anew", f"{_started(folder / 'cold'):.2f} s", ""
    new = [_started(folder / f"new-{number}") for number in range(STARTS)]
    yield "warm start, somebody new", f"{median(new):.3f} s", "0.2 s"
    _measured("quiet", folder / "going-on")
    again = [_started(folder / "going-on") for _ in range(STARTS)]
    yield "warm start, a visit of today goes on", f"{median(again):.3f} s", "0.2 s"


def visits(folder: Path) -> Rows:
    """A whole visit in each size, once to paint the art and once for the figures."""
    yield "ms (median, 99 % of)", "touch to painted    frame    next screen", ""
    for size in SIZES:
        first = _measured("visit", size, folder / f"first-{size}")
        again = _measured("visit", size, folder / f"again-{size}")
        whole: dict = defaultdict(list)
        for where, taken in again["taken"].items():
            yield f"{size} {where}", _times(taken), ""
            for what, times in taken.items():
                whole[what] += times
        yield f"{size} the whole visit", _times(whole), "8 for 99 %" if size == SIZES[1] else ""
        yield f"{size} peak memory", f"{again['peak']:.0f} MB", "90 MB" if size == SIZES[0] else ""
        yield f"{size} peak memory while art is painted", f"{first['peak']:.0f} MB", ""


def processor(folder: Path) -> Rows:
    """The share of one processor that the trail takes."""
    found = _measured("quiet", folder / "quiet")
    yield "processor while all breathes", f"{100 * found['loops']:.1f} %", ""
    yield "processor from 30 s after the last touch", f"{100 * found['rest']:.1f} %", "1 %"


def commands(folder: Path) -> Rows:
    """The grown-ups' side."""
    many = folder / "many"
    many.mkdir()
    text = (PROJECT / "activities" / "pick-a-worry-stone.yaml").read_text("utf-8")
    for number in range(MANY):
        (many / f"activity-{number}.yaml").write_text(text, "utf-8")
    yield f"check of {MANY:,} activity files", f"{_seconds('check', many):.2f} s", "2 s"
    paper = ("certificate", WHO, "--home", folder / f"again-{SIZES[0]}", "--out", folder / "certificate.pdf")
    yield "certificate, the first time", f"{_seconds(*paper):.2f} s", ""
    yield "certificate, its art in the cache", f"{median(_seconds(*paper) for _ in range(5)):.2f} s", "0.5 s"


def _measured(*words: str | Path) -> dict:
    """What a part of measure.py has measured."""
    command = [sys.executable, "-m", "tests.support.measure", *map(str, words)]
    return json.loads(subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE).stdout)


def _started(home: Path) -> float:
    """Seconds from the command to the first whole screen."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "tests.support.measure", "start", str(home)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        took = time.perf_counter() - began
        process.communicate()
    return took


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
    """Measure everything and print the table."""
    if not os.environ.get("DISPLAY"):
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    with tempfile.TemporaryDirectory(prefix="good-goodbye-benchmark-") as folder:
        os.environ["GOOD_GOODBYE_CACHE"] = str(Path(folder) / "cache")
        if hasattr(os, "getloadavg"):
            print(f"other work before the start: {os.getloadavg()[0]:.1f} of {os.cpu_count()} processors")
        print(f"{'what':48} {'measured':40} to aim at")
        for table in (starts, visits, processor, commands):
            for what, found, aim in table(Path(folder)):
                print(f"{what:48} {found:40} {aim}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
