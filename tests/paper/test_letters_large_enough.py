"""Two languages on one paper: the letters of neither are too small to be read by whoever needs them."""

import re
from collections.abc import Iterator

import pytest

from game.paper import typst_press
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from tests.support.examples import together
from tests.support.sheets import unpacked
from tests.support.whole_workbook import whole_workbook

LEAST = 8  # points
WHO = whole_workbook()
IN_TWO = [name for name, kind in PAPER_KINDS.items() if "second" in kind.asks and not kind.why_not(WHO.record)]
PAIRS = [("de", "es"), ("de", "ar"), ("es", "de")]  # those with the longest words


def sizes(pdf: bytes) -> Iterator[float]:
    """Of all letters, in points."""
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        yield from map(float, re.findall(rb"/\w+ ([\d.]+) Tf", unpacked(stream)))


@pytest.mark.search
@pytest.mark.parametrize(("name", "paper", "languages"), together(IN_TWO, ("a4", "letter"), PAIRS))
def test_no_letter_of_a_paper_in_two_languages_is_too_small(name, paper, languages, renderer):
    first, second = languages
    options = PaperOptions(paper, first, second=second, letter="Alles Gute.", letter_beneath="Todo lo bueno.")
    sheets = PAPER_KINDS[name].sheets(WHO, renderer, options)
    assert min(size for sheet in sheets for size in sizes(typst_press.pdf(sheet))) >= LEAST
