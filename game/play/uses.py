"""The things on one screen that answer when they are used: how each is moved now, and which drawing of it is seen.

A Stamp says how often its thing was used; one time more, and it answers. In what way says its picture. Pure but for
the time it is handed: no pygame, no files, no pixels; all places are in design units.
"""

from collections.abc import Callable

from msgspec.structs import replace

from game.core.ids import Scenery
from game.core.picture import Glow, Picture, Stamp, box
from game.core.picture_answer import PLAIN, PictureAnswer
from game.core.scene import ScenePart
from game.core.sprite import AnySprite, Sprite, sprite_of
from game.play.answers import ANSWERS, STILL
from game.play.drawn import FAINT, Drawn, quantized
from game.play.going import Going, small, small_drawn
from game.play.motion import NamedThings, ThingId, in_steps
from game.play.stance import AT_REST, Stance, middle
from game.play.touched import Answer, Touched

MOST = 4  # answers of one thing at once: who drums quickly is answered each time

AnswerOf = Callable[[str], PictureAnswer]  # by the name of a picture


def plain_answer(art: str) -> PictureAnswer:
    """The answer of a picture whose drawing names none."""
    return PLAIN


class Uses:
    """What was used on this screen. `still`: nothing moves, and an answer is a short change of light."""

    def __init__(self, answer_of: AnswerOf, still: bool):
        self._answer_of, self._still = answer_of, still
        self._used: dict[ThingId, int] = {}
        self._going: list[tuple[ThingId, Going]] = []
        self._number = 0

    def sprites(self, picture: Picture) -> list[AnySprite]:
        """All that may be seen of the answers on this Picture."""
        ready = [thing for thing in picture.things if isinstance(thing, Stamp) and thing.used is not None]
        arts = {art for thing in ready for art in self._word(self._said(thing)).arts}
        frames = [frame for thing in ready for frame in self._frames(sprite_of(thing))]
        return [*map(small, sorted(arts)), *frames]

    def meet(self, things: NamedThings, now: float) -> None:
        """Another Picture: what was used once more answers; on arrival nothing does."""
        before, self._used = self._used, {}
        for key, thing in things:
            if isinstance(thing, Stamp) and thing.used is not None:
                self._used[key] = thing.used
                if thing.used > before.get(key, thing.used):
                    self._begin(key, thing, now)
        self._going = [(key, going) for key, going in self._going if key in self._used]

    def moves(self, now: float) -> bool:
        """True while something answers."""
        self._going = [(key, going) for key, going in self._going if not going.over(now)]
        return bool(self._going)

    def drawn(self, at_rest: Drawn, now: float) -> tuple[Drawn, ...]:
        """The thing as its answers have it now, before its light; the very same alone where it gives none."""
        going = [going for key, going in self._going if key == at_rest.id and not going.over(now)]
        if not going or not isinstance(at_rest.sprite, Sprite):
            return (at_rest,)
        moments = [one.moment(now) for one in going]
        stance = sum((moment.stance for moment in moments), AT_REST)
        frame, frames = moments[-1].frame, self._frames(at_rest.sprite)
        sprite = frames[frame - 1] if 0 < frame <= len(frames) else at_rest.sprite
        thing = _moved(replace(at_rest, sprite=sprite), going[-1].touched.part, stance)
        return (*_small(going, now, behind=True), thing)

    def above(self, now: float) -> tuple[Drawn, ...]:
        """The small pictures of all answers that lie above the things."""
        return _small([going for _, going in self._going if not going.over(now)], now, behind=False)

    def _begin(self, key: ThingId, thing: Stamp, now: float) -> None:
        if sum(each == key and not going.over(now) for each, going in self._going) >= MOST:
            return
        said, (wide, high) = self._said(thing), box(thing)
        left, top = thing.x - wide / 2, thing.y - high / 2
        pivot = left + said.pivot[0] * wide, top + said.pivot[1] * high
        part = ScenePart(str(key), (left, top, wide, high), pivot, answer=said.word, cut=True)
        self._number += 1
        touched = Touched(part, *part.middle, (thing.used or 1) - 1)
        self._going.append((key, Going(touched, self._word(said), now, self._number)))

    def _said(self, thing: Stamp | Glow) -> PictureAnswer:
        """How the picture of this thing answers; what a child has drawn says nothing of it."""
        art = thing.art if isinstance(thing, Stamp) else ""
        return self._answer_of(art) if isinstance(art, str) else PLAIN

    def _word(self, said: PictureAnswer) -> Answer:
        return STILL if self._still else ANSWERS[said.word]

    def _frames(self, sprite: Sprite) -> tuple[Sprite, ...]:
        said = self._answer_of(sprite.art) if isinstance(sprite.art, str) and not self._still else PLAIN
        return tuple(replace(sprite, art=frame) for frame in said.frames)


def _small(going: list[Going], now: float, behind: bool) -> tuple[Drawn, ...]:
    """The small pictures of these answers, those that lie behind things or the others."""
    found = [
        small_drawn(Scenery(f"use-{one.number}", index), effect)
        for one in going
        for index, effect in enumerate(one.moment(now).effects)
        if effect.behind == behind
    ]
    return tuple(one for one in found if one.strength > FAINT)


def _moved(drawn: Drawn, part: ScenePart, stance: Stance) -> Drawn:
    """Moved about its pivot, beside whatever else moves it."""
    (x, y), (at_rest_x, at_rest_y) = middle(part, stance), part.middle
    moved = {"x": drawn.x + x - at_rest_x, "y": drawn.y + y - at_rest_y, "width": drawn.width * stance.scale}
    return replace(
        drawn, **moved, angle=in_steps(drawn.angle + stance.angle), strength=quantized(drawn.strength * stance.strength)
    )
