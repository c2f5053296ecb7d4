"""What fingers do at every step: several at once, and those that are lost."""

import pytest

from game.core import events
from game.core.gesture import drag
from game.core.layout import TRAY
from game.core.picture import HELD, Picture, Stamp
from game.core.table import Touch
from game.play import screens
from tests.support.steps import bands, carrying, steps
from tests.support.story import Story


def in_the_air(story: Story) -> list[tuple[str | Picture, float, float]]:
    return [(t.art, t.x, t.y) for t in story.picture.things if isinstance(t, Stamp) and t.lift == HELD]


@bands
@steps(*carrying)
def test_two_fingers_carry_two_things_at_once(activity, number, band):
    with Story(band).at(activity, number) as story:
        things = story.options()[:2]  # where one lies alone, one finger carries it
        for finger, thing in enumerate(things):
            story.touch("press", thing.x, thing.y, finger)
        spot = next(spot for spot in reversed(story.spots()) if spot.means != TRAY)
        ends = [spot.x - 60, spot.x + 60][: len(things)]
        for finger, x in enumerate(ends):
            story.touch("drag", x, spot.y, finger)
        assert things and sorted((art, x) for art, x, _ in in_the_air(story)) == sorted(
            (thing.art, x) for thing, x in zip(things, ends, strict=True)
        )
        for finger, x in reversed([*enumerate(ends)]):
            story.touch("release", x, spot.y, finger)
        assert [move.what for move in story.moves()[-len(things) :]] == [str(thing.means) for thing in reversed(things)]


@steps(*carrying)
def test_two_fingers_show_two_of_the_same_picture(activity, number):
    """Stickers never run out, so two fingers can carry the same one; elsewhere the second finger finds nothing."""
    with Story().at(activity, number) as story:
        thing, spot = story.options()[0], story.spots()[0]
        for finger in (1, 2):
            story.touch("press", thing.x, thing.y, finger)
            story.touch("drag", spot.x + 80 * finger, spot.y, finger)
        shown = [t for t in story.picture.things if isinstance(t, Stamp) and t.lift == HELD]
        assert len(shown) == len(story.session.hands)
        assert len({thing.id for thing in shown}) == len(shown)


@bands
@steps(*carrying)
def test_what_a_lost_finger_held_is_home_again(activity, number, band):
    with Story(band).at(activity, number) as story:
        before = story.visit, story.picture
        for thing in story.options():
            story.touch("press", thing.x, thing.y)
            story.touch("drag", 600, 300)
            assert in_the_air(story)
            story.touch("lost", 600, 300)
            assert (story.visit, story.picture) == before


@steps(*carrying)
def test_letting_go_brings_everything_home(activity, number):
    with Story().at(activity, number) as story:
        before = story.visit, story.picture
        for finger, thing in enumerate(story.options()[:3]):
            story.touch("press", thing.x, thing.y, finger)
        story.session.let_go()
        assert (story.visit, story.picture) == before


@steps(*carrying)
def test_the_controls_answer_while_something_is_in_the_air(activity, number):
    for control, place in ((screens.REST, (events.STEP, True)), (screens.TRAIL, (events.TRAIL, False))):
        with Story().at(activity, number) as story:
            thing = story.options()[0]
            story.touch("press", thing.x, thing.y, 1)
            story.touch("drag", 600, 300, 1)
            story.tap(control, finger=2)
            assert (story.visit.place, story.visit.resting) == place
            assert story.session.hands == ()


def test_no_control_stays_pressed_when_another_finger_went_to_rest():
    with Story() as story:
        story.go("my-traveller")
        onward = story.thing(screens.ONWARD)
        story.touch("press", onward.x, onward.y, 1)
        story.tap(screens.REST, finger=2)
        story.touch("release", onward.x, onward.y, 1)
        assert not story.visit.resting
        assert story.thing(screens.ONWARD).width == screens.SIZE
        story.tap(story.options()[0], finger=1)
        assert len(story.moves()) == 1


def test_a_control_that_the_finger_leaves_does_nothing():
    with Story() as story:
        story.go("my-traveller")
        before = story.visit
        onward = story.thing(screens.ONWARD)
        story.perform(drag(((onward.x, onward.y), (640, 300))))
        assert story.visit == before


@pytest.mark.parametrize("y", [730, 799])
def test_wrists_on_the_lowest_part_do_nothing(y):
    with Story() as story:
        for x in range(20, 1280, 40):
            story.perform((Touch("press", x, y, 7), Touch("release", x, y, 7)))
        assert story.visit.place == events.ASLEEP
