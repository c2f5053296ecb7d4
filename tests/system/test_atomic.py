"""Files that are written whole or not at all: all that write so do it alike, whoever else is at work there."""

import os
import stat
import sys
from contextlib import suppress

import pytest

from game.art import sanitize
from game.paper import typst_press
from game.system import atomic
from game.system.errors import Trouble
from game.system.record_folder import RecordFolder
from tests.support.full_disk import disk_of, full_disk

OLDER, NEWER = b"older", b"x" * 5000
WRITERS = {
    "a small file": atomic.write,
    "a text": lambda path, data: atomic.write_text(path, data.decode()),
    "a record": lambda path, data: RecordFolder(path.parent).replace(path.name, data),
    "a drawing": lambda path, data: RecordFolder(path.parent).keep(path.name, data),
    "a picture made safe": lambda path, data: sanitize.keep(data, path),
    "a paper": typst_press.save,
}
writers = pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)


@writers
def test_two_may_write_the_same_file(write, tmp_path, monkeypatch):
    path, replace, others = tmp_path / "garden.yaml", os.replace, [b"theirs"]

    def meanwhile(part, whole):
        if others:
            write(path, others.pop())
            assert path.read_bytes() == b"theirs"
        replace(part, whole)

    monkeypatch.setattr(os, "replace", meanwhile)
    write(path, NEWER)
    assert path.read_bytes() == NEWER and [*tmp_path.iterdir()] == [path]


@writers
@pytest.mark.parametrize("refused", ["write", "replace"])
def test_a_full_disk_leaves_what_was_there_and_nothing_beside_it(write, refused, tmp_path, monkeypatch):
    path = tmp_path / "garden.yaml"
    path.write_bytes(OLDER)
    with disk_of(1000 if refused == "write" else 10_000), suppress(OSError, Trouble):
        if refused == "replace":
            monkeypatch.setattr(os, "replace", full_disk)
        write(path, NEWER)
    assert path.read_bytes() == OLDER and [*tmp_path.iterdir()] == [path]


@writers
def test_what_a_link_points_to_is_written_and_the_link_stays(write, tmp_path):
    kept, link = tmp_path / "elsewhere" / "garden.yaml", tmp_path / "garden.yaml"
    kept.parent.mkdir()
    kept.write_bytes(OLDER)
    link.symlink_to(kept)
    write(link, NEWER)
    assert link.is_symlink() and kept.read_bytes() == NEWER
    assert {*tmp_path.rglob("*")} == {link, kept, kept.parent}


def test_a_text_beside_it_is_nobody_s_draft(tmp_path):
    (tmp_path / "garden.new").write_text("mine")
    atomic.write_text(tmp_path / "garden.yaml", "title: Garden\n")
    assert (tmp_path / "garden.new").read_text() == "mine"


def test_a_text_is_on_disk_and_its_folder_s(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", synced.append)
    (tmp_path / "any").touch()
    atomic.write_text(tmp_path / "garden.yaml", "title: Garden\n")
    assert synced
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("any", "garden.yaml")]
    assert sys.platform == "win32" or modes[0] == modes[1]
