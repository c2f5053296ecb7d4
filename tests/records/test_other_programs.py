"""A journal that another program changes, moves or takes away while its visit is open: nothing is lost."""

import os
import shutil
from pathlib import Path

import pytest

from game.play import screens
from game.play.replay import replay
from game.records import deletion
from tests.support.story import NEXT_DAY, Story


def change(how: str, path: Path) -> None:
    """What a sync tool does to the file of an open visit."""
    lines = path.read_bytes().splitlines(keepends=True)
    match how:
        case "shorter":
            path.write_bytes(b"".join(lines[:-2]))
        case "torn":
            path.write_bytes(b"".join(lines)[:-7])
        case "empty":
            path.write_bytes(b"")
        case "older":
            path.write_bytes(b"".join([lines[0], b'{"type":"went","to":"wake"}\n', b'{"type":"went","to":"rest"}\n']))
        case "as long":
            path.write_bytes(path.read_bytes().replace(b'"to":"wake"', b'"to":"rest"', 1))
        case "newer":
            path.write_bytes(b"".join([*lines, b'{"type":"went","to":"rest"}\n']))
        case "another file":
            path.with_suffix(".new").write_bytes(b"something else\n")
            os.replace(path.with_suffix(".new"), path)
        case "a folder":
            path.unlink()
            path.mkdir()
        case "a link to nothing":
            path.unlink()
            path.symlink_to("taken-away")


CHANGES = ("shorter", "torn", "empty", "older", "as long", "newer", "another file", "a folder", "a link to nothing")


@pytest.mark.parametrize("how", CHANGES)
def test_a_journal_that_changes_under_an_open_visit_stays_and_the_visit_goes_on_beside_it(how):
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        path = story.session.journal.path
        change(how, path)
        theirs = path.read_bytes() if path.is_file() else None
        story.tap(screens.ONWARD)
        story.choose(1)
        beside = path.with_name("visit-0001-2.jsonl")
        assert story.session.journal.path == beside and {one.name for one in path.parent.iterdir()} == {
            path.name,
            beside.name,
        }
        assert (path.read_bytes() if path.is_file() else None) == theirs
        assert b"\0" not in beside.read_bytes() and beside.stat().st_mode & 0o777 == 0o600
        assert replay(story.events()) == story.visit
        said = f"{path} was changed by another program while the visit was open."
        assert story.session.troubles()[0].startswith(said) and len(story.session.troubles()) == 1
        story.session.end()
        record = story.store.traveller(story.id).record
        assert [visit.begun.number for visit in record.visits] == [1] and record.visits[0] == story.visit


def test_a_copy_that_holds_more_is_told_of_and_one_that_holds_less_is_not():
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        change("shorter", story.session.journal.path)
        story.tap(screens.ONWARD)
        story.store.traveller(story.id)
        assert not story.store.troubles
        change("newer", story.session.journal.path)
        story.tap(screens.TRAIL)
        story.store.traveller(story.id)
        (said,) = story.store.troubles
        assert "in copies that differ" in said and "visit-0001-3.jsonl is used" in said
        assert deletion.what_goes(story.store, story.id).visits == 1


def test_a_journal_that_cannot_be_read_any_more_stays_and_the_visit_goes_on_beside_it(monkeypatch):
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        path, real = story.session.journal.path, os.open

        def locked_away(name, *args, **kwargs):
            if Path(name) == path:
                raise PermissionError(13, "Permission denied")
            return real(name, *args, **kwargs)

        monkeypatch.setattr(os, "open", locked_away)
        before = path.read_bytes()
        story.tap(screens.ONWARD)
        assert path.read_bytes() == before and replay(story.events()) == story.visit
        assert story.session.journal.path.name == "visit-0001-2.jsonl"


def test_a_journal_that_was_taken_away_is_written_again_and_that_is_told():
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        story.session.journal.path.unlink()
        story.tap(screens.ONWARD)
        assert replay(story.events()) == story.visit
        assert "was taken away by another program" in story.session.troubles()[0]


def test_a_new_visit_never_writes_over_a_journal_that_has_come_meanwhile():
    with Story() as story:
        path = story.session.journal.path
        path.parent.mkdir(parents=True)
        path.write_bytes(b"from another computer\n")
        story.wake()
        assert path.read_bytes() == b"from another computer\n"
        assert story.session.journal.path.name == "visit-0001-2.jsonl" and replay(story.events()) == story.visit


def test_the_same_bytes_in_another_file_are_no_change():
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        path = story.session.journal.path
        shutil.copy(path, path.with_suffix(".new"))
        os.replace(path.with_suffix(".new"), path)
        story.tap(screens.ONWARD)
        assert story.session.journal.path == path and not story.session.troubles()
        assert replay(story.events()) == story.visit


def test_a_copy_is_the_journal_of_its_visit_wherever_it_is_opened():
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        change("older", story.session.journal.path)
        story.tap(screens.ONWARD)
        before = story.visit
        story.reopen()
        assert story.visit == before and story.session.journal.path.name == "visit-0001-2.jsonl"
        story.begin(NEXT_DAY)
        assert story.visit.begun.number == 2
        first = story.session.record.visits[0]
        assert first.laid.keys() == before.laid.keys()
