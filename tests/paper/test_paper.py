"""The papers: what they say, how they look, and how they are saved."""

import io
import re
import stat
import subprocess
import sys
import zlib

import pytest
from PIL import Image, ImageChops

from game.art.library import Library
from game.art.renderer import Renderer
from game.core.events import Arrived, Begun, Ended, Moved, Opened, Stop, Went
from game.core.table import Ground, Move, Offered, Table
from game.mechanics import choose, decorate, place, rub
from game.paper import certificate, summary, typst_press
from game.paper.letter import paragraphs
from game.paper.options import PaperOptions
from game.play.home_record import HomeRecord, home_record
from game.play.record import Record, Traveller
from game.play.state import pages, replay
from game.records.store import Trouble
from tests.conftest import ART
from tests.paths import PROJECT
from tests.support.examples import together
from tests.support.papers import compile_anew

MM = 72 / 25.4  # pixels to a millimetre, where a page is drawn with 72 to an inch
PAPERS = {"a4": (595, 842), "letter": (612, 792)}
STOPS = tuple(
    Stop(title.lower().replace(" ", "-"), title, "jade-stone")
    for title in ("My traveller", "When we are done", "Pick a worry stone", "What changed", "Choose a keepsake")
)
BANKS = (
    Ground("different", 410, 338, 450, 380, "I want this different", "change-sign"),
    Ground("keep", 870, 338, 450, 380, "I want to keep this", "keep-sign"),
)
TEXT = """\
What fox-moon chose

Visit 1, 2026-03-02

My traveller: done
  choose animal
    offered: bear, fox, owl
    chosen: fox
    put back: owl
  choose thing
    offered: moon, star
    chosen: moon

When we are done: done
  place hopes
    offered: blank card, friend, My own words, school, sleep
    chosen (I want this different): My own words
    chosen (I want to keep this): friend, school
    put back: sleep

Pick a worry stone: stopped
  choose stone
    offered: jade stone, rose stone
    chosen: jade stone
  decorate stone
    offered: flower, heart, sun
    chosen: jade stone with sun, heart and flower
  rub stone
    chosen: jade stone

On the trail, not opened: What changed, Choose a keepsake

Visit 2, 2026-06-15

Pick a worry stone: passed by
  choose stone
    offered: jade stone
    nothing chosen

Choose a keepsake: done
  choose keepsake
    offered: feather, skeleton key
    chosen: feather

On the trail, not opened: My traveller, When we are done, What changed
"""


def offered(*names: str) -> tuple[Offered, ...]:
    labels = {"tummy": "My\n own  words"}
    return tuple(Offered(name, name, labels.get(name, name.replace("-", " "))) for name in names)


def table(mechanic, result: str, step, names: tuple[str, ...] = (), scene: str = "riverbank", **more) -> Table:
    return Table(mechanic.__name__.split(".")[-1], result, step, scene, "fox", offered=offered(*names), **more)


def step(activity: str, number: int, laid: Table, *moves: Move) -> list:
    return [Arrived(activity, number, laid), *(Moved(move) for move in moves)]


def opened(title: str) -> Opened:
    return Opened(title.lower().replace(" ", "-"), title, "", "")


def picked(activity: str, number: int, result: str, names: tuple[str, ...], *picks: str) -> list:
    return step(
        activity, number, table(choose, result, choose.Step(result), names), *(Move("choose", p) for p in picks)
    )


def first_visit() -> list:
    stone = "pick-a-worry-stone"
    events = [
        Begun("one", 1, "2026-03-02", "middle", STOPS, "seed"),
        Went("wake"),
        opened("My traveller"),
        *picked("my-traveller", 0, "animal", ("owl", "fox", "bear"), "owl", "fox"),
        *picked("my-traveller", 1, "thing", ("star", "moon"), "moon"),
        Went("onward"),
        opened("When we are done"),
        *step("when-we-are-done", 0, banks(), *hopes(), Move("put back", "sleep")),
        Went("onward"),
        opened("Pick a worry stone"),
        *picked(stone, 0, "stone", ("rose-stone", "jade-stone"), "jade-stone"),
    ]
    plain = table(
        decorate, "stone", decorate.Step("stone", ()), ("sun", "heart", "flower"), base=offered("jade-stone")[0]
    )
    stickers = (("sun", -0.1), ("heart", 0.1), ("flower", 0.2), ("sun", 0.0))
    events += step(stone, 1, plain, *(Move("stick", what, "", x, x / 2) for what, x in stickers))
    made = pages(replay(events))[2].steps[1].rows[0].pictures[0]
    events += step(stone, 2, table(rub, "stone", rub.Step("stone"), base=made), Move("rub"), Move("rub"))
    events += [Went("gate")]
    return [*events, Ended(pages(replay(events), screens=True))]


def banks() -> Table:
    names = ("sleep", "friend", "tummy", "school")
    return table(
        place, "hopes", place.Step("hopes", ()), names, "two-banks", grounds=BANKS, beside=offered("blank-card")
    )


def hopes() -> list[Move]:
    where = (("sleep", "different", 300), ("friend", "keep", 800), ("tummy", "different", 400), ("school", "keep", 900))
    return [Move("lay", what, spot, x, 330) for what, spot, x in where]


def second_visit() -> list:
    return [
        Begun("one", 2, "2026-06-15", "middle", STOPS, "seed"),
        opened("Pick a worry stone"),
        *picked("pick-a-worry-stone", 0, "stone", ("jade-stone",)),
        Went("onward"),
        opened("Choose a keepsake"),
        *picked("choose-a-keepsake", 0, "keepsake", ("skeleton-key", "feather"), "feather"),
        Went("onward"),
    ]


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return Traveller("one", Record((replay(first_visit()), replay(second_visit()))))


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(Library(), ART, ART / "private")


def home(traveller: Traveller) -> HomeRecord:
    """What may go home of the traveller's record."""
    return home_record(traveller.record)


def seen(sheet: typst_press.Sheet) -> list[Image.Image]:
    """The pages, 72 pixels to an inch."""
    return [Image.open(io.BytesIO(png)).convert("RGB") for png in typst_press.pngs(sheet, 72)]


def ink(page: Image.Image, other: Image.Image | None = None) -> tuple[int, int, int, int] | None:
    """The box outside of which the page is white, or like the other page."""
    return ImageChops.difference(page, other or Image.new("RGB", page.size, "white")).getbbox()


def test_the_text_says_everything_and_nothing_more(traveller):
    assert summary.text(traveller) == TEXT


def test_a_traveller_who_has_chosen_nothing_has_a_text_too():
    events = [Begun("two", 1, "2026-03-02", "middle", STOPS[:1], "seed"), opened("My traveller")]
    nobody = Traveller("two", Record((replay(events),)))
    said = "What no-pictures-yet chose\n\nVisit 1, 2026-03-02\n\nMy traveller: stopped\n"
    assert summary.text(nobody) == said


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_has_its_size_and_leaves_the_margins_white(traveller, renderer, paper):
    wide, high = PAPERS[paper]
    short = certificate.sheet(
        home(traveller), renderer, PaperOptions(paper, name="Mila", letter="Dear Mila,\ngoodbye.")
    )
    told = summary.sheet(traveller, renderer, PaperOptions(paper=paper))
    sizes = [(high, wide), (wide, high)] + [(wide, high)] * (len(seen(told)))
    for page, size in zip(seen(short) + seen(told), sizes, strict=True):
        left, top, right, bottom = ink(page)
        assert page.size == pytest.approx(size, abs=1)
        assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def test_the_picture_summary_shows_what_was_chosen_spot_by_spot_and_the_scene_as_it_was_left(traveller, renderer):
    told = summary.sheet(traveller, renderer)
    laid = told.data["visits"][0]["pages"][1]["steps"][0]
    assert [(row["how"], [p["label"] for p in row["pictures"]]) for row in laid["rows"]] == [
        ("chosen (I want this different)", ["My own words"]),
        ("chosen (I want to keep this)", ["friend", "school"]),
        ("put back", ["sleep"]),
    ]
    assert len(laid["scene"]["stamps"]) == 3 + len(
        BANKS
    )  # what lies there, and each bank's sign: no tray, no companion
    assert told.data["visits"][0]["pages"][0]["steps"][0]["scene"] is None
    assert typst_press.pdf(told).startswith(b"%PDF")


def test_the_certificate_carries_the_stone_as_the_child_made_it(traveller, renderer):
    stone = pages(traveller.record.visits[0])[2].steps[2].rows[0].pictures[0].art
    made = certificate.sheet(home(traveller), renderer, PaperOptions(name="Mila"))
    stands = {place: made.pictures[one["file"]] for place, one in made.data["stand"].items() if one}
    assert stands == {
        side: renderer.paper_png(art, certificate.LARGE) for side, art in {"left": "fox", "right": stone}.items()
    }


@pytest.mark.parametrize(
    ("events", "companion", "treasure"), [(second_visit(), "hedgehog", "feather"), ([], "hedgehog", "")]
)
def test_without_a_stone_it_carries_the_keepsake_or_the_companion_alone(renderer, events, companion, treasure):
    begun = Begun("one", 1, "2026-06-15", "middle", STOPS, "seed")
    record = Record((replay([begun, *events[1:]]),))
    made = certificate.sheet(home_record(record), renderer, PaperOptions(name="Mila"))
    stands = {place: made.pictures[one["file"]] for place, one in made.data["stand"].items() if one}
    options = {side: art for side, art in {"left": companion, "right": treasure}.items() if art}
    assert stands == {side: renderer.paper_png(art, certificate.LARGE) for side, art in options.items()}
    assert len(seen(made)) == 1


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


@pytest.mark.parametrize(("words", "sign"), [("𐕰𐖀", "𐕰"), ("Mila 𞊐", "𞊐")])  # Vithkuqi, Toto
def test_a_sign_that_no_font_has_is_named_in_a_sentence(traveller, renderer, tmp_path, words, sign):
    said = re.escape(f"The sign '{sign}' cannot be printed: no font here has it. Please write it with other letters.")
    for name, letter in ((words, ""), ("Mila", words)):
        with pytest.raises(Trouble, match=f"^{said}$"):
            certificate.make(home(traveller), renderer, tmp_path / "paper.pdf", PaperOptions(name=name, letter=letter))
    assert not list(tmp_path.iterdir())


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


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


@pytest.mark.parametrize("wording", certificate.WORDINGS)
def test_the_certificate_says_nothing_of_therapy(traveller, renderer, wording):
    said = " ".join(
        certificate.sheet(home(traveller), renderer, PaperOptions(wording=wording)).data["says"].values()
    ).lower()
    assert "who walked with me" in said
    assert not re.search(r"therap|clinic|diagnos|patient|client|treat(ment|ed)|cured|brave|best|well behaved", said)


def test_the_same_record_makes_the_same_file(traveller, renderer, monkeypatch):
    monkeypatch.setattr(typst_press, "_compile", compile_anew)
    assert typst_press.pdf(summary.sheet(traveller, renderer)) == typst_press.pdf(summary.sheet(traveller, renderer))


def test_a_paper_is_for_its_owner_only_and_takes_the_place_of_an_older_one(traveller, renderer, tmp_path):
    out = tmp_path / "paper.pdf"
    out.write_bytes(b"older")
    summary.pdf(traveller, renderer, out)
    assert out.read_bytes().startswith(b"%PDF")
    assert sys.platform == "win32" or stat.S_IMODE(out.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_not_there_and_a_folder_for_a_file_are_told_in_a_sentence(tmp_path):
    with pytest.raises(Trouble, match=r"^There is no folder '.*away'\. Please make it first, or save the paper"):
        typst_press.save(tmp_path / "away" / "paper.pdf", b"paper")
    with pytest.raises(Trouble, match=r"is a folder\. Please write the name of a file, such as '.*paper\.pdf'\.$"):
        typst_press.save(tmp_path, b"paper")
    assert not list(tmp_path.iterdir()) and not list(tmp_path.parent.glob(".paper-*"))


def test_a_disk_that_takes_no_more_leaves_the_older_paper_as_it_was(tmp_path):
    resource = pytest.importorskip("resource")
    out = tmp_path / "paper.pdf"
    out.write_bytes(b"older")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(Trouble, match=r"^'.*paper\.pdf' could not be saved: .+\.$"):
            typst_press.save(out, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert out.read_bytes() == b"older" and list(tmp_path.iterdir()) == [out]


def test_papers_wait_with_what_is_heavy_until_one_is_made():
    look = (
        "import sys, game.paper.summary, game.paper.certificate; print({'pygame', 'typst', 'PIL'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, cwd=PROJECT)
    assert done.stdout == "set()\n"
