"""The board beside the preview: what is told there, as far as there is room and letters."""

import pygame
import pytest

from game.authoring.mistake import Mistake
from game.child import preview
from game.desk.preview_board import PreviewBoard
from game.desk.text.shaping import TextShaper
from game.system.errors import Sentence


def test_mistakes_that_have_no_room_are_counted():
    notes = preview.Notes(
        "a.yaml", mistakes=tuple(Mistake("a.yaml", n, 1, Sentence("Something is wrong.")) for n in range(60))
    )
    surface, written = pygame.Surface((210, 400)), []
    board = PreviewBoard(lambda words: written.append(words) or words)
    board.paint(surface, notes)
    assert "And {number} more." in written and written.count("{file}, line {line}:") < 20


@pytest.mark.parametrize(
    ("title", "seen"),
    [
        ("Our \U0001f6f6 trip", "Our \u200e\u2039canoe\u203a\u200e trip"),
        ("With \u2764\ufe0f", "With \u200e\u2039heavy black heart\u203a\u200e"),
        ("\u0646\u062d\u0646, \u05d0, \u6f22, \u2192", "\u0646\u062d\u0646, \u05d0, \u6f22, \u2192"),
        ("Odd \U0010fffe", "Odd \u200e\u2039U+10FFFE\u203a\u200e"),
    ],
)
def test_a_sign_that_no_font_of_the_desk_has_is_named_in_its_place(title, seen, monkeypatch):
    written, lines = [], TextShaper.lines
    monkeypatch.setattr(TextShaper, "lines", lambda self, text, *more: written.append(text) or lines(self, text, *more))
    mistake = Mistake("a.yaml", 1, 1, Sentence("There is no picture called '{name}'.", name=title), f"cover: {title}")
    PreviewBoard(str).paint(pygame.Surface((420, 800)), preview.Notes("a.yaml", title, mistakes=(mistake,)))
    assert f"cover: {seen}" in written and seen in written
    assert f"a.yaml, line 1: There is no picture called '{seen}'." in written
