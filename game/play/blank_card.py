"""The blank card: a picture among the others that opens on a tap, to be drawn on.

Pure: no clock, no files, no pygame.
"""

from game.core.gesture import was_tap
from game.core.ids import Option
from game.core.table import CHOSEN, Hand
from game.mechanics import mechanic
from game.play.take import StepState

BLANK = "blank-card"


def is_asked_for(hand: Hand, here: StepState) -> bool:
    """A tap on the blank card where it lies ready; one that is laid somewhere is a picture like any other."""
    if hand.what != Option(BLANK) or not hand.fresh or not was_tap(hand):
        return False
    rows = mechanic(here.table.mechanic).told(here.table, here.state)
    return not any(o.id == BLANK for row in rows if row.how == CHOSEN for o in row.pictures)
