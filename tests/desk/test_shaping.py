"""Letters on the desk: the order of signs, faces for every script, and lines that fit."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)
from game.desk.text.bidi import as_seen, leads_right, levels
from game.desk.text.shaping import FACES, STYLES, TextShaper, whole
from tests.support.examples import examples

BOTH = "abZ é 12٣4.,:-+%שלאبحم()[]{}!\"'中"
WORDS = {
    "en": "A good goodbye",
    "ar": "وداع جميل (12) مُحَمَّد",
    "he": "שָׁלוֹם עולם",
    "hi": "नमस्ते क्षत्रिय हिन्दी",
    "el": "\u0393\u03b5\u03b9\u03ac \u03c3\u03bf\u03c5",
    "ru": "До свидания",
    "ka": "ნახვამდის",
    "zh": "你好\uff0c世界。再见",
    "ja": "こんにちは、世界 カタカナ",
    "ko": "안녕하세요",
    "vi": "Tạm biệt",
}


@pytest.fixture(scope="module", params=[False, True], ids=["to the right", "to the left"])
def shaper(request):
    return TextShaper(1, request.param)


@given(st.text(BOTH, max_size=16), st.booleans())
@examples(150)
def test_signs_stand_where_the_unicode_consortium_says(text, rtl):
    """python-bidi's newer half, written in Rust, gives no levels, but it knows the order."""
    assert "".join(as_seen(list(text), levels(text, rtl))) == get_display(text, base_dir="R" if rtl else "L")


@given(st.text(max_size=40), st.booleans())
@examples(30)
def test_every_sign_stands_somewhere(text, rtl):
    assert sorted(as_seen(list(range(len(text))), levels(text, rtl))) == list(range(len(text)))


def test_a_paragraph_leads_as_its_first_letter_does():
    assert leads_right("12 שלום Hallo") and leads_right("مرحبا") and not leads_right("12 Hallo שלום")
    assert not leads_right("12") and leads_right("12", True)


def ink(surface) -> int:
    """How many pixels have ink."""
    return pixels(surface).count()


def pixels(surface):
    import pygame

    return pygame.mask.from_surface(surface, 60)


def painted(shaper, text, style="body"):
    (line,) = shaper.lines(text, style, 10_000)
    return shaper.surface(line, style, "#000000")


@pytest.mark.parametrize("language", WORDS)
def test_words_of_every_script_are_shown_and_not_as_boxes(shaper, language):
    for word in WORDS[language].split():
        signs = [sign for sign in word if sign.isalpha()]
        masks = {bytes(pixels(painted(shaper, sign)).to_surface().get_buffer().raw) for sign in signs}
        box = bytes(pixels(painted(shaper, "\U0001f984")).to_surface().get_buffer().raw)  # no face has a unicorn
        assert box not in masks and len(masks) >= min(2, len(set(signs)))
        assert ink(painted(shaper, word)) > 20


def test_a_sign_that_no_face_has_is_a_box_that_can_be_seen(shaper):
    assert ink(painted(shaper, "\U0001f984")) > 20


def test_arabic_is_joined_and_devanagari_in_its_order(shaper):
    for joined, apart in (("بيت", "ب ي ت"), ("क्ष", "क\u200c्\u200cष")):
        assert shaper.width(joined, "body") < shaper.width(apart, "body") * 0.9


def test_marks_are_shown(shaper):
    for plain, marked in (("محمد", "مُحَمَّد"), ("שלום", "שָׁלוֹם"), ("e", "é")):
        assert ink(painted(shaper, marked)) > ink(painted(shaper, plain))


def test_chinese_signs_look_as_in_the_language_around_them():
    shaper = TextShaper(1)
    faces = {text: shaper.runs(text, "body")[0].face for text in ("骨", "骨の", "骨은", "们の")}
    assert faces == {"骨": "NotoSansSC", "骨の": "NotoSansJP", "骨은": "NotoSansKR", "们の": "NotoSansSC"}


def test_no_style_lacks_a_face(shaper):
    for style in STYLES:
        for face in FACES:
            assert shaper._font(face, style).get_height() > 0


ANY = st.text(st.characters(), max_size=60) | st.text("ab שלبت \u0301\u200d中\n\t", max_size=60)


@given(ANY, st.integers(20, 400), st.booleans())
@examples(25)
def test_lines_lose_nothing_and_fit(text, width, rtl):
    shaper = _kept(rtl)
    lines = shaper.lines(text, "body", width)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
    for line in lines:
        assert line.width <= width or len(line.text) == whole(line.text, 1, 1) or unicodedata.combining(line.text[1])
        shaper.surface(line, "body", "#000000")


def _kept(rtl, made={}):  # noqa: B006  (fonts are opened once)
    return made.setdefault(rtl, TextShaper(1, rtl))


@given(ANY, st.booleans())
@examples(15)
def test_runs_hold_every_sign_once_and_stand_side_by_side(text, rtl):
    runs = _kept(rtl).runs(text, "body")
    found = sorted(n for run in runs for n in range(run.start, run.start + len(run.text)))
    assert found == list(range(len(text)))
    left = 0
    for run in runs:
        assert run.left == left
        left += run.width


def test_what_is_very_long_is_measured_soon_enough(shaper):
    for text in ("a" * 20_000, "word " * 4_000, "ש" * 20_000, "वि" * 10_000):
        lines = shaper.lines(text, "body", 600)
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
