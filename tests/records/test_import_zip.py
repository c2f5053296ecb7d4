"""A traveller comes back in a zip: nothing that is kept is lost, and what others send is refused in a sentence."""

import re
import shutil
import stat
import zipfile
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core.events import FORMAT, Ended, Went
from game.paper import summary
from game.play import screens
from game.records import deletion, export, import_zip, own_words
from game.records.journal import Journal
from game.records.store import Store
from game.system.errors import Trouble
from game.system.paths import GIVEN
from tests.records.test_delete import ID, OTHER, files, put
from tests.support.story import NEXT_DAY, Story
from tests.support.struck import Killed, at_each_use
from tests.support.zips import WORDS, all_screens, is_new, journals

DAY_BEGUN = "2026-01-12"


@pytest.fixture
def here(tmp_path) -> Store:
    return Store(tmp_path / "here")


@pytest.fixture
def there(tmp_path) -> Store:
    return Store(tmp_path / "there")


def zipped(path: Path, entries) -> Path:
    """A zip of these (name or ZipInfo, data)."""
    with zipfile.ZipFile(path, "w") as one:
        for name, data in entries:
            one.writestr(name, data)
    return path


# Bringing it back


@pytest.mark.parametrize("story", ["there-and-back", "two-visits", "whole-workbook"])
def test_on_another_computer_it_is_the_same(here, there, tmp_path, story):
    put(here, ID, story)
    brought = export.unpack(there, export.pack(here, ID, tmp_path))
    assert brought == there.traveller(ID) == here.traveller(ID)
    assert journals(there) == journals(here) and all_screens(there) == all_screens(here)
    assert summary.text(there.traveller(ID)).encode() == summary.text(here.traveller(ID)).encode()
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
        export.unpack(there, out)
        path.write_bytes(b"".join(full[: lines + more]))
        newer = export.pack(here, ID, here.folder / "two.zip")
        assert is_new(there, newer) == (lines < min(lines + more, len(full)))
        assert not is_new(here, out)
        assert journals(there) == journals(here) and journals(here)["visit-0002.jsonl"] == b"".join(
            full[: lines + more]
        )


def test_a_visit_that_is_new_comes_to_those_that_are_here(here, there, tmp_path):
    put(here, ID), put(there, ID)
    (there.travellers_folder / ID / "visit-0002.jsonl").unlink()
    others = {name: data for name, data in files(there.travellers_folder / ID).items() if not name.endswith("l")}
    brought = export.unpack(there, export.pack(here, ID, tmp_path / "one.zip"))
    assert brought == there.traveller(ID)
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
        export.unpack(there, export.pack(here, ID, tmp_path))
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
    export.unpack(there, export.pack(here, ID, tmp_path))
    assert summary.text(there.traveller(ID)) == summary.text(here.traveller(ID))
    assert (there.travellers_folder / ID / "visit-0002.jsonl").read_bytes() == path.read_bytes()


def test_nothing_is_brought_into_a_visit_that_is_open(tmp_path):
    with Story() as story:
        story.wake()
        out = export.pack(story.store, story.id, tmp_path)
        story.go("trail")
        before = files(story.store.folder)
        for store, said in ((story.store, "still open"), (Store(story.store.folder), "open in another window")):
            with pytest.raises(Trouble, match=said):
                export.unpack(store, out)
        assert files(story.store.folder) == before
        story.store.close()
        story.begin(NEXT_DAY)
        assert not is_new(Store(story.store.folder), out)


# Whatever happens meanwhile


@pytest.mark.parametrize("strikes", [Killed, OSError])
@pytest.mark.parametrize("older", [False, True], ids=["nobody here", "an older record here"])
def test_bringing_breaks_off_at_any_moment_without_half_a_traveller(here, there, tmp_path, strikes, older):
    """Of four visits two are longer than here and two are new: a first and a last of each."""
    folder = put(here, ID, "whole-workbook")
    for number, (name, data) in enumerate(journals(here).items()):
        (folder / name).write_bytes(b"".join(data.splitlines(keepends=True)[:25]))  # short: what counts is each use
        if number >= 4:
            (folder / name).unlink()
    own_words.keep(folder, WORDS)
    out = export.pack(here, ID, tmp_path, with_own_words=True)
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
            export.unpack(there, out)
        except Trouble as trouble:
            assert strikes is OSError and re.search("disk is full|no space left", str(trouble))

    def after() -> None:
        again = Store(there.folder)
        listed = [traveller.id for traveller in again.travellers()]
        deletion.finish(again)
        found = journals(again)
        assert not again.troubles and [t.id for t in again.travellers()] == listed
        assert all(found[name].startswith(data) for name, data in start.items())
        assert found in ({}, full) if not older else all(full[name].startswith(data) for name, data in found.items())
        assert not list(there.travellers_folder.glob(".*")) if there.travellers_folder.exists() else True
        is_new(again, out)
        assert journals(again) == full

    assert at_each_use(there.folder, strikes, before, act, after) > 10
    assert journals(there) == full and own_words.read(there.travellers_folder / ID) == replace(WORDS, private="")


# What others send


def line(**changes) -> bytes:
    """A first line such as ours, with something changed."""
    begun = {"type": "begun", "traveller": ID, "number": 1, "day": DAY_BEGUN, "band": "middle", "stops": []}
    return (
        msgspec.json.encode({**begun, "seed": "a seed", "format": FORMAT, **changes})
        + b'\n{"type":"went","to":"wake"}\n'
    )


def laid(art, **more) -> bytes:
    """A journal in which this picture lies on the table."""
    offered = {"id": "a", "art": art, "label": "A"}
    table = {"mechanic": "choose", "result": "r", "step": {"choose": "r"}, "scene": "burrow", "companion": "fox"}
    table |= {"offered": [offered], **more}
    opened = {"type": "opened", "activity": "x", "title": "X", "purpose": "", "text": ""}
    arrived = {"type": "arrived", "activity": "x", "step": 0, "table": table}
    return line() + b"".join(msgspec.json.encode(event) + b"\n" for event in (opened, arrived))


def stamp(art, **more) -> dict:
    return {"type": "Picture", "things": [{"type": "Stamp", "art": art, "x": 0, "y": 0, "width": 9, **more}]}


def deep(times: int):
    art = "fox"
    for _ in range(times):
        art = stamp(art)
    return art


def linked() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("visit-0001.jsonl")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


HOSTILE = {
    "an id that is a path": [("visit-0001.jsonl", line(traveller="../../x"))],
    "an id that is hidden": [("visit-0001.jsonl", line(traveller=".gone-1"))],
    "another number": [("visit-0001.jsonl", line(number=2))],
    "no day": [("visit-0001.jsonl", line(day="2026-13-77"))],
    "no journal": [("visit-0001.jsonl", b"not a journal\n")],
    "an empty journal": [("visit-0001.jsonl", b"")],
    "two travellers": [("visit-0001.jsonl", line()), ("visit-0002.jsonl", line(traveller=OTHER, number=2))],
    "a traveller in another": [("visit-0001.jsonl", line() + line(traveller=OTHER))],
    "a link": [(linked(), "/etc/passwd")],
    "a picture's name that is a path": [("visit-0001.jsonl", laid("../../../photo"))],
    "a picture in a picture that is a path": [("visit-0001.jsonl", laid(stamp("/home/photo")))],
    "an envelope that is a path": [("visit-0001.jsonl", line(envelope="..\\photo"))],
    "a picture too deep to be drawn": [("visit-0001.jsonl", laid(deep(60)))],
    "a picture too large to be drawn": [("visit-0001.jsonl", laid(stamp("fox", height=100_000)))],
    "too many visits to come": [("visit-0001.jsonl", line(plan={"planned": 10**9}))],
    "words that are none": [("visit-0001.jsonl", line()), ("words.json", b"[1]")],
    "words without an end": [("visit-0001.jsonl", line()), ("words.json", b'{"letter":"%s"}' % (b"a" * 30_000))],
    "a picture that is none": [("visit-0001.jsonl", line()), (f"{GIVEN}/{'a' * 32}.png", b"<svg/>")],
}


@pytest.mark.parametrize("entries", HOSTILE.values(), ids=HOSTILE)
def test_what_somebody_has_changed_is_refused_in_a_sentence(there, tmp_path, entries):
    out = zipped(tmp_path / "one.zip", entries)
    with pytest.raises(Trouble, match=r"'one.zip' is damaged or was changed: \S+ in it cannot be used\."):
        export.unpack(there, out)
    assert files(tmp_path) == {"one.zip": out.read_bytes()} and not list(there.folder.glob("*/*"))


def test_the_measure_of_these_is_right(there, tmp_path):
    """What is refused above is refused for what was changed, not for the frame around it."""
    assert is_new(there, zipped(tmp_path / "one.zip", [("visit-0001.jsonl", laid(deep(5)))]))
    assert len(there.traveller(ID).record.visits[0].laid) == 1


ELSEWHERE = ["../visit-0001.jsonl", "/tmp/visit-0001.jsonl", "x/visit-0001.jsonl", "..\\visit-0001.jsonl", "lock"]


ELSEWHERE += ["visit-1.jsonl", "given/../visit-0001.jsonl", "summary.txt", "C:visit-0001.jsonl"]


ELSEWHERE += ["visit-\u0660\u0660\u0660\u0661.jsonl", "VISIT-0001.JSONL"]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_no_name_in_a_zip_becomes_a_path(there, tmp_path, name):
    out = zipped(tmp_path / "one.zip", [(name, line())])
    with pytest.raises(Trouble, match=r"'one.zip' is no traveller that was saved from Good Goodbye\."):
        export.unpack(there, out)
    export.unpack(there, zipped(out, [("visit-0001.jsonl", line()), (name, line())]))
    assert set(files(tmp_path)) == {"one.zip", f"there/travellers/{ID}/visit-0001.jsonl"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused(there, tmp_path):
    with pytest.raises(Trouble, match=r"was changed: visit-0001.jsonl in it"):
        export.unpack(there, zipped(tmp_path / "one.zip", [("visit-0001.jsonl", line())] * 2))


def test_a_later_version_is_told(there, tmp_path):
    out = zipped(tmp_path / "one.zip", [("visit-0001.jsonl", line(format=99))])
    with pytest.raises(Trouble, match=r"'one.zip' was saved by a later version of Good Goodbye. Please update"):
        export.unpack(there, out)
    assert not list(there.folder.glob("*/*"))


def test_a_bomb_does_not_go_off(there, tmp_path, monkeypatch):
    out = tmp_path / "one.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as one:
        one.writestr("visit-0001.jsonl", bytes(import_zip.MOST + 10))
    assert out.stat().st_size < 100_000
    with pytest.raises(Trouble, match=r"'one.zip' is too large for a traveller"):
        export.unpack(there, out)
    parts = [(f"visit-{number:04}.jsonl", line(number=number)) for number in range(1, 6)]
    for limit, value in (("MOST_IN_ALL", 3 * len(line())), ("MOST_NAMES", 4)):
        monkeypatch.setattr(import_zip, limit, value)
        with pytest.raises(Trouble, match=r"'one.zip' is too large for a traveller"):
            export.unpack(there, zipped(out, parts))
        monkeypatch.undo()
    assert is_new(there, out)


@given(data=st.data())
def test_a_zip_with_any_bytes_changed_is_brought_as_it_was_or_told_in_a_sentence(data):
    with Story() as story:
        here, there = story.store, Store(story.store.folder / "there")
        put(here, ID, "there-and-back")
        whole = bytearray(export.pack(here, ID, here.folder / "one.zip").read_bytes())
        for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=4)):
            whole[place] ^= data.draw(st.integers(1, 255))
        cut = data.draw(st.one_of(st.just(len(whole)), st.integers(0, len(whole))))
        (here.folder / "two.zip").write_bytes(whole[:cut])
        try:
            export.unpack(there, here.folder / "two.zip")
        except Trouble as trouble:
            assert re.match(r"'two\.zip' .*\.$", str(trouble))
        else:
            assert set(journals(there)) <= set(journals(here)) and journals(there).items() <= journals(here).items()
        assert not list(there.travellers_folder.glob(".*"))


@given(st.binary(max_size=300))
def test_a_file_that_is_no_zip(noise):
    with Story() as story:
        (story.store.folder / "two.zip").write_bytes(noise)
        with pytest.raises(Trouble, match=r"'two.zip' is no traveller"):
            export.unpack(story.store, story.store.folder / "two.zip")


def test_a_locked_or_missing_zip(there, tmp_path):
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as one:
        one.writestr("visit-0001.jsonl", line())
    locked = bytearray(made.getvalue())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(head) + flags] |= 1
    (tmp_path / "one.zip").write_bytes(locked)
    with pytest.raises(Trouble, match=r"'one.zip' is no traveller"):
        export.unpack(there, tmp_path / "one.zip")
    with pytest.raises(Trouble, match=r"'none.zip' cannot be read: no such file or directory\."):
        export.unpack(there, tmp_path / "none.zip")
    with pytest.raises(Trouble, match=r"'there' cannot be read: is a directory\."):
        there.folder.mkdir(exist_ok=True)
        export.unpack(there, there.folder)


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
        assert export.unpack(there, out) == story.store.traveller(story.id)
        assert journals(there, story.id) == {"visit-0001.jsonl": story.session.journal.path.read_bytes()}
        assert not is_new(story.store, out), "it is compared with the copy that is used"
        assert path.read_bytes() == theirs
