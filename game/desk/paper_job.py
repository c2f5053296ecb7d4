"""What is done with a paper of one traveller: it is saved first, and then printed, shown or taken along.

A paper is saved first, so that a printer that is out of paper costs nothing. This file knows papers, the outbox and the
printers; it knows no screen, and is done beside the desk.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from game.art.renderer import Renderer
from game.paper.options import PaperOptions
from game.paper.paper_kind import Sheets
from game.paper.paper_set import ALL_PAPERS, PaperSet
from game.paper.registry import NOTHING_YET, unprinted_on
from game.paper.take_home_papers import file
from game.paper.typst_press import Sheet, bound, pdf, save
from game.play.record import Traveller
from game.records import outbox
from game.records.store import Store
from game.system.errors import Sentence, Trouble, said
from game.system.language import N_, Translate
from game.system.paths import safe_file_name
from game.system.printing import send, show

Remarks = tuple[Sentence | str, ...]
SHUT = "-shut"  # what the name of a file ends in where what is only for the child is not in it
NAMED = N_("The name that you typed stands in this file: it stays there until you delete it.")
GOES = N_("{told} (This file goes when the program closes.)")
STAYS_SHUT = N_("What is only for the child stays shut here: its pages are in the print alone.")


class PaperJob(Struct, frozen=True):
    """The paper of this name, as it is wanted now. What is done with it returns a sentence, and raises Trouble."""

    name: str
    who: Traveller
    options: PaperOptions
    renderer: Renderer
    store: Store

    def print(self, printer: str, again: bool, _: Translate) -> str:
        """To this printer."""
        path, told = self._saved()
        done = _told_where(path, lambda: send(path, printer, again, _), _)
        return _joined(done, told, _)

    def show(self, _: Translate) -> str:
        """In the system's viewer. What is only for the child stays shut there; that file is not kept."""
        shut: list[Sheet] = []

        def shown(sheets: Sheets) -> list[bytes]:
            shut.extend(sheet for sheet in sheets if sheet.shown)
            return [pdf(sheet.shown or sheet) for sheet in sheets]

        papers, told = self._made(shown)
        path = self._laid(papers, told, SHUT if shut else "")
        _told_where(path, lambda: show(path), _)
        return _joined(_(STAYS_SHUT) if shut else "", told, _)

    def take_along(self, _: Translate) -> str:
        """Among the grown-up's downloads, to be sent or printed elsewhere."""
        path, told = self._saved()
        kept = outbox.download_path(f"{safe_file_name(self.who.name)}-{path.name}")
        save(kept, path.read_bytes())
        done = _("Saved: {file}").format(file=kept)
        return _joined(f"{done} {_(NAMED)}" if self.options.name.strip() else done, told, _)

    def _saved(self) -> tuple[Path, Remarks]:
        """Where it lies now, as one file, and what is to be told of it."""
        papers, told = self._made(_pdfs)
        return self._laid(papers, told), told

    def _laid(self, papers: list[bytes], told: Remarks, ending: str = "") -> Path:
        """Where these lie now, bound to one file; under a name with an `ending` until the program is closed."""
        if not papers:
            raise Trouble(next(iter(told), NOTHING_YET))
        apart = bool(ending) or ALL_PAPERS[self.name].private or self.options.typed
        path = file(self.name + ending, outbox.folder_for(self.store, self.who.id, apart))
        save(path, papers[0] if len(papers) == 1 else bound(papers, self.who.record.visits[-1].begun.day))
        return path

    def _made(self, make: Callable[[Sheets], list[bytes]]) -> tuple[list[bytes], Remarks]:
        kind = ALL_PAPERS[self.name]
        if isinstance(kind, PaperSet):
            parts = kind.parts(self.who, self.renderer, self.options, make).values()
            return [paper for part in parts for paper in part.made], tuple(one for part in parts for one in part.told)
        sheets = kind.sheets(self.who, self.renderer, self.options)
        return make(sheets), unprinted_on(sheets)


def _pdfs(sheets: Sheets) -> list[bytes]:
    return [pdf(sheet) for sheet in sheets]


def _told_where(path: Path, do: Callable[[], str | None], _: Translate) -> str:
    """What is told of this file. Where that says where it lies, it says also if it does not stay there."""
    try:
        done = do() or ""
    except Trouble as trouble:
        raise (Trouble(GOES, told=trouble.sentence) if outbox.goes(path) else trouble) from None
    return _(GOES).format(told=done) if str(path) in done and outbox.goes(path) else done


def _joined(done: str, told: Remarks, _: Translate) -> str:
    """What was done, and what stands otherwise on the papers than it was typed, or is not among them."""
    return " ".join(dict.fromkeys(filter(None, (done, *(said(one, _) for one in told)))))
