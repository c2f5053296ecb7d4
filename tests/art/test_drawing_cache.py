"""Drawings kept on disk: read again, made again, and nothing left where a disk refuses."""

import os
import time

import pytest

from game.art import drawing_cache
from game.art.drawing_cache import DAY, UNUSED, cache_key, cached, remove_unused
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


def test_what_nobody_has_used_for_long_goes_and_what_is_used_stays(tmp_path):
    now = time.time()
    used, unused, rested = (f"{cache_key(name)}.png" for name in ("used", "unused", "rested"))
    for name, age in ((used, UNUSED + DAY), (unused, UNUSED + DAY), (rested, UNUSED - DAY), ("a letter.png", now)):
        cached(tmp_path, name, lambda: b"made")
        os.utime(tmp_path / name, (now - age, now - age))
    assert cached(tmp_path, used, full_disk) == b"made"
    remove_unused(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {used, rested, "a letter.png"}
    remove_unused(tmp_path / "not there")


def test_what_is_used_is_marked_once_a_day(tmp_path, monkeypatch):
    cached(tmp_path, "a.pixels", lambda: b"made")
    marked = []
    monkeypatch.setattr(os, "utime", lambda path: (marked.append(path.name), full_disk()))
    assert cached(tmp_path, "a.pixels", full_disk) == b"made" and not marked
    monkeypatch.setattr(drawing_cache, "time", lambda: time.time() + 2 * DAY)
    assert cached(tmp_path, "a.pixels", full_disk) == b"made", "a disk that refuses is done without"
    assert marked == ["a.pixels"]
