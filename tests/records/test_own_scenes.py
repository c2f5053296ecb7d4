"""The scene into which a child has laid is kept with its record: shown, exported and deleted with it."""

from io import BytesIO
from pathlib import Path
from shutil import rmtree

import pytest
from PIL import Image

from game.art.draw_process import here as draw_here
from game.art.library import Library
from game.art.renderer import Renderer
from game.core.ids import Option
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import screens
from game.play.visit_pages import activity_pages
from game.records import export
from game.records.deletion import delete
from game.records.import_zip import unpack
from game.records.store import Store
from game.system.paths import GIVEN
from game.system.record_folder import RecordFolder
from tests.support.own_pictures import ID, Child, make_workbook
from tests.support.own_scenes import GARDEN, GRASS, make_scene, paint_scene

KEEPSAKE = """
title: Garden
purpose: Where is what?
cover: our-hill
scene: garden
steps:
  - place: where
    pictures: [our-dog, moon]
    onto: [swing, pond]
"""


@pytest.fixture
def activities(tmp_path) -> Path:
    folder = make_workbook(tmp_path / "activities")
    make_scene(folder)
    (folder / "choose-a-keepsake.yaml").write_text(KEEPSAKE)
    return folder


@pytest.fixture
def home(tmp_path, activities) -> Path:
    child = Child(tmp_path / "home", activities)
    child.perform(screens.demonstration(child.session.visit))
    for name in ("our-cat", "our-star"):
        child.choose(name)
    child.open("choose-a-keepsake")
    child.choose("our-dog")
    assert not child.session.visit.failures
    child.end()
    return tmp_path / "home"


def blank(svg: str, width: int, height: int) -> bytes:
    """Whatever is to be drawn, as a picture without anything on it."""
    made = BytesIO()
    Image.new("RGBA", (width, height), "#888888").save(made, "PNG")
    return made.getvalue()


def the_page(home: Path):
    """What was done in the garden."""
    (visit,) = Store(home).traveller(ID).record.visits
    return next(page for page in activity_pages(visit, screens=True) if page.activity == "choose-a-keepsake").steps[0]


def library(home: Path, activities: Path) -> Library:
    return Library(activities / "pictures", home / "pictures", RecordFolder(home / "travellers" / ID))


def middle_of_the_grass(home: Path, activities: Path, size: tuple[int, int] = (128, 80)) -> tuple[int, int, int]:
    """The colour that the record's own scene has there, as it is drawn now."""
    renderer = Renderer(library(home, activities), home / "drawn", home / "drawn", draw_here)
    with Image.open(BytesIO(renderer.scene(the_page(home).scene, *size))) as image:
        return image.convert("RGB").getpixel((size[0] // 2, size[1] * 3 // 4))


def like_grass(colour: tuple[int, int, int]) -> bool:
    return all(abs(part - grass) < 30 for part, grass in zip(colour, GRASS, strict=True))


def gone(activities: Path) -> None:
    rmtree(activities / "scenes")


def another(activities: Path) -> None:
    Image.new("RGB", (64, 40), "#000000").save(activities / "scenes/garden.png")


@pytest.mark.parametrize("harm", [gone, another])
def test_whatever_becomes_of_her_scene_the_record_shows_it_as_it_was(home, activities, harm):
    harm(activities)
    rmtree(home / "pictures")
    told = the_page(home)
    assert [(row.spot, row.label, [o.id for o in row.pictures]) for row in told.rows] == [
        ("swing", "On the swing", ["our-dog"])
    ]
    assert like_grass(middle_of_the_grass(home, activities))


def test_papers_show_it(home, activities, monkeypatch):
    monkeypatch.setattr("game.art.renderer._as_photo", lambda scene, box: repr((scene, box)).encode())
    renderer = Renderer(library(home, activities), home / "none", None, blank)
    (sheet,) = PAPER_KINDS["everything"].sheets(Store(home).traveller(ID), renderer, PaperOptions())
    assert "'scene': {'file':" in repr(sheet.data)


def test_the_zip_carries_it(home, activities, tmp_path):
    parcel = export.pack(Store(home), ID, tmp_path / "parcel.zip")
    there = tmp_path / "there"
    unpack(Store(there), parcel)
    assert the_page(there).scene == the_page(home).scene
    assert like_grass(middle_of_the_grass(there, tmp_path / "no-activities"))
    kept = [folder / "travellers" / ID / GIVEN / f"{the_page(home).scene}.png" for folder in (home, there)]
    first, second = (Image.open(path).convert("RGB") for path in kept)
    assert first.tobytes() == second.tobytes()


def test_it_is_deleted_with_the_record(home, activities):
    scene = the_page(home).scene
    store = Store(home)
    delete(store, ID)
    left = [path for path in home.rglob("*") if path.is_file() and path.stem == scene]
    assert left == []


def test_a_visit_goes_on_where_the_scene_was_changed_meanwhile(home, activities):
    """A new table has the new scene; what was laid lies there, if its place is still there."""
    before = the_page(home).scene
    paint_scene(activities / "scenes/garden.png", (64, 44))
    child = Child(home, activities, "2026-03-09")
    child.perform(screens.demonstration(child.session.visit))
    child.session.open("choose-a-keepsake")
    here = child.session.visit.here
    assert here.table.scene not in ("garden", before)
    assert [laid.what for laid in here.state.laid] == [Option("our-dog")]
    child.end()


@pytest.mark.parametrize("onto", ["[pond]", "[swing]"], ids=["where-it-is-laid", "where-nothing-is-done"])
def test_her_picture_that_stands_at_a_place_is_kept_whether_or_not_the_step_does_something_there(
    tmp_path, activities, onto
):
    make_scene(activities, text=GARDEN.replace("sign: star", "sign: our-pond"))
    (activities / "choose-a-keepsake.yaml").write_text(KEEPSAKE.replace("[swing, pond]", onto))
    child = Child(tmp_path / "home", activities)
    child.perform(screens.demonstration(child.session.visit))
    child.session.open("choose-a-keepsake")
    table = child.session.visit.here.table
    (sign,) = (spot.sign for spot in (*table.spots, *table.signposts) if spot.name == "pond")
    child.end()
    assert (tmp_path / "home" / "travellers" / ID / GIVEN / f"{sign}.png").is_file()
