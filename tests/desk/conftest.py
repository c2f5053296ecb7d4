"""What every test at the desk can ask for."""

import shutil
from pathlib import Path

import pytest

from game.art import renderer
from game.desk import paper_preview, small_pages
from game.desk.messages import ChooseTraveller, Command, ShowTab
from game.system.paths import ASSETS
from tests.paths import PROJECT
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import was_here, what_a_visit_leaves
from tests.support.proofs import ProofRenderer
from tests.support.recorded import RECORDED, SIX

BLANK = (ASSETS / "install" / "icon-64.png").read_bytes()  # stands for a small page
TRAVELLERS = {SIX: "whole-workbook", "1" * 16: "two-visits", "2" * 16: "there-and-back"}
MISTAKEN = "title: Our song\ncover: foxx\nscene: riverbank\nsteps:\n  - choose: song\n    pictures: [kite]\n"


@pytest.fixture(scope="module")
def records(tmp_path_factory) -> Path:
    """A records folder with the recorded visits, and a folder of activities with a mistake in it."""
    folder = tmp_path_factory.mktemp("records")
    for id, recorded in TRAVELLERS.items():
        to = folder / "home" / "travellers" / id
        to.mkdir(parents=True)
        for path in (RECORDED / recorded).glob("*.jsonl"):
            (to / path.name).write_bytes(path.read_bytes().replace(SIX.encode(), id.encode()))
    shutil.copytree(PROJECT / "activities", folder / "activities")
    (folder / "activities/our-song.yaml").write_text(MISTAKEN, "utf-8")
    return folder


@pytest.fixture
def at_the_desk(tmp_path, monkeypatch):
    """Opens a grown-up's house; what is open at the end is closed. Pictures on papers have few pixels there,
    the small pages of their list none.
    """
    monkeypatch.setattr(renderer, "Renderer", ProofRenderer)
    monkeypatch.setattr(small_pages, "first_page", lambda *_: BLANK)
    opened = []
    what_a_visit_leaves()

    def open_(by="mouse", folder=tmp_path / "home", **more):
        opened.append(GrownUp(folder, by, **more))
        return opened[-1]

    yield open_
    for grown_up in opened:
        grown_up.close()


@pytest.fixture
def unprinted(monkeypatch):
    """Each paper is a blank page on the desk: for who looks at what is asked and kept, not at how it is printed."""
    monkeypatch.setattr(paper_preview, "pages_of", lambda *_: [BLANK])


@pytest.fixture
def exported(at_the_desk, tmp_path, monkeypatch):
    """The id of a traveller who has come once, and the ZIP that a grown-up has exported of it."""
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / name)
    here = at_the_desk()
    id = was_here(here)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.EXPORT):
        here.press(means)
    (export,) = tmp_path.glob("*.zip")
    here.close()
    return id, export
