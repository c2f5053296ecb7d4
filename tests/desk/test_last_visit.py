"""*This is the last visit*, said at the desk: its activities come with it, it holds at once, and the record says so."""

import pytest

from game.art.library import Library
from game.authoring.workbook_reader import read_workbook
from game.core.activity import ActivitySet
from game.core.events import Begun, Plan
from game.core.own_words import OwnWords
from game.desk.form import Button
from game.desk.messages import Choose, ChooseActivity, ChooseTraveller, Command, ShowSection, ShowTab
from game.desk.visit_sets import chapters, is_chosen, made_last, not_last, own_sets, set_of_the_last, with_set
from game.desk.wish import Wish
from game.paper.notes import note
from game.paper.visit_words import visit_heading
from game.play.state import Visit
from game.play.visit_pictures import lanterns
from game.records.store import Store
from game.system.paths import ACTIVITIES
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import comes_again, somebody_new_is_awake

LOADED = read_workbook(ACTIVITIES, Library())
SHIPPED = tuple(LOADED.activities.values())
LOCKED = {activity.name for activity in SHIPPED if activity.locked}
EVERY = (*chapters(LOADED.workbook, SHIPPED), *own_sets(LOADED.workbook, SHIPPED))
LAST = set_of_the_last(EVERY)


SETS = own_sets(LOADED.workbook, SHIPPED)
ALIKE = [each.title for each in SETS if each.last][1:]  # other sets for such a visit


def buttons(grown_up: GrownUp) -> list[Button]:
    """All that stand on the desk, those that cannot be pressed now among them."""
    return [p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button)]


def sets(grown_up: GrownUp) -> list[str]:
    """The titles of the chapters and sets that can be pressed."""
    there = buttons(grown_up)
    return [item.words for item in there if isinstance(item.means, Choose) and item.means.what == "set"]


def laid(grown_up: GrownUp) -> set[str]:
    """What Today says of the activities of the visit."""
    return {heads(grown_up)["list"].partition("\n")[2]}


def heads(grown_up: GrownUp) -> dict[str, str]:
    """What the sections of Today say of themselves, by their names."""
    return {item.means.name: item.words for item in buttons(grown_up) if isinstance(item.means, ShowSection)}


def the_last_comes(grown_up: GrownUp) -> str:
    """Somebody's second visit, of two that are planned, with the activities open; the traveller's id."""
    id = comes_again(grown_up)
    for means in (Command.MORE_VISITS, ShowSection("list")):
        grown_up.press(means)
    return id


@pytest.mark.parametrize("before", [each for each in EVERY if not each.last], ids=lambda each: each.title)
def test_the_last_visit_has_its_set_and_one_press_gives_back_what_lay_there(before):
    wish = with_set(Wish(""), before, (), (), LOCKED)
    there = made_last(wish, LAST, (before,), LOCKED)
    assert is_chosen(LAST, there, LOCKED) and there.plan.last and not {*before.activities} & {*there.opened}
    assert not_last(there, True, None) == wish


def test_what_was_changed_meanwhile_stays_when_it_is_not_the_last_visit_after_all():
    before = with_set(Wish(""), EVERY[1], (), (), LOCKED)
    there = with_set(made_last(before, LAST, (EVERY[1],), LOCKED), EVERY[2], (LAST,), (), LOCKED)
    assert there.plan.last, "it was said by hand: another set does not take it back"
    assert not_last(there, False, EVERY[1]) == with_set(Wish(""), EVERY[2], (), (), LOCKED)


def test_where_nobody_knows_what_lay_there_the_usual_chapter_comes_back():
    there = with_set(Wish(""), LAST, (), (), LOCKED)
    assert not_last(there, True, EVERY[3]).only == EVERY[3].activities


def test_a_workbook_without_such_a_set_keeps_the_activities():
    wish = with_set(Wish(""), EVERY[1], (), (), LOCKED)
    assert made_last(wish, set_of_the_last((ActivitySet("S", ("lanterns",)),)), (EVERY[1],), LOCKED).only == wish.only


def test_a_press_lays_out_the_last_visit_in_plain_sight_and_another_takes_it_back(at_the_desk):
    grown_up = at_the_desk()
    the_last_comes(grown_up)
    before = laid(grown_up)
    grown_up.press(Command.LAST_VISIT)
    assert laid(grown_up) == {"The last visit"} != before
    assert "The gate is open. Laid out: The last visit. Another press takes it back." in grown_up.words
    grown_up.press(Command.LAST_VISIT)
    assert laid(grown_up) == before


def test_there_is_one_way_to_say_that_it_is_the_last_and_what_it_lays_out_is_no_set_beside_it(at_the_desk):
    grown_up = at_the_desk()
    comes_again(grown_up)
    for section in ("list", "visits"):
        grown_up.press(ShowSection(section))
        assert grown_up.there.count(Command.LAST_VISIT) == 1
        assert not {*sets(grown_up)} & {LAST.title, *ALIKE}
    assert "Opens the gate, and lays out: The last visit." in grown_up.words


def test_another_set_of_a_last_visit_stands_beside_the_press_once_it_is_the_last(at_the_desk):
    grown_up = at_the_desk()
    the_last_comes(grown_up)
    before = grown_up.desk.model.wish
    grown_up.press(Command.LAST_VISIT)
    (other,) = ALIKE
    assert LAST.title not in sets(grown_up)
    for now in (other, LAST.title):
        grown_up.press(grown_up.means(other))
        assert laid(grown_up) == {now} and grown_up.desk.model.wish.plan.last
        assert f"The gate is open. Laid out: {now}. Another press takes it back." in grown_up.words
    grown_up.press(grown_up.means(other))
    grown_up.press(Command.LAST_VISIT)
    assert grown_up.desk.model.wish == before, "what lay there before any of it"


@pytest.mark.parametrize("planned", [3, 0])
def test_what_means_nothing_on_the_last_visit_is_grey_with_its_reason_and_stays_where_it_is(planned, at_the_desk):
    grown_up = at_the_desk()
    comes_again(grown_up)
    for means in (ShowSection("visits"), *[Command.MORE_VISITS] * (planned - 1), Command.LAST_VISIT):
        grown_up.press(means)
    numbers = {Choose("planned", number) for number in (4, 6, 8, 12, 0)}
    of_the_plan = {Command.FEWER_VISITS, Command.MORE_VISITS, Command.PAUSE, *numbers}
    assert not of_the_plan & {*grown_up.there}
    grey = {item.words for item in buttons(grown_up) if item.means is None}
    always = {"-", "+", "4", "6", "8", "12", "The number is not known"}
    assert grey == always | ({"A break after this visit"} if planned else set())
    assert (f"{planned} planned" if planned else "?") in grown_up.words, "no gap stands where it was"
    assert "This is visit 2. It is the last one: no other is planned." in grown_up.words
    assert ("No break comes after the last visit." in grown_up.words) == bool(planned)
    assert not [said for said in grown_up.words if "haze" in said]
    place = grown_up.desk.view.find(Command.LAST_VISIT).box
    grown_up.press(Command.LAST_VISIT)
    assert grown_up.desk.view.find(Command.LAST_VISIT).box == place and Command.MORE_VISITS in grown_up.there


def test_after_the_last_visit_no_lantern_waits_and_none_is_left_to_tell():
    for plan in (Plan(5, last=True), Plan(5, paused=True, last=True), Plan(last=True)):
        assert [lantern.art for lantern in lanterns(plan, 2)] == ["lantern-lit", "lantern-tonight"]
        assert plan.left_after(2) == 0
    begun = Begun("0" * 16, 2, "2026-11-20", "middle", (), "seed", plan=Plan(5, paused=True, last=True))
    assert visit_heading(Visit(begun), str) == "Visit 2, 2026-11-20 (the last one, 5 planned)"


@pytest.mark.parametrize("own", [(Choose("list", "own"), ChooseActivity("our-road")), (Choose("list", "all"),)])
def test_a_list_of_her_own_stays_when_she_says_that_it_is_the_last_visit(own, at_the_desk):
    grown_up = at_the_desk()
    the_last_comes(grown_up)
    for means in own:
        grown_up.press(means)
    before = grown_up.desk.model.wish.only
    if Choose("list", "sets") in grown_up.there:
        grown_up.press(Choose("list", "sets"))
    grown_up.press(Command.LAST_VISIT)
    assert (grown_up.desk.model.wish.only, grown_up.desk.model.wish.plan.last) == (before, True)
    assert "The gate opens; your activities stay." in grown_up.words


@pytest.mark.parametrize("goes", [ShowTab("travellers"), Command.END_VISIT])
def test_what_is_said_of_a_visit_that_goes_on_holds_wherever_she_goes(goes, at_the_desk):
    grown_up = at_the_desk()
    id = somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    for means in (ShowSection("visits"), Command.LAST_VISIT, goes):
        grown_up.press(means)
    begun = Store(grown_up.store.folder).traveller(id).record.visits[-1].begun
    assert begun.plan.last and {*LAST.activities} <= {stop.activity for stop in begun.stops}


def test_the_record_says_which_visit_was_the_last_one(at_the_desk):
    grown_up = at_the_desk()
    id = somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    for means in (ShowSection("visits"), Command.LAST_VISIT, Command.END_VISIT):
        grown_up.press(means)
    assert heads(grown_up)["visits"] == "Visits\n1 ended, the last one"
    for means in (ShowTab("travellers"), ChooseTraveller(id)):
        grown_up.press(means)
    told = [item.words for item in buttons(grown_up)]
    assert any(words.startswith("Visit 1") and words.endswith("the last one") for words in told)
    who = Store(grown_up.store.folder).traveller(id)
    for form in ("short", "text", "SOAP"):
        assert "(the last one" in note(who, 1, form, OwnWords(), str)


@pytest.mark.parametrize("planned", [0, 2])
def test_after_a_visit_the_next_one_is_made_ready_as_the_last_where_the_visits_are(planned, at_the_desk):
    grown_up = at_the_desk()
    id = somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    for means in (ShowSection("visits"), *[Command.MORE_VISITS] * planned, Command.END_VISIT, ShowSection("list")):
        grown_up.press(means)
    assert Command.LAST_VISIT not in grown_up.there, "of the one that has ended nothing is said"
    grown_up.press(ShowSection("visits"))
    assert "It does not hand over yet. For another day, say it here on that day." in grown_up.words
    grown_up.press(grown_up.means("Begin another visit, as the last one"))
    assert heads(grown_up)["visits"] == "Visits\nVisit 2, the last one" and laid(grown_up) == {LAST.title}
    assert "The gate is open. Laid out: The last visit. Another press takes it back." in grown_up.words
    grown_up.press(Command.HAND_OVER)
    begun = grown_up.room.session.visit.begun
    assert (begun.traveller, begun.number, begun.plan.last) == (id, 2, True)


def test_after_the_last_visit_no_other_is_offered_as_the_last(at_the_desk):
    grown_up = at_the_desk()
    somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    for means in (ShowSection("visits"), Command.LAST_VISIT, Command.END_VISIT):
        grown_up.press(means)
    for section in ("list", "visits"):
        grown_up.press(ShowSection(section))
        assert Command.LAST_VISIT not in grown_up.there


def test_who_only_looks_at_another_tab_during_a_visit_writes_nothing(at_the_desk):
    grown_up = at_the_desk()
    id = somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    (journal,) = (grown_up.store.travellers_folder / id).glob("*.jsonl")
    before = journal.read_bytes()
    for means in (ShowTab("travellers"), ShowTab("today"), ShowSection("visits"), ShowTab("settings")):
        grown_up.press(means)
    assert journal.read_bytes() == before
