"""The screen on which the tests try real windows: a window manager that ends too early is begun anew, or told of."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support.needs import needs
from tests.support.xvfb import PROGRAMS, Gone, Screen


def brittle_openbox(folder: Path, monkeypatch, *, once: bool) -> None:
    """A window manager that ends before it is there, the first time or always."""
    folder.mkdir()
    mended = f"[ -e {folder}/ended ] && exec {shutil.which('openbox')}" if once else ""
    (folder / "openbox").write_text(f"#!/bin/sh\n{mended}\ntouch {folder}/ended\necho no display >&2\nexit 1\n")
    (folder / "openbox").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


def test_a_screen_that_comes_down_at_its_beginning_is_begun_anew(tmp_path, monkeypatch):
    needs(*PROGRAMS)
    brittle_openbox(tmp_path / "bin", monkeypatch, once=True)
    screen = Screen(folder=tmp_path)
    try:
        assert screen.manages() and (tmp_path / "bin/ended").exists()
    finally:
        screen.close()


def test_a_screen_that_never_stands_says_why(tmp_path, monkeypatch):
    needs(*PROGRAMS)
    brittle_openbox(tmp_path / "bin", monkeypatch, once=False)
    with pytest.raises(Gone, match=r"\(1\) before a window manager was there: no display"):
        Screen(folder=tmp_path)
