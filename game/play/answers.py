"""What the parts of a scene do when they are touched, and pictures when they are used: each word once, for all.

An answer is a pure function of what was touched and of the seconds since: how the part is moved, and what is laid above
it. It begins at once, lasts at most LONGEST, and ends exactly as it began. Its variations come in a fixed order. No
clock, no files, no pygame.
"""

from math import cos, exp, pi, radians, sin

from game.play.answers_in_use import IN_USE
from game.play.stance import Effect, Stance, eased, there_and_back, wave
from game.play.touched import (
    GLIMMER,
    HAND,
    LIGHT,
    LINES,
    MOTE,
    RING,
    SHADE,
    SMOKE,
    SOUND,
    VARIATIONS,
    WARMTH,
    Answer,
    AnswerMoment,
    Touched,
)


def _puff(touched: Touched, t: float) -> AnswerMoment:
    """One smoke ring rises from the pivot, widens and is gone."""
    (x, y), share = touched.part.pivot, t / 2.8
    out, up = touched.one_of(0, 16, -14) * share, min(120.0, y - 30) * (1 - (1 - share) ** 2)
    strength = eased(t, -0.06, 0.12) * (1 - eased(t, 1.3, 2.8))
    ring = Effect(SMOKE, x + out, y - 6 - up, 34 + 84 * share, 0.92 * strength)
    return AnswerMoment(Stance(y=3 * there_and_back(t, 0.12, 0.2, 0.6)), (ring,))


def _dim(touched: Touched, t: float) -> AnswerMoment:
    """A window dims, brightens more than before, and is as it was."""
    x, y = touched.place
    dark = there_and_back(t, 0.3, 0.6, 1.2) * touched.one_of(0.8, 0.65, 0.9)
    light = eased(t, 0.9, 1.5) - eased(t, 1.7, 2.6)
    shade = Effect(SHADE, x, y, 1.15 * touched.size, dark)
    return AnswerMoment(effects=(shade, Effect(LIGHT, x, y, 2.1 * touched.size, 0.75 * light)))


def _bend(touched: Touched, t: float) -> AnswerMoment:
    """Grass bends away from the finger and comes back, a little too far at first; what is large bends less."""
    angle = touched.away * touched.one_of(1, 0.8, 1.15) * min(22.0, 1100 / touched.size)
    over = there_and_back(t - 1, 0.2, 0.2, 0.5)
    return AnswerMoment(Stance(angle=angle * (there_and_back(t, 0.24, 0.4, 1.05) - 0.14 * over)))


def _roll(touched: Touched, t: float) -> AnswerMoment:
    """It rolls away from the finger, rests, and rolls back to where it lay."""
    width = touched.part.box[2]
    far = touched.aside * touched.one_of(1.1, 0.8, 1.35) * width * there_and_back(t, 1.1, 1.5, 2.9)
    return AnswerMoment(Stance(x=far, angle=far / (pi * width) * 360))


def _ripple(touched: Touched, t: float) -> AnswerMoment:
    """Rings run out from the finger on the water."""
    wide, many = touched.one_of(150, 120, 170), round(touched.one_of(3, 2, 3))
    rings = (_ring(touched, t - 0.34 * number, wide * (1 - 0.18 * number)) for number in range(many))
    return AnswerMoment(effects=tuple(rings))


def _ring(touched: Touched, t: float, wide: float) -> Effect:
    share = min(1.0, max(0.0, t / 1.8))
    out = 1 - (1 - share) ** 2
    return Effect(RING, touched.x, touched.y, 22 + (wide - 22) * out, min(0.95, 1.25 * (1 - share)) if t > 0 else 0)


def _part(touched: Touched, t: float) -> AnswerMoment:
    """Mist gives way to the finger, thins, and closes again."""
    open_ = there_and_back(t, 0.5, 1.2, 2.9)
    far = touched.one_of(46, 38, 54)
    return AnswerMoment(Stance(x=touched.away * far * open_, y=-6 * open_, strength=1 - 0.5 * open_))


def _glow(touched: Touched, t: float) -> AnswerMoment:
    """A lantern, a flower, a stone brightens and is as it was."""
    x, y = touched.place
    bright = there_and_back(t, 0.35, 0.8, 2.4) * touched.one_of(0.95, 0.8, 0.88)
    size, softer = touched.size, 0.7 if touched.size > 100 else 1
    light = Effect(LIGHT, x, y, max(80.0, min(2.3 * size, size + 110)), bright * softer)
    return AnswerMoment(Stance(scale=1 + 0.03 * bright), (light,))


def _warm(touched: Touched, t: float) -> AnswerMoment:
    """The sun brightens, and its warmth goes over what lies below it."""
    x, y = touched.place
    bright, late = there_and_back(t, 0.4, 1.0, 2.6), there_and_back(t - 0.35, 0.6, 1.2, 2.65)
    below = y + min(HAND, touched.part.box[3]) * 0.6 + 20
    side = touched.one_of(0, -0.5, 0.5) * touched.size
    light = Effect(LIGHT, x, y, 1.5 * touched.size, 0.5 * bright)
    return AnswerMoment(effects=(light, Effect(WARMTH, x + side, below, 2.2 * touched.size, 0.42 * late)))


def _chime(touched: Touched, t: float) -> AnswerMoment:
    """It swings as if it rang, and its sound goes out as a ring of light."""
    (x, y), bright = touched.place, 1 - eased(t, 0.2, 1.9)
    size = max(60.0, 0.7 * touched.size)
    ring = Effect(SOUND, x, y, size * (0.7 + 0.9 * eased(t, -0.3, 1.9)), 0.75 * bright * eased(t, -0.1, 0.15))
    swing = touched.away * touched.one_of(7, 5, 6) * _dying(t, 2.0, 0.8)
    light = Effect(LIGHT, x, y, 1.5 * size, 0.6 * there_and_back(t, 0.2, 0.4, 1.6), behind=True)
    return AnswerMoment(Stance(angle=swing), (light, ring))


def _dying(t: float, lasts: float, period: float) -> float:
    """A swing that grows smaller, and is over after so many seconds."""
    return wave(t, period) * exp(-1.1 * t) * (1 - eased(t, 0.55 * lasts, lasts))


def _shift(touched: Touched, t: float) -> AnswerMoment:
    """A bird hops to one side, looks, and hops back."""
    far = touched.aside * touched.one_of(1.0, 0.6, 1.25) * min(44.0, touched.part.box[2])
    there = there_and_back(t, 0.5, 1.7, 2.3)
    hops = abs(wave(t, 0.5)) if t < 0.5 else abs(wave(t - 1.7, 0.6)) if 1.7 < t < 2.3 else 0
    return AnswerMoment(Stance(x=far * there, y=-9 * hops))


def _withdraw(touched: Touched, t: float) -> AnswerMoment:
    """It draws back to its pivot, waits, and comes out again."""
    (x, y), (pin_x, pin_y) = touched.part.middle, touched.part.pivot
    in_ = there_and_back(t, 0.35, touched.one_of(1.4, 1.1, 1.7), 2.8) * touched.one_of(1, 0.85, 1)
    return AnswerMoment(Stance(x=(pin_x - x) * 0.35 * in_, y=(pin_y - y) * 0.35 * in_, scale=1 - 0.55 * in_))


def _drift(touched: Touched, t: float) -> AnswerMoment:
    """A boat, a cloud goes its own length away and comes back."""
    far = touched.aside * touched.one_of(0.9, 0.7, 1.0) * min(80.0, touched.part.box[2])
    there = there_and_back(t, 1.2, 1.4, 3.0)
    return AnswerMoment(Stance(x=far * there, angle=touched.aside * 2.5 * _dying(t, 3.0, 1.6)))


def _swing(touched: Touched, t: float) -> AnswerMoment:
    """What hangs swings about its pivot, as far as it was pushed."""
    return AnswerMoment(Stance(angle=touched.away * touched.one_of(-16, -12, -20) * _dying(t, 3.0, 1.3)))


def _lift(touched: Touched, t: float) -> AnswerMoment:
    """What is light lifts, flutters, and sinks back."""
    up, flutter = there_and_back(t, 0.3, 0.8, 2.0), 4 * wave(t, 0.5)
    turned = touched.away * up * (touched.one_of(13, 9, 16) + flutter * (1 - up / 2))
    return AnswerMoment(Stance(y=-touched.one_of(7, 10, 5) * up, angle=turned))


def _mote(touched: Touched, t: float) -> AnswerMoment:
    """A mote of light drifts to the finger, and is gone there."""
    turn = radians(touched.one_of(-60, -125, -95)) * (1 if touched.y > 140 else -1)  # never from beyond the screen
    left = 1 - eased(t, -0.4, 2.1)
    x = touched.x + 105 * left * cos(turn) + 16 * left * sin(5 * left)
    y = touched.y + 105 * left * sin(turn)
    strength = eased(t, -0.05, 0.25) * (1 - eased(t, 1.9, 2.6))
    return AnswerMoment(effects=(Effect(MOTE, x, y, 40 + 12 * (1 - left), strength),))


def _line(touched: Touched, t: float) -> AnswerMoment:
    """The finger has left a line in the sand, and water smooths it."""
    art, strength = LINES[touched.turn % VARIATIONS], eased(t, -0.08, 0.2) * (1 - eased(t, 1.1, 2.9))
    return AnswerMoment(effects=(Effect(art, touched.x, touched.y, 96 + 8 * eased(t, 1.1, 2.9), strength),))


def _widen(touched: Touched, t: float) -> AnswerMoment:
    """A light on the water widens and draws together again."""
    x, y = touched.place
    wide = there_and_back(t, 0.5, 1.2, 2.8) * touched.one_of(1, 0.8, 1.15)
    return AnswerMoment(
        effects=(Effect(GLIMMER, x, y, min(130.0, touched.size) * (0.8 + 0.6 * wide), 0.85 * min(1.0, wide)),)
    )


def _light(touched: Touched, t: float) -> AnswerMoment:
    """What every answer is where nothing is to move: a short change of light."""
    strength = there_and_back(t, 0.25, 0.4, 1.0)
    return AnswerMoment(effects=(Effect(LIGHT, touched.x, touched.y, 120, 0.6 * strength),))


STILL = Answer(1.0, _light, (LIGHT,))
ANSWERS: dict[str, Answer] = {
    "puff": Answer(2.8, _puff, (SMOKE,)),
    "dim": Answer(2.6, _dim, (SHADE, LIGHT)),
    "bend": Answer(1.5, _bend, all_near=True),
    "roll": Answer(2.9, _roll),
    "ripple": Answer(2.5, _ripple, (RING,)),
    "part": Answer(2.9, _part, all_near=True),
    "glow": Answer(2.4, _glow, (LIGHT,)),
    "warm": Answer(3.0, _warm, (LIGHT, WARMTH)),
    "chime": Answer(2.0, _chime, (SOUND, LIGHT)),
    "shift": Answer(2.3, _shift),
    "withdraw": Answer(2.8, _withdraw),
    "drift": Answer(3.0, _drift),
    "swing": Answer(3.0, _swing),
    "lift": Answer(2.0, _lift),
    "mote": Answer(2.6, _mote, (MOTE,)),
    "line": Answer(2.9, _line, LINES),
    "widen": Answer(2.8, _widen, (GLIMMER,)),
    **IN_USE,
}
