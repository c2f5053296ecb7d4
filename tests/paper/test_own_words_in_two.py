"""A therapist's own words on papers: they are in one language, and stand there once and in their own direction."""

import pytest
from msgspec.structs import replace

from game.art.library import Library
from game.paper.cue_sheets import sheets
from game.paper.options import PaperOptions
from game.paper.own_direction import in_own_direction
from game.paper.typst_press import Sheet
from tests.conftest import ART
from tests.support.own_on_papers import played
from tests.support.proofs import ProofRenderer
from tests.support.sheets import seen

LAID = "  - place: friends\n    pictures: [fox, owl]\n    onto:\n      - keep: Who stays.\n    for the paper: With me\n"
NOT_SAID = {"title": "", "purpose": "", "heading": "", "words": ["", "", ""]}
A, TAJ = "A crown.", "\u062a\u0627\u062c."


@pytest.fixture(scope="module")
def own_sheet(tmp_path_factory):
    """The cue sheet of an activity of her own; of our words, what the child does alone is on it."""
    folder = tmp_path_factory.mktemp("own")
    begun = played(folder, circle=LAID).record.visits[-1].begun
    renderer = ProofRenderer(Library(folder / "pictures"), ART, ART / "private")

    def sheet_of(language: str, second: str = "") -> Sheet:
        return sheets(begun, renderer, PaperOptions(language=language, second=second))[1]

    return sheet_of


def changed(data, **values):
    """The same data with these values wherever their keys stand."""
    if isinstance(data, dict):
        return {key: values[key] if key in values else changed(value, **values) for key, value in data.items()}
    return [changed(one, **values) for one in data] if isinstance(data, list) else data


@pytest.mark.parametrize("second", ["ar", "es"])
def test_what_is_the_same_in_both_languages_stands_there_once(own_sheet, second):
    sheet = own_sheet("en", second)
    (page,), (other,) = sheet.data["pages"], sheet.data["second"]["pages"]
    assert page["steps"][0]["words"][0] == other["steps"][0]["words"][0] == "Who stays."
    own = {"title": A, "purpose": f"{A} {TAJ}", "heading": "With me.", "words": ["Who stays.", "", ""]}
    both = replace(sheet, data=changed(sheet.data, **own))
    pages = changed(both.data["second"], **NOT_SAID)
    assert seen(both)[0] == seen(replace(both, data=both.data | {"second": pages}))[0]


@pytest.mark.parametrize(("language", "words"), [("ar", A), ("en", TAJ)])
def test_own_words_stand_in_their_own_direction(own_sheet, language, words):
    """A full stop stood before the words. (The same with signs around it is set by typst alone.)"""
    sheet = own_sheet(language)

    def with_words(said: str) -> Sheet:
        pages = changed(sheet.data["pages"], title=said, purpose=said, heading=said, words=[said])
        return replace(sheet, data=sheet.data | {"pages": pages})

    assert seen(with_words(words))[0] == seen(with_words(f"\u2068{words}\u2069"))[0]


@pytest.mark.parametrize(
    ("language", "second", "words"),
    [
        ("en", "ar", f"\u062a\u0627\u062c \u00ab{A}\u00bb. \u062a\u0627\u062c"),
        ("ar", "en", f"Crown \u00ab{TAJ}\u00bb. Crown"),
    ],
)
def test_so_they_do_in_the_second_language(own_sheet, language, second, words):
    """The first language's direction set apart what is in it, and left what is not."""
    sheet = own_sheet(language, second)
    inside = A if A in words else TAJ

    def with_words(said: str) -> Sheet:
        beneath = changed(sheet.data["second"], title=said)
        return replace(sheet, data=sheet.data | {"second": beneath})

    assert seen(with_words(words))[0] == seen(with_words(words.replace(inside, f"\u2068{inside}\u2069")))[0]


@pytest.mark.parametrize(
    ("mirrored", "words", "told"),
    [
        (True, A, f"\u2068{A}\u2069"),
        (True, f"{TAJ} {A} {TAJ}", f"{TAJ} \u2068{A}\u2069 {TAJ}"),
        (True, f"\u062a\u0627\u062c \u00ab{A}\u00bb.", f"\u062a\u0627\u062c \u00ab\u2068{A}\u2069\u00bb."),
        (True, "\u062a\u0627\u062c Kite.", "\u062a\u0627\u062c Kite."),  # the full stop is the Arabic sentence's
        (True, "A crown", "A crown"),
        (True, "3f2a.png", "3f2a.png"),
        (False, f"{A} {TAJ}", f"{A} \u2068{TAJ}\u2069"),
        (False, A, A),
    ],
)
def test_sentences_of_the_other_direction_are_set_apart(mirrored, words, told):
    data = {"mirrored": mirrored, "pages": [words, 3]}
    assert in_own_direction(data) == data | {"pages": [told, 3]}
    beneath = {"mirrored": not mirrored, "second": data}
    assert in_own_direction(beneath) == beneath | {"second": data | {"pages": [told, 3]}}
