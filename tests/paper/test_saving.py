"""How a paper is saved: whole or not at all, the same from the same record, and its owner's only."""

import stat
import subprocess
import sys

import pytest

from game.paper import everything, typst_press
from game.records.store import Trouble
from tests.paths import PROJECT
from tests.support.full_disk import disk_of
from tests.support.papers import compile_anew


def test_the_same_record_makes_the_same_file(traveller, renderer, monkeypatch):
    monkeypatch.setattr(typst_press, "_compile", compile_anew)
    assert typst_press.pdf(everything.sheet(traveller, renderer)) == typst_press.pdf(
        everything.sheet(traveller, renderer)
    )


def test_a_paper_is_for_its_owner_only_and_takes_the_place_of_an_older_one(traveller, renderer, tmp_path):
    out = tmp_path / "paper.pdf"
    out.write_bytes(b"older")
    everything.pdf(traveller, renderer, out)
    assert out.read_bytes().startswith(b"%PDF")
    assert sys.platform == "win32" or stat.S_IMODE(out.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_not_there_and_a_folder_for_a_file_are_told_in_a_sentence(tmp_path):
    with pytest.raises(Trouble, match=r"^There is no folder '.*away'\. Please make it first, or save the paper"):
        typst_press.save(tmp_path / "away" / "paper.pdf", b"paper")
    with pytest.raises(Trouble, match=r"is a folder\. Please write the name of a file, such as '.*paper\.pdf'\.$"):
        typst_press.save(tmp_path, b"paper")
    assert not list(tmp_path.iterdir()) and not list(tmp_path.parent.glob(".*.part"))


def test_a_disk_that_takes_no_more_leaves_the_older_paper_as_it_was(tmp_path):
    out = tmp_path / "paper.pdf"
    out.write_bytes(b"older")
    with disk_of(1000), pytest.raises(Trouble, match=r"^'.*paper\.pdf' could not be saved: .+\.$"):
        typst_press.save(out, b"x" * 5000)
    assert out.read_bytes() == b"older" and list(tmp_path.iterdir()) == [out]


def test_papers_wait_with_what_is_heavy_until_one_is_made():
    papers = "import sys, game.paper.everything, game.paper.summary, game.paper.certificate"
    look = f"{papers}; print({{'pygame', 'typst', 'PIL'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, cwd=PROJECT)
    assert done.stdout == "set()\n"
