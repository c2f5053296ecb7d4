"""Pictures for one traveller alone: offered in its visits and in nobody else's, brought along, gone with the record.

That no byte of one is left after a deletion is tried in `test_no_trace.py`, with all else that can be planted.
"""

from pathlib import Path
from zipfile import ZipFile

import pytest

from game.core.own_words import OwnWords
from game.core.table import Offered
from game.play.deal import lay_step
from game.records import export, own_words, personal_pictures
from game.records.import_zip import unpack
from game.records.open_visit import NOTHING_SAID, open_visit
from game.records.store import CACHE, Store
from game.records.workspace import Workspace
from game.system.errors import Trouble
from game.system.paths import GIVEN, PERSONAL
from tests.support.own_pictures import COLOURS, ID, Child, drawn, make_workbook, paint

OTHER = "b" * 16


@pytest.fixture
def activities(tmp_path) -> Path:
    return make_workbook(tmp_path / "activities")


@pytest.fixture
def store(tmp_path, activities) -> Store:
    """Records in which one child has played with its own picture."""
    Child(tmp_path / "home", activities).play_everything().end()
    return Store(tmp_path / "home")


def offered(store: Store, id: str, activities: Path) -> list:
    """What the step with personal pictures lays before this child on a next visit."""
    return [picture.art for picture in lying(store, id, activities)]


def told_as(store: Store, id: str) -> str:
    """What the export's page tells, which shows all that papers do."""
    folder = store.folder_of(id).path
    return export.html_page(store.traveller(id), own_words.read(folder), "en")


def say(store: Store, name: str, words: str) -> None:
    """What the picture of this name shows."""
    own_words.keep(store.travellers_folder / ID, OwnWords(pictures={name: words}))


def lying(store: Store, id: str, activities: Path) -> tuple[Offered, ...]:
    visit = open_visit(store, id, "2026-04-01", "middle", "seed", activities=activities, draw=drawn)
    activity = visit.session.activities["theirs-alone"]
    record, begun = visit.session.record, visit.session.visit.begun
    table = lay_step(activity, 0, record, begun, Workspace(store, activities, drawn).library(id))
    visit.end()
    store.close()
    return table.offered


def test_it_is_offered_to_its_child_and_to_nobody_else(store, activities):
    (name,) = personal_pictures.names(store, ID)
    assert offered(store, ID, activities) == [name]
    assert offered(store, OTHER, activities) == ["leaf"]
    found = {id: Workspace(store, activities, drawn).library(id).read(name) for id in (ID, OTHER, "")}
    assert [id for id, png in found.items() if png] == [ID]


def test_its_files_name_is_nowhere_in_the_record(store):
    folder = store.travellers_folder / ID
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files and not [path for path in files if "theirs.png" in path.name or b"theirs.png" in path.read_bytes()]


def test_one_that_is_brought_during_a_visit_is_there_when_the_child_goes_on(store, activities, tmp_path):
    paint(tmp_path / "late.png", "#123456")
    visit = open_visit(store, ID, "2026-04-01", "middle", "seed", activities=activities, draw=drawn)
    before = visit.session.visit.begun.personal
    personal_pictures.add(store, ID, tmp_path / "late.png")
    visit.make_ready(NOTHING_SAID)
    assert set(before) < set(visit.session.visit.begun.personal)


def test_taken_away_it_is_offered_no_more_and_what_was_made_with_it_stays(store, activities):
    (name,) = personal_pictures.names(store, ID)
    folder = store.travellers_folder / ID
    (folder / CACHE).mkdir(exist_ok=True)
    (folder / CACHE / "painted.png").write_bytes(b"of it")
    personal_pictures.remove(store, ID, name)
    assert personal_pictures.names(store, ID) == () and not [*(folder / CACHE).iterdir()]
    assert (folder / GIVEN / f"{name}.png").is_file(), "the record shows it"
    assert offered(store, ID, activities) == ["leaf", name], "what was chosen stays chosen"


def test_one_that_no_child_has_seen_is_gone_when_it_is_taken_away(store, tmp_path):
    paint(tmp_path / "never.png", "#654321")
    (seen,) = personal_pictures.names(store, ID)
    personal_pictures.add(store, ID, tmp_path / "never.png")
    (never,) = {*personal_pictures.names(store, ID)} - {seen}
    personal_pictures.remove(store, ID, never)
    assert not [path for path in store.folder.rglob("*") if never in path.name]


def test_it_goes_along_in_a_zip_and_is_offered_there(store, activities, tmp_path):
    there = Store(tmp_path / "there")
    unpack(there, export.pack(store, ID, tmp_path / "parcel.zip"))
    assert personal_pictures.names(there, ID) == personal_pictures.names(store, ID)
    assert offered(there, ID, activities) == offered(store, ID, activities)


def test_one_that_was_damaged_comes_back_from_a_whole_zip_and_is_in_no_zip_itself(store, tmp_path):
    parcel, (name,) = export.pack(store, ID, tmp_path / "parcel.zip"), personal_pictures.names(store, ID)
    picture = store.travellers_folder / ID / PERSONAL / f"{name}.png"
    whole = picture.read_bytes()
    picture.write_bytes(whole[:40])
    with ZipFile(export.pack(store, ID, tmp_path / "without.zip")) as without:
        assert not [one for one in without.namelist() if one.endswith(f"{PERSONAL}/{name}.png")] and store.troubles
    unpack(store, parcel)
    assert picture.read_bytes() == whole


def test_what_is_no_picture_and_what_is_too_many_is_said_and_changes_nothing(store, tmp_path, monkeypatch):
    before = personal_pictures.names(store, ID)
    (tmp_path / "notes.txt").write_text("words")
    (tmp_path / "torn.png").write_bytes(b"\x89PNG")
    for file, said in (("notes.txt", "is no picture"), ("torn.png", "is broken"), ("gone.png", "cannot be read")):
        with pytest.raises(Trouble, match=said):
            personal_pictures.add(store, ID, tmp_path / file)
    monkeypatch.setattr(personal_pictures, "MOST", 1)
    paint(tmp_path / "more.png", COLOURS["our-cat"])
    with pytest.raises(Trouble, match="There are 1 pictures for this child alone already"):
        personal_pictures.add(store, ID, tmp_path / "more.png")
    assert personal_pictures.names(store, ID) == before
    personal_pictures.add(store, ID, tmp_path / "theirs.png")
    assert personal_pictures.names(store, ID) == before, "the same picture again is the same"


def test_nobody_is_brought_back_by_a_picture(store, tmp_path):
    with pytest.raises(Trouble, match="cannot be copied"):
        personal_pictures.add(store, OTHER, tmp_path / "theirs.png")
    assert not (store.travellers_folder / OTHER).exists()


def test_what_one_shows_is_told_in_the_grown_ups_words_of_all_visits_and_is_in_no_journal(store, tmp_path):
    (name,) = personal_pictures.names(store, ID)
    assert "My own picture" in told_as(store, ID)
    say(store, name, " Bello,\nour dog ")
    there = Store(tmp_path / "there")
    unpack(there, export.pack(store, ID, tmp_path / "parcel.zip"))
    for one in (store, there):
        assert "Bello, our dog" in told_as(one, ID) and "My own picture" not in told_as(one, ID)
        journals = [path.read_text("utf-8") for path in one.journals(ID).values()]
        assert journals and not any("Bello" in journal for journal in journals)
    personal_pictures.remove(store, ID, name)
    assert "Bello" not in told_as(store, ID) and "My own picture" in told_as(store, ID)


def test_what_one_shows_is_gone_with_it_and_nothing_else_that_was_typed_is(store):
    (name,) = personal_pictures.names(store, ID)
    folder = store.travellers_folder / ID
    own_words.keep(folder, OwnWords(letter="Dear you", pictures={name: "Bello", "0" * 32: "Luna"}))
    personal_pictures.remove(store, ID, name)
    assert own_words.read(folder) == OwnWords(letter="Dear you", pictures={"0" * 32: "Luna"})


def test_of_two_words_for_one_both_are_kept(store):
    here, theirs = OwnWords(pictures={"a": "Bello", "b": "Luna"}), OwnWords(pictures={"a": "Our dog", "c": "Max"})
    assert own_words.merged(here, theirs).pictures == {"a": "Bello / Our dog", "b": "Luna", "c": "Max"}
