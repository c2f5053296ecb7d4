"""What every test of a printer can ask for."""

from pathlib import Path

import pytest

from game.system import printing


@pytest.fixture(autouse=True)
def nothing_sent(monkeypatch):
    monkeypatch.setattr(printing, "_sent", {})


@pytest.fixture
def pdf(tmp_path) -> Path:
    """Something small that CUPS takes; its name must be told to nobody."""
    path = tmp_path / "Anna's paper.pdf"
    path.write_bytes(b"%PDF-1.4 a paper\n%%EOF\n")
    return path
