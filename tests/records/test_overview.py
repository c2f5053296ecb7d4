"""What lists show of many travellers: found without reading all of it, kept, and never different from the record."""

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.events import Plan, Prepared
from game.mechanics import mechanic
from game.records import deletion, journal_reader, overview
from game.records.overview import FILE, Overview
from game.records.store import Store
from tests.records.test_never_lost import MECHANICS, broken
from tests.support.many import id_of, many
from tests.support.recorded import ID, OTHER, put
from tests.support.story import NEXT_DAY, Story


@pytest.fixture
def store(tmp_path) -> Store:
    many(tmp_path / "home", 30)
    return Store(tmp_path / "home")


def opened(store: Store, act) -> list[str]:
    """The files in the records folder that are opened while this is done, without their folders."""
    found, watching = [], [True]

    def hook(event: str, args: tuple) -> None:
        if watching and event == "open" and str(args[0]).startswith(str(store.folder)):
            found.append(str(args[0]).rpartition("/")[2])

    sys.addaudithook(hook)
    act()
    watching.clear()
    return found


@pytest.mark.parametrize("story", ["there-and-back", "two-visits", "whole-workbook"])
def test_it_is_what_the_whole_record_tells(tmp_path, story):
    store = Store(tmp_path / "home")
    put(store, ID, story)
    assert store.travellers() == [overview.of(store.traveller(ID))]


@given(st.integers(0, 400))
def test_it_is_what_the_whole_record_tells_wherever_a_visit_stops(tmp_path_factory, many_lines):
    store = Store(tmp_path_factory.mktemp("cut") / "home")
    path = put(store, ID, "whole-workbook") / "visit-0001.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:many_lines]))
    assert store.travellers() == [overview.of(store.traveller(ID))]


def test_a_visit_that_goes_on_is_said_to():
    with Story() as story:
        story.at("my-traveller", 1).choose(1)
        (found,) = story.store.travellers()
        assert found == overview.of(story.store.traveller(story.id)) and found.goes_on
        story.session.end()
        assert not story.store.travellers()[0].goes_on
        story.begin(NEXT_DAY)
        story.wake()
        found = story.store.travellers()[0]
        assert (found.visits, found.last, found.goes_on) == (2, NEXT_DAY, True)


PLANS = {"looked": (0,), "chosen": (0,), "planned": (3,), "planned on the way": (0, 3), "no more planned": (0, 3, 0)}


@pytest.mark.parametrize("what", PLANS)
def test_a_visit_is_empty_as_long_as_nothing_is_chosen_or_planned(what):
    with Story() as story:
        first, *later = (Prepared(story.visit.begun.stops, Plan(planned), "") for planned in PLANS[what])
        story.session.prepare(first)
        story.walk_to("my-traveller", 0)
        if what == "chosen":
            story.choose(1)
        for said in later:
            story.session.prepare(said)
        story.session.end()
        (found,) = story.store.travellers()
        assert found == overview.of(story.store.traveller(story.id))
        assert found.empty == (what in ("looked", "no more planned"))


def test_a_list_of_ended_visits_replays_none_and_asks_no_mechanic(store, monkeypatch):
    before = store.travellers()
    monkeypatch.setattr(journal_reader, "look", broken)
    for name in MECHANICS:
        for what in ("after", "told", "view"):
            monkeypatch.setattr(mechanic(name), what, broken)
    assert Store(store.folder).travellers() == before and len(before) == 30


def test_the_second_time_no_journal_is_opened(store):
    assert sum(name.endswith(".jsonl") for name in opened(store, store.travellers)) == 6 * 30
    store.keep_overviews()
    again = Store(store.folder)
    assert opened(store, again.travellers) == [FILE] * 30
    assert again.travellers() == store.travellers()


def test_looking_writes_nothing_and_what_is_kept_is_the_owners_only_and_goes_with_the_traveller(store):
    before = sorted(store.folder.rglob("*"))
    store.travellers()
    assert sorted(store.folder.rglob("*")) == before
    store.keep_overviews()
    new = set(store.folder.rglob("*")) - set(before)
    assert {path.name for path in new} == {FILE} and {path.stat().st_mode & 0o777 for path in new} == {0o600}
    deletion.delete(store, id_of(3))
    assert not [path for path in store.folder.rglob("*") if id_of(3) in str(path)]
    assert len(store.travellers()) == 29


def change(how: str, folder) -> None:
    path = folder / FILE
    match how:
        case "missing":
            path.unlink()
        case "half of it":
            path.write_bytes(path.read_bytes()[:40])
        case "nothing":
            path.write_bytes(b"")
        case "too deep":
            path.write_bytes(b'{"later":' + b"[" * 90_000)
        case "zeros":
            path.write_bytes(bytes(500))
        case "a folder":
            path.unlink()
            path.mkdir()
        case "of a later program":
            path.write_bytes(path.read_bytes().replace(b'"form":2', b'"form":3'))
        case "of another traveller":
            path.write_bytes(path.read_bytes().replace(ID.encode(), OTHER.encode()))


HOWS = (
    "missing",
    "too deep",
    "half of it",
    "nothing",
    "zeros",
    "a folder",
    "of a later program",
    "of another traveller",
)


@pytest.mark.parametrize("how", HOWS)
def test_what_was_kept_is_thrown_away_without_harm(tmp_path, how):
    store = Store(tmp_path / "home")
    folder = put(store, ID, "whole-workbook")
    before = store.travellers()
    store.keep_overviews()
    change(how, folder)
    assert store.travellers() == before and not store.troubles
    store.keep_overviews()
    assert store.travellers() == before


@pytest.mark.parametrize("which", ["a visit more", "a visit less", "a journal that was changed", "a copy"])
def test_what_was_kept_of_other_journals_is_not_used(tmp_path, which):
    store = Store(tmp_path / "home")
    folder = put(store, ID, "whole-workbook")
    store.travellers()
    store.keep_overviews()
    last = folder / "visit-0006.jsonl"
    match which:
        case "a visit more":
            (folder / "visit-0007.jsonl").write_bytes(last.read_bytes())
        case "a visit less":
            last.unlink()
        case "a journal that was changed":
            stamp = last.stat().st_mtime_ns
            last.write_bytes(last.read_bytes().replace(b'"day":"2026', b'"day":"2027', 1))
            os.utime(last, ns=(stamp + 1, stamp + 1))
        case "a copy":
            (folder / "visit-0006-2.jsonl").write_bytes(b"".join(last.read_bytes().splitlines(keepends=True)[:-1]))
    assert store.travellers() == [overview.of(store.traveller(ID))]


def test_a_record_with_a_doubt_is_looked_at_each_time(tmp_path):
    store = Store(tmp_path / "home")
    path = put(store, ID) / "visit-0002.jsonl"
    path.write_bytes(path.read_bytes() + b"oh\n")
    for _ in range(2):
        again = Store(store.folder)
        assert len(again.travellers()) == len(again.troubles) == 1
        again.keep_overviews()


def test_it_holds_what_a_list_shows_and_nothing_more():
    assert Overview.__struct_fields__ == ("id", "pair", "since", "last", "visits", "goes_on", "empty")
