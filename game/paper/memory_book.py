"""The memory book: one sheet, printed on one side, folded and cut once, that becomes a book of eight little pages.

It is for the child, and may be seen anywhere; what the child keeps, and what nobody has asked it about (near and far
people), is not in it. Where there are more things than pages, those with one picture share them; where there
are fewer, the road goes on. What finds no page even so is in a second book, on a sheet of its own.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from msgspec import Struct

from game.art.renderer import Renderer
from game.core.picture import Art
from game.core.table import Outcome
from game.core.take_home import OF_OWN_PLACE
from game.paper import words
from game.paper.images import PaperImages, shape
from game.paper.kept_places import kept_places
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.shown_together import shown_together, step_shown
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics
from game.play.consent import JARS, Made
from game.play.home_record import HomeRecord
from game.system.language import N_, Translate
from game.system.language import words as words_of

LARGE, SMALL, SCENE_SCALE = 640, 260, 1  # pixels of a picture alone and among others, and to a design unit
HORIZON, HORIZON_PART = "closing", (370, 0, 1014, 800)  # the scene of the last page, and what is shown of it
ROAD = (  # scenes of the road and what is shown of them, in the order in which they come
    *(("morning-road", (520, 120, 1000, 720)), ("open-sky", (300, 120, 780, 720))),
    *(("lantern-road", (730, 60, 1210, 660)), ("quiet-valley", (600, 120, 1080, 720))),
    *(("riverbank", (120, 120, 600, 720)), ("stone-crossing", (160, 80, 640, 680))),
)
INSIDE = len(ROAD)  # pages between the cover and the last
FEW = 2  # so many pictures stand large on a page
SHARING = 4  # at most so many things on one page, each with its words


class BookEighth(Struct, frozen=True):
    """What is printed on an eighth of the sheet: a page, 1 (the cover) to 8 (the back), and whether upside down."""

    page: int
    turned: bool


def imposition(mirrored: bool) -> tuple[BookEighth, ...]:
    """The pages on the sheet, row by row from the upper left.

    The sheet is folded along its middle, cut there between the outer folds, and pushed together into a cross; so
    the lower row is the back, the cover and the pages after it, and the upper row, upside down, goes on from right to
    left. A book that is read from the right is the same in a mirror.
    """
    upper = [BookEighth(page, True) for page in (7, 6, 5, 4)]
    lower = [BookEighth(page, False) for page in (8, 1, 2, 3)]
    return (*upper[::-1], *lower[::-1]) if mirrored else (*upper, *lower)


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The memory book, ready to be printed: a sheet for each eight pages. Raises Trouble."""
    drawn, data = PaperImages(renderer), basics(options)
    cells = [{"page": cell.page, "turned": cell.turned} for cell in imposition(data["mirrored"])]

    def said(language: str) -> dict:
        pages = _pages(BookBuilder(home, drawn, words_of(language)))
        return {"title": pages[0]["title"], "pages": pages}

    data |= {"cells": cells} | in_both(options, said)
    return Sheet("memory-book", data, drawn.pictures, home.day)


class BookBuilder(Struct, frozen=True):
    """What the pages are made from: what may go home, what draws, and the language."""

    home: HomeRecord
    drawn: PaperImages
    say: Translate

    def page(self, kind: str, title: str, arts: list[Art]) -> dict | None:
        """A page with these pictures; None without any."""
        if not arts:
            return None
        pixels = LARGE if len(arts) <= FEW else SMALL
        shown = [{"file": self.drawn.picture(art, pixels), "shape": shape(art)} for art in arts]
        return {"kind": kind, "title": self.say(title), "pictures": shown}

    def of(self, made: Made, title: str) -> dict | None:
        """The page of this thing: place by place, where it lies on several, or each of its pictures once."""
        if made.home == JARS.home:
            return self.jars(made, title)
        told, own = step_shown(self.home, made), made.home not in OF_OWN_PLACE
        rows = told.rows if told else ()
        if (own or len(rows) > 1) and (kept := kept_places(told, self.drawn, self.say)):
            return {"kind": "places", "title": self.say(title)} | kept
        arts = list(dict.fromkeys(o.art for row in rows for o in row.pictures))
        return self.page("one" if len(arts) == 1 else "many", title, arts)

    def jars(self, made: Made, title: str) -> dict | None:
        """What lies in each jar, under the feeling that stands before it."""
        told = self.home.latest(made)
        if told is None:
            return None
        signs = {spot.name: spot.sign for spot in self.drawn.spots(told)}
        jars = [self.jar(row, signs.get(row.spot, "")) for row in told.rows]
        return {"kind": "jars", "title": self.say(title), "jars": jars}

    def jar(self, row: Outcome, sign: Art) -> dict:
        """One jar: its feeling, and the pebbles."""
        heap = [{"file": self.drawn.picture(o.art, SMALL), "shape": shape(o.art)} for o in row.pictures]
        return {"sign": self.drawn.picture(sign, SMALL), "label": words.localized(row.label, self.say), "heap": heap}


def _pages(making: BookBuilder) -> list[dict]:
    home = making.home
    cover = making.page("cover", N_("My memory book"), [art for art in (home.walker, home.thing) if art])
    found = [page for made, title in shown_together(home).items() if (page := making.of(made, title))]
    inside = [*_sharing(found)]
    starts = range(0, max(len(inside), 1), INSIDE)
    return [page for start in starts for page in _book(making, cover or {}, inside[start : start + INSIDE])]


def _book(making: BookBuilder, cover: dict, inside: list[dict]) -> list[dict]:
    """Eight pages: what is left of the six inside is the road."""
    return [cover, *inside, *(_road(making, number) for number in range(INSIDE - len(inside))), _last(making)]


def _sharing(pages: list[dict]) -> Iterator[dict]:
    """The pages in their order; where there are too many, those with one picture share what is left."""
    alone = [page for page in pages if page["kind"] == "one"]
    first = {id(group[0]): group for group in _groups(alone, INSIDE - len(pages) + len(alone))}
    for page in pages:
        if page["kind"] != "one":
            yield page
        elif id(page) in first:
            yield _shared(first[id(page)])


def _groups(alone: list[dict], room: int) -> list[list[dict]]:
    """These on so many pages, or on more where they would be too small, as evenly as can be."""
    count = min(len(alone), max(room, ceil(len(alone) / SHARING)))
    ends = [ceil(len(alone) * number / count) for number in range(count + 1)] if count else [0]
    return [alone[start:end] for start, end in pairwise(ends)]


def _shared(group: list[dict]) -> dict:
    if len(group) == 1:
        return group[0]
    return {"kind": "several", "title": "", "pictures": [one["pictures"][0] | {"label": one["title"]} for one in group]}


def _road(making: BookBuilder, number: int) -> dict:
    """A stretch of the road, with the companion on it."""
    view = making.drawn.part(*ROAD[number], SCENE_SCALE, making.home.quiet)
    looking = making.drawn.picture(making.home.looking, LARGE)
    return {"kind": "road", "title": "", "view": view, "looking": looking}


def _last(making: BookBuilder) -> dict:
    """The open horizon, and the companion that looks there."""
    view = making.drawn.part(HORIZON, HORIZON_PART, SCENE_SCALE, making.home.quiet)
    looking = making.drawn.picture(making.home.looking, LARGE)
    return {"kind": "last", "title": making.say(N_("And the road goes on")), "view": view, "looking": looking}
