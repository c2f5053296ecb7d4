"""The land of one scene: its parts live, and answer the touches that mean nothing else. Nothing of it is ever recorded.

Pure but for the time it is handed: no pygame, no files, no pixels; all places are in design units.
"""

from collections import Counter

from game.core.ids import Scenery
from game.core.picture import HEIGHT, WIDTH
from game.core.scene import ScenePart
from game.core.sprite import AnySprite, PartSprite
from game.play.answers import ANSWERS, STILL
from game.play.drawn import FAINT, Drawn, quantized
from game.play.going import Going, small, small_drawn
from game.play.life import LIVES
from game.play.motion import beat, in_steps, on_the_beat, phase
from game.play.stance import AT_REST, Stance, middle
from game.play.touched import AnswerMoment, Touched

REACH = 160  # design units from a finger, in which it finds an answer
NEAR = 90  # beside the finger: what bends or parts does it together with its neighbours
GENEROUS = 14  # design units: children touch beside what they mean
MOST = 16  # answers at once: more than two hands
SOFTLY = 2.0  # seconds in which lives begin and come to rest


class Land:
    """The parts of a scene in motion. `still`: nothing lives, and an answer is a short change of light."""

    def __init__(self, scene: str = "", parts: tuple[ScenePart, ...] = (), still: bool = False):
        self._parts, self._still = parts, still
        self._cut = [(part, PartSprite(scene, part.name, *part.box[2:])) for part in parts if part.cut]
        self._going: list[Going] = []
        self._turns: Counter[str] = Counter()
        self._in_turn = sorted(filter(_can_be_called, parts), key=lambda part: part.middle)
        self._number = 0
        self._woken = self._awake = -1e9
        self._key: tuple[object, ...] = ()
        self._last: tuple[Drawn, ...] = ()

    def sprites(self) -> list[AnySprite]:
        """All that it may lay on the glass."""
        words = {STILL} if self._still else {ANSWERS[part.answer] for part in self._parts if part.answer in ANSWERS}
        arts = sorted({art for word in words for art in word.arts})
        return [*(sprite for _, sprite in self._cut), *map(small, arts)]

    def touch(self, x: float, y: float, now: float) -> str:
        """A finger has come down where nothing else is meant. The answer's word; "" where nothing answers."""
        self._forget(now)
        part = self._nearest(x, y)
        return self._answer(part, x, y, now) if part else ""

    def answer_next(self, now: float) -> str:
        """Nobody touches, and a part is asked all the same: one after the other, from left to right, and again."""
        self._forget(now)
        part = next((part for part in self._in_turn if self._is_free(part)), None)
        if part is None or len(self._going) >= MOST:
            return ""
        at = self._in_turn.index(part) + 1
        self._in_turn = self._in_turn[at:] + self._in_turn[:at]
        return self._answer(part, *part.middle, now)

    def _answer(self, part: ScenePart, x: float, y: float, now: float) -> str:
        self._begin(part, x, y, now)
        if not self._still and ANSWERS[part.answer].all_near:
            for other in self._parts:
                if other.answer == part.answer and self._is_free(other) and other.distance(x, y) <= NEAR:
                    self._begin(other, x, y, now)
        return part.answer

    def drawn(self, now: float, loops: bool) -> tuple[Drawn, ...]:
        """The parts and what their answers lay above them; the very same as before where nothing has moved."""
        self._forget(now)
        much = self._lively(now, loops and not self._still)
        key = (much, beat(now) if much else 0, *((going.number, going.seconds(now)) for going in self._going))
        if key != self._key:
            self._key, self._last = key, self._laid(now, much)
        return self._last

    def _laid(self, now: float, much: float) -> tuple[Drawn, ...]:
        """From back to front: the parts, and above them the small pictures of their answers."""
        moments = [(going, going.moment(now)) for going in self._going]
        parts = [self._part(part, sprite, moments, now, much) for part, sprite in self._cut]
        effects = [
            small_drawn(Scenery(f"answer-{going.number}", i), e)
            for going, m in moments
            for i, e in enumerate(m.effects)
        ]
        return tuple(one for one in (*parts, *effects) if one.strength > FAINT)

    def _nearest(self, x: float, y: float) -> ScenePart | None:
        """The part that answers here: the nearest, of several under the finger the smallest."""
        free = [(_distance(part, x, y), part.box[2] * part.box[3], part) for part in self._parts if self._is_free(part)]
        near = [found for found in free if found[0] <= REACH]
        if not near or len(self._going) >= MOST:
            return None
        return min(near, key=lambda found: found[:2])[2]

    def _is_free(self, part: ScenePart) -> bool:
        """True for a part that can answer now; one that moves does one thing after the other."""
        if part.answer not in ANSWERS:
            return False
        return self._still or not part.cut or all(going.touched.part != part for going in self._going)

    def _begin(self, part: ScenePart, x: float, y: float, now: float) -> None:
        answer = STILL if self._still else ANSWERS[part.answer]
        touched = Touched(part, *part.nearest(x, y), self._turns[part.name])
        self._turns[part.name] += 1
        self._number += 1
        self._going.append(Going(touched, answer, now, self._number))

    def _forget(self, now: float) -> None:
        self._going = [going for going in self._going if not going.over(now)]

    def _lively(self, now: float, loops: bool) -> float:
        """How much all lives: 1 wholly; it begins softly and comes to rest softly."""
        much = max(0.0, min(1.0, (self._awake - self._woken) / SOFTLY) - (now - self._awake) / SOFTLY)
        if not loops:
            return much
        if now - self._awake > SOFTLY / 4:
            self._woken = now - much * SOFTLY
        self._awake = now
        return min(1.0, (now - self._woken) / SOFTLY)

    def _part(
        self, part: ScenePart, sprite: PartSprite, moments: list[tuple[Going, AnswerMoment]], now: float, much: float
    ) -> Drawn:
        """A part as it is moved now: by its life, and by what it answers."""
        life = LIVES.get(part.life)
        t = on_the_beat(now) + 5 * phase(part.name)
        stance = life(t, much) if life and much else AT_REST
        for going, moment in moments:
            if going.touched.part == part:
                stance += moment.stance
            elif f"{going.touched.part.name}-shadow" == part.name:  # it goes along and does not turn
                stance += Stance(x=moment.stance.x)
        return _moved(part, sprite, stance)


def _can_be_called(part: ScenePart) -> bool:
    """True for what answers where every window shows it."""
    x, y = part.middle
    return part.answer in ANSWERS and 0 < x < WIDTH and 0 < y < HEIGHT


def _distance(part: ScenePart, x: float, y: float) -> float:
    """How far a finger is from a part; just beside a thing it is on it."""
    far = part.distance(x, y)
    return 0.0 if part.cut and far <= GENEROUS else far


def _moved(part: ScenePart, sprite: PartSprite, stance: Stance) -> Drawn:
    x, y = part.middle if stance == AT_REST else middle(part, stance)
    angle = in_steps(stance.angle)
    return Drawn(
        Scenery(f"part-{part.name}"), sprite, x, y, sprite.width * stance.scale, angle, quantized(stance.strength)
    )
