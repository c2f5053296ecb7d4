"""Between activities the companion has the child's thing with it; whatever the thing is, in the same way."""

import pytest

from game.core import events
from game.core.assembly import posed
from game.core.companion import CARRIED_ID, COMPANION_ID, PAWS_ID
from game.core.ids import Door, Scenery, TrailStop
from game.core.picture import Stamp, pieces
from game.core.poses import POSES
from game.core.puppet import Pose, from_behind
from game.play import screens
from game.play.companion import HUGS, hugging
from game.play.figure import paws_over, puppet_at, puppet_sprite
from game.play.record import pair_pictures
from tests.support.child import Child
from tests.support.story import LIBRARY, NAMES, NEXT_DAY, Story

BESIDE_ID = Scenery("beside")
STONE = "pick-a-worry-stone"


def with_thing(story: Story, number: int = 0) -> str:
    """A child that has chosen an animal and this one of the things; the picture of the thing."""
    story.go(events.TRAVELLER)
    while story.visit.place == events.STEP:
        story.tap(story.options()[number])
        story.tap(screens.ONWARD)
    return pair_pictures(story.session.record)[1]


def shown(story: Story, id: Scenery = CARRIED_ID) -> Stamp | None:
    return next((t for t in story.picture.things if isinstance(t, Stamp) and t.id == id), None)


def test_who_has_chosen_nothing_carries_nothing():
    with Story() as story:
        assert shown(story) is None
        for place in (events.TRAIL, events.GATE):
            story.go(place)
            assert shown(story) is shown(story, BESIDE_ID) is None


def test_it_is_carried_on_the_trail_to_the_gate_and_beyond_and_nowhere_else():
    with Story() as story:
        thing = with_thing(story)
        assert thing and shown(story).art == thing and shown(story).means is None
        story.tap(screens.REST)
        assert shown(story) is None
        story.tap(screens.ONWARD)
        story.go(NAMES[1])
        assert story.visit.place == events.STEP and shown(story) is None
        story.go(events.GATE)
        assert shown(story).art == thing
        story.tap(screens.ONWARD)
        assert story.visit.place == events.CLOSED and shown(story).art == thing


def test_at_home_it_lies_beside_the_companion_which_curls_up_there():
    with Story() as story:
        story.weekly()
        thing = with_thing(story)
        story.tap(Door())
        lies = shown(story, BESIDE_ID)
        assert lies.art == thing and shown(story) is None
        story.tap(screens.ONWARD)
        assert story.visit.place == events.CLOSED and shown(story, BESIDE_ID) == lies


def with_stone(story: Story, strokes: int) -> list[str]:
    """A child that has picked a stone, laid a sticker on it, and rubbed it so often; what the stone is made of."""
    story.go(STONE)
    for _ in range(2):
        story.choose(1)
        story.tap(screens.ONWARD)
    for _ in range(strokes):
        story.tap(Scenery("base"))
    story.tap(screens.ONWARD)
    return pieces(story.visit.laid[STONE, 2].table.base.art)


def test_the_stone_that_was_rubbed_is_in_its_paws_as_the_child_has_made_it():
    with Story() as story:
        with_stone(story, 0)
        assert shown(story) is None, "it was only decorated"
        stone = with_stone(story, 1)
        assert len(stone) > 1 and pieces(shown(story).art) == stone


def test_it_is_carried_together_with_the_thing_on_the_next_visit_too():
    with Story() as story:
        stone = with_stone(story, 1)
        story.begin(NEXT_DAY)
        thing = with_thing(story)
        assert pieces(shown(story).art) == [thing, *stone], "the stone lies before the thing"
        story.weekly()
        story.tap(Door())
        assert pieces(shown(story, BESIDE_ID).art) == [thing, *stone]


@pytest.mark.parametrize("number", [1, 2])
def test_each_thing_is_carried_alike(number):
    found = []
    for which in (0, number):
        with Story() as story:
            thing = with_thing(story, which)
            carried = shown(story)
            found.append((thing, carried.width, carried.height, carried.lift, carried.loop, carried.strength))
    assert found[0][0] != found[1][0] and found[0][1:] == found[1][1:]


def test_it_goes_where_the_companion_goes_step_by_step():
    with Story() as story:
        with_thing(story)
        child = Child(story)
        child.wait(0.5)
        story.go(next(t.means.name for t in reversed(story.picture.things) if _is_stop(t)))
        child.wait(0.5)
        story.tap(screens.TRAIL)
        seen = set()
        for _ in range(120):  # on its way, and in its story there
            child.wait(0.1)
            one, other = child.things[CARRIED_ID], child.things[COMPANION_ID]
            assert one.x == other.x and one.y > other.y
            order = [*child.things]
            assert order.index(COMPANION_ID) < order.index(CARRIED_ID) < order.index(PAWS_ID), "its arms close round it"
            seen.add(round(one.x))
        assert len(seen) > 5, "it has walked"


def _is_stop(thing: object) -> bool:
    return isinstance(thing, Stamp) and isinstance(thing.means, TrailStop)


def test_a_raised_paw_lets_go_and_the_other_one_holds():
    assert hugging(POSES["sitting"]).reach == HUGS
    assert set(hugging(POSES["waving"]).reach) == {"arm-left"}
    assert hugging(POSES["waving"]).turn == POSES["waving"].turn


def test_only_arms_that_lie_over_all_else_are_laid_over_what_it_holds():
    def over(pose: Pose) -> list[str]:
        body = puppet_at(400, 300, 200, puppet_sprite(posed(LIBRARY.puppet("fox-looking"), pose), 200))
        return [one.part.name for drawn in paws_over(body) for one in drawn.sprite.posed.parts]

    assert over(hugging(POSES["sitting"])) == ["arm-left", "arm-right"]
    assert over(POSES["sitting"]) == over(from_behind(hugging(POSES["sitting"]))) == []
