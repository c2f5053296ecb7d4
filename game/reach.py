"""What can be reached without a finger: where the marker may stand, and where a tap from there goes.

One way for all mechanics: the Picture says what lies where, and the mechanic itself, asked as a finger would ask it,
whether a tap there does anything. Pure: no clock, no files, no pygame; nothing here changes a visit.
"""

from math import cos, hypot, sin

from msgspec import Struct
from msgspec.structs import replace

from game.events import ASLEEP, STEP
from game.mechanics import mechanic
from game.picture import HELD, Picture, Spot, Stamp, Strokes, box, covers, hit, meaningful
from game.stage import LOWEST, PLACES
from game.table import Hand, Hands, Move, Touch
from game.visit import Visit

KEYS = -1  # the number of the finger that keyboard and switch are
ROW = 84  # design units: what lies less far below the first of a row is read in that row
ASIDE = 2.0  # how much farther a thing seems that lies beside the way of an arrow key
TRIES = 160  # places in an area that are looked at
APART = 110  # design units between what is laid by keys, as long as there is room
AROUND, MOST_AROUND, AREA = (
    1.3,
    64,
    128,
)  # the marker's width: a thing's own so many times, at most so much more; on an area
LINE, BENDS = 84, 6  # design units of a line drawn by keys, and its points
DOES, LIFTS, SAME, HOME, FELT = range(5)  # what a tap can come to; the first is what a place is chosen for


class Goal(Struct, frozen=True):
    """Something that a tap does something with.

    `x`, `y` is where the tap goes, `middle` the middle of the thing, `size` the marker's width, all in design units.
    `area` is True for bare ground: the marker stands where the tap goes. `draws`: a finger leaves a line here.
    """

    means: str
    x: float
    y: float
    middle: tuple[float, float]
    size: float
    area: bool = False
    draws: bool = False

    @property
    def mark(self) -> tuple[float, float]:
        """Where the marker stands."""
        return (self.x, self.y) if self.area else self.middle

    def is_like(self, other: "Goal") -> bool:
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


class Answer(Struct, frozen=True):
    """What a tap would come to: a Move without its place, or a word for what else happens."""

    is_: str | Move
    rank: int
    draws: bool = False


def goals(visit: Visit, picture: Picture, hands: Hands) -> tuple[Goal, ...]:
    """All that a tap can do something with, in reading order, the three controls last.

    Two things at which a tap does the same are one Goal: with a picture in the air, what lies on a spot is only ground.
    """
    if visit.resting or visit.place == ASLEEP:  # a tap anywhere wakes
        return tuple(_goal(t, t.x, t.y, False) for t in picture.things if getattr(t, "id", "") == "companion")
    things = meaningful(picture)
    controls = [thing for thing in things if isinstance(thing, Stamp) and thing.means in PLACES]
    found: dict[str | Move, Goal] = {}
    for thing in things:
        if thing not in controls and (aimed := _aimed(visit, picture, hands, thing)):
            found.setdefault(*aimed)
    return (*in_reading_order(tuple(found.values())), *(_goal(c, c.x, c.y, False) for c in controls))


def in_reading_order(found: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """Row by row from above, each from the left."""
    rows: list[list[Goal]] = []
    for goal in sorted(found, key=lambda goal: goal.middle[1]):
        if not rows or goal.middle[1] - rows[-1][0].middle[1] > ROW:
            rows.append([])
        rows[-1].append(goal)
    return tuple(goal for row in rows for goal in sorted(row, key=lambda goal: goal.middle[0]))


def toward(found: tuple[Goal, ...], here: Goal, across: int, down: int) -> Goal:
    """The nearest in this direction (1, 0 is to the right); `here` where there is none."""

    def way(goal: Goal) -> tuple[float, float]:
        x, y = goal.mark[0] - here.mark[0], goal.mark[1] - here.mark[1]
        return x * across + y * down, abs(x * down) + abs(y * across)

    ahead = [goal for goal in found if way(goal)[0] > ROW / 2]
    before = [goal for goal in found if way(goal)[0] > 1 and way(goal)[1] < way(goal)[0]]
    return min(before or ahead, key=lambda goal: way(goal)[0] + ASIDE * way(goal)[1], default=here)


def nearest(found: tuple[Goal, ...], here: Goal) -> Goal:
    """The same thing, wherever it lies now; else what lies nearest to where the marker stood."""
    same = [goal for goal in found if goal.is_like(here)]
    return min(same or found, key=lambda goal: hypot(goal.mark[0] - here.mark[0], goal.mark[1] - here.mark[1]))


def _goal(thing: Stamp | Spot, x: float, y: float, draws: bool) -> Goal:
    area, wide = isinstance(thing, Spot), max(box(thing))
    size = AREA if area else min(AROUND * wide, wide + MOST_AROUND)
    return Goal(thing.means, x, y, (thing.x, thing.y), size, area, draws)


def _aimed(visit: Visit, picture: Picture, hands: Hands, thing: Stamp | Spot) -> tuple[str | Move, Goal] | None:
    """Where on this thing a tap does most, and what it does there; None where it does nothing."""
    seen = (at for at in _spread(thing) if at[1] <= LOWEST and hit(picture, *at) == thing.means)
    first = next(seen, None)  # a picture's middle, else where it can be seen
    answer = comes_to(visit, picture, hands, *first) if first else None
    if answer is None:
        return None
    if isinstance(thing, Stamp):
        return answer.is_, _goal(thing, *first, answer.draws)
    return _aimed_at_ground(visit, picture, hands, thing, [first, *seen])


def _aimed_at_ground(visit, picture, hands, thing: Spot, seen: list[tuple[float, float]]) -> tuple[str | Move, Goal]:
    """On bare ground, where there is most room and a tap does most."""
    best: tuple[Answer, float, float] | None = None
    for x, y in _by_room(picture, thing, seen):
        answer = comes_to(visit, picture, hands, x, y)
        if answer and (best is None or answer.rank < best[0].rank):
            best = answer, x, y
        if answer and answer.rank == DOES:
            break
    answer, x, y = best
    if answer.rank == HOME:
        x, y = _home(picture, thing, x, y)
    return answer.is_, _goal(thing, x, y, answer.draws)


def _home(picture: Picture, thing: Spot, x: float, y: float) -> tuple[float, float]:
    """Where on this ground a thing in the air goes home: right below it, if its place is bare; else at `x`, `y`."""
    held = [(t.x, t.y) for t in picture.things if isinstance(t, Stamp) and t.lift == HELD]
    return next((at for at in held if hit(picture, *at) == thing.means), (x, y))


def _by_room(picture: Picture, thing: Spot, seen: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """These places, where there is most room first, and those on what is drawn there last."""
    ink = [at for at in _ink(picture) if covers(thing, *at)]
    lying = [(t.x, t.y) for t in picture.things if isinstance(t, Stamp) and (t.means or t.lift == HELD)] + ink
    return sorted(seen, key=lambda at: -min([APART, *(hypot(at[0] - x, at[1] - y) for x, y in lying)])) + ink


def _spread(thing: Stamp | Spot) -> list[tuple[float, float]]:
    """Places all over a thing, its middle first, each far from the ones before it; always the same ones."""
    width, height = box(thing)
    shares = [((0.5 + i * 0.754878) % 1 - 0.5, (0.5 + i * 0.569840) % 1 - 0.5) for i in range(TRIES)]
    return [(round(thing.x + 0.84 * a * width, 1), round(thing.y + 0.84 * b * height, 1)) for a, b in shares]


def _ink(picture: Picture) -> list[tuple[float, float]]:
    """Some points of each line that is drawn on the screen, the latest line first."""
    drawn = [t for t in picture.things if isinstance(t, Stamp) and isinstance(t.art, Picture)]
    return [
        (t.x - t.width / 2 + x * t.width / t.art.width, t.y - box(t)[1] / 2 + y * box(t)[1] / t.art.height)
        for t in drawn
        for strokes in t.art.things
        if isinstance(strokes, Strokes)
        for line in reversed(strokes.lines)
        for x, y in line.points[::6]
    ]


def comes_to(visit: Visit, picture: Picture, hands: Hands, x: float, y: float) -> Answer | None:
    """What a tap here would come to; None where it does nothing."""
    on = hit(picture, x, y)
    if visit.place != STEP or on in PLACES:
        return Answer(on, DOES) if on else None  # a stop, the gate, a control
    try:
        return _asked(visit, hands, Touch("press", x, y, KEYS, on))
    except Exception:  # what is broken breaks when it is really touched, and is told then
        return Answer(on, FELT)


def _asked(visit: Visit, hands: Hands, press: Touch) -> Answer | None:
    """The mechanic, asked: what it makes of this press and of its end."""
    table, state = visit.here.table, visit.here.state
    own = mechanic(table.mechanic)
    waiting = next((hand for hand in hands if hand.finger is None), None)
    made = held = own.touch(table, state, waiting, press)
    if isinstance(held, Hand):
        seen = own.view(table, state, (*(hand for hand in hands if hand is not waiting), held))
        made = own.touch(table, state, held, replace(press, phase="release", on=hit(seen, press.x, press.y)))
    draws = isinstance(held, Hand) and bool(held.points)
    match made:
        case Move():
            rank = SAME if own.after(table, state, made) == state else DOES
            return Answer(replace(made, x=None, y=None, points=()), rank, draws)
        case Hand():
            return Answer(f"lifts {made.what}", LIFTS)
    if waiting:
        return Answer("glides home", HOME)
    return Answer(f"feels {press.on}", FELT) if held else None
