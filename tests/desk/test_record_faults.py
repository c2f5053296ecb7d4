"""Faults that were found at the desk with records that others change, bring or take away, each with its test."""

import shutil

from game.desk.form import FormEvent
from game.desk.messages import ChooseTraveller, Command, Field, ShowTab
from game.records import export, own_words
from game.records.store import NOT_HERE, Store
from tests.support.desk_visits import was_here


def test_delete_asked_for_a_folder_that_is_gone(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ChooseTraveller(id))
    shutil.rmtree(grown_up.store.travellers_folder / id)
    grown_up.press(Command.DELETE)
    assert NOT_HERE in grown_up.words and ChooseTraveller(id) not in grown_up.there


def test_a_copy_of_a_journal_by_a_sync_program(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    folder = grown_up.store.travellers_folder / id
    shutil.copy(folder / "visit-0001.jsonl", folder / "visit-0001 (conflicted copy).jsonl")
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ShowTab("today"))
    grown_up.press(ChooseTraveller(id))
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room


def test_a_zip_dropped_on_today(at_the_desk, exported, tmp_path):
    id, export = exported
    there = at_the_desk(folder=tmp_path / "there")
    there.drop(export)
    assert ChooseTraveller(id) in there.there


def test_a_records_folder_that_cannot_be_read_is_said_at_the_desk(at_the_desk, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "travellers").write_text("a file")
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    assert any("cannot be read" in said for said in grown_up.words)


def test_brought_words_are_not_written_over_by_the_open_page(at_the_desk, tmp_path):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    folder = grown_up.store.travellers_folder / id
    own_words.keep(folder, own_words.OwnWords(letter="theirs"))
    out = export.pack(grown_up.store, id, tmp_path / "z.zip")
    (folder / "words.json").unlink()
    for means in (ShowTab("travellers"), ChooseTraveller(id)):
        grown_up.press(means)
    grown_up.type(Field("own"), "ours")
    grown_up.drop(out)
    grown_up.type(Field("own"), " more")
    grown_up.wait(2)
    assert own_words.read(folder).letter == "theirs"


def test_what_an_export_leaves_here_is_said_each_time(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / name)
    grown_up = at_the_desk()
    words = grown_up.store.travellers_folder / was_here(grown_up) / own_words.FILE
    words.write_bytes(b"{")
    for means in (ShowTab("travellers"), ChooseTraveller(words.parent.name), Command.EXPORT, Command.EXPORT):
        grown_up.press(means)
        told = grown_up.desk.model.told
        assert means is not Command.EXPORT or (not told.good and "Your own words are not in it. " in told.sentence)


def test_who_was_deleted_after_being_chosen_is_not_handed_over_to(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up, "today")
    for means in (
        ChooseTraveller(id),
        ShowTab("travellers"),
        ChooseTraveller(id),
        Command.DELETE,
        Command.DELETE_FOR_GOOD,
        ShowTab("today"),
    ):
        grown_up.press(means)
    assert "Choose who is here; then you can hand over." in grown_up.words
    assert Command.HAND_OVER not in grown_up.there
    grown_up.desk.say(FormEvent(Command.HAND_OVER))
    grown_up.settle()
    assert grown_up.desk and not Store(grown_up.store.folder).travellers()


def test_whose_record_was_taken_away_meanwhile_is_not_begun_again(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up, "today")
    grown_up.press(ChooseTraveller(id))
    shutil.rmtree(grown_up.store.travellers_folder / id)
    grown_up.press(Command.HAND_OVER)
    assert "This traveller is not here any more. Please choose who is here." in grown_up.words
    assert ChooseTraveller(id) not in grown_up.there and not (grown_up.store.travellers_folder / id).exists()
