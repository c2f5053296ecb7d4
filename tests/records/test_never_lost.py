"""A record is never lost, whoever is at fault: our own code, another program, or a disk."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import events
from game.mechanics import mechanic, names
from game.paper import everything
from game.play import ended, screens
from game.play.replay import replay
from game.play.visit_pages import activity_pages
from game.records.journal_reader import look
from game.records.open_visit import OpenVisit, open_visit
from game.records.store import Store
from tests.paths import TESTS
from tests.support.recorded import ID, put
from tests.support.story import NEXT_DAY, Story

RECORDED = sorted((TESTS / "visits").rglob("*.jsonl"))
MECHANICS = names()


def journals(folder: Path) -> dict[str, bytes]:
    """Every journal in this folder and below, by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.jsonl"))}


def broken(*args):
    raise ZeroDivisionError("a mistake of ours")


def next_visit(store: Store, id: str, day: str = NEXT_DAY) -> OpenVisit:
    return open_visit(store, id, day, "middle", "a seed")


# Our own code


def test_a_second_visit_leaves_an_ended_first_one_as_it_was_though_our_code_cannot_replay_it(monkeypatch):
    with Story() as story:
        story.at("when-we-are-done", 0).choose(3)
        story.session.end()
        path, told = story.session.journal.path, activity_pages(story.visit)
        before = path.read_bytes()
        monkeypatch.setattr(mechanic("place"), "after", broken)
        visit = next_visit(story.store, story.id)
        visit.session.open("my-traveller")
        assert path.read_bytes() == before
        (first,) = story.store.traveller(story.id).record.visits[:1]
        assert activity_pages(first) == told and first.place == events.CLOSED
        assert any("Something broke in the program" in said and str(path) in said for said in visit.troubles())


@pytest.mark.parametrize("name", ["after", "told", "view", "State"])
@pytest.mark.parametrize("which", MECHANICS)
def test_whatever_of_a_mechanic_breaks_every_byte_on_disk_stays(which, name, tmp_path, monkeypatch):
    """Ended visits as they are; one that was not ended gets its end behind what it has, or nothing."""
    store = Store(tmp_path / "home")
    folder = put(store, ID, "whole-workbook")
    last = folder / "visit-0006.jsonl"
    last.write_bytes(b"".join(last.read_bytes().splitlines(keepends=True)[:-1]))
    before, text = journals(folder), everything.text(store.traveller(ID))
    monkeypatch.setattr(mechanic(which), name, broken)
    visit = next_visit(store, ID)
    after = journals(folder)
    assert before.items() - {(last.name, before[last.name])} <= after.items()
    assert after[last.name].startswith(before[last.name])
    if after[last.name] != before[last.name]:
        monkeypatch.undo()
        assert everything.text(Store(store.folder).traveller(ID)).startswith(text), (
            "an end is only written by whoever can tell all"
        )
    else:
        assert any("Something broke" in said for said in visit.troubles())


@pytest.mark.parametrize("what", ["told", "view"])
@pytest.mark.parametrize("by_the_child", [False, True], ids=("a grown-up ends it", "the child goes home"))
def test_no_end_is_written_of_a_visit_that_our_code_cannot_tell_just_then(by_the_child, what, monkeypatch):
    """It is over for now; what broke is told, and the next visit writes the end with all that was chosen."""
    with Story() as story:
        story.at("when-we-are-done", 0).choose(3)
        rows = activity_pages(story.visit)[0].steps[0].rows
        story.go(events.GATE)
        with monkeypatch.context() as patch:
            patch.setattr(mechanic("place"), what, broken)
            story.tap(screens.ONWARD) if by_the_child else story.session.end()
        assert story.visit.place == events.CLOSED and not look(story.session.journal.path).ended
        assert [
            said for said in story.session.troubles() if "a mistake of ours" in said and "'when-we-are-done'" in said
        ]
        story.begin(NEXT_DAY)
        (first,) = story.session.record.visits[:1]
        assert first.place == events.CLOSED and activity_pages(first)[0].steps[0].rows == rows
        assert look(story.store.journals(story.id)[1]).ended


@given(which=st.sampled_from(MECHANICS), name=st.sampled_from(["after", "told", "view"]), at=st.integers(0, 60))
def test_a_mechanic_that_breaks_at_any_line_changes_no_byte_and_no_told_word(tmp_path_factory, which, name, at):
    store = Store(tmp_path_factory.mktemp("broken") / "home")
    folder = put(store, ID, "there-and-back")
    before, text = journals(folder), everything.text(store.traveller(ID))
    own, calls = mechanic(which), iter(range(100_000))
    real = getattr(own, name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(own, name, lambda *args: broken() if next(calls) >= at else real(*args))
        assert everything.text(store.traveller(ID)) == text
        next_visit(store, ID, "2030-01-01")
    assert journals(folder) == before


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_visit_told_at_its_end_is_the_visit_that_was_played(path):
    kept = look(path)
    assert kept.ended and kept.visit == replay(list(kept.events))


@pytest.mark.parametrize("path", RECORDED[:3], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_ended_visits_are_told_without_asking_a_mechanic(path, monkeypatch):
    pages = look(path).visit.pages
    for name in MECHANICS:
        for what in ("after", "told", "view", "State"):
            monkeypatch.setattr(mechanic(name), what, broken)
    laid: list = []
    monkeypatch.setattr(ended, "set_up", laid.append)
    visit = look(path).visit
    assert not laid, "no step is worked out before somebody asks for it"
    assert activity_pages(visit) == pages and visit.place == events.CLOSED and visit.begun.traveller


def test_an_ended_visit_that_was_damaged_since_is_shown_as_it_was_told(tmp_path):
    store = Store(tmp_path / "home")
    path = put(store, ID) / "visit-0002.jsonl"
    text, lines = everything.text(store.traveller(ID)), path.read_bytes().splitlines(keepends=True)
    path.write_bytes(damaged := b"".join([*lines[:5], b"\xff\xfe\n", *lines[6:]]))
    told = everything.text(store.traveller(ID))  # in the order of its trail: nobody knows what was opened first
    assert sorted(told.splitlines()) == sorted(text.splitlines())
    assert store.troubles == [
        f"{path} is damaged from line 6 on. The visit is shown as it was told at its end.",
    ]
    day = store.traveller(ID).record.visits[-1].begun.day
    assert next_visit(store, ID, day).session.visit.begun.number == 3, "it cannot be gone on with"
    assert path.read_bytes() == damaged


def test_an_ended_visit_with_a_torn_line_is_gone_on_with_in_a_copy():
    with Story() as story:
        story.at("my-traveller", 1).choose(1)
        story.session.end()
        path = story.session.journal.path
        path.write_bytes(torn := path.read_bytes() + b'{"type":"we')
        story.reopen()
        story.tap(screens.TRAIL)
        assert path.read_bytes() == torn and story.session.journal.path.name == "visit-0001-2.jsonl"
        assert replay(story.events()) == story.visit


# What follows an end and does not take the visit up again


def prepared_anew(story: Story) -> None:
    """The visit is opened once more on its own day, with another plan; the child touches nothing."""
    visit = story.visit.begun
    story.reopen()
    story.session.prepare(events.Prepared(visit.stops, events.Plan(planned=9), "boat", "big"))


def rested(story: Story) -> None:
    """The child lies down at the end, and wakes."""
    story.tap(screens.REST)
    story.tap(screens.REST)


def lies_down(story: Story) -> None:
    """The child lies down at the end, and is taken away from there."""
    story.tap(screens.REST)


AFTER_THE_END = {
    "another preparation": (prepared_anew,),
    "rest": (rested,),
    "asleep": (lies_down,),
    "asleep after a rest": (rested, lies_down),
    "both": (rested, prepared_anew, rested),
}


@pytest.mark.parametrize("after", AFTER_THE_END.values(), ids=AFTER_THE_END)
@pytest.mark.parametrize("damaged", [False, True], ids=("whole", "damaged"))
def test_an_ended_visit_is_told_until_the_child_comes_back_from_its_end(after, damaged, monkeypatch):
    with Story() as story:
        story.at("when-we-are-done", 0).choose(3)
        story.session.end()
        path, pages, many = story.session.journal.path, activity_pages(story.visit), len(story.events())
        for does in after:
            does(story)
        assert len(story.events()) > many, "the journal goes on behind the end"
        begun, resting, lines = story.visit.begun, story.visit.resting, path.read_bytes().splitlines(keepends=True)
        if damaged:
            path.write_bytes(b"".join([*lines[:5], b"\xff\xfe\n", *lines[6:]]))
        for what in ("after", "told", "view", "State"):
            monkeypatch.setattr(mechanic("place"), what, broken)
        kept = look(path)
        assert (activity_pages(kept.visit), kept.visit.place, kept.visit.begun) == (pages, events.CLOSED, begun)
        assert kept.visit.resting == resting and bool(kept.trouble) == damaged


def test_an_ended_visit_that_was_prepared_anew_is_taken_up_as_every_other():
    with Story() as story:
        story.at("when-we-are-done", 0).choose(3)
        story.session.end()
        prepared_anew(story)
        story.reopen()
        assert story.visit.begun.plan == events.Plan(planned=9)
        story.tap(screens.TRAIL)
        assert not look(story.session.journal.path).ended and story.visit.place == events.TRAIL
        story.go("coming-here")
        story.choose(1)
        story.session.end()
        assert look(story.session.journal.path).visit == replay(story.events()) == story.visit
        assert [page.activity for page in activity_pages(story.visit)] == [
            "my-traveller",
            "coming-here",
            "when-we-are-done",
        ]
