"""Signs that our own fonts were seen to have are not proved again; all others are, each time."""

import pytest

from game.paper import fonts

NOBODYS, THE_DESKS = "\U00010570", "さ"  # Vithkuqi, which no font has; Japanese, which the desk's have


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch):
    """As in a program that has just begun."""
    monkeypatch.setattr(fonts, "_printed", {})
    fonts.fitting.cache_clear()
    yield
    fonts.fitting.cache_clear()


def test_words_of_known_signs_are_fitted_without_typst(monkeypatch):
    known = fonts.fitting("Mila and\nthe fox", "en")
    monkeypatch.setattr(fonts, "_proof", None)
    assert fonts.fitting("the food", "en") == known


@pytest.mark.parametrize("sign", [NOBODYS, THE_DESKS])
def test_a_sign_that_ours_have_not_is_never_known(sign):
    first, again = (fonts.fitting(words, "en") for words in (f"Mila {sign}", f"{sign} aliM"))
    assert first == again and (first.missing == (sign,) if sign == NOBODYS else first.fonts != fonts._fonts()[0])


def test_a_mark_is_proved_with_what_it_stands_on():
    fonts.fitting("e\u0301x", "en")
    assert fonts._printed["en"] == {"e", "x"}


def test_what_one_language_has_another_may_not():
    fonts.fitting("Mila", "en")
    assert "ar" not in fonts._printed
