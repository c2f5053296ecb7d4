"""Whatever is done at the desk and in the room: all that lies in the records folder is its owner's only."""

import os
import shutil

import pytest
from PIL import Image

from game.desk.messages import ChoosePaper, ChooseTraveller, Command, Field, ShowTab
from game.records import pin
from game.system import printing
from game.system.paths import ACTIVITIES
from tests.support.desk_visits import a_visit


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a person's own folder from others by itself")
def test_all_that_a_visit_its_papers_and_the_desk_leave_is_its_owners_only(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / name)
    monkeypatch.setattr(printing, "printers", lambda: ())
    activities = shutil.copytree(ACTIVITIES, tmp_path / "activities")
    for path in (activities / "pictures" / "our-dog.png", tmp_path / "photo.png"):
        path.parent.mkdir(exist_ok=True)
        Image.new("RGB", (40, 40), "#c03060").save(path)
    before = os.umask(0)  # so that whoever says no mode is found
    try:
        home = tmp_path / "deep" / "home"
        grown_up = at_the_desk(folder=home, activities=activities)
        id = a_visit(grown_up, envelope=tmp_path / "photo.png")
        for means in (ShowTab("travellers"), ChooseTraveller(id), Command.EXPORT):
            grown_up.press(means)
        grown_up.type(Field("own"), "Quiet today.")
        for means in (Command.PAPERS, ChoosePaper("summary"), Command.PRINT):
            grown_up.press(means)
        grown_up.press(ChoosePaper("letter"))
        grown_up.type(Field("name"), "Leopoldine")
        grown_up.press(Command.PRINT)
        for means in (ShowTab("activities"), ShowTab("settings")):
            grown_up.press(means)
        pin.set_pin(home, "4711")
        there = {str(path.relative_to(tmp_path)): path for path in (home, *home.rglob("*"))}
    finally:
        os.umask(before)
    names = {path.name for path in there.values()}
    assert {"visit-0001.jsonl", "words.json", "summary.txt", "overview.json", "given", "papers", "lock"} <= names
    assert {path.suffix for path in there.values()} >= {".pdf", ".png"} and any(
        "for one print" in name for name in names
    )
    open_to_others = {
        name: oct(path.stat().st_mode & 0o777)
        for name, path in there.items()
        if path.stat().st_mode & 0o777 != (0o700 if path.is_dir() else 0o600)
    }
    assert not open_to_others and (tmp_path / "deep").stat().st_mode & 0o777 == 0o700
