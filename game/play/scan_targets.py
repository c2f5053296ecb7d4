"""What can be reached without a finger: where the marker may stand, and where a tap from there goes.

One way for all mechanics: the Picture says what lies where, and the mechanic itself, asked as a finger would ask it,
whether a tap there does anything. Pure: no clock, no files, no pygame; nothing here changes a visit.
"""

from collections.abc import Iterator
from math import cos, hypot, sin

from msgspec import Struct

from game.core.companion import companion_on
from game.core.events import TRAIL
from game.core.ids import Area, Id, TrailStop
from game.core.picture import (
    HEIGHT,
    HELD,
    MARGIN,
    WIDTH,
    Picture,
    Stamp,
    Strokes,
    TouchArea,
    box,
    covers,
    hit,
    meaningful,
)
from game.core.table import Hands
from game.play.screens import CONTROLS_AT, LOWEST, ONWARD
from game.play.state import Visit
from game.play.tap_effect import DOES, HOME, TapAsker, TapEffect, What, is_along_a_road

ROW = 84  # design units: what lies less far below the first of a row is read in that row
ASIDE = 2  # how much farther a thing seems that lies beside the way of an arrow key
CORNER = 130  # design units: above it are the corners for grown-ups
TRIES = 160  # places in an area that are looked at, and where they lie in it: each far from the ones before it
SHARES = tuple(((0.5 + i * 0.754878) % 1 - 0.5, (0.5 + i * 0.569840) % 1 - 0.5) for i in range(TRIES))
APART = 110  # design units between what is laid by keys, as long as there is room
SLANT = 1.5  # so much farther aside than ahead can lie what is still seen in the direction of an arrow key
AROUND, MOST_AROUND = 1.3, 64  # the marker's width: so many times that of a picture, and at most so much more
AREA = 128  # its width on bare ground
LINE, BENDS = 84, 6  # design units of a line drawn by keys, and its points
SCREEN = TouchArea(Area("screen"), WIDTH / 2, HEIGHT / 2, WIDTH, HEIGHT)


class ScanTarget(Struct, frozen=True):
    """Something that a tap does something with; `means` None is bare glass beside everything.

    `x`, `y` is where the tap goes and the marker stands, `size` the marker's width, `middle` the middle of the thing:
    all in design units. `area` is True for bare ground. `draws`: a finger leaves a line here.
    """

    means: Id | None
    x: float
    y: float
    middle: tuple[float, float]
    size: float
    area: bool = False
    draws: bool = False

    def is_like(self, other: "ScanTarget") -> bool:
        """True where both are about the same thing, wherever it lies."""
        return (self.means, self.area) == (other.means, other.area)

    def way(self) -> tuple[tuple[float, float], ...]:
        """The points that a finger goes through here: one for a tap; where it draws, a short line, each its own way."""
        if not self.draws:
            return ((self.x, self.y),)
        turn, step = (self.x * 3 + self.y * 7) % 6.28, LINE / (BENDS - 1)
        points = [(self.x, self.y)]
        for bend in range(BENDS - 1):
            x, y = points[-1]
            points.append((x + step * cos(turn + bend * 0.3), y + step * sin(turn + bend * 0.3)))
        return tuple(points)


def goals(visit: Visit, picture: Picture, hands: Hands, anywhere: bool = False) -> tuple[ScanTarget, ...]:
    """All that a tap can do something with, in reading order or along the road, the three controls last; where a tap
    does the same `anywhere`, the companion.

    Two things at which a tap does the same are one ScanTarget: with a picture in the air, what
    lies on a spot is only ground.
    """
    if anywhere:
        there = companion_on(picture) or SCREEN
        return (_goal(there, (there.x, there.y)),)
    things = meaningful(picture)
    controls = [thing for thing in things if isinstance(thing, Stamp) and thing.means in CONTROLS_AT]
    found: dict[What, ScanTarget] = {}
    asker = TapAsker(visit, picture, hands)
    for thing in things:
        if thing not in controls and (aimed := _aimed(asker, thing)):
            found.setdefault(*aimed)
    if beside := _beside(asker):
        found.setdefault(*beside)
    order = along_the_road if is_along_a_road(visit) else in_reading_order
    return (*order(tuple(found.values())), *(_goal(c, (c.x, c.y)) for c in controls))


def first(found: tuple[ScanTarget, ...], visit: Visit, picture: Picture) -> ScanTarget:
    """Where the marker stands on a new screen: on the trail on the stop beside the companion, where one only watches
    on what leads on, else on the first.
    """
    if visit.place == TRAIL and (who := companion_on(picture)):
        stops = [goal for goal in found if isinstance(goal.means, TrailStop)]
        return min(stops or found, key=lambda goal: hypot(goal.x - who.x, goal.y - who.y))
    if all(goal.means in CONTROLS_AT for goal in found):
        return next((goal for goal in found if goal.means == ONWARD), found[0])
    return found[0]


def in_reading_order(found: tuple[ScanTarget, ...]) -> tuple[ScanTarget, ...]:
    """Row by row from above, each from the left."""
    rows: list[list[ScanTarget]] = []
    for goal in sorted(found, key=lambda goal: goal.middle[1]):
        if not rows or goal.middle[1] - rows[-1][0].middle[1] > ROW:
            rows.append([])
        rows[-1].append(goal)
    return tuple(goal for row in rows for goal in sorted(row, key=lambda goal: goal.middle[0]))


def along_the_road(found: tuple[ScanTarget, ...]) -> tuple[ScanTarget, ...]:
    """Stop by stop as the road goes, which is the Picture's own order, and the gate at its end."""
    return tuple(sorted(found, key=lambda goal: goal.area))


def toward(found: tuple[ScanTarget, ...], here: ScanTarget, across: int, down: int) -> ScanTarget:
    """The nearest in this direction (1, 0 is to the right); `here` where there is none."""

    def way(goal: ScanTarget) -> tuple[float, float]:
        x, y = goal.x - here.x, goal.y - here.y
        return x * across + y * down, abs(x * down) + abs(y * across)

    ahead = [goal for goal in found if way(goal)[0] > ROW / 2]
    before = [goal for goal in found if way(goal)[0] > 1 and way(goal)[1] < SLANT * way(goal)[0]]
    return min(before or ahead, key=lambda goal: way(goal)[0] + ASIDE * way(goal)[1], default=here)


def nearest(found: tuple[ScanTarget, ...], here: ScanTarget) -> ScanTarget:
    """The same thing, wherever it lies now; else what lies nearest to where the marker stood."""
    same = [goal for goal in found if goal.is_like(here)]
    return min(same or found, key=lambda goal: hypot(goal.x - here.x, goal.y - here.y))


def _goal(thing: Stamp | TouchArea, at: tuple[float, float], draws: bool = False) -> ScanTarget:
    area, wide = isinstance(thing, TouchArea), max(box(thing))
    size = AREA if area else min(AROUND * wide, wide + MOST_AROUND)
    return ScanTarget(thing.means, *at, (thing.x, thing.y), size, area, draws)


def _aimed(asker: TapAsker, thing: Stamp | TouchArea) -> tuple[What, ScanTarget] | None:
    """Where on this thing a tap does most, and what it does there; None where it does nothing."""
    seen = (at for at in _spread(thing) if at[1] <= LOWEST and hit(asker.picture, *at) == thing.means)
    first = next(seen, None)  # a picture's middle, else where it can be seen
    answer = asker.effect(*first) if first else None
    if first is None or answer is None:
        return None
    if isinstance(thing, Stamp):
        return answer.is_, _goal(thing, first, answer.draws)
    return _aimed_at_ground(asker, thing, [first, *seen])


def _aimed_at_ground(
    asker: TapAsker, thing: TouchArea, seen: list[tuple[float, float]]
) -> tuple[What, ScanTarget] | None:
    """On bare ground, where there is most room and a tap does most."""
    best: tuple[TapEffect, tuple[float, float]] | None = None
    for at in _by_room(asker.picture, thing, seen):
        answer = asker.effect(*at)
        if answer and (best is None or answer.rank < best[0].rank):
            best = answer, at
        if answer and answer.rank == DOES:
            break
    if best is None:
        return None
    answer, at = best
    if answer.rank == HOME:
        at = _home(asker.picture, thing, *at)
    return answer.is_, _goal(thing, at, answer.draws)


def _home(picture: Picture, thing: TouchArea, x: float, y: float) -> tuple[float, float]:
    """Where on this ground a thing in the air goes home: right below it, if its place is bare; else at `x`, `y`."""
    held = [(t.x, t.y) for t in picture.things if isinstance(t, Stamp) and t.lift == HELD]
    return next((at for at in held if hit(picture, *at) == thing.means), (x, y))


def _beside(asker: TapAsker) -> tuple[What, ScanTarget] | None:
    """With something in the air, the nearest place beside everything: what falls there goes home, or is taken off."""
    held = next((t for t in asker.picture.things if isinstance(t, Stamp) and t.lift == HELD), None)
    if held is None:
        return None
    bare = [at for at in _spread(SCREEN) if CORNER < at[1] <= LOWEST and not hit(asker.picture, *at)]
    for x, y in sorted(bare, key=lambda at: hypot(at[0] - held.x, at[1] - held.y)):
        if answer := asker.effect(x, y):
            return answer.is_, ScanTarget(None, x, y, (x, y), AREA, area=True)
    return None


def _by_room(picture: Picture, thing: TouchArea, seen: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """These places, where there is most room first, and those on what is drawn there last."""
    ink = [at for at in _ink(picture) if covers(thing, *at)]
    lying = [(t.x, t.y) for t in picture.things if isinstance(t, Stamp) and (t.means or t.lift == HELD)] + ink
    return sorted(seen, key=lambda at: -min([APART, *(hypot(at[0] - x, at[1] - y) for x, y in lying)])) + ink


def _spread(thing: Stamp | TouchArea) -> Iterator[tuple[float, float]]:
    """Places all over a thing, its middle first, each far from the ones before it; always the same ones.

    A picture also means what lies a little beside it; on ground, the edges are left out.
    """
    wide, high = box(thing)
    stamp = isinstance(thing, Stamp)
    width, height = (wide + 2 * MARGIN, high + 2 * MARGIN) if stamp else (0.84 * wide, 0.84 * high)
    for across, down in SHARES:
        yield round(thing.x + across * width, 1), round(thing.y + down * height, 1)


def _ink(picture: Picture) -> list[tuple[float, float]]:
    """Some points of each line that is drawn on the screen, the latest line first."""
    drawn = [(t, t.art) for t in picture.things if isinstance(t, Stamp) and isinstance(t.art, Picture)]
    return [
        (t.x - t.width / 2 + x * t.width / art.width, t.y - box(t)[1] / 2 + y * box(t)[1] / art.height)
        for t, art in drawn
        for strokes in art.things
        if isinstance(strokes, Strokes)
        for line in reversed(strokes.lines)
        for x, y in line.points[::6]
    ]
