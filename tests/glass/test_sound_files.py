"""The sound files as they are made. Nobody has ears here: they are measured."""

import sys
import wave
from array import array
from itertools import pairwise
from math import cos, pi
from runpy import run_path

import pytest

from game.core.mechanic import Tone
from game.glass.sound import FOLDER, MOST

BEDS = ("river", "evening")
TONE_CAP, BED_CAP = 0.35, 0.12  # shares of full scale
FADE_IN = 0.15  # seconds (child rule 17)
SILENCE = 0.001

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
