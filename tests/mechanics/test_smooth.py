"""Stones: stroked with any grip they become smooth, sand roughens them again, and nothing of a map is ever missing."""

from math import hypot

import pytest
from msgspec.structs import replace

from game.core.companion import COMPANION_ID, companion_on
from game.core.gesture import drag, points_between
from game.core.ids import Scenery
from game.core.picture import Stamp, TouchArea
from game.core.road import from_stone_to_stone, length
from game.core.stepping_stones import SAND, STONE, stepping_stones, steps_on, teeters
from game.core.table import CHOSEN, Offered, Table
from game.mechanics import mechanic
from game.mechanics.smooth import LEFT, LEVELS, STROKE
from game.play.companion import Companion
from game.play.gait import seconds
from game.play.scan_targets import goals
from game.play.screens import CONTROLS_AT, ONWARD
from game.play.tap_effect import KEYS
from tests.support.steps import bands
from tests.support.story import LIBRARY, Story

AT = ("what-changed", 1)


@pytest.fixture
def story():
    with Story().at(*AT) as story:
        yield story


@pytest.fixture
def fixed():
    """A child that has hoped for nothing."""
    with Story() as story:
        to_the_stones(story)
        yield story


def to_the_stones(story: Story) -> None:
    """Past the map, which only tells of them."""
    story.go("what-changed")
    while story.here.table.mechanic != "smooth":
        story.tap(ONWARD)


def level(story: Story, what) -> str:
    """How the stone looks."""
    return stone_of(story, what).art.removeprefix("stepping-stone-")


def stone_of(story: Story, what) -> Stamp:
    """The stone on which this stands."""
    things = story.picture.things
    spot = next(thing for thing in things if isinstance(thing, TouchArea) and thing.means == what)
    return next(t for t in things if isinstance(t, Stamp) and t.id != what and (t.x, t.y) == (spot.x, spot.y))


def stones(story: Story) -> list:
    return [thing.means for thing in story.options()]


def scatter(story: Story, what) -> None:
    story.tap(SAND)
    story.tap(what)


def test_each_tap_smooths_and_each_handful_of_sand_roughens_by_one_level(story):
    what = stones(story)[0]
    seen = [level(story, what)]
    for do in (story.tap, story.tap, story.tap):
        do(what)
        seen.append(level(story, what))
    for _ in range(3):
        scatter(story, what)
        seen.append(level(story, what))
    assert seen == ["rough", "between", "smooth", "smooth", "between", "rough", "rough"]
    assert [move.to for move in story.moves()[-6:]] == seen[1:], "journals hold the level by its name"
    assert story.session.hands == ()


def stroke(story: Story, what, far: float) -> None:
    """A finger that goes to and fro on a stone, so far in all."""
    stone, way = stone_of(story, what), [0.0]
    while way[-1] < far:
        way.append(min(far, way[-1] + 20))
    points = tuple((stone.x - 50 + abs(done % 200 - 100), stone.y) for done in way)
    story.perform(drag(points, 1))


@pytest.mark.parametrize(("far", "becomes"), [(60, 1), (STROKE + 30, 1), (2 * STROKE + 30, 2), (9 * STROKE, 2)])
def test_a_long_stroke_smooths_further_and_is_one_move(story, far, becomes):
    what, before = stones(story)[0], len(story.moves())
    stroke(story, what, far)
    assert level(story, what) == LEVELS[becomes]
    assert len(story.moves()) == before + 1


def test_what_a_stroke_will_come_to_is_seen_while_the_finger_is_down_and_a_lost_finger_takes_it_back(story):
    what = stones(story)[0]
    stone, before = stone_of(story, what), story.moves()
    story.touch("press", stone.x - 60, stone.y)
    assert level(story, what) == "rough" and stone_of(story, what).width < stone.width, "it answers at once"
    for x in (60, -60, 60, -60):
        story.touch("drag", stone.x + x, stone.y)
    assert level(story, what) == "smooth"
    story.touch("lost", stone.x, stone.y)
    assert level(story, what) == "rough" and story.moves() == before


def test_a_finger_that_slides_off_before_it_has_stroked_changes_nothing(story):
    stone = story.thing(stones(story)[0])
    story.perform(drag(points_between((stone.x, stone.y), (stone.x, stone.y - 300)), 1))
    assert story.here.state.stones == ()


def test_two_fingers_stroke_two_stones(story):
    one, other = (story.thing(what) for what in stones(story)[:2])
    for finger, stone in ((1, one), (2, other)):
        story.touch("press", stone.x, stone.y, finger)
    for finger, stone in ((1, one), (2, other)):
        story.touch("release", stone.x, stone.y, finger)
    assert [level(story, stone.means) for stone in (one, other)] == ["between", "between"]


def test_sand_is_carried_in_one_go_too_and_falls_back_beside_the_stones(story):
    what = stones(story)[0]
    story.tap(what)
    story.carry(SAND, story.thing(what))
    assert level(story, what) == "rough"
    before = len(story.moves())
    story.tap(SAND)
    story.tap(SAND)
    assert len(story.moves()) == before and story.session.hands == ()


def test_one_switch_reaches_every_stone_and_the_sand_and_sands_every_stone(story):
    def reached() -> set:
        found = goals(story.visit, story.picture, story.session.hands)
        return {goal.means for goal in found if goal.means not in CONTROLS_AT}

    everything = {*stones(story), SAND}
    assert reached() == everything
    story.tap(SAND, finger=KEYS)
    assert reached() >= {*stones(story)}


@bands
def test_a_map_is_whole_in_every_band(band):
    with Story(band).at(*AT) as story:
        table = story.here.table
        assert {what.name for what in stones(story)} == {o.id for o in table.offered + table.beside}


def laid(count: int, scene: str = "stone-crossing") -> Table:
    offered = tuple(Offered(f"hope-{number}", "kite", "") for number in range(count))
    step = mechanic("smooth").Step(smooth="it")
    return Table("smooth", "it", step, scene, "fox", offered=offered, layout=LIBRARY.layout(scene))


@pytest.mark.parametrize("scene", ["stone-crossing", "quiet-valley"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 9, 12, 15])
def test_stones_lie_apart_in_one_size_on_the_screen_and_under_no_control(count, scene):
    found = stepping_stones(laid(count, scene))
    assert len(found) == count and len({seat.size for seat in found}) == 1 and found[0].size >= 120
    for seat in found:
        assert all(hypot(seat.x - x, seat.y - y) > 120 for x, y in CONTROLS_AT.values())
        assert 0.4 * seat.size < seat.x < 1280 - 0.4 * seat.size and 110 < seat.y < 620
    for one in found:
        near = [s for s in found if s != one and max(abs(s.x - one.x), abs(s.y - one.y)) < 0.8 * one.size]
        assert near == [], "stones lie on each other"


def test_the_companion_goes_to_the_stone_that_was_touched_last_with_one_step_on_all_of_them(story):
    """Rough or smooth: it stands in one place and size, the way is as long and takes as many seconds."""
    what, elsewhere = stones(story)[:2]
    seen = set()
    for reached in LEVELS:
        while level(story, what) != reached:
            story.tap(what)
        story.tap(elsewhere)
        there = companion_on(story.picture)
        with story.twin() as twin:
            scatter(twin, what) if reached == "rough" else twin.tap(what)
            stood = companion_on(twin.picture)
            way = from_stone_to_stone(steps_on(twin.picture), (there.x, there.y), (stood.x, stood.y))
            seen.add((replace(stood, loop=""), length(way), seconds(length(way), stood.width)))
    assert len(seen) == 1


def test_on_bumps_the_companion_teeters_on_a_level_stone_it_does_not(story):
    what, seen = stones(story)[0], []
    for do in (lambda: scatter(story, what), lambda: story.tap(what), lambda: story.tap(what)):
        do()
        seen.append(teeters(companion_on(story.picture)))
    assert seen == [1, 0.5, 0]
    leans = [{_leaning(much, moment / 5) for moment in range(20)} for much in seen]
    widest = [max(lean) - min(lean) for lean in leans]
    assert widest[0] > widest[1] > widest[2]
    assert _leaning(1, 0.7, still=True) == _leaning(0, 0.7, still=True), "at rest nothing is told by it"


def _leaning(much: float, now: float, still: bool = False) -> float:
    """How far its body leans at this moment."""
    companion = Companion(LIBRARY.puppet("fox-looking"), still)
    companion.teeters = much
    return next(part.angle for part in companion.posed(now).parts if part.part.name == "body")


def test_what_stands_on_a_stone_makes_room_for_the_companion_and_the_stone_stays(story):
    what = stones(story)[0]
    before = {thing.id: thing for thing in story.picture.things if isinstance(thing, Stamp) and thing.id}
    story.tap(what)
    after = {thing.id: thing for thing in story.picture.things if isinstance(thing, Stamp) and thing.id}
    moved = {id for id in before if (before[id].x, before[id].y) != (after[id].x, after[id].y)}
    assert moved == {what, COMPANION_ID}
    assert sum(isinstance(id, Scenery) and id.name == STONE for id in after) == len(stones(story))


def test_papers_tell_every_hope_by_its_level_and_which_were_not_touched(fixed):
    assert fixed.rows == ()
    easy, between_, *left = stones(fixed)
    for what in (easy, easy, between_):
        fixed.tap(what)
    untouched = {what.name for what in left}
    assert [(row.how, row.spot, row.label, {o.id for o in row.pictures}) for row in fixed.rows] == [
        (CHOSEN, "smooth", "Walks easily now", {easy.name}),
        (CHOSEN, "between", "In between", {between_.name}),
        (CHOSEN, "rough", "Still bumpy", untouched),
        (LEFT, "", "", untouched),
    ]


def test_a_stone_sanded_back_is_said_to_be_bumpy_and_not_to_be_untouched(story):
    what = stones(story)[0]
    story.tap(what)
    scatter(story, what)
    told = {(row.how, row.spot): {o.id for o in row.pictures} for row in story.rows}
    assert what.name in told[CHOSEN, "rough"] and what.name not in told.get((LEFT, ""), set())


def test_where_nothing_was_hoped_for_the_fixed_set_lies_there(fixed):
    assert {what.name for what in stones(fixed)} == {o.name for o in fixed.here.table.step.otherwise}


def test_another_visit_finds_the_map_as_it_was_left(story):
    what = stones(story)[0]
    story.tap(what)
    picture = story.picture
    story.reopen()
    assert story.picture == picture
