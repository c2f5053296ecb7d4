"""A therapist's own activities go along with a traveller, and nothing that lies there already is written over."""

import shutil
import stat
from pathlib import Path

import pytest
from PIL import Image

from game.art.library import Library
from game.authoring.own_files import DIFFERS, LEFT_HERE, LaidActivities
from game.authoring.workbook_reader import read_workbook
from game.records import export, import_zip, settings
from game.records.import_zip import is_here
from game.records.store import Store
from game.system.errors import Sentence, Trouble
from game.system.language import words
from tests.records.test_foreign_zips import line, zipped
from tests.support.own_pictures import ID, Child, make_workbook
from tests.support.own_scenes import make_scene, paint_scene

GARDEN = """
title: Garden
purpose: Where is what?
cover: leaf
scene: garden
steps:
  - place: where
    pictures: [our-dog, moon]
    onto: [swing, pond]
    story:
      - touch: pond
"""
AGAIN = """
title: Again
purpose: What was where?
cover: leaf
scene: hill
steps:
  - choose: one
    from: garden-day.where
    otherwise: [leaf, kite]
"""
WORKBOOK = """
title: Ours
chapters:
  - title: All
    activities: [my-traveller, choose-a-keepsake, garden-day, again, a-drawing]
"""
FILES = (
    *("again.yaml", "garden-day.yaml", "pictures/our-dog.png"),
    *("scenes/garden.png", "scenes/garden.yaml", "scenes/hill.png"),  # of the hill there are no places
)


@pytest.fixture(scope="module")
def parcel(tmp_path_factory) -> Path:
    """A zip with a child that has opened one activity of hers, which uses another, and one of ours."""
    folder = tmp_path_factory.mktemp("parcel")
    activities = make_workbook(folder / "activities")
    make_scene(activities)
    paint_scene(activities / "scenes/hill.png", (48, 30))
    for name, text in (("garden-day", GARDEN), ("again", AGAIN), ("workbook", WORKBOOK)):
        (activities / f"{name}.yaml").write_text(text)
    child = Child(folder / "home", activities)
    child.choose_companion_and_keepsake()
    child.open("again")
    assert not child.session.visit.failures
    child.end()
    return export.pack(Store(folder / "home"), ID, folder / "fox.zip", activities=activities)


@pytest.fixture
def activities(tmp_path) -> Path:
    """Those of another computer: ours alone, and a picture of hers that has nothing to do with it."""
    folder = make_workbook(tmp_path / "activities")
    for name in ("a-drawing", "theirs-alone", "an-envelope"):
        (folder / f"{name}.yaml").unlink()
    shutil.rmtree(folder / "pictures")
    for name in ("my-traveller", "choose-a-keepsake"):
        text = (folder / f"{name}.yaml").read_text()
        (folder / f"{name}.yaml").write_text(
            text.replace("our-dog", "kite").replace("our-hill", "leaf").replace("our-cat", "bear").replace("our-", "")
        )
    (folder / "workbook.yaml").write_text(WORKBOOK.replace(", garden-day, again, a-drawing", ""))
    return folder


def lying(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_a_visit_has_used_is_in_the_zip_with_all_that_it_needs(parcel, activities, there):
    before = lying(activities)
    brought = import_zip.unpack(there, parcel, activities)
    assert brought.laid == LaidActivities(("again", "garden-day"), (), True)
    assert set(lying(activities)) - set(before) == set(FILES)
    found = read_workbook(activities, library := Library(activities / "pictures"), library.broken)
    assert found.mistakes == found.stray == ()
    assert found.workbook.order() == ("my-traveller", "choose-a-keepsake", "garden-day", "again")


def test_bringing_it_again_brings_nothing(parcel, activities, there):
    assert not is_here(there, ID, parcel, activities)
    import_zip.unpack(there, parcel)
    assert not is_here(there, ID, parcel, activities), "the activities are to be had yet"
    assert import_zip.unpack(there, parcel, activities).laid.more
    after = lying(activities)
    assert is_here(there, ID, parcel, activities)
    with pytest.raises(Trouble, match="is here already"):
        import_zip.unpack(there, parcel, activities)
    assert lying(activities) == after


def test_where_activities_cannot_be_laid_the_record_is_here_and_that_is_told(parcel, there, tmp_path):
    """Each time, so that it can be mended and tried again."""
    (tmp_path / "taken").write_text("a file where the folder would be")
    for _ in range(2):
        brought = import_zip.unpack(there, parcel, tmp_path / "taken")
        assert brought.traveller == there.traveller(ID) and brought.laid.new == ()
        (told,) = brought.laid.kept
        assert told.startswith(f"The activities that came along could not be laid into {tmp_path / 'taken'}: something")
        assert told.said(words("de")).startswith("Die mitgebrachten Aktivitäten konnten nicht in ")
    (tmp_path / "taken").unlink()
    assert import_zip.unpack(there, parcel, tmp_path / "taken").laid.new


def test_no_child_meets_what_nobody_has_read(parcel, activities, there):
    """It is not used before it is there, and is not there where that cannot be kept."""
    (there.folder / settings.FILE).mkdir(parents=True)
    before = lying(activities)
    (told,) = import_zip.unpack(there, parcel, activities).laid.kept
    assert told.startswith("The settings cannot be kept in ") and lying(activities) == before
    (there.folder / settings.FILE).rmdir()
    assert settings.read(there.folder).off == ()
    laid = import_zip.unpack(there, parcel, activities).laid
    assert settings.read(there.folder).off == laid.new == ("again", "garden-day")


@pytest.mark.parametrize("name", [" garden", "u\u0308ber"])
def test_a_brought_activity_is_not_used_however_its_name_is_written(name, activities, there, tmp_path):
    text = AGAIN.replace("garden-day.where", "my-traveller.animal").replace("hill", "riverbank")
    song = (f"activities/{name}.yaml", text.encode())
    import_zip.unpack(there, zipped(tmp_path / "one.zip", [("visit-0001.jsonl", line()), song]), activities)
    known = read_workbook(activities, Library(activities / "pictures")).activities
    (new,) = set(known) - {"my-traveller", "choose-a-keepsake"}
    assert settings.read(there.folder).off == (new,)


def test_what_is_there_and_differs_stays_as_it_is(parcel, activities, there):
    mine = {
        "garden-day.yaml": GARDEN.replace("Garden", "Our garden").encode(),
        "scenes/garden.yaml": b"places:\n  - place: tree\n    at: 10 20 25 30\n",
    }
    make_scene(activities)
    for name, text in mine.items():
        (activities / name).write_bytes(text)
    (activities / "pictures").mkdir()
    Image.new("RGB", (60, 40), "#000000").save(activities / "pictures/Our-Dog.JPG", "JPEG")
    laid = import_zip.unpack(there, parcel, activities).laid
    assert laid.new == ("again",)
    assert laid.kept == tuple(Sentence(DIFFERS, name=name) for name in ("garden-day", "our-dog", "garden"))
    assert mine.items() <= lying(activities).items() and "pictures/our-dog.png" not in lying(activities)


def test_what_is_brought_has_the_rights_of_all_files_in_that_folder(parcel, activities, there):
    activities.mkdir(exist_ok=True)
    (activities / "mine.txt").touch()
    import_zip.unpack(there, parcel, activities)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in activities.rglob("*") if path.is_file()}
    assert len(lying(activities)) > 5 and modes == {stat.S_IMODE((activities / "mine.txt").stat().st_mode)}


def test_the_same_picture_in_another_file_is_the_same(parcel, activities, there):
    (activities / "pictures").mkdir()
    Image.new("RGBA", (60, 40), "#1ba12c").save(activities / "pictures/our-dog.png", compress_level=0)
    assert import_zip.unpack(there, parcel, activities).laid.kept == ()


def test_what_has_mistakes_stays_and_that_is_told(tmp_path):
    activities = make_workbook(tmp_path / "activities")
    child = Child(tmp_path / "home", activities).play_everything()
    child.end()
    (activities / "a-drawing.yaml").write_text("title: A drawing\n")
    store = Store(tmp_path / "home")
    export.pack(store, ID, tmp_path / "fox.zip", activities=activities)
    assert store.troubles == [Sentence(LEFT_HERE, name="a-drawing")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("activities/workbook.yaml", b"title: Mine\n"),
        ("activities/backpack.yaml", b"title: Mine\n"),
        ("activities/song.yaml", b"\xff\xfe\0"),
        ("activities/song.yaml", b"#" * 200_001),
        ("activities/song.png", b"\x89PNG"),
        ("activities/pictures/song.yaml", b"title: Mine\n"),
        ("activities/pictures/song.png", b"no picture"),
        ("activities/scenes/song.png", b"no picture"),
    ],
)
def test_what_somebody_has_changed_is_refused_as_a_whole(name, data, activities, there, tmp_path):
    before = lying(activities)
    parcel = zipped(tmp_path / "fox.zip", [("visit-0001.jsonl", line()), (name, data)])
    with pytest.raises(Trouble, match="is damaged or was changed"):
        import_zip.unpack(there, parcel, activities)
    assert lying(activities) == before and not there.has_travellers()


@pytest.mark.parametrize(
    "name",
    ["activities/../song.yaml", "activities/.song.yaml", "activities/pictures/a/song.png", "activities/a:b.yaml"]
    + [f"activities/{name}.yaml" for name in ("CON", "nul", "Com1", "lpt¹", "aux .song", "song ", "song.")],
)
def test_no_name_leads_elsewhere_or_is_none_on_another_system(name, activities, there, tmp_path):
    before = lying(tmp_path)
    parcel = zipped(tmp_path / "fox.zip", [("visit-0001.jsonl", line()), (name, b"title: Mine\n")])
    assert not import_zip.unpack(there, parcel, activities).laid.more
    new = set(lying(tmp_path)) - set(before)
    assert {name for name in new if not name.startswith("there/")} == {"fox.zip"}
