"""What is on the glass at a moment: a Picture and its motion become a Frame, whatever the glass is.

Pure but for the time it is handed: no pygame, no files, no pixels; all places are in design units.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from game.core.companion import CARRIED_ID, COMPANION_ID, companion_on, in_paws
from game.core.picture import Backdrop, Glow, Picture, Stamp, Strokes
from game.core.road import Road, length
from game.core.scene import ScenePart, water_of
from game.core.sprite import AnySprite, PuppetSprite, Sprite, sprite_of
from game.core.stepping_stones import steps_on
from game.play.drawn import FAINT, Drawn, Frame, quantized
from game.play.figure import Figure, Puppets, first_sprite, goes_on_foot, on_foot, paws_over, puppet_at
from game.play.gait import seconds
from game.play.glide import Position
from game.play.land import Land
from game.play.motion import BEAT, Motion, ThingId, beat, on_the_beat
from game.play.slide import Slide
from game.play.unfolding import Unfolding
from game.play.uses import AnswerOf, Uses, plain_answer
from game.play.walking import raised

NEARER, LARGER = 6, 0.06  # design units, and the share of its size, when the companion sits a little closer

Roads = Callable[[str], Road]  # the road of a scene, () where it has none


class SpriteSource(Protocol):
    """Where a glass has its pictures from. Nothing here waits: what is not there yet is made meanwhile."""

    def ready(self, scene: str, sprites: Sequence[AnySprite]) -> bool:
        """True when the scene ("" for none) and some painting of every sprite are there; what is missing is made."""

    def ahead(self, sprites: Sequence[AnySprite]) -> None:
        """Make these when there is nothing else to do; what was wanted so before and still waits is dropped."""

    def parts(self, scene: str) -> tuple[ScenePart, ...]:
        """The parts of this scene: those that are cut are sprites of their own, and not in the scene."""

    def soon(self, scenes: Sequence[str]) -> None:
        """Make these scenes when there is nothing else to do."""


class DisplayList:
    """The Picture that was shown last, in motion. `still`: everything is at rest at once."""

    def __init__(
        self,
        sprites: SpriteSource,
        puppets: Puppets,
        still: bool = False,
        roads: Roads = lambda scene: (),
        answer_of: AnswerOf = plain_answer,
    ):
        self.picture: Picture | None = None
        self._sprites, self._puppets, self._figure = sprites, puppets, Figure(puppets, still)
        self._still, self._motion, self._roads = still, Motion(still), roads
        self._unfolding = Unfolding(still)
        self._uses = Uses(answer_of, still)
        self._stood: dict[Backdrop, Position | None] = {}
        self._land = Land()
        self._land_shown: tuple[Drawn, ...] = ()
        self._things: list[tuple[ThingId, Stamp | Glow, Sprite]] = []
        self._backdrop, self._slide = Backdrop(""), None  # type: tuple[Backdrop, Slide | None]
        self._strokes: tuple[Strokes, ...] = ()
        self._frame = Frame()
        self._beat: int | None = None
        self._told: int | None = None  # whose next beat has been told

    def show(self, picture: Picture, now: float) -> bool:
        """Take the Picture up. False while its art is still being made: the old one stays until it is whole."""
        if picture is self.picture:
            return True
        things = [(key, thing, sprite_of(thing)) for key, thing in _keyed(picture)]
        backdrop = backdrop_of(picture)
        land = self._land_of(backdrop)
        if not self._is_made(picture, land):
            return False
        if backdrop != self._backdrop:
            self._enter(backdrop, companion_on(picture), now)
        self._motion.stones = steps_on(picture)
        self.picture, self._things, self._beat = picture, things, None
        self._land = land
        self._strokes = tuple(thing for thing in picture.things if isinstance(thing, Strokes))
        walkers = {key for key, thing, _ in things if goes_on_foot(thing, self._puppets)}
        self._motion.set_out(((key, thing) for key, thing, _ in things), now, walkers)
        self._unfolding.set_out(((key, thing) for key, thing, _ in things), now)
        self._uses.meet(((key, thing) for key, thing, _ in things), now)
        self._figure.meet(picture, now)
        return True

    def prepare(self, picture: Picture) -> None:
        """Let all be made that the Picture needs, while another one is still to be seen."""
        self._is_made(picture, self._land_of(backdrop_of(picture)))

    def _is_made(self, picture: Picture, land: Land) -> bool:
        return self._sprites.ready(backdrop_of(picture).scene, [*land.sprites(), *self.sprites(picture)])

    def _land_of(self, backdrop: Backdrop) -> Land:
        """The land as it lives now, or a new one."""
        if backdrop == self._backdrop:
            return self._land
        return Land(backdrop.scene, self._sprites.parts(backdrop.scene), self._still)

    def sprites(self, picture: Picture) -> list[AnySprite]:
        """All that must be made before the Picture can be seen whole, and what lies on it can be used."""
        return [*sprites_of(picture, self._puppets), *self._uses.sprites(picture)]

    def _enter(self, backdrop: Backdrop, companion: Stamp | None, now: float) -> None:
        """In this scene the companion is where it stood the last time.

        It walks from one stretch of a land to its neighbour, which slides in, and into a scene that is entered where it
        has not been yet.
        """
        before, self._backdrop = self._backdrop, backdrop
        self._slide = None
        self._unfolding.enter()
        self._motion.road = self._roads(backdrop.scene)
        self._motion.water = water_of(self._sprites.parts(backdrop.scene))
        if before.stretch and backdrop.stretch and not self._still:
            self._slide = Slide(self._frame, 1 if backdrop.stretch > before.stretch else -1, now)
            self._motion.go_along(COMPANION_ID, self._slide.to)
            return
        if backdrop.entered and before.scene and backdrop not in self._stood and companion:
            self._motion.come_in(seconds(length(self._motion.road), companion.width))
        self._stood[before] = self._motion.resume(COMPANION_ID, self._stood.get(backdrop))

    def slides(self, now: float) -> bool:
        """True while the land slides from one stretch to the next."""
        return self._slide is not None and not self._slide.over(now)

    def walks(self, now: float) -> bool:
        """True while the companion is on its way."""
        return self._motion.walked(COMPANION_ID, now) is not None

    def arrive(self) -> None:
        """Somebody is there: whoever comes into the scene has come."""
        self._motion.arrive()

    def walk_back(self, at: Position, now: float) -> None:
        """The companion goes from there, where it has played, to where it waits."""
        self._motion.walk_back(COMPANION_ID, at, now)

    def touched(self, x: float, y: float, now: float) -> None:
        """A finger is there: the companion looks at it."""
        self._figure.touched(x, y, now)

    def answer(self, x: float, y: float, now: float) -> str:
        """A finger has come down where nothing is meant: the land answers. The answer's word, "" for none."""
        return self._land.touch(x, y, now)

    def answer_next(self, now: float) -> str:
        """A key asks the land for its next answer, from left to right. The answer's word, "" for none."""
        return self._land.answer_next(now)

    def frame(self, now: float, loops: bool = True) -> Frame:
        """What is on the glass now; the very Frame of the last time where nothing can have moved since."""
        loops, before = loops and not self._still, self._land_shown
        self._land_shown = self._land.drawn(now, loops)
        if self.picture is not None and (self._is_due(now, loops) or self._land_shown is not before):
            things = _hugged([self._drawn(key, thing, sprite, now, loops) for key, thing, sprite in self._things])
            used = [each for drawn in things if drawn for each in self._uses.drawn(drawn, now)]
            seen = (*used, *self._uses.above(now))
            self._frame = Frame(self._backdrop.scene, self._land_shown + seen, self._strokes)
        return self._slide.on(self._frame, now) if self._slide and self.slides(now) else self._frame

    def soon(self, now: float) -> tuple[Drawn, ...]:
        """Who is on foot, as it will be on the next beat; told once, while nothing is new on this one."""
        if self._told == beat(now):
            return ()
        self._told, later = beat(now), now + 1 / BEAT
        walks = [each for each in self._things if self._motion.walked(each[0], later)]
        found = [self._drawn(key, thing, sprite, later, False) for key, thing, sprite in walks]
        return tuple(drawn for drawn in found if drawn)

    def _is_due(self, now: float, loops: bool) -> bool:
        """False when nothing moves and no loop's beat has come since the last Frame."""
        moving = self._motion, self._unfolding
        if any(one.going_on(now) for one in moving) or self._figure.moves(now) or self._uses.moves(now):
            self._beat = None  # one more Frame after the last of the motion, exactly at its end
            return True
        last, self._beat = self._beat, beat(now) if loops else -1
        return self._beat != last

    def _drawn(self, key: ThingId, thing: Stamp | Glow, sprite: Sprite, now: float, loops: bool) -> Drawn | None:
        if key in (COMPANION_ID, CARRIED_ID) and self._figure.is_there:
            moves = loops or self._motion.going_on(now) or self._figure.moves(now)
            at = on_the_beat(now) if moves else now
            return self._companion(thing, at, loops) if key == COMPANION_ID else self._carried(sprite, at)
        between, place = self._unfolding.art(key, now), self._motion.place(key, now)
        if place.strength < FAINT:
            return None
        if walker := self._on_foot(key, thing, on_the_beat(now)):
            place = self._motion.place(key, on_the_beat(now))
            return puppet_at(place.x, place.y, place.width, walker, key)
        width = place.width * (1 + self._motion.swell(key, thing, now, loops))
        stance = self._motion.stance(key, thing, now, loops)
        x, y = place.x + stance.x, place.y + stance.y
        sprite = replace(sprite, art=between) if between else sprite
        return Drawn(key, sprite, x, y, width, stance.angle, quantized(place.strength * stance.strength))

    def _on_foot(self, key: ThingId, thing: Stamp | Glow, now: float) -> PuppetSprite | None:
        """The puppet of what walks to its new place; None for all others, and while it is not made yet."""
        walked = self._motion.walked(key, now)
        sprite = on_foot(thing, self._puppets, walked) if walked and isinstance(thing, Stamp) else None
        return sprite if sprite and self._sprites.ready("", (sprite,)) else None

    def _companion(self, thing: Stamp | Glow, now: float, loops: bool) -> Drawn:
        """The puppet, standing where its picture would; while it grows it is painted in the size that it will have."""
        place, wide = self._stands(now), thing.width if isinstance(thing, Stamp) else 0
        sprite = self._figure.sprite(wide, now, loops, self._motion.walked(COMPANION_ID, now))
        return puppet_at(place.x, place.y, place.width, sprite)

    def _stands(self, now: float) -> Position:
        """Where the companion is; closer it is lower and larger."""
        place, closer = self._motion.place(COMPANION_ID, now), self._figure.closer(now)
        return replace(place, y=place.y + NEARER * closer, width=place.width * (1 + LARGER * closer))

    def _carried(self, sprite: Sprite, now: float) -> Drawn:
        """What the companion carries: before its belly, wherever it goes."""
        by, up = self._stands(now), raised(self._motion.walked(COMPANION_ID, now))
        return Drawn(CARRIED_ID, sprite, *in_paws(by.x, by.y - by.width * up, by.width))


def _hugged(things: list[Drawn | None]) -> list[Drawn | None]:
    """The same with the companion's paws over what it carries."""
    carried = next((number for number, drawn in enumerate(things, 1) if drawn and drawn.id == CARRIED_ID), 0)
    body = next((drawn for drawn in things if drawn and drawn.id == COMPANION_ID), None)
    return [*things[:carried], *paws_over(body), *things[carried:]] if carried and body else things


def backdrop_of(picture: Picture) -> Backdrop:
    """What is behind everything; of no scene where there is nothing."""
    return next((thing for thing in picture.things if isinstance(thing, Backdrop)), Backdrop(""))


def scene_of(picture: Picture) -> str:
    """The scene behind everything, "" for none."""
    return backdrop_of(picture).scene


def sprites_of(picture: Picture, puppets: Puppets) -> list[AnySprite]:
    """All that must be made before the Picture can be seen whole."""
    things = [thing for _, thing in _keyed(picture)]
    return [*(first_sprite(thing, puppets) for thing in things), *(one for thing in things for one in _between(thing))]


def _between(thing: Stamp | Glow) -> list[Sprite]:
    """What it may go through before it is what it is."""
    return [replace(sprite_of(thing), art=art) for art in (thing.through if isinstance(thing, Stamp) else ())]


def _keyed(picture: Picture) -> Iterator[tuple[ThingId, Stamp | Glow]]:
    """The things that are painted, each with the name by which it is known from one Picture to the next."""
    for index, thing in enumerate(picture.things):
        if isinstance(thing, Stamp):
            yield thing.id or (index, thing.x, thing.y), thing
        elif isinstance(thing, Glow):
            yield thing.id, thing
