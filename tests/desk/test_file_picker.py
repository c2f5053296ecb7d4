"""Choosing a file by presses does what dropping it does."""

import os

import pytest
from PIL import Image

from game.art.library import ENDINGS
from game.desk.messages import ChooseFile, Command, OpenFolder, ShowTab, TakeFile
from game.records.store import Store
from game.system import file_list
from game.system.file_list import MOST, listed
from tests.support.at_the_desk import HANDS

PICTURES, RECORDS = ChooseFile(ENDINGS), ChooseFile((".zip",))
ENVELOPE = ChooseFile(ENDINGS, "envelope")


@pytest.fixture
def photo(tmp_path, monkeypatch):
    """A photo in a folder below the one that is opened first."""
    folder = tmp_path / "downloads"
    (folder / "our dog").mkdir(parents=True)
    (folder / "letter.pdf").write_bytes(b"")
    path = folder / "our dog" / "dog.JPG"
    Image.new("RGB", (30, 20), "#5c8f86").save(path, "jpeg")
    monkeypatch.setattr(file_list, "places", lambda: {"Downloads": folder})
    return path


@pytest.mark.parametrize("by", HANDS)
def test_a_picture_for_the_envelope_is_chosen_without_dragging(by, photo, at_the_desk):
    grown_up = at_the_desk(by)
    for means in (Command.NEW_TRAVELLER, ENVELOPE):
        grown_up.press(means)
    assert not [means for means in grown_up.there if isinstance(means, TakeFile)]
    assert "There is no such file in this folder." in grown_up.words
    for means in (OpenFolder(photo.parent), TakeFile(photo)):
        grown_up.press(means)
    assert grown_up.desk.model.wish.envelope == photo
    assert Command.HAND_OVER in grown_up.there


def test_who_chooses_none_is_where_they_were(photo, at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, ENVELOPE, Command.BACK):
        grown_up.press(means)
    assert grown_up.desk.model.wish.envelope is None and Command.HAND_OVER in grown_up.there


@pytest.mark.parametrize("tab", ["travellers", "settings"])
def test_a_record_is_chosen_so_too_wherever_one_can_be_dropped(tab, photo, exported, at_the_desk, tmp_path):
    id, export = exported
    moved = export.rename(photo.parent / export.name)
    other = at_the_desk(folder=tmp_path / "other")
    for means in (ShowTab(tab), RECORDS, OpenFolder(photo.parent), TakeFile(moved)):
        other.press(means)
    assert [t.id for t in Store(tmp_path / "other").travellers()] == [id]


def test_a_picture_for_activities_is_chosen_so_too(photo, at_the_desk, tmp_path):
    activities = tmp_path / "activities"
    activities.mkdir()
    grown_up = at_the_desk(activities=activities)
    for means in (ShowTab("activities"), PICTURES, OpenFolder(photo.parent), TakeFile(photo)):
        grown_up.press(means)
    assert (activities / "pictures" / "dog.jpg").exists()


def test_a_folder_that_cannot_be_opened_is_told_and_the_list_stays(photo, at_the_desk, tmp_path):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, ENVELOPE):
        grown_up.press(means)
    photo.unlink()
    photo.parent.rmdir()
    grown_up.press(OpenFolder(photo.parent))
    assert any("cannot be opened" in said for said in grown_up.words)
    assert OpenFolder(photo.parent) in grown_up.there


def test_a_full_folder_lists_the_newest_files_and_says_that_there_are_more(tmp_path):
    for number in range(MOST + 3):
        path = tmp_path / f"{number}.png"
        path.touch()
        os.utime(path, (number, number))
    (tmp_path / ".hidden.png").touch()
    found = listed(tmp_path, ENDINGS)
    assert [path.stem for path in found.files] == [str(n) for n in range(MOST + 2, 2, -1)] and found.more
