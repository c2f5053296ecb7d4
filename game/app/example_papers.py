"""The papers on which one activity can be seen, as its example child has left it: so that one can look at them.

This file knows papers by name alone; what they say is decided in `paper/`.
"""

from pathlib import Path

from game.app.commands import make_folder
from game.art.renderer import Renderer
from game.paper.options import AS_USUAL
from game.paper.paper_kind import HomePaper
from game.paper.registry import PAPER_KINDS, files
from game.paper.typst_press import Sheet, pdf, save
from game.play.record import Record, Traveller
from game.play.state import Visit

# Hundreds of pictures, which show nothing that is not on the others; and what shows nothing of an activity at all.
LEFT_OUT = ("everything", "flip-book", "for-carers")


def save_papers(visit: Visit, whole: Record, shown: Record, renderer: Renderer, folder: Path) -> list[Path]:
    """Save each paper that would be another one without this `visit`, with which the `whole` record ends; where.

    What goes home is made from the record in which the child has `shown` its pages, later. Papers of LEFT_OUT
    are not saved. Raises Trouble.
    """
    make_folder(folder)
    made: dict[Path, Sheet] = {}
    for name, kind in ((name, kind) for name, kind in PAPER_KINDS.items() if name not in LEFT_OUT):
        record = shown if isinstance(kind, HomePaper) else whole
        with_it, without = (Traveller("example", one) for one in (record, _without(record, visit)))
        sheets = kind.sheets(with_it, renderer, AS_USUAL)
        if sheets != kind.sheets(without, renderer, AS_USUAL):
            made |= files(name, sheets, folder)
    for file, sheet in made.items():
        save(file, pdf(sheet))
    return list(made)


def _without(record: Record, visit: Visit) -> Record:
    """The same on the same days, as if nothing had been done on this visit."""
    number = visit.begun.number
    return Record(tuple(Visit(one.begun) if one.begun.number == number else one for one in record.visits))
