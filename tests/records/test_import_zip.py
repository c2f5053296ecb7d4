"""A traveller comes back in a zip: nothing that is kept is lost, whatever happens meanwhile."""

import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core.events import Ended, Went
from game.paper import everything
from game.play import screens
from game.records import deletion, export, import_zip, own_words
from game.records.import_zip import is_here
from game.records.journal import Journal
from game.records.store import Store
from game.system.errors import Trouble
from game.system.language import words
from tests.support.examples import together
from tests.support.recorded import ID, files, put
from tests.support.story import NEXT_DAY, Story
from tests.support.struck import Killed, at_each_use
from tests.support.zips import WORDS, all_screens, is_new, journals

# Bringing it back


@pytest.mark.parametrize("story", ["there-and-back", "two-visits", "whole-workbook"])
def test_on_another_computer_it_is_the_same(here, there, tmp_path, story):
    put(here, ID, story)
    brought = import_zip.unpack(there, export.pack(here, ID, tmp_path))
    assert brought.traveller == there.traveller(ID) == here.traveller(ID)
    assert journals(there) == journals(here) and all_screens(there) == all_screens(here)
    assert everything.text(there.traveller(ID)).encode() == everything.text(here.traveller(ID)).encode()
    modes = {path.name: path.stat().st_mode & 0o777 for path in (there.travellers_folder / ID).iterdir()}
    assert set(modes.values()) == {0o600} and (there.travellers_folder / ID).stat().st_mode & 0o777 == 0o700
    assert [path.name for path in there.travellers_folder.iterdir()] == [ID] and not there.troubles


@given(lines=st.integers(2, 60), more=st.integers(0, 60))
def test_a_child_who_went_on_here_or_there_is_brought_up_to_date(lines, more):
    """Whatever has come first: of one record that is ahead of the other, the longer one is kept."""
    with Story() as story:
        here, there = story.store, Store(story.store.folder / "there")
        path = put(here, ID) / "visit-0002.jsonl"
        full = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join(full[:lines]))
        out = export.pack(here, ID, here.folder / "one.zip")
        assert not is_here(there, ID, out)
        import_zip.unpack(there, out)
        path.write_bytes(b"".join(full[: lines + more]))
        newer = export.pack(here, ID, here.folder / "two.zip")
        grown = lines < min(lines + more, len(full))
        assert is_here(there, ID, out) and is_here(there, ID, newer) != grown
        assert is_new(there, newer) == grown
        assert not is_new(here, out)
        assert journals(there) == journals(here) and journals(here)["visit-0002.jsonl"] == b"".join(
            full[: lines + more]
        )


def test_a_visit_that_is_new_comes_to_those_that_are_here(here, there, tmp_path):
    put(here, ID), put(there, ID)
    (there.travellers_folder / ID / "visit-0002.jsonl").unlink()
    others = {name: data for name, data in files(there.travellers_folder / ID).items() if not name.endswith("l")}
    brought = import_zip.unpack(there, export.pack(here, ID, tmp_path / "one.zip"))
    assert brought.traveller == there.traveller(ID)
    assert journals(there) == journals(here) and others.items() <= files(there.travellers_folder / ID).items()
    assert not is_new(there, tmp_path / "one.zip")


def test_records_that_went_different_ways_both_stay_as_they_are(here, there, tmp_path):
    put(here, ID), put(there, ID)
    (there.travellers_folder / ID / "visit-0001.jsonl").unlink()  # this one could be brought
    for store, event in ((here, Went("rest")), (there, Ended(()))):
        path = store.travellers_folder / ID / "visit-0002.jsonl"
        Journal(path, path.read_bytes(), path.stat().st_size).append(event)
    before = files(there.travellers_folder / ID)
    with pytest.raises(Trouble, match=r"but tell visit 2 differently. Both stay as they are"):
        import_zip.unpack(there, export.pack(here, ID, tmp_path))
    assert files(there.travellers_folder / ID) == before


def test_a_damaged_journal_here_is_mended_by_a_whole_one_and_kept_as_a_copy(here, there, tmp_path):
    put(here, ID), put(there, ID)
    path = there.travellers_folder / ID / "visit-0002.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(damaged := b"".join([*lines[:5], b"oh\n", *lines[6:]]))
    assert is_new(there, export.pack(here, ID, tmp_path))
    assert journals(there) == journals(here)
    assert path.with_suffix(".damaged-1").read_bytes() == damaged


def test_a_damaged_journal_goes_along_as_far_as_it_can_be_read(here, there, tmp_path):
    path = put(here, ID) / "visit-0002.jsonl"
    path.write_bytes(path.read_bytes() + b"oh\n{\n")
    (here.travellers_folder / ID / "visit-0003.jsonl").write_bytes(b"not a journal\n")
    import_zip.unpack(there, export.pack(here, ID, tmp_path))
    assert everything.text(there.traveller(ID)) == everything.text(here.traveller(ID))
    assert (there.travellers_folder / ID / "visit-0002.jsonl").read_bytes() == path.read_bytes()


def test_nothing_is_brought_into_a_visit_that_is_open(tmp_path):
    with Story() as story:
        story.wake()
        out = export.pack(story.store, story.id, tmp_path)
        story.go("trail")
        before = files(story.store.folder)
        for store, said in ((story.store, "still open"), (Store(story.store.folder), "open in another window")):
            with pytest.raises(Trouble, match=said):
                import_zip.unpack(store, out)
        assert files(story.store.folder) == before
        story.store.close()
        story.begin(NEXT_DAY)
        assert not is_new(Store(story.store.folder), out)


def test_damaged_words_of_mine_are_told_in_my_language(here, there, tmp_path):
    put(here, ID), (put(there, ID) / own_words.FILE).write_bytes(b"{")
    with pytest.raises(Trouble) as trouble:
        import_zip.unpack(there, export.pack(here, ID, tmp_path))
    assert "ist beschädigt, darum lassen sich Ihre eigenen Worte" in trouble.value.said(words("de"))


# Whatever happens meanwhile


def test_a_window_that_opens_meanwhile_takes_nothing_away(here, there, tmp_path, monkeypatch):
    put(here, ID)
    there.pictures_folder.mkdir(parents=True)
    real = import_zip._brought

    def brought(*args):
        deletion.finish(Store(there.folder))
        return real(*args)

    monkeypatch.setattr(import_zip, "_brought", brought)
    assert is_new(there, export.pack(here, ID, tmp_path)) and journals(there) == journals(here)
    assert [path.name for path in there.travellers_folder.iterdir()] == [ID] and there.pictures_folder.is_dir()


@pytest.mark.search
@pytest.mark.parametrize(("strikes", "older"), together([Killed, OSError], [False, True]))
def test_bringing_breaks_off_at_any_moment_without_half_a_traveller(here, there, tmp_path, strikes, older):
    """Of four visits two are longer than here and two are new: a first and a last of each."""
    folder = put(here, ID, "whole-workbook")
    for number, (name, data) in enumerate(journals(here).items()):
        (folder / name).write_bytes(b"".join(data.splitlines(keepends=True)[:12]))  # short: what counts is each use
        if number >= 4:
            (folder / name).unlink()
    own_words.keep(folder, WORDS)
    out = export.pack(here, ID, tmp_path)
    full = journals(here)
    start = (
        {name: b"".join(data.splitlines(keepends=True)[:9]) for name, data in list(full.items())[:2]} if older else {}
    )

    def before() -> None:
        shutil.rmtree(there.folder, ignore_errors=True)
        if older:
            folder = put(there, ID)
            for path in folder.iterdir():
                path.unlink()
            for name, data in start.items():
                (folder / name).write_bytes(data)

    def act() -> None:
        try:
            import_zip.unpack(there, out)
        except Trouble as trouble:
            assert strikes is OSError and re.search("(?i)disk is full|no space left", str(trouble))

    def after() -> None:
        again = Store(there.folder)
        listed = [traveller.id for traveller in again.travellers()]
        deletion.finish(again)
        found = journals(again)
        assert not again.troubles and [t.id for t in again.travellers()] == listed
        assert all(found[name].startswith(data) for name, data in start.items())
        assert found in ({}, full) if not older else all(full[name].startswith(data) for name, data in found.items())
        assert not [path for path in there.travellers_folder.glob(".*/*") if path.name != "lock"]
        is_new(again, out)
        assert journals(again) == full

    assert at_each_use(there.folder, strikes, before, act, after) > 10
    assert journals(there) == full and own_words.read(there.travellers_folder / ID) == replace(WORDS, private=())


def test_of_a_visit_in_copies_that_which_is_used_goes_along(there, tmp_path):
    with Story() as story:
        story.at("my-traveller", 0).choose(1)
        path = story.session.journal.path
        path.write_bytes(theirs := b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))  # as a sync tool does
        story.tap(screens.ONWARD)
        story.choose(1)
        story.session.end()
        story.store.close()
        out = export.pack(story.store, story.id, tmp_path / "fox.zip")
        assert import_zip.unpack(there, out).traveller == story.store.traveller(story.id)
        assert journals(there, story.id) == {"visit-0001.jsonl": story.session.journal.path.read_bytes()}
        assert not is_new(story.store, out), "it is compared with the copy that is used"
        assert path.read_bytes() == theirs
