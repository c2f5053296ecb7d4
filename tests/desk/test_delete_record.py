"""A record is deleted at the desk: what is asked before, what goes, and what stays."""

import gc

from game.core.events import Begun
from game.desk.messages import ChooseTraveller, Command, Field, ShowTab
from game.records import exported, own_words
from game.system.errors import Trouble
from tests.support.at_the_desk import DAY
from tests.support.desk_visits import a_visit, wake, was_here


def test_a_deleted_record_is_not_in_the_memory_either(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.PAPERS, ShowTab("travellers")):
        grown_up.press(means)
    for means in (ChooseTraveller(id), Command.DELETE):
        grown_up.press(means)
    assert in_memory(id)
    grown_up.press(Command.DELETE_FOR_GOOD)
    gc.collect()
    assert not in_memory(id)


def in_memory(id: str) -> list[Begun]:
    return [one for one in gc.get_objects() if type(one) is Begun and one.traveller == id]


def test_a_traveller_is_deleted_after_one_question(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.DELETE):
        grown_up.press(means)
    assert any("1 visit" in said for said in grown_up.words) and DAY in " ".join(grown_up.words)
    grown_up.press(Command.KEEP)
    assert (grown_up.store.travellers_folder / id).is_dir()
    grown_up.press(Command.DELETE)
    grown_up.press(Command.DELETE_FOR_GOOD)
    assert not [path for path in grown_up.store.folder.rglob("*") if id in str(path)]
    assert ChooseTraveller(id) not in grown_up.there


def test_what_deleting_does_not_reach_is_said_before_it(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    own_words.keep(grown_up.store.travellers_folder / id, own_words.OwnWords(private=("To take to supervision.",)))
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.DELETE):
        grown_up.press(means)
    said = " ".join(grown_up.words)
    assert "What was printed, exported or saved elsewhere stays" in said
    assert "but not your page for yourself alone" in said
    assert "What goes: 1 visit, of 2026-11-20," in said
    assert "Papers: the copies kept with the record go (Summary), the files that you saved elsewhere stay." in said


def test_before_it_is_deleted_it_is_said_whether_and_when_it_was_exported(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / name)
    grown_up = at_the_desk()
    id = was_here(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.DELETE):
        grown_up.press(means)
    assert "It cannot be brought back. It was not exported on this computer yet." in grown_up.words
    grown_up.press(Command.EXPORT)
    assert "It cannot be brought back. It was exported today, and is the same since." in grown_up.words
    grown_up.press(Command.KEEP)
    grown_up.shell._today = lambda: "2026-11-27"
    grown_up.press(Command.DELETE)
    assert "It cannot be brought back. It was exported on 2026-11-20, and is the same since." in grown_up.words
    grown_up.press(Command.KEEP)
    grown_up.type(Field("own"), "Hummed all the time.")
    grown_up.press(Command.DELETE)
    assert "It cannot be brought back. It has changed since it was exported on 2026-11-20." in grown_up.words


def test_an_export_that_could_not_be_saved_is_not_said_to_be_one(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / "nowhere" / name)
    grown_up = at_the_desk()
    id = was_here(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.DELETE, Command.EXPORT):
        grown_up.press(means)
    assert "It cannot be brought back. It was not exported on this computer yet." in grown_up.words


def test_words_that_could_not_be_kept_are_in_no_export_and_neither_it_nor_the_question_says_so(
    at_the_desk, tmp_path, monkeypatch
):
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / name)
    grown_up = at_the_desk()
    id = was_here(grown_up)
    for means in (ShowTab("travellers"), ChooseTraveller(id)):
        grown_up.press(means)
    monkeypatch.setattr(own_words, "keep", _full)
    grown_up.type(Field("own"), "Hummed all the time.")
    grown_up.press(Command.EXPORT)
    assert "Your own words are not in it. The disk is full." in grown_up.desk.model.told.sentence
    grown_up.press(Command.DELETE)
    assert "It cannot be brought back. It was not exported on this computer yet." in grown_up.words
    exported.remember(grown_up.store, id, DAY)
    for means in (Command.KEEP, Command.DELETE):
        grown_up.press(means)
    assert f"It cannot be brought back. It has changed since it was exported on {DAY}." in grown_up.words


def _full(*_: object) -> None:
    raise Trouble("The disk is full.")


def test_two_visits_of_one_day_have_one_date(at_the_desk):
    grown_up = at_the_desk()
    a_visit(grown_up)
    for means in (Command.ANOTHER_VISIT, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    grown_up.hold_corners()
    who = grown_up.desk.model.visit.id
    for means in (Command.END_VISIT, ShowTab("travellers"), ChooseTraveller(who), Command.DELETE):
        grown_up.press(means)
    assert "What goes: 2 visits, of 2026-11-20, with all choices and drawings." in grown_up.words
