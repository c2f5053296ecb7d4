"""The blank card: a picture among the others that opens on a tap, to be drawn on.

A card that is drawn on counts as a step of its own, with a number that says to which step it belongs.
Pure: no clock, no files, no pygame.
"""

from game.core.activity import BLANK
from game.core.gesture import was_tap
from game.core.ids import Option
from game.core.table import CHOSEN, Hand
from game.mechanics import mechanic
from game.play.take import StepState

CARDS = 100  # steps from here on are blank cards being drawn: 201 is the first card of the step 1


def is_asked_for(hand: Hand, here: StepState) -> bool:
    """A tap on the blank card where it lies ready; one that is laid somewhere is a picture like any other."""
    if hand.what != Option(BLANK) or not hand.fresh or not was_tap(hand):
        return False
    rows = mechanic(here.table.mechanic).told(here.table, here.state)
    return not any(o.id == BLANK for row in rows if row.how == CHOSEN for o in row.pictures)


def step_of(number: int) -> int:
    """The step that a card belongs to; any other step is its own."""
    return number // CARDS - 1 if number >= CARDS else number


def following(number: int) -> int:
    """After a card comes the step that it belongs to, after a step the next."""
    return number + 1 if number < CARDS else step_of(number)
