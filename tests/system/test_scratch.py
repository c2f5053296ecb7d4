"""Temporary folders that were left are removed; one in use, or just being made, is not."""

import gc
import tempfile

from game.art.library import Library
from game.system.scratch import PREFIX, scratch_folder, sweep


def test_what_was_left_goes_and_what_is_in_use_or_just_being_made_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, older, made, locking = (tmp_path / f"{PREFIX}{name}" for name in ("left", "older", "made", "locking"))
    for folder in (left, older, made, locking):
        folder.mkdir()
    for folder in (left, older):
        (folder / "a paper").write_text("for one print")
    for folder in (left, locking):  # a lock is a file for a moment before anybody holds it
        (folder / "lock").touch()
    with scratch_folder() as used:
        (used / "a paper").write_text("for one print")
        sweep()
        assert made.exists() and used.exists() and locking.exists() and not left.exists() and not older.exists()
    assert not used.exists()


def test_own_pictures_that_are_made_safe_for_a_while_lie_in_such_a_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    library = Library(tmp_path)
    folder = library.folder
    sweep()
    assert folder.exists() and folder.name.startswith(PREFIX)
    del library
    gc.collect()
    assert not folder.exists()
