"""What a grown-up says of a visit before it begins: sensitive activities, the plan of visits, the envelope."""

from threading import Event

import pytest
from PIL import Image

from game.core import events
from game.core.events import Plan
from game.core.lanterns import HAZE
from game.core.table import Touch
from game.desk.messages import Choose, ChooseTraveller, Command, ShowSection
from game.desk.wish import fewer_visits, missed_visit, missed_visit_undone, usual_numbers
from game.paper.visit_words import visit_heading
from game.play.visit_pictures import lanterns
from game.records.open_visit import OpenVisit, Preparation, open_visit
from game.records.store import Store
from game.system.errors import Trouble
from tests.support.desk_visits import comes_again, wake

WHO, DAY, NEXT = "0123456789abcdef", "2026-01-12", "2026-01-19"
SENSITIVE = {"near-and-far", "the-bother", "bumpy-bit"}


def visit(folder, day: str = DAY, **said) -> OpenVisit:
    """A visit that was begun and woken."""
    store = Store(folder)
    made = open_visit(store, WHO, day, "middle", "a seed", Preparation(**said))
    if made.session.visit.place == events.ASLEEP:
        for phase in ("press", "release"):
            made.session.touch(Touch(phase, 700, 545, 1, time=1.0))
    store.close()
    return made


def on_trail(made: OpenVisit) -> set[str]:
    return {stop.activity for stop in made.session.visit.begun.stops}


def test_sensitive_activities_are_on_the_trail_only_on_the_visit_for_which_they_were_opened(tmp_path):
    assert not on_trail(visit(tmp_path / "a")) & SENSITIVE
    opened = visit(tmp_path / "b", opened=("the-bother",))
    assert on_trail(opened) & SENSITIVE == {"the-bother"}
    assert on_trail(visit(tmp_path / "b")) & SENSITIVE == {"the-bother"}  # taken up again on the same day
    assert not on_trail(visit(tmp_path / "b", NEXT)) & SENSITIVE


def test_what_cannot_be_opened_is_told_in_a_sentence(tmp_path):
    with pytest.raises(Trouble) as told:
        visit(tmp_path, opened=("near-and-fra",))
    assert str(told.value) == "There is no activity 'near-and-fra' that could be opened. Did you mean 'near-and-far'?"


def test_the_plan_is_remembered_until_another_is_said(tmp_path):
    assert visit(tmp_path, plan=Plan(8, (3,))).session.visit.begun.plan == Plan(8, (3,))
    assert visit(tmp_path, NEXT).session.visit.begun.plan == Plan(8, (3,))
    assert visit(tmp_path, NEXT, plan=Plan(9)).session.visit.begun.plan == Plan(9)


def test_the_envelope_s_picture_is_kept_with_the_traveller_and_made_safe(tmp_path):
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (3000, 2000), "#5c8f86").save(photo)
    made = visit(tmp_path / "home", envelope=photo)
    name = made.session.visit.begun.envelope
    (kept,) = (tmp_path / "home" / "travellers" / WHO).glob(f"*/{name}.png")
    assert made.renderer.library.read(name) == kept.read_bytes()
    assert max(Image.open(kept).size) == 1024
    assert visit(tmp_path / "home", NEXT).session.visit.begun.envelope == name
    with pytest.raises(Trouble, match="cannot be read"):
        visit(tmp_path / "home", NEXT, envelope=tmp_path / "nothing.png")


@pytest.mark.parametrize(
    ("plan", "number", "arts"),
    [
        (Plan(3), 1, ["tonight", "waiting", "waiting"]),
        (Plan(3), 3, ["lit", "lit", "tonight"]),
        (Plan(4, (2,)), 2, ["lit", "missed", "tonight", "waiting"]),
        (Plan(2), 4, ["lit", "lit", "extra", "tonight"]),
        (Plan(3, (), True), 1, ["tonight", "paused", "paused"]),
        (Plan(4, (2,), added=(2,)), 4, ["lit", "missed", "lit", "extra", "tonight"]),
        (Plan(), 2, ["lit", "tonight", HAZE]),
        (Plan(0, (1,), True), 1, ["missed", "tonight", HAZE]),
    ],
)
def test_there_is_a_lantern_for_each_visit_and_haze_where_their_number_is_not_known(plan, number, arts):
    found = [lantern.art for lantern in lanterns(plan, number)]
    assert found == [art if art == HAZE else f"lantern-{art}" for art in arts]


def test_the_summary_is_saved_beside_the_room_and_waited_for_at_the_end(tmp_path, monkeypatch):
    made = visit(tmp_path)
    going_on, order = Event(), []
    saved = made.save_summary
    monkeypatch.setattr(made, "save_summary", lambda: (going_on.wait(10), saved(), order.append("saved")))
    made.session.end()
    made.save_soon()
    order.append("the room goes on")
    going_on.set()
    made.wait()
    assert order == ["the room goes on", "saved"] and made.troubles() == ()
    assert "Visit 1" in (tmp_path / "travellers" / WHO / "summary.txt").read_text("utf-8")


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080)])
def test_plus_and_minus_stay_where_they_are_however_often_they_are_pressed(size, at_the_desk):
    grown_up = at_the_desk(size=size)
    for means in (Command.NEW_TRAVELLER, ShowSection("visits")):
        if means in grown_up.there:
            grown_up.press(means)
    ways = (Command.FEWER_VISITS, Command.MORE_VISITS, Choose("planned", 6), Choose("planned", 0))
    before = [grown_up.desk.view.find(means).box for means in ways]
    for planned in range(1, 12):
        grown_up.press(Command.MORE_VISITS)
        assert f"{planned} planned" in grown_up.words
        assert [grown_up.desk.view.find(means).box for means in ways] == before


def test_a_usual_number_of_visits_is_one_press_and_none_is_less_than_there_were(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Choose("planned", 6)):
        grown_up.press(means)
    assert grown_up.desk.model.wish.plan == Plan(6) and "6 planned" in grown_up.words
    assert usual_numbers(1) == (4, 6, 8, 12) and usual_numbers(7) == (8, 12)


def test_on_the_first_visit_none_can_have_been_missed(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Command.MORE_VISITS):
        grown_up.press(means)
    assert Command.MISSED_VISIT not in grown_up.there and Command.PAUSE in grown_up.there
    assert "The child sees a bird asleep at each lantern that is still to come." in grown_up.words


@pytest.mark.parametrize("how", ["counts", "added"])
def test_the_desk_asks_whether_a_missed_visit_counts_and_takes_it_back(how, at_the_desk):
    grown_up = at_the_desk()
    comes_again(grown_up)
    for means in (*[Command.MORE_VISITS] * 3, Command.MISSED_VISIT):
        grown_up.press(means)
    assert Command.MISSED_VISIT not in grown_up.there
    grown_up.press(Choose("missed", how))
    said = {"counts": Plan(4, (2,)), "added": Plan(5, (2,), added=(2,))}
    assert grown_up.desk.model.wish.plan == said[how]
    for means in (Command.MISSED_VISIT, Choose("missed", "added"), Command.UNDO_MISSED):
        grown_up.press(means)
    assert grown_up.desk.model.wish.plan == said[how]
    grown_up.press(Command.UNDO_MISSED)
    assert grown_up.desk.model.wish.plan == Plan(4)
    for means in (Command.MISSED_VISIT, Choose("missed", "none")):
        grown_up.press(means)
    assert grown_up.desk.model.wish.plan == Plan(4) and Command.MISSED_VISIT in grown_up.there


def test_the_number_of_visits_can_be_unknown_again(at_the_desk):
    grown_up = at_the_desk()
    comes_again(grown_up)
    means = [Command.MORE_VISITS, Command.MORE_VISITS, Command.MISSED_VISIT, Choose("missed", "added")]
    for one in (*means, Choose("planned", 0)):
        grown_up.press(one)
    assert grown_up.desk.model.wish.plan == Plan(0, (2,))
    assert "This is visit 2. The child sees the road go into haze." in grown_up.words
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.plan == Plan(0, (2,))


@pytest.mark.parametrize("fewer", range(5))
def test_fewer_visits_than_were_added_can_still_be_undone(fewer):
    plan = missed_visit(missed_visit(Plan(2), 0, added=True), 0, added=True)
    for _ in range(fewer):
        plan = fewer_visits(plan, 0)
    undone = missed_visit_undone(missed_visit_undone(plan))
    assert undone.planned >= 0 and undone == Plan(undone.planned)


def test_the_notes_say_which_missed_visit_was_added_at_the_end(tmp_path):
    made = visit(tmp_path, plan=Plan(6, (1, 2), added=(2,)))
    assert visit_heading(made.session.visit, str) == (
        "Visit 1, 2026-01-12 (6 planned, the 1st missed, the 2nd missed, one added at the end, 3 left)"
    )


def test_what_is_sensitive_may_be_shown_where_it_is_said_and_until_it_is_taken_back(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(ShowSection("sensitive"))
    for on in (True, False, True):
        grown_up.press(grown_up.means("May be shown: Near and far people"))
        assert grown_up.desk.model.wish.plan.may_show == on
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.plan.may_show


def test_that_coming_back_is_possible_is_asked_on_the_last_visit_only(at_the_desk):
    grown_up = at_the_desk()
    grown_up.press(Command.NEW_TRAVELLER)
    grown_up.press(ShowSection("visits"))
    assert Command.MAY_RETURN not in grown_up.there
    grown_up.press(Command.LAST_VISIT)
    grown_up.press(Command.MAY_RETURN)
    grown_up.press(Command.HAND_OVER)
    assert grown_up.room.session.visit.begun.plan.may_return


def test_the_quiet_look_is_chosen_on_today_and_remembered(at_the_desk):
    grown_up = at_the_desk()
    for means in (Command.NEW_TRAVELLER, Choose("quiet", True), Command.HAND_OVER):
        grown_up.press(means)
    wake(grown_up)
    assert grown_up.room.session.visit.begun.quiet
    grown_up.hold_corners()
    grown_up.press(Command.GO_BACK)
    assert grown_up.room.session.visit.begun.quiet
    grown_up.hold_corners()
    grown_up.press(Command.END_VISIT)
    (found,) = Store(grown_up.store.folder).travellers()
    grown_up.shell._today = lambda: "2026-11-27"
    for means in (ChooseTraveller(found.id), Command.HAND_OVER):
        grown_up.press(means)
    assert grown_up.room.session.visit.begun.number == 2 and grown_up.room.session.visit.begun.quiet
