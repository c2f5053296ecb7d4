"""What was chosen and typed for the papers of a child stays with it: each paper, and each set, begins with that.

A name stays on the desk only, until the room is opened: it is written down nowhere.
"""

from collections.abc import Container
from typing import Any

from msgspec.structs import replace

from game.core.own_words import OwnWords
from game.desk.model import DeskModel
from game.paper.certificate import FRAMES, WORDINGS, usual_wording
from game.paper.options import PaperOptions
from game.system.language import LANGUAGES

KNOWN: dict[str, Container[str]] = {"wording": WORDINGS, "frame": FRAMES, "language": LANGUAGES, "second": LANGUAGES}


def begun(model: DeskModel, id: str, own: OwnWords) -> PaperOptions:
    """What is wanted of this traveller's papers to begin with: what is kept of it, else as usual. What this program
    does not know is as usual.
    """
    visits, settings = model.present(id).record.visits, model.settings
    wording = usual_wording(visits[-1].begun) if visits else ""
    usual = PaperOptions(settings.paper, settings.spoken, model.names.get(id, ""), wording=wording)
    kept = {what: value for what, known in KNOWN.items() if (value := getattr(own.papers, what)) in known}
    return replace(usual, letter_beneath=own.letter_beneath, **kept)


def kept_of(own: OwnWords, what: str, value: Any) -> dict[str, Any]:
    """What of this choice is kept, as fields of `own`; {} for one that is for now alone."""
    return {"papers": replace(own.papers, **{what: value})} if what in KNOWN else {}
