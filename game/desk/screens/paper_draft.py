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
from game.paper.paper_set import UNPLANNED
from game.paper.unplanned import usual_letter
from game.system.language import LANGUAGES, words

LETTER = "letter"  # the field for the letter of every paper but one
KNOWN: dict[str, Container[str]] = {"wording": WORDINGS, "frame": FRAMES, "language": LANGUAGES, "second": LANGUAGES}


class Letters:
    """What stands in the box for the letter; for an ending that was not planned there is one of its own."""

    def __init__(self, own: OwnWords):
        self._typed = {LETTER: own.letter, UNPLANNED: own.unplanned}

    def shown(self, paper: str, language: str) -> str:
        """What was typed, else for an ending that was not planned a letter to begin with."""
        return self._typed[_letter_of(paper)] or (usual_letter(words(language)) if paper == UNPLANNED else "")

    def typed(self, paper: str, text: str) -> dict[str, str]:
        """This stands in the box of this paper now: what is to be kept of it, as a field of `own`."""
        self._typed[_letter_of(paper)] = text
        return {_letter_of(paper): text}


def _letter_of(paper: str) -> str:
    return UNPLANNED if paper == UNPLANNED else LETTER


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
