"""Printing: on a real CUPS, with printers that work and printers that do not."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from game.paper import typst_press
from game.system import printing
from game.system.errors import Trouble
from game.system.printing import cups as lp
from game.system.printing.printer import NO_PAPER, PAUSED, SENTENCES, Printer
from tests.paths import PROJECT
from tests.support.cups import Cups, cups, until
from tests.support.examples import together

PICTURES = PROJECT / "assets/pictures"
DOTS, SQUARE = 150, 12  # to an inch, where two pages are compared, and to the side of a square
ALIKE, DIFFERENT = 75, 110  # of 255: the same page has up to 50, a page with other words or pictures 140 and more
PAGE = """\
#import sys: inputs
#let data = json(bytes(inputs.data))
#set document(title: "A page")
#set page(paper: data.paper, flipped: data.flipped, margin: 15mm)
#set text(font: "Libertinus Serif", size: 36pt)
#place(top + left, image("one.svg", width: 60mm))
#place(bottom + right, image("one.svg", width: 90mm))
#align(center + horizon, data.words)
"""


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Cups]:
    with cups() as running:
        yield running


@pytest.fixture
def queues(scheduler, monkeypatch, tmp_path) -> Iterator[Cups]:
    """A CUPS without printers, which is the only one that the game sees."""
    for name in ("LPDEST", "PRINTER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CUPS_SERVER", str(scheduler.socket))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("LC_ALL", "LANG"):  # CUPS speaks German where it is asked to
        monkeypatch.setenv(name, "de_DE.UTF-8")
    yield scheduler
    scheduler.empty()


@pytest.fixture
def page(tmp_path, monkeypatch):
    """A page of the press with pictures and words, as it is saved."""
    shutil.copytree(typst_press.TEMPLATES, tmp_path / "templates")
    (tmp_path / "templates/page.typ").write_text(PAGE)
    monkeypatch.setattr(typst_press, "TEMPLATES", tmp_path / "templates")

    def save(paper: str, wide: bool, words: str, picture: str) -> Path:
        drawn = {"one.svg": (PICTURES / picture).read_bytes()}
        data = {"paper": typst_press.paper_name(paper), "language": "en", "flipped": wide, "words": words}
        path = tmp_path / f"{words} {Path(picture).stem}.pdf"
        typst_press.save(path, typst_press.pdf(typst_press.Sheet("page", data, drawn, "2026-03-02")))
        return path

    return save


def seen(pdf: Path) -> Image.Image:
    """The first page as it looks."""
    command = ["pdftoppm", "-r", str(DOTS), "-singlefile", pdf]
    done = subprocess.run(command, check=True, capture_output=True)  # it complains of fonts that ghostscript writes
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def difference(page: Image.Image, other: Image.Image) -> int:
    """Where they differ most, 0 to 255, in squares of two millimetres: an edge may be drawn otherwise."""
    squares = ImageChops.difference(page.reduce(SQUARE), other.reduce(SQUARE))
    return max(most for _, most in squares.getextrema())


def smaller(page: Image.Image) -> Image.Image:
    """The page as it is fitted into the margins of a sheet."""
    sheet, inside = Image.new("RGB", page.size, "white"), ImageOps.scale(page, 0.97)
    sheet.paste(inside, ((sheet.width - inside.width) // 2, (sheet.height - inside.height) // 2))
    return sheet


@pytest.mark.search
@pytest.mark.parametrize(("paper", "wide"), together(["a4", "letter"], [False, True]))
def test_the_page_that_comes_out_is_the_page_that_was_sent(paper, wide, page, queues):
    name = queues.pdf_printer("Real")
    sent = page(paper, wide, "You walked a whole road", "animals/fox.svg")
    others = (
        page(paper, wide, "You said a good goodbye", "animals/fox.svg"),
        page(paper, wide, "You walked a whole road", "animals/cat.svg"),
    )
    assert printing.send(sent, name) == "The paper is on its way to the printer 'Real'."
    came_out = seen(queues.printed(name))
    turned = 90 if wide else 0  # a wide page lies along the sheet
    wanted, *wrong = (seen(pdf).rotate(turned, expand=True) for pdf in (sent, *others))
    assert max(abs(a - b) for a, b in zip(came_out.size, wanted.size, strict=True)) <= 2
    wanted, *wrong = (one.resize(came_out.size) for one in (wanted, *wrong, wanted.rotate(180), smaller(wanted)))
    assert difference(came_out, wanted) < ALIKE
    assert min(difference(came_out, one) for one in wrong) > DIFFERENT


@pytest.mark.parametrize(("reason", "state"), sorted(lp.REASONS.items()))
def test_what_keeps_a_printer_from_printing_is_said(reason, state, queues, pdf):
    """`paused` too is what the printer says of itself here; that a person pauses it is tried below."""
    name = queues.printer("Office", f"says:/{reason}{'' if reason == 'paused' else '-warning'}")
    assert printing.printers() == (Printer(name),)
    printing.send(pdf, name)
    until(lambda: reason in queues.tell(name), f"the printer says {reason}")
    assert printing.printers() == (Printer(name, state),)
    assert printing.printers()[0].said() == SENTENCES[state].format(printer=name)


def paused(queues: Cups, name: str) -> None:
    queues.say("cupsdisable", name)


def out_of_paper(queues: Cups, name: str) -> None:
    """A paper of somebody else lies there first, and has found the tray empty."""
    (queues.folder / "out/other").write_text("another paper")
    queues.say("lp", "-d", name, queues.folder / "out/other")
    until(lambda: "media-empty" in queues.tell(name), "the printer says that it is out of paper")


@pytest.mark.parametrize(("trouble", "state"), [(paused, PAUSED), (out_of_paper, NO_PAPER)])
def test_where_a_printer_cannot_print_the_paper_waits_and_comes_out_later(trouble, state, queues, pdf):
    name = queues.printer("Office", "says:/media-empty-error" if state == NO_PAPER else "says:/")
    trouble(queues, name)
    before = len(queues.waiting(name))
    now = SENTENCES[state].format(printer=name)
    waits = "The paper waits there until the printer goes on. It is saved here:"
    assert printing.send(pdf, name) == f"{now} {waits} {pdf}"
    waits = "This paper waits at the printer 'Office', so nothing was sent now. It is saved here:"
    assert printing.send(pdf, name) == f"{now} {waits} {pdf}"
    assert len(queues.waiting(name)) == before + 1
    if state == PAUSED:
        queues.say("cupsenable", name)
    else:
        for _ in ("the other paper", "ours"):
            queues.put_paper_in()
    until(lambda: not queues.waiting(name), "the paper came out")
    assert (queues.folder / "out/last").read_bytes() == pdf.read_bytes()
    assert printing.printers() == (Printer(name),)


def test_a_second_press_sends_nothing_again_unless_it_is_wished(queues, pdf):
    first, second = queues.printer("First"), queues.printer("Second")
    before = "This paper was sent to the printer 'First' before, so nothing was sent now. It is saved here:"
    on_its_way = "The paper is on its way to the printer '{}'."
    with ThreadPoolExecutor(4) as hands:
        said = sorted(hands.map(lambda _: printing.send(pdf, first), range(4)))
    assert said[0] == on_its_way.format(first) and len({*said}) in (2, 3)
    until(lambda: not queues.waiting(first), "the paper came out")
    assert printing.send(pdf, first) == f"{before} {pdf}"
    assert jobs(queues) == 1
    assert printing.send(pdf, first, again=True) == on_its_way.format(first)
    assert printing.send(pdf, second) == on_its_way.format(second)
    pdf.write_bytes(b"%PDF-1.4 another paper\n%%EOF\n")
    assert printing.send(pdf, first) == on_its_way.format(first)
    until(lambda: not queues.waiting(first) and not queues.waiting(second), "the papers came out")
    assert jobs(queues) == 4


def jobs(queues: Cups) -> int:
    return (queues.folder / "out/told").read_text().count(lp.TITLE)


def test_the_printer_s_list_says_no_name(queues, pdf):
    printing.send(pdf, queues.printer("Office"))
    until(lambda: not queues.waiting("Office"), "the paper came out")
    told = (queues.folder / "out/told").read_text()
    assert lp.TITLE in told.splitlines() and "Anna" not in told


def test_without_a_name_the_usual_printer_is_taken_or_the_only_one(queues, pdf):
    queues.printer("First")
    assert "'First'" in printing.send(pdf)
    queues.printer("Second")
    with pytest.raises(Trouble, match=r"^Please say which printer to use\. The paper is saved here: "):
        printing.send(pdf)
    queues.say("lpadmin", "-d", "Second")
    assert printing.printers() == (Printer("First"), Printer("Second", usual=True))
    assert "'Second'" in printing.send(pdf)


def removed(queues, monkeypatch):
    queues.printer("Home")
    queues.printer("Office")
    queues.say("lpadmin", "-x", "Office")


def closed(queues, monkeypatch):
    queues.say("cupsreject", queues.printer("Office"))


def gone_while_sending(queues, monkeypatch):
    monkeypatch.setattr(lp, "printers", lambda: (Printer("Office"),))


def no_answer(queues, monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", "/nowhere/socket")


def no_program(queues, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")


def none_at_all(queues, monkeypatch):
    pass


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        (removed, "There is no printer called 'Office' here."),
        (closed, "The printer 'Office' takes no papers now."),
        (
            gone_while_sending,
            "The printer 'Office' did not take the paper: the system says: The printer or class does not exist.",
        ),
        (no_answer, "There is no printer here."),
        (no_program, "There is no printer here."),
        (none_at_all, "There is no printer here."),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence_with_the_paper_s_place(how, sentence, queues, pdf, monkeypatch):
    how(queues, monkeypatch)
    with pytest.raises(Trouble) as told:
        printing.send(pdf, "Office")
    assert str(told.value) == f"{sentence} The paper is saved here: {pdf}"
    assert not printing._sent


def test_a_paper_that_is_not_there_is_neither_printed_nor_shown(tmp_path):
    for act in (printing.send, printing.show):
        with pytest.raises(Trouble, match=re.escape(f"There is no file {tmp_path / 'none.pdf'}. ")):
            act(tmp_path / "none.pdf")


def test_what_is_said_can_be_said_in_another_language(queues, pdf):
    def backwards(said: str) -> str:
        return " ".join(reversed(said.split(" ")))

    name = queues.printer("Office")
    queues.say("cupsdisable", name)
    assert printing.send(pdf, name, _=backwards) == (
        f"paused. is 'Office' printer The {pdf} here: saved is It on. goes printer the until there waits paper The"
    )
    with pytest.raises(Trouble) as told:
        printing.send(pdf, "None")
    assert told.value.said(backwards) == f"{pdf} here: saved is paper The here. 'None' called printer no is There"


def test_the_scheduler_of_these_tests_leaves_nothing_behind():
    with cups() as running:
        name = running.printer("Office", "says:/media-empty-error")
        running.say("lp", "-d", name, running.folder / "cupsd.conf")
        until(lambda: "media-empty" in running.tell(name), "the printer has begun")
        assert len(running.processes()) >= (2 if Path("/proc/self").exists() else 0)
    assert not running.processes() and not running.folder.exists()
