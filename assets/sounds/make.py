"""Makes the sounds of the child's room: `python assets/sounds/make.py` writes them beside this file.

Ten tones of soft wood and glass, and two beds that lie quietly under a scene and loop without a seam. They belong
to what the hand does, never to a picture. All are WAV files, mono, 22,050 samples a second.

The same bytes on every machine: what the system's mathematics gives is rounded before it is used, chance has a seed,
and everything else is adding and multiplying.
"""

import io
import random
import wave
from array import array
from math import cos, exp, pi, sin
from pathlib import Path
from sys import byteorder

RATE = 22_050  # samples a second
RISE, FALL = 0.15, 0.08  # seconds: nothing begins or ends at once, so that nobody is startled (child rule 17)
TONE_PEAK, BED_PEAK = 0.24, 0.11  # shares of full scale: three tones and two beds at once are still below 1
BED = 12.0  # seconds until a bed begins again

# What sounds together in one note: how high above it, how strong, in how many seconds it fades to a third.
WOOD = ((1.0, 1.0, 0.10), (3.93, 0.20, 0.045), (9.2, 0.04, 0.025))
GLASS = ((1.0, 1.0, 0.20), (1.003, 0.5, 0.20), (2.32, 0.22, 0.12), (4.25, 0.07, 0.07))

C, D, E, G, A = 261.63, 293.66, 329.63, 392.00, 440.00  # five notes that are at home together in any order

# A tone is one note or a few: what it is of, how high (cycles a second), and after how many seconds it begins.
# Where notes sound together they are fourths and fifths, neither glad nor sad, and none ends like a fanfare.
TONES = {
    "press": ((WOOD, E, 0.0),),
    "lift": ((WOOD, G, 0.0),),
    "lay": ((WOOD, C, 0.0),),
    "put-back": ((WOOD, D, 0.0),),
    "turn": ((WOOD, D, 0.0), (WOOD, G, 0.10)),
    "onward": ((GLASS, G, 0.0), (GLASS, 2 * D, 0.10)),
    "wake": ((GLASS, C, 0.0), (GLASS, G, 0.10), (GLASS, 2 * D, 0.20)),
    "glow": ((GLASS, A, 0.0), (GLASS, 2 * E, 0.06)),
    "chime": ((GLASS, 2 * D, 0.0),),
    "answer": ((WOOD, A, 0.0),),
}
LENGTHS = {
    "press": 0.45,
    "lift": 0.45,
    "lay": 0.5,
    "put-back": 0.5,
    "turn": 0.6,
    "onward": 0.8,
    "wake": 0.85,
    "glow": 0.8,
    "chime": 0.8,
    "answer": 0.45,
}

Samples = list[float]


def sounds() -> dict[str, bytes]:
    """Every sound by its name, as the bytes of its file."""
    tones = {name: _file(_peak_at(TONE_PEAK, _tone(name))) for name in TONES}
    return tones | {"river": _file(_peak_at(BED_PEAK, _river())), "evening": _file(_peak_at(BED_PEAK, _evening()))}


def _tone(name: str) -> Samples:
    """The notes of a tone, one laid over the other, with a soft end."""
    length = LENGTHS[name]
    tone = [0.0] * round(length * RATE)
    for made_of, pitch, start in TONES[name]:
        first = round(start * RATE)
        for i, sample in enumerate(_note(made_of, pitch, len(tone) - first), first):
            tone[i] += sample
    end = round(FALL * RATE)
    for i, share in enumerate(_rising(end)):
        tone[-1 - i] *= share
    return tone


def _note(made_of: tuple, pitch: float, length: int) -> Samples:
    """It swells softly, then each of its parts fades in its own time."""
    rise = round(RISE * RATE)
    note = [0.0] * length
    for above, strong, fades in made_of:
        fade, level = _round(exp(-1 / (fades * RATE))), strong
        for i, wave_now in enumerate(_wave(pitch * above, length)):
            note[i] += level * wave_now
            level *= fade if i >= rise else 1.0
    for i, share in enumerate(_rising(rise)):
        note[i] *= share
    return note


def _river() -> Samples:
    """Far water: two soft bands of noise that swell and sink, each in its own time."""
    water = _band(_noise("river"), 150, 600)
    ripples = _band(_noise("ripples"), 700, 1700)
    swell, ripple = _swaying(3, 0.22), _swaying(5, 0.35)
    return [a * s + 0.30 * b * r for a, s, b, r in zip(water, swell, ripples, ripple, strict=True)]


def _evening() -> Samples:
    """Warm air: a still chord that sways very slowly, and a breath of wind below it."""
    air = [0.15 * sample for sample in _band(_noise("evening"), 90, 330)]
    for pitch, strong, sways in ((C / 2, 0.3, 2), (G / 2, 0.3, 3), (C, 0.22, 5), (D, 0.12, 4)):
        whole = round(pitch * BED) / BED  # whole waves in a bed, so that the seam is not heard
        sway = _swaying(sways, 0.45)
        air = [a + strong * w * s for a, w, s in zip(air, _wave(whole, len(air)), sway, strict=True)]
    return air


def _noise(seed: str) -> Samples:
    chance = random.Random(seed)
    return [2 * chance.random() - 1 for _ in range(round(BED * RATE))]


def _band(noise: Samples, low: float, high: float) -> Samples:
    """What of the noise lies between two pitches, made as loud as a wave of strength 1. It still loops."""
    for _ in range(3):
        noise = _below(noise, high)
    for _ in range(2):
        noise = [whole - deep for whole, deep in zip(noise, _below(noise, low), strict=True)]
    power = (2 * sum(sample * sample for sample in noise) / len(noise)) ** 0.5
    return [sample / power for sample in noise]


def _below(noise: Samples, high: float) -> Samples:
    """The deeper part. It goes round twice, so that the end of the bed leads into its beginning."""
    share, now = 1 - _round(exp(-2 * pi * high / RATE)), 0.0
    for _ in range(2):
        deep = []
        for sample in noise:
            now += share * (sample - now)
            deep.append(now)
    return deep


def _swaying(times: int, depth: float) -> Samples:
    """Strength that sinks by up to twice this depth and comes back, so many times in a bed."""
    return [1 - depth + depth * sample for sample in _wave(times / BED, round(BED * RATE))]


def _wave(pitch: float, length: int) -> Samples:
    """A pure wave from rest, by turning a pointer a little for each sample."""
    right, up = _round(cos(2 * pi * pitch / RATE)), _round(sin(2 * pi * pitch / RATE))
    samples, x, y = [], 1.0, 0.0
    for _ in range(length):
        samples.append(y)
        x, y = x * right - y * up, x * up + y * right
    return samples


def _rising(length: int) -> Samples:
    """From 0 to 1 along a raised cosine."""
    return [_round(0.5 - 0.5 * cos(pi * i / length)) for i in range(length)]


def _round(number: float) -> float:
    return round(number, 12)


def _peak_at(peak: float, samples: Samples) -> Samples:
    loudest = max(map(abs, samples))
    return [sample * peak / loudest for sample in samples]


def _file(samples: Samples) -> bytes:
    written, numbers = io.BytesIO(), array("h", (round(sample * 32767) for sample in samples))
    if byteorder == "big":
        numbers.byteswap()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(numbers.tobytes())
    return written.getvalue()


if __name__ == "__main__":
    for name, data in sounds().items():
        Path(__file__).with_name(f"{name}.wav").write_bytes(data)
