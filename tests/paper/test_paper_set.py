"""Sets of papers: one file with the pages of all that are not left out, in their order."""

import re

import pytest

from game.desk.paper_job import STAYS_SHUT, PaperJob
from game.paper.options import PaperOptions
from game.paper.paper_set import LAST_VISIT, SETS, UNPLANNED
from game.paper.registry import OWN, PAPER_KINDS, TAKEN_HOME
from game.paper.typst_press import PAGE, pdf
from game.play.record import Traveller
from game.records import outbox
from game.records.store import Store
from game.system.errors import Trouble
from game.system.language import words
from tests.support.sheets import Spelling
from tests.support.whole_workbook import NAMES, saying, whole_workbook

SET = SETS[LAST_VISIT]
SPARE = {"flip-book", "postcard", "pebble-page", "life-story-page"}  # not for everybody
FEW = ("certificate", "letter", "calm-place-page")  # landscape, upright, and landscape again


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    spots = {name.removesuffix("-page").replace("-", "_"): "show" for name in NAMES}
    return saying(whole_workbook(), **spots | {"hopes": "keep"})


def templates(sheets) -> list[bytes]:
    return [sheet.template.encode() for sheet in sheets]


def sizes(paper: bytes) -> list[bytes]:
    return re.findall(rb"/MediaBox ?\[([^]]*)\]", paper)


def test_a_set_has_in_its_order_every_paper_for_which_there_is_something(traveller):
    parts = SET.parts(traveller, Spelling(), PaperOptions(), templates)
    there = [name for name in SET.of if not PAPER_KINDS[name].why_not(traveller.record)]
    assert [*parts] == there and {*SET.of} - {*there} == {"hopes-card", OWN}
    alone = [
        one for name in there for one in templates(PAPER_KINDS[name].sheets(traveller, Spelling(), PaperOptions()))
    ]
    assert [one for part in parts.values() for one in part.made] == alone
    assert {*SET.of} - {"certificate", "letter", "for-carers"} == {*TAKEN_HOME} - SPARE


def test_who_does_not_come_back_has_the_memory_book_and_a_page_for_those_at_home_that_awaits_no_visit(traveller):
    there = SETS[UNPLANNED].parts(traveller, Spelling(), PaperOptions(), lambda sheets: [repr(sheets).encode()])
    assert there["memory-book"].made and there["unplanned-carers"].made
    assert b"last visit" not in there["unplanned-carers"].made[0] and [*there][-1] == "unplanned-carers"


@pytest.mark.parametrize("whole", SETS.values(), ids=SETS)
def test_what_is_left_out_is_not_in_it(traveller, whole):
    there = [*whole.there(traveller.record)]
    options = PaperOptions(without=(*there[:2], "sleeve"))
    left = [name for name in there[2:] if name != "sleeve"]
    assert "sleeve" in there and [*whole.parts(traveller, Spelling(), options, templates)] == left
    left = {sheet.template for sheet in whole.sheets(traveller, Spelling(), options)}
    assert left and not {"letter", "certificate", "sleeve"} & left


def test_what_one_paper_asks_is_on_no_other(traveller):
    options = PaperOptions(name="Zebulonia", letter="Quixotry")
    with_it = {s.template: repr(s.data) for s in SET.sheets(traveller, Spelling(), options)}
    assert {name for name, data in with_it.items() if "Quixotry" in data} == {"letter"}
    assert {name for name, data in with_it.items() if "Zebulonia" in data} == {"certificate", "letter"}


@pytest.mark.parametrize("error", [Trouble("There is no font."), KeyError("font")])
def test_a_paper_that_cannot_be_made_is_told_and_the_rest_is_there(traveller, error):
    def broken(sheets):
        if sheets[0].template == "letter":
            raise error
        return templates(sheets)

    parts = SET.parts(traveller, Spelling(), PaperOptions(), broken)
    assert [name for name, part in parts.items() if not part.made] == ["letter"]
    (told,) = parts["letter"].told
    assert told.startswith("Letter is not among the papers. ") and "font" in told


def test_one_file_has_exactly_the_pages_of_its_papers_each_in_its_own_size(traveller, renderer, tmp_path):
    left_out = tuple(name for name in SET.of if name not in FEW)
    options = PaperOptions(letter="a long road " * 400, without=left_out)
    store = Store(tmp_path)
    (store.travellers_folder / traveller.id).mkdir(parents=True)
    made, told = PaperJob(LAST_VISIT, traveller, options, renderer, store)._saved()
    alone = [size for sheet in SET.sheets(traveller, renderer, options) for size in sizes(pdf(sheet))]
    assert sizes(made.read_bytes()) == alone and len(PAGE.findall(made.read_bytes())) == len(alone) > 3
    assert len({*alone}) == 2 and not any(told), "landscape pages stay landscape"


@pytest.mark.parametrize("name", [LAST_VISIT, "sleeve"])
def test_opened_to_be_looked_at_what_is_only_for_the_child_is_shut_and_the_kept_paper_stays_whole(
    name, traveller, tmp_path, monkeypatch
):
    made, opened = [], []
    monkeypatch.setattr("game.desk.paper_job.pdf", lambda sheet: made.append(sheet.template) or b"%PDF")
    monkeypatch.setattr("game.desk.paper_job.bound", lambda papers, day: b"".join(papers))
    monkeypatch.setattr("game.desk.paper_job.show", opened.append)
    store = Store(tmp_path)
    (store.travellers_folder / traveller.id).mkdir(parents=True)
    job = PaperJob(name, traveller, PaperOptions(), Spelling(), store)
    kept, _ = job._saved()
    assert "sleeve" in made and "sleeve-closed" not in made
    made.clear()
    assert job.show(words("en")) == STAYS_SHUT
    assert "sleeve-closed" in made and "sleeve" not in made
    assert outbox.goes(opened[0]) and not outbox.goes(kept) and kept.parent != opened[0].parent
