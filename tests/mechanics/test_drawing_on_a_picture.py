"""One draws on a white sheet, or on the picture that a step names: on the screen, and in what is made of it."""

import pytest

from game.core.picture import Stamp
from game.core.table import Move, Offered, Table
from game.mechanics import draw

LEAF = Offered("broad-leaf", "broad-leaf", "Broad leaf")


@pytest.mark.parametrize(("paper", "offered", "art"), [("broad-leaf", (LEAF,), "broad-leaf"), ("", (), draw.PAPER)])
def test_the_drawing_lies_on_that_picture(paper, offered, art):
    table = Table("draw", "mine", draw.Step(draw="mine", paper=paper), "a-table", "fox", offered=offered)
    state = draw.after(table, draw.State(), Move("draw", "crayon-ink", points=((100, 100), (200, 160))))
    seen = [t for t in draw.view(table, draw.State(), ()).things if isinstance(t, Stamp) and t.art == art]
    assert len(seen) == 1 and seen[0].means is None, "the paper is drawn on, not chosen"
    (made,) = draw.told(table, state)[0].pictures
    assert made.art.things[0].art == art and made.id == "mine"
    assert draw.told(table, draw.State()) == (), "a leaf on which nothing is drawn is nothing made"
