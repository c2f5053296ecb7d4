"""What is typed for one print stays in its place and runs the way of its script; it is never read as typst or kept."""

import re

import pytest

from game.paper import certificate, typst_press
from game.paper.letter import paragraphs
from game.paper.options import PaperOptions
from game.records.store import Trouble
from tests.support.examples import together
from tests.support.sheets import PAPERS, home, ink, seen, unpacked

NAMES = [
    "i",
    "Mila",
    "Maximiliane Ott-Berg",
    "Anna Maria " * 7,
    "W" * 80,
    "#panic()",
    "*x* _y_ $a$ \\",
    "محمد",
    "שרה",
    "Đặng",
]


@pytest.mark.search
@pytest.mark.parametrize(("name", "paper"), together(NAMES, list(PAPERS)))
def test_a_name_of_any_length_and_script_stays_in_its_place(traveller, renderer, name, paper):
    without, made = (
        certificate.sheet(home(traveller), renderer, PaperOptions(paper, name=word)) for word in ("", name)
    )
    page, other = seen(made)[0], seen(without)[0]
    left, top, right, bottom = ink(page, other)
    assert page.width * 0.15 < left < right < page.width * 0.85
    assert page.height * 0.15 < top < bottom < page.height * 0.55
    assert typst_press.pdf(made).startswith(b"%PDF")


def test_what_is_typed_is_never_read_as_typst(traveller, renderer):
    both = (PaperOptions(name=name, letter=f"{name}\n") for name in ('#upper("a")', "A"))
    typed, meant = (seen(certificate.sheet(home(traveller), renderer, options)) for options in both)
    assert all(ink(a, b) for a, b in zip(typed, meant, strict=True))


@pytest.mark.parametrize(("words", "sign"), [("𐕰𐖀", "𐕰𐖀"), ("Mila 𞊐", "𞊐")])  # Vithkuqi, Toto
def test_a_sign_that_no_font_has_costs_no_paper_and_is_named_in_a_sentence(traveller, renderer, tmp_path, words, sign):
    said = f"No font here has {' '.join(sign)}: '?' is printed in its place."
    for name, letter in ((words, ""), ("Mila", words)):
        options = PaperOptions(name=name, letter=letter)
        assert certificate.make(home(traveller), renderer, tmp_path / "paper.pdf", options) == said
        typed = PaperOptions(name=without(name, sign), letter=without(letter, sign))
        as_typed, plain = (certificate.sheet(home(traveller), renderer, one) for one in (options, typed))
        assert [page.tobytes() for page in seen(as_typed)] == [page.tobytes() for page in seen(plain)]
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def without(words: str, signs: str) -> str:
    return "".join("?" if letter in signs else letter for letter in words)


def test_a_name_that_is_no_name_is_refused_in_a_sentence(traveller, renderer):
    with pytest.raises(Trouble, match=r"^This name has 81 letters\. A certificate has room for 80\.$"):
        certificate.sheet(home(traveller), renderer, PaperOptions(name="a" * 81))
    with pytest.raises(Trouble, match=r"^There is no paper called 'a5'\. Write a4 or letter\.$"):
        certificate.sheet(home(traveller), renderer, PaperOptions("a5"))


def test_the_lines_of_a_letter_are_its_paragraphs_and_a_long_one_goes_on(traveller, renderer):
    typed = "\ufeffDear Mila,\r\n\r\n  the road\twas long.\x0c\n\nRuth\n"
    assert paragraphs(typed) == ["Dear Mila,", "the road was long.", "Ruth"]
    long = "Some days were hard, and you came all the same. " * 9 + "\n" + "x\n" * 60
    assert len(seen(certificate.sheet(home(traveller), renderer, PaperOptions(letter=long)))) > 2


@pytest.mark.parametrize(
    ("words", "rtl"), [("Dear Mila", False), ("«مرحبا» Mila", True), ("123 שלום", True), ("123", False)]
)
def test_a_letter_runs_the_way_of_its_script(traveller, renderer, words, rtl):
    assert certificate.sheet(home(traveller), renderer, PaperOptions(letter=words)).data["rtl"] is rtl
    both = (PaperOptions(letter=typed) for typed in ("\u200b", words))
    empty, page = (seen(certificate.sheet(home(traveller), renderer, options))[1] for options in both)
    left, _, right, _ = ink(page, empty)
    assert (left + right > page.width) is rtl


def test_the_name_is_kept_nowhere(traveller, renderer, tmp_path):
    certificate.make(
        home(traveller),
        renderer,
        tmp_path / "paper.pdf",
        PaperOptions(name="Zebulonia", letter="Zebulonia, goodbye."),
    )
    raw = (tmp_path / "paper.pdf").read_bytes()
    streams = [unpacked(found[1]) for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)]
    everything = raw + b"".join(streams)
    assert b"<dc:title>" in everything  # the file's own words about itself are among what was looked through
    assert b"Zebulonia" not in everything and "Zebulonia".encode("utf-16-be") not in everything
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
