"""Visits: recorded ones replayed to the ends that were written down beside them, and what leaving and coming back keep.

The recordings in `visits/` are never renewed: they are what children's records on other people's disks look like. A
change of ours that reads one differently is a mistake of ours. How a screen looks may change.
"""

import json

import msgspec
import pytest

from game.core import events
from game.core.gesture import tap
from game.core.ids import SpotId, to_builtins
from game.core.picture import HELD, Stamp
from game.core.table import CHOSEN
from game.mechanics import mechanic
from game.play import screens
from game.play.record import Record
from game.play.replay import after, replay
from game.play.state import Visit
from game.play.visit_pages import activity_pages
from game.records.journal_reader import read
from tests.paths import TESTS
from tests.support.story import LIBRARY, NEXT_DAY, SHELF, STEPS, Story

RECORDED = TESTS / "visits"
journals = pytest.mark.parametrize("path", sorted(RECORDED.rglob("*.jsonl")), ids=lambda p: f"{p.parent.name}-{p.stem}")
each_step = pytest.mark.parametrize(("activity", "number"), STEPS)


def described(visit: Visit) -> dict:
    """Where a visit has ended and what it tells, in plain data: no screens, which may look otherwise one day."""
    return {
        "place": visit.place,
        "resting": visit.resting,
        "activity": visit.activity,
        "step": visit.step,
        "how": visit.how,
        "left": visit.left,
        "broken": [failure.activity for failure in visit.failures],
        "states": {f"{name} {number}": to_builtins(laid.state) for (name, number), laid in visit.laid.items()},
        "papers": [
            {"activity": page.activity, "how": page.how, "steps": [_told(told) for told in page.steps]}
            for page in activity_pages(visit)
        ],
    }


def _told(told: events.StepSummary) -> dict:
    rows = [[row.how, row.spot, row.label, [f"{o.id}: {o.label}" for o in row.pictures]] for row in told.rows]
    return {"number": told.number, "result": told.result, "rows": rows, "offered": [o.id for o in told.offered]}


def in_plain_json(visit: Visit) -> dict:
    return json.loads(json.dumps(described(visit)))


# Recorded visits


@journals
def test_a_recorded_visit_ends_as_it_was_written_down(path):
    assert in_plain_json(replay(read(path))) == json.loads(path.with_suffix(".json").read_text("utf-8"))


@journals
def test_what_a_recorded_visit_tells_can_be_worked_out_anew(path):
    """What the mechanics tell of its states today are the same pictures; words and drawings may be better ones, such as
    "looked in" for what was called "stopped"."""
    visit = replay(read(path))
    worked_out = activity_pages(msgspec.structs.replace(visit, pages=None))
    assert [_pictures(page) for page in worked_out] == [_pictures(page) for page in activity_pages(visit)]


def _pictures(page: events.ActivityPage) -> list:
    rows = [(told.number, row) for told in page.steps for row in told.as_it_lies.rows]
    how = events.STOPPED if page.how == events.LOOKED_IN else page.how
    return [page.activity, how, *((n, row.how, row.spot, [o.id for o in row.pictures]) for n, row in rows)]


@journals
def test_every_moment_of_a_recorded_visit_can_be_seen(path):
    visit = None
    for event in read(path):
        visit = after(visit, event)
        picture = screens.screen(visit, Record((visit,)), (), LIBRARY)
        assert {screens.REST, screens.ONWARD} <= {getattr(thing, "means", "") for thing in picture.things}
    assert visit.failures == ()


def test_there_are_recorded_visits_of_every_mechanic():
    laid = [laid for path in RECORDED.rglob("*.jsonl") for laid in replay(read(path)).laid.values()]
    assert {found.table.mechanic for found in laid} == {
        "breathe",
        "choose",
        "decorate",
        "draw",
        "light",
        "place",
        "reveal",
        "rub",
        "smooth",
        "use",
        "walk",
        "watch",
    }


def test_there_are_recorded_visits_of_places_between_others_in_the_heart_and_of_every_way_to_say_goodbye():
    told = [
        told for path in RECORDED.rglob("*.jsonl") for page in activity_pages(replay(read(path))) for told in page.steps
    ]
    laid = {(one.result, row.spot) for one in told for row in one.rows if row.how == CHOSEN}
    assert {("people", "near+far"), ("people", "heart"), ("how-near", "a-step"), ("pages", "sleeve")} <= laid
    assert {"my-leaf", "leaf", "visit.envelope", "certificate", "afterwards"} <= {
        one.result for one in told if one.rows
    }


def test_what_an_ended_visit_has_told_stays_as_it_was(monkeypatch):
    """A later change of a mechanic never rewrites what a child said."""
    path = RECORDED / "there-and-back" / "visit-0001.jsonl"
    before = activity_pages(replay(read(path)))
    for name in ("choose", "place"):
        monkeypatch.setattr(mechanic(name), "told", lambda table, state: ())
    assert activity_pages(replay(read(path))) == before
    assert any(row.how == CHOSEN for page in before for told in page.steps for row in told.rows)


# Leaving and coming back


@each_step
def test_after_a_power_cut_everything_is_where_it_was(activity, number):
    with Story().at(activity, number) as story:
        story.choose(2)
        before = story.visit, story.picture
        story.reopen()
        assert (story.visit, _without_what_hung_in_the_air(story.picture)) == (
            before[0],
            _without_what_hung_in_the_air(before[1]),
        )


def _without_what_hung_in_the_air(picture):
    return [thing for thing in picture.things if not (isinstance(thing, Stamp) and thing.lift == HELD)]


@each_step
def test_a_step_opens_as_it_was_left(activity, number):
    """On this visit and on the next one, unless the activity begins each visit anew."""
    with Story().at(activity, number) as story:
        story.choose(2)
        state, rows = story.here.state, story.rows
        story.go(events.TRAIL)
        story.go(activity)
        assert (story.visit.step, story.here.state) == (number, state)
        story.begin(NEXT_DAY)
        story.go(activity)
        if SHELF.activities[activity].anew:
            assert story.here.state == story.mechanic.State()
        else:
            assert (story.visit.step, story.here.state) == (number, state)
            assert [row.how for row in story.rows] == [row.how for row in rows]


@each_step
def test_resting_changes_nothing_and_one_touch_anywhere_wakes(activity, number):
    with Story().at(activity, number) as story:
        story.choose(1)
        before = story.visit, _without_what_hung_in_the_air(story.picture)
        story.tap(screens.REST)
        assert story.visit.resting
        story.perform(tap(20, 20))
        assert (story.visit, _without_what_hung_in_the_air(story.picture)) == before


def test_a_visit_that_was_broken_off_in_an_activity_opens_there_the_next_time():
    with Story().at("pick-a-worry-stone", 1) as story:
        story.begin(NEXT_DAY)
        first = story.session.record.visits[0]
        assert (first.place, first.how["pick-a-worry-stone"]) == (events.CLOSED, events.STOPPED)
        story.go("pick-a-worry-stone")
        assert story.visit.step == 1


def test_done_stays_done_when_it_is_only_looked_at_again():
    with Story().at("my-traveller", 0) as story:
        story.choose(1)
        story.tap(screens.ONWARD)
        story.tap(screens.ONWARD)
        assert story.visit.how["my-traveller"] == events.DONE
        story.go("my-traveller")
        story.go(events.TRAIL)
        assert story.visit.how["my-traveller"] == events.DONE


def test_the_end_can_be_left_again_and_is_written_down_anew():
    with Story() as story:
        story.go(events.GATE)
        story.tap(screens.ONWARD)
        assert story.visit.place == events.CLOSED and story.visit.pages is not None
        story.tap(screens.TRAIL)
        assert story.visit.place == events.TRAIL
        story.go("coming-here")
        story.choose(1)
        story.go(events.GATE)
        story.tap(screens.ONWARD)
        assert [page.activity for page in activity_pages(story.visit)] == ["my-traveller", "coming-here"]
        assert replay(story.events()) == story.visit


# What breaks inside an activity


@pytest.mark.parametrize("name", ["touch", "after", "view", "told"])
def test_an_activity_that_breaks_leads_back_to_the_trail_and_loses_nothing(name, monkeypatch):
    def broken(*args):
        raise ZeroDivisionError("a mistake of ours")

    with Story().at("when-we-are-done", 0) as story:
        story.choose(2)
        kept, option = story.here.state, story.options()[-1]
        with monkeypatch.context() as patch:
            patch.setattr(mechanic("place"), name, broken)
            laying = (option.means, SpotId("keep")) if name != "told" else ()  # for telling, nobody asks before onward
            for means in (*laying, screens.ONWARD):
                if story.visit.place == events.STEP:
                    story.tap(means)
            assert story.visit.place == events.TRAIL
            story.session.end()
            assert story.visit.place == events.CLOSED
        if name != "told":
            assert story.visit.failures[0].activity == "when-we-are-done"
            assert "a mistake of ours" in story.session.troubles()[0]
        story.reopen()
        assert story.visit.laid["when-we-are-done", 0].state == kept
