"""Keyboard and one switch: whatever a finger can do on any screen, they can, through the same touches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core import events
from game.core.activity import BLANK
from game.core.ids import Gate, Id, Option, TrailStop
from game.core.layout import TRAY, TURN
from game.core.picture import Picture, Stamp, box, hit, meaningful
from game.core.table import CHOSEN, Move, Touch
from game.mechanics.draw import CRAYONS, ERASER, PAPER_SPOT
from game.play import screens
from game.play.scan_targets import SCREEN, ScanTarget, goals, toward
from game.play.tap_effect import FELT, TapAsker
from tests.support.examples import among, together
from tests.support.key_player import CHOOSING, TAB, Child, bands, by_keys, by_switch
from tests.support.story import BANDS, NAMES, SHELF, STEPS, Story

either = pytest.mark.parametrize("interval", [by_keys, by_switch])


# Everything can be reached


def moments(story: Story):
    """The screen as it is, with something in the air, with something laid, and with that in the air."""
    yield
    for _ in range(2):
        lift = next((goal for goal in Child(story).things()[:1]), None)
        if lift is None:
            return
        tap(story, lift)
        yield
        if story.session.hands:
            child = Child(story)
            tap(story, (child.areas() or child.things())[0])  # what lies all over a spot is its ground
            yield
        story.choose(3)
        yield


def tap(story: Story, goal: ScanTarget) -> None:
    """A finger goes where the keys would."""
    touches = [Touch("drag", x, y, 1) for x, y in goal.way()]
    ends = replace(touches[0], phase="press"), replace(touches[-1], phase="release")
    story.perform((ends[0], *touches[1:], ends[1]))


def places(picture: Picture) -> list[tuple[float, float]]:
    """Where a finger may come down: on each thing, in its middle and around it, and all over the screen."""
    around = [(0, 0), (0.35, 0.3), (-0.35, 0.3), (0.35, -0.3), (-0.35, -0.3)]
    on = [(t.x + a * box(t)[0], t.y + b * box(t)[1]) for t in meaningful(picture) for a, b in around]
    all_over = [(x, y) for x in range(40, 1280, 100) for y in range(40, screens.LOWEST, 86)]
    return [at for at in on + all_over if at[1] <= screens.LOWEST]


@pytest.mark.search
@pytest.mark.parametrize(("step", "band"), together(STEPS, BANDS))
def test_whatever_a_tap_can_do_keys_can_do_in_good_order(step, band):
    with Story(band).at(*step) as story:
        for _ in moments(story):
            found = goals(story.visit, story.picture, story.session.hands)
            each_is_there_once_and_the_controls_come_last(story, found)
            arrows_lead_from_everything_to_everything(found)
            if story.here.table.mechanic != "draw":  # a blank card or a leaf; drawing has a test of its own
                whatever_a_tap_can_do_is_among_them(story, found)


def whatever_a_tap_can_do_is_among_them(story: Story, found: tuple[ScanTarget, ...]) -> None:
    asker = TapAsker(story.visit, story.picture, story.session.hands)
    offered = {asker.effect(g.x, g.y).is_ for g in found}
    answers = [asker.effect(x, y) for x, y in places(story.picture)]
    assert {a.is_ for a in answers if a and a.rank != FELT} <= offered


def each_is_there_once_and_the_controls_come_last(story: Story, found: tuple[ScanTarget, ...]) -> None:
    assert [goal.means for goal in found[-3:]] == list(screens.CONTROLS_AT)
    assert len({(goal.means, goal.area) for goal in found}) == len(found)
    for goal in found:
        there = None if goal.means == SCREEN.means else goal.means  # beside everything, where nothing is meant
        assert hit(story.picture, goal.x, goal.y) == there


def arrows_lead_from_everything_to_everything(found: tuple[ScanTarget, ...]) -> None:
    ways = ((1, 0), (-1, 0), (0, 1), (0, -1))
    leads = [{found.index(toward(found, here, *way)) for way in ways} for here in found]
    for start in range(len(found)):
        assert reached(leads, start) == set(range(len(found))), f"from {found[start].means}"


def test_an_arrow_goes_to_the_nearest_of_what_one_sees_there():
    """As it was on the screens on which somebody was led astray: past the map, and past the folder."""
    chair, rest, map_ = (ScanTarget(None, x, y, (x, y), 1) for x, y in ((404, 412), (88, 652), (232, 652)))
    assert toward((chair, rest, map_), chair, -1, 0) == map_
    house, folder, stones = (ScanTarget(None, x, y, (x, y), 1) for x, y in ((970, 571), (776, 390), (1200, 508)))
    assert toward((house, folder, stones), house, 0, -1) == folder


def reached(leads: list[set[int]], start: int) -> set[int]:
    """Where arrows lead from here, key after key."""
    known, new = {start}, [start]
    while new:
        further = leads[new.pop()] - known
        known |= further
        new += further
    return known


@bands
@pytest.mark.parametrize("place", [events.TRAIL, events.GATE, events.CLOSED])
def test_whatever_means_something_beside_the_steps_is_reached(place, band):
    with Story(band) as story:
        story.go(events.GATE if place == events.CLOSED else place)
        if place == events.CLOSED:
            story.tap(screens.ONWARD)
        found = goals(story.visit, story.picture, ())
        assert {goal.means for goal in found} == {thing.means for thing in meaningful(story.picture)}
        controls = [thing.means for thing in meaningful(story.picture) if isinstance(thing, Stamp)]
        assert [goal.means for goal in found if not goal.area and goal.means in screens.CONTROLS_AT] == [
            means for means in controls if means in screens.CONTROLS_AT
        ]


# Playing


@bands
@either
def test_the_whole_workbook_with_keys_or_one_switch_alone(interval, band):
    with Story(band) as story:
        child = Child(story, interval)
        child.tap(child.goals()[0])
        for name in NAMES:
            if story.visit.place != events.STEP:  # somebody new is led to the first one
                child.tap(TrailStop(name))
            while story.visit.place == events.STEP:
                do_something(child)
                child.tap(screens.ONWARD)
        child.tap(Gate())
        child.tap(screens.ONWARD)
        assert story.visit.place == events.CLOSED and story.visit.failures == ()
        assert story.visit.how == dict.fromkeys(NAMES, events.DONE)


def do_something(child: Child) -> None:
    """The first thing that is there, if any is; when that has lifted it, onto the first ground."""
    thing = next((goal for goal in child.things() if goal.means != TURN), None)
    if thing is None:  # where there is only something to watch
        return
    child.tap(thing)
    if child.story.session.hands:
        child.tap(child.areas()[0])


LIFTING = [s for s in STEPS if SHELF.activities[s[0]].steps[s[1]].mechanic in ("choose", "place", "decorate")]


@pytest.mark.search
@pytest.mark.parametrize(("step", "how"), together(LIFTING, [(0, "little"), (0, "big"), (1.5, "middle")]))
def test_each_picture_can_be_chosen_laid_and_put_back(step, how):
    interval, band = how
    with Story(band).at(*step) as story:
        child = Child(story, interval)
        table = story.here.table
        left = {Option(o.id) for o in table.offered + table.beside} - {Option(BLANK)}
        for _ in range(len(left)):
            for means in [goal.means for goal in child.things() if goal.means in left]:
                left.remove(means)
                chosen_and_put_back(child, means)
            if not left:
                return
            child.tap(TURN)
        raise AssertionError(f"these are never offered: {left}")


def chosen_and_put_back(child: Child, means: Id) -> None:
    """Chosen or laid, moved where there are several spots, and put back, with nothing of it left."""
    story, before = child.story, {goal.means for goal in child.things()}
    child.tap(means)
    if story.session.hands:
        child.tap(child.areas()[0])
    assert any(row.how == CHOSEN for row in story.rows), f"{means} was not chosen"
    new = [goal.means for goal in child.things() if goal.means not in before]
    child.tap(new[0] if new else means)
    if story.session.hands:
        child.tap(child.areas()[-1])
        ready = {TRAY} | {Option(o.id) for o in story.here.table.offered + story.here.table.beside}
        copies = [goal.means for goal in child.things() if goal.means not in before]
        for lying in (*copies, means):
            if not any(row.how == CHOSEN for row in story.rows):
                break  # a copy was all that lay there
            child.tap(lying)
            child.tap(next((goal for goal in child.goals() if goal.means in ready - {lying}), None))
    assert not any(row.how == CHOSEN for row in story.rows), f"{means} was not put back"
    assert story.session.hands == ()


@pytest.mark.parametrize("activity", NAMES)
@among(NAMES, 2, 600)
@given(
    band=st.sampled_from(BANDS),
    keys=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(CHOOSING)), min_size=4, max_size=14),
)
def test_the_journal_is_the_same_as_by_fingers(activity, band, keys):
    with Story(band) as story, Story(band) as other:
        story.go(activity)
        other.go(activity)
        child = Child(story)
        for steps, key in keys:
            for _ in range(steps % len(child.goals())):
                child.press(TAB)
            goal = child.keys.at
            answer = TapAsker(story.visit, story.picture, story.session.hands).effect(goal.x, goal.y)
            moves = len(story.moves())
            child.press(key)
            tap(other, goal)
            assert story.picture == other.picture
            does = answer.is_ if answer else None  # a touch that ends a film of a page does nothing else
            assert len(story.moves()) == moves + (isinstance(does, Move) and does.what != BLANK)
        assert story.visit.failures == ()
        assert story.events() == other.events()


@either
def test_drawing_lines_lie_apart_and_the_eraser_takes_each_away(interval):
    with Story().at("inside-weather", 0) as story:
        child = Child(story, interval)
        child.tap(BLANK)
        assert story.here.table.mechanic == "draw"
        child.tap(list(CRAYONS)[2])
        for _ in range(12):
            child.tap(PAPER_SPOT)
        lines = story.here.state.lines
        assert len(lines) == 12 and {line.colour for line in lines} == {list(CRAYONS.values())[2]}
        assert all(len(line.points) > 1 for line in lines)
        assert len({line.points[0] for line in lines}) == 12
        child.tap(ERASER)
        for _ in lines:
            if story.here.state.lines:
                child.tap(PAPER_SPOT)
        assert story.here.state.lines == ()


def test_what_is_laid_by_keys_lies_apart():
    with Story("big").at("pick-a-worry-stone", 1) as story:
        child, sticker = Child(story), story.options()[0].means
        for _ in range(9):
            child.tap(sticker)
            child.tap(child.areas()[0])
        at = [(stuck.x, stuck.y) for stuck in story.here.state.stuck]
        assert len(at) == 9
        assert min(abs(a - c) + abs(b - d) for (a, b) in at for (c, d) in at if (a, b) != (c, d)) > 0.1
