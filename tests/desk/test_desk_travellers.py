"""Travellers at the desk: what a grown-up types of a visit, its copy for the notes, and how a record is carried on."""

import json
import zipfile

import pygame
import pytest
from PIL import Image

from game.core.events import DONE, ActivityPage, StepSummary
from game.core.table import CHOSEN, Offered, Outcome
from game.core.take_home import AGREED, PAGE
from game.desk.form import Card, Text, Tile, items
from game.desk.messages import (
    Choose,
    ChooseActivity,
    ChoosePaper,
    ChooseTraveller,
    Command,
    CopyNote,
    Field,
    ShowsWhat,
    ShowTab,
    ShowVisit,
    TakeAwayPicture,
    WhoIs,
)
from game.desk.screens.autosave import SETTLED
from game.desk.screens.personal_pictures import BROUGHT
from game.desk.screens.told_page import told_page
from game.records import own_words, personal_pictures
from game.system.paths import GIVEN
from tests.support.at_the_desk import by_hand
from tests.support.desk_visits import a_visit, was_here
from tests.support.mistakes import GOOD, HEAD
from tests.support.recorded import ID, put
from tests.support.shipped import shipped
from tests.support.story import LIBRARY


@by_hand("keys")
def test_own_words_are_kept_apart_and_are_there_again(by, at_the_desk):
    grown_up = at_the_desk(by)
    id = was_here(grown_up)
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ChooseTraveller(id))
    grown_up.type(Field("own"), "Came in singing.")
    grown_up.press(Command.EVERYBODY)
    grown_up.press(ChooseTraveller(id))
    folder = grown_up.store.travellers_folder / id
    assert grown_up.desk.view.find(Field("own")).item.value == "Came in singing."
    assert b"singing" not in b"".join(path.read_bytes() for path in folder.glob("visit-*"))


def test_who_a_picture_is_can_be_typed_beside_it_and_goes_along_in_the_notes(at_the_desk, monkeypatch):
    copied = []
    monkeypatch.setattr(pygame.scrap, "put_text", copied.append)
    grown_up = at_the_desk()
    folder = put(grown_up.store, ID, "whole-workbook")
    grown_up.desk.model.refresh()
    to_the_visit = (ShowTab("travellers"), ChooseTraveller(ID), ShowVisit(2))
    for means in to_the_visit:
        grown_up.press(means)
    lines = [means for means in grown_up.there if isinstance(means, WhoIs)]
    assert len(lines) > 2 and {line.key.partition("/")[0] for line in lines} == {"near-and-far"}
    grown_up.type(lines[0], "my sister")
    grown_up.type(lines[1], "Mr K")
    grown_up.press(CopyNote("short"))
    assert copied[0].count("(typed: my sister)") == copied[0].count("(typed: Mr K)") == 1
    for means in (Command.EVERYBODY, *to_the_visit):
        grown_up.press(means)
    assert [grown_up.desk.view.find(line).item.value for line in lines[:3]] == ["my sister", "Mr K", ""]
    assert own_words.read(folder).people == {2: {lines[0].key: "my sister", lines[1].key: "Mr K"}}
    assert own_words.read(folder).visits == {1: f"about {ID}"}
    grown_up.press(ShowVisit(1))
    others = [means.key.partition("/")[0] for means in grown_up.there if isinstance(means, WhoIs)]
    assert "near-and-far" not in others


@pytest.mark.parametrize(
    ("home", "agreed", "said"), [(AGREED, False, True), (AGREED, True, False), (PAGE, False, False)]
)
def test_where_it_is_not_agreed_that_it_is_shown_it_stands_beside_the_boxes_where_the_words_are(home, agreed, said):
    laid = Offered("grandfather", "grandfather", "Grandfather")
    told = StepSummary(0, "people", "place", "", (laid,), (Outcome(CHOSEN, (laid,), "near"),), home=home)
    card = told_page(ActivityPage("near", "Near", DONE, (told,)), {}, agreed, LIBRARY, str)
    texts = [one.text for one in items(card) if isinstance(one, Text)]
    assert "Who is who, in your own words" in texts
    assert any("Everything" in one for one in texts) is said


def test_no_column_of_a_visit_goes_on_beside_an_empty_one_and_what_is_short_stands_side_by_side(at_the_desk):
    grown_up = at_the_desk()
    put(grown_up.store, ID, "whole-workbook")
    grown_up.desk.model.refresh()
    for means in (ShowTab("travellers"), ChooseTraveller(ID)):
        grown_up.press(means)
    for visit in [means for means in grown_up.there if isinstance(means, ShowVisit)]:
        grown_up.press(visit)
        ends: dict[int, int] = {}
        for left, top, _, height in (p.box for p in cards_of(grown_up, visit)):
            ends[left] = max(ends.get(left, 0), top + height)
        assert max(ends.values()) - min(ends.values()) < 150, visit
    grown_up.press(ShowVisit(6))
    tiles = [p for p in grown_up.desk.view.placed if isinstance(p.item, Tile) and p.within == ShowVisit(6)]
    (jade, *_), (moon, *_) = ([p.box for p in tiles if p.item.words == stone] for stone in ("Jade stone", "Moon stone"))
    assert jade[1] == moon[1] and jade[0] < moon[0], "what was chosen, and beside it what was put back"


def cards_of(grown_up, visit: ShowVisit) -> list:
    """The card of each activity of this visit, as it is placed."""
    return [p for p in grown_up.desk.view.placed if isinstance(p.item, Card) and p.within == visit]


def test_the_summary_to_print_says_who_a_picture_is(at_the_desk):
    grown_up = at_the_desk()
    folder = put(grown_up.store, ID, "whole-workbook")
    grown_up.desk.model.refresh()
    pages = []
    for people in ({}, {2: {"near-and-far/boy-wheelchair": "my sister", "near-and-far/dog-friend": "my sister"}}):
        own_words.keep(folder, own_words.OwnWords(people=people))
        for means in (ShowTab("travellers"), ChooseTraveller(ID), Command.PAPERS, ChoosePaper("summary")):
            grown_up.press(means)
        pages.append(grown_up.desk.screen.pages)
    assert [before == after for before, after in zip(*pages, strict=True)] == [True, False, True, True, True, True]


def test_typed_words_are_on_disk_when_the_fingers_rest(at_the_desk):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ChooseTraveller(id))
    grown_up.type(Field("own"), "Quiet today.")
    grown_up.wait(2)
    kept = json.loads((grown_up.store.travellers_folder / id / "words.json").read_bytes())
    assert "Quiet today." in str(kept)


@pytest.mark.parametrize("form", ["short", "text", "SOAP", "DAP", "BIRP"])
def test_a_visit_is_copied_for_the_notes_with_the_own_words_apart(form, at_the_desk, monkeypatch):
    copied = []
    monkeypatch.setattr(pygame.scrap, "put_text", copied.append)
    grown_up = at_the_desk()
    id = was_here(grown_up)
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ChooseTraveller(id))
    grown_up.type(Field("own"), "Hummed all the time.")
    grown_up.press(CopyNote(form))
    (text,) = copied
    assert text.rstrip().endswith("Hummed all the time.") and "Visit 1" in text
    called = {"short": "Summary", "text": "Everything"}.get(form, form)
    said = f"The notes of visit 1 ({called}) are on the clipboard. Paste them into your own."
    (told,) = (p for p in grown_up.desk.view.placed if p.told and isinstance(p.item, Text))
    assert told.item.text == said, "where everything is told"


def test_a_traveller_goes_to_another_machine_and_is_the_same_there(at_the_desk, exported, tmp_path):
    id, export = exported
    there = at_the_desk(folder=tmp_path / "there")
    there.press(ShowTab("settings"))
    there.drop(export)
    there.press(ShowTab("travellers"))
    assert ChooseTraveller(id) in there.there


def test_her_own_activities_come_along_and_wait_until_she_says_so(at_the_desk, exported, tmp_path):
    _id, export = exported
    activities = tmp_path / "activities"
    activities.mkdir()
    song = f"{HEAD}{GOOD}".encode()
    with zipfile.ZipFile(export, "a") as parcel:
        parcel.writestr("activities/our-song.yaml", song)
        parcel.writestr("activities/our-game.yaml", song)
    (activities / "our-game.yaml").write_bytes(song + b"# mine\n")
    there = at_the_desk(folder=tmp_path / "there", activities=activities)
    there.press(ShowTab("travellers"))
    there.drop(export)
    said = " ".join(there.words)
    assert "Activities came along, and are not used yet: Our road. Look at Activities." in said
    assert "'our-game' is here already and differs from the one that was to be brought. Yours stays as it is." in said
    assert there.desk.model.settings.off == ("our-song",)
    there.press(ShowTab("activities"))
    assert ChooseActivity("our-song") in there.there


def test_all_that_was_kept_is_there_again_on_another_machine(at_the_desk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.records.outbox.download_path", lambda name: tmp_path / name)
    Image.new("RGB", (40, 40), "#c03060").save(tmp_path / "photo.png")
    here = at_the_desk()
    id = a_visit(here, envelope=tmp_path / "photo.png")
    for means in (ShowTab("travellers"), ChooseTraveller(id)):
        here.press(means)
    here.type(Field("own"), "Hummed all the time.")
    here.press(Command.EXPORT)
    there = at_the_desk(folder=tmp_path / "there")
    there.drop(next(tmp_path.glob("*.zip")))
    ours, theirs = (desk.store.travellers_folder / id for desk in (here, there))
    assert own_words.read(theirs).visits == {1: "Hummed all the time."}
    assert [p.read_bytes() for p in (theirs / GIVEN).iterdir()] == [p.read_bytes() for p in (ours / GIVEN).iterdir()]


def test_a_picture_dropped_on_a_childs_page_is_for_this_child_alone_until_it_is_taken_away(at_the_desk, tmp_path):
    grown_up = at_the_desk()
    id = was_here(grown_up)
    Image.new("RGB", (40, 30), "#c03060").save(tmp_path / "Anna at the sea.png")
    grown_up.press(ShowTab("travellers"))
    grown_up.press(ChooseTraveller(id))
    grown_up.drop(tmp_path / "Anna at the sea.png")
    (name,) = personal_pictures.names(grown_up.store, id)
    assert BROUGHT in grown_up.words
    assert not [path for path in grown_up.store.folder.rglob("*") if "Anna" in path.name]
    grown_up.press(Command.DELETE)
    assert "Pictures for this child alone: 1." in grown_up.words
    grown_up.press(Command.KEEP)
    grown_up.type(ShowsWhat(name), "Bello")
    grown_up.wait(SETTLED + 0.1)
    assert own_words.read(grown_up.store.folder_of(id).path).pictures == {name: "Bello"}
    question = "Take this picture away? What the child made with it stays as it was."
    for other in (Choose("take away", False), ShowVisit(1)):
        grown_up.press(TakeAwayPicture(name))
        assert question in grown_up.words and TakeAwayPicture(name) not in grown_up.there
        grown_up.press(other)
        assert question not in grown_up.words and personal_pictures.names(grown_up.store, id) == (name,)
    grown_up.press(TakeAwayPicture(name))
    grown_up.press(Choose("take away", True))
    assert personal_pictures.names(grown_up.store, id) == () and TakeAwayPicture(name) not in grown_up.there
    grown_up.press(ShowTab("today"))
    assert own_words.read(grown_up.store.folder_of(id).path).pictures == {}


@pytest.mark.parametrize("use", ["envelope", "personal", "neither"])
def test_what_a_picture_is_for_that_is_dropped_on_today_is_asked_where_it_can_be_two_things(use, at_the_desk, tmp_path):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    Image.new("RGB", (40, 30), "#c03060").save(tmp_path / "us.png")
    grown_up.press(ChooseTraveller(id))
    grown_up.drop(tmp_path / "us.png")
    assert "What is us.png for?" in grown_up.words and grown_up.desk.model.wish.envelope is None
    grown_up.press(Choose("picture", use))
    assert (grown_up.desk.model.wish.envelope is not None) == (use == "envelope")
    assert len(personal_pictures.names(grown_up.store, id)) == (use == "personal")
    assert "What is us.png for?" not in grown_up.words


@pytest.mark.parametrize("shows", [False, True])
def test_it_is_said_which_activity_shows_the_pictures_for_one_child(shows, at_the_desk, tmp_path):
    folder = shipped(tmp_path / "activities")
    if shows:
        step = "  - choose: one\n    from: visit.personal-pictures\n    otherwise: [friend, pet]\n"
        written = f"title: Somebody\npurpose: To miss.\ncover: fox\nscene: riverbank\nsteps:\n{step}"
        (folder / "somebody.yaml").write_text(written, "utf-8")
        trail = (folder / "workbook.yaml").read_text("utf-8").replace("activities: [", "activities: [somebody, ", 1)
        (folder / "workbook.yaml").write_text(trail, "utf-8")
    grown_up = at_the_desk(activities=folder)
    grown_up.press(ChooseTraveller(was_here(grown_up)))
    said = (
        "Shown in: Somebody."
        if shows
        else "No activity of yours shows it yet: the README tells how, at 'Pictures for one child alone'."
    )
    assert any(words.endswith(said) for words in grown_up.words)
    assert not any("visit.personal" in words for words in grown_up.words)
