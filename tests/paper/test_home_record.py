"""What is only for the child is on no paper but the sleeve: there is a type without it, no other way to the record."""

import ast
from pathlib import Path
from typing import get_type_hints

import pytest
from msgspec.structs import replace

from game import paper as papers
from game.core.events import ActivityPage, Begun, StepSummary
from game.core.ids import Option
from game.core.picture import Picture, Stamp
from game.core.table import CHOSEN, PUT_BACK, Offered, Outcome
from game.paper import flip_book
from game.paper.options import PaperOptions
from game.paper.paper_kind import FlipBookPaper, HomePaper, RecordPaper, SleevePaper, TrailPaper
from game.paper.paper_set import SETS
from game.paper.picture_choice import candidates
from game.paper.registry import PAPER_KINDS
from game.play import consent as t
from game.play.home_films import home_films
from game.play.home_record import ASKED, HomeRecord, home_record
from game.play.record import Record, Traveller
from game.play.sleeve_record import SleeveRecord
from tests.support.examples import SEARCHING
from tests.support.sheets import Spelling
from tests.support.whole_workbook import changed, saying, whole_workbook

SECRET = "planted"
FOR_THE_THERAPIST = {"summary", "everything"}  # the papers that are made from the record
# The files that may know the record:
FOR_THE_RECORD = {"registry", "paper_kind", "paper_set", *FOR_THE_THERAPIST, "notes", "chosen_words", "visit_words"}
OF_VISITS = {f"game.play.{name}" for name in ("record", "replay", "state", "visit_pages")}
CLOSED = (*OF_VISITS, "game.records", *(f"game.paper.{name}" for name in FOR_THE_RECORD))


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return whole_workbook()


def spot(picture: str) -> str:
    return picture.removesuffix("-page").replace("-", "_")


def planted(traveller: Traveller, page: t.TakeHomePage) -> Traveller:
    """The same traveller with pictures of ours on this page, and offered wherever the child lays pictures."""
    for made in ASKED:
        on_it = made in page.made or made == t.PLAN
        traveller = changed(traveller, made, lambda told, on_it=on_it: with_planted(told, on_it))
    return traveller


def with_planted(told: StepSummary, chosen: bool) -> StepSummary:
    """The step with two planted pictures offered, one of them put back, and both chosen where `chosen`."""
    one = Offered(SECRET, SECRET, "Planted words")
    made = Offered(f"{SECRET}-made", Picture((Stamp(SECRET, 50, 50, 80),), 100, 100), "Planted work")
    card = Offered("card-101", Picture((Stamp(f"{SECRET}-card", 50, 50, 80),), 100, 100), "card-101")
    rows = tuple(
        replace(row, pictures=(one, made, card, *row.pictures)) if row.how == CHOSEN else row for row in told.rows
    )
    seats = tuple(Stamp(o.art, 300, 300, 90, id=Option(o.id), means=Option(o.id)) for o in (one, made, card))
    traces = tuple(Stamp(o.art, 300, 300, 90, strength=0.1) for o in (one, made, card))
    screen = told.screen and replace(told.screen, things=(*told.screen.things, *seats, *traces))
    rows = rows if chosen else (*told.rows, Outcome(PUT_BACK, (one, made)))
    return replace(told, offered=(*told.offered, one, made, card), rows=rows, screen=screen)


def everything_on(name: str, traveller: Traveller) -> str:
    """All words of the paper, and the names of all pictures on it, whatever of it can be wanted.

    While somebody waits, pictures are wanted only of a paper that asks for them; in a search of every paper.
    """
    asked = SEARCHING or "pictures" in PAPER_KINDS[name].asks
    names = [one.name for one in candidates(home_record(traveller.record))] if asked else []
    wanted = [PaperOptions(pictures=tuple(names[i : i + 3])) for i in range(0, len(names), 3)]
    sheets = [s for o in (PaperOptions(), *wanted) for s in PAPER_KINDS[name].sheets(traveller, Spelling(), o)]
    return "".join(f"{s.data!r} {b' '.join(s.pictures.values())!r}" for s in sheets).lower()


def test_papers_are_made_from_what_may_go_home_the_sleeve_from_what_is_in_it_the_others_from_the_record():
    others = dict.fromkeys(FOR_THE_THERAPIST, (Traveller, RecordPaper))
    others |= {"sleeve": (SleeveRecord, SleevePaper), "cue-sheets": (Begun, TrailPaper)}
    for name, kind in PAPER_KINDS.items():
        made_from, of_kind = others.get(name, (HomeRecord, HomePaper | FlipBookPaper))
        make = flip_book.sheet if isinstance(kind, FlipBookPaper) else kind.make
        assert made_from in get_type_hints(make).values() and isinstance(kind, of_kind), name


def imported(path: Path) -> set[str]:
    """What this file imports, each name with its module before it."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    return {f"{node.module}.{name.name}" for node in nodes for name in node.names}


def test_no_file_of_a_take_home_paper_reaches_the_record():
    for path in sorted(Path(papers.__file__).parent.glob("*.py")):
        closed = CLOSED if path.stem == "sleeve" else (*CLOSED, "game.play.sleeve_record", "game.paper.sleeve")
        assert path.stem in FOR_THE_RECORD or not [name for name in imported(path) if name.startswith(closed)], path


@pytest.mark.parametrize("page", t.PAGES, ids=lambda page: page.picture)
def test_what_stands_on_a_kept_page_is_not_in_what_may_go_home(traveller, page):
    keeping = planted(saying(traveller, **{spot(page.picture): "keep"}), page)
    assert SECRET in repr(keeping.record).lower() and t.sleeve_pages(keeping.record) == (page,)
    assert SECRET not in repr(home_record(keeping.record)).lower()


@pytest.mark.search
@pytest.mark.parametrize("page", t.PAGES, ids=lambda page: page.picture)
def test_what_stands_on_a_kept_page_is_on_no_paper(traveller, page):
    def papers_with_it(said: str) -> set[str]:
        who = planted(saying(traveller, **{spot(page.picture): said}), page)
        return {name for name in PAPER_KINDS if SECRET in everything_on(name, who)}

    assert papers_with_it("keep") == {*FOR_THE_THERAPIST, "sleeve"}
    assert {*FOR_THE_THERAPIST} < papers_with_it("show")


@pytest.mark.parametrize("said", ["", "weather", "no"], ids=["before it was written down", "before", "today"])
def test_the_weather_is_that_of_a_day_and_goes_home_in_no_record(traveller, said):
    def in_page(page: ActivityPage) -> ActivityPage:
        steps = (replace(with_planted(told, chosen=True), home=said) for told in page.steps)
        return replace(page, steps=tuple(steps)) if page.activity == "inside-weather" else page

    visits = (replace(visit, pages=tuple(map(in_page, visit.pages))) for visit in traveller.record.visits)
    record = Record(tuple(visits))
    assert SECRET in repr([visit.pages for visit in record.visits]), "the summary has it"
    home = home_record(record)
    assert SECRET not in repr(home).lower()
    assert "Inside weather" not in {film.title for film in home_films(record, home)}


@pytest.mark.parametrize("name", SETS)
def test_of_all_that_is_printed_with_one_press_only_the_sleeve_has_what_is_only_for_the_child(traveller, name):
    page = t.PAGES[0]
    who = planted(saying(traveller, **{spot(page.picture): "keep"}), page)

    def all_of_it(sheets) -> list[bytes]:
        return [f"{s.data!r} {s.pictures.values()!r}".lower().encode() for s in sheets]

    def on_the_screen(sheets) -> list[bytes]:
        return all_of_it([s.shown or s for s in sheets])

    parts = SETS[name].parts(who, Spelling(), PaperOptions(), all_of_it)
    assert {name for name, part in parts.items() if SECRET.encode() in b"".join(part.made)} == {"sleeve"}
    seen = SETS[name].parts(who, Spelling(), PaperOptions(), on_the_screen)
    assert "sleeve" in seen and not [part for part in seen.values() if SECRET.encode() in b"".join(part.made)]
