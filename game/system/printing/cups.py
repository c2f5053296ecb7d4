"""Printing on Linux and macOS, by the programs of CUPS: `lpstat` tells, `lp` sends.

This file knows processes and what they write. They are asked in English, so that it can be read, have no terminal to
ask for a password at, and a few seconds to answer.
"""

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from game.system.errors import Sentence
from game.system.printing.printer import (
    CLOSED,
    JAMMED,
    NO_INK,
    NO_PAPER,
    OFFLINE,
    OPEN,
    PAUSED,
    READY,
    Printer,
    PrintRefused,
    Unanswered,
)

PATIENCE = 5  # seconds
TITLE = "Good Goodbye"  # what others see in the printer's list: no name, of nobody, nor of a file
APART: dict[str, Any] = {"stdin": subprocess.DEVNULL, "start_new_session": True}
ENGLISH = {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}

REASONS = {  # printer-state-reasons of IPP; CUPS puts -error, -warning or -report behind each
    "paused": PAUSED,
    "media-empty": NO_PAPER,
    "media-needed": NO_PAPER,
    "media-jam": JAMMED,
    "door-open": OPEN,
    "cover-open": OPEN,
    "toner-empty": NO_INK,
    "marker-supply-empty": NO_INK,
    "offline": OFFLINE,
    "shutdown": OFFLINE,
    "timed-out": OFFLINE,
}
SUFFIX = re.compile("-(error|warning|report)$")
JOB = re.compile(r"request id is (\S+)")
SIZE = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")
MEDIA = {(595, 842): "A4", (612, 792): "Letter"}  # points


def printers() -> tuple[Printer, ...]:
    """The queues of this computer, and the printers that it finds by itself. Raises OSError, SubprocessError."""
    return lpstat_output(_answer("lpstat", "-e", "-d", "-a", "-l", "-p").stdout.decode(errors="replace"))


def lpstat_output(said: str) -> tuple[Printer, ...]:
    """What `lpstat -e -d -a -l -p` has said.

    >>> said = "Office\\nsystem default destination: Office\\nprinter Office is idle.\\n\\tAlerts: media-empty-error\\n"
    >>> lpstat_output(said)
    (Printer(name='Office', state='out of paper', usual=True),)
    """
    states: dict[str, str] = {}
    usual = name = ""
    for line in said.splitlines():
        words = line.split()
        if line.startswith("\tAlerts:"):
            states[name] = states.get(name) or _state(words[1:])
        elif line.startswith("printer "):
            name = words[1]
        elif " not accepting requests " in line:
            states[words[0]] = CLOSED
        elif line.startswith("system default destination: "):
            usual = words[-1]
        elif len(words) == 1 and not line[0].isspace():
            states.setdefault(words[0], READY)
    return tuple(Printer(name, state, name == usual) for name, state in states.items())


def send(pdf: Path, paper: bytes, printer: str) -> str:
    """Print it; the job's name. The printer is not told the file's name. Raises PrintRefused, Unanswered."""
    media = _media(paper)
    try:
        said = _answer("lp", "-d", printer, "-t", TITLE, *(("-o", f"media={media}") if media else ()), "-", input=paper)
    except subprocess.TimeoutExpired:
        raise Unanswered from None
    except (OSError, subprocess.SubprocessError):
        raise PrintRefused(Sentence("it does not answer")) from None
    job = JOB.search(said.stdout.decode(errors="replace"))
    if said.returncode or not job:
        raise PrintRefused(_why(said.stderr.decode(errors="replace")))
    return job[1]


def waits(job: str, printer: str) -> bool:
    """Whether the paper has not come out yet."""
    try:
        said = _answer("lpstat", "-o", printer).stdout.decode(errors="replace")
    except (OSError, subprocess.SubprocessError):
        return False
    return any(line.split(maxsplit=1)[:1] == [job] for line in said.splitlines())


def _state(alerts: Iterable[str]) -> str:
    """The first in REASONS of what CUPS reports."""
    stems = {SUFFIX.sub("", alert.strip(",")) for alert in alerts}
    return next((state for reason, state in REASONS.items() if reason in stems), READY)


def _media(paper: bytes) -> str:
    """What the first page is printed on; "" for the printer's own. Without it CUPS fits the page to another size."""
    size = SIZE.search(paper)
    if size is None:
        return ""
    short, long = sorted(round(float(length)) for length in size.groups())
    return MEDIA.get((short, long), "")


def _why(said: str) -> Sentence:
    lines = said.strip().splitlines()
    if not lines:
        return Sentence("it does not say why")
    return Sentence("the system says: {what}", what=lines[-1].removeprefix("lp: ").removeprefix("Error - ").rstrip("."))


def _answer(*command: str, input: bytes | None = None) -> subprocess.CompletedProcess:
    how = APART if input is None else {"start_new_session": True, "input": input}
    return subprocess.run(command, **how, capture_output=True, timeout=PATIENCE, env=os.environ | ENGLISH)
