"""Choosing a file by presses does what dropping it does."""

import os

import pygame
import pytest
from PIL import Image

from game.art.picture_files import ENDINGS
from game.desk.form import FormEvent
from game.desk.messages import ChooseFile, Command, OpenFolder, ShowTab, TakeFile
from game.records.store import Store
from game.system import file_list
from game.system.file_list import MOST, list_folder
from tests.support.at_the_desk import by_hand
from tests.support.desk_visits import busy

PICTURES, RECORDS = ChooseFile(ENDINGS), ChooseFile((".zip",))
ENVELOPE = ChooseFile(ENDINGS, "envelope")
COLOUR = "#5c8f86"  # of the photo


@pytest.fixture
def photo(tmp_path, monkeypatch):
    """A photo in a folder below the one that is opened first."""
    folder = tmp_path / "downloads"
    (folder / "our dog").mkdir(parents=True)
    (folder / "letter.pdf").write_bytes(b"")
    path = folder / "our dog" / "dog.JPG"
    Image.new("RGB", (30, 20), COLOUR).save(path, "jpeg")
    monkeypatch.setattr(file_list, "usual_folders", lambda: {"Downloads": folder})
    return path


@by_hand("mouse")
def test_a_picture_for_the_envelope_is_chosen_without_dragging(by, photo, at_the_desk):
    grown_up = at_the_desk(by)
    (photo.parent / "broken.png").write_bytes(b"")
    for means in (Command.NEW_TRAVELLER, ENVELOPE):
        grown_up.press(means)
    assert not [means for means in grown_up.there if isinstance(means, TakeFile)]
    assert "There is no such file in this folder." in grown_up.words
    grown_up.press(OpenFolder(photo.parent))
    tile = grown_up.desk.view.rect(grown_up.desk.view.find(TakeFile(photo)))
    shown = grown_up.window.surface.get_at((tile.centerx, tile.top + tile.height // 2))
    assert all(abs(tone - wanted) < 6 for tone, wanted in zip(shown, pygame.Color(COLOUR), strict=True))
    assert grown_up.desk.model.told is None, "of the broken one its name is enough"
    grown_up.press(TakeFile(photo))
    assert grown_up.desk.model.wish.envelope == photo
    assert Command.HAND_OVER in grown_up.there


def test_who_chooses_none_is_where_they_were(photo, at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, ENVELOPE, Command.BACK):
        grown_up.press(means)
    assert grown_up.desk.model.wish.envelope is None and Command.HAND_OVER in grown_up.there


def test_nothing_waits_for_small_pictures_that_are_not_shown_any_more(photo, at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, ENVELOPE):
        grown_up.press(means)
    done, desk = busy(grown_up), grown_up.desk
    for means, waiting in ((OpenFolder(photo.parent), True), (Command.BACK, False)):
        desk.say(FormEvent(means))
        grown_up.turn()
        assert desk.background.busy == waiting
    done.set()


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
    found = list_folder(tmp_path, ENDINGS)
    assert [path.stem for path in found.files] == [str(n) for n in range(MOST + 2, 2, -1)] and found.more
