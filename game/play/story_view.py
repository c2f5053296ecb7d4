"""A moment of a little story as things on the glass: the companion, its own things, a thought.

Pure: values in, Drawn out; no clock, no files, no pygame. Sizes are in widths of the companion's picture.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from game.core.assembly import Posed, blend, posed, rounded
from game.core.companion import CARRIED, COMPANION_ID, FEET, in_paws
from game.core.company import company
from game.core.feelings import AIR, AIR_CLOSE, AIR_WIDE, FEELINGS, wearing
from game.core.hold import HOLDS
from game.core.ids import Scenery
from game.core.keyframe import Laid
from game.core.picture import FLAT, GLOWING, PAINTED, STANDING, WIDTH, Glow
from game.core.poses import POSES
from game.core.puppet import AWAY, QUIET, Puppet
from game.core.spots import lights
from game.core.sprite import AnySprite, PuppetSprite, Sprite, sprite_of
from game.core.story import BAG, BESIDE_IT, BURR, DRAWN, OVERHEAD, PAPER, PEBBLE, RUBBING, THOUGHTS, Story
from game.core.story_stage import LARGE
from game.core.story_things import SUNK
from game.core.table import Spot
from game.play.companion import hugging
from game.play.drawn import FAINT, Drawn, quantized
from game.play.figure import paws_over, puppet_at, puppet_sprite
from game.play.stories import THIN, Standing, StoryMoment
from game.play.story_left import CHANGED, FADING_ID
from game.play.walking import raised, setting_out, striding

BUBBLE, BESIDE, OVER = 1.0, 0.8, 1.08  # how wide a thought is anywhere; how far beside and above its feet is its middle
SCENE = 1.5  # and where itself is seen in what it thinks of, with somebody
INSIDE, RAISED = 0.52, 0.11  # of the bubble: how wide what is thought of, and how far above its middle
OVER_WIDE, OVER_FEET = 0.62, 1.06  # what hangs over it: how wide, how far above its feet is the middle
# So far above the ground lies the middle.
LIES = {"acorn": 0.4, "parcel": 0.4, "pebble": 0.3, "scarf": 0.2, "knot": 0.26, "lantern": 0.2, "light": 0.38}
LIES |= {"drawn-acorn": 0.4, "drawn-scarf": 0.4, "drawn-leaf": 0.34, "cloud": 0.3, "burr": 0.36, BAG: 0.4}
LIES |= dict.fromkeys((PAPER, *BESIDE_IT), 0.44)
HUNG = {
    "scarf": ("hung-scarf", 0.02),
    "drawn-leaf": ("drawn-leaf", 0.76),
}  # on a hook; of its width, how far above its middle is
ON_ITS_SIDE, LOW = (
    {"acorn": "lying-acorn"},
    0.3,
)  # what does not stand by itself; how far up its middle is
DRAWN_QUIETLY = (PAPER, BURR, PEBBLE, "knot", *DRAWN, *BESIDE_IT)  # otherwise in that look
AT_SIDE = 0.27  # of its width: how far to the right of its middle is what it holds, where its back is seen
GLOWS = ("light", "moon")  # in no light but their own
SPREADS = 1.5  # so much larger than in its paws its things are made: laid down they can be larger
BAG_WIDE, BACK = 1.04, 0.43  # how wide a bag on its back is, and how far above its feet is the middle
LESS = 0.4  # so much smaller what hangs over it becomes as it thins
WARM, GENTLY = 1.5, 0.5  # so many times as wide as what it rubs is the light about it; how strong
BUBBLE_ART = "thought-bubble"
HELD, WARMTH, ON_BACK = Scenery("story-held"), Scenery("story-warmth"), Scenery("story-on-back")


class StoryView:
    """How one companion, whose picture is so wide, plays among these spots."""

    def __init__(self, puppet: Puppet, width: float, spots: tuple[Spot, ...]):
        self._puppet, self._width = puppet, width
        self._made = max(width, LARGE)  # so wide it is made: near, it is larger than where it waits, and no blur
        self._signs = {spot.name: spot.sign for spot in spots}
        self._changing = tuple(spot for spot in spots if spot.changes)
        self._hooks = tuple(spot for spot in spots if spot.hold == "hang")
        self._bags = tuple(spot for spot in spots if spot.hold == "sink")
        self._veils = tuple(spot for spot in spots if HOLDS[spot.hold].strength < 1)

    def sprites(self, story: Story) -> tuple[AnySprite, ...]:
        """All that must be made before the story can be seen whole."""
        companion = puppet_sprite(posed(self._puppet, POSES["sitting"]), self._made)
        takes = [beat.what for beat in story if beat.do == "carry" and beat.what in THOUGHTS]
        things = [self._thing(what) for what in (*takes, *(BESIDE_IT if PAPER in takes else ()))]
        hung = [self._made_of(HUNG[what][0]) for what in takes if what in HUNG]
        lying = [self._on_its_side(what) for what in takes if what in ON_ITS_SIDE]
        thought = {beat.what: self._thought(beat.what) for beat in story if beat.do == "think"}
        thoughts = [sprite for of, drawn in thought.items() if drawn for sprite in (drawn, self._bubble(of))]
        changed = [_changed(number, spot).sprite for number, spot in enumerate(self._changing)]
        felt = [self._air(beat.what) for beat in story if beat.do == "feel"]
        warm = [self._light()] if any(beat.what == RUBBING for beat in story) else []
        return (
            companion,
            *things,
            *(hung if self._hooks else ()),
            *lying,
            *thoughts,
            *felt,
            *changed,
            *warm,
        )

    def drawn(self, moment: StoryMoment, waiting: PuppetSprite, carried: Drawn | None = None) -> tuple[Drawn, ...]:
        """The companion and its thought, from back to front; `waiting` is the companion as it would be there without
        the story, `carried` the child's thing in its paws, where it has it with it."""
        bodies = [drawn for standing in moment.standing for drawn in self._body(standing, waiting, carried)]
        bodies = [drawn for body in bodies for drawn in (*self._warm(moment, body), body)]
        thought = self._thought(moment.thought) if moment.thinks else None
        found = (*self._feeling(moment), *bodies, *(self._thinking(moment, thought) if thought else ()))
        return tuple(drawn for drawn in found if drawn.strength >= FAINT)

    def _body(self, standing: Standing, waiting: PuppetSprite, carried: Drawn | None) -> Iterator[Drawn]:
        """The companion, and what it holds before it; at its side, where its back is seen."""
        sprite = puppet_sprite(rounded(self._posed(standing, waiting.posed, carried is not None)), self._made)
        wide, strength = self._width * standing.size, quantized(standing.strength)
        id = COMPANION_ID if standing.strength > 0.5 else FADING_ID
        x, y = standing.x, standing.y - FEET * wide
        body = replace(puppet_at(x, y, wide, sprite, id), strength=strength)
        on_back = self._on_back(standing, wide)
        yield from (body, *on_back) if self._puppet.away else (*on_back, body)
        if held := self._in_paws(standing, carried):
            across, down, width = in_paws(x, y - wide * raised(standing.walks), wide)
            across += AT_SIDE * wide if self._puppet.away else 0
            yield replace(held, x=across, y=down, width=width, strength=quantized(standing.strength * held.strength))
            yield from paws_over(body)

    def _posed(self, standing: Standing, waiting: Posed, carries: bool) -> Posed:
        """How it holds itself."""
        puppet = self._puppet
        poses = [hugging(pose) if pose and carries else pose for pose in (standing.before, standing.after)]
        before, after = (posed(puppet, pose) if pose else waiting for pose in poses)
        stands, walks = blend(before, after, standing.share), standing.walks
        if walks is None:
            return stands
        pose = standing.after or POSES["sitting"]
        return setting_out(stands, posed(puppet, striding(puppet, hugging(pose) if carries else pose, walks)), walks)

    def _in_paws(self, standing: Standing, carried: Drawn | None) -> Drawn | None:
        """Its own thing, else the child's, once while it fades from one place to another; None for empty paws."""
        if standing.holds in ("", BAG):
            return carried if standing.strength > 0.5 else None
        return Drawn(HELD, self._thing(standing.holds), 0, 0, 0, strength=standing.grasp)

    def _on_back(self, standing: Standing, wide: float) -> tuple[Drawn, ...]:
        """The bag of a companion so wide, that has it on: behind it, or before it where its back is seen."""
        if standing.holds != BAG:
            return ()
        y, strength = standing.y - (BACK + raised(standing.walks)) * wide, quantized(standing.strength * standing.grasp)
        return (Drawn(ON_BACK, self._thing(BAG), standing.x, y, BAG_WIDE * wide, strength=strength),)

    def lying(self, moment: StoryMoment) -> tuple[Drawn, ...]:
        """Its own things on the ground, and what has changed by them: light goes up in a lantern."""
        opened = dict(moment.opened)
        there = {g: opened.get(g.name, 1.0) for g in self._changing if g.name in opened or _filled(g, moment.lies)}
        changed = tuple(replace(_changed(n, g), strength=quantized(far)) for n, (g, far) in enumerate(there.items()))
        inside = {laid for laid in moment.lies if any(_in(g, laid) and _takes_in(g, laid) for g in there)}
        lies = tuple(self._lying(n, laid) for n, laid in enumerate(moment.lies) if laid not in inside)
        return (*changed, *lies)

    def _lying(self, number: int, laid: Laid) -> Drawn:
        wide = CARRIED * self._width * laid.size
        thing, up = self._as_it_lies(laid)
        strength = min((HOLDS[veil.hold].strength for veil in self._veils if _in(veil, laid)), default=1.0)
        return Drawn(Scenery("story-thing", number), thing, laid.x, laid.y - wide * up, wide, strength=strength)

    def _as_it_lies(self, laid: Laid) -> tuple[Sprite, float]:
        """How it looks on a hook, in a bag or on the ground, and how far above its lower edge is its middle."""
        hangs = any(_in(spot, laid) for spot in self._hooks)
        if hangs and laid.what in HUNG:
            return self._made_of(HUNG[laid.what][0] + self._look(laid.what)), HUNG[laid.what][1]
        if laid.what in ON_ITS_SIDE and not hangs and not any(_in(bag, laid) for bag in self._bags):
            return self._on_its_side(laid.what), LOW
        return self._thing(laid.what), LIES[laid.what]

    def _on_its_side(self, what: str) -> Sprite:
        return self._made_of(ON_ITS_SIDE[what], lift=STANDING)

    def _thinking(self, moment: StoryMoment, thought: AnySprite) -> tuple[Drawn, ...]:
        """The bubble beside its head, and in it what it thinks of; what is OVERHEAD hangs over it without one."""
        standing, strength = moment.standing[-1], quantized(moment.thinks)
        wide, bubble = self._width * standing.size, self._made * self._wide(moment.thought)
        if moment.thought in OVERHEAD:
            over = standing.x, standing.y - OVER_FEET * wide
            across = OVER_WIDE * wide * (1 - LESS * _thinned(moment))
            return (Drawn(Scenery("story-thought"), thought, *over, across, strength=strength),)
        x = min(standing.x + BESIDE * wide, WIDTH - bubble / 2)
        y = max(standing.y - OVER * wide, bubble / 2)
        return (
            Drawn(Scenery("story-bubble"), self._bubble(moment.thought), x, y, bubble, strength=strength),
            Drawn(Scenery("story-thought"), thought, x, y - RAISED * bubble, INSIDE * bubble, strength=strength),
        )

    def _warm(self, moment: StoryMoment, body: Drawn) -> tuple[Drawn, ...]:
        """Light about what it rubs, as about the child's own stone."""
        far = _thinned(moment) if moment.standing[-1].holds == PEBBLE and body.id == HELD else 0.0
        return (
            (replace(body, id=WARMTH, sprite=self._light(), width=WARM * body.width, strength=quantized(GENTLY * far)),)
            if far
            else ()
        )

    def _light(self) -> Sprite:
        return sprite_of(Glow(WARMTH, 0, 0, WARM * CARRIED * self._made / 2, 1))

    def _feeling(self, moment: StoryMoment) -> Iterator[Drawn]:
        """What is in the air around it while it feels something: it is seen from afar, too."""
        standing = moment.standing[-1]
        wide = self._width * standing.size
        for number, (name, far) in enumerate(moment.feels):
            id, at = Scenery("story-feeling", number), (standing.x, standing.y - FEET * wide)
            yield Drawn(id, self._air(name), *at, self._air_wide() * wide, strength=quantized(far))

    def _air(self, feeling: str) -> Sprite:
        wide = self._air_wide() * self._made
        return Sprite(wearing(AIR, feeling), wide, wide, FLAT)

    def _air_wide(self) -> float:
        return AIR_CLOSE if self._puppet.name.endswith(AWAY) else AIR_WIDE

    def _thing(self, what: str) -> Sprite:
        wide = BAG_WIDE if what == BAG else SPREADS * CARRIED
        return self._made_of(THOUGHTS[what] + self._look(what), wide, GLOWING if what in GLOWS else FLAT)

    def _look(self, what: str) -> str:
        """What the name of this thing's picture ends with in this look."""
        return QUIET if self._puppet.name.endswith(AWAY) and what in DRAWN_QUIETLY else ""

    def _made_of(self, art: str, wide: float = SPREADS * CARRIED, lift: str = FLAT) -> Sprite:
        return Sprite(art, wide * self._made, wide * self._made, lift)

    def _bubble(self, of: str) -> Sprite:
        return Sprite(BUBBLE_ART, self._wide(of) * self._made, self._wide(of) * self._made)

    def _wide(self, of: str) -> float:
        """How wide the bubble is with this in it."""
        sign = self._signs.get(of)
        return SCENE if isinstance(sign, str) and company(sign) else BUBBLE

    def _thought(self, of: str) -> AnySprite | None:
        """One of its own things, itself in a feeling, or the sign of a spot; None where there is no such thing."""
        if of in FEELINGS:
            return puppet_sprite(posed(self._puppet, POSES[of]), self._width)
        art = THOUGHTS.get(of) or self._signs.get(of)
        size = self._made * (OVER_WIDE if of in OVERHEAD else INSIDE * self._wide(of))
        return Sprite(art, size, size, GLOWING if of in GLOWS else PAINTED) if art else None


def _thinned(moment: StoryMoment) -> float:
    """How far what hangs over it has become thin, 0 to 1."""
    return min(1.0, (1 - moment.thinks) / (1 - THIN)) if moment.thought in OVERHEAD else 0.0


def _filled(spot: Spot, lies: tuple[Laid, ...]) -> bool:
    """True where something has been laid into it."""
    return bool(spot.inside) and any(_in(spot, laid) for laid in lies)


def _takes_in(spot: Spot, laid: Laid) -> bool:
    """True where what changes shows this thing itself: a light that burns in a lantern, a sleeve with a page in it."""
    return laid.what in GLOWS or spot.hold == "sink"


def _in(spot: Spot, laid: Laid) -> bool:
    left, top, width, height = spot.box
    low = SUNK if spot.hold == "sink" else 0
    return left <= laid.x <= left + width and top <= laid.y <= top + height + low


def _changed(number: int, spot: Spot) -> Drawn:
    """What stands on this spot, as it looks with something in it."""
    (stamp,) = lights((spot,), {spot.name})
    sprite = Sprite(str(stamp.art), stamp.width, stamp.width, GLOWING)
    return Drawn(Scenery(CHANGED, number), sprite, stamp.x, stamp.y, stamp.width)
