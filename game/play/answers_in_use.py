"""What pictures do when they are used, and have other drawings for it: each word once, as in `answers.py`.

Pure functions of what was used and of the seconds since; no clock, no files, no pygame.
"""

from game.play.stance import Effect, Stance, eased, there_and_back, wave
from game.play.touched import LIGHT, SEED, SEEDS, SOUND, Answer, AnswerMoment, Touched


def _dent(touched: Touched, t: float) -> AnswerMoment:
    """It gives way under the finger, and springs back a little too far."""
    deep, over = there_and_back(t, 0.15, 0.35, 0.62), there_and_back(t - 0.62, 0.14, 0.14, 0.38)
    give = touched.one_of(0.07, 0.055, 0.085)
    return AnswerMoment(Stance(scale=1 - give * deep + 0.025 * over), frame=0 < t < 0.5)


def _thud(touched: Touched, t: float) -> AnswerMoment:
    """It is struck on one side and on the other, and each time its sound goes out as a ring of light."""
    strokes = (0, 0.36, 0.72)[: round(touched.one_of(2, 3, 1))]
    struck = [number for number, begins in enumerate(strokes) if begins < t < begins + 0.22]
    down = sum(there_and_back(t - begins, 0.1, 0.12, 0.3) for begins in strokes)
    rings = tuple(_sounding(touched, t - begins) for begins in strokes)
    return AnswerMoment(Stance(scale=1 - 0.03 * down), rings, frame=1 + struck[-1] % 2 if struck else 0)


def _sounding(touched: Touched, t: float) -> Effect:
    """A ring from what is struck, a little above its middle."""
    (x, y), size = touched.place, touched.size
    bright = eased(t, 0, 0.2) * (1 - eased(t, 0.25, 1.2))
    return Effect(SOUND, x, y - 0.1 * size, size * (0.7 + 0.8 * eased(t, -0.3, 1.2)), 0.8 * bright)


def _sip(touched: Touched, t: float) -> AnswerMoment:
    """It is tilted a little, sip by sip there is less in it, and at last it is full again."""
    sips = (0, 0.65, 1.3)
    tilt = sum(there_and_back(t - begins, 0.2, 0.3, 0.55) for begins in sips)
    drunk = sum(begins + 0.2 < t for begins in sips)
    again = sum(at < t for at in (2.3, 2.55, 2.8))
    return AnswerMoment(Stance(angle=touched.one_of(-7, -5, -6) * tilt), frame=drunk - again)


def _blow(touched: Touched, t: float) -> AnswerMoment:
    """It leans back with the breath in; with the breath out seeds fly away from it, and new ones grow."""
    way, (x, y), size = touched.one_of(1, -1, 0.8), touched.part.middle, touched.size
    lean = -4 * there_and_back(t, 0.24, 0.7, 1.0) + 6 * there_and_back(t - 0.7, 0.4, 1.0, 1.9)
    seeds = tuple(_flying(x, y - 0.22 * size, 0.5 * size, way, number, t - 0.75) for number in range(SEEDS))
    bare = 1 if 0.85 < t < 1.15 or 2.5 < t < 2.8 else 2 if 1.15 <= t <= 2.5 else 0
    return AnswerMoment(Stance(angle=way * lean), seeds, frame=bare)


def _flying(x: float, y: float, far: float, way: float, number: int, t: float) -> Effect:
    """One seed on its way, after the ones before it; each a little higher or lower."""
    t -= 0.09 * number
    out, spread = eased(t, -0.4, 1.7), (number % 3 - 1) * 0.5 + (number % 2 - 0.5) * 0.4
    strength = eased(t, 0, 0.2) * (1 - eased(t, 0.8, 1.5))
    x, y = x + way * far * (0.2 + 1.8 * out), y + far * (spread - 0.6) * out
    return Effect(SEED, x, y, 0.5 * far, strength, way * (25 + 15 * wave(t, 1.4)))


def _close(touched: Touched, t: float) -> AnswerMoment:
    """Somebody has gone in: it closes, is light inside, and opens again."""
    (x, y), bright = touched.part.middle, there_and_back(t, 0.6, 2.0, 2.8)
    light = Effect(LIGHT, x, y, 2 * touched.size, touched.one_of(0.9, 0.75, 0.95) * bright, behind=True)
    frame = 0 if not 0.08 < t < 2.9 else 1 if t < 0.45 or t > 2.5 else 2
    return AnswerMoment(Stance(scale=1 + 0.02 * there_and_back(t, 0.3, 0.3, 0.7)), (light,), frame)


def _kindle(touched: Touched, t: float) -> AnswerMoment:
    """Its light grows wide around it, and comes back to what it is."""
    (x, y), size, bright = touched.part.middle, touched.size, there_and_back(t, 0.5, 1.5, 2.6)
    light = Effect(LIGHT, x, y - 0.22 * size, 2.4 * size, touched.one_of(0.95, 0.85, 1) * bright, behind=True)
    return AnswerMoment(Stance(scale=1 + 0.015 * bright), (light,))


IN_USE: dict[str, Answer] = {
    "dent": Answer(1.0, _dent),
    "thud": Answer(1.95, _thud, (SOUND,)),
    "sip": Answer(2.9, _sip),
    "blow": Answer(3.0, _blow, (SEED,)),
    "close": Answer(2.9, _close, (LIGHT,)),
    "kindle": Answer(2.7, _kindle, (LIGHT,)),
}
