"""A desk with very many travellers lays out a few of them, and finds the others by their pictures."""

import pytest

from game.desk.form import Tile
from game.desk.messages import ChooseTraveller, Command, Field, ShowTab
from game.desk.screens.traveller_list import MOST
from game.records import journal_reader
from tests.support.many import id_of, many

TABS = (ShowTab("today"), ShowTab("travellers"))


@pytest.fixture
def many_there(at_the_desk, tmp_path, monkeypatch):
    """A desk with more travellers than are shown at once; what the records of it have cost is counted."""
    many(tmp_path / "home", MOST + 5, visits=1)
    read = []
    real = journal_reader.look
    monkeypatch.setattr(journal_reader, "look", lambda path, before: (read.append(path), real(path, before))[1])
    return at_the_desk(), read


def tiles(grown_up) -> list[ChooseTraveller]:
    """The travellers that are laid out."""
    return [means for means in grown_up.there if isinstance(means, ChooseTraveller)]


@pytest.mark.parametrize("tab", TABS)
def test_only_some_are_laid_out_and_no_record_is_read_for_it(many_there, tab):
    grown_up, read = many_there
    grown_up.press(tab)
    assert len(tiles(grown_up)) == MOST and not read
    made = [key for key in grown_up.desk.view._elements if isinstance(key.item, Tile)]
    assert len(made) <= MOST + 1
    grown_up.press(Command.MORE_TRAVELLERS)
    assert len(tiles(grown_up)) == MOST + 5 and Command.MORE_TRAVELLERS not in grown_up.there


@pytest.mark.parametrize("tab", TABS)
def test_they_are_found_by_the_name_of_a_picture(many_there, tab):
    grown_up, read = many_there
    grown_up.press(tab)
    grown_up.type(Field("look-for"), "MOON")
    assert len(tiles(grown_up)) == MOST
    grown_up.type(Field("look-for"), "lander")
    assert not tiles(grown_up) and not read


def test_one_record_is_read_where_one_is_opened(many_there):
    grown_up, read = many_there
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ChooseTraveller(id_of(MOST + 4)))
    assert {path.parent.name for path in read} == {id_of(MOST + 4)}
