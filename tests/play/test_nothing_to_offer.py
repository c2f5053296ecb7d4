"""Stops and steps that have nothing to offer, or only what lies beside the tray."""

import pytest

from game.core import events
from game.core.activity import BLANK
from game.core.ids import Option, TrailStop
from game.core.table import CHOSEN
from game.play import screens
from tests.support.story import Story, read_activities

THING = "  - choose: thing\n    pictures: [star, kite]\n"
EMPTY = "  - choose: best\n    from: first.thing\n  - rub: first.thing\n"


@pytest.fixture
def story(tmp_path):
    """Three stops; the one in the middle builds on what is chosen at the first."""
    with Story(loaded=read_activities(tmp_path, first=THING, middle=EMPTY, next=THING)) as story:
        story.go(events.TRAIL)
        yield story


def test_onward_goes_past_a_stop_that_has_nothing_to_offer(story):
    seen = []
    for _ in range(9):
        story.tap(screens.ONWARD)
        seen += [story.visit.activity] if story.visit.place == events.STEP else []
    assert (seen, story.visit.place) == (["first", "next"], events.CLOSED)


def test_a_tap_on_a_stop_that_has_nothing_to_offer_writes_nothing(story):
    before = len(story.events())
    for _ in range(3):
        story.tap(TrailStop("middle"))
    assert (story.visit.place, len(story.events())) == (events.TRAIL, before)


def test_it_opens_once_there_is_something(story):
    story.go("first")
    story.tap("star")
    story.go("middle")
    assert (story.visit.place, story.visit.activity) == (events.STEP, "middle")
    assert [option.means for option in story.options()] == [Option("star")]


@pytest.mark.parametrize("name", [BLANK, "dont-know"])
def test_what_lies_beside_the_tray_can_breathe(tmp_path, name):
    with Story(loaded=read_activities(tmp_path, calm=f"  - breathe: air\n    picture: {name}\n")) as story:
        story.go("calm")
        story.tap(name)
        assert (story.here.table.mechanic, story.here.state.begun) == ("breathe", 1)
        assert [o.id for row in story.rows for o in row.pictures] == [name]


def test_a_child_that_does_not_know_can_stick_that(tmp_path):
    steps = THING + "  - decorate: thing\n    with: [dont-know, leaf]\n"
    with Story(loaded=read_activities(tmp_path, making=steps)) as story:
        story.go("making")
        story.tap("star")
        story.tap(screens.ONWARD)
        story.carry("dont-know", story.spots()[0])
        assert [stuck.what for stuck in story.here.state.stuck] == ["dont-know"]
        assert len(story.rows[0].pictures[0].art.things) == 2


def test_a_blank_card_among_stickers_is_drawn_on_and_stuck(tmp_path):
    steps = THING + f"  - decorate: thing\n    with: [{BLANK}, leaf]\n"
    with Story(loaded=read_activities(tmp_path, making=steps)) as story:
        story.go("making")
        story.tap("star")
        story.tap(screens.ONWARD)
        story.tap(BLANK)
        assert story.here.table.mechanic == "draw"
        story.choose(1)
        story.tap(screens.ONWARD)
        (card,) = [o for o in story.here.table.beside if o.id != BLANK]
        story.carry(card.id, story.spots()[0])
        assert [stuck.what for stuck in story.here.state.stuck] == [card.id] and story.rows[0].how == CHOSEN


@pytest.mark.parametrize("more", ["choose: it", "place: it\n    onto: [keep]", "use: it"])
@pytest.mark.parametrize("chosen", [["star"], []])
def test_one_picture_beside_what_was_chosen_earlier_is_enough(chosen, more, tmp_path):
    steps = f"  - {more}\n    from: first.thing\n    pictures: [leaf]\n"
    with Story(loaded=read_activities(tmp_path, first=THING, later=steps)) as story:
        story.go("first")
        for name in chosen:
            story.tap(name)
        story.go("later")
        assert {option.means.name for option in story.options()} == {*chosen, "leaf"}
