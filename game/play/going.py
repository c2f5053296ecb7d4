"""An answer that goes on: since when, what it comes to at a moment, and its small pictures on the glass.

The same for the parts of a scene and for things that are used. Pure but for the time it is handed: no pygame, no files.
"""

from msgspec import Struct

from game.core.ids import Scenery
from game.core.sprite import CUT, Sprite
from game.play.drawn import Drawn, quantized
from game.play.stance import Effect
from game.play.touched import Answer, AnswerMoment, Touched

STEPS = 24  # moments of an answer in a second: paper is moved by hand
SMALL = 160  # the size in which an answer's small pictures are painted


class Going(Struct):
    """An answer that goes on: to which touch, and since when. `number` counts all of them."""

    touched: Touched
    answer: Answer
    since: float
    number: int

    def seconds(self, now: float) -> float:
        """How long it goes on, in whole steps; the first is there at once."""
        return (int((now - self.since) * STEPS + 1e-6) + 1) / STEPS

    def over(self, now: float) -> bool:
        """True when the answer is over, and the part is at rest again."""
        return self.seconds(now) >= self.answer.lasts

    def moment(self, now: float) -> AnswerMoment:
        """How the answer looks now."""
        return self.answer.at(self.touched, self.seconds(now))


def small(art: str) -> Sprite:
    """What is painted of a small picture of an answer."""
    return Sprite(art, SMALL, SMALL, CUT)


def small_drawn(id: Scenery, effect: Effect) -> Drawn:
    """A small picture as it lies on the glass."""
    x, y, width = (round(value, 1) for value in (effect.x, effect.y, effect.width))
    return Drawn(id, small(effect.art), x, y, width, effect.angle, quantized(effect.strength))
