"""What the parts of a scene do by themselves: slow, small, and each word only once.

Pure functions of time; no clock, no files, no pygame. A life is a swing about where the scene has the part, so that it
can be laid to rest by making it smaller and smaller.
"""

from collections.abc import Callable

from game.play.stance import Stance, wave

Life = Callable[[float, float], Stance]  # seconds, and how much of it: 1 wholly, 0 at rest


def sway(t: float, much: float) -> Stance:
    """Grass, leaves, a pennant: they turn a little about where they stand or hang."""
    return Stance(angle=2.2 * much * wave(t, 5))


def drift(t: float, much: float) -> Stance:
    """A cloud goes to one side and comes back, in 26 seconds."""
    return Stance(x=12 * much * wave(t, 26), y=2 * much * wave(t, 17))


def twinkle(t: float, much: float) -> Stance:
    """A star, a firefly: it grows fainter and brightens."""
    return Stance(strength=1 - much * (0.26 + 0.24 * wave(t, 4.6)))


def bob(t: float, much: float) -> Stance:
    """What floats is lifted and turned by the water."""
    return Stance(x=1.2 * much * wave(t, 6.5), y=1.6 * much * wave(t, 4), angle=1.2 * much * wave(t, 5.2))


LIVES: dict[str, Life] = {"sway": sway, "drift": drift, "twinkle": twinkle, "bob": bob}
