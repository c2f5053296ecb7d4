"""Where the next letter goes: the caret in words from the left, from the right, and in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.desk.text.lines import TextLayout
from game.desk.text.shaping import TextShaper
from tests.support.examples import examples


def rows(text, rtl=False, width=10_000) -> TextLayout:
    found = TextLayout(TextShaper(1, rtl), "typed", width, wraps=True)
    found.lay(text)
    return found


@pytest.mark.parametrize(
    "text, sign", [("שלום", "ם"), ("مرحبا", "ب"), ("abc", "d"), ("שלום abc", "d"), ("abc שלום", "ם")]
)
@pytest.mark.parametrize("rtl", [False, True])
def test_the_caret_stands_where_the_next_letter_goes(text, sign, rtl):
    """What is on the side at which the row begins stays there, so that the new letter begins at the caret."""
    before, after = rows(text, rtl), rows(text + sign, rtl)
    ((_, left, right),) = after.parts(len(text), len(text) + 1)
    begins = right if before.at_the_right(0) else left
    assert abs(begins - before.x(len(text))) <= 5, "an Arabic letter is wider when another one follows, no more"


def test_in_hebrew_the_caret_walks_to_the_left_and_the_arrows_go_as_it_is_seen():
    line = rows("שלום", True)
    places = [line.x(at) for at in range(5)]
    assert places == sorted(places, reverse=True) and places[0] == line.width
    assert line.beside(0, -1) == 1 and line.beside(1, 1) == 0
    assert rows("abcd", True).beside(1, 1) == 2


@given(st.text("ab שלב 12(", max_size=30), st.booleans(), st.sampled_from([-1, 1]))
@examples(15)
def test_holding_an_arrow_comes_to_an_end(text, rtl, by):
    line = rows(text, rtl, 120)
    for start in range(len(text) + 1):
        at, seen = start, set()
        while at not in seen:
            seen.add(at)
            at = line.beside(at, by)
        assert line.beside(at, by) == at, "it goes round"


@given(st.text("ab שלב 12(\n", min_size=1, max_size=30), st.booleans(), st.data())
@examples(15)
def test_a_press_leads_to_where_the_caret_is_then(text, rtl, data):
    found = rows(text, rtl, 150)
    at = data.draw(st.integers(0, len(text)))
    again = found.nearest(found.number(at), found.x(at))
    assert found.number(again) == found.number(at)
    assert abs(found.x(again) - found.x(at)) <= 12 or again == found.end(found.number(at))
