"""What is tucked under a thing lies below it and looks out at its edge, wherever a finger lets it go."""

from io import BytesIO
from math import hypot

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from game.art.renderer import Renderer
from game.core.ids import Option, Scenery, Sticker
from game.core.picture import find
from game.core.table import Move, Offered, Table, Touch
from game.mechanics import decorate
from tests.conftest import ART
from tests.support.each import for_each
from tests.support.story import LIBRARY

FUR, LEGS = Offered("fur", "fur", "Fur"), Offered("legs", "legs", "Legs")
EDGE = tuple(share * decorate.WIDE.width for share in decorate.EDGE)


def table(under: bool) -> Table:
    step = decorate.Step(decorate="fur", with_=(), everywhere=not under, under=under)
    return Table("decorate", "fur", step, "a-den", "fox", offered=(LEGS,), base=FUR)


def let_go(under: bool, x: float, y: float) -> Move:
    """The move of a finger that carries a thing there and lets it go."""
    hand = decorate.lift(Option("legs"), Touch("press", 600, 650, 1))
    for phase in ("drag", "release"):
        hand = decorate.touch(table(under), decorate.State(), hand, Touch(phase, x, y, 1))
    return hand


@given(st.floats(400, 980), st.floats(130, 520))
def test_wherever_it_is_let_go_it_looks_out_at_the_edge(x, y):
    move = let_go(True, x, y)
    state = decorate.after(table(True), decorate.State(), move)
    legs = find(decorate.view(table(True), state, ()), Sticker(number=0))
    assert 0.98 <= _from_middle(legs.x, legs.y) <= decorate.HELD + 0.02, "it floats beside the thing, or is not seen"
    if 1 <= _from_middle(x, y) <= decorate.HELD:
        assert hypot(legs.x - x, legs.y - y) < 1, "where it was let go"


def _from_middle(x: float, y: float) -> float:
    """How far from the thing's middle, its edge being 1."""
    return hypot((x - decorate.BASE_X) / EDGE[0], (y - decorate.BASE_Y) / EDGE[1])


OUR_BOTHERS = [art for name in LIBRARY.names() for art in (name, f"{name}-quiet") if LIBRARY.body(art)]
BODY = (0.5, 0.4, 0.2, 0.3)  # narrow, and high up in its picture


@given(st.booleans(), st.floats(400, 980), st.floats(130, 520))
def test_on_a_thing_whose_body_is_known_it_is_stuck_onto_that_or_looks_out_at_its_edge(under, x, y):
    where = replace(table(under), base=replace(FUR, body=BODY))
    hand = decorate.lift(Option("legs"), Touch("press", 600, 650, 1))
    for phase in ("drag", "release"):
        hand = decorate.touch(where, decorate.State(), hand, Touch(phase, x, y, 1))
    legs = find(decorate.view(where, decorate.after(where, decorate.State(), hand), ()), Sticker(number=0))
    high = decorate.WIDE.height  # a picture is as wide as high: it fills the height of the base
    far = hypot((legs.x - decorate.BASE_X) / (0.2 * high), (legs.y - decorate.BASE_Y + 0.1 * high) / (0.3 * high))
    assert 0.98 <= far <= decorate.HELD + 0.02 if under else far <= decorate.WITHIN + 0.02


@for_each(OUR_BOTHERS)
def test_a_body_lies_within_what_is_painted(name):
    x, y, half_wide, half_high = (400 * share for share in LIBRARY.body(name))
    painted = Image.open(BytesIO(Renderer(LIBRARY, ART).paper_png(name, 400))).getchannel("A").getbbox()
    left, top, right, bottom = painted
    assert left <= x - half_wide and x + half_wide <= right and top <= y - half_high and y + half_high <= bottom


def test_each_bother_has_a_body_in_both_looks():
    assert len(OUR_BOTHERS) == 8


def test_it_lies_below_the_thing_on_the_screen_and_on_papers_and_a_sticker_above():
    for under in (True, False):
        state = decorate.after(table(under), decorate.State(), let_go(under, 690, 400))
        ids = [getattr(thing, "id", None) for thing in decorate.view(table(under), state, ()).things]
        assert (ids.index(Sticker(number=0)) < ids.index(Scenery("base"))) is under
        (made,) = decorate.told(table(under), state)[0].pictures
        assert [thing.art for thing in made.art.things] == (["legs", "fur"] if under else ["fur", "legs"])
