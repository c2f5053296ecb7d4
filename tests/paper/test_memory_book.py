"""The memory book: folded for real, in numbers, and where each page lies on the printed sheet."""

import re
import subprocess
from itertools import product
from math import cos, radians, sin

import pytest
from msgspec.structs import replace

from game.paper import typst_press
from game.paper.memory_book import LARGE, SMALL, imposition, sheet
from game.paper.options import PaperOptions
from game.play.consent import LEAF
from game.play.record import Traveller
from game.play.visit_pages import activity_pages
from tests.support.needs import needs
from tests.support.sheets import PAPERS, home, ink, seen
from tests.support.whole_workbook import changed, saying, whole_workbook

UPPER, LOWER = 0, 1
CELLS = list(product((UPPER, LOWER), range(4)))  # row by row, as `imposition` gives them
CUT = {((UPPER, 1), (LOWER, 1)), ((UPPER, 2), (LOWER, 2))}  # what the dashes in the template cut
TITLES = ["one", "two", "three", "four", "five", "six", "seven", "eight"]


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return whole_workbook()


class Paper:
    """A sheet of eight cells on a table, x to the right, y up, z towards us; its printed side looks towards us."""

    def __init__(self):
        self.corners = {(row, c): self.cell(c, 1 - row) for row, c in CELLS}

    @staticmethod
    def cell(x: float, y: float) -> list[tuple[float, float, float]]:
        """Upper left, upper right, lower right, lower left."""
        return [(x, y + 1, 0), (x + 1, y + 1, 0), (x + 1, y, 0), (x, y, 0)]

    def fold_back(self, row: int):
        """The row goes behind the other one, about the middle line."""
        for c in range(4):
            self.corners[row, c] = [(x, 2 - y, -z) for x, y, z in self.corners[row, c]]

    def turn(self, cells, x: float, z: float, degrees: float):
        """These cells turn about the upright line through (x, z); from x towards z."""
        c, s = cos(radians(degrees)), sin(radians(degrees))
        for cell in cells:
            turned = [(px - x, y, pz - z) for px, y, pz in self.corners[cell]]
            self.corners[cell] = [(x + px * c - pz * s, y, z + px * s + pz * c) for px, y, pz in turned]

    def torn(self) -> set:
        """Neighbours on the sheet whose common edge is no longer common."""
        beside = {((row, c), (row, c + 1)): ((1, 2), (0, 3)) for row in (UPPER, LOWER) for c in range(3)}
        below = {((UPPER, c), (LOWER, c)): ((3, 2), (0, 1)) for c in range(4)}
        return {both for both, edges in (beside | below).items() if not self.same_edge(both, edges)}

    def same_edge(self, both, edges) -> bool:
        ends = [[self.corners[cell][corner] for corner in edge] for cell, edge in zip(both, edges, strict=True)]
        return all(p == pytest.approx(q, abs=1e-9) for p, q in zip(*ends, strict=True))

    def middle(self, cell) -> tuple[float, float]:
        return tuple(sum(corner[i] for corner in self.corners[cell]) / 4 for i in (0, 2))

    def looks(self, cell) -> tuple[float, float]:
        """Where its printed side looks, seen from above (x, z)."""
        (ax, ay, az), (bx, by, bz), (_, _, _), (dx, dy, dz) = self.corners[cell]
        (ux, uy, uz), (vx, vy, vz) = (bx - ax, by - ay, bz - az), (ax - dx, ay - dy, az - dz)  # right, and up
        return uy * vz - uz * vy, ux * vy - uy * vx

    def upright(self, cell) -> bool:
        return self.corners[cell][0][1] > self.corners[cell][3][1]


def folded() -> Paper:
    """Folded along its middle and pushed together from both ends: four leaves around the line x = 1, z = 0."""
    paper = Paper()
    paper.fold_back(UPPER)
    for row, way in ((LOWER, 1), (UPPER, -1)):
        paper.turn([(row, c) for c in (1, 2, 3)], 1, 0, 90 * way)
        paper.turn([(row, c) for c in (2, 3)], 1, way, 180)
        paper.turn([(row, 3)], 1, 0, 90 * way)
    return paper


def spreads(paper: Paper) -> list[tuple]:
    """(left, right) of each pair of pages that a reader sees between two leaves."""
    found = []
    for x, z in product((-1, 1), (-1, 1)):
        arms = [(paper.middle(cell)[0] - 1, paper.middle(cell)[1], cell) for cell in CELLS]
        open_ = [arm for arm in arms if sum(a * b for a, b in zip(paper.looks(arm[2]), (x, z), strict=True)) > 0.5]
        here = [arm for arm in open_ if arm[0] * x + arm[1] * z > 0.3]
        found.append(tuple(cell for *_, cell in sorted(here, key=lambda arm: arm[0] * z - arm[1] * x)))
    return found


def read_through(mirrored: bool) -> list[int]:
    """The pages in the order in which the folded book shows them, from its cover on."""
    paper = folded()
    page = {cell: place.page for cell, place in zip(CELLS, imposition(mirrored), strict=True)}
    facing = {cell: other for a, b in spreads(paper) for cell, other in ((a, b), (b, a))}
    rectos = {both[0 if mirrored else 1] for both in spreads(paper)}
    cell, order = next(cell for cell in CELLS if page[cell] == 1), []
    for _ in range(4):
        assert cell in rectos
        behind = next(c for c in CELLS if c != cell and paper.middle(c) == pytest.approx(paper.middle(cell), abs=1e-9))
        order += [page[cell], page[behind]]
        cell = facing[behind]
    return order


def test_only_the_cut_in_the_middle_is_needed_to_fold_it():
    assert folded().torn() == CUT


@pytest.mark.parametrize("mirrored", [False, True])
def test_folded_it_is_a_book_that_reads_from_one_to_eight_upright(mirrored):
    assert read_through(mirrored) == [1, 2, 3, 4, 5, 6, 7, 8]
    paper = folded()
    for cell, place in zip(CELLS, imposition(mirrored), strict=True):
        assert paper.upright(cell) is not place.turned


@pytest.fixture
def pdftotext():
    """It reads the words of a PDF."""
    needs("pdftotext")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_the_printed_sheet_each_page_lies_in_its_cell(traveller, renderer, tmp_path, pdftotext, paper, language):
    book = sheet(home(saying(traveller, jars="show")), renderer, PaperOptions(paper, language))
    like = {"road": "last", "several": "many"}  # with a title
    titled = [page | {"kind": like.get(page["kind"], page["kind"])} for page in book.data["pages"]]
    numbered = [page | {"title": title} for page, title in zip(titled, TITLES, strict=True)]
    (tmp_path / "book.pdf").write_bytes(typst_press.pdf(replace(book, data=book.data | {"pages": numbered})))
    short, long = PAPERS[paper]
    found = places(tmp_path / "book.pdf", long, short)
    assert {title: found[title] for title in TITLES} == {
        TITLES[place.page - 1]: (row, column, place.turned)
        for (row, column), place in zip(CELLS, imposition(language == "ar"), strict=True)
    }


def places(path, wide: float, high: float) -> dict[str, tuple[int, int, bool]]:
    """By title the row and column in which it lies, and whether it stands on its head: a title lies low on its page."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True)
    found = {}
    for *edges, word in re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.+?)<', done.stdout):
        left, top, right, bottom = map(float, edges)
        (row, low), column = divmod((top + bottom) / 2 / high * 2, 1), int((left + right) / 2 / wide * 4)
        found[word] = (int(row), column, low < 0.5)
    return found


def test_the_road_goes_on_upon_the_pages_for_which_there_is_nothing(traveller, renderer):
    kept = dict.fromkeys(("hopes", "calm_place", "keepsake", "stone", "backpack", "jars"), "keep")
    leafless = changed(saying(traveller, **kept), LEAF, lambda told: replace(told, rows=()))
    book = sheet(home(leafless), renderer)
    assert [page["kind"] for page in book.data["pages"]] == ["cover", *["road"] * 6, "last"]
    assert len({page["view"] for page in book.data["pages"][1:7]}) == 6
    (page,) = seen(book)
    assert ink(page)


def test_what_nobody_has_asked_the_child_about_is_not_in_it(traveller, renderer):
    near_and_far = {
        o.art
        for visit in traveller.record.visits
        for page in activity_pages(visit)
        if page.activity == "near-and-far"
        for told in page.steps
        for row in told.rows
        for o in row.pictures
    }
    printed = set(sheet(home(traveller), renderer).pictures.values())
    assert near_and_far
    assert not [art for art in near_and_far if printed & {renderer.paper_png(art, size) for size in (LARGE, SMALL)}]
