"""The key that lets the place answer: for whoever does not touch, on every screen, and nothing of it is kept."""

import pytest

from game.core import events
from game.core.ids import Door
from game.core.scene import ScenePart
from game.play import screens
from game.play.land import Land
from game.play.scanning import ANSWER, CHOOSE, NEXT, Key
from game.play.tones import Answered
from tests.support.child import Child
from tests.support.story import LIBRARY, STEPS, Story

TIMES = 5


def asleep(story: Story) -> None:
    """Nothing has been touched yet."""


def on_the_trail(story: Story) -> None:
    story.go(events.TRAIL)


def at_rest(story: Story) -> None:
    story.go(events.TRAIL)
    story.tap(screens.REST)


def at_the_gate(story: Story) -> None:
    story.go(events.TRAIL)
    story.go(events.GATE)


def closed(story: Story) -> None:
    at_the_gate(story)
    story.tap(screens.ONWARD)


def at_home(story: Story) -> None:
    story.weekly()
    story.go(events.TRAIL)
    story.tap(Door())


PLACES = (asleep, on_the_trail, at_rest, at_the_gate, closed, at_home)


def call(child: Child, seconds: float = 3.2) -> tuple[str, ...]:
    """The key goes down and up; what the place has answered, once it is over."""
    child.room.news()
    for phase in ("press", "release"):
        child.room.key(Key(phase, 97, ANSWER), child.now)
    child.wait(seconds)
    return tuple(news.word for news in child.room.news() if isinstance(news, Answered))


def on_disk(story: Story) -> bytes:
    """The journal; before the first touch there is none."""
    path = story.session.journal.path
    return path.read_bytes() if path.exists() else b""


def it_answers_and_nothing_else_happens(story: Story) -> None:
    child = Child(story)
    for does in (NEXT, NEXT):
        child.room.key(Key("press", 1, does), child.now)
        child.room.key(Key("release", 1, does), child.now)
        child.wait(0.1)
    wreath = child.room._scanner.at
    before = on_disk(story), story.visit, story.session.hands, wreath
    for _ in range(TIMES):
        assert len(call(child, 0.5)) == 1
    assert (on_disk(story), story.visit, story.session.hands, child.room._scanner.at) == before


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_wherever_a_visit_is_the_place_answers_the_key(place):
    with Story() as story:
        place(story)
        it_answers_and_nothing_else_happens(story)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step[0]}-{step[1] + 1}")
def test_at_every_step_the_place_answers_the_key(step):
    with Story().at(*step) as story:
        it_answers_and_nothing_else_happens(story)
        story.choose(2)
        it_answers_and_nothing_else_happens(story)


def test_what_is_in_the_air_stays_there():
    with Story("little").at("when-we-are-done", 0) as story:
        story.tap(story.options()[0])
        assert story.session.hands
        it_answers_and_nothing_else_happens(story)


def test_it_answers_from_left_to_right_and_then_from_the_left_again():
    parts = LIBRARY.parts("trail")
    land, seen = Land("trail", parts), []
    number = len(land._in_turn)
    for time in range(2 * number):
        land.answer_next(10.0 * time)
        seen.append(land._going[0].touched.part)
    assert seen[:number] == seen[number:] and len(set(seen[:number])) == number
    assert [part.middle[0] for part in seen[:number]] == sorted(part.middle[0] for part in seen[:number])


def test_what_moves_is_left_to_its_movement_and_the_next_one_answers():
    left, right = (ScenePart(name, (x, 300, 40, 40), (x, 320), answer="swing", cut=True) for name, x in pairs())
    land = Land("rest", (right, left))
    assert [land.answer_next(now) for now in (0, 0.1, 0.2)] == ["swing", "swing", ""]
    assert [going.touched.part.name for going in land._going] == ["west", "east"]
    assert land.answer_next(10) == "swing" and land._going[0].touched.part.name == "west"


def pairs() -> tuple[tuple[str, float], ...]:
    return ("west", 200), ("east", 900)


def test_a_key_held_down_calls_once():
    with Story() as story:
        on_the_trail(story)
        child = Child(story)
        child.wait(0.2)
        child.room.news()
        for _ in range(4):
            child.room.key(Key("press", 97, ANSWER), child.now)
        assert len([news for news in child.room.news() if isinstance(news, Answered)]) == 1


def test_with_one_switch_the_walk_goes_on_as_if_nobody_had_called():
    def walk(called: bool) -> list:
        with Story() as story:
            on_the_trail(story)
            child = Child(story)
            child.room._scanner.interval = 1.5
            child.room._scanner.shown = True
            found = []
            for _ in range(8):
                if called:
                    call(child, 0)
                child.wait(0.5)
                found.append(child.room._scanner.at)
            return found

    assert walk(called=True) == walk(called=False)


def test_it_wakes_nobody_and_any_other_key_still_chooses():
    with Story() as story:
        child = Child(story)
        child.wait(0.2)
        assert len(call(child)) == 1 and story.visit.place == events.ASLEEP
        for phase in ("press", "release"):
            child.room.key(Key(phase, 32, CHOOSE), child.now)
        assert story.visit.place != events.ASLEEP


def test_what_only_a_wide_window_shows_is_not_called():
    beyond = ScenePart("beyond", (-90, 300, 40, 40), (-70, 300), answer="swing", cut=True)
    assert Land("trail", (beyond,)).answer_next(0) == ""
