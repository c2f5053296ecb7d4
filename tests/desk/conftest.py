"""What every test at the desk can ask for."""

import pytest

from game.art import renderer
from game.desk import small_pages
from game.desk.messages import ChooseTraveller, Command, ShowTab
from game.system.paths import ASSETS
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import was_here, what_a_visit_leaves
from tests.support.proofs import ProofRenderer

BLANK = (ASSETS / "install" / "icon-64.png").read_bytes()  # stands for a small page


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
def exported(at_the_desk, tmp_path, monkeypatch):
    """The id of a traveller who has come once, and the ZIP that a grown-up has exported of it."""
    monkeypatch.setattr("game.records.outbox.for_elsewhere", lambda name: tmp_path / name)
    here = at_the_desk()
    id = was_here(here)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.EXPORT):
        here.press(means)
    (export,) = tmp_path.glob("*.zip")
    here.close()
    return id, export
