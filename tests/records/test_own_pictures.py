"""A record holds its own pictures: whatever becomes of a therapist's files, what a child has made stays as it was."""

import io
import os
from pathlib import Path

import pytest

from game.art.library import Library
from game.art.renderer import Renderer
from game.authoring.check import check
from game.core.picture import Stamp
from game.core.sprite import sprite_of
from game.paper import everything as all_of_it
from game.paper.options import PaperOptions
from game.paper.paper_kind import TrailPaper
from game.paper.registry import PAPER_KINDS
from game.play.visit_pages import activity_pages
from game.records import export
from game.records.import_zip import unpack
from game.records.store import Store
from game.system.paths import GIVEN
from game.system.record_folder import RecordFolder
from tests.support.own_pictures import COLOURS, ELSEWHERE, ID, Child, drawn, make_workbook, paint


@pytest.fixture(autouse=True)
def no_photos(monkeypatch):
    """What is drawn here is told by its content alone: no PNG that could be opened."""
    monkeypatch.setattr("game.art.renderer._as_photo", lambda scene, box: repr((scene, box)).encode())
    monkeypatch.setattr("game.art.renderer.bled", lambda png: png)
    monkeypatch.setattr("game.art.renderer.Renderer._at_its_feet", lambda renderer, sprite: "")


@pytest.fixture
def activities(tmp_path) -> Path:
    return make_workbook(tmp_path / "activities")


@pytest.fixture
def home(tmp_path, activities) -> Path:
    child = Child(tmp_path / "home", activities).play_everything()
    assert not child.session.visit.failures
    child.end()
    return tmp_path / "home"


def renderer_for(home: Path, activities: Path) -> Renderer:
    folder = home / "travellers" / ID
    return Renderer(
        Library(activities / "pictures", home / "pictures", RecordFolder(folder)), home / "none", None, drawn
    )


def everything(home: Path, activities: Path) -> dict[str, bytes]:
    """The summary in words, all sheets of all papers, and each screen of the record as it is drawn."""
    traveller, renderer = Store(home).traveller(ID), renderer_for(home, activities)
    told = {"text": all_of_it.text(traveller).encode()}
    own = ((name, kind) for name, kind in PAPER_KINDS.items() if not isinstance(kind, TrailPaper))  # not the files
    for name, kind in own:
        told[name] = repr([(s.data, s.pictures) for s in kind.sheets(traveller, renderer, PaperOptions())]).encode()
    for visit in traveller.record.visits:
        for stop in visit.begun.stops:
            told[f"stop {stop.activity}"] = renderer.paper_png(stop.cover, 50)
        for page in activity_pages(visit, screens=True):
            for step in page.steps:
                stamps = [thing for thing in step.screen.things if isinstance(thing, Stamp)]
                told[f"{page.activity} {step.number}"] = b"".join(renderer.sprite(sprite_of(s), 1) for s in stamps)
    return told


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return [name for name in before if before[name] != after[name]]


def test_the_record_shows_each_of_her_pictures(home, activities):
    """So that the tests below see something."""
    library = renderer_for(home, activities).library
    pictures = {library.read(name) for name in COLOURS if name not in ELSEWHERE}
    kept = {path.read_bytes() for path in (home / "travellers" / ID / GIVEN).iterdir()}
    assert pictures < kept and len(kept) == len(COLOURS)


@pytest.mark.parametrize("way", ["changed", "removed", "broken", "elsewhere"])
def test_whatever_becomes_of_a_file_the_record_stays_as_it_was(home, activities, way):
    before = everything(home, activities)
    for path in (activities / "pictures").iterdir():
        match way:
            case "changed":
                paint(path, "#ffffff")
            case "broken":
                path.write_bytes(b"no picture")
            case _:
                path.unlink()
    if way == "elsewhere":
        for path in (home / "pictures").iterdir():
            path.unlink()
    assert differing(before, everything(home, activities)) == []


@pytest.mark.parametrize("name", ["jade-stone", "moon", "fox", "heart", "envelope"])
def test_a_picture_with_the_name_of_one_of_ours_changes_nothing(home, activities, name):
    before = everything(home, activities)
    paint(activities / "pictures" / f"{name}.png", "#ffffff")
    assert differing(before, everything(home, activities)) == []


def test_check_says_once_which_picture_has_the_name_of_one_of_ours_and_it_is_no_mistake(activities, capsys):
    assert check([activities]) == 0
    paint(activities / "pictures" / "moon.png", "#ffffff")
    capsys.readouterr()
    out = io.StringIO()
    assert check([activities], out) == 0
    said = (
        "No mistake, and perhaps not what you meant: 'moon.png' has the name of one of our pictures, and ours is "
        "shown. "
        "Rename the file, such as 'my-moon.png', and write its new name in the activity."
    )
    assert f"{(activities / 'pictures' / 'moon.png').as_posix()}:1:1: {said}\n" in out.getvalue()
    assert out.getvalue().count(said) == 1 and "mistake in" not in out.getvalue()
    assert "choose-a-keepsake.yaml: good" in out.getvalue()


def test_a_changed_picture_is_anew_on_a_new_table_and_as_it_was_on_earlier_ones(home, activities):
    paint(activities / "pictures" / "our-dog.png", "#ffffff")
    child = Child(home, activities, "2026-03-09")
    child.perform((*child_wakes(child),))
    child.session.open("choose-a-keepsake")
    table = child.session.visit.here.table
    now = child.session.library.read(next(o.art for o in table.offered if o.id == "our-dog"))
    earlier = next(o for row in activity_pages(child.session.record.visits[0])[1].steps[0].rows for o in row.pictures)
    assert now != child.session.library.read(earlier.art)
    assert now in [path.read_bytes() for path in (home / "travellers" / ID / GIVEN).iterdir()]
    child.end()


def child_wakes(child: Child):
    from game.play import screens

    return screens.demonstration(child.session.visit)


def test_a_record_of_before_is_read_with_the_names_that_stand_in_it(home, activities):
    """As journals were written before: own pictures by their names."""
    before, library = everything(home, activities), renderer_for(home, activities).library
    journal = home / "travellers" / ID / "visit-0001.jsonl"
    text = journal.read_text()
    for name in COLOURS:
        text = text.replace(library.art(name), name) if name not in ELSEWHERE else text
    journal.write_text(text)
    assert all(name in text for name in COLOURS if name not in ELSEWHERE)
    assert differing(before, everything(home, activities)) == []


def test_a_full_disk_stops_no_child_and_is_told(tmp_path, activities, monkeypatch):
    child = Child(tmp_path / "home", activities)
    give, full = child.session.library._give, True

    def on_a_full_disk(name: str, png: bytes) -> None:
        if full:
            raise OSError(28, "No space left on device")
        give(name, png)

    monkeypatch.setattr(child.session.library, "_give", on_a_full_disk)
    child.perform(child_wakes(child))
    child.choose("our-cat")
    assert any("cannot be kept with this child's record" in said for said in child.visit.troubles())
    full = False
    child.choose("our-star")
    assert not any("cannot be kept with this child's record" in said for said in child.visit.troubles())
    child.end()
    kept = {path.stem for path in (tmp_path / "home/travellers" / ID / GIVEN).iterdir()}
    assert {child.session.library.art(name) for name in ("our-cat", "our-star", "our-hill")} <= kept


def test_the_zip_carries_the_pictures_and_the_papers_are_the_same_elsewhere(home, activities, tmp_path):
    before = everything(home, activities)
    parcel = export.pack(Store(home), ID, tmp_path / "parcel.zip")
    there, nothing = tmp_path / "there", tmp_path / "no-activities"
    unpack(Store(there), parcel)
    assert not os.path.lexists(there / "pictures")
    assert differing(before, everything(there, nothing)) == []


@pytest.mark.parametrize("data", [b"", b"no picture", "a half"])
def test_a_kept_picture_that_was_damaged_spoils_no_zip_and_comes_back_from_another(home, activities, tmp_path, data):
    store = Store(home)
    whole = export.pack(store, ID, tmp_path / "whole.zip")
    kept = sorted((home / "travellers" / ID / GIVEN).iterdir())
    before = kept[0].read_bytes()
    kept[0].write_bytes(before[: len(before) // 2] if data == "a half" else data)
    parcel = export.pack(store, ID, tmp_path / "parcel.zip")
    assert any(kept[0].name in said for said in store.troubles)
    unpack(Store(tmp_path / "there"), parcel)
    brought = {path.name for path in (tmp_path / "there" / "travellers" / ID / GIVEN).iterdir()}
    assert brought == {path.name for path in kept[1:]}
    unpack(store, whole)
    assert kept[0].read_bytes() == before
