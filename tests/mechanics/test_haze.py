"""Lanterns and benches of visits: how they stand along the road. Where nobody knows how many come it goes into haze;
today's is always seen, and the big hedgehog waits there."""

from functools import cache
from itertools import pairwise

import pytest
from msgspec.structs import replace

from game.core.companion import COMPANION_ID, FEET
from game.core.events import Plan
from game.core.ids import SpotId
from game.core.lanterns import (
    BENCHES,
    COMING,
    EXTRA,
    HAZE,
    KEEPER,
    LARGER,
    LIGHTS,
    NOW_HERE,
    SEAT,
    TODAY,
    TONIGHT,
    USED,
    along,
    in_water,
)
from game.core.picture import GLOWING, Stamp, meaningful
from game.core.table import Move, Spot
from game.mechanics import mechanic
from game.play.deal import lay_step
from game.play.take import StepState, set_up
from tests.support.story import LIBRARY, Story

ROADS = pytest.mark.parametrize(("activity", "number"), [("our-road", 1), ("lanterns", 0)])
PLACES = 12


@cache
def laid(activity: str, number: int, plan: Plan, visit: int) -> StepState:
    """The road on this visit."""
    with Story() as story:
        begun = replace(story.visit.begun, plan=plan, number=visit)
        return set_up(lay_step(story.loaded.activities[activity], number, story.session.record, begun, LIBRARY))


def stamps(step: StepState) -> list[Stamp]:
    picture = mechanic(step.table.mechanic).view(step.table, step.state, ())
    return [thing for thing in picture.things if isinstance(thing, Stamp)]


@ROADS
@pytest.mark.parametrize("visit", [1, 2, 6, 7, 40])
def test_after_tonight_s_lantern_all_the_rest_of_the_road_is_in_haze(activity, number, visit):
    there = stamps(laid(activity, number, Plan(), visit))
    lanterns = [thing for thing in there if str(thing.art).startswith(("lantern-", "bench-"))]
    banks = [thing for thing in there if thing.art == HAZE]
    assert len([thing for thing in lanterns if thing.art in NOW_HERE]) == 1
    assert len(lanterns) == min(visit, PLACES // 2) and len(banks) == PLACES - len(lanterns)
    assert all(bank.means is None for bank in banks)


@ROADS
def test_nobody_can_walk_into_the_haze_or_light_it(activity, number):
    step = laid(activity, number, Plan(), 3)
    own = mechanic(step.table.mechanic)
    means = [t.means for t in meaningful(own.view(step.table, step.state, ())) if isinstance(t.means, SpotId)]
    ways = [SpotId("lantern-3")] if activity == "lanterns" else [SpotId(f"lantern-{n}") for n in (1, 2, 3)]
    assert sorted(map(str, means)) == sorted(map(str, ways))


@ROADS
@pytest.mark.parametrize("visit", [1, 11, 12, 13, 20])
def test_of_many_visits_tonight_s_lantern_stands_on_the_road(activity, number, visit):
    there = [thing.art for thing in stamps(laid(activity, number, Plan(20), visit))]
    assert len([art for art in there if art in NOW_HERE]) == 1 and HAZE not in there


def test_a_lantern_that_burns_is_in_no_light_but_its_own():
    """The night darkens all that stands on the road but this."""
    step = laid("lanterns", 0, Plan(), 3)
    after = mechanic("light").after(step.table, step.state, Move("light", to="lantern-3"))
    burning = [thing for thing in stamps(replace(step, state=after)) if thing.art in LIGHTS]
    assert burning and all(thing.lift == GLOWING for thing in burning)


def on_road(visit: int, *been: str) -> tuple[StepState, Stamp]:
    """Our road with six benches on this visit, the companion led to these, one after the other; where it is then."""
    step = laid("our-road", 1, Plan(6), visit)
    for name in been:
        step = replace(step, state=mechanic("walk").after(step.table, step.state, Move("walk", to=name)))
    return step, next(thing for thing in stamps(step) if thing.id == COMPANION_ID)


@pytest.mark.parametrize("visit", [1, 4, 6])
def test_on_our_road_the_companion_sits_down_beside_the_big_hedgehog_and_no_lantern_stands_there(visit):
    step, waits = on_road(visit)
    name = SpotId(f"lantern-{visit}")
    bench = next(thing for thing in stamps(step) if thing.id == name)
    assert bench.art == TODAY and not any(str(thing.art).startswith("lantern-") for thing in stamps(step))
    assert not (abs(waits.x - bench.x) < bench.width / 2 and abs(waits.y - bench.y) < bench.width / 4), "not yet there"
    led, sits = on_road(visit, name.name)
    keeper = next(thing for thing in stamps(led) if thing.art == KEEPER)
    assert bench.x - bench.width / 2 < sits.x < bench.x < keeper.x < bench.x + bench.width / 2
    assert abs((sits.y + FEET * sits.width) - (keeper.y + FEET * keeper.width)) < bench.width / 20
    assert next(thing for thing in stamps(led) if thing.id == name).art == USED


def test_a_bench_shows_whether_two_sat_there_one_was_missed_added_or_there_is_a_break():
    plan = Plan(planned=6, missed=(2,), added=(2,))
    seen = {one: laid("our-road", 1, replace(plan, paused=one), 3).table.offered for one in (False, True)}
    states = {one: [str(o.art).removeprefix("bench-") for o in offered] for one, offered in seen.items()}
    assert states == {
        False: ["lit", "missed", "lit", "tonight", "waiting", "coming"],
        True: ["lit", "missed", "lit", "tonight", "paused", "paused"],
    }
    assert {o.art for offered in seen.values() for o in offered} <= {*BENCHES}


def test_what_burns_is_seen_in_the_water_before_it_and_nothing_else_is():
    """The first one stands on the land: before it is no water."""
    step = laid("lanterns", 0, Plan(planned=7, missed=(3,)), 4)
    lit = mechanic("light").after(step.table, step.state, Move("light", to="lantern-5"))
    for state, burning in ((step.state, {2, 4}), (lit, {2, 4, 5})):
        there = stamps(replace(step, state=state))
        seen = {thing.id.name for thing in there if thing.art == "light-in-water" and thing.strength}
        assert seen == {f"in-water-lantern-{number}" for number in burning}


def test_before_two_waters_a_light_is_seen_once():
    spot, water = Spot("here", 300, 400, 90, 90), Spot("water", 320, 600, 600, 200, front="light-in-water")
    (light,) = in_water((spot,), (water, replace(water, x=280)), {"here"})
    assert light.strength == 1


def test_what_was_added_comes_along_the_road_and_burns_in_its_own_colour_on_its_day():
    plan = Plan(planned=5, missed=(2,), added=(2,))
    seen = {visit: stamps(laid("lanterns", 0, plan, visit)) for visit in (2, 4, 5)}
    last = {visit: next(t for t in there if t.id == SpotId("lantern-5")) for visit, there in seen.items()}
    assert [last[visit].art for visit in (2, 4)] == [COMING, TONIGHT]
    assert (last[2].means, last[2].loop) == (None, "drift") and last[2].width >= LARGER[COMING][1]
    more = stamps(laid("lanterns", 0, replace(plan, planned=6, missed=(2, 3), added=(2, 3)), 4))
    assert [t.art for t in more].count(EXTRA) == 1


@ROADS
@pytest.mark.parametrize("planned", [2, 3, 6, 11, 12])
def test_however_many_visits_there_are_the_lanterns_go_from_the_child_to_the_gate_in_their_order(
    activity, number, planned
):
    step = laid(activity, number, Plan(planned), 1)
    seen = {t.id.name: t for t in stamps(step) if isinstance(t.id, SpotId)}
    at = {spot.name: spot.x for spot in LIBRARY.spots(step.table.scene)}
    assert [*sorted(seen)] == sorted(f"lantern-{n}" for n in range(1, planned + 1)), "as records name them"
    assert seen["lantern-1"].x == at["lantern-1"] and seen[f"lantern-{planned}"].x == at[f"lantern-{PLACES}"]
    assert len({(t.x, t.y) for t in seen.values()}) == planned


@pytest.mark.parametrize("planned", [5, 7, 10])
def test_at_dusk_the_lanterns_stand_evenly_and_a_night_lies_between_two_of_them(planned):
    there = stamps(laid("lanterns", 0, Plan(planned), 1))
    row = sorted((t for t in there if isinstance(t.id, SpotId)), key=lambda t: t.x)
    apart = [(b.x - a.x) / (a.width + b.width) for a, b in pairwise(row)]
    assert max(apart) < 1.2 * min(apart), "as far as each is large, and never in pairs"
    moons = sorted(t.x for t in there if t.art == "moon-between")
    assert all(a.x < moon < b.x for moon, (a, b) in zip(moons, pairwise(row), strict=True))


def test_between_two_lanterns_that_are_far_apart_there_is_no_small_moon():
    """Low over the water, far from both, it was taken for a second moon."""
    assert [t for t in stamps(laid("lanterns", 0, Plan(2), 1)) if t.art == "moon-between"] == []


@ROADS
@pytest.mark.parametrize("visit", [1, 4, 6])
def test_the_big_hedgehog_waits_at_tonight_s_lantern_and_a_little_story_goes_there(activity, number, visit):
    step = laid(activity, number, Plan(6), visit)
    picture = mechanic(step.table.mechanic).view(step.table, step.state, ())
    (keeper,) = (t for t in stamps(step) if t.art == KEEPER)
    lanterns = [t for t in stamps(step) if isinstance(t.id, SpotId)]
    tonight = next(t for t in lanterns if t.art in NOW_HERE)
    assert tonight.x < keeper.x < tonight.x + tonight.width and keeper.means is None
    spots = {spot.name: spot for spot in along(LIBRARY.spots(step.table.scene), picture)}
    following = min((t for t in lanterns if t.id.name > tonight.id.name), key=lambda t: t.id.name, default=tonight)
    here = tonight.x + (SEAT[1] * tonight.width if tonight.art == TODAY else 0)
    assert (spots["tonight"].x, spots["tonight"].y) == (here, tonight.y)
    assert (spots["next"].x, spots["next"].y) == (following.x if following != tonight else here, following.y)


def test_on_other_screens_the_spots_of_a_scene_are_where_they_are():
    with Story().at("backpack", 0) as story:
        spots = LIBRARY.spots("lantern-row")
        assert along(spots, story.picture) == spots
