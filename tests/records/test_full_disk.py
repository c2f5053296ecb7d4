"""A disk that does not take a move, and a folder that may not be written to: it is told, and play goes on."""

import os
import shutil
import subprocess
import sys
from itertools import accumulate

import msgspec
import pytest

from game.core.events import Went
from game.core.ids import Control
from game.play.replay import replay
from game.records.journal import Journal, reopen
from game.records.journal_reader import read
from tests.paths import PROJECT
from tests.records.test_journal import BEGUN, opened
from tests.support.full_disk import disk_of
from tests.support.story import Story


def test_a_full_disk_is_told_and_what_waits_is_written_in_order(tmp_path):
    path = tmp_path / "visit-0001.jsonl"
    kept = Journal(path)
    kept.append(BEGUN)
    full = path.stat().st_size + 100
    with disk_of(full):
        for number in range(3):
            kept.append(opened(number))
            assert kept.trouble == (
                f"The moves cannot be kept in {tmp_path}: the disk is full. "
                "The play goes on in memory, and it is tried again."
            )
            assert read(path) == [BEGUN] and path.read_bytes().endswith(b"\n")
        kept.retry()
        assert kept.trouble
    kept.retry()
    assert not kept.trouble and read(path) == [BEGUN, *map(opened, range(3))]


def test_every_size_of_a_full_disk_leaves_whole_lines(tmp_path):
    path, events = tmp_path / "visit-0001.jsonl", [BEGUN, opened(0), opened(1)]
    ends = list(accumulate(len(msgspec.json.encode(event)) + 1 for event in events))
    for size in range(0, ends[-1], 7):
        path.unlink(missing_ok=True)
        kept = Journal(path)
        with disk_of(size):
            for event in events:
                kept.append(event)
            fitting = [end for end in ends if end <= size]
            assert len(path.read_bytes()) == max(fitting, default=0) and read(path) == events[: len(fitting)]
        kept.append(opened(2))
        assert read(path) == [*events, opened(2)]


def test_play_goes_on_while_the_disk_is_full(tmp_path):
    with Story() as story:
        story.go("when-we-are-done")
        with disk_of(story.session.journal.path.stat().st_size + 50):
            story.choose(3)
            story.tap(Control("onward"))
            assert story.visit.how["when-we-are-done"] == "done"
            assert story.session.troubles() == (story.session.journal.trouble,) != ("",)
            assert replay(story.session.journal.events()) == story.visit != replay(story.events())
        story.session.journal.retry()
        assert story.session.troubles() == () and replay(story.events()) == story.visit


@pytest.mark.parametrize("refused", ("open", "fsync"))
def test_a_folder_that_may_not_be_written_to(tmp_path, monkeypatch, refused):
    with Story() as story:
        with monkeypatch.context() as patch:
            patch.setattr(os, refused, _denied)
            story.wake()
            story.choose(1)
            assert story.session.journal.trouble == (
                f"The moves cannot be kept in {story.store.travellers_folder / story.id}: this folder may not be "
                "written to. The play goes on in memory, and it is tried again."
            )
        story.tap(Control("onward"))
        assert not story.session.journal.trouble and replay(story.events()) == story.visit


def _denied(*args):
    raise PermissionError(13, "Permission denied")


def test_records_that_are_taken_away_during_a_visit_are_written_again():
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        shutil.rmtree(story.store.folder)
        story.tap(Control("onward"))
        assert replay(story.events()) == story.visit and len(story.visit.laid) == 2


SMALL_DISK = """
import sys
from pathlib import Path
from game.records.journal_reader import read
from tests.support.at_risk import journal_in, play_on, visit_in
import random
home = Path(sys.argv[1])
now, chance = visit_in(home), random.Random(3)
play_on(now.session, chance, 1)
filler = home / "filler"
with filler.open("wb", 0) as file:
    try:
        while file.write(bytes(1024)):
            pass
    except OSError:
        pass
while not now.session.journal.trouble:
    play_on(now.session, chance, 1)
before = journal_in(home).read_bytes()
assert before.endswith(b"\\n"), before[-80:]
play_on(now.session, chance, 20)
assert journal_in(home).read_bytes() == before
assert "the disk is full" in now.session.troubles()[0], now.session.troubles()
filler.unlink()
play_on(now.session, chance, 5)
assert not now.session.journal.trouble
now.store.close()
assert visit_in(home).session.visit == now.session.visit
"""


def test_a_small_disk_that_is_really_full(tmp_path):
    mount = 'mount -t tmpfs -o size=256k none "$1" && exec "$2" -c "$3" "$1"'
    if shutil.which("unshare") is None:
        pytest.skip("unshare is missing here, so no small disk can be mounted")
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    command = ["unshare", "-rm", "sh", "-c", mount, "sh", str(tmp_path), sys.executable, SMALL_DISK]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_a_full_disk_keeps_a_damaged_journal_as_it_is(tmp_path, text):
    path = tmp_path / "visit-0001.jsonl"
    first, _, others = text.partition(b"\n")
    path.write_bytes(damaged := first + b"\n{\n" + others)
    again, _ = reopen(path)
    with disk_of(10):
        again.append(Went("wake"))
        assert again.trouble and path.read_bytes() == damaged
    again.retry()
    assert not again.trouble and path.read_bytes() == damaged
    assert read(tmp_path / "visit-0001-2.jsonl") == [*read(path), Went("wake")]
