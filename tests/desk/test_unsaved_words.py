"""Own words on a full disk: told, shown, tried again, and never among another traveller's."""

import shutil

import pytest

from game.desk.messages import ChooseTraveller, Command, Field, ShowTab
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import was_here
from tests.support.full_disk import full_disk

ONE, TWO = "1" * 16, "2" * 16  # of the recorded visits


@pytest.fixture
def writing(at_the_desk) -> tuple[GrownUp, str]:
    """Who has opened somebody that was here, to write about it, and whom."""
    grown_up = at_the_desk()
    id = was_here(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id)):
        grown_up.press(means)
    return grown_up, id


def test_words_that_cannot_be_kept_are_told(writing, monkeypatch):
    grown_up, id = writing
    monkeypatch.setattr("game.system.atomic.write", full_disk)
    grown_up.type(Field("own"), "Lost?")
    grown_up.wait(2)
    assert "the disk is full" in " ".join(grown_up.words)
    monkeypatch.undo()
    grown_up.type(Field("own"), "!")
    grown_up.wait(2)
    assert "Lost?!" in (grown_up.store.travellers_folder / id / "words.json").read_text("utf-8")


def test_words_that_could_not_be_kept_stay_with_whom_they_are_about(at_the_desk, records, tmp_path, monkeypatch):
    home = shutil.copytree(records / "home", tmp_path / "home")
    grown_up = at_the_desk(folder=home)
    files = [home / "travellers" / id / "words.json" for id in (ONE, TWO)]
    for means in (ShowTab("travellers"), ChooseTraveller(ONE)):
        grown_up.press(means)
    with monkeypatch.context() as patched:
        patched.setattr("game.system.atomic.write", full_disk)
        grown_up.type(Field("own"), "About the first")
        grown_up.wait(2)
        assert "Kept." not in grown_up.words
        for means in (Command.EVERYBODY, ChooseTraveller(TWO)):
            grown_up.press(means)
        grown_up.type(Field("own"), "About the second")
        grown_up.wait(2)
    assert not any(file.exists() for file in files)
    grown_up.press(ShowTab("today"))
    assert ["About the first" in file.read_text("utf-8") for file in files] == [True, False]
    assert ["About the second" in file.read_text("utf-8") for file in files] == [False, True]


def test_words_that_could_not_be_kept_are_tried_again_while_nobody_types(writing, monkeypatch):
    grown_up, id = writing
    with monkeypatch.context() as patched:
        patched.setattr("game.system.atomic.write", full_disk)
        grown_up.type(Field("own"), "Not lost")
        grown_up.wait(2)
    grown_up.wait(6)
    assert "Not lost" in (grown_up.store.travellers_folder / id / "words.json").read_text("utf-8")
    assert "Kept." in grown_up.words


def test_words_about_somebody_who_was_deleted_elsewhere_are_told_once(writing):
    grown_up, id = writing
    shutil.rmtree(grown_up.store.travellers_folder / id)
    grown_up.type(Field("own"), "Too late")
    grown_up.wait(2)
    assert "cannot be kept" in " ".join(grown_up.words)
    grown_up.press(ShowTab("settings"))
    grown_up.wait(12)
    assert "cannot be kept" not in " ".join(grown_up.words)
