"""What every mechanic does alike, on every step of every shipped activity: put back, tap or drag, show, repeat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import events
from game.core.activity import BLANK
from game.core.ids import Area, Option
from game.core.layout import TRAY, TURN
from game.core.picture import Glow, Picture, Stamp, TouchArea, find, meaningful
from game.core.table import CHOSEN, Hand
from game.mechanics import names
from game.mechanics.decorate import BASE, MOST
from game.mechanics.rub import BASE as STONE
from game.play import screens
from tests.conftest import EXAMPLES
from tests.support.examples import among, together
from tests.support.steps import bands, carrying, steps
from tests.support.story import BANDS, ONLY_SHOWN, SHELF, STEPS, Story, reachable


def test_every_mechanic_is_on_the_trail():
    """What is true of all shipped steps is true of all mechanics; blank cards are drawn on wherever they lie."""
    shipped = {step.mechanic for activity in SHELF.activities.values() for step in activity.steps}
    assert shipped | {"draw"} == set(names())


def cases(*wanted: str) -> list[tuple]:
    """Such steps, each in one band while somebody waits, and in all bands in a search."""
    chosen = [(a, n) for a, n in STEPS if SHELF.activities[a].steps[n].mechanic in wanted]
    return [(*step, band) for step, band in together(chosen, BANDS)]


def steps_in_turn(*wanted: str):
    """A test of each of these cases."""
    every = pytest.mark.parametrize(("activity", "number", "band"), cases(*wanted))
    return lambda test: pytest.mark.search(every(test))


# Everything can be put back


@steps_in_turn(*carrying)
@among(cases(*carrying), EXAMPLES, 1500)
@given(
    choices=st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.floats(-0.3, 0.3), st.booleans()), max_size=12
    )
)
def test_everything_can_be_put_back_and_leaves_no_trace(activity, number, band, choices):
    with Story(band).at(activity, number) as story:
        starts = trays(story)
        for which, where, off, turning in choices:
            choose(story, which, where, off)
            if turning and find(story.picture, TURN):
                story.tap(TURN)
        put_all_back(story, starts)
        assert all(row.how != CHOSEN for row in story.rows)
        assert all(picture in starts for picture in trays(story))


def trays(story: Story) -> list[Picture]:
    """The screen with each turn of its tray."""
    pictures = [story.picture]
    while find(story.picture, TURN):
        story.tap(TURN)
        if story.picture == pictures[0]:
            break
        pictures.append(story.picture)
    return pictures


def choose(story: Story, which: int, where: int, off: float) -> None:
    """Some picture, carried to some spot."""
    kept = (*screens.CONTROLS_AT, TURN, Option(BLANK))
    things = [t for t in meaningful(story.picture) if isinstance(t, Stamp) and t.means not in kept]
    thing, spot = things[which % len(things)], story.spots()[where % len(story.spots())]
    story.carry(thing, TouchArea(Area("anywhere"), spot.x + off * spot.width, spot.y + off * spot.height, 0, 0))
    story.session.let_go()  # where the way was so short that it was a tap


def put_all_back(story: Story, starts: list[Picture]) -> None:
    """Whatever does not lie where it lay is carried to the tray, turn by turn; where there is none, away."""
    at_first = {(t.means, t.x, t.y) for picture in starts for t in meaningful(picture)}
    home = find(story.picture, TRAY) or TouchArea(Area("anywhere"), 700, 60, 0, 0)
    for _ in starts:
        for _ in range(40):
            moved = [t for t in meaningful(story.picture) if (t.means, t.x, t.y) not in at_first]
            if moved:
                story.carry(moved[-1], home)
        if find(story.picture, TURN):
            story.tap(TURN)


# A tap and a tap do what a drag does


@steps_in_turn(*carrying)
def test_a_tap_and_a_tap_do_what_a_drag_does(activity, number, band):
    with Story(band).at(activity, number) as story:
        pairs = [
            (thing, spot) for thing in story.options()[:3] for spot in story.spots() if reachable(story.picture, spot)
        ]
        if not pairs:  # pictures lie on all that receives: they come into the land
            pairs = [(thing, TouchArea(Area("anywhere"), 700, 300, 0, 0)) for thing in story.options()[:3]]
        assert pairs
        for thing, spot in pairs:
            with story.twin() as tapped, story.twin() as dragged:
                dragged.carry(thing, spot)
                tapped.tap(thing)
                if tapped.session.hands:
                    tapped.tap(spot)
                assert tapped.visit == dragged.visit, (thing.means, spot.means)
                assert tapped.picture == dragged.picture


# The gesture that the ghost hand shows


@steps_in_turn(*carrying)
def test_the_gesture_with_a_picture_chooses_just_that(activity, number, band):
    with Story(band).at(activity, number) as story:
        before = len(story.moves())
        for what in [thing.means for thing in story.options()]:
            with story.twin() as child:
                child.perform(child.mechanic.demo(child.here.table, what))
                assert [move.what for move in child.moves()[before:]] == [str(what)]
                assert [row.how for row in child.rows] == [CHOSEN]
                assert child.session.hands == ()


@bands
@steps()
def test_the_gesture_alone_chooses_nothing(activity, number, band):
    with Story(band).at(activity, number) as story:
        gesture = story.mechanic.demo(story.here.table)
        before, screen = len(story.moves()), story.picture
        if activity in ONLY_SHOWN:
            assert gesture == ()
            return
        assert gesture[0].phase == "press" and gesture[-1].phase == "release"
        story.perform(gesture)
        if story.here.table.mechanic in (*carrying, "smooth", "use"):
            assert (len(story.moves()), story.picture) == (before, screen)
        else:  # a stroke warms the stone: where there is nothing to choose, the gesture is the thing itself
            assert len(story.moves()) > before


# Onward, with nothing chosen


@bands
@pytest.mark.parametrize("activity", SHELF.workbook.order())
def test_onward_alone_passes_an_activity_by(activity, band):
    with Story(band) as story:
        story.go(activity)
        for _ in SHELF.activities[activity].steps:
            if story.visit.place == events.STEP:
                story.tap(screens.ONWARD)
        assert story.visit.place == events.TRAIL
        assert story.visit.how[activity] == (events.DONE if activity in ONLY_SHOWN else events.PASSED_BY)
        assert story.moves() == []


def test_onward_alone_goes_from_the_door_through_the_gate():
    with Story() as story:
        story.wake()
        while story.visit.place != events.CLOSED:
            story.tap(screens.ONWARD)
        assert {how for name, how in story.visit.how.items() if name not in ONLY_SHOWN} == {events.PASSED_BY}
        assert list(story.visit.how) == list(SHELF.workbook.order())


# Each mechanic's own


@steps("decorate")
def test_up_to_forty_stickers(activity, number):
    with Story().at(activity, number) as story:
        sticker = story.options()[0]
        story.tap(sticker)
        base = story.thing(BASE)
        story.tap(base)
        for _ in range(MOST + 5):
            story.carry(sticker, base)
        assert len(story.here.state.stuck) == MOST == 40
        assert story.session.hands == ()


@steps("rub")
def test_a_stone_glows_more_with_each_stroke_up_to_its_fullest(activity, number):
    with Story().at(activity, number) as story:
        glow = []
        for _ in range(20):
            story.tap(STONE)
            glow += [
                thing.strength for thing in story.picture.things if isinstance(thing, Glow) and thing.id.name == "glow"
            ]
        assert glow == sorted(glow) and glow[-1] == 1
        assert len(set(glow)) == 12


@bands
@steps("choose")
def test_one_pick_more_sends_the_oldest_back(activity, number, band):
    with Story(band).at(activity, number) as story:
        many = story.here.table.step.up_to or len(story.options())
        options = story.options()[: many + 1]
        for option in options:
            story.tap(option)
        assert story.here.state.chosen == tuple(option.means.name for option in options[-many:])
        for back in options[:-many]:
            assert (back.means, back.x, back.y) in {(t.means, t.x, t.y) for t in story.options()}


@bands
@steps("place")
def test_a_spot_takes_everything_and_shows_it_apart(activity, number, band):
    """All pictures of the step on one spot: each can still be seen and touched."""
    with Story(band).at(activity, number) as story:
        spot = next(s for s in story.spots() if s.means != TRAY)
        everything = {o.id for o in story.here.table.offered + story.here.table.beside} - {BLANK}
        for _ in trays(story):
            for thing in story.options():
                if thing.means not in {one.what for one in story.here.state.laid}:
                    story.carry(thing, spot)
            if find(story.picture, TURN):
                story.tap(TURN)
        lie = {one.what for one in story.here.state.laid}
        laid = [t for t in meaningful(story.picture) if isinstance(t, Stamp) and t.means in lie]
        assert {thing.means.name for thing in laid} == everything
        assert len({(round(t.x), round(t.y)) for t in laid}) == len(laid)


def test_a_tap_on_a_blank_card_opens_it_and_onward_leads_back():
    """What is drawn lies among the pictures then; a card left empty is none."""
    with Story().at("when-we-are-done", 0) as story:
        story.tap(BLANK)
        assert story.here.table.mechanic == "draw"
        story.tap(screens.ONWARD)
        assert (story.visit.step, [o.id for o in story.here.table.beside]) == (0, [BLANK])
        story.tap(BLANK)
        story.choose(1)
        story.tap(screens.ONWARD)
        assert story.visit.step == 0
        (card,) = [o for o in story.here.table.beside if o.id != BLANK]
        assert isinstance(card.art, Picture)
        assert reachable(story.picture, story.thing(card.id))


def test_a_hand_without_a_finger_waits_for_the_next_tap_however_long():
    with Story().at("when-we-are-done", 0) as story:
        thing = story.options()[0]
        story.tap(thing)
        story.now += 3600
        (hand,) = story.session.hands
        assert isinstance(hand, Hand) and hand.finger is None and hand.what == thing.means
        story.tap(next(s for s in story.spots() if s.means != TRAY), finger=5)
        assert [laid.what for laid in story.here.state.laid] == [thing.means]
