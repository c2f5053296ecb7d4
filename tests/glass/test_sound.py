"""The room's sound: the files as they are made, what sounds when, how often, and that without sound nothing differs.

Nobody's ears are in these tests: they measure. What the mixer would play is told by what a Sound is made to start.
"""

import re
import subprocess
import sys
import wave
from array import array
from functools import cache
from itertools import pairwise
from math import cos, pi
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.child.room import Room
from game.core import events
from game.core.events import Failed
from game.core.ids import Option, TrailStop
from game.core.layout import TRAY, TURN
from game.core.mechanic import Tone
from game.core.table import Hand, Move, Touch
from game.glass.sound import FOLDER, MOST, Sound
from game.mechanics import mechanic, names, traits
from game.play import screens, tones
from game.play.session import BLANK
from game.system.paths import ASSETS
from tests.paths import PROJECT
from tests.support.story import NAMES, Story

BEDS = (tones.RIVER, tones.EVENING)
TONE_CAP, BED_CAP = 0.35, 0.12  # shares of full scale
FADE_IN = 0.15  # seconds (child rule 17)
SILENCE = 0.001
MOST_STEPS = 20  # of an activity: a test that does not get on says so

each_tone = pytest.mark.parametrize("name", Tone)
each_bed = pytest.mark.parametrize("name", BEDS)


def samples(name: str) -> tuple[list[float], int]:
    """A file's samples in shares of full scale, and how many make a second."""
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        numbers = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            numbers.byteswap()
        return [number / 32767 for number in numbers], file.getframerate()


# The files


def test_the_files_are_what_the_script_makes():
    made = run_path(str(FOLDER / "make.py"))["sounds"]()
    assert set(made) == {path.stem for path in FOLDER.glob("*.wav")} == {*Tone, *BEDS}
    for name, data in made.items():
        assert (FOLDER / f"{name}.wav").read_bytes() == data, f"{name}.wav is not what make.py makes"
    assert sum(map(len, made.values())) < 1_500_000


@each_tone
def test_a_tone_is_short_and_capped_and_has_no_hard_edge(name):
    tone, rate = samples(name)
    assert len(tone) / rate < 0.9
    assert 0.2 < max(map(abs, tone)) <= TONE_CAP
    for i in range(round(FADE_IN * rate)):
        assert abs(tone[i]) <= TONE_CAP * (0.5 - 0.5 * cos(pi * i / (FADE_IN * rate))) + SILENCE
    assert max(map(abs, tone[-rate // 200 :])) < SILENCE


@each_bed
def test_a_bed_is_quiet_and_loops_without_a_seam(name):
    bed, rate = samples(name)
    assert len(bed) / rate >= 10
    assert 0.05 < max(map(abs, bed)) <= BED_CAP
    steps = sorted(abs(b - a) for a, b in pairwise(bed))
    assert abs(bed[0] - bed[-1]) <= steps[len(steps) * 99 // 100]
    loud = [max(map(abs, bed[i : i + rate])) for i in range(0, len(bed), rate)]
    assert max(loud) < 3 * min(loud), "something in this bed startles"


def test_all_tones_are_about_equally_loud():
    power = [(sum(s * s for s in tone) / rate) ** 0.5 for tone, rate in map(samples, Tone)]
    assert max(power) < 1.25 * min(power)


def test_all_that_can_sound_at_once_is_never_too_much_for_the_loudspeaker():
    loudest = {name: max(map(abs, samples(name)[0])) for name in (*Tone, *BEDS)}
    assert MOST * max(loudest[name] for name in Tone) + sum(loudest[name] for name in BEDS) < 1


def test_every_bed_belongs_to_a_scene_that_is_there():
    assert set(tones.BEDS) <= {path.stem for path in (ASSETS / "scenes").glob("*.svg")}
    assert set(tones.BEDS.values()) == set(BEDS)


# What sounds


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
            found.append((table.mechanic, {what: heard(story, own.demo(table, what)) for what in whats}))
            story.tap(screens.ONWARD)
        assert story.visit.place == events.TRAIL
    return tuple(found)


@pytest.mark.parametrize("activity", NAMES)
def test_every_picture_sounds_the_same(activity):
    for _, found in gestures(activity):
        first = next(iter(found.values()))
        assert len(first) >= 2 and set(first) <= set(Tone), found
        assert all(each == first for each in found.values()), found


def test_no_mechanic_is_left_out():
    assert set(names()) - {own for activity in NAMES for own, _ in gestures(activity)} <= {"draw"}  # it follows


def test_the_blank_card_opens_a_paper_to_draw_on():
    with Story().at("coming-here", 0) as story:
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
    assert all(tones.tone((tones.MoveMade(name, Move(do)),)) for do in _words(name)) and _words(name)


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


# The mixer


@pytest.fixture
def clock():
    return SimpleNamespace(now=0.0)


@pytest.fixture
def sound(clock):
    """The real mixer on SDL's dummy sound card, with a clock of its own."""
    sound = Sound(lambda: clock.now)
    yield sound
    pygame.mixer.stop()
    sound.close()


class Listener:
    """In place of a pygame Sound: remembers that it was started."""

    def __init__(self, played: list, name: str):
        self.played, self.name = played, name

    def play(self) -> None:
        self.played.append(self.name)


@pytest.fixture
def played(sound):
    """The tones that were started, in order."""
    played = []
    sound._sounds |= {name: Listener(played, name) for name in Tone}
    return played


LIFTED = (Hand(1, Option("fox"), 0, 0, (0, 0)),)


@given(gaps=st.lists(st.floats(0, 0.7), min_size=1, max_size=60))
def test_never_more_than_three_tones_in_a_second(gaps):
    clock, times = SimpleNamespace(now=0.0), []
    sound = Sound(lambda: clock.now)
    sound._sounds["lift"] = SimpleNamespace(play=lambda: times.append(clock.now))
    for gap in gaps:
        clock.now += gap
        sound.heard(LIFTED)
    sound.close()
    assert times[0] == gaps[0]
    assert all(d - a >= 1 for a, d in zip(times, times[3:], strict=False))


def test_a_real_tone_comes_out_of_the_mixer(sound):
    sound.heard(LIFTED)
    assert pygame.mixer.Channel(2).get_sound().get_length() == pytest.approx(0.45, abs=0.01)


def test_beds_come_and_go_slowly_with_their_scenes(sound):
    started, faded = [], []

    class Channel:
        busy = False

        def get_busy(self):
            return self.busy

        def fadeout(self, milliseconds):
            if self.busy:
                faded.append(milliseconds)

        def play(self, bed, loops, fade_ms):
            self.busy = True
            started.append((bed, loops, fade_ms))

    one, other = sound._beds = [Channel(), Channel()]
    sound.scene("burrow")
    assert started == []
    for _ in range(3):  # each frame says where the child is
        sound.scene("trail")
        sound.scene("riverbank")
    assert started == [(sound._sounds["river"], -1, 1500)] and one.busy
    sound.scene("gate")
    assert [bed for bed, *_ in started] == [sound._sounds["river"], sound._sounds["evening"]] and faded == [1000]
    sound.scene("trail")  # back before the river has gone: it waits for its turn, and nothing is cut off
    assert len(started) == 2
    one.busy = False
    sound.scene("trail")
    assert started[2] == (sound._sounds["river"], -1, 1500) and faded == [1000, 1000]
    other.busy = False
    sound.scene("a-scene-of-a-therapist")
    assert len(started) == 3 and faded == [1000, 1000, 1000]


def test_the_room_is_heard_from_the_first_touch_to_the_bed(sound, played):
    """The room's own hook: what Play has to tell becomes a tone, its backdrop a bed."""
    with Story() as story:
        room = SimpleNamespace(session=story.session, room_session=story.session, sound=sound)
        story.wake()
        Room._be_heard(room)
        story.go(events.TRAIL)
        Room._be_heard(room)
        assert played == [Tone.WAKE, Tone.PRESS]
        assert sound._bed == tones.RIVER
        assert pygame.mixer.Channel(0).get_sound().get_length() == pytest.approx(12, abs=0.01)
        Room._be_heard(SimpleNamespace(session=story.session, sound=None))
        assert story.session.news() == ()


# Off until a grown-up turns it on

A_VISIT = """
import sys
from pathlib import Path
import pygame
from game.child import room
from main import main

frame = room.Room.frame

def three_frames(self):
    for _ in range(3):
        frame(self)
    print("game.glass.sound" in sys.modules, pygame.mixer.get_init() is not None, self.sound is not None)
    self.close()

room.Room.frame = three_frames
sys.exit(main(["play", "--home", sys.argv[1], *sys.argv[2:]]))
"""


@pytest.mark.parametrize(
    ("words", "driver", "said"),
    [
        ((), "dummy", "False False False\n"),
        (("--sound",), "dummy", "True True True\n"),
        (("--sound",), "nonexistent", "True False False\n"),
        (("--sound",), "alsa", None),
    ],
    ids=["off", "on", "no driver", "whatever card there is"],
)
def test_sound_is_off_until_it_is_turned_on_and_works_where_it_can(tmp_path, monkeypatch, words, driver, said):
    monkeypatch.setenv("SDL_AUDIODRIVER", driver)
    command = [sys.executable, "-c", A_VISIT, str(tmp_path / "home"), *words]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in (None, done.stdout)
