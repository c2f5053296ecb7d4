"""What a grown-up does at the desk besides visits, records and papers: activities."""

import shutil
from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from game.desk.background import Task
from game.desk.desk import QUIET
from game.desk.messages import (
    Choose,
    ChooseActivity,
    Command,
    Field,
    ShowTab,
)
from game.glass.loop import NAP
from game.play.room import FRAME
from game.system.paths import ACTIVITIES
from tests.support.at_the_desk import GrownUp, by_hand
from tests.support.own_scenes import make_scene

SONG = """\
title: Our song
purpose: Something to hum on the way.
cover: music
scene: riverbank
steps:
  - choose: song
    pictures: [ball, kite, feather]
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of activities of one's own."""
    shutil.copytree(ACTIVITIES, tmp_path / "activities")
    return tmp_path / "activities"


def read(grown_up: GrownUp) -> str:
    """All that stands on the desk."""
    return " ".join(grown_up.words)


@by_hand("keys")
def test_a_new_activity_is_made_from_one_that_is_there(by, folder, at_the_desk):
    grown_up = at_the_desk(by, activities=folder)
    for means in (ShowTab("activities"), ChooseActivity("backpack"), Command.COPY_ACTIVITY, Command.MAKE_ACTIVITY):
        grown_up.press(means)
    made = (folder / "backpack-2.yaml").read_text("utf-8")
    assert made == (folder / "backpack.yaml").read_text("utf-8").replace("title: Backpack", "title: Backpack 2")
    assert "backpack, backpack-2" in (folder / "workbook.yaml").read_text("utf-8")
    grown_up.press(Command.ALL_ACTIVITIES)
    assert ChooseActivity("backpack-2") in grown_up.there
    assert "backpack-2" not in [activity.name for activity in grown_up.desk.model.offered()]
    grown_up.press(ChooseActivity("backpack-2"))
    grown_up.press(Choose("used", True))
    assert "backpack-2" in [activity.name for activity in grown_up.desk.model.offered()]


@pytest.mark.parametrize("begin", [(Command.BEGIN_ACTIVITY,), (ChooseActivity("backpack"), Command.COPY_ACTIVITY)])
def test_a_new_activity_is_not_there_where_it_cannot_be_kept_from_children(begin, folder, at_the_desk):
    grown_up = at_the_desk(activities=folder)
    before = {*folder.iterdir()}
    (grown_up.store.folder / "settings.json").mkdir(parents=True)
    for means in (ShowTab("activities"), *begin):
        grown_up.press(means)
    grown_up.type(Field("name"), "Ours")
    grown_up.press(Command.MAKE_ACTIVITY)
    assert {*folder.iterdir()} == before and "The settings cannot be kept" in read(grown_up)


def test_a_new_activity_can_be_begun_from_nothing(folder, at_the_desk):
    grown_up = at_the_desk(activities=folder)
    for means in (ShowTab("activities"), Command.BEGIN_ACTIVITY):
        grown_up.press(means)
    assert "What shall the new activity be called?" in grown_up.words
    before = {*folder.iterdir()}
    assert grown_up.desk.view.find(Field("name")).item.value == "", "nobody has said a name yet"
    grown_up.press(Command.MAKE_ACTIVITY)
    assert {*folder.iterdir()} == before and "Please type a name for it first." in grown_up.words
    assert grown_up.desk.view.typing().means == Field("name")
    grown_up.type(Field("name"), "Our song")
    grown_up.press(Command.MAKE_ACTIVITY)
    assert "title: Our song" in (folder / "our-song.yaml").read_text("utf-8")
    assert "'Our song' is there now, and not used yet." in read(grown_up)


@pytest.mark.parametrize(("typed", "title"), [("", "Backpack 2"), ("Our song", "Our song")])
def test_while_a_new_one_is_named_one_press_makes_it_a_copy_and_it_is_told_by_its_title(
    typed, title, folder, at_the_desk
):
    grown_up = at_the_desk(activities=folder)
    for means in (ShowTab("activities"), Command.BEGIN_ACTIVITY):
        grown_up.press(means)
    assert "For a copy of one that is there, press that one below." in grown_up.words
    grown_up.type(Field("name"), typed)
    grown_up.press(ChooseActivity("backpack"))
    assert grown_up.desk.view.find(Field("name")).item.value == title
    assert grown_up.desk.view.typing().means == Field("name")
    grown_up.press(Command.MAKE_ACTIVITY)
    new, *others = {path.name for path in folder.glob("*.yaml")} - {path.name for path in ACTIVITIES.glob("*.yaml")}
    made = (folder / new).read_text("utf-8")
    assert not others and f"title: {title}" in made and "helper-hands" in made
    assert f"'{title}' is there now, and not used yet." in read(grown_up)


def test_where_settings_cannot_be_read_her_own_activities_wait_until_she_says_so(folder, at_the_desk, tmp_path):
    for name in ("our-song", "our-other"):
        (folder / f"{name}.yaml").write_text(SONG, "utf-8")
    workbook = folder / "workbook.yaml"
    workbook.write_text(workbook.read_text("utf-8").replace("[my-traveller", "[our-song, my-traveller"), "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_bytes(b'{"off": ["our-')
    grown_up = at_the_desk(activities=folder)

    def offered() -> bool:
        return "our-song" in [activity.name for activity in grown_up.desk.model.offered()]

    assert not offered() and "backpack" in [activity.name for activity in grown_up.desk.model.offered()]
    for press in (Command.NEW_TRAVELLER, ShowTab("activities")):
        grown_up.press(press)
        assert "Your settings could not be read. Activities of your own wait until you say" in read(grown_up)
    grown_up.press(ShowTab("settings"))
    grown_up.press(Choose("sound", True))
    assert [path.read_bytes() for path in home.glob("settings.damaged-*")] == [b'{"off": ["our-']
    grown_up.press(ShowTab("activities"))
    assert not offered() and "Your settings could not be read." in read(grown_up)
    for press in (ChooseActivity("our-song"), Choose("used", True)):
        grown_up.press(press)
    grown_up.press(Command.ALL_ACTIVITIES)
    assert offered() and "Your settings could not be read." in read(grown_up), "the other one waits still"
    for press in (ChooseActivity("our-other"), Choose("used", False)):
        grown_up.press(press)
    grown_up.press(Command.ALL_ACTIVITIES)
    assert "Your settings could not be read." not in read(grown_up)


def test_an_activity_that_is_there_is_never_written_over(folder, at_the_desk):
    before = (folder / "lanterns.yaml").read_bytes()
    grown_up = at_the_desk(activities=folder)
    for means in (ShowTab("activities"), ChooseActivity("backpack"), Command.COPY_ACTIVITY):
        grown_up.press(means)
    for _ in "Backpack 2":
        grown_up.point(*grown_up._bring(Field("name"))) if grown_up.desk.view.typing() is None else None
        grown_up.key(8)
    grown_up.type(Field("name"), "Lanterns")
    grown_up.press(Command.MAKE_ACTIVITY)
    assert "is there already." in read(grown_up) and (folder / "lanterns.yaml").read_bytes() == before
    assert grown_up.desk.model.settings.off == (), "it is in use as before"


def test_a_desk_where_nothing_happens_wakes_four_times_a_second_until_something_does(folder, at_the_desk):
    grown_up = at_the_desk(activities=folder)
    assert grown_up.desk.pause == FRAME
    grown_up.clock.now += QUIET + 1
    assert grown_up.desk.pause == NAP
    done = Event()
    grown_up.desk.background.ask(Task(), done.wait)
    assert grown_up.desk.pause == FRAME
    done.set()
    grown_up.settle()
    assert grown_up.desk.pause == FRAME  # it has just been shown


def test_a_folder_that_changes_is_noticed(folder, at_the_desk):
    grown_up = at_the_desk(activities=folder)
    grown_up.press(ShowTab("activities"))
    (folder / "our-song.yaml").write_text(SONG.replace("kite", "kitee"), "utf-8")
    grown_up.wait(3)
    assert "There is no picture called 'kitee'. Did you mean 'kite'? If not, put a" in read(grown_up)
    assert "Line 7: pictures: [ball, kitee, feather]" in read(grown_up)
    (folder / "our-song.yaml").write_text(SONG, "utf-8")
    grown_up.wait(3)
    assert "kitee" not in read(grown_up) and ChooseActivity("our-song") in grown_up.there
    (folder / "our-song.yaml").unlink()
    grown_up.wait(3)
    assert ChooseActivity("our-song") not in grown_up.there


def test_a_scene_that_comes_or_changes_is_noticed(folder, at_the_desk):
    (folder / "our-song.yaml").write_text(SONG.replace("riverbank", "garden"), "utf-8")
    grown_up = at_the_desk(activities=folder)
    grown_up.press(ShowTab("activities"))
    assert ChooseActivity("our-song") not in grown_up.there
    make_scene(folder)
    grown_up.wait(3)
    assert ChooseActivity("our-song") in grown_up.there
    (folder / "scenes" / "garden.yaml").write_text("places: none\n", "utf-8")
    grown_up.wait(3)
    assert ChooseActivity("our-song") not in grown_up.there


def test_mistakes_are_told_before_a_child_sits_down(folder, at_the_desk):
    (folder / "lanterns.yaml").write_text(SONG.replace("kite", "kitee"), "utf-8")
    grown_up = at_the_desk(activities=folder)
    grown_up.press(Command.NEW_TRAVELLER)
    assert "Some activities have mistakes; they are not on the trail. Look at Activities." in read(grown_up)
    grown_up.press(Command.HAND_OVER)
    assert "lanterns" not in [stop.activity for stop in grown_up.room.session.visit.begun.stops]


def test_the_file_is_handed_to_the_system_s_editor(folder, at_the_desk, monkeypatch):
    opened = []
    monkeypatch.setattr("game.desk.screens.activities.show", opened.append)
    grown_up = at_the_desk(activities=folder)
    for means in (ShowTab("activities"), ChooseActivity("backpack"), Command.EDIT):
        grown_up.press(means)
    assert opened == [folder / "backpack.yaml"]


def test_the_preview_is_a_program_of_its_own_for_this_file(folder, at_the_desk, monkeypatch):
    begun = []
    monkeypatch.setattr("game.desk.model.subprocess.Popen", lambda command, **_: begun.append(command))
    grown_up = at_the_desk(activities=folder)
    for means in (ShowTab("activities"), ChooseActivity("backpack"), Command.PREVIEW):
        grown_up.press(means)
    home = str(grown_up.desk.model.store.folder)
    assert begun[0][2:] == ["preview", str(folder / "backpack.yaml"), "--home", home]
    assert Path(begun[0][1]).name == "main.py"


@pytest.mark.parametrize("name", ["Our Dog.png", "photo.JPG"])
def test_a_picture_that_is_dropped_can_be_used(name, folder, tmp_path, at_the_desk):
    Image.new("RGB", (80, 60), "#c08040").save(tmp_path / name)
    grown_up = at_the_desk(activities=folder)
    grown_up.press(ShowTab("activities"))
    grown_up.drop(tmp_path / name)
    stem = {"Our Dog.png": "our-dog", "photo.JPG": "photo"}[name]
    assert f"In an activity it is called '{stem}'." in read(grown_up)
    assert grown_up.desk.model.library().read(stem) is not None
    grown_up.drop(tmp_path / name)
    assert f"'{stem}-2'" in read(grown_up)


def test_a_file_that_is_no_picture_is_not_taken(folder, tmp_path, at_the_desk):
    (tmp_path / "letter.docx").write_bytes(b"words")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    grown_up = at_the_desk(activities=folder)
    grown_up.press(ShowTab("activities"))
    before = sorted((folder / "pictures").iterdir())
    for name, said in (("letter.docx", "is no picture"), ("broken.png", "broken.png")):
        grown_up.drop(tmp_path / name)
        assert said in read(grown_up)
    assert sorted((folder / "pictures").iterdir()) == before


def test_a_picture_for_the_envelope_is_dropped_on_today(tmp_path, at_the_desk):
    Image.new("RGB", (80, 60), "#c08040").save(tmp_path / "us.png")
    grown_up = at_the_desk()
    grown_up.drop(tmp_path / "us.png")
    assert "Choose who is here first" in read(grown_up)
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.drop(tmp_path / "us.png")
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.envelope
