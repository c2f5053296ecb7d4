"""The programs of a system that print a paper or show it, and Windows: something small stands in for each."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.system import printing
from game.system.errors import Trouble
from game.system.language import words
from game.system.printing import cups as lp
from game.system.printing import windows
from game.system.printing.printer import JAMMED, OFFLINE, PAUSED, Printer

NEVER_ENDS = f"exec '{sys.executable}' -c 'import signal; signal.pause()'"  # whatever programs the system has
posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for the system's programs")
WINDOWS = b"""\xef\xbb\xbf[
{"Name": "HP LaserJet (Kopie)", "Default": true, "WorkOffline": false, "PrinterState": 0, "DetectedErrorState": 2},
{"Name": "B\xc3\xbcro", "Default": false, "WorkOffline": false, "PrinterState": 1, "DetectedErrorState": 4},
{"Name": "Far", "Default": false, "WorkOffline": true, "PrinterState": null, "DetectedErrorState": null},
{"Name": "Old", "Default": null, "WorkOffline": false, "PrinterState": 0, "DetectedErrorState": 8}]"""


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@posix
def test_programs_that_never_answer_are_not_waited_for(tmp_path, pdf, monkeypatch):
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr(lp, "PATIENCE", 0.2)
    program(tmp_path / "bin", "lpstat", NEVER_ENDS)
    assert printing.printers() == ()
    program(tmp_path / "bin", "lpstat", "echo Office")
    program(tmp_path / "bin", "lp", f"echo >> {tmp_path / 'asked'}\n{NEVER_ENDS}")
    told = printing.send(pdf)
    assert told.startswith("The printer 'Office' has not answered yet. Look whether the paper comes out before you")
    assert "was sent to the printer 'Office' before, so nothing was sent now" in printing.send(pdf), "it may have it"
    assert (tmp_path / "asked").read_text() == "\n"
    assert printing.send(pdf, again=True) == told and (tmp_path / "asked").read_text() == "\n\n"


@posix
@pytest.mark.parametrize(
    ("lp", "why"),
    [
        ("exit 1", "Er sagt nicht, warum."),
        ("echo 'lp: Error - No destination.' >&2; exit 1", "Das System sagt: No destination."),
    ],
)
def test_why_a_printer_refuses_is_said_in_the_language_of_the_desk(lp, why, tmp_path, pdf, monkeypatch):
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    for name, script in (("lpstat", "echo Office"), ("lp", lp)):
        program(tmp_path / "bin", name, script)
    with pytest.raises(Trouble) as trouble:
        printing.send(pdf)
    assert why.lower() in trouble.value.said(words("de")).lower()


@posix
@pytest.mark.parametrize(("end", "code"), [("exit 0", 0), (NEVER_ENDS, None)], ids=["opener", "viewer"])
def test_a_paper_opens_in_the_viewer_which_stays_open(end, code, tmp_path, pdf, monkeypatch):
    begun, begin = [], subprocess.Popen
    monkeypatch.setattr(printing.subprocess, "Popen", lambda *a, **k: begun.append(begin(*a, **k)) or begun[-1])
    monkeypatch.setattr(printing, "MOMENT", 0.2 if code is None else 60)
    os.mkfifo(tmp_path / "opened")
    opened = os.open(tmp_path / "opened", os.O_RDWR)
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    program(tmp_path / "bin", opener, f'printf %s "$1" > "{tmp_path}/opened"; {end}')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    printing.show(pdf)
    assert os.read(opened, 1000).decode() == str(pdf)
    assert begun[0].poll() == code
    begun[0].kill()
    begun[0].wait()
    os.close(opened)


@posix
@pytest.mark.parametrize("script", [None, "exit 3"], ids=["missing", "knows no viewer"])
def test_where_there_is_no_viewer_the_paper_s_place_is_said(script, tmp_path, pdf, monkeypatch):
    (tmp_path / "bin").mkdir()
    if script:
        program(tmp_path / "bin", "open" if sys.platform == "darwin" else "xdg-open", script)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(Trouble) as told:
        printing.show(pdf)
    assert str(told.value) == f"No program here opens such a file by itself. It is saved here: {pdf}"


def test_what_windows_tells_of_its_printers_is_understood(monkeypatch):
    monkeypatch.setattr(printing, "SYSTEM", windows)
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: SimpleNamespace(stdout=WINDOWS))
    assert printing.printers() == (
        Printer("HP LaserJet (Kopie)", usual=True),
        Printer("Büro", PAUSED),
        Printer("Far", OFFLINE),
        Printer("Old", JAMMED),
    )
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: SimpleNamespace(stdout=b""))
    assert printing.printers() == ()


def test_windows_prints_by_the_verb_of_the_viewer_or_says_that_there_is_none(pdf, monkeypatch):
    calls = []
    monkeypatch.setattr(printing, "SYSTEM", windows)
    monkeypatch.setattr(windows, "printers", lambda: (Printer("HP Laser"),))
    monkeypatch.setattr(os, "startfile", lambda *call: calls.append(call), raising=False)
    assert [printing.send(pdf).split()[2] for _ in range(2)] == ["is", "was"]
    assert calls == [(pdf, "printto", '"HP Laser"')]

    def nothing_prints(*call):
        raise OSError("No application is associated with the specified file for this operation")

    monkeypatch.setattr(os, "startfile", nothing_prints, raising=False)
    with pytest.raises(Trouble, match=r"no program here prints PDF files by itself\. The paper is saved here: "):
        printing.send(pdf, again=True)
