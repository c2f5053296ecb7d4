"""*This is the last visit*, said at the desk: its activities come with it, it holds at once, and the record says so."""

import pytest

from game.art.library import Library
from game.authoring.workbook_reader import read_workbook
from game.core.activity import ActivitySet
from game.core.own_words import OwnWords
from game.desk.form import Button
from game.desk.messages import Choose, ChooseActivity, ChooseTraveller, Command, ShowSection, ShowTab
from game.desk.visit_sets import chapters, is_chosen, made_last, not_last, own_sets, set_of_the_last, with_set
from game.desk.wish import Wish
from game.paper.notes import note
from game.records.store import Store
from game.system.paths import ACTIVITIES
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import comes_again, somebody_new_is_awake

LOADED = read_workbook(ACTIVITIES, Library())
SHIPPED = tuple(LOADED.activities.values())
LOCKED = {activity.name for activity in SHIPPED if activity.locked}
EVERY = (*chapters(LOADED.workbook, SHIPPED), *own_sets(LOADED.workbook, SHIPPED))
LAST = set_of_the_last(EVERY)


def laid(grown_up: GrownUp) -> set[str]:
    """The sets of which the visit has just what is in them."""
    there = (p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button))
    return {item.words for item in there if isinstance(item.means, Choose) and item.means.what == "set" and item.on}


def heads(grown_up: GrownUp) -> dict[str, str]:
    """What the sections of Today say of themselves, by their names."""
    there = (p.item for p in grown_up.desk.view.placed if isinstance(p.item, Button))
    return {item.means.name: item.words for item in there if isinstance(item.means, ShowSection)}


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
    assert "Laid out: The last visit. Another press takes it back." in grown_up.words
    grown_up.press(Command.LAST_VISIT)
    assert laid(grown_up) == before


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
    buttons = [p.item.words for p in grown_up.desk.view.placed if isinstance(p.item, Button)]
    assert any(words.startswith("Visit 1") and words.endswith("the last one") for words in buttons)
    who = Store(grown_up.store.folder).traveller(id)
    for form in ("short", "text", "SOAP"):
        assert "(the last one" in note(who, 1, form, OwnWords(), str)


def test_who_only_looks_at_another_tab_during_a_visit_writes_nothing(at_the_desk):
    grown_up = at_the_desk()
    id = somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    (journal,) = (grown_up.store.travellers_folder / id).glob("*.jsonl")
    before = journal.read_bytes()
    for means in (ShowTab("travellers"), ShowTab("today"), ShowSection("visits"), ShowTab("settings")):
        grown_up.press(means)
    assert journal.read_bytes() == before
