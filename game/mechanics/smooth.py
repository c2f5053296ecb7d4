"""Smooth: strokes each stepping-stone as smooth as it walks now, leaves it, or scatters sand on it to roughen it again.

All stones lie there at once, whatever the band shows: a map is whole. What was chosen first stands on them: it tells of
then and now. The companion goes to the stone that was touched last, with the same step on all of them. Pure: strokes
and sand as moves, no clock, no files, no pygame.
"""

from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import AsWritten, MechanicStep, NewName, Otherwise, Pictures, Reference, Words
from game.core.gesture import carry, drag, keep_lifted, lift, points_between, take_over, tap, was_tap
from game.core.ids import Id, Option
from game.core.layout import in_the_air, options
from game.core.mechanic import DemoPolicy, Traits
from game.core.picture import Backdrop, Picture, Things
from game.core.stepping_stones import SAND, SteppingStone, companion_stamp, sand, stepping_stones, stone
from game.core.table import CHOSEN, Hand, Hands, Move, Offered, Outcome, Table, Touch
from game.system.language import N_

ROUGH, BETWEEN, SMOOTH = LEVELS = ("rough", "between", "smooth")
STROKE = 220  # design units of way on a stone that smooth it by one level; a shorter stroke, or a tap, does too
HANDFUL = 130
BUMPS = {ROUGH: 1.0, BETWEEN: 0.5, SMOOTH: 0.0}  # how much the companion teeters there: its step is the same
LEFT = N_("left as it was")
TRAITS = Traits(
    N_("Smoothing"),
    cue=N_("The child strokes stones, each until it is as smooth as it is to be."),
    echo=False,
    by_hand=True,
    goes_home=True,
    looks_back=True,
    told_at=N_("Showed {pictures} as {place}"),
    # Translators: on a certificate, to a child; {what} is the title of a page, or of several
    deed=N_("You smoothed stones for {what}."),
)  # stroked again and again


class Step(MechanicStep, frozen=True):
    """`smooth: then-and-now`; `pictures:` what stands on the stones, or `from:` an earlier choice, as it was first.

    `now smooth:`, `in between:` and `still rough:` are the words for how a stone walks.
    """

    ONE_OF = ("pictures", "from_")
    ONLY_WITH = (("otherwise", "from_"),)
    LEVELS = LEVELS

    smooth: NewName
    pictures: Pictures = ()
    from_: Reference = ""
    otherwise: Otherwise = ()
    order: AsWritten = False
    now_smooth: Words = "Walks easily now"
    in_between: Words = "In between"
    still_rough: Words = "Still bumpy"


class WorkedStone(Struct, frozen=True):
    """A stone that was stroked or sanded: what stands on it, and its level, one of LEVELS."""

    what: str
    level: str


class State(Struct, frozen=True):
    """The stones that were touched, the latest last; all others are as rough as they were."""

    stones: tuple[WorkedStone, ...] = ()


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap on a stone is a stroke, and so is every STROKE of way on it; sand is lifted, and scattered on a stone."""
    if touch.phase == "press":
        return _press(table, hand, touch)
    if hand is None or touch.phase == "lost":
        return None
    if hand.what == SAND:
        hand = carry(hand, touch)
        return hand if touch.phase == "drag" else _scattered(table, state, hand, touch)
    way = hypot(touch.x - hand.x, touch.y - hand.y) if touch.on == hand.what else 0
    hand = replace(hand, x=touch.x, y=touch.y, moved=hand.moved + way)
    return hand if touch.phase == "drag" else _stroked(state, hand, touch)


def _press(table: Table, hand: Hand | None, touch: Touch) -> Hand | None:
    if hand is not None:
        return take_over(hand, touch)
    if touch.on == SAND:
        return lift(SAND, touch)
    return replace(lift(touch.on, touch), fresh=False) if touch.on in options(table) else None


def _scattered(table: Table, state: State, hand: Hand, touch: Touch) -> Move | Hand | None:
    """On a stone, sand roughens it by one level; elsewhere it falls back."""
    if hand.fresh and was_tap(hand):
        return keep_lifted(hand, touch.x, touch.y)
    if touch.on is None or touch.on not in options(table):
        return None
    return Move("scatter", touch.on.name, _level(state, touch.on, -1))


def _stroked(state: State, hand: Hand, touch: Touch) -> Move | None:
    """A finger that has slid off the stone has stroked it where its way on it was long enough."""
    if hand.what is None or (touch.on != hand.what and hand.moved < STROKE):
        return None
    return Move("stroke", hand.what.name, _level(state, hand.what, max(1, _strokes(hand))))


def _strokes(hand: Hand | None) -> int:
    return int(hand.moved // STROKE) if hand else 0


def _level(state: State, what: Id, more: int = 0) -> str:
    """How smooth a stone is, so many levels further."""
    now = next((LEVELS.index(stone.level) for stone in state.stones if stone.what == what.name), 0)
    return LEVELS[min(len(LEVELS) - 1, max(0, now + more))]


def after(table: Table, state: State, move: Move) -> State:
    """The stone has this level now."""
    others = tuple(stone for stone in state.stones if stone.what != move.what)
    return State((*others, WorkedStone(move.what, move.to)))


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The stones, far ones first, with what stands on them; the companion on the one touched last; the sand."""
    laid = _laid(table)
    here = next((Option(stone.what) for stone in state.stones[-1:] if Option(stone.what) in laid), None)
    things: Things = (Backdrop(table.scene),)
    for what, (picture, stone_at) in sorted(laid.items(), key=lambda found: found[1][1].y):
        hand = next((hand for hand in hands if hand.what == what), None)
        surface = f"stepping-stone-{_level(state, what, _strokes(hand))}"  # as it becomes under the hand
        things += stone(stone_at, surface, picture.art, what, hand is not None, what == here)
    stone_here, bumps = (laid[here][1], BUMPS[_level(state, here)]) if here else (None, 0)
    things += (companion_stamp(table, stone_here, bumps), sand(table))
    return Picture(things + in_the_air(hands, {SAND: "handful-of-sand"}, HANDFUL, endless=(SAND,)))


def _laid(table: Table) -> dict[Id, tuple[Offered, SteppingStone]]:
    pictures = options(table)
    return dict(zip(pictures, zip(pictures.values(), stepping_stones(table), strict=True), strict=True))


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on the stone of `what`; without it, a hand goes to and fro over the first row, and begins on none of it;
    then it goes there from the sand: smooth and bumpy are both to be had.
    """
    laid = _laid(table)
    if what:
        return tap(laid[what][1].x, laid[what][1].top) if what in laid else ()
    first, *others = (stone_at for _, stone_at in laid.values())
    left, right = (end(stone_at.x for stone_at in (first, *others)) for end in (min, max))
    start, turn, y = left - first.size, right + 0.4 * first.size, first.top
    strokes = drag(points_between((start, y), (turn, y)) + points_between((turn, y + 30), (start, y + 30)))
    heap = sand(table)
    return (*strokes, *drag(points_between((heap.x, heap.y), (right, y)) + points_between((right, y), (start, y))))


def demo_policy(table: Table) -> DemoPolicy:
    """Some strokes, the same stone now and then more than once."""
    return DemoPolicy(4, 7, again=True)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """Level by level what stands on these stones, once any was touched, then which of them were not touched."""
    if not state.stones:
        return ()
    step, pictures, seen = table.step, options(table), {stone.what for stone in state.stones}
    said = {SMOOTH: step.now_smooth, BETWEEN: step.in_between, ROUGH: step.still_rough}
    rows = [
        Outcome(CHOSEN, tuple(o for what, o in pictures.items() if _level(state, what) == level), level, label)
        for level, label in said.items()
    ]
    rows.append(Outcome(LEFT, tuple(o for o in pictures.values() if o.id not in seen)))
    return tuple(row for row in rows if row.pictures)
