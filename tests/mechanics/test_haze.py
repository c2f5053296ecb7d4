"""Where nobody knows how many visits will come, the road of lanterns goes into haze; tonight's is always seen."""

from functools import cache

import pytest
from msgspec.structs import replace

from game.core.events import Plan
from game.core.ids import Place
from game.core.lanterns import HAZE, LIGHTS, MISSED, TONIGHT
from game.core.picture import GLOWING, Stamp, meaningful
from game.core.table import Move
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
    lanterns = [thing for thing in there if str(thing.art).startswith("lantern-")]
    banks = [thing for thing in there if thing.art == HAZE]
    assert [thing.art for thing in lanterns].count(TONIGHT) == 1
    assert len(lanterns) == min(visit, PLACES // 2) and len(banks) == PLACES - len(lanterns)
    assert all(bank.means is None for bank in banks)


@ROADS
def test_nobody_can_walk_into_the_haze_or_light_it(activity, number):
    step = laid(activity, number, Plan(), 3)
    own = mechanic(step.table.mechanic)
    means = [t.means for t in meaningful(own.view(step.table, step.state, ())) if isinstance(t.means, Place)]
    ways = [Place("lantern-3")] if activity == "lanterns" else [Place(f"lantern-{n}") for n in (1, 2, 3)]
    assert sorted(map(str, means)) == sorted(map(str, ways))


@ROADS
@pytest.mark.parametrize("visit", [1, 11, 12, 13, 20])
def test_of_many_visits_tonight_s_lantern_stands_on_the_road(activity, number, visit):
    there = [thing.art for thing in stamps(laid(activity, number, Plan(20), visit))]
    assert there.count(TONIGHT) == 1 and HAZE not in there


@ROADS
def test_a_lantern_that_burns_is_in_no_light_but_its_own(activity, number):
    """The dusk darkens all that stands on the road but this."""
    step = laid(activity, number, Plan(), 3)
    own, do = mechanic(step.table.mechanic), "light" if activity == "lanterns" else "walk"
    after = own.after(step.table, step.state, Move(do, to="lantern-3"))
    burning = [thing for thing in stamps(replace(step, state=after)) if thing.art in LIGHTS]
    assert burning and all(thing.lift == GLOWING for thing in burning)


@ROADS
def test_by_each_lantern_lie_two_mats_since_two_meet_there_and_none_where_a_visit_was_missed(activity, number):
    there = stamps(laid(activity, number, Plan(planned=6, missed=(2,)), 3))
    lie = {thing.id.name for thing in there if thing.art == "two-mats"}
    meet = {thing.id.name for thing in there if str(thing.art).startswith("lantern-") and thing.art != MISSED}
    assert lie == {f"mats-{name}" for name in meet}
    assert len(lie) == 5
