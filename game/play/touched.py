"""What is touched or used, and what an answer to it is at a moment: the words for `answers.py` and `answers_in_use.py`.

Pure: values and places in design units; no clock, no files, no pygame.
"""

from collections.abc import Callable

from msgspec import Struct

from game.core.picture import WIDTH
from game.core.puppet import Point
from game.core.scene import ScenePart
from game.play.stance import AT_REST, Effect, Stance

LONGEST = 3.0  # seconds
VARIATIONS = 3
HAND, SIDE = 180, 170  # design units: of a wide land that answers; of the sides of the screen
RING, SOUND, SMOKE, LIGHT, SHADE = "answer-ring", "answer-sound", "answer-smoke", "answer-light", "answer-shade"
WARMTH, MOTE, GLIMMER = "answer-warmth", "answer-mote", "answer-glimmer"
SEED, SEEDS = "answer-seed", 7  # the small picture, and how many fly at once
LINES = ("answer-line-bow", "answer-line-wave", "answer-line-curl")


class Touched(Struct, frozen=True):
    """A part under a finger at `x`, `y`, which lies on the part or as near as it can; `turn` counts the answers.

    A picture that is used is such a part, too, touched in its middle.
    """

    part: ScenePart
    x: float
    y: float
    turn: int = 0

    def one_of(self, *these: float) -> float:
        """The variation whose turn it is."""
        return these[self.turn % VARIATIONS % len(these)]

    @property
    def away(self) -> float:
        """1 where the finger is left of the part's pivot, -1 where it is right of it: away from the finger."""
        return 1 if self.x <= self.part.pivot[0] else -1

    @property
    def aside(self) -> float:
        """As `away`, but inwards where the part lies at the side of the screen: nothing leaves it."""
        x = self.part.pivot[0]
        return 1 if x < SIDE else -1 if x > WIDTH - SIDE else self.away

    @property
    def size(self) -> float:
        """The longer side of the part's box; of a wide land only as much as a hand can mean."""
        return min(HAND, max(self.part.box[2:]))

    @property
    def place(self) -> Point:
        """The middle of the part; in a wide land, where the finger is."""
        return self.part.middle if max(self.part.box[2:]) <= HAND else (self.x, self.y)


class AnswerMoment(Struct, frozen=True):
    """One moment of an answer: how the part is moved, and the small pictures above it.

    `frame`: which of its other drawings is seen of a picture, from 1; 0 for itself. A part of a scene has none.
    """

    stance: Stance = AT_REST
    effects: tuple[Effect, ...] = ()
    frame: int = 0


class Answer(Struct, frozen=True):
    """A word: how many seconds it lasts, what it is at each, and the small pictures that it needs.

    Without any it moves the part: it is for parts that are cut. `all_near`: every part with this word beside the finger
    does it, too.
    """

    lasts: float
    at: Callable[[Touched, float], AnswerMoment]
    arts: tuple[str, ...] = ()
    all_near: bool = False
