"""Whether a record was exported, and whether it is the same since: a note that goes with the record."""

import shutil
import zipfile

import pytest

from game.core.own_words import OwnWords
from game.records import deletion, export, exported, own_words
from game.records.exported import Exported
from game.records.store import Store
from game.system.paths import GIVEN, PERSONAL
from tests.support.recorded import ID, put

DAY = "2026-11-20"


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "records")


def test_it_is_not_exported_until_that_is_noted_and_the_same_until_something_is_added(store):
    put(store, ID)
    assert exported.read(store, ID) == Exported()
    exported.remember(store, ID, DAY)
    assert exported.read(store, ID) == Exported(DAY)
    store.traveller(ID), store.travellers()
    store.keep_overviews()
    assert exported.read(store, ID) == Exported(DAY), "it was only looked at"


def add_a_move(folder) -> None:
    path = sorted(folder.glob("visit-*.jsonl"))[-1]
    path.write_bytes(path.read_bytes() + b'{"type":"went","to":"again"}\n')


@pytest.mark.parametrize(
    ("add", "changed"),
    [
        (add_a_move, True),
        (lambda folder: own_words.keep(folder, OwnWords({1: "Hummed."})), True),
        (lambda folder: (folder / PERSONAL / "0a.png").write_bytes(b"a picture"), True),
        (lambda folder: (folder / GIVEN / "0b.png").write_bytes(b"a picture"), True),
        (lambda folder: (folder / "summary.pdf").write_bytes(b"a paper"), False),
    ],
    ids=["a move", "words", "a picture of the child's", "an envelope", "a paper"],
)
def test_what_an_export_would_hold_besides_is_a_change(add, changed, store):
    folder = put(store, ID)
    for name in (PERSONAL, GIVEN):
        (folder / name).mkdir(exist_ok=True)
    exported.remember(store, ID, DAY)
    add(folder)
    assert exported.read(store, ID) == Exported(DAY, changed)


def test_the_private_page_which_no_export_holds_is_no_change(store):
    folder = put(store, ID)
    own_words.keep(folder, OwnWords({1: "Hummed."}))
    exported.remember(store, ID, DAY)
    own_words.keep(folder, OwnWords({1: "Hummed."}, private=("I wish I had asked.",)))
    assert exported.read(store, ID) == Exported(DAY)


@pytest.mark.parametrize(
    "damaged", [b"", b"[]", b'{"day":1}', b'{"day":"2026-11","digest":"x"}', b'{"x":' + b"[" * 99999]
)
def test_a_damaged_note_says_nothing(damaged, store):
    (put(store, ID) / exported.FILE).write_bytes(damaged)
    assert exported.read(store, ID) == Exported()


def test_the_note_goes_with_the_record_brings_nobody_back_and_is_in_no_export(store, tmp_path):
    folder = put(store, ID)
    exported.remember(store, ID, DAY)
    assert deletion.what_goes(store, ID).exported == Exported(DAY)
    with zipfile.ZipFile(export.pack(store, ID, tmp_path)) as parcel:
        assert exported.FILE not in parcel.namelist()
    shutil.rmtree(folder)
    exported.remember(store, ID, DAY)
    assert not folder.exists() and exported.read(store, ID) == Exported()
