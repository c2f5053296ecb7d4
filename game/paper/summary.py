"""The summary: everything that this traveller chose, visit by visit, as plain text and as pages with pictures.

Faithful and nothing more: no counts, no speeds, no totals, no meaning read into anything.
"""

from collections.abc import Iterator
from pathlib import Path

from game.artist import Artist
from game.events import Page, Told
from game.home import Traveller
from game.paper import words
from game.paper.drawn import Drawn, can_be_seen, shape
from game.paper.press import Sheet, paper_name, plain, save
from game.paper.press import pdf as printed
from game.record import pair
from game.table import Offered, Row
from game.visit import Visit, pages

SCENE_SCALE = 1.5  # pixels to a design unit: about 300 to an inch on the paper
PIXELS = 13  # to a millimetre: about 300 to an inch
USUAL, MADE, WIDE = 18, 30, 62  # millimetres: a picture that was chosen, one that the child has made, a wide one
MAKING = ("decorate", "draw")  # the mechanics by which a child makes a picture of its own
SLIP = 18  # pictures on one slip of paper, so that it fits on a page whatever is laid


def text(traveller: Traveller) -> str:
    """All visits in plain words, to be read or pasted into the notes."""
    return "\n".join([f"What {traveller.name} chose", *_lines(traveller)]) + "\n"


def _lines(traveller: Traveller) -> Iterator[str]:
    if kept := words.kept_pages(traveller.record):
        yield kept
    for visit in traveller.record.visits:
        yield f"\n{words.visit_heading(visit)}"
        for page in pages(visit):
            yield f"\n{plain(page.title)}: {page.how}"
            for told in words.steps(page):
                yield from _step_lines(told)
        if titles := words.unopened(visit):
            yield f"\nOn the trail, not opened: {', '.join(titles)}"


def _step_lines(told: Told) -> Iterator[str]:
    yield f"  {words.heading(told)}"
    if told.offered:
        yield f"    offered: {words.offered(told)}"
    for row in told.rows:
        yield f"    {words.how(row, told)}" + (f": {', '.join(words.labels(row, told))}" if row.pictures else "")
    if not told.rows:
        yield f"    {words.nothing(told)}"


def pdf(traveller: Traveller, artist: Artist, out: Path, paper: str = "a4") -> None:
    """Save the picture summary of all visits. `paper` is "a4" or "letter". Raises Trouble."""
    save(out, printed(sheet(traveller, artist, paper)))


def sheet(traveller: Traveller, artist: Artist, paper: str = "a4") -> Sheet:
    """The picture summary, ready to be printed."""
    drawn, record = Drawn(artist), traveller.record
    data = {
        "paper": paper_name(paper),
        "traveller": traveller.name,
        "kept": words.kept_pages(record),
        "pair": [drawn.picture(stem, USUAL * PIXELS) for stem in pair(record) if stem],
        "visits": [_visit(drawn, visit) for visit in record.visits],
    }
    return Sheet("summary", data, drawn.pictures, record.visits[-1].begun.day)


def _visit(drawn: Drawn, visit: Visit) -> dict:
    told = [_page(drawn, page) for page in pages(visit, screens=True)]
    return {"heading": words.visit_heading(visit), "pages": told, "unopened": words.unopened(visit)}


def _page(drawn: Drawn, page: Page) -> dict:
    return {"title": plain(page.title), "how": page.how, "steps": [_step(drawn, told) for told in words.steps(page)]}


def _step(drawn: Drawn, told: Told) -> dict:
    scene = drawn.scene(told, SCENE_SCALE) if can_be_seen(told) and any(row.spot for row in told.rows) else None
    return {
        "heading": words.heading(told),
        "offered": words.offered(told),
        "rows": _slips(drawn, told),
        "nothing": words.nothing(told) if not told.rows else "",
        "scene": scene,
    }


def _slips(drawn: Drawn, told: Told) -> list[dict]:
    """The pictures row by row on slips of paper; what was laid again and again lies there small, named once."""
    if any(len(words.once(row.pictures)) < len(row.pictures) for row in told.rows):
        return [_heap(drawn, row, told) for row in told.rows]
    return [slip for row in told.rows for slip in _slips_of(drawn, row, told)]


def _heap(drawn: Drawn, row: Row, told: Told) -> dict:
    heap = [drawn.picture(o.art, USUAL * PIXELS) for o in row.pictures]
    return {"how": words.how(row, told), "pictures": [], "heap": heap, "names": ", ".join(words.labels(row, told))}


def _slips_of(drawn: Drawn, row: Row, told: Told) -> list[dict]:
    parts = [row.pictures[i : i + SLIP] for i in range(0, len(row.pictures), SLIP)] or [()]
    laid = [[_picture(drawn, o, told) for o in part] for part in parts]
    return [{"how": words.how(row, told), "pictures": pictures, "heap": [], "names": ""} for pictures in laid]


def _picture(drawn: Drawn, picture: Offered, told: Told) -> dict:
    high, made = shape(picture.art), told.mechanic in MAKING
    width = (WIDE if high < 1 else MADE) if made else USUAL
    file = drawn.picture(picture.art, width * PIXELS)
    return {"file": file, "label": words.label(picture, told), "width": width, "shape": high}
