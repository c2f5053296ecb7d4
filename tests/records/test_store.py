"""The records folder: private, one writer at a time, quick to open, and no record stands in another's way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.child.room import Room
from game.core.events import Ended
from game.play.screens import demonstration
from game.records import find, journal_reader, open_visit
from game.records.store import Store
from game.system.errors import Trouble
from main import main
from tests.paths import PROJECT
from tests.support.story import DAY, NEXT_DAY, Story


def modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in [folder, *folder.rglob("*")]}


# Private, and nothing before somebody comes


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a person's own folder from others by itself")
def test_everything_is_its_owners_only():
    before = os.umask(0)
    try:
        with Story() as story:
            story.store = Store(story.store.folder / "deep" / "home")
            story.begin(DAY)
            story.wake()
            found = modes(story.store.folder)
    finally:
        os.umask(before)
    assert found == {"home": 0o700, "travellers": 0o700, story.id: 0o700, "lock": 0o600, "visit-0001.jsonl": 0o600}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path):
    (tmp_path / "shared").mkdir(mode=0o755)
    (tmp_path / "shared").chmod(0o755)
    with Story() as story:
        story.store = Store(tmp_path / "shared")
        story.begin(DAY)
        story.wake()
    assert modes(tmp_path)["shared"] == 0o755 and modes(tmp_path)["travellers"] == 0o700


def room_that(does, monkeypatch) -> None:
    """Lets `main.py play` open a room without a window, in which only this happens."""
    monkeypatch.setattr(Room, "frame", lambda room: (does(room.session), room.close()))


def wake(session) -> None:
    """The tap on the sleeping companion."""
    for touch in demonstration(session.visit):
        session.touch(touch)


def test_a_window_opened_and_closed_leaves_nothing(tmp_path, monkeypatch):
    room_that(lambda session: None, monkeypatch)
    assert main(["--home", str(tmp_path / "home")]) == 0
    assert not (tmp_path / "home").exists()


def test_a_traveller_who_has_come_leaves_a_record_and_a_summary(tmp_path, monkeypatch):
    room_that(wake, monkeypatch)
    assert main(["--home", str(tmp_path / "home")]) == 0
    (found,) = Store(tmp_path / "home").travellers()
    assert found.name == "no-pictures-yet" and not found.goes_on
    folder = tmp_path / "home" / "travellers" / found.id
    assert (folder / "summary.txt").read_text().startswith("What the child chose")
    assert main(["play", found.id, "--home", str(tmp_path / "home")]) == 0
    assert len(list(folder.glob("visit-*"))) == 1


# Whose visit it is


def test_an_unfinished_visit_of_today_goes_on(store, put):
    put("a" * 16, DAY, ended=True), put("b" * 16, DAY), put("c" * 16, NEXT_DAY)
    assert open_visit.traveller_for(store, "", DAY) == "b" * 16
    assert open_visit.traveller_for(store, "", NEXT_DAY) == "c" * 16


def test_of_two_unfinished_visits_the_later_touched_goes_on(store, put):
    os.utime(put("a" * 16), (2_000_000_000, 2_000_000_000))
    os.utime(put("b" * 16), (1_900_000_000, 1_900_000_000))
    assert open_visit.traveller_for(store, "", DAY) == "a" * 16


@pytest.mark.parametrize("name, day", [("new", DAY), ("", NEXT_DAY)])
def test_else_it_is_somebody_new(store, put, name, day):
    put("a" * 16)
    found = {open_visit.traveller_for(store, name, day) for _ in range(5)}
    assert len(found) == 5 and "a" * 16 not in found


def test_an_ended_visit_of_today_is_taken_up_again_only_by_name(store, put):
    put("a" * 16, ended=True)
    name = store.travellers()[0].name
    assert open_visit.traveller_for(store, "", DAY) != "a" * 16 == open_visit.traveller_for(store, name, DAY)
    again = open_visit.open_visit(store, "a" * 16, DAY, "little", "another seed")
    assert again.session.visit.begun.number == 1 and again.session.visit.place == "closed"


def test_a_visit_of_yesterday_is_ended_when_a_new_one_begins(store, put):
    path = put("a" * 16)
    visit = open_visit.open_visit(store, "a" * 16, NEXT_DAY, "middle", "a seed")
    old = journal_reader.look(path)
    assert isinstance(old.events[-1], Ended) and old.events[-1].pages[0].activity == "my-traveller"
    assert visit.session.visit.begun.number == 2 and visit.session.journal.path.name == "visit-0002.jsonl"
    assert [one.place for one in visit.session.record.visits] == ["step", "asleep"]


# Names


def test_equal_pairs_are_told_apart_by_day_and_else_by_id(store, put):
    put("a" * 16, DAY), put("b" * 16, NEXT_DAY)
    name = store.travellers()[0].name
    with pytest.raises(Trouble) as trouble:
        find.by_name(store, name)
    said = f"There are 2 travellers called '{name}'. Please say which: {name}-{DAY}, {name}-{NEXT_DAY}."
    assert str(trouble.value) == said
    assert find.by_name(store, f"{name}-{NEXT_DAY}").id == "b" * 16
    put("c" * 16, DAY)
    with pytest.raises(Trouble, match=f"which: {'a' * 16}, {'c' * 16}, {name}-{NEXT_DAY}"):
        find.by_name(store, name)
    with pytest.raises(Trouble, match="There are 2 travellers"):
        find.by_name(store, f"{name}-{DAY}")
    assert find.by_name(store, "c" * 16).id == "c" * 16


@pytest.mark.parametrize("name", ["fox-moon", "..", "", "a/b", "."])
def test_an_unknown_name_is_told_with_the_known_ones(store, put, name):
    with pytest.raises(Trouble) as trouble:
        find.by_name(store, name)
    assert str(trouble.value) == f"There is no traveller called '{name}'. There is: nobody yet."
    put("a" * 16)
    with pytest.raises(Trouble, match="There is: " + store.travellers()[0].name):
        find.by_name(store, name)


# One process at a time


def play_elsewhere(store: Store, *words: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "main.py", "play", *words, "--home", str(store.folder)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=30)


def test_two_processes_cannot_write_one_record(store, put, monkeypatch):
    put("a" * 16)
    store.lock("a" * 16)
    other = play_elsewhere(store, "a" * 16)
    assert (other.returncode, other.stdout) == (1, "")
    assert other.stderr == "This traveller's visit is open in another window. Please close that one first.\n"


def test_a_new_travellers_record_is_locked_from_its_first_move():
    with Story() as story:
        story.wake()
        other = play_elsewhere(story.store, story.id)
        story.store.close()
    assert other.stderr.startswith("This traveller's visit is open in another window.")


# Many records


def opened_files(folder: Path, act) -> list[str]:
    """The files below the folder that are opened while this is done."""
    found, watching = [], True

    def hook(event: str, args: tuple) -> None:
        if watching and event == "open" and str(args[0]).startswith(str(folder)):
            found.append(str(args[0]))

    sys.addaudithook(hook)
    act()
    watching = False
    return found


def test_a_journal_is_told_anew_only_where_a_byte_of_it_has_changed(store, put, monkeypatch):
    path, told = put("a1", ended=True), []
    real = journal_reader._decoded
    monkeypatch.setattr(journal_reader, "_decoded", lambda text: told.append(text) or real(text))
    first = store.traveller("a1")
    assert store.traveller("a1") == first and len(told) == 1, "found, and then its visit opened"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(DAY.encode(), NEXT_DAY.encode()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert store.traveller("a1").record.visits[0].begun.day == NEXT_DAY


def test_of_300_travellers_only_the_last_journals_are_opened_at_the_start(store, put):
    for number in range(300):
        put(f"{number:016}", "2025-11-03", ended=True)
        put(f"{number:016}", "2025-12-01", number=2)
    last = put("f" * 16)
    found = opened_files(store.folder, lambda: open_visit.traveller_for(store, "", DAY))
    assert len(found) == 302 and found.count(str(last)) == 2
    assert all(name.endswith("visit-0002.jsonl") or name == str(last) for name in found)


# Homes that are none


@pytest.mark.parametrize("below", ["", "deep/er"])
def test_a_home_that_is_a_file(tmp_path, below):
    (tmp_path / "notes.txt").write_text("words")
    with pytest.raises(Trouble) as trouble:
        Store(tmp_path / "notes.txt" / below)
    said = f"'{tmp_path / 'notes.txt'}' is a file, so there can be no records in it. Please name a folder."
    assert str(trouble.value) == said


def test_a_home_that_cannot_be_made_is_told_before_and_played_all_the_same(tmp_path, monkeypatch):
    store = Store(tmp_path / "home")
    assert Store(PROJECT).write_warning() == ""
    monkeypatch.setattr(os, "access", lambda path, how: how == os.F_OK and Path(path) == tmp_path)
    assert (
        store.write_warning()
        == f"'{tmp_path}' may not be written to. A visit can be played, but nothing of it is kept."
    )
    monkeypatch.setattr(Path, "mkdir", _denied)
    visit = open_visit.open_visit(store, "a" * 16, DAY, "middle", "a seed")
    wake(visit.session)
    assert visit.session.visit.place == "step" and "this folder may not be written to" in visit.troubles()[0]
    visit.save_summary()
    assert visit.troubles()[-1].startswith("The summary could not be saved. ")


def _denied(*args, **kwargs):
    raise PermissionError(13, "Permission denied")
