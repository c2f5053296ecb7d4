"""Touches that mean nothing: wherever a finger comes down something answers, and nothing of it is kept."""

import pytest

from game.core import events
from game.core.ids import Door, Gate, TrailStop
from game.core.picture import WIDTH, hit
from game.play import screens
from game.play.land import REACH
from game.play.tones import Answered
from tests.support.child import Child
from tests.support.story import LIBRARY, NAMES, USUAL_SCENES, Story

GRID = 40  # design units
BESIDE = 70  # design units that a 16:9 screen shows more at each side


@pytest.mark.parametrize("scene", USUAL_SCENES)
def test_wherever_a_touch_means_nothing_a_part_answers_within_a_hand_s_width(scene):
    """On each scene with nothing on it, so that it holds for whatever an activity lays there."""
    answering = [part for part in LIBRARY.parts(scene) if part.answer]
    for x in range(-BESIDE, WIDTH + BESIDE + 1, GRID):
        for y in range(0, screens.LOWEST + 1, GRID):
            near = min(part.distance(x, y) for part in answering)
            assert near <= REACH, f"at {x}, {y} the scene '{scene}' has nothing that answers: give it one more area"


@pytest.fixture
def child():
    with Story() as story:
        story.go(events.TRAIL)
        child = Child(story)
        child.wait(1)
        yield child


def of_land(child: Child) -> list:
    """The parts and effects on the glass."""
    return [drawn for drawn in child.frame.things if str(drawn.id).startswith(("=Scenery=part-", "=Scenery=answer-"))]


def nothing_there(child: Child) -> tuple[float, float]:
    """A place in the sky over the trail that means nothing."""
    assert hit(child.story.picture, 760, 140) is None
    return 760, 140


def test_a_touch_that_means_nothing_is_answered_with_the_next_frame(child):
    before = len(of_land(child))
    child.tap(*nothing_there(child))
    assert len(of_land(child)) > before
    assert child.room.news()[-1:] == (Answered("mote"),) and child.room.news() == ()


def test_an_answer_swallows_no_touch():
    """A finger that comes down beside everything and is drawn onto a stop is a finger as any other."""
    found = [_drawn_onto_a_stop(answers) for answers in (True, False)]
    assert [answered for answered, *_ in found] == [(Answered("mote"),), ()]
    assert found[0][1:] == found[1][1:] and found[0][2] == events.STEP


def _drawn_onto_a_stop(answers: bool) -> tuple:
    """What the land answered, what is on the disk then, and where the visit is after a tap on that stop."""
    with Story() as story:
        story.go(events.TRAIL)
        child = Child(story)
        child.wait(1)
        if not answers:
            child.room._list.answer = lambda x, y, now: ""
        stop, (x, y) = story.thing(TrailStop(NAMES[0])), nothing_there(child)
        child.touch("press", x, y)
        answered = tuple(news for news in child.room.news() if isinstance(news, Answered))
        child.touch("drag", (x + stop.x) / 2, (y + stop.y) / 2)
        child.touch("drag", stop.x, stop.y)
        child.touch("release", stop.x, stop.y)
        child.wait(0.6)
        drawn = story.visit.place, story.session.journal.path.read_bytes()
        child.tap_on(stop)
        return answered, drawn, story.visit.place, story.session.journal.path.read_bytes()


def test_meaning_comes_first(child):
    thing = child.story.thing(screens.REST)
    child.tap(thing.x, thing.y)
    assert child.story.visit.resting and not any(isinstance(news, Answered) for news in child.room.news())
    child.tap(*nothing_there_at_rest())
    assert not child.story.visit.resting and not any(isinstance(news, Answered) for news in child.room.news())


@pytest.mark.parametrize("last", [True, False])
def test_when_the_visit_is_over_onward_leads_nowhere_and_the_place_answers_beside_it(last):
    with Story() as story:
        story.go(events.TRAIL)
        if not last:
            story.weekly()
        story.tap(Gate() if last else Door())
        story.tap(screens.ONWARD)
        child = Child(story)
        child.wait(1)
        child.room.news()
        kept = story.session.journal.path.read_bytes()
        child.tap(*screens.CONTROLS_AT[screens.ONWARD])
        assert story.visit.place == events.CLOSED and story.session.journal.path.read_bytes() == kept
        assert any(isinstance(news, Answered) for news in child.room.news())


def nothing_there_at_rest() -> tuple[float, float]:
    """While the companion rests a touch anywhere wakes it."""
    return 640, 120


def test_where_wrists_rest_nothing_answers(child):
    child.tap(640, screens.LOWEST + 10)
    assert not any(isinstance(news, Answered) for news in child.room.news())


def test_what_waits_for_its_place_glides_home_and_the_land_is_silent():
    with Story("little") as story:
        story.go("when-we-are-done")
        child = Child(story)
        child.wait(1)
        story.tap(story.options()[0])
        assert story.session.hands
        child.room.news()
        x, y = 640, 40
        assert hit(story.picture, x, y) is None
        child.tap(x, y)
        assert not any(isinstance(news, Answered) for news in child.room.news())


def test_a_thousand_answers_leave_the_journal_as_it_was(child):
    path = child.story.session.journal.path
    before, visit = path.read_bytes(), child.story.visit
    answered = 0
    for number in range(1000):
        x, y = (number * 137) % WIDTH, (number * 89) % screens.LOWEST
        if hit(child.story.picture, x, y) is None:
            child.now += 0.31
            child.tap(x, y, finger=number % 10)
            answered += sum(isinstance(news, Answered) for news in child.room.news())
    assert answered > 300
    assert path.read_bytes() == before and child.story.visit == visit
    assert child.story.session.hands == ()


def test_after_an_answer_the_glass_is_as_before(child):
    child.now += 100  # nothing lives any more
    child.wait(0.1)
    before = child.frame
    child.tap(*nothing_there(child))
    assert child.frame != before
    child.now += 100
    child.wait(0.1)
    assert child.frame == before
