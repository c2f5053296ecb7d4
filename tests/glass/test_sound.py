"""The mixer: how often and how softly tones and beds come, and that without sound nothing differs.

What it would play is told by what a Sound is made to start.
"""

import subprocess
import sys
from types import SimpleNamespace

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.child.room import Room
from game.core import events
from game.core.ids import Option
from game.core.mechanic import Tone
from game.core.table import Hand
from game.glass.sound import Sound
from tests.paths import PROJECT
from tests.support.story import Story

words = st.text(max_size=12)


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
    sound.bed("quiet")
    assert started == []
    for _ in range(3):  # each frame says where the child is
        sound.bed("river")
    assert started == [(sound._sounds["river"], -1, 1500)] and one.busy
    sound.bed("evening")
    assert [bed for bed, *_ in started] == [sound._sounds["river"], sound._sounds["evening"]] and faded == [1000]
    sound.bed("river")  # back before the river has gone: it waits for its turn, and nothing is cut off
    assert len(started) == 2
    one.busy = False
    sound.bed("river")
    assert started[2] == (sound._sounds["river"], -1, 1500) and faded == [1000, 1000]
    other.busy = False
    sound.bed("")
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
        assert sound._bed == "river"
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
