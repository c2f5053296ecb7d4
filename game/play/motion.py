"""Where everything on the glass is just now: gliding, settling, breathing, glowing up.

Pure but for the time it is handed: no pygame, no files. `display_list.py` asks where each thing is, and how large.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from math import cos, pi, radians, sin

from msgspec.structs import replace

from game.core.companion import BESIDE_ID, COMPANION_ID, FEET
from game.core.ids import Id, Option, Scenery
from game.core.layout import IN_THE_AIR
from game.core.picture import HELD, Glow, Stamp
from game.core.road import Road, from_stone_to_stone, is_wet, length, way_along
from game.core.scene import ScenePart
from game.play.bumps import goes_on, pace
from game.play.gait import Gait, gait, leap, seconds
from game.play.glide import Glide, Position, ground, point, position_at, share
from game.play.life import LIVES
from game.play.stance import AT_REST, Stance

WALK = 0.8  # of the companion's time for a way: who was chosen comes along at once
LEAP = 0.9  # seconds for a leap over water, with a rest after it
GLIDE = 0.34  # seconds from the old place to the new one
SLIDE = 3.2  # seconds in which a land slides from one stretch to the next
GLOW_TIME = 1.2  # seconds in which a glow comes
HASTE = 0.9  # seconds that somebody takes at the most who only goes back to its place
AHEAD = 0.1  # seconds that one looks ahead to see to which side somebody walks
BREATH, DEPTH, BEAT = 3.0, 0.02, 12  # seconds for a breath, how much it swells, steps a second
SWELLS = 3  # sizes of a breath larger than at rest, and as many smaller: a pixel from one to the next at each side of
# what is large; few, so that a glass can keep them
ANGLE = 0.5  # degrees: few angles, so that a glass can keep what it has turned
SLOW_BREATHS = "slow-breaths"  # a loop, "slow-breaths 4 1": how many, and for which time; "slow-breaths 4 1 2 3": of
# three things in turn, and its own begin with the breath of the number 2, from 0
SLOW_BREATH, SLOW_DEPTH = 8.0, 0.2  # four seconds in, four out; a fifth larger at its fullest

ThingId = Id | tuple[int, float, float]  # without an id, a thing is known by its number and its place
NamedThings = Iterable[tuple[ThingId, Stamp | Glow]]  # each as it is known from one Picture to the next


class Motion:
    """All that moves on one Picture. `still`: nothing does; everything is at its end at once."""

    def __init__(self, still: bool):
        self._still = still
        self.road: Road = ()
        self.stones: Road = ()
        self.water: tuple[ScenePart, ...] = ()
        self._ways: dict[ThingId, Glide] = {}
        self._breaths: dict[ThingId, tuple[str, float]] = {}
        self._side, self._entrance = 0, ((), 0.0)  # type: int, tuple[Road, float]

    def set_out(self, things: NamedThings, now: float, walkers: Collection[ThingId] = ()) -> None:
        """The things of another Picture: each sets out from where it is to its new place, `walkers` on foot."""
        things = list(things)
        self._ways |= self._let_go([key for key, _ in things])
        self._ways = {key: self._way(key, thing, now, key in walkers) for key, thing in things}
        self._breaths = {
            key: self._begun(key, thing.loop, now)
            for key, thing in things
            if isinstance(thing, Stamp) and _loop(thing) == SLOW_BREATHS
        }
        self._side, self._entrance = 0, ((), 0.0)

    def going_on(self, now: float) -> bool:
        """True while something glides, glows up or breathes its slow breaths."""
        if self._still:
            return False
        slow = any(now - since < _lasts(loop) for loop, since in self._breaths.values())
        return slow or any(now - way.since < way.lasts for way in self._ways.values())

    def place(self, key: ThingId, now: float) -> Position:
        """Where a thing is now."""
        return self._ways[key].end if self._still else position_at(self._ways[key], now)

    def walked(self, key: ThingId, now: float) -> Gait | None:
        """For what is on its way on foot: how it walks just now; else None."""
        way = self._ways.get(key)
        if self._still or way is None or not way.way:
            return None
        if not way.lasts or now - way.since >= way.lasts:  # who has arrived by a touch may not even have set out
            return None
        if way.marks and not goes_on(way.marks, (now - way.since) / way.lasts):
            return None
        under, done = ground(way), share(way, now)
        if not length(way.way):  # it grows where it stands
            return None
        (ax, _), (bx, _) = (point(way, moment, now) for moment in (0.0, AHEAD))
        side = way.side or (1 if bx >= ax else -1)
        if way.leaps:
            return leap(under, done * length(under), min(way.start.width, way.end.width), side)
        return gait(under, done * length(under), way.lasts, (way.start.width, way.end.width), side)

    def resume(self, key: ThingId, place: Position | None) -> Position | None:
        """Another scene begins, in which the thing was at this place before, if at any: where it is in the last one."""
        before = self._ways.pop(key, None)
        if place is not None:
            self._ways[key] = Glide(place, place, 0, 0)
        return before.end if before else None

    def go_along(self, key: ThingId, side: int) -> None:
        """The land slides: of all that was there only this goes on, and walks from where it is to its next place."""
        self._ways = {each: way for each, way in self._ways.items() if each == key}
        self._side = side

    def come_in(self, lasts: float) -> None:
        """The companion comes into the next Picture along the road, in so many seconds, with what it has beside it."""
        self._entrance = self.road, lasts

    def walk_back(self, key: ThingId, at: Position, now: float) -> None:
        """It goes from there to its place on foot, in haste: nobody waits for it."""
        before = self._ways.get(key)
        if before is None or self._still:
            return
        way = self._on_foot((at.x, at.y), (before.end.x, before.end.y))
        lasts = min(HASTE, seconds(length(way), before.end.width))
        self._ways[key] = Glide(at, before.end, now, lasts, way)

    def arrive(self) -> None:
        """Whoever comes in, or past something rough, is there."""
        self._ways = {key: replace(w, lasts=0) if w.comes_in or w.marks else w for key, w in self._ways.items()}

    def swell(self, key: ThingId, thing: Stamp | Glow, now: float, loops: bool) -> float:
        """How much larger a thing is just now than at rest, as a share of its size; `loops`: what goes on, goes on."""
        if self._still:
            return 0
        loop = _loop(thing)
        if loop == SLOW_BREATHS:
            named, begun = self._breaths[key]
            since = now - begun
            return SLOW_DEPTH * (1 - cos(2 * pi * since / SLOW_BREATH)) / 2 if _is_its_breath(named, since) else 0
        if loops and loop == "breathe":
            full = sin(2 * pi * (on_the_beat(now) / BREATH + phase(key)))
            return DEPTH * round(full * SWELLS) / SWELLS
        return 0

    def stance(self, key: ThingId, thing: Stamp | Glow, now: float, loops: bool) -> Stance:
        """How what floats or hangs is moved and turned by that now; what hangs turns about its upper edge."""
        life = LIVES.get(_loop(thing))
        if self._still or not loops or life is None or not isinstance(thing, Stamp):
            return AT_REST
        found = life(on_the_beat(now) + 7 * phase(key), 1)
        angle = in_steps(found.angle)
        aside = sin(radians(angle)) * thing.width / 2 if _loop(thing) == "sway" else 0
        return replace(found, x=found.x - aside, angle=angle)

    def _let_go(self, keys: Collection[ThingId]) -> dict[ThingId, Glide]:
        """What no hand holds any more, as the new thing that it now is: a copy of what stays on the tray falls."""
        held = [way for key, way in self._ways.items() if _is_in_the_air(key) and key not in keys]
        new = [key for key in keys if isinstance(key, Option) and key.number is not None and key not in self._ways]
        return dict(zip(new, held, strict=False))

    def _way(self, key: ThingId, thing: Stamp | Glow, now: float, walks: bool) -> Glide:
        """How a thing sets out for its place; what a hand holds is there at once."""
        end, before = _place(thing), self._ways.get(key)
        if self._entrance[0] and key in (COMPANION_ID, BESIDE_ID):
            return self._coming_in(end, now)
        if before is not None and before.end == end:
            return before
        if isinstance(thing, Glow):
            start = position_at(before, now) if before else Position(end.x, end.y, end.width, 0)
            return Glide(start, end, now, GLOW_TIME)
        if before is None or thing.lift == HELD:
            return Glide(end, end, now, 0)
        start = position_at(before, now)
        if key == COMPANION_ID:
            return self._companions_way(thing, start, end, now)
        if walks:
            way: Road = (start.x, start.y), (end.x, end.y)
            return Glide(start, end, now, WALK * seconds(length(way), end.width), way)
        return Glide(start, end, now, GLIDE)

    def _companions_way(self, thing: Stamp, start: Position, end: Position, now: float) -> Glide:
        """It goes along with a land that slides, else on foot, past rough stones at their pace."""
        if self._side:
            return Glide(start, end, now, SLIDE, ((start.x, start.y), (end.x, end.y)), self._side)
        way = self._on_foot((start.x, start.y), (end.x, end.y))
        feet = tuple((x, y + FEET * each.width) for (x, y), each in zip((way[0], way[-1]), (start, end), strict=True))
        if length(way) > end.width and (self.stones or is_wet(feet if len(way) == 2 else (), self.water)):
            return Glide(start, end, now, LEAP * (len(way) - 1), way, leaps=True)
        lasts = seconds(length(way), end.width)
        if rough := pace(thing.loop, way[0], way[-1], lasts):
            return Glide(start, end, now, rough.lasts, rough.way, marks=rough.marks)
        return Glide(start, end, now, lasts, way)

    def _coming_in(self, end: Position, now: float) -> Glide:
        """The road leads to the companion's place, and what it has beside it goes beside the road."""
        road, lasts = self._entrance
        way = tuple((end.x + x - road[-1][0], end.y + y - road[-1][1]) for x, y in road)
        return Glide(replace(end, x=way[0][0], y=way[0][1]), end, now, lasts, way, comes_in=True)

    def _on_foot(self, start: tuple[float, float], end: tuple[float, float]) -> Road:
        """The companion's way: over stones where there are any, else along the road."""
        return from_stone_to_stone(self.stones, start, end) if self.stones else way_along(self.road, start, end)

    def _begun(self, key: ThingId, loop: str, now: float) -> tuple[str, float]:
        """When these slow breaths began; another name of the loop begins them anew."""
        before = self._breaths.get(key)
        return before if before and before[0] == loop else (loop, now)


def _lasts(loop: str) -> float:
    """Seconds that the slow breaths of this loop take."""
    return int(loop.split()[1]) * SLOW_BREATH


def _is_its_breath(loop: str, since: float) -> bool:
    """True while this thing breathes: of several each has its turn."""
    first, of = map(int, loop.split()[3:] or (0, 1))
    return since < _lasts(loop) and int(since / SLOW_BREATH) % of == first


def in_steps(angle: float) -> float:
    """The nearest of the few angles."""
    return round(angle / ANGLE) * ANGLE


def beat(now: float) -> int:
    """Loops go on in steps: which one it is now."""
    return int(now * BEAT)


def on_the_beat(now: float) -> float:
    """The moment at which the beat of now began."""
    return beat(now) / BEAT


def _place(thing: Stamp | Glow) -> Position:
    width = thing.width if isinstance(thing, Stamp) else 2 * thing.radius
    return Position(thing.x, thing.y, width, thing.strength)


def _is_in_the_air(key: ThingId) -> bool:
    return isinstance(key, Scenery) and key.name == IN_THE_AIR


def _loop(thing: Stamp | Glow) -> str:
    return thing.loop.partition(" ")[0] if isinstance(thing, Stamp) else ""


@lru_cache
def phase(key: ThingId | str) -> float:
    """Pictures do not breathe all at once; which is first is the same each time. A share of a breath."""
    return sum(map(ord, str(key))) % 7 / 7
