"""The catalogues: whole in every language, true to their places, and what gettext reads is what translators wrote."""

import re
import string
from unicodedata import bidirectional

import pytest
from babel.messages.mofile import read_mo

from game.system.language import LANGUAGES, of_the_system, words
from tests.catalogues import PICTURES, TRANSLATED, kept, path, wanted

PLACE = re.compile(r"\{\w*(?::\w+)?\}")
SAME = 40  # letters; a longer text that is the same in two languages was forgotten
# What another word is used for already: "el niño" is the child, and "diploma" the paper.
ANOTHER_WORD = {"es": re.compile("certificado|(?:[Ee]l|[Ll]a|[Dd]el|[Aa]l|[Ee]st[ea]) niñ[oa] o ")}
every_language = pytest.mark.parametrize("language", TRANSLATED)


@pytest.fixture(scope="module")
def english() -> set[str]:
    """Everything that must be translated."""
    return {message.id for message in wanted() if message.id}


@every_language
def test_everything_is_translated_and_nothing_else(language, english):
    catalog = {message.id: message.string for message in kept(language) if message.id}
    assert not {said for said in english if not catalog.get(said)}, "run python -m tests.catalogues, and translate"
    assert not set(catalog) - english, "run python -m tests.catalogues: these words are gone"


@every_language
def test_places_are_the_same_and_nothing_long_was_forgotten(language):
    for message in kept(language):
        if message.id:
            assert sorted(PLACE.findall(message.string)) == sorted(PLACE.findall(message.id)), message.id
            assert message.string != message.id or len(message.id) < SAME, message.id
            list(string.Formatter().parse(message.string))


@every_language
def test_nothing_is_said_twice_over(language):
    again = re.compile("(.{20,}?)\\1+")
    assert not [message.id for message in kept(language) if message.id and again.fullmatch(message.string)]


@pytest.mark.parametrize("language", ANOTHER_WORD)
def test_one_thing_has_one_word_in_sentences(language):
    """But for pictures, which are called what is seen."""
    pictures = {message.id for message in wanted() if any(file == PICTURES for file, _ in message.locations)}
    said = (message for message in kept(language) if message.id and message.id not in pictures)
    assert not [message.string for message in said if ANOTHER_WORD[language].search(message.string)]


@every_language
def test_what_gettext_reads_is_what_translators_wrote(language):
    with path(language, "mo").open("rb") as file:
        compiled = {message.id: message.string for message in read_mo(file) if message.id}
    assert compiled == {message.id: message.string for message in kept(language) if message.id}
    assert words(language)("Today") == compiled["Today"] != "Today"


def test_a_missing_translation_falls_back_to_english():
    for language in (*LANGUAGES, "xx"):
        assert words(language)("A title that no catalogue has") == "A title that no catalogue has"
    assert words("es")("") == ""


def is_from_the_right(sign: str) -> bool:
    return bidirectional(sign) in ("R", "AL")


def test_arabic_runs_from_the_right():
    letters = {language: "".join(m.string for m in kept(language) if m.id) for language in TRANSLATED}
    from_the_right = {code for code, text in letters.items() if sum(map(is_from_the_right, text)) > 5000}
    assert from_the_right == {code for code, language in LANGUAGES.items() if language.rtl}


@pytest.mark.parametrize(
    ("said", "language"),
    [("es_MX.UTF-8", "es"), ("de_AT", "de"), ("ar_EG.UTF-8", "ar"), ("xx_XX.UTF-8", "en"), ("C", "en"), ("", "en")],
)
def test_the_first_language_is_the_system_s(said, language, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", said)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert of_the_system() == language
