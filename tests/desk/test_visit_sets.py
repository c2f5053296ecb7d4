"""The activities of a visit in one press: chapters, the sets that a therapist has written, and the usual chapter."""

import shutil

import pytest

from game.art.library import Library
from game.authoring.workbook_reader import read_workbook
from game.core.activity import Activity, ActivitySet, Chapter, Workbook
from game.core.events import Begun, Opened, Plan, Stop
from game.desk.form import Button
from game.desk.messages import Choose, ChooseActivity, ChooseTraveller, Command, OpenSensitive, ShowSection, ShowTab
from game.desk.visit_sets import before_the_next, chapters, instead, is_chosen, own_sets, usual_set, with_set
from game.desk.wish import Wish
from game.play.record import Record
from game.play.replay import replay
from game.system.paths import ACTIVITIES
from tests.support.at_the_desk import by_hand
from tests.support.desk_visits import comes_again, wake
from tests.support.recorded import ID, put

LOADED = read_workbook(ACTIVITIES, Library())
SHIPPED = tuple(LOADED.activities.values())
LOCKED = {activity.name for activity in SHIPPED if activity.locked}
FIRST_CHAPTER = LOADED.workbook.chapters[0].activities


def stops(grown_up) -> set[str]:
    """The activities on the trail of the child that is in the room, but for the traveller's own."""
    return {stop.activity for stop in grown_up.room.session.visit.begun.stops} - {"my-traveller"}


def record(*visits: tuple[str, ...]) -> Record:
    """Visits on which these were opened."""
    trail = tuple(Stop(name, name, "kite") for name in LOADED.workbook.order())
    begun = [
        Begun("a", number, f"2026-01-{number:02}", "middle", trail, "seed") for number in range(1, len(visits) + 1)
    ]
    opened = [[Opened(name, "", "", "") for name in names] for names in visits]
    return Record(tuple(replay((one, *more)) for one, more in zip(begun, opened, strict=True)))


BOTH = chapters(LOADED.workbook, SHIPPED), own_sets(LOADED.workbook, SHIPPED)


def test_who_chooses_one_by_one_reads_what_each_is_for_and_sees_the_child_s_own_things(at_the_desk):
    grown_up = at_the_desk()
    put(grown_up.store, ID, "whole-workbook")
    grown_up.desk.model.refresh()
    grown_up.press(ShowTab("today"))
    for who, own in ((ID, True), ("", False)):
        grown_up.press(ChooseTraveller(who) if who else Command.NEW_TRAVELLER)
        grown_up.press(Choose("list", "own"))
        there = {p.item.means: p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button)}
        chips = {a.name: there[ChooseActivity(a.name)] for a in SHIPPED if not a.locked}
        stone = chips.pop("pick-a-worry-stone")
        assert {name: chip.note for name, chip in chips.items()} == {
            name: LOADED.activities[name].purpose for name in chips
        }
        assert ("What stands there is the child's own." in stone.note) == own == (stone.page != "jade-stone")
        grown_up.press(Choose("list", "sets"))


def every() -> tuple[ActivitySet, ...]:
    return tuple(each for found in BOTH for each in found)


@pytest.mark.parametrize("each", every(), ids=lambda each: each.title)
@pytest.mark.parametrize("before", every(), ids=lambda each: each.title)
def test_a_set_is_what_the_visit_has_whatever_was_chosen_before_it(each, before):
    wish = with_set(Wish(""), before, (), (), LOCKED)
    there = with_set(wish, each, (before,), (), LOCKED)
    assert is_chosen(each, there, LOCKED)
    last = each.last or before.last  # only who says so takes that back
    assert there == with_set(Wish("", plan=Plan(last=last)), each, (), (), LOCKED)
    assert set(there.opened) == LOCKED & {*each.activities} and there.plan.last == last


def test_a_set_with_one_of_several_has_the_first_that_the_child_has_not_opened():
    each = ActivitySet("Short", ("lanterns",), ("backpack", "try-a-tool"))
    assert with_set(Wish(""), each, (), {"backpack"}, LOCKED).only == ("lanterns", "try-a-tool")
    again = with_set(Wish(""), each, (), {"backpack", "try-a-tool"}, LOCKED)
    assert again.only == ("lanterns", "backpack")
    other = instead(again, each, "try-a-tool")
    assert other.only == ("lanterns", "try-a-tool") and is_chosen(each, other, LOCKED)


def test_what_a_grown_up_has_said_by_hand_stays_when_a_set_is_chosen():
    said = Wish("", plan=Plan(5, last=True), opened=("near-and-far",))
    there = with_set(said, ActivitySet("Short", ("lanterns",)), (), (), LOCKED)
    assert there.plan == said.plan and there.opened == ("near-and-far",)


@pytest.mark.parametrize(
    ("visits", "plan", "title"),
    [
        ((), Plan(), "First visit"),
        ((("my-traveller", "coming-here"),), Plan(), "First visit"),
        ((FIRST_CHAPTER,), Plan(), "Along the way"),
        ((("my-traveller",), ("inside-weather",)), Plan(9), "Along the way"),
        ((("my-traveller",), ("goodbye-jars",)), Plan(9), "Counting down"),
        ((("my-traveller",),), Plan(2), "Last visits"),
    ],
)
def test_the_chapter_of_a_visit_is_where_the_child_has_come_to(visits, plan, title):
    found = chapters(LOADED.workbook, SHIPPED)
    assert usual_set(found, record(*visits), plan, len(visits) + 1).title == title


def test_where_nothing_of_a_set_is_offered_it_is_not_there():
    activity: Activity = LOADED.activities["lanterns"]
    workbook = Workbook(
        "", (Chapter("One", ("lanterns",)), Chapter("Two", ("backpack",))), (ActivitySet("S", ("our-road",)),)
    )
    assert [each.title for each in chapters(workbook, (activity,))] == ["One"]
    assert own_sets(workbook, (activity,)) == ()
    assert usual_set((), Record(()), Plan(), 1) is None


@by_hand("finger")
def test_the_chapter_is_handed_over_where_nothing_else_is_said_and_a_set_in_one_press(by, at_the_desk):
    grown_up = at_the_desk(by)
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(Command.HAND_OVER)
    assert stops(grown_up) == {*FIRST_CHAPTER} - {"my-traveller"}
    grown_up.hold_corners()
    grown_up.press(grown_up.means("Ten minutes"))
    grown_up.press(Choose("one of", "my-calm-place"))
    grown_up.press(Command.GO_BACK)
    assert stops(grown_up) == {"inside-weather", "lanterns", "my-calm-place"}


def test_the_gate_opens_and_shuts_by_the_press_alone_whatever_set_is_chosen(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.LAST_VISIT):
        grown_up.press(means)
    for means in (grown_up.means("Today became the last"), Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    assert grown_up.room.session.visit.begun.plan.last
    for press, last in ((grown_up.means, True), (lambda _: Command.LAST_VISIT, False)):
        grown_up.hold_corners()
        grown_up.press(press("Ten minutes"))
        grown_up.press(Command.GO_BACK)
        assert grown_up.room.session.visit.begun.plan.last == last


def test_somebody_new_has_a_set_by_one_press_and_the_age_beside_it(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    there = {p.item.words: p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button)}
    assert there["6 to 8 years"].on and not there["4 to 5 years"].on
    for words in ("Ten minutes", "9 to 12 years"):
        grown_up.press(there[words].means)
    wish = grown_up.desk.model.wish
    assert wish.band == "big" and {"inside-weather", "lanterns"} < {*wish.only}
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.band == "big" and {"inside-weather", "lanterns"} < stops(grown_up)


def test_a_set_that_names_a_sensitive_activity_shows_it_opened(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(grown_up.means("After the end"))
    grown_up.press(ShowSection("sensitive"))
    assert grown_up.desk.view.find(OpenSensitive("bumpy-bit")).item.on
    grown_up.press(OpenSensitive("bumpy-bit"))
    grown_up.press(Command.HAND_OVER)
    assert stops(grown_up) == {"inside-weather", "backpack"}


def test_the_last_visit_is_offered_when_the_plan_comes_to_it(at_the_desk):
    """Whichever section is open: it stands above them."""
    grown_up = at_the_desk()
    comes_again(grown_up)
    for many in (2, 3):
        for means in (Command.MORE_VISITS, ShowSection("envelope")):
            grown_up.press(means)
        assert (Command.LAST_VISIT in grown_up.there) == (many == 2)


def test_nothing_moves_under_the_hand_that_counts_the_visits(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, ShowSection("visits")):
        grown_up.press(means)
    places = set()
    for _ in range(3):
        places.add(grown_up.desk.view.find(Command.MORE_VISITS).box)
        grown_up.press(Command.MORE_VISITS)
        assert Command.LAST_VISIT in grown_up.there
    assert len(places) == 1


def test_where_the_plan_comes_to_it_one_press_makes_it_the_last_and_another_does_not(at_the_desk):
    grown_up = at_the_desk()
    comes_again(grown_up)
    for means in (Command.MORE_VISITS, ShowSection("list")):
        grown_up.press(means)
    for on in (True, False):
        grown_up.press(Command.LAST_VISIT)
        assert grown_up.desk.model.wish.plan.last == on
        assert Command.LAST_VISIT in grown_up.there, "it stays where it was pressed"


def test_the_chapters_of_the_workbook_and_the_ready_sets_stand_each_below_their_name(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, ShowSection("list")):
        grown_up.press(means)
    shown = [getattr(p.item, "words", "") or getattr(p.item, "text", "") for p in grown_up.desk.view.placed]
    (first, *rest), (ready, *_more) = ([each.title for each in found] for found in BOTH)
    order = ["Chapters", first, *rest, "The whole workbook", "Ready sets", ready]
    assert [words for words in shown if words in order] == order


def test_a_workbook_without_sets_has_its_chapters(at_the_desk, tmp_path):
    folder = tmp_path / "activities"
    shutil.copytree(ACTIVITIES, folder)
    workbook = folder / "workbook.yaml"
    workbook.write_text(workbook.read_text("utf-8").partition("sets:")[0], "utf-8")
    grown_up = at_the_desk(activities=folder)
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(ShowSection("list"))
    found = [means.value for means in grown_up.there if isinstance(means, Choose) and means.what == "set"]
    assert found == [0, 1, 2, 3] and "Ready sets" not in grown_up.words


@pytest.mark.parametrize(
    ("visits", "left"),
    [
        ((), None),
        ((FIRST_CHAPTER[:3],), FIRST_CHAPTER[3:]),
        ((FIRST_CHAPTER[:3], FIRST_CHAPTER[3:]), None),
        ((LOADED.workbook.chapters[-1].activities[:1],), None),
    ],
    ids=["nothing was opened", "some was", "all was", "no chapter comes after it"],
)
def test_as_long_as_a_chapter_is_not_through_it_is_known_what_the_next_one_waits_for(visits, left):
    waits = before_the_next(BOTH[0], record(*visits))
    assert (waits and waits[1]) == left
    assert waits is None or waits[0] is usual_set(BOTH[0], record(*visits), Plan(), len(visits) + 1)


def test_today_says_why_the_chapter_of_the_visit_before_is_laid_out_again(at_the_desk):
    """On a second visit *First visit* was chosen, and nobody could see why."""
    grown_up = at_the_desk()
    comes_again(grown_up)
    says = "The next chapter comes by itself once these were opened, too: "
    assert [words for words in grown_up.words if words.startswith(says)]
    grown_up.press(Choose("set", 1))
    assert not [words for words in grown_up.words if words.startswith(says)], "it is said of the usual one alone"
