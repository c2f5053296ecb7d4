"""What is done with a paper of one traveller: it is saved first, and then printed, shown or taken along.

A paper is saved first, so that a printer that is out of paper costs nothing. This file knows papers, the outbox and the
printers; it knows no screen, and is done beside the desk.
"""

from pathlib import Path

from msgspec import Struct

from game.art.renderer import Renderer
from game.paper.options import PaperOptions
from game.paper.registry import KINDS, files, unprinted_on
from game.paper.typst_press import Sheet, pdf, save
from game.play.record import Traveller
from game.records import outbox
from game.records.store import Store
from game.system.errors import said
from game.system.language import Translate
from game.system.printing import send, show


class PaperJob(Struct, frozen=True):
    """The paper of this name, as it is wanted now. What is done with it returns a sentence, and raises Trouble."""

    name: str
    who: Traveller
    options: PaperOptions
    renderer: Renderer
    store: Store

    def print(self, printer: str, again: bool, _: Translate) -> str:
        """To this printer; several files tell each sentence once."""
        made = self._saved()
        return self._told(" ".join(dict.fromkeys(send(path, printer, again, _) for path in made)), made, _)

    def show(self, _: Translate) -> str:
        """In the system's viewer."""
        made = self._saved()
        for path in made:
            show(path)
        return self._told("", made, _)

    def take_along(self, _: Translate) -> str:
        """Among the grown-up's downloads, to be sent or printed elsewhere."""
        made = self._saved()
        kept = [outbox.for_elsewhere(f"{self.who.name}-{path.name}") for path in made]
        for path, out in zip(made, kept, strict=True):
            save(out, path.read_bytes())
        return self._told(_("Saved: {file}").format(file=", ".join(map(str, kept))), made, _)

    def _told(self, done: str, made: dict[Path, Sheet], _: Translate) -> str:
        """What was done, and what stands otherwise on the papers than it was typed."""
        return " ".join(filter(None, (done, *(said(one, _) for one in unprinted_on(made.values())))))

    def _saved(self) -> dict[Path, Sheet]:
        kind = KINDS[self.name]
        folder = outbox.folder_for(self.store, self.who.id, self.options, kind.private)
        made = files(self.name, kind.sheets(self.who, self.renderer, self.options), folder)
        for path, sheet in made.items():
            save(path, pdf(sheet))
        return made
