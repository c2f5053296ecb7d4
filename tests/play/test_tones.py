"""What sounds when something happens, and that no picture sounds otherwise than another."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core import events
from game.core.activity import BLANK
from game.core.events import Failed
from game.core.ids import Option, TrailStop
from game.core.layout import TRAY, TURN
from game.core.mechanic import Tone
from game.core.table import Move, Touch
from game.mechanics import mechanic, names, traits
from game.play import screens, tones
from tests.support.story import NAMES, ONLY_SHOWN, Story

MOST_STEPS = 20  # of an activity: a test that does not get on says so


def heard(story: Story, touches) -> list[str]:
    """The tones of a gesture, touch by touch, as the room asks for them."""
    story.session.news()
    found = []
    for touch in touches:
        story.perform((touch,))
        found.append(tones.tone(story.session.news()))
    return list(filter(None, found))


@cache
def gestures(activity: str) -> tuple[tuple[str, dict[str, list[str]]], ...]:
    """For each step of an activity its mechanic, and the tones of its gesture with each picture; "" is without one.

    The blank card is left out: it opens a paper to draw on.
    """
    found = []
    with Story() as story:
        story.wake()
        story.session.open(activity)
        story.session.let_go()  # which draws the screen
        for _ in range(MOST_STEPS):
            if story.visit.place != events.STEP:
                break
            own, table = story.mechanic, story.here.table
            whats = [thing.means for thing in story.options() if thing.means != Option(BLANK)] or [None]
            if whats != [None] or not table.beside:
                found.append((table.mechanic, {what: heard(story, own.demo(table, what)) for what in whats}))
            story.tap(screens.ONWARD)
        assert story.visit.place == events.TRAIL
    return tuple(found)


@pytest.mark.parametrize("activity", NAMES)
def test_every_picture_sounds_the_same(activity):
    for _, found in gestures(activity):
        first = next(iter(found.values()))
        assert (len(first) >= 2 or activity in ONLY_SHOWN) and set(first) <= set(Tone), found
        assert all(each == first for each in found.values()), found


def test_no_mechanic_is_left_out():
    assert set(names()) - {own for activity in NAMES for own, _ in gestures(activity)} <= {"draw"}  # it follows


def test_the_blank_card_opens_a_paper_to_draw_on():
    with Story().at("inside-weather", 0) as story:
        card = story.thing(BLANK)
        taps = (Touch("press", card.x, card.y, 1), Touch("release", card.x, card.y, 1))
        assert heard(story, taps) == [Tone.LIFT, Tone.ONWARD]
        assert story.here.table.mechanic == "draw"
        assert heard(story, story.mechanic.demo(story.here.table)) == [Tone.PRESS, Tone.LAY]
        crayon = story.thing("crayon-rose")
        assert heard(story, tuple(replace(touch, x=crayon.x, y=crayon.y) for touch in taps)) == [Tone.LIFT, Tone.LAY]


words = st.text(max_size=12)


whats = st.one_of(words, st.sampled_from(["happy", "sad", "blank-card", "stuck-0"]))


@given(name=st.sampled_from(names()), do=words, one=whats, other=whats, to=words)
def test_a_move_sounds_by_its_word_and_never_by_its_picture(name, do, one, other, to):
    sounds = {tones.tone((tones.MoveMade(name, Move(do, what, to, 1, 2)),)) for what in (one, other)}
    assert len(sounds) == 1 and sounds <= set(Tone)


@pytest.mark.parametrize("name", names())
def test_each_move_of_a_mechanic_sounds_and_its_tones_name_no_other(name):
    assert set(traits(name).tones) <= _words(name)
    assert all(tones.tone((tones.MoveMade(name, Move(do)),)) for do in _words(name))
    assert _words(name) or traits(name).only_shows


def _words(name: str) -> set[str]:
    """What stands in quotation marks in a mechanic's calls of Move."""
    calls = re.findall(r"Move\(([^)]*)", Path(mechanic(name).__file__).read_text(encoding="utf-8"))
    return {word for call in calls for word in re.findall(r'"([a-z ]+)"', call)}


def test_lifting_laying_putting_back_and_turning():
    with Story("little").at("when-we-are-done", 0) as story:
        thing = story.options()[0]
        spot = next(s for s in story.spots() if s.means != TRAY)

        def tap(x, y):
            return heard(story, (Touch("press", x, y, 1), Touch("release", x, y, 1)))

        assert tap(thing.x, thing.y) == [Tone.LIFT]
        assert tap(spot.x, spot.y) == [Tone.LAY]
        laid = story.thing(thing.means)
        assert tap(laid.x, laid.y) == [Tone.LIFT]
        assert tap(thing.x, thing.y) == [Tone.PUT_BACK]  # on the tray, where it came from
        turn = story.thing(TURN)
        assert tap(turn.x, turn.y) == [Tone.PRESS, Tone.TURN]


def test_waking_and_going():
    with Story() as story:
        assert heard(story, screens.demonstration(story.visit)) == [Tone.WAKE]
        for means in (screens.ONWARD, screens.TRAIL, TrailStop("pick-a-worry-stone"), screens.REST):
            story.lead_to(means)
            story.session.news()
            thing = story.thing(means)
            taps = (Touch("press", thing.x, thing.y, 1), Touch("release", thing.x, thing.y, 1))
            assert heard(story, taps) == [Tone.PRESS, Tone.ONWARD], means
        assert story.visit.resting
        assert heard(story, (Touch("press", 640, 300, 1), Touch("release", 640, 300, 1))) == [Tone.WAKE]


def test_nothing_sounds_where_nothing_happened_and_nothing_sounds_like_an_error():
    with Story() as story:
        story.go("pick-a-worry-stone")
        sky = (Touch("press", 640, 60, 1), Touch("drag", 700, 60, 1), Touch("release", 700, 60, 1))
        assert heard(story, sky) == []
    assert tones.tone((Failed("an-activity", "it broke"),)) is None
    assert tones.tone(()) is None


def test_news_is_told_once_and_kept_short():
    with Story() as story:
        for _ in range(40):
            story.go("when-we-are-done")
        assert 0 < len(story.session.news()) <= 20
        assert story.session.news() == ()
