"""Drawings kept on disk: read again, made again, and nothing left where a disk refuses."""

import os

import pytest

from game.art.drawing_cache import cached
from tests.support.full_disk import full_disk


def test_what_was_made_once_is_read(tmp_path):
    assert cached(tmp_path / "in" / "cache", "a.pixels", lambda: b"made") == b"made"
    assert cached(tmp_path / "in" / "cache", "a.pixels", full_disk) == b"made"
    assert (tmp_path / "in" / "cache" / "a.pixels").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("refuses", ["open", "replace"])
def test_a_disk_that_refuses_is_done_without_and_keeps_nothing(tmp_path, monkeypatch, refuses):
    monkeypatch.setattr(os, refuses, lambda *_, **__: full_disk())
    assert cached(tmp_path, "a.pixels", lambda: b"made") == b"made"
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_made(tmp_path):
    (tmp_path / "a.pixels").mkdir()
    assert cached(tmp_path, "a.pixels", lambda: b"made") == cached(None, "a.pixels", lambda: b"made") == b"made"
