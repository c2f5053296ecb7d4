"""What Today offers once a visit is over: what comes next first, what was chosen, the same visit or another one."""

import pytest

from game.core.events import ASLEEP, CLOSED
from game.core.ids import Gate, TrailStop
from game.core.table import Offered
from game.desk.form import Button, Image
from game.desk.messages import Command, LeaveOut, ShowSection
from game.mechanics import mechanic
from game.play import screens
from game.play.take import StepState
from tests.support.at_the_desk import GrownUp
from tests.support.desk_visits import a_visit, choose, somebody_new_is_awake, wake

AFTERWARDS = {Command.ADD_WORDS, Command.PAPERS, Command.HAND_OVER, Command.ANOTHER_VISIT}


def filled(grown_up: GrownUp) -> list:
    """What is the next thing: the button that is filled."""
    return [p.item.means for p in grown_up.desk.view.placed if isinstance(p.item, Button) and p.item.look == "main"]


def journals(grown_up: GrownUp, id: str) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((grown_up.store.travellers_folder / id).glob("*.jsonl"))}


def own_told(laid: StepState) -> list[Offered]:
    """What was chosen in this step."""
    return [o for row in mechanic(laid.table.mechanic).told(laid.table, laid.state) for o in row.pictures]


def test_a_second_visit_on_one_day_is_a_visit_of_its_own_and_the_first_stays_as_it_was(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up, chooses=True)
    before = journals(grown_up, id)
    assert set(grown_up.there) >= AFTERWARDS and "Today's visit is over." in grown_up.words
    assert "Another visit does not hand over yet: you make it ready first." in grown_up.words
    grown_up.press(Command.ANOTHER_VISIT)
    assert not {Command.ADD_WORDS, Command.ANOTHER_VISIT} & set(grown_up.there)
    assert filled(grown_up) == [Command.HAND_OVER], "it is made ready as any visit is"
    grown_up.press(Command.HAND_OVER)
    visit = grown_up.room.session.visit
    assert (visit.begun.number, visit.begun.day, visit.place) == (2, "2026-11-20", ASLEEP)
    wake(grown_up)
    grown_up.hold_corners()
    assert not {Command.ANOTHER_VISIT, Command.HAND_OVER} & set(grown_up.there)
    grown_up.press(ShowSection("visits"))
    assert any(said.startswith("This is visit 2.") for said in grown_up.words)
    grown_up.press(Command.END_VISIT)
    assert set(grown_up.there) >= AFTERWARDS and filled(grown_up) == [Command.ADD_WORDS]
    after = journals(grown_up, id)
    assert len(after) == 2 and before.items() <= after.items()


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_a_hand_that_presses_twice_presses_only_what_it_saw(by, at_the_desk):
    """*Papers* comes to where *End the visit* was: it opens at a press of its own."""
    grown_up = at_the_desk(by)
    somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    view = grown_up.desk.view
    place = view.rect(view.find(Command.END_VISIT)).center
    grown_up.point(*place)
    there, view = list(grown_up.there), grown_up.desk.view
    assert any(view.rect(placed).collidepoint(place) for placed in view.reachable())
    grown_up.point(*place, soon=True)
    assert list(grown_up.there) == there
    grown_up.point(*place)
    assert list(grown_up.there) != there


def test_ending_a_visit_moves_no_section_under_the_hand(at_the_desk):
    grown_up = at_the_desk()
    somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    grown_up.press(ShowSection("visits"))
    before = tops(grown_up)
    grown_up.press(Command.END_VISIT)
    assert tops(grown_up) == before != []


def tops(grown_up: GrownUp) -> list[int]:
    """How far from above the heads of the sections stand."""
    return [p.box[1] for p in grown_up.desk.view.placed if isinstance(p.item, Button) and p.item.look == "section"]


def test_another_visit_after_the_last_one_is_not_the_last_one_by_itself(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.LAST_VISIT, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    grown_up.press(Command.ANOTHER_VISIT)
    grown_up.press(Command.HAND_OVER)
    begun = grown_up.room.session.visit.begun
    assert begun.number == 2 and not begun.plan.last


def test_a_second_visit_that_nobody_begins_leaves_the_first_one_over(at_the_desk):
    grown_up = at_the_desk()
    id = a_visit(grown_up)
    before = journals(grown_up, id)
    grown_up.press(Command.ANOTHER_VISIT)
    grown_up.press(Command.HAND_OVER)
    grown_up.hold_corners()
    assert grown_up.there.count(Command.END_VISIT) == 1
    grown_up.press(Command.END_VISIT)
    assert set(grown_up.there) >= AFTERWARDS and journals(grown_up, id) == before


@pytest.mark.parametrize("ended", [True, False])
def test_what_was_chosen_today_is_one_press_away(ended, at_the_desk):
    grown_up = at_the_desk()
    somebody_new_is_awake(grown_up)
    choose(grown_up)
    (chosen,) = grown_up.room.session.visit.laid.values()
    for means in (screens.TRAIL, TrailStop("coming-here"), screens.TRAIL):
        grown_up.child_taps(means)
    grown_up.hold_corners()
    if ended:
        grown_up.press(Command.END_VISIT)
    grown_up.press(ShowSection("chosen"))
    (animal,) = own_told(chosen)
    sentences = [words for words in grown_up.words if words.endswith(".")]
    assert "My traveller" in grown_up.words and any(animal.label in words for words in sentences)
    assert [p.item.art for p in grown_up.desk.view.placed if isinstance(p.item, Image)] == [animal.art]
    assert "Coming here: looked in." in grown_up.words


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("by_the_child", [True, False])
def test_after_the_last_visit_its_papers_are_the_next_thing(by_the_child, at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, ShowSection("visits"), Command.LAST_VISIT, Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    choose(grown_up)
    if by_the_child:
        for means in (screens.TRAIL, Gate(), screens.ONWARD):
            grown_up.child_taps(means)
        assert grown_up.room.session.visit.place == CLOSED
    grown_up.hold_corners()
    if not by_the_child:
        grown_up.press(Command.END_VISIT)
    assert ("The child went to the gate, and the visit ended there." in grown_up.words) == by_the_child, (
        "below what was chosen"
    )
    assert filled(grown_up) == [Command.PAPERS]
    grown_up.press(Command.PAPERS)
    assert LeaveOut("certificate") in grown_up.there and grown_up.desk.screen.name_of_paper == "last-visit"
