"""A therapist's own activities can be deleted at the desk: it asks, and visits keep what was made in them."""

import shutil
from unicodedata import normalize

import pytest

from game.authoring.own_activity import OURS
from game.desk.messages import (
    ChooseActivity,
    Command,
    DeleteActivity,
    OpenFile,
    ShowTab,
)
from game.system.paths import ACTIVITIES
from tests.support.at_the_desk import by_hand
from tests.support.own_scenes import make_scene

BROKEN = "title: Our song\ncover: foxx\n"
GOOD = """\
title: Garden
purpose: To try.
cover: jade-stone
scene: riverbank
steps:
  - choose: stone
    pictures: [jade-stone, rose-stone]
"""


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(ACTIVITIES, tmp_path / "activities")
    return tmp_path / "activities"


def test_what_comes_with_the_program_is_known():
    assert {path.stem for path in ACTIVITIES.glob("*.yaml")} - {"workbook"} == OURS


@by_hand("finger")
def test_a_copy_is_deleted_once_that_was_asked_and_all_else_stays_as_it_was(by, folder, at_the_desk):
    before = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    grown_up = at_the_desk(by, activities=folder)
    for means in (ShowTab("activities"), ChooseActivity("backpack"), Command.COPY_ACTIVITY, Command.MAKE_ACTIVITY):
        grown_up.press(means)
    for means in (DeleteActivity(folder / "backpack-2.yaml"), Command.KEEP):
        grown_up.press(means)
    assert (folder / "backpack-2.yaml").exists()
    for means in (DeleteActivity(folder / "backpack-2.yaml"), Command.DELETE_FOR_GOOD):
        grown_up.press(means)
    assert {path.name: path.read_bytes() for path in folder.glob("*.yaml")} == before
    assert "It is deleted. What was made in it stays in the records." in grown_up.words
    assert "backpack-2" not in grown_up.desk.model.settings.off
    assert ChooseActivity("backpack-2") not in grown_up.there


def test_a_file_with_mistakes_can_be_deleted_and_what_is_ours_cannot(folder, at_the_desk):
    (folder / "our-song.yaml").write_text(BROKEN, "utf-8")
    (folder / "backpack.yaml").write_text(BROKEN, "utf-8")
    grown_up = at_the_desk(activities=folder)
    grown_up.press(ShowTab("activities"))
    assert [means for means in grown_up.there if isinstance(means, DeleteActivity)] == [
        DeleteActivity(folder / "our-song.yaml")
    ]
    for means in (DeleteActivity(folder / "our-song.yaml"), Command.DELETE_FOR_GOOD):
        grown_up.press(means)
    assert not (folder / "our-song.yaml").exists()


def test_a_scene_with_mistakes_does_not_take_the_activity_of_its_name_along(folder, at_the_desk):
    make_scene(folder)
    (scene,) = (folder / "scenes").glob("*.yaml")
    scene.write_text("nonsense: x\n", "utf-8")
    (folder / scene.name).write_text(GOOD, "utf-8")
    grown_up = at_the_desk(activities=folder)
    grown_up.press(ShowTab("activities"))
    assert OpenFile(scene) in grown_up.there
    assert not [means for means in grown_up.there if isinstance(means, DeleteActivity)]


def test_a_file_whose_umlaut_is_two_letters_is_found_again(folder, at_the_desk):
    path = folder / f"{normalize('NFD', 'für-uns')}.yaml"
    path.write_text(GOOD, "utf-8")
    grown_up = at_the_desk(activities=folder)
    for means in (ShowTab("activities"), ChooseActivity("für-uns"), DeleteActivity(path), Command.DELETE_FOR_GOOD):
        grown_up.press(means)
    assert not path.exists() and ChooseActivity("für-uns") not in grown_up.there
