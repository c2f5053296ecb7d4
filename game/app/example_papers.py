"""The papers on which one activity can be seen, as its example child has left it: so that one can look at them.

This file knows papers by name alone; what they say is decided in `paper/`.
"""

from pathlib import Path

from game.app.commands import make_folder
from game.art.renderer import Renderer
from game.paper.options import AS_USUAL
from game.paper.registry import PAPER_KINDS, files
from game.paper.typst_press import Sheet, pdf, save
from game.play.record import Record, Traveller
from game.play.state import Visit

SLOW = ("everything", "flip-book")  # hundreds of pictures, which show nothing that is not on the others


def save_papers(before: Record, visit: Visit, renderer: Renderer, folder: Path) -> list[Path]:
    """Save each paper that would be another one without this `visit`, which follows on the record `before`; where.

    Those that are SLOW are left out. Raises Trouble.
    """
    make_folder(folder)
    without, whole = (Traveller("example", before + one) for one in (Visit(visit.begun), visit))
    made: dict[Path, Sheet] = {}
    for name, kind in ((name, kind) for name, kind in PAPER_KINDS.items() if name not in SLOW):
        sheets = kind.sheets(whole, renderer, AS_USUAL)
        if sheets != kind.sheets(without, renderer, AS_USUAL):
            made |= files(name, sheets, folder)
    for file, sheet in made.items():
        save(file, pdf(sheet))
    return list(made)
