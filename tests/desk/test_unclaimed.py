"""A visit in which nothing was chosen, planned or written: nobody looks for it on Today, and it is not lost."""

from game.core.events import CLOSED
from game.desk.messages import ChooseTraveller, Command, Field, ShowTab
from tests.support.desk_visits import a_visit, somebody_new_is_awake

APART = "Begun, and left empty"


def test_who_only_looked_is_on_no_list_of_today_until_something_is_written(at_the_desk):
    grown_up = at_the_desk()
    who = ChooseTraveller(a_visit(grown_up))
    assert who in grown_up.there and Command.ADD_WORDS in grown_up.there  # it is still the one who was here
    grown_up.press(Command.NEW_TRAVELLER)
    assert who not in grown_up.there
    grown_up.press(ShowTab("travellers"))
    assert APART in grown_up.words and "There is no traveller here." in grown_up.words
    grown_up.press(who)
    grown_up.type(Field("own"), "Looked round.")
    grown_up.press(Command.EVERYBODY)
    assert APART not in grown_up.words
    grown_up.press(ShowTab("today"))
    assert who in grown_up.there


def test_it_can_be_deleted_and_whoever_is_in_the_room_does_not_stand_apart(at_the_desk):
    grown_up = at_the_desk()
    who = ChooseTraveller(a_visit(grown_up))
    grown_up.press(Command.HAND_OVER)
    grown_up.hold_corners()
    grown_up.press(ShowTab("travellers"))
    assert who in grown_up.there and APART not in grown_up.words
    for means in (ShowTab("today"), Command.END_VISIT, ShowTab("travellers"), who, Command.DELETE):
        grown_up.press(means)
    grown_up.press(Command.DELETE_FOR_GOOD)
    assert APART not in grown_up.words and not grown_up.store.ids()


def test_nothing_is_asked_before_a_visit_ends_that_nobody_has_begun_to_use(at_the_desk):
    grown_up = at_the_desk()
    before = somebody_new_is_awake(grown_up)
    grown_up.hold_corners()
    for means in (Command.NEW_TRAVELLER, Command.HAND_OVER):
        grown_up.press(means)
    assert grown_up.room.session.visit.begun.traveller != before
    assert grown_up.store.traveller(before).record.visits[-1].place == CLOSED
