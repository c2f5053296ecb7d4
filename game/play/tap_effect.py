"""What a tap would come to: the mechanic is asked as a finger would ask it, and nothing happens.

Pure: values in, a TapEffect out; no clock, no files, no pygame.
"""

from msgspec import Struct
from msgspec.structs import replace

from game.core.events import ASLEEP, STEP, TRAIL
from game.core.ids import Id
from game.core.picture import Picture, hit
from game.core.table import Hand, Hands, Move, Touch
from game.mechanics import mechanic, traits
from game.play.screens import CONTROLS_AT
from game.play.state import Visit

KEYS = -1  # the number of the finger that keyboard and switch are
DOES, LIFTS, SAME, HOME, FELT = range(5)  # what a tap can come to; the first is what a place is chosen for


What = Move | Id | str | None


class TapEffect(Struct, frozen=True):
    """What a tap would come to: a Move without its place, or a word for what else happens."""

    is_: What
    rank: int
    draws: bool = False


def is_asleep(visit: Visit) -> bool:
    """True where a tap anywhere wakes the companion."""
    return visit.resting or visit.place == ASLEEP


def is_along_a_road(visit: Visit) -> bool:
    """True on the trail, and where the companion walks from place to place."""
    if visit.place != STEP:
        return visit.place == TRAIL
    return traits(visit.here.table.mechanic).in_order


class TapAsker:
    """What taps would come to on one screen, asked often: what is seen while a thing is held is laid but once.

    Where a hand is changes only where the thing in the air is, which no touch is about (`hit`): whatever is tapped
    on the way there, the same lies under it. `tests/mechanics/test_held.py` asks all mechanics.
    """

    def __init__(self, visit: Visit, picture: Picture, hands: Hands):
        self.visit, self.picture, self.hands = visit, picture, hands
        self._seen: dict[Hand, Picture] = {}

    def effect(self, x: float, y: float) -> TapEffect | None:
        """The effect that a tap here would have; None where it has none."""
        on = hit(self.picture, x, y)
        if is_asleep(self.visit):
            return TapEffect("wakes", DOES)
        if self.visit.place != STEP or on in CONTROLS_AT:
            return TapEffect(on, DOES) if on else None  # a stop, the gate, a control
        try:
            return self._asked(Touch("press", x, y, KEYS, on))
        except Exception:  # what is broken breaks when it is really touched, and is told then
            return TapEffect(on, FELT)

    def _asked(self, press: Touch) -> TapEffect | None:
        """The mechanic, asked: what it makes of this press and of its end."""
        table, state = self.visit.here.table, self.visit.here.state
        own = mechanic(table.mechanic)
        waiting = next((hand for hand in self.hands if hand.finger is None), None)
        made = held = own.touch(table, state, waiting, press)
        if isinstance(held, Hand):
            on = hit(self._seen_with(held, waiting), press.x, press.y)
            made = own.touch(table, state, held, replace(press, phase="release", on=on))
        draws = isinstance(held, Hand) and bool(held.points)
        match made:
            case Move():
                rank = SAME if own.after(table, state, made) == state else DOES
                return TapEffect(replace(made, x=None, y=None, points=()), rank, draws)
            case Hand():
                return TapEffect(f"lifts {made.what}", LIFTS)
        if waiting:
            return TapEffect("glides home", HOME)
        return TapEffect(f"feels {press.on}", FELT) if held else None

    def _seen_with(self, held: Hand, waiting: Hand | None) -> Picture:
        """What lies where while this is held, wherever it is."""
        anywhere = replace(held, x=0, y=0, start=(0, 0), points=())
        if anywhere not in self._seen:
            table, state = self.visit.here.table, self.visit.here.state
            hands = (*(hand for hand in self.hands if hand is not waiting), held)
            self._seen[anywhere] = mechanic(table.mechanic).view(table, state, hands)
        return self._seen[anywhere]
