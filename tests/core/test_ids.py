"""Ids as values and as text: what journals hold reads back as what was meant, whatever a picture is called."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.art.library import Library
from game.core.ids import (
    AREAS,
    KINDS,
    SCENERY,
    Area,
    Control,
    Gate,
    Id,
    Option,
    Scenery,
    Sign,
    SpotId,
    Sticker,
    TrailStop,
    Vessel,
    dec_hook,
    enc_hook,
    parse,
    read_option,
)
from game.core.picture import Glow, Picture, Stamp, Strokes, TouchArea
from game.mechanics import draw
from tests.support.each import for_each

WRITTEN = {  # as the journals of before hold them
    "control-turn": Control("turn"),
    "spot-tray": Area("tray"),
    "spot-keep": SpotId("keep"),
    "stuck-0": Sticker(number=0),
    "amber-stone": Option("amber-stone"),
    "pebble-warm+12": Option("pebble-warm", 12),
    "companion": Scenery("companion"),
    "star-17": Scenery("star", 17),
    "drawing-paper": Scenery("drawing-paper"),
    "sign-keep": Sign("keep"),
    "vessel-happy": Vessel("happy"),
    "=Place=tray=": SpotId("tray"),
}
ODD = [*WRITTEN, *SCENERY, *AREAS, "gate", "stop-gate", "mum+dad", "a+7", "a+07", "+7", "=", "=Option=a=", "=a=b", ""]
names = st.one_of(st.sampled_from([*ODD, "ملك", "blank-card"]), st.text(max_size=6), st.text("=+-07a", max_size=8))
ids = st.builds(
    lambda kind, name, number: kind(name, number), st.sampled_from([*KINDS.values()]), names, st.none() | st.integers(0)
)


@pytest.mark.parametrize("text", WRITTEN)
def test_ids_are_written_and_read_as_before(text):
    assert (str(WRITTEN[text]), parse(text)) == (text, WRITTEN[text])


@for_each(Library().names() + draw.TOOLS)
def test_a_picture_of_ours_is_written_by_its_bare_name(name):
    assert str(Option(name)) == name


@given(ids)
def test_an_id_reads_back_from_its_text(id):
    assert parse(str(id)) == id
    if isinstance(id, Option):
        assert read_option(str(id)) == id


@given(ids, ids)
def test_two_ids_share_no_text(one, other):
    assert (str(one) == str(other)) == (one == other) == (hash(one) == hash(other))


@given(names)
def test_any_text_can_be_read(text):
    assert isinstance(parse(text), Id) and isinstance(read_option(text), Option)


@pytest.mark.parametrize("name", ["gate", "companion", "mum+dad", "stuck-3", "spot-keep"])
def test_a_picture_of_any_name_in_a_move_of_before_is_that_picture(name):
    assert read_option(name) == Option(name)


def test_ids_of_other_types_differ():
    assert len({kind("gate") for kind in KINDS.values()}) == len(KINDS)
    assert TrailStop("gate") != Gate() and Option("a", 0) != Option("a")


def test_an_id_cannot_be_changed():
    with pytest.raises(AttributeError):
        Option("a").name = "b"


def test_a_picture_with_ids_comes_back_from_its_text():
    things = (
        Stamp("amber-stone", 1, 2, 3, id=Option("companion"), means=Option("companion")),
        Stamp("cloth", 1, 2, 3, id=Scenery("cloth")),
        TouchArea(SpotId("keep"), 1, 2, 3, 4),
        Glow(Scenery("glow"), 1, 2, 3, 1),
        Strokes(Scenery("strokes"), ()),
    )
    text = msgspec.json.encode(Picture(things), enc_hook=enc_hook)
    assert msgspec.json.decode(text, type=Picture, dec_hook=dec_hook) == Picture(things)
    assert b'"id":"cloth"' in text and b'"means":"spot-keep"' in text
