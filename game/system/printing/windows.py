"""Printing on Windows: PowerShell tells, and the program that opens PDFs prints, where it can.

This file knows Windows. It was written without one, and only what it reads and calls is tested.
"""

import os
import subprocess
from pathlib import Path

import msgspec
from msgspec import Struct

from game.system.errors import Sentence
from game.system.printing.printer import JAMMED, NO_INK, NO_PAPER, OFFLINE, OPEN, PAUSED, READY, Printer, PrintRefused

PATIENCE = 10  # seconds; PowerShell itself takes two
ASK = (
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; "
    "ConvertTo-Json @(Get-CimInstance Win32_Printer | "
    "Select-Object Name, Default, WorkOffline, PrinterState, DetectedErrorState)"
)
HELD = 1  # the bit of PrinterState for a queue that somebody has paused
ERRORS = {4: NO_PAPER, 6: NO_INK, 7: OPEN, 8: JAMMED, 9: OFFLINE}


class Queue(Struct, frozen=True, rename="pascal"):
    """A printer as Windows tells it."""

    name: str
    default: bool | None = False
    work_offline: bool | None = False
    printer_state: int | None = 0
    detected_error_state: int | None = 0


def printers() -> tuple[Printer, ...]:
    """The printers that are installed. Raises OSError, SubprocessError, ValueError."""
    command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", ASK]
    window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    said = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, creationflags=window
    )
    return parsed(said.stdout)


def parsed(said: bytes) -> tuple[Printer, ...]:
    """What PowerShell has answered. Raises ValueError."""
    queues = msgspec.json.decode(said.removeprefix(b"\xef\xbb\xbf"), type=tuple[Queue, ...])
    return tuple(Printer(queue.name, _state(queue), bool(queue.default)) for queue in queues)


def _state(queue: Queue) -> str:
    if (queue.printer_state or 0) & HELD:
        return PAUSED
    return OFFLINE if queue.work_offline else ERRORS.get(queue.detected_error_state or 0, READY)


def send(pdf: Path, paper: bytes, printer: str) -> str:
    """Hand it to the program that prints PDFs here; there is no job to ask after. Raises PrintRefused."""
    try:
        os.startfile(pdf.absolute(), "printto", f'"{printer}"')  # type: ignore[attr-defined]  # only Windows has it
    except OSError:
        raise PrintRefused(Sentence("no program here prints PDF files by itself")) from None
    return ""


def waits(job: str, printer: str) -> bool:
    """Not known here."""
    return False
