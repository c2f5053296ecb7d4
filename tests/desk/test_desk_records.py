"""Records at the desk that are damaged, or that are brought from the downloads."""

from game.desk.form import FormEvent
from game.desk.messages import (
    BringRecord,
    ChooseTraveller,
    Command,
    ShowTab,
)
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import busy, wake, was_here


def read(grown_up: GrownUp) -> str:
    """All that stands on the desk."""
    return " ".join(grown_up.words)


def test_a_damaged_record_is_told_at_the_desk(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    (journal,) = (grown_up.store.travellers_folder / id).glob("visit-*.jsonl")
    text = journal.read_bytes()
    journal.write_bytes(text + b"{damaged}\n" + text)
    for means in (ShowTab("travellers"), ShowTab("today")):
        grown_up.press(means)
    grown_up.desk.model.refresh()
    grown_up.press(ChooseTraveller(id))
    assert "is damaged from line" in read(grown_up)


def test_a_traveller_is_brought_from_the_downloads_by_a_touch(at_the_desk, tmp_path, monkeypatch):
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    monkeypatch.setattr("game.records.outbox._downloads", lambda: downloads)
    here = at_the_desk("finger")
    id = was_here(here)
    for means in (ShowTab("travellers"), ChooseTraveller(id), Command.EXPORT):
        here.press(means)
    (downloads / "holiday.zip").write_bytes(b"no record")
    here.press(Command.EVERYBODY)
    assert not [means for means in here.there if isinstance(means, BringRecord)], "it has just been exported here"
    here.close()
    there = at_the_desk("finger", folder=tmp_path / "there")
    there.press(ShowTab("travellers"))
    (bring,) = (means for means in there.there if isinstance(means, BringRecord))
    there.press(bring)
    assert ChooseTraveller(id) in there.there and bring not in there.there


def test_what_cannot_be_read_among_the_downloads_hides_nothing(at_the_desk, exported, tmp_path, monkeypatch):
    _id, export = exported
    monkeypatch.setattr("game.records.outbox._downloads", lambda: export.parent)
    (export.parent / "bear-moon-2026-01-12.zip").symlink_to(tmp_path / "nowhere")
    named = export.rename(export.with_name("my own dog-kite-2026-01-12.zip"))
    grown_up = at_the_desk(folder=tmp_path / "there")
    grown_up.press(ShowTab("travellers"))
    assert [means for means in grown_up.there if isinstance(means, BringRecord)] == [BringRecord(named)]


def test_the_list_does_not_wait_for_the_downloads_and_nothing_moves_when_a_record_is_found(
    at_the_desk, exported, tmp_path, monkeypatch
):
    _id, export = exported
    monkeypatch.setattr("game.records.outbox._downloads", lambda: export.parent)
    grown_up = at_the_desk(folder=tmp_path / "there")
    for means in (Command.NEW_TRAVELLER, Command.HAND_OVER):  # who never comes: left empty, and shown apart
        grown_up.press(means)
    wake(grown_up)
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    hold = busy(grown_up)
    grown_up.desk.say(FormEvent(ShowTab("travellers")))
    grown_up.turn()
    before = {p.item.means: p.box for p in grown_up.desk.view.reachable()}
    assert len([means for means in before if isinstance(means, ChooseTraveller)]) == 1, "it is there before the answer"
    assert not [means for means in before if isinstance(means, BringRecord)]
    hold.set()
    grown_up.settle()
    after = {p.item.means: p.box for p in grown_up.desk.view.reachable()}
    assert {*after} - {*before} == {BringRecord(export)} and {means: after[means] for means in before} == before
