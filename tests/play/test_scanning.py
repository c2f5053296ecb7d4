"""The marker of keyboard and one switch: when it is seen, what it is deaf to, and how it walks by itself."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

import main
from game.core import events
from game.core.ids import Id
from game.core.picture import hit
from game.core.table import Touch
from game.glass.key_input import key_of
from game.play import screens
from game.play.scan_targets import first
from game.play.scanning import QUICKEST, SLOWEST, Scanner, interval_of
from game.system.errors import Trouble
from tests.support.key_player import CHOOSING, ESCAPE, RIGHT, SPACE, TAB, Child, bands, by_keys, by_switch
from tests.support.story import STEPS, Story

each_step = pytest.mark.parametrize(("activity", "number"), STEPS)


# The marker


def test_no_marker_and_no_walk_by_itself_before_a_key():
    with Story().at("inside-weather", 0) as story:
        child = Child.__new__(Child)
        child.story, child.keys, child.interval = story, Scanner(), 0
        for _ in range(50):
            story.now += 7
            assert child.marker() == ()
        child.press(TAB)
        first = child.marker()
        assert len(first) == 1
        for _ in range(50):
            story.now += 7
            assert child.marker() == first


def test_the_first_key_shows_the_marker_and_touches_nothing():
    with Story().at("inside-weather", 0) as story:
        child = Child.__new__(Child)
        child.story, child.keys, child.interval = story, Scanner(), 0
        before = story.visit
        child.press(SPACE)
        assert child.marker() and story.visit == before
        child.press(SPACE)
        assert len(story.moves()) == 1


def test_one_press_of_any_choosing_key_wakes():
    for key in CHOOSING:
        with Story() as story:
            child = Child.__new__(Child)
            child.story, child.keys, child.interval = story, Scanner(), 0
            child.press(key)
            assert story.visit.place != events.ASLEEP


def test_the_marker_goes_when_a_finger_touches():
    with Story().at("inside-weather", 0) as story:
        child = Child(story)
        assert child.marker()
        touch = Touch("press", 640, 300, 1, time=story.now)
        assert child.keys.instead_of(touch, story.session, story.now) == (touch,)
        assert child.marker() == ()


@each_step
def test_the_marker_means_nothing(activity, number):
    with Story().at(activity, number) as story:
        child = Child(story)
        for _ in child.goals():
            child.press(TAB)
            picture = story.picture + child.marker()
            (marker,) = child.marker()
            at = [
                (marker.x + a * marker.width, marker.y + b * marker.width)
                for a in (-0.4, 0, 0.4)
                for b in (-0.4, 0, 0.4)
            ]
            assert [hit(picture, x, y) for x, y in at] == [hit(story.picture, x, y) for x, y in at]


def test_tab_and_shift_tab_go_once_round():
    with Story().at("inside-weather", 0) as story:
        child = Child(story)
        there = [child.keys.at]
        for _ in child.goals():
            child.press(TAB)
            there.append(child.keys.at)
        assert tuple(there[:-1]) == child.goals() and there[-1] == there[0]
        child.press(TAB, pygame.KMOD_SHIFT)
        assert child.keys.at == child.goals()[-1]


# Echoes, repeats, and keys that are none of ours


def test_a_second_press_within_half_a_second_is_an_echo():
    with Story().at("inside-weather", 0) as story:
        child = Child(story)
        child.press(SPACE)
        once = len(story.moves())
        for wait in (0.05, 0.4):
            story.now += wait
            child.event(pygame.KEYDOWN, SPACE)
            child.event(pygame.KEYUP, SPACE)
        assert once == len(story.moves()) == 1


@pytest.mark.parametrize("interval", [by_keys, by_switch])
def test_rubbing_has_no_echo_but_going_on_from_it_has(interval):
    with Story().at("pick-a-worry-stone", 2) as story:
        child = Child(story, interval)
        before = len(story.moves())
        for _ in range(4):
            story.now += 0.1
            child.event(pygame.KEYDOWN, SPACE)
            child.event(pygame.KEYUP, SPACE)
            child.marker()
        assert len(story.moves()) == before + 4
        child.tap(screens.ONWARD)
        story.now -= 0.5
        assert child.event(pygame.KEYDOWN, SPACE) == ()


def test_a_key_held_down_is_pressed_once():
    with Story().at("inside-weather", 0) as story:
        child = Child(story)
        story.now += 1
        for _ in range(40):
            story.now += 0.6
            child.event(pygame.KEYDOWN, SPACE)
        child.event(pygame.KEYUP, SPACE)
        assert len(story.moves()) == 1


def test_an_arrow_held_down_goes_one_picture_on():
    went = [went_right(repeats) for repeats in (0, 1, 5)]
    assert went[0] != went[1] == went[2]


def went_right(repeats: int) -> Id:
    """Where the marker is after so many presses of one key that is not let go."""
    with Story().at("inside-weather", 0) as story:
        child = Child(story)
        child.marker()
        for _ in range(repeats):
            child.event(pygame.KEYDOWN, RIGHT)
        return child.keys.at.means


@pytest.mark.parametrize(
    ("key", "mod"),
    [
        (ESCAPE, 0),
        (pygame.K_b, 0),
        (pygame.K_a, pygame.KMOD_CTRL),
        (TAB, pygame.KMOD_ALT),
        (pygame.K_RETURN, pygame.KMOD_LALT),
    ],
)
def test_other_keys_do_nothing(key, mod):
    with Story().at("inside-weather", 0) as story:
        keys, before = Scanner(), story.visit
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            known = key_of(pygame.event.Event(kind, key=key, mod=mod))
            assert known is None or keys.read(known, story.session, story.now) is None
        assert keys.marker(story.session, story.now) == () and story.visit == before


# The walk of the one switch


@given(
    interval=st.floats(QUICKEST, SLOWEST),
    frames=st.lists(st.tuples(st.floats(0.001, 2.5), st.integers(0, 5)), min_size=30, max_size=120),
)
def test_the_marker_never_walks_faster_than_its_interval(interval, frames):
    with Story().at("when-we-are-done", 0) as story:
        keys, since, at = Scanner(interval), story.now, None
        for wait, chance in frames:
            story.now += wait
            if chance == 0:
                for kind in (pygame.KEYDOWN, pygame.KEYUP):
                    known = key_of(pygame.event.Event(kind, key=SPACE, mod=0))
                    for touch in keys.read(known, story.session, story.now) or ():
                        story.session.touch(touch)
                        since, at = story.now, None
            keys.marker(story.session, story.now)
            if at is not None and keys.at != at:
                assert story.now - since >= interval
                since = story.now
            elif at is None:
                since = story.now
            at = keys.at


@bands
@each_step
def test_the_walk_comes_by_everything_and_begins_anew(activity, number, band):
    with Story(band).at(activity, number) as story:
        child = Child(story, 0.75)
        walked = [child.keys.at]
        for _ in child.goals():
            story.now += 0.75
            child.marker()
            walked.append(child.keys.at)
        begun = child.goals().index(walked[0])
        assert tuple(walked[:-1]) == child.goals()[begun:] + child.goals()[:begun] and walked[-1] == walked[0]
        child.tap(child.goals()[0])
        assert child.keys.at == first(child.goals(), story.visit, story.picture)


def test_while_the_companion_rests_the_marker_waits_on_it():
    with Story().at("inside-weather", 0) as story:
        child = Child(story, 1.5)
        child.tap(screens.REST)
        assert story.visit.resting
        resting = child.marker()
        for _ in range(20):
            story.now += 1.5
            assert child.marker() == resting
        child.tap(child.keys.at)
        assert not story.visit.resting and child.keys.at == child.goals()[0]


def test_while_a_new_screen_is_painted_the_marker_waits():
    with Story().at("inside-weather", 0) as story:
        keys = Scanner(1)
        first = keys.marker(story.session, story.now, whole=False)
        for _ in range(20):
            story.now += 1
            assert keys.marker(story.session, story.now, whole=False) == first
        story.now += 1
        assert keys.marker(story.session, story.now) != first


def test_a_tap_anywhere_is_the_switch_but_for_wrists_and_the_grown_ups_corners():
    with Story().at("inside-weather", 0) as story:
        child = Child(story, 1.5)
        for (x, y), moves in {(640, 790): 0, (30, 30): 0, (1260, 20): 0, (5, 400): 1}.items():
            story.now += 0.6
            for phase in ("press", "drag", "release"):
                for touch in child.keys.instead_of(Touch(phase, x, y, 3, time=story.now), story.session, story.now):
                    story.session.touch(touch)
            assert len(story.moves()) == moves
        assert story.moves()[0].what == str(Child(story, 1.5).goals()[0].means) or story.here.state.chosen


@pytest.mark.parametrize("said", ["0.75", "1.5", "5", "5.0"])
def test_an_interval(said):
    assert interval_of(said) == float(said)


@pytest.mark.parametrize("said", ["0.74", "5.1", "0", "-1", "nan", "inf", "fox-moon", ""])
def test_an_interval_that_is_none_says_so_in_a_sentence(said, capsys):
    with pytest.raises(Trouble):
        interval_of(said)
    assert main.main(["play", f"--switch={said}"]) == 1
    sentence = capsys.readouterr().err
    assert "0.75 to 5" in sentence and f"'{said}'" in sentence and sentence.count("\n") == 1
