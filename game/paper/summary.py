"""The summary: everything that this traveller chose, visit by visit, as plain text and as pages with pictures.

Faithful and nothing more: no counts, no speeds, no totals, no meaning read into anything.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from game.artist import Artist, sprite_of
from game.home import Traveller
from game.paper import words
from game.paper.press import Pictures, Sheet, paper_name, plain, save
from game.paper.press import pdf as printed
from game.picture import HEIGHT, WIDTH, Stamp
from game.record import pair
from game.visit import Page, Told, Visit, pages

SCENE_SCALE = 1.5  # pixels to a design unit: about 300 to an inch on the paper
SCENE_HEIGHT = 570  # design units of a scene that are shown: below it lie the tray, the companion and the controls
PICTURE = 240  # pixels of a picture that is printed 19 mm wide


def text(traveller: Traveller) -> str:
    """All visits in plain words, to be read or pasted into the notes."""
    return "\n".join([f"What {traveller.name} chose", *_lines(traveller)]) + "\n"


def _lines(traveller: Traveller) -> Iterator[str]:
    for visit in traveller.record.visits:
        yield f"\nVisit {visit.begun.number}, {visit.begun.day}"
        for page in pages(visit):
            yield f"\n{plain(page.title)}: {page.how}"
            for told in page.steps:
                yield from _step_lines(told)
        if titles := words.unopened(visit):
            yield f"\nOn the trail, not opened: {', '.join(titles)}"


def _step_lines(told: Told) -> Iterator[str]:
    yield f"  {words.heading(told)}"
    if told.offered:
        yield f"    offered: {words.offered(told)}"
    for row in told.rows:
        yield f"    {words.how(row)}: {', '.join(words.label(o, told) for o in row.pictures)}"
    if not told.rows:
        yield "    nothing chosen"


def pdf(traveller: Traveller, artist: Artist, out: Path, paper: str = "a4") -> None:
    """Save the picture summary of all visits. `paper` is "a4" or "letter". Raises Trouble."""
    save(out, printed(sheet(traveller, artist, paper)))


def sheet(traveller: Traveller, artist: Artist, paper: str = "a4") -> Sheet:
    """The picture summary, ready to be printed."""
    drawn = _Drawn(artist)
    data = {
        "paper": paper_name(paper),
        "traveller": traveller.name,
        "pair": [drawn.picture(stem) for stem in pair(traveller.record) if stem],
        "visits": [drawn.visit(visit) for visit in traveller.record.visits],
    }
    return Sheet("summary", data, drawn.pictures, traveller.record.visits[-1].begun.day)


class _Drawn:
    """Turns visits into a template's data and keeps the pictures that they need."""

    def __init__(self, artist: Artist):
        self.artist, self.pictures = artist, Pictures()

    def picture(self, art: Any) -> str:
        return self.pictures.add(self.artist.paper_png(art, PICTURE))

    def visit(self, visit: Visit) -> dict:
        told = [self.page(page) for page in pages(visit, screens=True)]
        return {"number": visit.begun.number, "day": visit.begun.day, "pages": told, "unopened": words.unopened(visit)}

    def page(self, page: Page) -> dict:
        return {"title": plain(page.title), "how": page.how, "steps": [self.step(told) for told in page.steps]}

    def step(self, told: Told) -> dict:
        scene = self.scene(told) if any(row.spot for row in told.rows) else None
        rows = [
            {
                "how": words.how(row),
                "pictures": [{"file": self.picture(o.art), "label": words.label(o, told)} for o in row.pictures],
            }
            for row in told.rows
        ]
        return {"heading": words.heading(told), "offered": words.offered(told), "rows": rows, "scene": scene}

    def scene(self, told: Told) -> dict | None:
        """The scene with what the child laid on it; None where the journal or the workbook has it no more."""
        if told.screen is None or self.artist.library.scene_path(told.scene) is None:
            return None
        backdrop = self.artist.scene(told.scene, round(WIDTH * SCENE_SCALE), round(HEIGHT * SCENE_SCALE))
        laid = [self.stamp(t) for t in told.screen.things if isinstance(t, Stamp) and t.y < SCENE_HEIGHT]
        return {"file": self.pictures.add(_as_photo(backdrop), "jpg"), "height": SCENE_HEIGHT, "stamps": laid}

    def stamp(self, stamp: Stamp) -> dict:
        sprite = sprite_of(stamp)
        width, height = sprite.canvas
        file = self.pictures.add(self.artist.sprite(sprite, SCENE_SCALE))
        return {"file": file, "x": stamp.x - width / 2, "y": stamp.y - height / 2, "width": width, "height": height}


def _as_photo(png: bytes) -> bytes:
    """The part of a scene that is shown, as a JPEG: a tenth of the PNG, and on paper nobody sees a difference."""
    from PIL import Image  # only where pages are made

    with Image.open(BytesIO(png)) as scene:
        shown = scene.convert("RGB").crop((0, 0, scene.width, round(SCENE_HEIGHT * SCENE_SCALE)))
    made = BytesIO()
    shown.save(made, "JPEG", quality=90)
    return made.getvalue()
