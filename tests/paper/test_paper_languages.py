"""The papers in four languages: every word is translated, each margin kept, Arabic from the right, and every script."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from game.art.renderer import Renderer
from game.core.events import DONE, PASSED_BY, STOPPED
from game.core.table import CHOSEN, PUT_BACK
from game.mechanics import traits
from game.paper import everything, fonts, registry, summary, typst_press, words
from game.paper import take_home_papers as take_home
from game.paper.contact_sheet import sheet as contact_sheet
from game.paper.options import PaperOptions
from game.play import consent as t
from game.play.record import Record, Traveller
from game.play.replay import replay
from game.play.visit_pages import activity_pages
from game.records.journal_reader import read
from game.system import language
from game.system.language import LANGUAGES
from tests.catalogues import wanted
from tests.support.examples import together
from tests.support.needs import lacks
from tests.support.sheets import MM, PAPERS, Spelling, home, ink, seen, unpacked
from tests.support.story import SHELF
from tests.support.whole_workbook import NAMES, STORY, saying, whole_workbook

PLACE = re.compile(r"(\{\w+\}|`[^`]+`)")  # what a translation leaves as it is
ENGLISH = re.compile(r"[A-Za-z]{2,}")
FONT_NAMES = '"Libertinus Serif", "Noto Naskh Arabic", "Noto Serif Devanagari"'
NO_WORDS = {"paper", "language", "file", "on", "frame", "kind"}  # values by which a template knows what to do
LATIN = str.maketrans("abcdefghijklmnopqrstuvwxyz", "áḃčđéḟğĥíĵķłṁñóṗqŕşťúṽŵẍýž")
ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهوزحطيكلمنسعفصقرشتثخذض")


class Catalogue:
    """Has every word: in letters that English has not, and a third longer, as translations are."""

    def __init__(self, spoken: str):
        self.letters = ARABIC if LANGUAGES[spoken].rtl else LATIN

    def gettext(self, said: str) -> str:
        longer = said + ("" if len(said) < 3 else " " + "mnop"[: len(said) // 3])
        parts = PLACE.split(longer)
        return "".join(part if PLACE.fullmatch(part) else self._written(part) for part in parts)

    def _written(self, words: str) -> str:
        return words.lower().translate(self.letters)


OF_OURS = [name for name in registry.PAPER_KINDS if name != registry.OWN]  # papers that our own workbook makes


@pytest.fixture
def translated(monkeypatch):
    """Every language has its catalogue, English too."""
    language.words.cache_clear()
    monkeypatch.setattr(language.gettext, "translation", lambda domain, place, spoken, fallback: Catalogue(*spoken))
    yield
    language.words.cache_clear()


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    """Everything may be shown."""
    everything = {name.removesuffix("-page").replace("-", "_"): "show" for name in NAMES}
    return saying(whole_workbook(), **everything)


def said(data, key: str = "") -> Iterator[str]:
    """Every word that a template is given to print."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from said(value, name)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from said(one, key)
    elif isinstance(data, str) and key not in NO_WORDS and not re.search(r"\.(png|jpg|svg)$", data):
        yield data


def english(words: str, *names: str) -> list[str]:
    """What is left in English, apart from these names."""
    for name in names:
        words = words.replace(name, "")
    return ENGLISH.findall(PLACE.sub("", words))


def spoken_in(traveller: Traveller, renderer: Any, name: str, options: PaperOptions) -> list[typst_press.Sheet]:
    """The sheets of this paper, which say all in its language; into the sleeve a few pages were laid."""
    if name == "sleeve":
        traveller = saying(traveller, jars="keep", backpack="keep", stone="keep")
    sheets = registry.PAPER_KINDS[name].sheets(traveller, renderer, options)
    assert sheets
    for sheet in sheets:
        assert sheet.data["language"] == options.language
        assert sheet.data["mirrored"] is LANGUAGES[options.language].rtl
        assert not [line for line in said(sheet.data) if english(line, traveller.name)]
    return sheets


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("name", OF_OURS)
def test_every_paper_in_every_language_says_no_english(translated, traveller, name, spoken):
    spoken_in(traveller, Spelling(), name, PaperOptions(language=spoken))


@pytest.mark.search
@pytest.mark.parametrize(("name", "spoken", "paper"), together(OF_OURS, list(LANGUAGES), list(PAPERS)))
def test_every_paper_in_every_language_stays_inside_its_margins(translated, traveller, renderer, name, spoken, paper):
    for sheet in spoken_in(traveller, renderer, name, PaperOptions(paper=paper, language=spoken)):
        for page in seen(sheet):
            left, top, right, bottom = ink(page)
            assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM
            assert sorted(page.size) == pytest.approx(sorted(PAPERS[paper]), abs=1)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_texts_for_the_notes_say_no_english(translated, traveller, spoken):
    for told in (everything, summary):
        text = told.text(traveller, spoken)
        assert not english(text, traveller.name) and len(text) > 1000


def test_the_sheet_of_all_pictures_has_its_own_words_as_data(translated, renderer):
    data = contact_sheet(renderer, PaperOptions(language="es")).data
    headings = [family["heading"] for family in data["families"] + data["ours"]]
    assert len(headings) > 10 and not [line for line in said([data["words"], headings]) if english(line)]


def test_no_template_holds_words_of_its_own():
    """What stands between brackets, or between quotes with a space, is printed as it stands: that comes as data."""
    for path in typst_press.TEMPLATES.glob("*.typ"):
        code = re.sub(r"(?m)//.*$", "", path.read_text("utf-8").replace(FONT_NAMES, ""))
        quoted = [text for text in re.findall(r'"([^"\n]*)"', code) if re.search(r"[A-Za-z]{2,} ", text)]
        while (shorter := re.sub(r"\([^()\[\]]*\)", "", code)) != code:  # what is called, not printed
            code = shorter
        between = [re.sub(r"#[\w.-]+", "", text) for text in re.findall(r"\[([^\[\]]*)\]", code)]
        assert not quoted + [text for text in between if ENGLISH.search(text)], path.name


def test_a_workbook_in_another_language_falls_through(traveller):
    told = home(traveller).latest(t.BAG)
    own = replace(told.offered[0], label="Мой {зонт}\n")
    assert words.label(own, told, language.words("ar")) == "Мой {зонт}"


def test_a_label_that_is_empty_stays_empty(translated, traveller):
    row = home(traveller).latest(t.BAG).rows[0]
    bare = replace(row, label="", spot="", pictures=())
    assert words.localized("", language.words("es")) == ""
    assert words.how(bare, home(traveller).latest(t.BAG), language.words("es")) == language.words("es")("chosen")


def test_what_records_hold_in_english_is_named_for_the_catalogues(traveller):
    seen_pages = [page for visit in traveller.record.visits for page in activity_pages(visit)]
    rows = {row.how for page in seen_pages for told in page.steps for row in told.rows}
    named = {message.id for message in wanted()}
    steps = [step for activity in SHELF.activities.values() for step in activity.steps]
    mine = {page.how for page in seen_pages} | rows | {page.name for page in t.PAGES}
    assert mine | {DONE, PASSED_BY, STOPPED, CHOSEN, PUT_BACK} <= named
    assert {traits(step.mechanic).heading for step in steps} <= named


# Arabic runs from the right


def place_of(sheet: typst_press.Sheet, key: str) -> float:
    """Where on the first page these words of the data stand: the middle of their ink, 0 (left) to 1."""
    if "visits" in sheet.data:  # the first page needs no more than the first visit
        sheet = replace(sheet, data=sheet.data | {"visits": sheet.data["visits"][:1]})
    with_words, without = (seen(s)[0] for s in (sheet, replace(sheet, data=sheet.data | {key: "\u200b"})))
    left, _, right, _ = ink(with_words, without)
    return (left + right) / 2 / with_words.width


@pytest.mark.parametrize(
    ("name", "key", "side"),
    [
        ("summary", "title", "left"),
        ("journey-fold-out", "then-heading", "left"),
        ("pocket-plan-card", "title", "right"),
    ],
)
def test_what_comes_first_stands_where_people_begin_to_read(translated, traveller, renderer, name, key, side):
    for spoken in LANGUAGES:
        (sheet,) = registry.PAPER_KINDS[name].sheets(traveller, renderer, PaperOptions(language=spoken))
        on_the_left = place_of(sheet, key) < 0.5
        assert on_the_left is ((side == "left") is (not LANGUAGES[spoken].rtl)), spoken


def test_pictures_are_not_mirrored(traveller, renderer):
    for name in take_home.PAGES:
        english, arabic = (
            take_home.sheet(name, home(traveller), renderer, PaperOptions(language=spoken)) for spoken in ("en", "ar")
        )
        assert english.pictures == arabic.pictures


def test_a_therapist_s_own_label_stays_as_it_is_in_an_arabic_paper(traveller, renderer, tmp_path):
    for path in STORY.glob("*.jsonl"):
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b'"Teddy"', b'"Grandma\'s teddy"'))
    own = Traveller("own", Record(tuple(replay(read(path)) for path in sorted(tmp_path.glob("*.jsonl")))))
    sheet = take_home.sheet("backpack-page", home(own), renderer, PaperOptions(language="ar"))
    assert "Grandma's teddy" in [one["label"] for one in sheet.data["packed"]]
    assert typst_press.pdf(sheet).startswith(b"%PDF")


# Every script that a font is there for


def titled(traveller: Traveller, renderer: Renderer, title: str) -> typst_press.Sheet:
    sheet = take_home.sheet("hopes-card", home(traveller), renderer)
    return replace(sheet, data=sheet.data | {"title": title})


def fonts_in(pdf: bytes) -> set[str]:
    """The fonts from which letters were printed, by their names in the file."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    everything = pdf + b"".join(unpacked(stream) for stream in streams)
    return {name.decode() for name in re.findall(rb"/FontName\s*/[A-Z]{6}\+([A-Za-z]+)", everything)}


@pytest.mark.parametrize(
    ("title", "font"),
    [
        ("Mila Đặng", "LibertinusSerif"),
        ("Ελένη", "LibertinusSerif"),
        ("Олег", "LibertinusSerif"),
        ("محمد پژمان", "NotoNaskhArabic"),
        ("שָׂרָה", "LibertinusSerif"),
        ("नीला कृष्ण", "NotoSerifDevanagari"),
        ("小明", "NotoSansJP"),  # Chinese and Japanese share these signs
        ("さくら", "NotoSansJP"),
        ("하늘", "NotoSansKR"),
    ],
)
def test_a_script_of_our_own_fonts_is_printed_with_them(traveller, renderer, title, font):
    used = fonts_in(typst_press.pdf(titled(traveller, renderer, title)))
    assert font in used and used <= {"LibertinusSerif", font}


OTHERS = {"th": "สวัสดี", "ta": "வணக்கம்", "km": "សួស្តី", "my": "မင်္ဂလာပါ"}


def of_the_system() -> str:
    """A word in a script that our fonts have not and this system has; "" where it has none."""
    if not shutil.which("fc-list"):
        return ""
    there = (code for code in OTHERS if subprocess.run(["fc-list", f":lang={code}"], capture_output=True).stdout)
    return OTHERS.get(next(there, ""), "")


def test_a_script_that_only_the_system_has_is_printed_with_its_fonts(traveller, renderer):
    title = of_the_system()
    if not title:
        lacks("a font for Thai, or for another script that ours have not,")
    sheet = titled(traveller, renderer, title)
    ours = {path.stem.partition("-r")[0].replace("-", "") for path in fonts.FONTS.glob("*-regular.ttf")}
    others = {name for name in fonts_in(typst_press.pdf(sheet)) if name.lower() not in ours | {"libertinusserif"}}
    assert others
    assert ink(seen(sheet)[0], seen(titled(traveller, renderer, "\u200b"))[0])


@pytest.mark.parametrize("sign", ["𐕰", "𞊐"])  # Vithkuqi and Toto: no system has them
@pytest.mark.parametrize("made", [typst_press.pdf, lambda sheet: typst_press.pngs(sheet, 30)], ids=["pdf", "preview"])
def test_a_sign_without_a_font_is_named_and_never_printed_as_a_box(traveller, renderer, made, sign):
    sheet = titled(traveller, renderer, f"Mila {sign}")
    assert made(sheet) == made(titled(traveller, renderer, "Mila ?"))
    said = typst_press.unprinted(sheet)
    assert said == f"No font here has {sign}: '?' is printed in its place."
    assert said.said(lambda text: text.replace("No font", "Keine Schrift")).startswith(f"Keine Schrift here has {sign}")
    assert typst_press.unprinted(titled(traveller, renderer, "Mila")) == ""


def test_the_fonts_are_few_and_free():
    files = sorted(fonts.FONTS.glob("*.ttf"))
    licence = (fonts.FONTS / "OFL.txt").read_text("utf-8")
    assert len(files) == 8 and sum(file.stat().st_size for file in files) < 1_700_000
    assert all(file.name in licence for file in files) and "SIL OPEN FONT LICENSE Version 1.1" in licence
