"""All papers together: what the desk is told of each, what the child keeps, and the ending that was not planned."""

import io
import re

import pytest
from msgspec.structs import replace
from PIL import Image

from game.app import commands
from game.app.command_line import parse
from game.core.events import Begun
from game.paper import typst_press, unplanned
from game.paper.options import PaperOptions
from game.paper.paper_set import ALL_PAPERS, SETS, UNPLANNED
from game.paper.registry import NOTHING_YET, PAPER_KINDS, TAKEN_HOME, pages_of
from game.paper.take_home_papers import PAGES
from game.play.record import Record, Traveller
from game.play.replay import replay
from game.records.settings import Settings, keep
from game.system.language import words as words_of
from tests.paths import PROJECT
from tests.support.sheets import Spelling, home, unpacked
from tests.support.whole_workbook import NAMES, saying, whole_workbook

FOR_THE_THERAPIST = ("summary", "everything", "private-page")
FOR_THE_CHILD = [name for name in PAPER_KINDS if name not in FOR_THE_THERAPIST]
TYPED = "Zebulonia"
README = PROJECT / "README.md"
PACK = SETS[UNPLANNED]


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return whole_workbook()


@pytest.fixture
def nobody() -> Traveller:
    return Traveller("one", Record((replay([Begun("one", 1, "2026-03-02", "middle", (), "seed")]),)))


def printed_words(data) -> list[str]:
    return list(typst_press._words(data))


@pytest.mark.parametrize(
    "spots", [{}, {"bother": "show"}, {"hopes": "keep"}, {"keepsake": "keep", "pocket_plan": "keep"}]
)
def test_where_there_is_no_paper_a_sentence_says_why(traveller, nobody, spots):
    for who in (saying(traveller, **spots), nobody):
        for kind in PAPER_KINDS.values():
            why = kind.why_not(who.record)
            assert bool(kind.sheets(who, Spelling(), PaperOptions())) is (why == "")
            assert why == "" or why.endswith(".")
    assert PAPER_KINDS["memory-book"].why_not(nobody.record) == NOTHING_YET


def test_the_form_asks_only_what_is_wanted_of_a_paper():
    own = {field for kind in PAPER_KINDS.values() for field in kind.asks}
    assert own == set(PaperOptions.__struct_fields__) - {"paper", "language", "without"}
    assert [name for name, kind in PAPER_KINDS.items() if kind.private] == ["private-page"]


OWN = "own-pages"  # of activities that the child in these tests has not: see test_words_pages.py


@pytest.mark.parametrize("name", [name for name, kind in PAPER_KINDS.items() if kind.asks and name != OWN])
def test_each_field_that_the_form_asks_changes_the_paper(traveller, name):
    kind = PAPER_KINDS[name]
    other = PaperOptions(
        name=TYPED,
        letter=TYPED,
        wording="quiet",
        frame="night",
        pictures=("thing",),
        private=(TYPED,),
        second="ar",
        letter_beneath=TYPED,
    )
    plain = PaperOptions(second="de")
    who = saying(traveller, bother="show", jars="show" if name == "jars-page" else "keep")
    usual = kind.sheets(who, Spelling(), plain)
    assert usual
    for field in kind.asks:
        changed = replace(plain, **{field: getattr(other, field)})
        assert kind.sheets(who, Spelling(), changed) != usual, field


@pytest.mark.parametrize("name", ["certificate", "memory-book", "private-page"])
def test_the_preview_shows_the_pages_as_large_as_asked(traveller, renderer, name):
    for png in pages_of(PAPER_KINDS[name].sheets(traveller, renderer, PaperOptions()), 600):
        assert max(Image.open(io.BytesIO(png)).size) == pytest.approx(600, abs=3)


def _spot(picture: str) -> str:
    return picture.removesuffix("-page").replace("-", "_")


@pytest.mark.parametrize("name", FOR_THE_CHILD)
def test_what_may_be_seen_at_school_says_nothing_of_therapy(traveller, name):
    everything = saying(traveller, **{_spot(picture): "show" for picture in NAMES})
    said = " ".join(
        word for s in PAPER_KINDS[name].sheets(everything, Spelling(), PaperOptions()) for word in printed_words(s.data)
    )
    assert not re.search(r"therap|clinic|diagnos|patient|client|treat(ment|ed)|cured|brave|well behaved", said.lower())


@pytest.mark.parametrize("name", ["letter", UNPLANNED])
def test_a_typed_name_is_kept_nowhere_in_the_file(traveller, renderer, name):
    for sheet in ALL_PAPERS[name].sheets(traveller, renderer, PaperOptions(name=TYPED, letter=TYPED))[:2]:
        raw = typst_press.pdf(sheet)
        streams = [unpacked(found[1]) for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)]
        assert TYPED.encode() not in raw + b"".join(streams)


# For those at home


def for_carers(who: Traveller) -> str:
    (sheet,) = PAPER_KINDS["for-carers"].sheets(who, Spelling(), PaperOptions())
    return " ".join(printed_words(sheet.data))


@pytest.mark.parametrize(
    ("word", "kept"), [("keepsake", {"stone": "keep", "keepsake": "keep"}), ("pocket plan", {"pocket_plan": "keep"})]
)
def test_those_at_home_read_of_a_thing_only_where_it_comes_home_and_is_not_folded_shut(traveller, word, kept):
    assert word in for_carers(saying(traveller, stone="show", keepsake="show", pocket_plan="show"))
    assert word not in for_carers(saying(traveller, **kept))


def test_that_a_folded_card_stays_shut_is_said_to_all_at_home_so_it_does_not_tell_that_something_is_kept(traveller):
    kept, shown = (for_carers(saying(traveller, jars=spot)) for spot in ("keep", "show"))
    assert kept == shown and "folded shut" in shown


# The ending that was not planned


def test_the_pack_is_a_letter_an_unsigned_certificate_and_the_pages_so_far(traveller):
    whole = saying(traveller, bother="show", jars="keep")
    sheets = PACK.sheets(whole, Spelling(), PaperOptions(private=(TYPED,)))
    there = [name for name in ("memory-book", *PAGES, "sleeve") if not PAPER_KINDS[name].why_not(whole.record)]
    assert [sheet.template for sheet in sheets[:2]] == ["letter", "certificate"]
    assert [*PACK.there(whole.record)][2:] == [*there, "unplanned-carers"] and len(sheets) == 3 + len(there)
    assert not [word for sheet in sheets for word in printed_words(sheet.data) if TYPED in word]
    assert "private-page" not in {sheet.template for sheet in sheets}


def test_its_letter_reproaches_nobody_and_gives_way_to_the_therapists_own(traveller):
    usual = unplanned.letter_sheet(home(traveller), Spelling(), PaperOptions(letter=" \n")).data["letter"]
    assert usual == list(unplanned.LETTER)
    said = " ".join(usual).lower()
    assert not re.search(r"\b(should|missed|sorry|why|fail|late|waited|disappoint|closure|never|must)", said)
    assert unplanned.letter_sheet(home(traveller), Spelling(), PaperOptions(letter=TYPED)).data["letter"] == [TYPED]


@pytest.mark.parametrize("letter", ["", TYPED])
def test_its_letter_stands_in_the_second_language_where_nobody_has_changed_it(traveller, letter):
    sheet = unplanned.letter_sheet(home(traveller), Spelling(), PaperOptions(letter=letter, second="de"))
    _ = words_of("de")
    assert sheet.data["beneath"] == ([] if letter else list(map(_, unplanned.LETTER)))


def test_the_private_page_holds_nothing_of_the_child(traveller, renderer, nobody):
    options = PaperOptions(name=TYPED, letter=TYPED, private=("I don't know whether\n\nshe is well.", "", "All of it"))
    page = unplanned.private_page(home(traveller), renderer, options)
    answers = [one["answer"] for one in page.data["asked"]]
    assert answers == [["I don't know whether", "she is well."], [], ["All of it"]]
    assert page.data == unplanned.private_page(home(nobody), renderer, options).data
    assert not [word for word in printed_words(page.data) if TYPED in word]
    long = PAPER_KINDS["private-page"].sheets(traveller, renderer, replace(options, private=("x " * 3000,)))
    assert len(pages_of(long, 300)) > 1


# The commands


def test_the_readme_and_the_command_s_help_name_every_paper(capsys):
    rows = [line for line in README.read_text("utf-8").splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([\w-]+)`", row.split("|")[1])}
    with pytest.raises(SystemExit):
        parse(["papers", "--help"])
    said = "".join(capsys.readouterr().out.split())
    assert {*ALL_PAPERS} <= named and all(name in said for name in PAPER_KINDS)


def test_papers_can_be_named_and_two_languages_said(traveller, renderer, tmp_path, monkeypatch, capsys):
    assert commands.paper_options(tmp_path, "a4", "de,ar") == PaperOptions("a4", "de", second="ar")
    monkeypatch.setattr(commands, "_found", lambda home, name: (traveller, renderer))
    said = parse(["papers", "fox-moon", "--out", str(tmp_path), "--only", "consent", "--language", "de,ar"])
    said.do(said)
    assert [path.name for path in tmp_path.iterdir()] == ["consent.pdf"]
    with pytest.raises(SystemExit):
        parse(["papers", "fox-moon", "--out", str(tmp_path), "--language", "de,xx"])
    mistake = "'de,xx' is no language here. Write one of en, es, de, ar, or two, such as de,ar"
    assert mistake in capsys.readouterr().err


def test_a_paper_without_a_second_language_says_so(traveller, renderer, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(commands, "_found", lambda home, name: (traveller, renderer))
    alone = "supervision: in the first language only (de). This paper has no second one."
    for second, said in (("ar", [alone]), ("de", []), ("", [])):
        wanted = PaperOptions(language="de", second=second)
        commands.papers(None, "fox-moon", tmp_path, wanted, ("supervision", "consent"))
        lines = capsys.readouterr().out.splitlines()
        assert lines == [
            f"supervision: {tmp_path}/supervision.pdf",
            *said,
            f"consent: {tmp_path}/consent.pdf",
        ]


def test_what_is_not_said_on_the_line_is_as_it_is_set(tmp_path):
    keep(Settings(language="de", paper="letter"), tmp_path)
    assert commands.paper_options(tmp_path, "", "", frame="night") == PaperOptions("letter", "de", frame="night")
    assert commands.paper_options(tmp_path, "a4", "ar") == PaperOptions("a4", "ar")


def test_nothing_private_is_made_by_the_command(traveller, renderer, tmp_path, monkeypatch):
    monkeypatch.setattr(commands, "_found", lambda home, name: (traveller, renderer))
    commands.papers(None, "fox-moon", tmp_path, PaperOptions())
    made = {path.stem for path in tmp_path.iterdir()}
    assert made <= set(TAKEN_HOME) and {"memory-book", "postcard"} <= made
