"""Where a hand is changes only where the thing in the air is: what can be touched lies as it lay.

Keyboard and switch lean on it (`game/play/tap_effect.py`): a view is asked for once, not for each place of a tap.
"""

import pytest
from msgspec.structs import replace

from game.core.picture import meaningful
from game.core.table import Hand, Touch
from game.play.tap_effect import KEYS
from tests.support.examples import together
from tests.support.story import BANDS, SHELF, STEPS, Story

FURTHER = (37.0, -23.0)  # design units


def further(hand: Hand) -> Hand:
    """The same hand, come down elsewhere."""
    x, y = hand.start
    return replace(hand, x=hand.x + FURTHER[0], y=hand.y + FURTHER[1], start=(x + FURTHER[0], y + FURTHER[1]))


def lies(picture) -> list[tuple]:
    """What a touch can be about, and where; how it looks may change under a hand."""
    return [(t.means, type(t), t.x, t.y, t.width, t.height) for t in meaningful(picture)]


LIFTING = [(a, n) for a, n in STEPS if SHELF.activities[a].steps[n].mechanic != "watch"]  # there nothing is lifted


@pytest.mark.search
@pytest.mark.parametrize(("step", "band"), together(LIFTING, BANDS))
def test_whatever_is_held_all_that_can_be_touched_lies_where_it_lay(step, band):
    hands = 0
    with Story(band).at(*step) as story:
        for _ in range(2):
            table, state, own = story.here.table, story.here.state, story.mechanic
            for thing in meaningful(story.picture):
                held = own.touch(table, state, None, Touch("press", thing.x, thing.y, KEYS, thing.means))
                if isinstance(held, Hand):
                    hands += 1
                    here, there = (own.view(table, state, (hand,)) for hand in (held, further(held)))
                    assert lies(here) == lies(there), thing.means
            story.choose(2)
    assert hands
