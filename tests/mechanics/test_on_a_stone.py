"""What lies on something round follows it: it turns away towards the rim, and hangs over none."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.art.renderer import Renderer
from game.core.ids import Sticker
from game.core.picture import Art, Picture, Stamp, find
from game.core.table import Move, Offered, Table
from game.mechanics import decorate
from tests.conftest import ART
from tests.support.pixels import image_of
from tests.support.story import LIBRARY

STONE, SUN = Offered("jade-stone", "jade-stone", "Stone"), Offered("sun", "sun", "Sun")
ACROSS, DOWN = (reach / decorate.STONE.width for reach in decorate.STONE.reach)


def table(everywhere: bool = False) -> Table:
    step = decorate.Step(decorate="stone", everywhere=everywhere)
    return Table("decorate", "stone", step, "river-rock", "fox", offered=(SUN,), base=STONE)


def laid(right: float, down: float, on: Table) -> tuple[Stamp, Stamp]:
    """The sun, laid so far from the middle to the rim: on the screen, and on a paper."""
    state = decorate.after(on, decorate.State(), Move("stick", "sun", "", right * ACROSS, down * DOWN))
    (made,) = decorate.told(on, state)[0].pictures
    return find(decorate.view(on, state, ()), Sticker(number=0)), made.art.things[1]


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_it_turns_away_the_nearer_to_the_rim_it_lies_on_the_screen_and_on_papers_alike(right, down):
    far = hypot(right, down)
    right, down = (right / far, down / far) if far > 1 else (right, down)
    for sticker in laid(right, down, table()):
        assert sticker.tilt == pytest.approx((decorate.TURNED * right, decorate.TURNED * down), abs=0.051)
    seen, printed = laid(right, down, table())
    middle, reach = decorate.STONE.base, decorate.STONE.reach
    across, along = (seen.x - middle[0]) / reach[0], (seen.y - middle[1]) / reach[1]
    assert hypot(across, along) <= 1 - decorate.ROOM + 0.01, "it hangs over the rim"
    form = decorate.STONE
    assert (printed.x - form.width / 2, printed.y - form.height / 2) == pytest.approx(
        (seen.x - middle[0], seen.y - middle[1])
    )


def test_on_what_is_wide_and_flat_nothing_turns_away():
    seen, printed = laid(1, 0, table(everywhere=True))
    assert seen.tilt == printed.tilt == (0, 0)
    assert (seen.x, seen.y) == pytest.approx((decorate.BASE_X + ACROSS * decorate.WIDE.width, decorate.BASE_Y))


@pytest.mark.parametrize(("tilt", "narrower"), [((0, 0), (1, 1)), ((0.8, 0), (0.6, 1)), ((0, 0.6), (1, 0.8))])
def test_what_is_turned_away_is_painted_narrower_in_that_direction(tilt, narrower):
    picture = Picture((Stamp("sun", 100, 100, 160, tilt=tilt),), 200, 200)
    left, top, right, bottom = paint(picture, 200)
    assert right - left == pytest.approx(whole()[0] * narrower[0], abs=3)
    assert bottom - top == pytest.approx(whole()[1] * narrower[1], abs=3)


def whole() -> tuple[int, int]:
    """Width and height of the sun's paint where one looks straight at it."""
    left, top, right, bottom = paint("sun", 160)
    return right - left, bottom - top


def paint(art: Art, side: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is painted of it."""
    return image_of(Renderer(LIBRARY, ART).layer(art, side, side)).getchannel("A").getbbox()
