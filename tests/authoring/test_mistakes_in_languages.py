"""What is told of a file can be said in each language. That catalogues are whole is another test's: here every part of
what is told stands in them.
"""

import re
from collections.abc import Iterator

from game.art.library import Library
from game.authoring.activity_reader import read_activity
from game.authoring.mistake import Mistake
from game.authoring.workbook_reader import read_workbook
from game.system.errors import Sentence
from game.system.language import words
from tests.authoring.test_kinds_of_mistakes import STEPS
from tests.authoring.test_kinds_of_mistakes_in_files import FILES
from tests.authoring.test_mistakes_in_stories import STORIES
from tests.catalogues import kept
from tests.paths import TESTS
from tests.support.mistakes import HEAD, LIBRARY

PLACES = re.compile(r"(?:'?\{\w+\}'? ?)*")  # nothing but places for other words


def test_each_kind_of_mistake_is_said_in_words_of_the_catalogues(tmp_path):
    texts = [
        *(f"{HEAD}steps:\n{steps}" for steps, _ in (STEPS | STORIES).values()),
        *(text for text, _ in FILES.values()),
    ]
    there = {message.id for message in kept("de")}
    for text in texts:
        (tmp_path / "our-road.yaml").write_text(text, "utf-8")
        wrong = read_activity(tmp_path / "our-road.yaml", LIBRARY)
        assert wrong and not untranslated(wrong, there), text


def test_so_is_each_broken_file_and_folder():
    folders = [TESTS / "mistakes", *(path for path in (TESTS / "mistakes").iterdir() if path.is_dir())]
    there = {message.id for message in kept("de")}
    told = 0
    for folder in folders:
        library = Library(folder / "pictures")
        found = read_workbook(folder, library, library.broken)
        told += len(found.mistakes + found.stray)
        assert not untranslated(found.mistakes + found.stray, there), folder
    assert told > 100


def test_in_german_all_of_a_sentence_is_german(tmp_path):
    (tmp_path / "our-road.yaml").write_text(f"{HEAD}steps:\n  - choose: 3\n    pictures: baer, fox\n", "utf-8")
    wrong = read_activity(tmp_path / "our-road.yaml", LIBRARY)
    assert [mistake.said(words("de")) for mistake in wrong] == [
        "'3' kann kein Name sein: Ein Name hat kleine Buchstaben von a bis z, mit '-' zwischen Wörtern.",
        "'pictures' braucht eine Liste, nicht 'baer, fox'. Schreiben Sie [baer, fox], oder in jede Zeile eines nach "
        "'- '.",
    ]


def untranslated(mistakes: tuple[Mistake, ...], there: set[str]) -> list[str]:
    """The words in these sentences that no catalogue has."""
    parts = {part for mistake in mistakes for part in parts_of(mistake.sentence)} - there
    return [part for part in parts if not PLACES.fullmatch(part)]


def parts_of(sentence: Sentence) -> Iterator[str]:
    """Its own words, and those of each sentence in it."""
    yield sentence.text
    for value in sentence.values.values():
        if isinstance(value, Sentence):
            yield from parts_of(value)
