"""The papers on which one activity can be seen, as its example child has left it: so that one can look at them.

This file knows papers by name alone; what they say is decided in `paper/`.
"""

from pathlib import Path

from game.app.commands import make_folder
from game.art.renderer import Renderer
from game.paper.options import AS_USUAL
from game.paper.registry import PAPER_KINDS, TAKEN_HOME, files
from game.paper.typst_press import Sheet, pdf, save
from game.play.record import Record, Traveller
from game.play.state import Visit

SLOW = ("everything", "flip-book")  # hundreds of pictures, which show nothing that is not on the others


def save_papers(before: Record, visit: Visit, shown: Record, renderer: Renderer, folder: Path) -> list[Path]:
    """Save each paper that would be another one without this `visit`, which follows on the record `before`; where.

    What goes home is made from the record in which the child has `shown` its pages. Papers that are SLOW are left out.
    Raises Trouble.
    """
    make_folder(folder)
    without, whole, at_home = (
        Traveller("example", record) for record in (before + Visit(visit.begun), before + visit, shown)
    )
    made: dict[Path, Sheet] = {}
    for name, kind in ((name, kind) for name, kind in PAPER_KINDS.items() if name not in SLOW):
        sheets = kind.sheets(at_home if name in TAKEN_HOME else whole, renderer, AS_USUAL)
        if sheets != kind.sheets(without, renderer, AS_USUAL):
            made |= files(name, sheets, folder)
    for file, sheet in made.items():
        save(file, pdf(sheet))
    return list(made)
