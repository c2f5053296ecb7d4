"""The first page of each paper of one traveller, small: made beside the desk when nothing else is, and kept.

This file knows papers; it knows no screen and no form. A paper is shown as it is before anything is typed for it.
"""

from collections.abc import Callable, Iterable

from game.art.renderer import Renderer
from game.desk.background import Background, Finished, Task
from game.paper.options import PaperOptions
from game.paper.paper_set import ALL_PAPERS, PaperSet, asked_of
from game.paper.proof import ProofRenderer
from game.paper.registry import pages_of
from game.play.record import Traveller

NOT_THERE = b""  # a page that is being made, or that cannot be made


class MakeSmallPage(Task, frozen=True):
    """The first page of the paper of this name."""

    name: str


class SmallPages:
    """`background` makes them. They are of the traveller, and as is wanted, of whom `begin` was told last."""

    def __init__(self, background: Background):
        self._background = background
        self._pages: dict[str, bytes] = {}
        self._of: tuple[Traveller, PaperOptions] | None = None

    def begin(self, who: Traveller, options: PaperOptions) -> None:
        """What was made of the same record stays."""
        if self._of is None or self._of[0] is not who or self._of[1] != options:
            self._pages, self._of = {}, (who, options)

    def clear(self) -> None:
        """Nobody's are kept: the record is deleted."""
        self._pages, self._of = {}, None

    def page(self, name: str) -> bytes:
        """A PNG; NOT_THERE while it is not."""
        return self._pages.get(name, NOT_THERE)

    def ask_next(self, names: Iterable[str], renderer: Callable[[], Renderer], side: int) -> None:
        """Let the first of these that is missing be made, about `side` pixels long, if nothing else is waited for."""
        name = next((name for name in names if name not in self._pages), "")
        if not name or self._of is None or self._background.busy:
            return
        of, draw = self._of, renderer()
        self._background.ask(MakeSmallPage(name), lambda: (of, first_page(name, *of, draw, side)))

    def take(self, done: Finished) -> bool:
        """True where a page was made; one of a record that is not shown any more is laid aside."""
        if not isinstance(done.task, MakeSmallPage):
            return False
        of, page = done.answer or (self._of, NOT_THERE)  # what is wrong with the paper, its preview says
        if of is self._of:
            self._pages[done.task.name] = page
        return True


def first_page(name: str, who: Traveller, options: PaperOptions, renderer: Renderer, side: int) -> bytes:
    """Of a set it is the first page of its first paper. Raises Trouble."""
    kind = ALL_PAPERS[name]
    if isinstance(kind, PaperSet):
        kind = next(iter(kind.there(who.record).values()))
    sheets = kind.sheets(who, ProofRenderer.of(renderer), asked_of(kind, options))
    return pages_of(sheets[:1], side)[0]
