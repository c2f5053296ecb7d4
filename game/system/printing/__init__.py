"""Printing: a PDF that is saved already goes to a printer, or opens in the system's viewer.

This file knows files and sentences, and nothing of what a paper says or of the desk. How the system prints stands in
`cups.py` (Linux, macOS) and `windows.py`. Each sentence of what went wrong names the PDF's place, so that a person can
print it in another way. Nothing here may be called while the room is in full screen: a viewer would open over it.
"""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from threading import Lock

from game.system.errors import Trouble, reason
from game.system.language import N_, Translate
from game.system.printing import cups, windows
from game.system.printing.printer import CLOSED, Printer, PrintRefused, Unanswered

SYSTEM = windows if sys.platform == "win32" else cups
MOMENT = 2  # seconds; an opener that runs longer than this is the viewer itself

UNANSWERED = N_(
    "The printer '{printer}' has not answered yet. Look whether the paper comes out before you print it once more. "
    "It is saved here: {pdf}"
)

_sent: dict[tuple[str, str], str] = {}  # printer and content -> the job's name, as long as the program runs
_one_at_a_time = Lock()


def printers() -> tuple[Printer, ...]:
    """The printers of this computer; () where there is none. Never raises, and waits a few seconds at most."""
    try:
        return SYSTEM.printers()
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()


def send(pdf: Path, printer: str = "", again: bool = False, _: Translate = N_) -> str:
    """Print the PDF, on the system's usual printer where none is named; what to tell the person.

    What was sent to this printer once is not sent a second time, unless the person has asked for it `again`.
    Raises Trouble where nothing can be sent.
    """
    paper = _read(pdf)
    with _one_at_a_time:
        to = _chosen(printer, pdf)
        key = to.name, sha256(paper).hexdigest()
        if key in _sent and not again:
            return _sent_before(to, _sent[key], pdf, _)
        try:
            _sent[key] = _handed_over(pdf, paper, to)
        except Unanswered:
            _sent[key] = ""  # it may have it: a second copy is for the person to ask for
            return _(UNANSWERED).format(printer=to.name, pdf=pdf)
    return _told(to, pdf, _)


def show(file: Path) -> None:
    """Open a paper, or any file, in the system's program for it. Raises Trouble where there is none."""
    _read(file)
    try:
        _open(file.absolute())
    except (OSError, subprocess.SubprocessError):
        text = N_("No program here opens such a file by itself. It is saved here: {file}")
        raise Trouble(text, file=file) from None


def _open(pdf: Path) -> None:
    if sys.platform == "win32":
        os.startfile(pdf)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    opening = subprocess.Popen([opener, pdf], **cups.APART, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        failed = opening.wait(MOMENT)
    except subprocess.TimeoutExpired:
        return
    if failed:
        raise subprocess.CalledProcessError(failed, opener)


def _read(pdf: Path) -> bytes:
    try:
        return pdf.read_bytes()
    except FileNotFoundError:
        raise Trouble("There is no file {file}. Please save it first.", file=pdf) from None
    except OSError as error:
        raise Trouble("{file} cannot be read: {why}.", file=pdf, why=reason(error)) from error


def _chosen(name: str, pdf: Path) -> Printer:
    """The printer of this name; without one the usual printer, or the only one. Raises Trouble."""
    here = printers()
    if not here:
        raise Trouble("There is no printer here. The paper is saved here: {pdf}", pdf=pdf)
    fitting = [p for p in here if p.name == name] if name else [p for p in here if p.usual] or here
    if not fitting:
        text = N_("There is no printer called '{printer}' here. The paper is saved here: {pdf}")
        raise Trouble(text, printer=name, pdf=pdf)
    if len(fitting) > 1:
        raise Trouble("Please say which printer to use. The paper is saved here: {pdf}", pdf=pdf)
    return fitting[0]


def _handed_over(pdf: Path, paper: bytes, to: Printer) -> str:
    """The job's name. Raises Trouble, Unanswered."""
    if to.state == CLOSED:
        text = N_("The printer '{printer}' takes no papers now. The paper is saved here: {pdf}")
        raise Trouble(text, printer=to.name, pdf=pdf)
    try:
        return SYSTEM.send(pdf, paper, to.name)
    except PrintRefused as error:
        text = N_("The printer '{printer}' did not take the paper: {why}. The paper is saved here: {pdf}")
        raise Trouble(text, printer=to.name, why=error.why, pdf=pdf) from error


def _sent_before(to: Printer, job: str, pdf: Path, _: Translate) -> str:
    said = _("This paper was sent to the printer '{printer}' before, so nothing was sent now. It is saved here: {pdf}")
    if SYSTEM.waits(job, to.name):
        said = _("This paper waits at the printer '{printer}', so nothing was sent now. It is saved here: {pdf}")
    return _with_state(to, said.format(printer=to.name, pdf=pdf), _)


def _told(to: Printer, pdf: Path, _: Translate) -> str:
    if to.ready:
        return _("The paper is on its way to the printer '{printer}'.").format(printer=to.name)
    said = _("The paper waits there until the printer goes on. It is saved here: {pdf}")
    return _with_state(to, said.format(pdf=pdf), _)


def _with_state(to: Printer, said: str, _: Translate) -> str:
    return said if to.ready else f"{to.said(_)} {said}"
